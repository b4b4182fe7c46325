"""Compares the block codes of a feature with its geometry.

Geometry made of whole blocks is compared in whole numbers. Any other is first asked whether it is such a geometry
moved as a whole, as a mistaken datum moves it; then the cells that it covers are computed.
"""

from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import chain
from math import cos, hypot, radians
from statistics import median
from typing import TYPE_CHECKING, NamedTuple, Optional

from .blocks import Block
from .codes import format_grouped, read_codes
from .coverage import covered_cells
from .numbering import NumberingScheme
from .plain_codes import PlainReader
from .verification import Hint, Offset, datum_hint

if TYPE_CHECKING:
    from shapely.geometry import MultiPolygon

Cell = tuple[int, int]
"""West and south edge in whole minutes; equal to the Block there"""
Point = tuple[float, float]
Polygon = Sequence[Sequence[Point]]
"""A shell and its holes, closed rings of longitude, latitude"""

TOLERANCE_M = 5.0
"""Corners this near to those of the grid agree with it. Rounding to a tenth of a second moves them by 2 m; the
published transformations between Pulkovo 1942 and WGS 84 are good to 3 and 4 m (EPSG 5044, 1267)."""
MOST_SHIFT_M = 150.0
"""A geometry moved as a whole by no more than this is a geometry moved, not one of other blocks. Pulkovo 1942 and
WGS 84 lie 44 to 107 m apart in Kazakhstan (EPSG 1291, 5044, 15865)."""
MOST_CELLS = 250_000
"""Blocks that a geometry may reach over: a quarter of the country"""
_MOST_STEPS = 2_000_000
"""Rows and columns that all edges of a geometry may run across"""
_CODES_TOLD = 25
_TEXT_TOLD = 200


class Kind(str, Enum):
    """A way in which codes and geometry disagree, or cannot be compared."""

    GRID_IN_PULKOVO = "grid_in_pulkovo"
    """The outline lies to the north-west: whole minutes of Pulkovo 1942 (SK-42), given in WGS 84"""
    CORNERS_IN_PULKOVO = "corners_in_pulkovo"
    """The outline lies to the south-east: whole minutes of WGS 84, as if given in Pulkovo 1942 (SK-42)"""
    SHIFTED = "shifted"
    """The outline is moved off the grid as a whole, but not the way these datums part"""
    OFF_GRID = "off_grid"
    """The outline leaves the grid's lines elsewhere than in blocks that are marked as partial"""
    NOT_COVERED = "not_covered"
    """Blocks that are listed, and lie outside the geometry"""
    NOT_LISTED = "not_listed"
    """Blocks that the geometry covers, and the codes do not list"""
    PART_UNMARKED = "part_unmarked"
    """Blocks that the geometry covers in part, and that are not marked as partial"""
    WHOLE_MARKED = "whole_marked"
    """Blocks that are marked as partial, and that the geometry covers wholly"""
    UNREADABLE = "unreadable"
    """Some of the codes, or all, cannot be read"""
    NOT_COMPARABLE = "not_comparable"
    """The geometry is not one of degrees, too large or too broken to be compared"""


CANNOT_BE_TOLD = frozenset({Kind.UNREADABLE, Kind.NOT_COMPARABLE})
"""Kinds that by themselves are no disagreement"""


class Finding(NamedTuple):
    """One kind of disagreement of a feature."""

    kind: Kind
    blocks: Optional[int] = None
    """How many blocks it is about"""
    metres: Optional[float] = None
    """How far the outline is from where it should be"""
    detail: str = ""
    """Codes of the blocks, not all where they are many; or the piece of text that could not be read"""


METHOD = 2
"""Raised whenever the same feature would be told differently from before"""


class _Listed(NamedTuple):
    """What the codes say."""

    blocks: frozenset[Cell]
    partial: frozenset[Cell]
    unread: tuple[str, ...] = ()


class _Covered(NamedTuple):
    """What the geometry says; `near`: its outline is so uneven that parts of blocks mean nothing."""

    whole: frozenset[Cell]
    touched: frozenset[Cell]
    near: bool = False


