"""Blocks on the map canvas: those of a draft, and the one under the mouse."""

from collections.abc import Iterable
from typing import Any, Optional

from qgis.gui import QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from ..subsoil.blocks import Block
from .canvas_grid import CanvasGrid

HOVER = "#F0E442"
"""Yellow of the Okabe-Ito colours"""


class CanvasShape(QgsMapCanvasItem):
    """Paths in map units, painted in pixels wherever the map has moved to. Subclasses draw them."""

    def __init__(self, grid: CanvasGrid) -> None:
        super().__init__(grid.canvas)
        self._grid = grid
        self._box = QRectF(0, 0, grid.canvas.width(), grid.canvas.height())
        self.setZValue(60)

    def boundingRect(self) -> QRectF:
        """All of the canvas."""
        return self._box

    def updatePosition(self) -> None:
        """Follow the map, also while the user drags it."""
        canvas = self._grid.canvas
        box = QRectF(0, 0, canvas.width(), canvas.height())
        if box != self._box:
            self.prepareGeometryChange()
            self._box = box
        middle = canvas.center()
        self.setPos(self.toCanvasCoordinates(middle) - self._place(middle.x(), middle.y()))
        self.update()

    def _place(self, x: float, y: float) -> QPointF:
        return self._pixels().map(QPointF(x, y))

    def _pixels(self) -> Any:
        """From map units to pixels (QTransform)."""
        return self._grid.canvas.getCoordinateTransform().transform()


class DraftItem(CanvasShape):
    """The blocks of a draft: filled in its colour, partial ones hatched, each with a white rim."""

    def __init__(self, grid: CanvasGrid, colour: str) -> None:
        super().__init__(grid)
        self._blocks: frozenset[Block] = frozenset()
        self._partial: frozenset[Block] = frozenset()
        self._paths: Optional[tuple[QPainterPath, QPainterPath]] = None
        self._is_open = False
        self.set_colour(colour)

    def set_colour(self, colour: str) -> None:
        """Draw in another colour."""
        self._colour = QColor(colour)
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Draw as the draft that is worked on, or as one beside it."""
        self._is_open = is_open
        self.setZValue(61 if is_open else 60)
        self.update()

    def show_blocks(self, blocks: frozenset[Block], partial: frozenset[Block]) -> None:
        """Draw these blocks."""
        if blocks is self._blocks and partial is self._partial:
            return
        self._blocks, self._partial, self._paths = blocks, partial, None
        self.update()

    def reproject(self) -> None:
        """Draw in another CRS."""
        self._paths = None
        self.update()

    def _joined(self, blocks: Iterable[Block]) -> QPainterPath:
        path = QPainterPath()
        for block in blocks:
            path.addPolygon(self._grid.shape(block))
        return path

    def paint(self, painter: QPainter, option: Any = None, widget: Any = None) -> None:
        """Draw."""
        if self._paths is None:
            self._paths = self._joined(self._blocks - self._partial), self._joined(self._partial)
        whole, partial = (self._pixels().map(path) for path in self._paths)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = QColor(self._colour)
        fill.setAlphaF(0.5 if self._is_open else 0.3)
        painter.setPen(QPen(QColor("white"), 1.5))
        painter.setBrush(fill)
        painter.drawPath(whole)
        painter.setBrush(QBrush(self._colour, Qt.BrushStyle.BDiagPattern))
        painter.drawPath(partial)
        if not self._is_open:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._colour, 1, Qt.PenStyle.DashLine))
            painter.drawPath(whole)


class HoverItem(CanvasShape):
    """The outline of the block under the mouse, and of what a drag would take."""

    def __init__(self, grid: CanvasGrid) -> None:
        super().__init__(grid)
        self._block = QPolygonF()
        self._drag = QPolygonF()
        self._removes = False
        self.setZValue(70)

    def show_block(self, block: Optional[Block]) -> None:
        """Outline a block, or none."""
        self._block = self._grid.shape(block) if block is not None else QPolygonF()
        self.update()

    def show_drag(self, outline: QPolygonF, removes: bool = False) -> None:
        """Outline what a drag would add or remove, in map units; empty for no drag."""
        self._drag, self._removes = outline, removes
        self.update()

    def paint(self, painter: QPainter, option: Any = None, widget: Any = None) -> None:
        """Draw yellow on black, which is seen on any map; what removes is dashed."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        style = Qt.PenStyle.DashLine if self._removes else Qt.PenStyle.SolidLine
        for shape, line in ((self._block, Qt.PenStyle.SolidLine), (self._drag, style)):
            if shape.isEmpty():
                continue
            outline = self._pixels().map(shape)
            for colour, width, pattern in ((QColor("black"), 4, Qt.PenStyle.SolidLine), (QColor(HOVER), 2, line)):
                painter.setPen(QPen(colour, width, pattern))
                painter.drawPolyline(outline)
