"""Geometries as they come, made those of their theme where that loses nothing."""

import struct
from math import isfinite
from typing import Callable, Optional

from ..themes import Shape

_HEADER_WITH_ENVELOPE = 40
_HEADER_OF_POINT = 8
_MULTIPOLYGON = 6


def _finite(*positions: int) -> str:
    """SQL that is true where the little-endian doubles that end at these positions of the blob are all numbers."""
    ends = "x'F07F', x'F0FF', x'F87F', x'F8FF'"
    return " AND ".join(f"substr(geom, {position - 1}, 2) NOT IN ({ends})" for position in positions)


PLACED = {
    Shape.POLYGON: f"substr(geom, 4, 1) = x'03' AND substr(geom, 42, 4) = x'06000000' AND {_finite(16, 24, 32, 40)}",
    Shape.POINT: f"substr(geom, 4, 1) = x'01' AND substr(geom, 10, 4) = x'01000000' AND {_finite(21, 29)}",
}
"""SQL that is true where the column `geom` is a GeoPackage blob of the theme's own type: nearly all are."""


def placing(shape: Shape) -> Callable[[Optional[bytes]], Optional[bytes]]:
    """SQL function: the blob as a geometry of the theme's type, NULL where it is none of that type."""

    def place(blob: Optional[bytes]) -> Optional[bytes]:
        geometry = decoded(blob)
        return _encoded(fitted, shape) if geometry is not None and (fitted := _fitted(geometry, shape)) else None

    return place


def issue_with(shape: Shape) -> Callable[[Optional[bytes]], Optional[str]]:
    """SQL function: why a blob cannot be placed: 'missing' or 'other: WKT'; NULL where it can."""

    def issue(blob: Optional[bytes]) -> Optional[str]:
        geometry = decoded(blob)
        if geometry is None or geometry.IsEmpty():
            return "missing"
        return None if _fitted(geometry, shape) is not None else f"other: {geometry.ExportToWkt()}"

    return issue


def invalid(blob: Optional[bytes]) -> Optional[str]:
    """SQL function: 'invalid: why, where' for a polygon that is not valid (OGC 06-103r4), else NULL."""
    geometry = decoded(blob)
    if geometry is None:
        return None
    from osgeo import gdal

    gdal.ErrorReset()
    return None if geometry.IsValid() else f"invalid: {gdal.GetLastErrorMsg() or 'not valid'}"


def decoded(blob: Optional[bytes]):
    """OGR geometry of a GeoPackage blob; None for null and empty."""
    if not blob or blob[3] & 0x10:
        return None
    from osgeo import ogr

    return ogr.CreateGeometryFromWkb(well_known(blob))


def well_known(blob: bytes) -> bytes:
    """The well-known binary in a GeoPackage blob."""
    return bytes(blob[8 + (0, 32, 48, 48, 64)[min((blob[3] >> 1) & 7, 4)] :])


def polygons(blob: bytes) -> list[list[list[tuple[float, float]]]]:
    """The polygons of a blob as the tables of polygons hold it: shell and holes, each a ring of x, y; none empty."""
    found: list[list[list[tuple[float, float]]]] = []
    _read_polygons(well_known(blob), 0, found)
    return found


def _read_polygons(wkb: bytes, at: int, found: list[list[list[tuple[float, float]]]]) -> int:
    """Read the polygon or polygons that begin there in well-known binary (OGC 06-103r4); returns where they end."""
    order = "<" if wkb[at] else ">"
    kind, count = struct.unpack_from(order + "II", wkb, at + 1)
    at += 9
    if kind == _MULTIPOLYGON:
        for _ in range(count):
            at = _read_polygons(wkb, at, found)
        return at
    rings = []
    for _ in range(count):
        (size,) = struct.unpack_from(order + "I", wkb, at)
        sides = struct.unpack_from(f"{order}{2 * size}d", wkb, at + 4)
        at += 4 + 16 * size
        rings.append(list(zip(sides[::2], sides[1::2])))
    if rings and rings[0]:
        found.append([ring for ring in rings if ring])
    return at


def _fitted(geometry, shape: Shape):
    from osgeo import ogr

    flat = ogr.GT_Flatten(geometry.GetGeometryType())
    geometry = geometry.Clone()
    geometry.FlattenTo2D()
    if not all(map(isfinite, geometry.GetEnvelope())):
        return None
    if shape is Shape.POINT:
        if flat == ogr.wkbPoint:
            return geometry
        return geometry.GetGeometryRef(0).Clone() if flat == ogr.wkbMultiPoint and len(list(geometry)) == 1 else None
    if flat in (ogr.wkbPolygon, ogr.wkbMultiPolygon, ogr.wkbCurvePolygon, ogr.wkbMultiSurface):
        return ogr.ForceToMultiPolygon(geometry)
    if flat == ogr.wkbGeometryCollection and all(
        ogr.GT_Flatten(part.GetGeometryType()) in (ogr.wkbPolygon, ogr.wkbMultiPolygon) for part in geometry
    ):
        return ogr.ForceToMultiPolygon(geometry)
    return None


def _encoded(geometry, shape: Shape) -> bytes:
    from osgeo import ogr

    wkb = bytes(geometry.ExportToIsoWkb(ogr.wkbNDR))
    if shape is Shape.POINT:
        return struct.pack("<2sBBi", b"GP", 0, 1, 4326) + wkb
    return struct.pack("<2sBBi4d", b"GP", 0, 3, 4326, *geometry.GetEnvelope()) + wkb
