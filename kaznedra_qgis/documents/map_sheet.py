"""The map sheet of an application: a print layout on A3 with all that tells where the plot lies, and how one knows."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsBasicNumericFormat,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLineSymbol,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont

from .. import i18n
from ..compat import KILOMETRES, LAYOUT_MILLIMETRES, POINTS
from ..mapping import base_map, layers
from ..mapping.grid_levels import Window
from ..mapping.labels import font_family
from ..subsoil.blocks import bounds
from ..subsoil.catalogue import Catalogue
from ..subsoil.plan import units
from . import sheet_codes, sheet_layers, sheet_painting, sheet_side, templates
from .content import ApplicationContent
from .sheet_layers import Drawn
from .sheet_painting import Turn
from .wording import Wording, inert

PAGE_MM = (420.0, 297.0)
MAP_MM = QRectF(17, 25, 268, 248)
"""Main map; the degrees of its grid stand around it"""
SIDE_MM = QRectF(297, 25, 113, 262)
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300)
_MOST_LINES = 9
TURNS = 14
"""In how many turns a sheet is drawn"""


def write_map_sheet(
    content: ApplicationContent, path: Path, language: str, workspace: Optional[Path] = None, own: Optional[Path] = None
) -> Path:
    """Draw the sheet as a PDF, in the language en, ru or kk; on the main thread. KaznedraError READ_ONLY.

    `workspace` is the file that rights and areas around the plot are read from; `own` as in `templates`.
    """
    for job in draw_map_sheet(content, path, language, workspace, own):
        sheet_painting.wait_for(job)
    return path


def draw_map_sheet(
    content: ApplicationContent, path: Path, language: str, workspace: Optional[Path] = None, own: Optional[Path] = None
) -> Iterator[Turn]:
    """As `write_map_sheet`, in TURNS short turns, between which the window may answer; closed early, it leaves no file.

    Where a turn gives a job, that one draws in another thread and is to be waited for; where it gives MORE of
    `sheet_legend`, it is not over yet.
    """
    wording = Wording(language, templates.words(language, own))
    catalogue = content.catalogue
    yield None
    drawn = sheet_layers.Drawn(QgsProject())
    try:
        with i18n.speaking(language):
            sheet_layers.add_ground(drawn, content, catalogue, wording)
        yield None
        for themes in (layers.ORDER[:3], layers.ORDER[3:]):
            with i18n.speaking(language):
                sheet_layers.add_themes(drawn, content, workspace, language, themes)
            yield None
        with i18n.speaking(language):
            layout, main = lay_out(content, catalogue, drawn, wording)
        try:
            yield None
            yield from sheet_painting.paint(layout, main, path, content.name, drawn.areas)
        finally:
            layout.clear()
    finally:
        drawn.project.clear()


def lay_out(
    content: ApplicationContent, catalogue: Catalogue, drawn: Drawn, wording: Wording
) -> tuple[QgsPrintLayout, QgsLayoutItemMap]:
    """The layout and its main map; keep what is drawn for as long as they are used."""
    scale = sheet_layers.fitting_scale(content, MAP_MM.width(), MAP_MM.height())
    layout = QgsPrintLayout(drawn.project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(*PAGE_MM, LAYOUT_MILLIMETRES))
    label(layout, plain(wording.say("map_title")), QRectF(10, 7, 275, 9), 15, bold=True)
    label(layout, plain(content.name), QRectF(10, 15, 275, 7), 10)
    main = _main_map(layout, content, drawn, scale)
    step = _grid(main, content)
    _scale_bar(layout, main, wording, scale)
    sheet_side.fill(layout, SIDE_MM, content, catalogue, drawn, main, wording, step)
    return layout, main


def _main_map(layout: QgsPrintLayout, content: ApplicationContent, drawn: Drawn, scale: int) -> QgsLayoutItemMap:
    made = map_item(layout, MAP_MM, [])
    made.setCrs(drawn.project.crs())
    west, south, east, north = (minutes / 60 for minutes in bounds(content.blocks))
    datum = QgsCoordinateReferenceSystem(content.scheme.datum)
    turn = QgsCoordinateTransform(datum, drawn.project.crs(), drawn.project)
    made.zoomToExtent(turn.transformBoundingBox(QgsRectangle(west, south, east, north)))
    made.setScale(scale)
    view = _view(made.extent(), turn)
    codes = sheet_codes.codes_layer(content, view, scale)
    drawn.project.addMapLayer(codes, False)
    made.setLayers([codes, *drawn.own[:-1], drawn.grid, drawn.own[-1], *drawn.themes, *drawn.ground])
    return made


def _view(extent: QgsRectangle, turn: QgsCoordinateTransform) -> Window:
    """The largest window of the graticule, in minutes, all of which a map shows: its meridians may lean."""
    sides = (extent.xMinimum(), extent.xMaximum()), (extent.yMinimum(), extent.yMaximum())
    back = Qgis.TransformDirection.Reverse
    (nw, sw), (ne, se) = ([turn.transform(QgsPointXY(x, y), back) for y in reversed(sides[1])] for x in sides[0])
    west, south, east, north = max(nw.x(), sw.x()), max(sw.y(), se.y()), min(ne.x(), se.x()), min(nw.y(), ne.y())
    return Window(60 * west, 60 * south, 60 * east, 60 * north)


def map_item(layout: QgsPrintLayout, place: QRectF, layers: Sequence[Any]) -> QgsLayoutItemMap:
    """A framed map of these layers, from the top down, whatever else the project has."""
    made = QgsLayoutItemMap(layout)
    layout.addLayoutItem(made)
    made.attemptSetSceneRect(place)
    made.setKeepLayerSet(True)
    made.setLayers(list(layers))
    made.setFrameEnabled(True)
    made.setBackgroundColor(QColor(base_map.LAND))
    return made


def _grid(main: QgsLayoutItemMap, content: ApplicationContent) -> int:
    """Draw the grid of coordinates in the datum of the blocks; returns its step in minutes."""
    datum = QgsCoordinateReferenceSystem(content.scheme.datum)
    turn = QgsCoordinateTransform(main.crs(), datum, main.layout().project())
    seen = turn.transformBoundingBox(main.extent())
    span = max(seen.width(), seen.height()) * 60
    step = next((step for step in _STEPS if span / step <= _MOST_LINES), _STEPS[-1])
    grid = QgsLayoutItemMapGrid("graticule", main)
    grid.setCrs(datum)
    grid.setIntervalX(step / 60)
    grid.setIntervalY(step / 60)
    grid.setLineSymbol(QgsLineSymbol.createSimple({"line_color": "#5a5a5a", "line_width": "0.12"}))
    grid.setAnnotationEnabled(True)
    grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.DegreeMinuteNoSuffix)
    grid.setAnnotationPrecision(0)
    grid.setAnnotationTextFormat(text(7))
    outside = QgsLayoutItemMapGrid.AnnotationPosition.OutsideMapFrame
    for side in ("Left", "Right", "Top", "Bottom"):
        border = getattr(QgsLayoutItemMapGrid.BorderSide, side)
        grid.setAnnotationPosition(outside, border)
        upright = side in ("Left", "Right")
        modes = QgsLayoutItemMapGrid.DisplayMode
        shown = modes.LatitudeOnly if upright else modes.LongitudeOnly
        grid.setAnnotationDisplay(shown, border)
        turned = QgsLayoutItemMapGrid.AnnotationDirection.Vertical
        level = QgsLayoutItemMapGrid.AnnotationDirection.Horizontal
        grid.setAnnotationDirection(turned if upright else level, border)
    main.grids().addGrid(grid)
    main.updateBoundingRect()
    return step


def _scale_bar(layout: QgsPrintLayout, main: QgsLayoutItemMap, wording: Wording, scale: int) -> None:
    label(layout, wording.say("map_scale", scale=wording.number(scale)), QRectF(17, 281, 60, 6), 9, bold=True)
    bar = QgsLayoutItemScaleBar(layout)
    layout.addLayoutItem(bar)
    bar.setStyle("Single Box")
    bar.setLinkedMap(main)
    bar.setUnits(KILOMETRES)
    bar.setUnitLabel(wording.text(units()["km"]))
    bar.setMapUnitsPerScaleBarUnit(1)
    bar.setTextFormat(text(7.5))
    numbers = QgsBasicNumericFormat()
    numbers.setDecimalSeparator(wording.number(0.5)[1])
    bar.setNumericFormat(numbers)
    bar.setHeight(2)
    bar.setNumberOfSegments(4)
    bar.setNumberOfSegmentsLeft(0)
    bar.setUnitsPerSegment(next(km for km in (0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100) if km * 1e6 / scale >= 15))
    bar.attemptMove(QgsLayoutPoint(82, 279, LAYOUT_MILLIMETRES))


def label(
    layout: QgsPrintLayout, said: str, place: QRectF, size: float, bold: bool = False, colour: str = "#000000"
) -> QgsLayoutItemLabel:
    """Plain text on the sheet, broken into lines; lengths in mm, size in points."""
    made = QgsLayoutItemLabel(layout)
    made.setMode(QgsLayoutItemLabel.Mode.ModeFont)
    made.setText(inert(said))
    face = QFont(font_family())
    face.setPointSizeF(size)
    face.setBold(bold)
    if hasattr(made, "setTextFormat"):
        made.setTextFormat(text(size, bold, colour))
    else:
        made.setFont(face)
        made.setFontColor(QColor(colour))
    made.setMarginX(0)
    made.setMarginY(0)
    made.setHAlign(Qt.AlignmentFlag.AlignLeft)
    made.setVAlign(Qt.AlignmentFlag.AlignTop)
    layout.addLayoutItem(made)
    made.attemptSetSceneRect(place)
    return made


def plain(said: str) -> str:
    """A text of one line in which a layout finds no expression."""
    return inert(said.replace("\n", " "))


def text(size: float, bold: bool = False, colour: str = "#000000") -> QgsTextFormat:
    """A text format with a font that has every Kazakh letter."""
    face = QFont(font_family())
    face.setBold(bold)
    made = QgsTextFormat()
    made.setFont(face)
    made.setSize(size)
    made.setSizeUnit(POINTS)
    made.setColor(QColor(colour))
    return made
