"""Writes the codes of sheets, sections, subsections and blocks where there is room for them."""

import math
from collections.abc import Callable
from typing import NamedTuple, Optional

from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker

from .grid_levels import BLOCK, MILLION, SECTION, SHEET, SUBSECTION, Level, Window, covered
from .grid_projection import Projection

LETTERS = 2.6
"""Size of the font, mm"""
HALO = 0.4
"""Width of the halo round the letters, mm"""
MARGIN = 0.6
"""Between a code and the lines round it, mm"""
SLOPE = 0.3
"""Rise of the parallel along a code, mm, up to which the code stays level: hardly turned text looks worse"""
FAMILIES = ("DejaVu Sans", "Noto Sans", "Segoe UI", "Arial")
"""Fonts that have the letters of the codes; the first that is there is taken"""


class Code(NamedTuple):
    """The parts of a block's code: M-44-77, 10е, 5а, 11."""

    sheet: str
    section: str
    subsection: str
    number: str


class Codes:
    """Codes of cells by the numbering scheme in force."""

    def __init__(self) -> None:
        from ..subsoil.numbering import default_scheme

        self._scheme = default_scheme()
        self._subsections: dict[tuple[int, int], Code] = {}
        self._numbers: dict[tuple[int, int], str] = {}

    def of(self, cell: Window) -> Code:
        """The code of the block in the north-west of what of a cell lies in the country's rectangle."""
        west, _, _, north = cell.meet(covered(BLOCK))
        lon, lat = int(west), int(north) - 1
        subsection, place = (lon // 5, lat // 5), (lon % 5, lat % 5)
        code, number = self._subsections.get(subsection), self._numbers.get(place)
        if code is None or number is None:
            code = self._spell(lon, lat)
            self._subsections[subsection], self._numbers[place] = code, code.number
            return code
        return code._replace(number=number)

    def _spell(self, lon: int, lat: int) -> Code:
        from ..subsoil.blocks import Block

        place = self._scheme.place(Block(lon, lat))
        return Code(str(place.sheet), f"10{place.section}", f"5{place.subsection}", str(place.number))


class Plan(NamedTuple):
    """What is written: lines in the middle of each cell of one level, a prefix in the corner of each of another."""

    middle: Level
    lines: Callable[[Code], list[str]]
    corner: Optional[Level] = None
    prefix: Callable[[Code], str] = lambda code: ""


PLANS = (
    Plan(BLOCK, lambda code: [f"{code.sheet}-({code.section}-{code.subsection}-{code.number})"]),
    Plan(BLOCK, lambda code: [code.sheet, f"({code.section}-{code.subsection}-{code.number})"]),
    Plan(
        BLOCK,
        lambda code: [code.number],
        SUBSECTION,
        lambda code: f"{code.sheet}-({code.section}-{code.subsection})",
    ),
    Plan(SUBSECTION, lambda code: [f"{code.section}-{code.subsection}"], SHEET, lambda code: code.sheet),
    Plan(SECTION, lambda code: [code.section], SHEET, lambda code: code.sheet),
    Plan(SHEET, lambda code: [code.sheet]),
    Plan(MILLION, lambda code: ["-".join(code.sheet.split("-")[:2])]),
)
"""From the fullest to the barest; whichever is followed, a cell's whole code can be read off the map"""
WIDEST = Code("M-44-144", "10д", "5б", "25")
"""By it the room for codes is measured"""


class Lettering:
    """Text with a halo, drawn by a painter whose picture has `millimetre` pixels to the millimetre."""

    def __init__(self, painter: QPainter, millimetre: float, colour: QColor, bold: bool = False) -> None:
        self._painter = painter
        self._font = QFont()
        self._font.setFamilies(list(FAMILIES))
        self._font.setStyleHint(QFont.StyleHint.SansSerif)
        self._font.setPixelSize(max(1, round(LETTERS * millimetre)))
        self._font.setBold(bold)
        metrics = QFontMetricsF(self._font)
        self.width = metrics.horizontalAdvance
        self.capital = metrics.capHeight()
        self.spacing = metrics.height()
        self._ink = colour.darker(180) if colour.lightness() < 160 else colour
        self._paper = QColor(Qt.GlobalColor.white if self._ink.lightness() < 128 else Qt.GlobalColor.black)
        self._slope = SLOPE * millimetre
        self._stroker = QPainterPathStroker()
        self._stroker.setWidth(2 * HALO * millimetre)
        self._stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._letters: dict[str, tuple[QPainterPath, float]] = {}

    def height(self, lines: int) -> float:
        """Height of that many lines, pixels."""
        return (lines - 1) * self.spacing + self.capital

    def begin(self) -> None:
        """Take the painter; to be called before `draw`."""
        self._painter.setFont(self._font)
        self._painter.setPen(self._ink)

    def draw(self, text: str, place: QPointF, turn: float, offset: QPointF) -> None:
        """Draw text whose baseline begins `offset` from a place, in axes turned by `turn` degrees."""
        self._painter.save()
        self._painter.translate(place)
        if abs(math.sin(math.radians(turn))) * self.width(text) > self._slope:
            self._painter.rotate(turn)
        self._painter.translate(offset)
        self._painter.fillPath(self._halo(text), self._paper)
        self._painter.drawText(QPointF(0, 0), text)
        self._painter.restore()

    def _halo(self, text: str) -> QPainterPath:
        """The text's outline, made wider; put together from its letters, which are few and come again and again."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        along = 0.0
        for letter in text:
            outline, width = self._letters.get(letter) or self._outline(letter)
            path.addPath(outline.translated(along, 0))
            along += width
        return path

    def _outline(self, letter: str) -> tuple[QPainterPath, float]:
        path = QPainterPath()
        path.addText(QPointF(0, 0), self._font, letter)
        outline = self._stroker.createStroke(path).united(path).simplified()
        self._letters[letter] = outline, self.width(letter)
        return self._letters[letter]


class CodeWriter:
    """Writes the codes of one picture. `size` is that of a block, in pixels."""

    def __init__(self, projection: Projection, view: Window, size: tuple[float, float], millimetre: float) -> None:
        self._projection = projection
        self._view = view
        self._size = size
        self._margin = MARGIN * millimetre
        self._codes = Codes()

    def write(self, levels: list[Level], plain: Lettering, bold: Lettering, feedback: QgsFeedback) -> None:
        """Write the fullest codes for which the cells of the levels have room."""
        plan = next((plan for plan in PLANS if plan.middle in levels and self._fits(plan, plain, bold)), None)
        if plan is None:
            return
        boxes = self._write_corners(plan, bold) if plan.corner is not None else []
        self._write_middles(plan, levels, plain, boxes, feedback)

    def _fits(self, plan: Plan, plain: Lettering, bold: Lettering) -> bool:
        width, height = self._needed(plan, plain)
        if plan.corner is not None:
            height += 2 * (bold.capital + self._margin)
            if bold.width(plan.prefix(WIDEST)) + 2 * self._margin > plan.corner.width * self._size[0]:
                return False
        return width <= plan.middle.width * self._size[0] and height <= plan.middle.height * self._size[1]

    def _needed(self, plan: Plan, lettering: Lettering) -> tuple[float, float]:
        """Width and height, pixels, of a code in the middle of a cell, with its margins."""
        lines = plan.lines(WIDEST)
        width = max(lettering.width(line) for line in lines)
        return width + 2 * self._margin, lettering.height(len(lines)) + 2 * self._margin

    def _minutes(self, width: float, height: float) -> tuple[float, float]:
        return width / self._size[0], height / self._size[1]

    def _write_corners(self, plan: Plan, lettering: Lettering) -> list[Window]:
        """Write the prefixes at the north-west of what is seen of their cells; returns where they stand."""
        seen, texts, boxes = [], [], []
        for cell in self._seen(plan.corner).cells(plan.corner):
            part, text = cell.meet(self._view), plan.prefix(self._codes.of(cell))
            width, height = self._minutes(lettering.width(text) + 2 * self._margin, lettering.capital + self._margin)
            if part.east - part.west >= width and part.north - part.south >= height:
                seen.append(part)
                texts.append(text)
                boxes.append(Window(part.west, part.north - height, part.west + width, part.north))
        places = self._projection.points(*_ends(seen, lambda part: part.north))
        lettering.begin()
        offset = QPointF(self._margin, self._margin + lettering.capital)
        for text, west, east in zip(texts, places[::2], places[1::2]):
            if west is not None and east is not None:
                lettering.draw(text, west, _turn(west, east), offset)
        return boxes

    def _write_middles(
        self, plan: Plan, levels: list[Level], lettering: Lettering, boxes: list[Window], feedback: QgsFeedback
    ) -> None:
        """Write codes in the middle of what is seen of their cells, where no prefix stands in the way.

        The middle of a section lies on a line of subsections: where that is drawn, its code stands above it.
        """
        share = 0.35 if plan.middle is SECTION and SUBSECTION in levels else 0.5
        cells = self._open_cells(plan, lettering, boxes)
        parts = [cell.meet(self._view) for cell in cells]
        places = self._projection.points(*_ends(parts, lambda part: part.north - share * (part.north - part.south)))
        lettering.begin()
        for cell, west, east in zip(cells, places[::2], places[1::2]):
            if feedback.isCanceled():
                return
            if west is None or east is None:
                continue
            lines = plan.lines(self._codes.of(cell))
            widths = [lettering.width(line) for line in lines]
            if math.hypot(east.x() - west.x(), east.y() - west.y()) < max(widths):
                continue
            baseline = lettering.capital - lettering.height(len(lines)) / 2
            for line, width in zip(lines, widths):
                lettering.draw(line, (west + east) / 2, _turn(west, east), QPointF(-width / 2, baseline))
                baseline += lettering.spacing

    def _open_cells(self, plan: Plan, lettering: Lettering, boxes: list[Window]) -> list[Window]:
        """The cells in view that have room for a code beside the prefixes in `boxes`."""
        width, height = self._minutes(*self._needed(plan, lettering))
        hidden = {
            cell
            for box in boxes
            for cell in box.cells(plan.middle)
            if not _middle(cell.meet(self._view), width, height).meet(box).empty()
        }
        view = self._seen(plan.middle)
        return [
            cell
            for cell in view.cells(plan.middle)
            if min(cell.east, view.east) - max(cell.west, view.west) >= width
            and min(cell.north, view.north) - max(cell.south, view.south) >= height
            and cell not in hidden
        ]

    def _seen(self, level: Level) -> Window:
        return self._view.meet(covered(level))


def _ends(parts: list[Window], latitude: Callable[[Window], float]) -> tuple[list[float], list[float]]:
    """Longitudes and latitudes of the west and the east end of a parallel through each part."""
    lons = [lon for part in parts for lon in (part.west, part.east)]
    lats = [lat for part in parts for lat in (latitude(part),) * 2]
    return lons, lats


def _middle(part: Window, width: float, height: float) -> Window:
    lon, lat = (part.west + part.east) / 2, (part.south + part.north) / 2
    return Window(lon - width / 2, lat - height / 2, lon + width / 2, lat + height / 2)


def _turn(west: QPointF, east: QPointF) -> float:
    """Angle of the parallel in degrees, clockwise, turned so that text along it is never upside down."""
    angle = math.degrees(math.atan2(east.y() - west.y(), east.x() - west.x()))
    if angle > 90:
        return angle - 180
    return angle + 180 if angle < -90 else angle
