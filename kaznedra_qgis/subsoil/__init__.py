"""The law's nouns: blocks, numbering, map sheets. Knows shapely, pyproj and numpy; no Qt, no QGIS."""
