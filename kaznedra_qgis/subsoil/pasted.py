"""Text that a user pastes to choose blocks: their codes, or the corners of plots in degrees or metres."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Optional

from .blocks import Block, Rule, covering
from .codes import Reading, read_codes
from .corners import Corner, read_corners
from .gauss_kruger import GridPoint, corners_of, read_grid_points
from .numbering import NumberingScheme
from .problems import Problem

DATUMS = ("EPSG:4326", "EPSG:4284", "EPSG:10941")
"""WGS 84, Pulkovo 1942, QazTRF-23"""
_THIN = 1e-6
"""degrees that a point or a line is widened by"""
_DATUM_WORDS = (
    ("EPSG:4284", r"(?:СК|SK|CK)[\s-]*(?:19)?42|(?:Пулково|Pulkovo)[\s-]*(?:19)?42|EPSG:\s*4284"),
    ("EPSG:10941", r"Qaz\s?TRF[\s-]*23|EPSG:\s*10941"),
    ("EPSG:4326", r"WGS[\s-]*(?:19)?84|EPSG:\s*4326"),
)


class Kind(str, Enum):
    """What a text lists."""

    CODES = "codes"
    DEGREES = "degrees"
    METRES = "metres"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Pasted:
    """What a text was read as. Of `codes`, `corners` and `points` those of its kind are filled."""

    kind: Kind
    problems: Sequence[Problem] = ()
    codes: Optional[Reading] = None
    corners: Sequence[Corner] = ()
    points: Sequence[GridPoint] = ()
    datum: str = ""
    """The datum that the text names, one of DATUMS; empty where it names none or several"""

    @property
    def count(self) -> int:
        """Corners, in degrees or metres."""
        return len(self.corners) + len(self.points)

    @property
    def gaps(self) -> list[Problem]:
        """Rows with figures that were not read: a plot without one of its corners would be another plot."""
        return [problem for problem in self.problems if any(map(str.isdigit, problem.text))]

    def corners_in(self, datum: str) -> list[Corner]:
        """The corners in degrees of the datum; metres are projected back by its ellipsoid."""
        return corners_of(list(self.points), datum) if self.kind is Kind.METRES else list(self.corners)


def read_pasted(text: str, scheme: NumberingScheme) -> Pasted:
    """Read the text as the kind of which it has the most; what could not be read as that is a problem."""
    if not text.strip():
        return Pasted(Kind.NOTHING)
    codes, corners = read_codes(text, scheme), read_corners_pasted(text)
    if codes.blocks and len(codes.blocks) >= corners.count:
        return Pasted(Kind.CODES, codes.problems, codes=codes)
    if corners.count:
        return corners
    return Pasted(Kind.NOTHING, _shortest(codes.problems, corners.problems))


def read_corners_pasted(text: str) -> Pasted:
    """Read the text as corners: in degrees or in metres, of whichever it has more."""
    datum, bare = _datum_told(text)
    degrees, metres = read_corners(bare), read_grid_points(bare)
    if metres.points and len(metres.points) >= len(degrees.corners):
        return Pasted(Kind.METRES, metres.problems, points=metres.points, datum=datum)
    if degrees.corners:
        return Pasted(Kind.DEGREES, degrees.problems, corners=degrees.corners, datum=datum)
    return Pasted(Kind.NOTHING, _shortest(degrees.problems, metres.problems))


def _shortest(*problems: Sequence[Problem]) -> Sequence[Problem]:
    return min((found for found in problems if found), key=len, default=())


def _datum_told(text: str) -> tuple[str, str]:
    """The datum that the text names, and the text with its names blanked."""
    told = set()
    for datum, pattern in _DATUM_WORDS:
        if re.search(pattern, text, re.IGNORECASE):
            told.add(datum)
            text = re.sub(pattern, lambda match: " " * len(match.group()), text, flags=re.IGNORECASE)
    return (told.pop() if len(told) == 1 else ""), text


def plots_of(corners: Sequence[Corner], text: str) -> list[list[Corner]]:
    """The corners by plot: one ends where its first corner comes again, or where a blank line or a heading follows.

    A plot of fewer than three corners is no plot: then blank lines and headings are taken to part nothing.
    """
    parted = _closed(corners, text, at_breaks=True)
    return parted if all(len(plot) >= 3 for plot in parted) else _closed(corners, text, at_breaks=False)


def _closed(corners: Sequence[Corner], text: str, at_breaks: bool) -> list[list[Corner]]:
    plots: list[list[Corner]] = [[]]
    for corner in corners:
        plot = plots[-1]
        if at_breaks and plot and _parts(text[plot[-1].end : corner.start]):
            plots.append([corner])
        elif len(plot) > 2 and corner[:2] == plot[0][:2]:
            plots.append([])
        else:
            plot.append(corner)
    return [plot for plot in plots if plot]


def _parts(between: str) -> bool:
    """Whether what stands between two corners parts two plots: an empty line, or a line of words."""
    return bool(re.search(r"\n[ \t]*\n", between.replace("\r", ""))) or bool(
        re.search(r"\n[^\n]*[^\W\d_]{4,}", between)
    )


def blocks_of(plots: Sequence[Sequence[Sequence[float]]], rule: Rule, scheme: NumberingScheme) -> list[Block]:
    """The blocks that plots cover by the rule; corners are (longitude, latitude, …) in degrees of the grid's datum.

    A plot of one corner or two gives the blocks that the point or line lies in.
    """
    found = [block for plot in plots for block in _blocks_of(plot, rule)]
    return [block for block in dict.fromkeys(found) if scheme.contains(block)]


def _blocks_of(plot: Sequence[Sequence[float]], rule: Rule) -> list[Block]:
    from shapely.geometry import LineString, Point, Polygon

    places = [(corner[0], corner[1]) for corner in plot]
    if len(places) > 2:
        return covering(Polygon(places), rule)
    thin = LineString(places) if len(places) == 2 else Point(places[0])
    return covering(thin.buffer(_THIN), Rule.TOUCH)
