"""The edge to files and maps: rasters and vectors in and out, styles, map sheets and projects."""
