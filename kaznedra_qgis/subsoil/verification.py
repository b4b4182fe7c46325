"""Compares block codes with the corner coordinates that a licence or a collection of blocks gives for them.

The order of numbers inside a sheet is a convention and the law names no datum, so both are checked against data:
every plot's corners must be the corners of the outline that the numbering scheme draws for its codes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, Optional

from .blocks import Block, Rule, components, covering, wgs84
from .codes import Reading, read_codes
from .corners import CornerReading, read_corners
from .numbering import NumberingScheme
from .outlines import rings

Point = tuple[float, float]
"""longitude, latitude in degrees"""

TOLERANCE = 0.05
"""seconds of arc (1.5 m); coordinates of licences are written to a tenth of a second or to five decimals"""

# Pulkovo 1942 and WGS 84 anywhere in Kazakhstan by EPSG 1291, 5044 and 15865; data rounded to a tenth of a second
_DATUM_LON, _DATUM_LAT, _DATUM_METRES = (1.0, 5.45), (0.0, 2.05), (43.0, 109.0)


class Difference(str, Enum):
    """A way in which corners and codes disagree."""

    OFF_MINUTE = "off_minute"
    """a corner that lies on no whole minute"""
    NOT_A_CORNER = "not_a_corner"
    """a corner on whole minutes that is not on the outline of the blocks"""
    NO_CORNER = "no_corner"
    """a corner of the outline for which no coordinates are given"""
    BLOCK_NOT_ENCLOSED = "block_not_enclosed"
    """a block of the codes that the corners do not enclose"""
    BLOCK_NOT_NAMED = "block_not_named"
    """a block that the corners enclose and the codes do not name"""


class Hint(str, Enum):
    """What the offsets of all corners look like."""

    GRID_IN_PULKOVO = "grid_in_pulkovo"
    """all corners lie to the north-west: whole minutes of Pulkovo 1942, given in WGS 84"""
    CORNERS_IN_PULKOVO = "corners_in_pulkovo"
    """all corners lie to the south-east: whole minutes of WGS 84, given in Pulkovo 1942"""


class Offset(NamedTuple):
    """From where a corner should be to where it is, positive to the east and north."""

    lon_seconds: float
    lat_seconds: float
    metres: float


class Finding(NamedTuple):
    """One difference, of the plot with that number (from 0)."""

    kind: Difference
    plot: int
    lon: float
    lat: float
    """the place: of the corner as given, or as computed where none is given; of a block, its south-west corner"""
    offset: Optional[Offset] = None
    """from the whole minute (OFF_MINUTE) or from the nearest corner of the outline (NOT_A_CORNER)"""
    codes: tuple[str, ...] = ()
    """codes of the blocks that meet there"""


@dataclass(frozen=True)
class Verification:
    """What a comparison showed. `hints` says what the offsets betray."""

    plots: int
    blocks: int
    corners: int
    findings: list[Finding] = field(default_factory=list)
    hints: frozenset[Hint] = frozenset()
    codes_read: tuple[Reading, ...] = ()
    corners_read: tuple[CornerReading, ...] = ()

    @property
    def unread(self) -> bool:
        """True when a piece of the texts could not be read."""
        codes = any(reading.problems for reading in self.codes_read)
        return codes or any(reading.problems for reading in self.corners_read)

    @property
    def agrees(self) -> bool:
        """True when there was something to compare, all of it was read, and nothing differs."""
        return bool(self.blocks and self.corners) and not self.findings and not self.unread


def verify(
    plots: Iterable[tuple[Sequence[Block], Sequence[Point]]],
    scheme: NumberingScheme,
    tolerance: float = TOLERANCE,
) -> Verification:
    """Compare the blocks of each plot with its corners: (longitude, latitude) in degrees of the grid's datum.

    A plot is one block or a whole licence. The corners of its outline must all be given, in any order; points on
    straight sides, repeated first points and corners of blocks inside are allowed. Where the corners come in the
    order of the outline, the blocks they enclose are compared as well. `tolerance` is in seconds of arc.
    """
    findings: list[Finding] = []
    offsets: list[Offset] = []
    blocks = corners = number = 0
    for number, (named, given) in enumerate(plots, 1):
        check = _Plot(number - 1, frozenset(named), [(lon, lat) for lon, lat, *_ in given], scheme, tolerance)
        findings.extend(check.findings())
        offsets.extend(check.offsets)
        blocks, corners = blocks + len(check.blocks), corners + len(check.given)
    hint = datum_hint(offsets, tolerance)
    return Verification(number, blocks, corners, findings, frozenset([hint] if hint else []))


def verify_text(codes: str, corners: str, scheme: NumberingScheme, tolerance: float = TOLERANCE) -> Verification:
    """`verify` for one plot whose codes and corners are texts; what could not be read is in the readings."""
    reading, corner_reading = read_codes(codes, scheme), read_corners(corners)
    plot = [read.block for read in reading.blocks], [(corner.lon, corner.lat) for corner in corner_reading.corners]
    found = verify([plot], scheme, tolerance)
    return Verification(
        found.plots, found.blocks, found.corners, found.findings, found.hints, (reading,), (corner_reading,)
    )


class _Plot:
    """The comparison of one plot."""

    def __init__(
        self, number: int, blocks: frozenset[Block], given: list[Point], scheme: NumberingScheme, tolerance: float
    ) -> None:
        self.number = number
        self.blocks = blocks
        self.given = given
        self.scheme = scheme
        self.tolerance = tolerance
        self.offsets = [_offset(_nearest_minute(point), point) for point in given]
        self.outline = {corner for part in components(blocks) for ring in rings(part) for corner in ring}
        """whole minutes"""

    def findings(self) -> list[Finding]:
        """All differences: corners as given, corners that are missing, blocks."""
        on_minute = [point for point, offset in zip(self.given, self.offsets) if self._agrees(offset)]
        found = [
            Finding(Difference.OFF_MINUTE, self.number, *point, offset, self._codes_at(_nearest_minute(point)))
            for point, offset in zip(self.given, self.offsets)
            if not self._agrees(offset)
        ]
        found += [self._stranger(point) for point in on_minute if not self._codes_at(_nearest_minute(point))]
        # a corner off its minute is told once, as such, not also as missing there
        told = {_nearest_minute(point) for point in self.given}
        for corner in sorted(self.outline - told, key=lambda corner: (-corner[1], corner[0])):
            place = corner[0] / 60, corner[1] / 60
            found.append(Finding(Difference.NO_CORNER, self.number, *place, None, self._codes_at(corner)))
        return found + self._blocks()

    def _agrees(self, offset: Offset) -> bool:
        return max(abs(offset.lon_seconds), abs(offset.lat_seconds)) <= self.tolerance

    def _codes_at(self, corner: tuple[int, int]) -> tuple[str, ...]:
        """Codes of the plot's blocks that meet in the point."""
        lon, lat = corner
        around = (Block(lon - 1, lat), Block(lon, lat), Block(lon - 1, lat - 1), Block(lon, lat - 1))
        return tuple(code for block in around if block in self.blocks for code in self._code(block))

    def _stranger(self, point: Point) -> Finding:
        """A point on whole minutes where no block of the plot is, with its way from the nearest corner."""
        nearest = min(
            (_offset(corner, point) for corner in self.outline), key=lambda offset: offset.metres, default=None
        )
        return Finding(Difference.NOT_A_CORNER, self.number, *point, nearest)

    def _blocks(self) -> list[Finding]:
        enclosed = self._enclosed()
        if enclosed is None:
            return []
        kinds = (
            (Difference.BLOCK_NOT_ENCLOSED, self.blocks - enclosed),
            (Difference.BLOCK_NOT_NAMED, enclosed - self.blocks),
        )
        return [
            Finding(kind, self.number, block.lon / 60, block.lat / 60, None, self._code(block))
            for kind, blocks in kinds
            for block in sorted(blocks, key=lambda block: (-block.lat, block.lon))
        ]

    def _code(self, block: Block) -> tuple[str, ...]:
        return (self.scheme.code(block),) if self.scheme.contains(block) else ()

    def _enclosed(self) -> Optional[frozenset[Block]]:
        """Blocks inside the ring of the nearest whole minutes; None where the points make no ring along the grid."""
        from shapely.geometry import Polygon

        ring = [_nearest_minute(point) for point in self.given]
        ring = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring
        sides = list(zip(ring, ring[1:] + ring[:1]))
        if len(ring) < 4 or any((a[0] == b[0]) == (a[1] == b[1]) for a, b in sides):
            return None
        shape = Polygon([(lon / 60, lat / 60) for lon, lat in ring])
        if not shape.is_valid:
            return None
        return frozenset(covering(shape, Rule.MAJORITY))


def _nearest_minute(point: Point) -> tuple[int, int]:
    return round(point[0] * 60), round(point[1] * 60)


def _offset(corner: tuple[int, int], point: Point) -> Offset:
    """From a corner in whole minutes to a point in degrees; metres along the geodesic on WGS 84."""
    lon, lat = corner[0] / 60, corner[1] / 60
    _, _, metres = wgs84().inv(lon, lat, *point)
    return Offset((point[0] - lon) * 3600, (point[1] - lat) * 3600, float(metres))


def datum_hint(offsets: Sequence[Offset], tolerance: float = TOLERANCE) -> Optional[Hint]:
    """What it looks like when every corner misses its minute by what parts Pulkovo 1942 from WGS 84."""
    for hint, sign in ((Hint.GRID_IN_PULKOVO, 1), (Hint.CORNERS_IN_PULKOVO, -1)):
        if offsets and all(
            _DATUM_LON[0] <= -sign * offset.lon_seconds <= _DATUM_LON[1]
            and _DATUM_LAT[0] - tolerance <= sign * offset.lat_seconds <= _DATUM_LAT[1]
            and _DATUM_METRES[0] <= offset.metres <= _DATUM_METRES[1]
            for offset in offsets
        ):
            return hint
    return None
