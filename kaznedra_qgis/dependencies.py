"""Python libraries that some builds of QGIS come without."""

from importlib.util import find_spec

LIBRARIES = ("requests", "shapely", "pyproj", "numpy", "jinja2", "osgeo")
"""Import names; for pip and apt the same, but for osgeo (GDAL), which comes with QGIS or not at all."""


def missing() -> list[str]:
    """Names of the libraries that cannot be found, without importing any."""
    return [name for name in LIBRARIES if find_spec(name) is None]
