"""The numbers of Rainshed: arrays in, arrays out. Imports neither QGIS nor GDAL and touches no files."""
