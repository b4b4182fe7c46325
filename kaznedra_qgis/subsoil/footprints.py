"""Footprints: which blocks an area touches and which lie in it wholly, as bitmaps of the minutes around it."""

from dataclasses import dataclass
from math import cos, radians
from typing import TYPE_CHECKING, Any, Optional

from .blocks import Block
from .coverage import SNAP, check_degrees, covered_cells
from .surroundings import Area

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    Array = Any

TOLERANCE_M = 5.0
"""A right made of blocks whose corners are this near to those of the grid has these blocks (docs/platform-api.md)"""
_METRES_OF_MINUTE = 1852.0
_MOST_MINUTES = 5000
_DEGREES = 90 * 60


@dataclass(frozen=True, eq=False)
class Footprint:
    """Bitmaps over blocks, rows from the south, columns from the west."""

    west: int
    south: int
    touched: "Array"
    """shares area with the block"""
    within: "Array"
    """no part of the block lies outside"""

    @property
    def east(self) -> int:
        """East edge in minutes."""
        return self.west + int(self.touched.shape[1])

    @property
    def north(self) -> int:
        """North edge in minutes."""
        return self.south + int(self.touched.shape[0])

    def share(self, block: Block) -> str:
        """`whole` where the block lies in the area, `part` where a part of it does, else empty."""
        column, row = block.lon - self.west, block.lat - self.south
        if not (0 <= row < self.touched.shape[0] and 0 <= column < self.touched.shape[1]):
            return ""
        if self.within[row, column]:
            return "whole"
        return "part" if self.touched[row, column] else ""


def footprint(area: Area, buffer_m: float = 0.0) -> Optional[Footprint]:
    """The footprint of an area with the distance around it; None where it has no geometry. Kept with the area.

    Raises KaznedraError(NOT_DEGREES) where the coordinates cannot be degrees.
    """
    key = ("footprint", buffer_m)
    if key not in area.cache:
        ground = territory(area, buffer_m)
        area.cache[key] = None if ground is None else _footprint(ground, snap_of(area))
    return area.cache[key]  # type: ignore[no-any-return]


def territory(area: Area, buffer_m: float = 0.0) -> "Optional[BaseGeometry]":
    """The area's polygons with the distance around them, valid, in degrees; None where it has none.

    Raises KaznedraError(NOT_DEGREES) before drawing a distance around coordinates that cannot be degrees.
    """
    if area.geometry is None or area.geometry.is_empty:
        return None
    if not buffer_m:
        return area.geometry
    key = ("territory", buffer_m)
    if key not in area.cache:
        from .buffers import buffered

        check_degrees(area.geometry.bounds)
        area.cache[key] = buffered(_polygons(area.geometry), buffer_m)
    return area.cache[key]  # type: ignore[no-any-return]


def snap_of(area: Area) -> tuple[float, float]:
    """How near to a minute line a vertex counts as lying on it, in minutes of longitude and latitude."""
    if not area.attributes.get("blocks") or area.geometry is None:
        return SNAP, SNAP
    minutes = TOLERANCE_M / _METRES_OF_MINUTE
    return minutes / cos(radians(area.geometry.bounds[3])), minutes


def _footprint(geometry: "BaseGeometry", snap: tuple[float, float]) -> Footprint:
    return _of_whole_blocks(geometry, snap) or _of_any(geometry, snap)


def _of_whole_blocks(geometry: Any, snap: tuple[float, float]) -> Optional[Footprint]:
    """The footprint of polygons whose sides all run along minute lines, a hundred times as fast; None for others."""
    import numpy as np

    if geometry.geom_type not in ("Polygon", "MultiPolygon"):
        return None
    polygons = getattr(geometry, "geoms", (geometry,))
    runs = []
    for ring in (ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors)):
        minutes = np.asarray(ring.coords)[:, :2] * 60
        corners = np.rint(minutes)
        if (np.abs(minutes - corners) > snap).any():
            return None
        runs.append(np.concatenate((corners[:-1], corners[1:]), axis=1).astype(int))
    sides = np.concatenate(runs)
    upright = sides[:, 0] == sides[:, 2]
    if not (upright | (sides[:, 1] == sides[:, 3])).all() or not _is_country(sides):
        return None
    west, south = sides[:, :2].min(axis=0).tolist()
    east, north = sides[:, :2].max(axis=0).tolist()
    crossings = np.zeros((north - south, east - west + 1), np.int32)
    for column, start, _, end in sides[upright].tolist():
        crossings[min(start, end) - south : max(start, end) - south, column - west] += 1
    inside = np.cumsum(crossings, axis=1)[:, :-1] % 2 == 1
    return Footprint(west, south, inside, inside)


def _is_country(sides: "Array") -> bool:
    """Whether the bounds are no larger than what a bitmap is for; others are left to `covered_cells` to judge."""
    return bool((sides.max(axis=0)[:2] - sides.min(axis=0)[:2] < _MOST_MINUTES).all() and abs(sides).max() <= _DEGREES)


def _of_any(geometry: "BaseGeometry", snap: tuple[float, float]) -> Footprint:
    cells = covered_cells(geometry, snap)
    touched, within = cells.bitmaps()
    return Footprint(cells.west, cells.south, touched, within)


def _polygons(geometry: Any) -> Any:
    """The polygons alone, valid: GEOS draws buffers of nothing else safely."""
    if geometry.geom_type in ("Polygon", "MultiPolygon") and geometry.is_valid:
        return geometry
    from shapely.ops import unary_union
    from shapely.validation import make_valid

    valid = make_valid(geometry)
    parts = getattr(valid, "geoms", (valid,))
    return unary_union([part for part in parts if part.geom_type in ("Polygon", "MultiPolygon")])
