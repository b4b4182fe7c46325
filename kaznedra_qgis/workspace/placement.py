"""Where staged features lie against where the source says that they lie: exchanged axes, and strays."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Optional

from ..sources.source import BBox
from ..sources.ways import COUNTRY
from .connection import bounds

_TOLERANCE = 0.01
"""Part of a declared area by which features may reach over its edges: many servers estimate it"""


@dataclass(frozen=True)
class Placement:
    """Features with a geometry, those wholly outside the declared area, and of these those inside it once their
    longitude and latitude are exchanged. `is_swapped`: that is so for most."""

    placed: int = 0
    outside: int = 0
    swapped: int = 0
    is_swapped: bool = False


def staged_bounds(paths: Sequence[Path]) -> Optional[BBox]:
    """What all the features of staging files lie within, by what GDAL noted; None where none has a place."""
    found = []
    for path in paths:
        with closing(sqlite3.connect(path)) as connection:
            row = connection.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents").fetchone()
        if row and None not in row:
            found.append(row)
    if not found:
        return None
    west, south, east, north = zip(*found)
    return min(west), min(south), max(east), max(north)


def placement(connection: sqlite3.Connection, within: Optional[BBox], declared: Optional[BBox]) -> Placement:
    """How the features of the view `staged`, which lie `within`, lie in the declared area and in the country.

    Each feature is looked at only where they do not all lie there.
    """
    if within is None:
        return Placement()
    area = _widened(declared) if declared else None
    in_area = _count(connection, area) if area and not _contains(area, within) else Placement()
    country = _widened(COUNTRY)
    in_country = _count(connection, country) if not _contains(country, within) else Placement()
    if declared and _is_exchanged(declared) and not in_country.outside:
        return Placement(in_area.placed, in_area.outside)
    swapped = _is_most(in_area) or _is_most(in_country)
    told = in_area if area and not (_is_most(in_country) and not _is_most(in_area)) else in_country
    if not area and not swapped:
        return Placement()
    return Placement(told.placed, told.outside, told.swapped, swapped)


def _is_exchanged(declared: BBox) -> bool:
    """True for an area that would lie in the country if only its axes were the other way round."""
    west, south, east, north = declared
    return _contains(_widened(COUNTRY), (south, west, north, east)) and not _touches(declared, COUNTRY)


def _is_most(found: Placement) -> bool:
    return 2 * found.swapped > found.placed


def _count(connection: sqlite3.Connection, area: BBox) -> Placement:
    def place(blob: Optional[bytes]) -> Optional[int]:
        """0 inside, 1 outside, 2 outside but inside once exchanged; None without a place."""
        edges = bounds(blob)
        if edges is None or not all(map(isfinite, edges)):
            return None
        west, east, south, north = edges
        if _touches((west, south, east, north), area):
            return 0
        return 2 if _touches((south, west, north, east), area) else 1

    connection.create_function("kz_place", 1, place, deterministic=True)
    counted = """SELECT count(place), coalesce(sum(place > 0), 0), coalesce(sum(place = 2), 0)
                 FROM (SELECT kz_place(geom) AS place FROM staged)"""
    return Placement(*connection.execute(counted).fetchone())


def _widened(box: BBox) -> BBox:
    across, up = _TOLERANCE * (box[2] - box[0]), _TOLERANCE * (box[3] - box[1])
    return box[0] - across, box[1] - up, box[2] + across, box[3] + up


def _contains(outer: BBox, inner: BBox) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def _touches(one: BBox, other: BBox) -> bool:
    return one[0] <= other[2] and one[2] >= other[0] and one[1] <= other[3] and one[3] >= other[1]
