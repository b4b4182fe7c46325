"""How the blocks in view stand, hatched on the map while blocks are chosen; what is free is bare ground."""

import base64
from functools import cache
from typing import Any, NamedTuple, Optional

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QPainter, QPainterPath, QPixmap, QPolygonF
from qgis.PyQt.QtWidgets import QGraphicsItem

from ..settings import Settings
from . import standing_words
from .block_items import CanvasShape
from .canvas_grid import CanvasGrid
from .drafts_on_map import DraftsOnMap
from .ground import Ground

LEAST_PX, LEAST_PX_OF_MARK = 6, 20
"""Sides of a block in pixels from which hatches, and the question marks of unknown ones, can be told apart"""
OPACITY = 0.6
"""The map's own labels are under the hatches, and have to be read"""
UNKNOWN = "unknown"


class Look(NamedTuple):
    """How the blocks of a kind are filled: all of each, or the half of it below a diagonal."""

    brush: QBrush
    is_half: bool = False


@cache
def looks() -> dict[str, Look]:
    """By the kind (subsoil.standing.Kind); as the layers of what stands there, in the patterns that a canvas has."""
    from ..mapping import symbols

    def brush(colour: str, pattern: Qt.BrushStyle) -> QBrush:
        shade = QColor(colour)
        shade.setAlphaF(OPACITY)
        return QBrush(shade, pattern)

    style = Qt.BrushStyle
    taken = brush(symbols.BLUE, style.FDiagPattern)
    restricted = brush(symbols.RED, style.DiagCrossPattern)
    return {
        "taken": Look(taken),
        "applied": Look(brush(symbols.ORANGE, style.BDiagPattern)),
        "restricted": Look(restricted),
        "programme": Look(brush(symbols.VIOLET, style.VerPattern)),
        "refused": Look(brush(symbols.VERMILLION, style.CrossPattern)),
        "partly": Look(taken, True),
        "restricted_partly": Look(restricted, True),
        UNKNOWN: Look(brush(symbols.GREY, style.Dense6Pattern)),
    }


class StandingItem(CanvasShape):
    """The hatches of a StandingMap. They are painted once for each view; the mouse over them paints nothing anew."""

    def __init__(self, grid: CanvasGrid) -> None:
        super().__init__(grid)
        self._standings: Any = None
        self._paths: Optional[dict[str, QPainterPath]] = None
        self._unknown: Optional[QPolygonF] = None
        self.setZValue(59)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_standings(self, standings: Any) -> None:
        """Draw these (subsoil.standing.StandingMap); None for nothing."""
        if standings is not self._standings:
            self._standings = standings
            self.reproject()

    def reproject(self) -> None:
        """Draw in another CRS."""
        self._paths = self._unknown = None
        self.update()

    def paint(self, painter: QPainter, option: Any = None, widget: Any = None) -> None:
        """Draw; nothing where blocks are too small to be told apart. Ground that was not read yet is unknown."""
        middle = self._grid.block_at(self._box.width() / 2, self._box.height() / 2)
        side = self._grid.pixels(middle) if middle is not None else 0
        if side < LEAST_PX:
            return
        unread, known = QPainterPath(), QPainterPath()
        unread.addRect(self._box)
        if self._standings is not None:
            known.addPolygon(self._pixels().map(self._grid.frame(*self._standings.view)))
        painter.fillPath(unread.subtracted(known), looks()[UNKNOWN].brush)
        if self._standings is None:
            return
        if self._paths is None:
            self._paths = {kind: self._path(kind, look.is_half) for kind, look in looks().items()}
        for kind, path in self._paths.items():
            painter.fillPath(self._pixels().map(path), looks()[kind].brush)
        if side >= LEAST_PX_OF_MARK:
            self._mark_unknown(painter, side)

    def _path(self, kind: str, is_half: bool) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        if is_half:
            for block in self._standings.blocks(kind):
                path.addPolygon(_lower_half(self._grid.shape(block)))
        else:
            for shape in self._grid.frames(list(self._standings.rectangles(kind))):
                path.addPolygon(shape)
        return path

    def _mark_unknown(self, painter: QPainter, side: float) -> None:
        if self._unknown is None:
            self._unknown = self._grid.middles(list(self._standings.blocks(UNKNOWN)))
        font = painter.font()
        font.setPixelSize(round(min(side * 0.6, 18)))
        painter.setFont(font)
        painter.setPen(looks()[UNKNOWN].brush.color().darker(150))
        box = QRectF(0, 0, side, side)
        for middle in self._pixels().map(self._unknown):
            if self._box.contains(middle):
                box.moveCenter(middle)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


class StandingOnMap(QObject):
    """Shows the item while the tool is in hand, unless the user does not want to see it."""

    def __init__(self, on_map: DraftsOnMap, ground: Ground, settings: Settings) -> None:
        super().__init__(on_map)
        self._map, self._ground, self._settings = on_map, ground, settings
        self.item = StandingItem(on_map.grid)
        on_map.choosing.connect(lambda _is_choosing: self.draw())
        ground.changed.connect(self.draw)
        on_map.grid.reprojected.connect(self.item.reproject)
        self.draw()

    @property
    def is_wanted(self) -> bool:
        """Whether it is to be seen while blocks are chosen; the settings keep it."""
        return self._settings.shows_standing

    @is_wanted.setter
    def is_wanted(self, wanted: bool) -> None:
        self._settings.shows_standing = wanted
        self.draw()

    def draw(self) -> None:
        """Draw what is known by now."""
        is_shown = self._map.is_choosing and self.is_wanted
        self.item.show_standings(self._ground.in_view if is_shown else None)
        self.item.setVisible(is_shown)
        if is_shown:
            self.item.updatePosition()

    def end(self) -> None:
        """Take it off the map."""
        self._map.grid.canvas.scene().removeItem(self.item)


def legend() -> str:
    """The hatches and what they mean, as rich text."""
    row = '<tr><td><img src="data:image/png;base64,{}"></td><td>&nbsp;{}</td></tr>'
    rows = (row.format(_swatch(kind), standing_words.of_kind(kind)) for kind in looks())
    return f"<table>{''.join(rows)}</table>"


@cache
def _swatch(kind: str) -> str:
    """A block of the kind as PNG in base64."""
    width, height = 28, 18
    picture = QPixmap(width, height)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    shape = QPolygonF(QRectF(0.5, 0.5, width - 1, height - 1))
    look = looks()[kind]
    path = QPainterPath()
    path.addPolygon(_lower_half(QPolygonF([shape[3], shape[2], shape[1], shape[0]])) if look.is_half else shape)
    painter.fillPath(path, look.brush)
    painter.setPen(look.brush.color().darker(150))
    painter.drawPolygon(shape)
    if kind == UNKNOWN:
        painter.drawText(shape.boundingRect(), Qt.AlignmentFlag.AlignCenter, "?")
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return base64.b64encode(bytes(data)).decode("ascii")


def _lower_half(block: QPolygonF) -> QPolygonF:
    """The half of a block (a ring from its south-west corner by its south-east one) below its diagonal."""
    if block.size() < 4:
        return QPolygonF()
    corners: list[QPointF] = [block[0], block[1], block[3], block[0]]
    return QPolygonF(corners)
