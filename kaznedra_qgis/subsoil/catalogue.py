"""The corners of a set of blocks in the datums that documents name: WGS 84, SK-42 (Pulkovo 1942) and QazTRF-23."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, Optional

from .blocks import Block, bounds, components
from .outlines import Ring, rings


class Datum(NamedTuple):
    """A geographic CRS by its short name and EPSG code."""

    name: str
    crs: str
    equivalent: str = ""
    """PROJ string that stands in where PROJ does not know the code; it takes coordinates over unchanged"""
    null_transformation: str = ""
    """What the stand-in does, by its name in EPSG, and how good that is, in metres"""
    null_accuracy_m: Optional[float] = None


WGS_84 = Datum("WGS 84", "EPSG:4326")
SK_42 = Datum("SK-42", "EPSG:4284")
QAZTRF_23 = Datum(
    "QazTRF-23", "EPSG:10941", "+proj=longlat +ellps=GRS80 +towgs84=0,0,0 +type=crs", "EPSG:10965 (null)", 1.0
)
DATUMS = (WGS_84, SK_42, QAZTRF_23)
BETTER_SK_42 = "EPSG:10964"
"""Pulkovo 1942 to QazTRF-23 by the grid qazgrid_kz.gsb, 0.1 m: neither the code nor the grid comes with every PROJ"""


@dataclass(frozen=True)
class Conversion:
    """How coordinates of the grid's datum become those of another."""

    datum: Datum
    crs: str
    """What stood for the datum: its code, or the stand-in"""
    operation: str
    """Name and EPSG code of the transformation; empty where none was needed"""
    accuracy_m: Optional[float]
    """As the transformation's publisher states it; 0 where none was needed, None where it is not stated"""
    area_of_use: str = ""
    """Where the publisher means the transformation to be used"""

    @property
    def is_equivalent(self) -> bool:
        """Whether a stand-in was used because PROJ does not know the datum's code."""
        return self.crs != self.datum.crs


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


def corner_catalogue(blocks: Iterable[Block], grid_datum: str = WGS_84.crs) -> Catalogue:
    """The corners of the blocks' outline in all DATUMS. `grid_datum` is the CRS that minutes are counted in.

    Plots are side-connected parts (Code on Subsoil 188(4)), from the north-west on. ValueError where there are none.
    """
    parts = sorted(components(sorted(blocks)), key=lambda part: min((-block.lat, block.lon) for block in part))
    west, south, east, north = (minutes / 60 for minutes in bounds(block for part in parts for block in part))
    ways = [_conversion(datum, grid_datum, (west, south, east, north)) for datum in DATUMS]
    places = [
        (plot, contour, number, point)
        for plot, part in enumerate(parts, 1)
        for contour, ring in enumerate(rings(part))
        for number, point in enumerate(_from_north_west(ring), 1)
    ]
    lats, lons = [point[1] / 60 for *_, point in places], [point[0] / 60 for *_, point in places]
    columns = [_convert(transformer, lats, lons) for _, transformer in ways]
    corners = (CatalogueCorner(*place, positions) for place, positions in zip(places, zip(*columns)))
    return Catalogue(tuple(conversion for conversion, _ in ways), tuple(corners))


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


def _convert(transformer: Any, lats: list[float], lons: list[float]) -> list[Position]:
    if transformer is None:
        return list(map(Position, lats, lons))
    return list(map(Position, *transformer.transform(lats, lons, errcheck=True)))


def _conversion(datum: Datum, grid_datum: str, area: tuple[float, float, float, float]) -> tuple[Conversion, Any]:
    """The conversion that PROJ holds to be the most accurate there, and its transformer; None for none needed."""
    from pyproj.aoi import AreaOfInterest
    from pyproj.transformer import TransformerGroup

    if datum.crs == grid_datum:
        return Conversion(datum, datum.crs, "", 0.0), None
    if not _is_known(datum.crs):
        if grid_datum == WGS_84.crs:
            return Conversion(datum, datum.equivalent, datum.null_transformation, datum.null_accuracy_m), None
        target = WGS_84.crs
    else:
        target = datum.crs
    interest: Any = AreaOfInterest(*area)
    group = TransformerGroup(grid_datum, target, area_of_interest=interest)
    best = group.transformers[0]
    name, accuracy, used = _described(best)
    if target != datum.crs:
        name, crs = f"{name}; {datum.null_transformation}", datum.equivalent
        accuracy = None if accuracy is None or datum.null_accuracy_m is None else accuracy + datum.null_accuracy_m
    else:
        crs = datum.crs
    return Conversion(datum, crs, name, accuracy, used), best


def _is_known(crs: str) -> bool:
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        CRS.from_user_input(crs)
    except CRSError:
        return False
    return True


def _described(transformer: Any) -> tuple[str, Optional[float], str]:
    """Name with EPSG codes, stated accuracy in metres and area of use of a transformation."""
    steps = list(transformer.operations or (transformer,))
    named = [f"{_name(step)} (EPSG:{code})" if code else _name(step) for step in steps for code in [_epsg(step)]]
    accuracy = transformer.accuracy if transformer.accuracy is not None and transformer.accuracy >= 0 else None
    areas = {step.area_of_use.name for step in steps if step.area_of_use}
    return " + ".join(named), accuracy, "; ".join(sorted(areas))


def _name(step: Any) -> str:
    """In PROJ's words, a transformation in the other direction being "Inverse of …"; transformers call it otherwise."""
    return str(step.to_json_dict()["name"])


def _epsg(step: Any) -> str:
    return str((step.to_json_dict().get("id") or {}).get("code") or "")
