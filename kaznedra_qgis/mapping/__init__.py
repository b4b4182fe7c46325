"""QGIS layers: loading, styles, labels, map tips. Knows qgis.core."""
