"""Corner coordinates in metres: Gauss-Kruger, six-degree zones, as licences and land registers list them.

X is the northing and Y the easting, by the custom of the field; which is which is told by their size, for in this
country a northing is never as large as an easting with its zone, nor as small as one without.
"""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Optional

from .corners import Corner
from .problems import Problem, Reason
from .proj_thread import in_proj_thread

ZONES = range(8, 16)
"""Six-degree zones that the country lies in, central meridians 45 to 87 E"""
NORTHINGS = (4_480_000.0, 6_160_000.0)
"""metres from the equator, 40.5 to 55.6 N"""
EASTINGS = (230_000.0, 770_000.0)
"""metres with the false easting of 500 000, without the zone: three degrees and a little from the central meridian"""
ELLIPSOIDS = {"EPSG:4284": "krass", "EPSG:10941": "GRS80", "EPSG:4326": "WGS84"}
"""By datum: Pulkovo 1942, QazTRF-23, WGS 84"""

_SPACE = "[ \u00a0\u2007\u2009\u202f]"
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}}){{1,2}}(?![0-9])|[0-9]+)(?:[.,][0-9]+)?(?![0-9])"
)
_WORDS = re.compile(
    r"№|п/п|[xyхуXYХУ]\s*[=:]?|(?:северн\w*|восточн\w*|north\w*|east\w*|солтүстік\w*|шығыс\w*|координат\w*"
    r"|точк\w*|пункт\w*|нүкте\w*|points?|corners?|угл\w*|угол|бұрыш\w*|m|м)(?!\w)\.?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"(?:зона|зоны|зоне|zone|аймақ|аймағы)\s*(?:№|no\.?)?\s*(?P<after>[0-9]{1,2})(?![0-9])"
    r"|(?<![0-9.,])(?P<before>[0-9]{1,2})\s*[-–]?\s*(?:(?:я|й|ой|ші|шы|th)\s*)?(?:зон\w*|zone|аймақ\w*|аймағ\w*)",
    re.IGNORECASE,
)


class GridPoint(NamedTuple):
    """A point by zone and metres; `text` = source[start:end]."""

    zone: int
    easting: float
    """without the zone, with the false easting of 500 km"""
    northing: float
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class GridReading:
    """Points in the order of the text, and what could not be read."""

    points: list[GridPoint] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_grid_points(text: str) -> GridReading:
    """The points that the text lists, one to a line or parted by semicolons, numbered or not.

    Reads metres with point or comma, with or without spaces between thousands. The zone stands before the easting
    (13 456 789), or once in the text (зона 13); where neither tells it, the row is a problem: nothing is guessed.
    """
    zone, bare = _zone_told(text)
    points: list[GridPoint] = []
    problems: list[Problem] = []
    for line in re.finditer(r"[^\n\r\v\f\x85\u2028\u2029;]+", bare):
        if not re.search(r"[0-9]", line.group()):
            continue
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        end = line.start() + len(line.group().rstrip())
        found = _point(bare[start:end], zone)
        if isinstance(found, Reason):
            problems.append(Problem(text[start:end], start, end, found))
        elif found is not None:
            known, easting, northing = found
            points.append(GridPoint(known, easting, northing, text[start:end], start, end))
    return GridReading(points, problems)


def corners_of(points: list[GridPoint], datum: str) -> list[Corner]:
    """The points in degrees of the datum, one of ELLIPSOIDS."""
    degrees = _degrees(points, ELLIPSOIDS[datum])
    return [Corner(*place, point.text, point.start, point.end) for point, place in zip(points, degrees)]


def _zone_told(text: str) -> tuple[Optional[int], str]:
    """The zone that the text names, None where it names none or several; and the text with those words blanked."""
    told = {int(match["after"] or match["before"]) for match in _ZONE.finditer(text)}
    bare = _ZONE.sub(lambda match: " " * len(match.group()), text)
    return (told.pop() if len(told) == 1 else None), bare


def _point(row: str, zone: Optional[int]) -> Any:
    """Zone, easting and northing of a row; None for a row of words and a label; a Reason where it cannot be read."""
    numbers = list(_NUMBER.finditer(row))
    rest = _NUMBER.sub(" ", row)
    if re.search(r"\w", _WORDS.sub(" ", rest)):
        return Reason.NOT_UNDERSTOOD
    values = [_metres(match.group()) for match in numbers]
    if len(values) == 3 and values[0] == int(values[0]) < 10_000:
        values = values[1:]
    if len(values) != 2:
        return Reason.NOT_UNDERSTOOD if len(values) > 2 else Reason.UNPAIRED
    northings = [value for value in values if NORTHINGS[0] <= value <= NORTHINGS[1]]
    if len(northings) != 1:
        return Reason.OUT_OF_RANGE
    easting = values[1 - values.index(northings[0])]
    prefix, plain = divmod(easting, 1_000_000)
    if not EASTINGS[0] <= plain <= EASTINGS[1] or (prefix and int(prefix) not in ZONES):
        return Reason.OUT_OF_RANGE
    if prefix and zone is not None and int(prefix) != zone:
        return Reason.CONTRADICTING_ZONE
    known = int(prefix) if prefix else zone
    if known is None:
        return Reason.NO_ZONE
    return (known, plain, northings[0]) if known in ZONES else Reason.OUT_OF_RANGE


def _metres(number: str) -> float:
    return float(re.sub(_SPACE, "", number).replace(",", "."))


@in_proj_thread
def _degrees(points: list[GridPoint], ellipsoid: str) -> list[tuple[float, float]]:
    from pyproj import Proj

    def plane(zone: int) -> Proj:
        return Proj(proj="tmerc", lat_0=0, lon_0=zone * 6 - 3, k=1, x_0=500_000, y_0=0, ellps=ellipsoid)

    planes = {zone: plane(zone) for zone in {point.zone for point in points}}
    return [planes[point.zone](point.easting, point.northing, inverse=True) for point in points]