class Comparer:
    """Compares codes by one numbering scheme with geometries in degrees of the scheme's datum."""

    def __init__(self, scheme: NumberingScheme) -> None:
        self.scheme = scheme
        self._reader = PlainReader(scheme)

    def compare(self, codes: str, polygons: Sequence[Polygon]) -> list[Finding]:
        """What disagrees; nothing where they agree. `codes` is not blank, `polygons` not empty."""
        from shapely.errors import ShapelyError

        listed = self._listed(codes)
        unread = [Finding(Kind.UNREADABLE, len(listed.unread), None, _shortened(listed.unread))]
        found = unread if listed.unread else []
        if not listed.blocks:
            return found or [Finding(Kind.UNREADABLE, 1, None, _shortened([codes]))]
        try:
            return found + self._compare(listed, polygons)
        except (ValueError, OverflowError, ShapelyError):
            return [*found, Finding(Kind.NOT_COMPARABLE)]

    def _compare(self, listed: _Listed, polygons: Sequence[Polygon]) -> list[Finding]:
        """What disagrees of the blocks that were read. ValueError, OverflowError or ShapelyError where nobody knows."""
        scale = _scale(polygons)
        covered = _whole_cells(polygons, scale)
        if covered is not None:
            return self._blocks(listed, _Covered(covered, covered), polygons)
        moved, outline = _outline(polygons, listed, scale)
        return outline + self._blocks(listed, _covered(moved, outline, scale), moved)

    def _listed(self, codes: str) -> _Listed:
        plain = self._reader.read(codes)
        return _Listed(*plain) if plain else _read(codes, self.scheme)

    def _blocks(self, listed: _Listed, covered: _Covered, polygons: Sequence[Polygon]) -> list[Finding]:
        missing = listed.blocks - covered.touched
        # a code that was not read may be that of the block
        extra = frozenset[Cell]() if listed.unread else covered.touched - listed.blocks
        here = listed.blocks & covered.touched
        unmarked = frozenset[Cell]() if covered.near else here - listed.partial - covered.whole
        marked = frozenset[Cell]() if covered.near else listed.partial & covered.whole
        if marked:
            # less may be cut off than the tolerance lets pass
            marked &= frozenset(covered_cells(_shape(polygons)).within())
        kinds = (
            (Kind.NOT_COVERED, missing),
            (Kind.NOT_LISTED, extra),
            (Kind.PART_UNMARKED, unmarked),
            (Kind.WHOLE_MARKED, marked),
        )
        return [Finding(kind, len(cells), None, self._told(cells)) for kind, cells in kinds if cells]

    def _told(self, cells: Iterable[Cell]) -> str:
        """Codes of the first blocks in the grouped form; blocks off the country have none."""
        blocks = sorted((Block(*cell) for cell in cells), key=lambda block: (-block.lat, block.lon))
        coded = [block for block in blocks if self.scheme.contains(block)]
        told = format_grouped(coded[:_CODES_TOLD], self.scheme)
        return f"{told}; …" if len(coded) > _CODES_TOLD else told


def _read(codes: str, scheme: NumberingScheme) -> _Listed:
    reading = read_codes(codes, scheme)
    unread = tuple(dict.fromkeys(problem.text for problem in reading.problems))
    return _Listed(frozenset(read.block for read in reading.blocks), frozenset(reading.partial), unread)


def _shortened(texts: Iterable[str]) -> str:
    told = "; ".join(texts)
    return told if len(told) <= _TEXT_TOLD else f"{told[: _TEXT_TOLD - 1]}…"


class _Scale(NamedTuple):
    """Metres in a minute of longitude and of latitude."""

    east: float
    north: float

    @property
    def tolerance(self) -> tuple[float, float]:
        """TOLERANCE_M in minutes."""
        return TOLERANCE_M / self.east, TOLERANCE_M / self.north


def _scale(polygons: Sequence[Polygon]) -> _Scale:
    """The scale in the middle of the geometry (WGS 84). ValueError where it is none of degrees, or too large."""
    shells = [polygon[0] for polygon in polygons]
    west, south = (min(min(point[axis] for point in shell) for shell in shells) for axis in (0, 1))
    east, north = (max(max(point[axis] for point in shell) for shell in shells) for axis in (0, 1))
    if not (west >= -180 and east <= 180 and south >= -89 and north <= 89):
        raise ValueError("not degrees")
    if ((east - west) * 60 + 1) * ((north - south) * 60 + 1) > MOST_CELLS or _steps(polygons) > _MOST_STEPS:
        raise ValueError("too large")
    lat = radians((south + north) / 2)
    return _Scale((111412.84 * cos(lat) - 93.5 * cos(3 * lat)) / 60, (111132.95 - 559.82 * cos(2 * lat)) / 60)


