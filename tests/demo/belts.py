"""The metallogenic belts along which invented deposits and licences gather (data/belts.csv, drawn by hand)."""

import random
from dataclasses import dataclass
from functools import cache

from .shapes import Position, along
from .tables import table


@dataclass(frozen=True)
class Belt:
    """A belt: its axis, width, number of invented deposits, weight among licences, and suites of minerals."""

    name: str
    line: tuple[Position, ...]
    width_km: float
    deposits: int
    licences: int
    suites: tuple[tuple[str, ...], ...]

    def position(self, draw: random.Random) -> Position:
        """Somewhere in the belt."""
        return along(draw, self.line, self.width_km)

    def suite(self, draw: random.Random) -> tuple[str, ...]:
        """Minerals that are found together in the belt, the main one first; early suites are commoner."""
        return draw.choices(self.suites, [1 / (rank + 1) for rank in range(len(self.suites))])[0]


def positions(text: str) -> tuple[Position, ...]:
    """Positions of a table's outline, "lon lat;lon lat"."""
    return tuple((float(lon), float(lat)) for lon, lat in (pair.split() for pair in text.split(";")))


@cache
def belts() -> tuple[Belt, ...]:
    """All belts."""
    return tuple(
        Belt(
            row["belt"],
            positions(row["line"]),
            float(row["width_km"]),
            int(row["deposits"]),
            int(row["licences"]),
            tuple(tuple(suite.split(",")) for suite in row["suites"].split("|")),
        )
        for row in table("belts")
    )


@cache
def commodity_group(mineral: str) -> str:
    """Group of a mineral code."""
    return {row["code"]: row["group"] for row in table("minerals")}[mineral]
