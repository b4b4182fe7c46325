"""The side of a map sheet: overview, codes, corner table, legend, and what the sheet rests on."""

from collections.abc import Sequence
from math import ceil
from textwrap import wrap

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayerTreeLayer,
    QgsLayoutFrame,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutMultiFrame,
    QgsLayoutTable,
    QgsLayoutTableColumn,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsTableCell,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ..mapping import base_map
from ..subsoil.catalogue import Catalogue, dms
from ..subsoil.codes import PARTIAL_MARKS, format_grouped
from . import map_sheet, sheet_legend
from .content import ApplicationContent
from .sheet_layers import Drawn, corner_name
from .view import snapshot_state
from .wording import DASH, Wording, inert

_OVERVIEW_CRS = (
    "+proj=aea +lat_1=43 +lat_2=53 +lat_0=48 +lon_0=67 +ellps=WGS84 +towgs84=0,0,0 +units=m +no_defs +type=crs"
)
_OVERVIEW_MM, _TITLE_MM, _GAP_MM, _ROW_MM = 56.0, 5.5, 4.0, 3.6
_CELL_MM = 0.6
_MOST_ROWS, _SOME_ROWS = 30, 16
"""Corners: all of them up to so many, or else so many, which leaves the legend room"""
_LINE_MM, _LETTER_MM = 2.75, 1.3
"""Of the small print: height of a line, and what a letter takes at most on the average"""
_MOST_CODE_LINES = 10
_LEGEND_LETTERS = 30
"""In a line of the legend, so that two columns stand beside each other"""
_LEGEND_BREAK = "\u2028"


def fill(
    layout: QgsPrintLayout,
    place: QRectF,
    content: ApplicationContent,
    catalogue: Catalogue,
    drawn: Drawn,
    main: QgsLayoutItemMap,
    wording: Wording,
    step: int,
) -> None:
    """Put the parts into `place` (mm), from the top down; the grid of the main map has lines every `step` minutes."""
    top = place.top() + _overview(layout, place, drawn, wording)
    top += _small_print(layout, place, top, wording.say("map_codes"), [_codes(content, wording)])
    top += _corners(layout, QRectF(place.left(), top, place.width(), 0), catalogue, wording)
    notes = _notes(content, drawn, wording, step)
    bottom = place.bottom() - _height(notes, place.width())
    _legend(layout, QRectF(place.left(), top, place.width(), bottom - top - _GAP_MM), drawn, main, wording)
    _small_print(layout, place, bottom, wording.say("map_sources"), notes)


def _title(layout: QgsPrintLayout, said: str, place: QRectF, top: float) -> None:
    map_sheet.label(layout, said, QRectF(place.left(), top, place.width(), _TITLE_MM), 9, bold=True)


def _overview(layout: QgsPrintLayout, place: QRectF, drawn: Drawn, wording: Wording) -> float:
    _title(layout, wording.say("map_overview"), place, place.top())
    spot = QRectF(place.left(), place.top() + _TITLE_MM, place.width(), _OVERVIEW_MM)
    made = map_sheet.map_item(layout, spot, [drawn.place, *drawn.ground])
    made.setBackgroundColor(QColor(base_map.WATER))
    crs = QgsCoordinateReferenceSystem()
    crs.createFromProj(_OVERVIEW_CRS)
    made.setCrs(crs)
    turn = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, drawn.project)
    made.zoomToExtent(turn.transformBoundingBox(base_map.COUNTRY).buffered(60_000))
    return _TITLE_MM + _OVERVIEW_MM + _GAP_MM


def _corners(layout: QgsPrintLayout, place: QRectF, catalogue: Catalogue, wording: Wording) -> float:
    """The corners in the first datum, as many as there is room for; returns the height."""
    datum = catalogue.conversions[0].datum.name
    _title(layout, wording.say("map_corners", datum=datum), place, place.top())
    several = any(corner.plot > 1 or corner.contour for corner in catalogue.corners)
    every = catalogue.corners
    shown = every if len(every) <= _MOST_ROWS else every[:_SOME_ROWS]
    rows = [
        [corner_name(corner, several), dms(corner.positions[0].lat), dms(corner.positions[0].lon)] for corner in shown
    ]
    half = (len(rows) + 1) // 2
    heads = [wording.say("head_point"), wording.say("map_latitude"), wording.say("map_longitude")]
    wide = (place.width() - _GAP_MM) / 2
    for number, part in enumerate(filter(None, (rows[:half], rows[half:]))):
        left = place.left() + number * (wide + _GAP_MM)
        height = _ROW_MM * (len(part) + 1) + 1
        _table(layout, QRectF(left, place.top() + _TITLE_MM, wide, height), heads, part)
    height = _TITLE_MM + _ROW_MM * (half + 1) + 1
    more = len(catalogue.corners) - len(shown)
    if more:
        said = wording.say("map_corners_more", count=more)
        map_sheet.label(layout, said, QRectF(place.left(), place.top() + height, place.width(), 4), 7)
        height += 4
    return height + _GAP_MM


