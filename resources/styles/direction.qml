<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- rainshed style -->
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Labeling|Fields|CustomProperties|Legend">
  <customproperties>
    <Option type="Map">
      <Option type="QString" name="identify/format" value="Value"/>
      <Option type="QString" name="rainshed/style" value="direction"/>
    </Option>
  </customproperties>
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling zoomedInResamplingMethod="nearestNeighbour" zoomedOutResamplingMethod="nearestNeighbour" enabled="false" maxOversampling="2"/>
    </provider>
    <rasterrenderer type="paletted" band="1" alphaBand="-1" opacity="1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <colorPalette>
        <paletteEntry alpha="255" value="0" color="#4d4d4d" label="Leaves the DEM or a sink"/>
        <paletteEntry alpha="255" value="1" color="#e0607e" label="E (1)"/>
        <paletteEntry alpha="255" value="2" color="#e08a4c" label="SE (2)"/>
        <paletteEntry alpha="255" value="4" color="#d9bf4b" label="S (4)"/>
        <paletteEntry alpha="255" value="8" color="#9cc257" label="SW (8)"/>
        <paletteEntry alpha="255" value="16" color="#5fbf93" label="W (16)"/>
        <paletteEntry alpha="255" value="32" color="#55b3cf" label="NW (32)"/>
        <paletteEntry alpha="255" value="64" color="#6f8fdc" label="N (64)"/>
        <paletteEntry alpha="255" value="128" color="#a678d6" label="NE (128)"/>
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" colorizeGreen="128" colorizeBlue="128" colorizeStrength="100" colorizeRed="255" invertColors="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
