"""How much a geometry has changed, on the WGS 84 ellipsoid."""

from collections.abc import Iterator
from typing import Any, Callable, NamedTuple, Optional

from ..subsoil.blocks import wgs84
from .geometries import decoded

_LONGEST_SIDE = 1 / 60
"""Degrees, the side of a block. A parallel is no geodesic: sides are cut to this before they are measured, so that the
area of blocks merged into one polygon is the sum of the areas of the blocks, and pieces sum up to the whole."""


class GeometryChange(NamedTuple):
    """Areas before and after and of what belongs to only one of them, km2; for points, how far they moved, km.

    None where there is nothing to measure: no geometry, or one that cannot be made valid.
    """

    old_km2: Optional[float]
    new_km2: Optional[float]
    difference_km2: Optional[float]
    moved_km: Optional[float]


def compare(old: Optional[bytes], new: Optional[bytes]) -> GeometryChange:
    """The change from one GeoPackage geometry to another, both in degrees of WGS 84, longitude first."""
    from osgeo import ogr

    before, after = decoded(old), decoded(new)
    kinds = {ogr.GT_Flatten(each.GetGeometryType()) for each in (before, after) if each is not None}
    if kinds <= {ogr.wkbPoint}:
        return GeometryChange(None, None, None, _distance_km(before, after))
    before, after = _valid(before), _valid(after)
    apart = _made(lambda: before.SymDifference(after)) if before is not None and after is not None else None
    return GeometryChange(area_km2(before), area_km2(after), area_km2(apart), None)


def area_km2(geometry: Any) -> Optional[float]:
    """Geodesic area of the polygons of an OGR geometry in degrees, km2; None for None."""
    if geometry is None:
        return None
    fine = geometry.Clone()
    fine.Segmentize(_LONGEST_SIDE)
    return sum(_polygon_m2(polygon) for polygon in _polygons(fine)) / 1e6


def _polygon_m2(polygon: Any) -> float:
    shell, *holes = (_ring_m2(polygon.GetGeometryRef(number)) for number in range(polygon.GetGeometryCount()))
    return shell - sum(holes)


def _ring_m2(ring: Any) -> float:
    lons, lats = zip(*((point[0], point[1]) for point in ring.GetPoints()))
    area, _ = wgs84().polygon_area_perimeter(lons, lats)
    return abs(area)


def _polygons(geometry: Any) -> Iterator[Any]:
    from osgeo import ogr

    kind = ogr.GT_Flatten(geometry.GetGeometryType())
    if kind == ogr.wkbPolygon:
        if not geometry.IsEmpty():
            yield geometry
    elif kind in (ogr.wkbMultiPolygon, ogr.wkbGeometryCollection):
        for number in range(geometry.GetGeometryCount()):
            yield from _polygons(geometry.GetGeometryRef(number))


def _valid(geometry: Any) -> Any:
    if geometry is None or geometry.IsValid():
        return geometry
    return _made(geometry.MakeValid)


def _made(geometry: Callable[[], Any]) -> Any:
    """What GEOS makes, None where it cannot; GDAL may have been told to raise."""
    try:
        return geometry()
    except RuntimeError:
        return None


def _distance_km(before: Any, after: Any) -> Optional[float]:
    if before is None or after is None or before.IsEmpty() or after.IsEmpty():
        return None
    *_, metres = wgs84().inv(before.GetX(), before.GetY(), after.GetX(), after.GetY())
    return float(metres) / 1000
