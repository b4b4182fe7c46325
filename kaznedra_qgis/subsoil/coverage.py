"""How much of each one-minute cell a geometry covers, computed edge by edge in numpy.

Every edge is cut where it crosses a minute line. A piece that runs inside a cell makes that cell a cell of the
boundary; the area left of all pieces in a row of cells, summed from the east, is the exact covered share of each.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import Code, KaznedraError

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    Array = Any

SNAP = 5e-5
"""minutes; nearer than this (9 cm) a vertex lies on the minute line"""
_SLIVER = 1e-9
"""minutes; a piece of an edge shorter than this is rounding at a crossing of two minute lines"""
_BAND = 4_000_000
"""cells held at once"""


@dataclass(frozen=True)
class CoveredCells:
    """Cells of the grid of minutes around a geometry, and the pieces of its boundary that run through them."""

    west: int
    south: int
    columns: int
    rows: int
    pieces: "Array"
    """a row per piece: cell column, cell row, rise (dy), mean distance from the cell's west edge, runs inside (0, 1)"""

    def within(self) -> Iterator[tuple[int, int]]:
        """Cells no part of which lies outside, row by row from the north-west."""
        return self._cells(lambda share, crossed: (share > 0.5) & ~crossed)

    def majority(self) -> Iterator[tuple[int, int]]:
        """Cells of which more than half is inside."""
        return self._cells(lambda share, crossed: share > 0.5 + 1e-9)

    def touched(self) -> Iterator[tuple[int, int]]:
        """Cells that share area with the geometry."""
        return self._cells(lambda share, crossed: (share > 0.5) | crossed)

    def bitmaps(self) -> "tuple[Array, Array]":
        """Which cells share area with the geometry, and no part of which lies outside; rows from the south."""
        import numpy as np

        if not self.columns:
            return np.zeros((0, 0), bool), np.zeros((0, 0), bool)
        share, crossed = self._band(0, self.rows)
        return (share > 0.5) | crossed, (share > 0.5) & ~crossed

    def _cells(self, chosen: Any) -> Iterator[tuple[int, int]]:
        import numpy as np

        if not self.columns:
            return
        step = max(1, _BAND // self.columns)
        for top in range(self.rows, 0, -step):
            bottom = max(0, top - step)
            lat, lon = np.nonzero(chosen(*self._band(bottom, top))[::-1])
            yield from zip((lon + self.west).tolist(), (top - 1 - lat + self.south).tolist())

    def _band(self, bottom: int, top: int) -> "tuple[Array, Array]":
        """Covered share and presence of the boundary for the rows bottom..top, south first."""
        import numpy as np

        column, row, rise, reach, inside = self.pieces
        here = (row >= bottom) & (row < top)
        shape = (top - bottom, self.columns)
        cell = (row[here] - bottom).astype(np.int64) * self.columns + column[here].astype(np.int64)
        size = shape[0] * shape[1]
        risen = np.bincount(cell, rise[here], size).reshape(shape)
        share = np.bincount(cell, (rise * reach)[here], size).reshape(shape)
        share[:, :-1] += np.cumsum(risen[:, ::-1], axis=1)[:, ::-1][:, 1:]
        crossed = np.bincount(cell, inside[here], size).reshape(shape) > 0
        return share, crossed


def covered_cells(geometry: "BaseGeometry", snap: tuple[float, float] = (SNAP, SNAP)) -> CoveredCells:
    """The cells around the polygons of `geometry` (degrees, longitude first). KaznedraError(NOT_DEGREES).

    `snap`, in minutes of longitude and latitude: a vertex nearer than this to a minute line lies on it.
    """
    import numpy as np

    nothing = CoveredCells(0, 0, 0, 0, np.empty((5, 0)))
    polygons = _polygons(geometry)
    if not polygons:
        return nothing
    check_degrees(_bounds(polygons))
    edges = _edges(_snapped(polygons, snap))
    if not edges.shape[1]:
        return nothing
    west, south = np.floor(edges[[0, 1]].min(axis=1)).astype(int)
    east, north = np.ceil(edges[[0, 1]].max(axis=1)).astype(int)
    edges -= np.array([[west], [south], [west], [south]])
    pieces = _pieces(edges, int(east - west), int(north - south))
    return CoveredCells(int(west), int(south), int(east - west), int(north - south), pieces)


def in_minutes(geometry: "BaseGeometry", snap: tuple[float, float] = (SNAP, SNAP)) -> list[Any]:
    """The polygons of `geometry` (degrees) in minutes, vertices near a minute line laid on it, valid."""
    return _snapped(_polygons(geometry), snap)


def _polygons(geometry: Any) -> list[Any]:
    from shapely.validation import make_valid

    if geometry.is_empty:
        return []
    if geometry.geom_type in ("Polygon", "MultiPolygon") and not geometry.is_valid:
        geometry = make_valid(geometry)
    if geometry.geom_type == "Polygon":
        return [geometry]
    if geometry.geom_type == "MultiPolygon":
        return list(geometry.geoms)
    if geometry.geom_type != "GeometryCollection":
        return []
    return _united([polygon for part in geometry.geoms for polygon in _polygons(part)])


def _united(polygons: list[Any]) -> list[Any]:
    from shapely.ops import unary_union

    return _polygons(unary_union(polygons)) if len(polygons) > 1 else polygons


def check_degrees(bounds: tuple[float, float, float, float]) -> None:
    """KaznedraError(NOT_DEGREES) where bounds (west, south, east, north) cannot be degrees."""
    west, south, east, north = bounds
    if not (west >= -180 and east <= 180 and south >= -90 and north <= 90):
        raise KaznedraError(Code.NOT_DEGREES, west=west, south=south, east=east, north=north)


def _bounds(polygons: list[Any]) -> tuple[float, float, float, float]:
    west, south, east, north = zip(*(polygon.bounds for polygon in polygons))
    return min(west), min(south), max(east), max(north)


def _snapped(polygons: list[Any], snap: tuple[float, float]) -> list[Any]:
    """The polygons in minutes, vertices near a minute line laid on it, made valid where that breaks them."""
    from shapely.geometry import MultiPolygon, Polygon

    parts = []
    for polygon in polygons:
        shell, *holes = (_snapped_ring(ring, snap) for ring in (polygon.exterior, *polygon.interiors))
        if len(shell):
            parts.append(Polygon(shell, [hole for hole in holes if len(hole)]))
    return _polygons(parts[0] if len(parts) == 1 else MultiPolygon(parts))


def _snapped_ring(ring: Any, snap: tuple[float, float]) -> "Array":
    import numpy as np

    minutes = np.asarray(ring.coords)[:, :2] * 60
    whole = np.rint(minutes)
    snapped = np.where(np.abs(minutes - whole) <= snap, whole, minutes)
    moved = np.any(snapped[1:] != snapped[:-1], axis=1)
    kept = snapped[np.concatenate(([True], moved))]
    return kept if len(kept) >= 4 else kept[:0]


def _edges(polygons: list[Any]) -> "Array":
    """x0, y0, x1, y1 of all edges, the inside on their left."""
    import numpy as np

    runs = []
    for polygon in polygons:
        for number, ring in enumerate((polygon.exterior, *polygon.interiors)):
            points = np.asarray(ring.coords)[:, :2]
            if ring.is_ccw == bool(number):
                points = points[::-1]
            runs.append(np.concatenate((points[:-1].T, points[1:].T)))
    return np.concatenate(runs, axis=1) if runs else np.empty((4, 0))


def _crossings(start: "Array", end: "Array") -> "tuple[Array, Array]":
    """Numbers of the edges and shares of their way at which they cross whole values between start and end."""
    import numpy as np

    first = np.floor(np.minimum(start, end)) + 1
    count = np.maximum(np.ceil(np.maximum(start, end)) - first, 0).astype(np.int64)
    edge = np.repeat(np.arange(len(start)), count)
    nth = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
    return edge, (first[edge] + nth - start[edge]) / (end[edge] - start[edge])


def _pieces(edges: "Array", columns: int, rows: int) -> "Array":
    """The edges cut at the minute lines, as CoveredCells.pieces."""
    import numpy as np

    x0, y0, x1, y1 = edges
    every = np.arange(len(x0))
    across, along = _crossings(x0, x1), _crossings(y0, y1)
    edge = np.concatenate((every, every, across[0], along[0]))
    way = np.concatenate((np.zeros(len(x0)), np.ones(len(x0)), across[1], along[1]))
    order = np.lexsort((way, edge))
    edge, way = edge[order], way[order]
    same = edge[1:] == edge[:-1]
    edge, start, end = edge[:-1][same], way[:-1][same], way[1:][same]
    run_x, run_y = x1[edge] - x0[edge], y1[edge] - y0[edge]
    middle = (start + end) / 2
    x, y = x0[edge] + middle * run_x, y0[edge] + middle * run_y
    # a piece on the east or north edge of the grid belongs to no cell of it, but its rise counts for those west of it
    column, row = np.minimum(np.floor(x), columns - 1), np.minimum(np.floor(y), rows - 1)
    long = (end - start) * np.hypot(run_x, run_y) > _SLIVER
    inside = long & (x != np.floor(x)) & (y != np.floor(y))
    return np.stack((column, row, (end - start) * run_y, x - column, inside.astype(float)))