def _whole_cells(polygons: Sequence[Polygon], scale: _Scale) -> Optional[frozenset[Cell]]:
    """The blocks of a geometry made of whole blocks; None for any other."""
    along, up = scale.tolerance
    cells: set[Cell] = set()
    for rings in polygons:
        crossed: set[Cell] = set()
        for ring in rings:
            minutes = [(lon * 60, lat * 60) for lon, lat in ring]
            corners = [(round(x), round(y)) for x, y in minutes]
            for (x, y), (column, row) in zip(minutes, corners):
                if not (-along <= x - column <= along and -up <= y - row <= up):
                    return None
            for (x0, y0), (x1, y1) in zip(corners, corners[1:]):
                if x0 == x1:
                    crossed ^= {(y, x0) for y in range(min(y0, y1), max(y0, y1))}
                elif y0 != y1:
                    return None
        # a row's sides in order: in, out, in, out
        sides = sorted(crossed)
        cells.update((x, y) for (y, west), (_, east) in zip(sides[::2], sides[1::2]) for x in range(west, east))
    return frozenset(cells)


def _outline(polygons: Sequence[Polygon], listed: _Listed, scale: _Scale) -> tuple[Sequence[Polygon], list[Finding]]:
    """The geometry where it should lie, and how it came to lie elsewhere."""
    points = _points(polygons, listed)
    along, up = scale.tolerance
    dx, dy = _shift(points)
    metres = hypot(dx * scale.east, dy * scale.north)
    is_even = all(abs(_beside(x - dx)) <= along or abs(_beside(y - dy)) <= up for x, y in points)
    if points and is_even and TOLERANCE_M < metres <= MOST_SHIFT_M:
        hint = datum_hint([Offset(dx * 60, dy * 60, metres)])
        kinds = {Hint.GRID_IN_PULKOVO: Kind.GRID_IN_PULKOVO, Hint.CORNERS_IN_PULKOVO: Kind.CORNERS_IN_PULKOVO}
        moved = [[[(x - dx / 60, y - dy / 60) for x, y in ring] for ring in polygon] for polygon in polygons]
        return moved, [Finding(kinds[hint] if hint else Kind.SHIFTED, None, round(metres, 1))]
    off = max((min(abs(_beside(x)) * scale.east, abs(_beside(y)) * scale.north) for x, y in points), default=0.0)
    return polygons, [Finding(Kind.OFF_GRID, None, round(off, 1))] if off > TOLERANCE_M else []


def _points(polygons: Sequence[Polygon], listed: _Listed) -> list[Point]:
    """The vertices in minutes, without those in or beside blocks that are marked as partial."""
    beside = MOST_SHIFT_M / 1000
    every = ((lon * 60, lat * 60) for polygon in polygons for ring in polygon for lon, lat in ring[1:])
    if not listed.partial:
        return list(every)
    ways = (-beside, beside)
    return [(x, y) for x, y in every if not any((int(x + a), int(y + b)) in listed.partial for a in ways for b in ways)]


def _shift(points: Sequence[Point]) -> Point:
    """By how much the vertices lie off the corners of the grid, in minutes, where it is the same for all."""
    return (median(_beside(x) for x, _ in points), median(_beside(y) for _, y in points)) if points else (0.0, 0.0)


def _beside(minutes: float) -> float:
    return minutes - round(minutes)


def _steps(polygons: Sequence[Polygon]) -> float:
    edges = chain.from_iterable(zip(ring, ring[1:]) for polygon in polygons for ring in polygon)
    return sum(60 * (abs(x1 - x0) + abs(y1 - y0)) for (x0, y0), (x1, y1) in edges)


def _covered(polygons: Sequence[Polygon], outline: Sequence[Finding], scale: _Scale) -> _Covered:
    """What the geometry covers wholly, and what at all; of an uneven outline, what it covers by more than half."""
    cells = _whole_cells(polygons, scale)
    if cells is not None:
        return _Covered(cells, cells)
    covered = covered_cells(_shape(polygons), scale.tolerance)
    if any(finding.kind is Kind.OFF_GRID and (finding.metres or 0) <= MOST_SHIFT_M for finding in outline):
        mostly = frozenset(covered.majority())
        return _Covered(mostly, mostly, near=True)
    return _Covered(frozenset(covered.within()), frozenset(covered.touched()))


def _shape(polygons: Sequence[Polygon]) -> "MultiPolygon":
    from shapely.geometry import MultiPolygon
    from shapely.geometry import Polygon as Shape

    return MultiPolygon([Shape(polygon[0], polygon[1:]) for polygon in polygons if len(polygon[0]) > 3])
