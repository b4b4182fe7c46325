"""The cells of the block grid, from the sheets of 1:1 000 000 down to the blocks, and where and when they show."""

import math
from typing import NamedTuple

from qgis.core import QgsRectangle


class Level(NamedTuple):
    """A kind of cell: width and height in minutes, its line in mm, and the scale 1:`scale` from which it shows."""

    name: str
    width: int
    height: int
    line: float
    scale: float


MILLION = Level("million", 360, 240, 0.8, 30_000_000)
SHEET = Level("sheet", 30, 20, 0.7, 2_500_000)
SECTION = Level("section", 10, 10, 0.5, 1_000_000)
SUBSECTION = Level("subsection", 5, 5, 0.3, 500_000)
BLOCK = Level("block", 1, 1, 0.1, 500_000)
LEVELS = (MILLION, SHEET, SECTION, SUBSECTION, BLOCK)
"""From coarse to fine; each cell is made of whole cells of the next"""


class Window(NamedTuple):
    """A rectangle of the graticule in minutes."""

    west: float
    south: float
    east: float
    north: float

    def meet(self, other: "Window") -> "Window":
        """What both cover; empty where they do not meet."""
        return Window(
            max(self.west, other.west),
            max(self.south, other.south),
            min(self.east, other.east),
            min(self.north, other.north),
        )

    def empty(self) -> bool:
        """Whether there is nothing inside."""
        return not (self.west < self.east and self.south < self.north)

    def area(self) -> float:
        """Square minutes inside."""
        return (self.east - self.west) * (self.north - self.south)

    def whole(self, width: int = 1, height: int = 1) -> "Window":
        """The window rounded out to whole cells of that size."""
        return Window(
            math.floor(self.west / width) * width,
            math.floor(self.south / height) * height,
            math.ceil(self.east / width) * width,
            math.ceil(self.north / height) * height,
        )

    def cells(self, level: Level) -> list["Window"]:
        """The cells of a level that the window touches, row by row from the north-west."""
        if self.empty():
            return []
        west, south, east, north = (int(edge) for edge in self.whole(level.width, level.height))
        return [
            Window(lon, lat, lon + level.width, lat + level.height)
            for lat in range(north - level.height, south - 1, -level.height)
            for lon in range(west, east, level.width)
        ]


def covered(level: Level) -> Window:
    """Where a level is drawn: blocks, subsections and sections where blocks have codes, sheets to their frames."""
    from ..subsoil.numbering import default_scheme

    country = Window(*default_scheme().extent)
    return country.whole(level.width, level.height) if level in (MILLION, SHEET) else country


def extent() -> QgsRectangle:
    """Where anything of the grid is drawn, in degrees."""
    return QgsRectangle(*(minutes / 60 for minutes in covered(MILLION)))
