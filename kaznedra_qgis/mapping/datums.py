"""The datums that pasted coordinates may be in, and the way from them to the block grid."""

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsPointXY, QgsProject

from ..errors import Code, KaznedraError

TITLES = {"EPSG:4326": "WGS 84", "EPSG:4284": "Pulkovo 1942 / СК-42", "EPSG:10941": "QazTRF-23"}
"""By the code of `subsoil.pasted.DATUMS`; names that are the same in all languages"""
_SAME_GROUND = {"EPSG:10941": "EPSG:4326"}
"""A PROJ that does not know QazTRF-23 yet: it is WGS 84 within a metre (EPSG:10965, a null transformation)"""

Plot = Sequence[Sequence[float]]


def to_grid(plots: Sequence[Plot], datum: str, grid: str) -> list[list[tuple[float, float]]]:
    """Corners (longitude, latitude, …) of a datum in the grid's datum, by the project's choice of transformations.

    Raises KaznedraError NOT_DEGREES for corners that have no place in it.
    """
    crs = QgsCoordinateReferenceSystem(datum)
    if not crs.isValid():
        crs = QgsCoordinateReferenceSystem(_SAME_GROUND.get(datum, datum))
    transform = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem(grid), QgsProject.instance().transformContext()
    )
    return [[_moved(transform, corner) for corner in plot] for plot in plots]


def _moved(transform: QgsCoordinateTransform, corner: Sequence[float]) -> tuple[float, float]:
    lon, lat = corner[0], corner[1]
    try:
        point = transform.transform(QgsPointXY(lon, lat))
    except QgsCsException as refusal:
        raise KaznedraError(Code.NOT_DEGREES, west=lon, south=lat, east=lon, north=lat) from refusal
    return point.x(), point.y()