def _table(layout: QgsPrintLayout, place: QRectF, heads: list[str], rows: list[list[str]]) -> None:
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    table.setIncludeTableHeader(True)
    table.setHeaderMode(QgsLayoutTable.HeaderMode.FirstFrame)
    table.setHeaders([QgsLayoutTableColumn(head) for head in heads])
    table.setTableContents([[QgsTableCell(text) for text in row] for row in rows])
    table.setContentTextFormat(map_sheet.text(6.5))
    table.setHeaderTextFormat(map_sheet.text(6.5, bold=True))
    table.setCellMargin(_CELL_MM)
    table.setGridStrokeWidth(0.1)
    table.setGridColor(QColor("#8a8a8a"))
    room = place.width() - 2 * len(heads) * _CELL_MM - 0.1 * (len(heads) + 1)
    table.setColumnWidths([room * share for share in (0.2, 0.4, 0.4)])
    table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.UseExistingFrames)
    frame = QgsLayoutFrame(layout, table)
    frame.attemptSetSceneRect(place)
    table.addFrame(frame)


def _legend(layout: QgsPrintLayout, place: QRectF, drawn: Drawn, main: QgsLayoutItemMap, wording: Wording) -> None:
    _title(layout, wording.say("map_legend"), place, place.top())
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    for layer in (*drawn.own, *drawn.themes):
        node = root.addLayer(layer)
        node.setName(inert(layer.name()))
        if layer in drawn.own:
            QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
        _wrap_labels(legend, node)
    legend.setLinkedMap(main)
    legend.setSymbolWidth(5)
    legend.setColumnCount(2)
    legend.setSplitLayer(True)
    legend.setColumnSpace(5)
    legend.setBoxSpace(0)
    legend.setWrapString(_LEGEND_BREAK)
    legend.setResizeToContents(False)
    legend.attemptSetSceneRect(QRectF(place.left(), place.top() + _TITLE_MM, place.width(), place.height() - _TITLE_MM))
    sheet_legend.fit(legend)


def _wrap_labels(legend: QgsLayoutItemLegend, node: QgsLayerTreeLayer) -> None:
    """Break the labels of a layer that are too long for a column; QGIS would let them run out of the legend."""
    model = legend.model()
    for place, entry in enumerate(model.layerOriginalLegendNodes(node)):
        lines = wrap(str(entry.data(Qt.ItemDataRole.DisplayRole) or ""), _LEGEND_LETTERS)
        if len(lines) > 1:
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, place, _LEGEND_BREAK.join(lines))
    model.refreshLayerLegend(node)


def _codes(content: ApplicationContent, wording: Wording) -> str:
    """The codes of the blocks, as far as there is room for them."""
    mark = PARTIAL_MARKS[wording.language]
    codes = format_grouped(content.blocks, content.scheme, content.partial, mark=mark)
    if len(codes) * _LETTER_MM <= _MOST_CODE_LINES * map_sheet.SIDE_MM.width():
        return codes
    return wording.say("map_codes_long", count=len(content.blocks))


def _notes(content: ApplicationContent, drawn: Drawn, wording: Wording, step: int) -> list[str]:
    """What the sheet rests on."""
    crs = drawn.project.crs()
    lines = [
        wording.say("map_crs", crs=f"{crs.description()} ({crs.authid()})", datum=content.scheme.datum, step=step),
    ]
    for rest in content.sources:
        taken, state = wording.moment(rest.taken), snapshot_state(rest.state, wording)
        theme = wording.named("theme", rest.theme)
        lines.append(wording.say("map_source", theme=theme, source=rest.source or DASH, taken=taken, state=state))
    if not any(rest.snapshot for rest in content.sources):
        lines.append(wording.say("map_none"))
    return lines


def _height(lines: Sequence[str], width: float) -> float:
    """What a title and lines of small print take, in mm, at most."""
    return _TITLE_MM + _LINE_MM * sum(ceil(len(line) * _LETTER_MM / width) for line in lines) + _GAP_MM


def _small_print(layout: QgsPrintLayout, place: QRectF, top: float, title: str, lines: Sequence[str]) -> float:
    """Write a title and lines below it; returns the height."""
    height = _height(lines, place.width())
    _title(layout, title, place, top)
    said = "\n".join(map(map_sheet.plain, lines))
    spot = QRectF(place.left(), top + _TITLE_MM, place.width(), height - _TITLE_MM)
    map_sheet.label(layout, said, spot, 6.5, colour="#303030")
    return height
