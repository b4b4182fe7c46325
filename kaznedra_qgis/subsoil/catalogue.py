"""The corners of a set of blocks in the datums that documents name: WGS 84, SK-42 (Pulkovo 1942) and QazTRF-23."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Optional

from . import transformations
from .blocks import Block, bounds, components
from .outlines import Ring, rings
from .transformations import Choice, Operation, choose, is_known


class Datum(NamedTuple):
    """A geographic CRS by its short name and EPSG code."""

    name: str
    crs: str


DATUMS = (
    Datum("WGS 84", transformations.WGS_84),
    Datum("SK-42", transformations.SK_42),
    Datum("QazTRF-23", transformations.QAZTRF_23),
)


@dataclass(frozen=True)
class Conversion:
    """How coordinates of the grid's datum become those of another."""

    datum: Datum
    operation: str
    """Name and EPSG code of the transformation; empty where none was needed"""
    accuracy_m: Optional[float]
    """As the transformation's publisher states it; 0 where none was needed, None where it is not stated"""
    area_of_use: str = ""
    """Where the publisher means the transformation to be used"""
    is_equivalent: bool = False
    """PROJ does not know the datum's code: its null transformation was taken as EPSG has it"""
    is_pinned: bool = False
    """The user has set which transformation is taken"""
    better: Optional[Operation] = None
    """One of which a higher accuracy is stated, and that was not taken"""


class Position(NamedTuple):
    """Degrees north and east."""

    lat: float
    lon: float


@dataclass(frozen=True)
class CatalogueCorner:
    """A corner: of which plot, counted from 1, of which contour of it (0 outer, holes from 1), its number therein."""

    plot: int
    contour: int
    number: int
    minutes: tuple[int, int]
    """East and north, in the grid's datum"""
    positions: tuple[Position, ...]
    """One per conversion of the catalogue"""


@dataclass(frozen=True)
class Catalogue:
    """Corners, plot by plot, clockwise from the north-west, holes after the outer contour."""

    conversions: tuple[Conversion, ...]
    corners: tuple[CatalogueCorner, ...]


def corner_catalogue(blocks: Iterable[Block], grid_datum: str = transformations.WGS_84, pinned: str = "") -> Catalogue:
    """The corners of the blocks' outline in all DATUMS. `grid_datum` is the CRS that minutes are counted in.

    Plots are side-connected parts (Code on Subsoil 188(4)), from the north-west on. `pinned`: as `choose` takes it.
    ValueError where there are no blocks, KaznedraError(NO_TRANSFORMATION).
    """
    parts = sorted(components(sorted(blocks)), key=lambda part: min((-block.lat, block.lon) for block in part))
    west, south, east, north = (minutes / 60 for minutes in bounds(block for part in parts for block in part))
    ways = [choose(grid_datum, datum.crs, (west, south, east, north), pinned) for datum in DATUMS]
    places = [
        (plot, contour, number, point)
        for plot, part in enumerate(parts, 1)
        for contour, ring in enumerate(rings(part))
        for number, point in enumerate(_from_north_west(ring), 1)
    ]
    lats, lons = [point[1] / 60 for *_, point in places], [point[0] / 60 for *_, point in places]
    columns = [[Position(lat, lon) for lon, lat in zip(*way.operation.convert(lons, lats))] for way in ways]
    corners = (CatalogueCorner(*place, positions) for place, positions in zip(places, zip(*columns)))
    return Catalogue(tuple(_conversion(*told, pinned) for told in zip(DATUMS, ways)), tuple(corners))


def dms(degrees: float, decimals: int = 2) -> str:
    """Degrees, minutes and seconds: 49°47′00.00″. Hundredths of a second are 0.3 m."""
    units = 10**decimals
    whole = round(abs(degrees) * 3600 * units)
    seconds, rest = divmod(whole, units)
    minutes, second = divmod(seconds, 60)
    degree, minute = divmod(minutes, 60)
    fraction = f".{rest:0{decimals}d}" if decimals else ""
    return f"{'-' if degrees < 0 and whole else ''}{degree}°{minute:02d}′{second:02d}{fraction}″"


def _from_north_west(ring: Ring) -> Ring:
    """The ring clockwise, from its northmost and then westmost corner."""
    doubled = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]))
    clockwise = ring[::-1] if doubled > 0 else ring
    start = min(range(len(clockwise)), key=lambda index: (-clockwise[index][1], clockwise[index][0]))
    return clockwise[start:] + clockwise[:start]


def _conversion(datum: Datum, way: Choice, pinned: str) -> Conversion:
    used = way.operation
    equivalent = datum.crs == transformations.QAZTRF_23 and bool(used.steps) and not is_known(datum.crs)
    is_pinned = bool(pinned) and any(step.code in pinned.split("+") for step in used.steps)
    return Conversion(datum, used.title, used.accuracy_m, used.area, equivalent, is_pinned, way.better)
