"""Outlines of sets of cells, walked in whole numbers: no rounding, no topology errors."""

from collections.abc import Collection
from typing import Optional

Cell = tuple[int, int]
Ring = list[tuple[int, int]]

_EAST, _NORTH, _WEST, _SOUTH = range(4)
_STEP = ((1, 0), (0, 1), (-1, 0), (0, -1))


def rings(part: Collection[Cell]) -> list[Ring]:
    """Rings of a side-connected set of cells: the shell (counter-clockwise), then the holes (clockwise).

    A cell is its west and south edge. Rings are open and list corners only, no points on straight sides. Where two
    cells of the set meet in a corner alone, the walk keeps to the empty cell, so that rings touch in that point
    and none touches itself: a polygon made of them is valid.
    """
    leaving = _edges(part)
    shell: Ring = []
    holes = []
    while leaving:
        ring = _walk(leaving)
        if _doubled_area(ring) > 0:
            shell = ring
        else:
            holes.append(ring)
    return [shell, *holes]


def _edges(part: Collection[Cell]) -> dict[tuple[int, int], list[int]]:
    """Directions in which the outline leaves each of its points, the set always on its left."""
    cells = part if isinstance(part, (set, frozenset)) else set(part)
    leaving: dict[tuple[int, int], list[int]] = {}
    for x, y in part:
        if (x, y - 1) not in cells:
            leaving.setdefault((x, y), []).append(_EAST)
        if (x + 1, y) not in cells:
            leaving.setdefault((x + 1, y), []).append(_NORTH)
        if (x, y + 1) not in cells:
            leaving.setdefault((x + 1, y + 1), []).append(_WEST)
        if (x - 1, y) not in cells:
            leaving.setdefault((x, y + 1), []).append(_SOUTH)
    return leaving


def _walk(leaving: dict[tuple[int, int], list[int]]) -> Ring:
    """One ring, taken out of `leaving`. Its first point, westmost and then southmost, is a corner of no other ring."""
    point = start = min(leaving)
    heading = _take(leaving, point, None)
    ring = [point]
    while True:
        point = (point[0] + _STEP[heading][0], point[1] + _STEP[heading][1])
        if point == start:
            return ring
        turned = _take(leaving, point, heading)
        if turned != heading:
            ring.append(point)
        heading = turned


def _take(leaving: dict[tuple[int, int], list[int]], point: tuple[int, int], heading: Optional[int]) -> int:
    """The way to leave the point, to the right where there are two."""
    ways = leaving[point]
    right = None if heading is None else (heading - 1) % 4
    way = right if right is not None and right in ways else ways[0]
    ways.remove(way)
    if not ways:
        del leaving[point]
    return way


def _doubled_area(ring: Ring) -> int:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]))
