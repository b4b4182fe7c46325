"""The map tool that chooses blocks: by click, rectangle, lasso, filled hole, and by keyboard."""

from enum import Enum
from typing import Any, Optional

from qgis.core import QgsPointXY
from qgis.gui import QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QPolygonF
from qgis.PyQt.QtWidgets import QApplication

from ..subsoil.blocks import Block, Rule
from ..subsoil.enclosure import enclosed
from . import words
from .block_items import HoverItem
from .canvas_grid import CanvasGrid
from .choice import Choice
from .hover_label import HoverLabel

SMALLEST = 3
"""Pixels of a block's side below which no single block can be meant"""
MOST_AT_ONCE = 5_000
"""Blocks that one gesture may take: far more than an application may have"""
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Gesture(Enum):
    """What a drag draws."""

    RECTANGLE = "rectangle"
    LASSO = "lasso"


class BlockTool(QgsMapTool):
    """Changes a Choice. `told` gives a word for the user, `left` that Esc was pressed with nothing to break off.

    `describe` is asked for the text of a block: its code and standing.
    """

    told = pyqtSignal(str)
    left = pyqtSignal()
    moved = pyqtSignal(object)
    """The block under the mouse or the keyboard's mark, None for none"""

    def __init__(self, grid: CanvasGrid, describe: Any) -> None:
        super().__init__(grid.canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.gesture = Gesture.RECTANGLE
        self.choice: Optional[Choice] = None
        self.block: Optional[Block] = None
        self._grid, self._describe = grid, describe
        self._item: Optional[HoverItem] = None
        self._label: Optional[HoverLabel] = None
        self._pressed: Optional[QPoint] = None
        self._drag: Optional[Gesture] = None
        self._removes = False
        self._start: Optional[Block] = None
        self._points: list[QgsPointXY] = []
        self._clicked: Optional[Block] = None
        grid.reprojected.connect(self._break_off)

    def activate(self) -> None:
        """Take the mouse and the keys of the canvas."""
        super().activate()
        self._item, self._label = HoverItem(self._grid), HoverLabel(self._grid.canvas.viewport())
        self._grid.canvas.installEventFilter(self)
        self._grid.canvas.extentsChanged.connect(self.refresh)
        self._grid.canvas.setFocus()

    def deactivate(self) -> None:
        """Give mouse and keys back."""
        self._break_off()
        self._grid.canvas.removeEventFilter(self)
        self._grid.canvas.extentsChanged.disconnect(self.refresh)
        if self._item is not None:
            self._grid.canvas.scene().removeItem(self._item)
            self._item = None
        if self._label is not None:
            self._label.hide()
            self._label.deleteLater()
            self._label = None
        self._set_block(None)
        super().deactivate()

    # the mouse

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """A click or a drag begins."""
        if event.button() != Qt.MouseButton.LeftButton or self.choice is None:
            return
        self._pressed = event.pos()
        self._start = self._grid.block_at(event.pos().x(), event.pos().y())
        self._removes = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._points = [event.mapPoint()]

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Tell what is under the mouse; draw the drag."""
        if self._pressed is not None and self._drag is None and self._is_far(event.pos()):
            lasso = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._drag = Gesture.LASSO if lasso else self.gesture
        self._set_block(self._grid.block_at(event.pos().x(), event.pos().y()), event.pos())
        if self._drag is Gesture.LASSO:
            self._points.append(event.mapPoint())
        if self._drag is not None:
            self._show_drag(event.pos())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Toggle the block, or take what the drag drew."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        drag, end = self._drag, self._grid.block_at(event.pos().x(), event.pos().y())
        if drag is None:
            self._click(self._start)
        elif drag is Gesture.RECTANGLE and self._start is not None and end is not None:
            self._take_rectangle(self._start, end)
        elif drag is Gesture.LASSO:
            self._take_lasso()
        self._break_off()

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        """Fill the hole around the block as it was before the first click of the two."""
        block = self._grid.block_at(event.pos().x(), event.pos().y())
        if event.button() != Qt.MouseButton.LeftButton or self.choice is None or block is None:
            return
        hole = frozenset()
        if block == self._clicked:
            hole = enclosed(block, self.choice.blocks - {block})
        if not hole:
            self._click(block)
            return
        if block in self.choice.blocks:
            self.choice.stack.undo()
        self.choice.add(hole, QCoreApplication.translate("Kaznedra", "Fill a hole"))
        self._clicked = None

    def _is_far(self, where: QPoint) -> bool:
        return (where - self._pressed).manhattanLength() >= QApplication.startDragDistance()

    def _click(self, block: Optional[Block]) -> None:
        if block is None or self.choice is None:
            return
        if self._is_too_small(block):
            self.told.emit(_zoom_in())
            return
        was_chosen = block in self.choice.blocks
        self.choice.toggle(block)
        self._clicked = None if was_chosen else block
        self._show_label()

    def _is_too_small(self, block: Block) -> bool:
        return self._grid.pixels(block) < SMALLEST

    def _take_rectangle(self, one: Block, other: Block) -> None:
        west, south, east, north = _sides(one, other)
        if self._is_within_reason((east - west) * (north - south)):
            self._take(frozenset(Block(lon, lat) for lon in range(west, east) for lat in range(south, north)))

    def _is_within_reason(self, count: int) -> bool:
        if count > MOST_AT_ONCE:
            told = QCoreApplication.translate("Kaznedra", "That is {count} blocks; one step takes no more than {most}.")
            self.told.emit(told.format(count=words.count(count), most=words.count(MOST_AT_ONCE)))
        return count <= MOST_AT_ONCE

    def _take(self, blocks: frozenset[Block]) -> None:
        if self._removes:
            self.choice.remove(blocks, QCoreApplication.translate("Kaznedra", "Remove blocks"))
        else:
            self.choice.add(blocks, QCoreApplication.translate("Kaznedra", "Add blocks"))

    def _take_lasso(self) -> None:
        from shapely.geometry import Polygon

        from ..subsoil.blocks import covering

        places = [self._degrees(point) for point in self._points]
        ring = [place for place in places if place is not None]
        if len(ring) < 3 or len(ring) < len(places):
            return
        blocks = frozenset(filter(self._grid.scheme.contains, covering(Polygon(ring), Rule.MAJORITY)))
        if self._is_within_reason(len(blocks)):
            self._take(blocks)

    def _degrees(self, point: QgsPointXY) -> Optional[tuple[float, float]]:
        pixel = self._grid.canvas.getCoordinateTransform().transform(point)
        return self._grid.degrees(pixel.x(), pixel.y())

    def _break_off(self) -> None:
        self._pressed = self._drag = self._start = None
        self._points = []
        if self._item is not None:
            self._item.show_drag(QPolygonF())
        self._show_label()

    # the keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take arrows, Space, Enter, Esc and undo before the window's shortcuts; see the mouse leave."""
        if event.type() == QEvent.Type.Leave and self._pressed is None:
            self._set_block(None)
        if event.type() == QEvent.Type.ShortcutOverride and self._means(event) is not None:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            meant = self._means(event)
            if meant is not None:
                meant()
                return True
        return False

    def _means(self, event: QKeyEvent) -> Any:
        """What a key does, None where it is not ours."""
        if self.choice is None:
            return None
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.choice.stack.undo
        if event.matches(QKeySequence.StandardKey.Redo) or _is_ctrl_y(event):
            return self.choice.stack.redo
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return None
        if event.key() in _STEPS:
            return lambda: self._step(*_STEPS[event.key()])
        if event.key() in _TOGGLES:
            return lambda: self._click(self.block)
        if event.key() == Qt.Key.Key_Delete:
            return lambda: self._remove(self.block)
        if event.key() == Qt.Key.Key_Escape:
            return self._escape
        return None

    def _step(self, east: int, north: int) -> None:
        """Move the mark by a block, and the map after it; it begins in the middle of the map."""
        canvas = self._grid.canvas
        if self.block is None:
            block = self._grid.block_at(canvas.width() / 2, canvas.height() / 2)
        else:
            block = Block(self.block.lon + east, self.block.lat + north)
        if block is None or not self._grid.scheme.contains(block):
            return
        self._set_block(block)
        middle = self._grid.shape(block).boundingRect().center()
        if not canvas.mapSettings().visiblePolygon().containsPoint(middle, Qt.FillRule.OddEvenFill):
            canvas.setCenter(QgsPointXY(middle))
            canvas.refresh()
        pixel = canvas.getCoordinateTransform().transform(QgsPointXY(middle))
        self._show_label(QPoint(round(pixel.x()), round(pixel.y())))

    def _remove(self, block: Optional[Block]) -> None:
        if block is not None:
            self.choice.remove([block], QCoreApplication.translate("Kaznedra", "Remove a block"))

    def _escape(self) -> None:
        if self._pressed is not None:
            self._break_off()
        else:
            self.left.emit()

    # what is shown

    def _set_block(self, block: Optional[Block], where: Optional[QPoint] = None) -> None:
        changed = block != self.block
        self.block = block
        if changed:
            self._clicked = None
            if self._item is not None:
                self._item.show_block(block)
            self.moved.emit(block)
        if self._drag is None:
            self._show_label(where, changed)

    def refresh(self) -> None:
        """Tell anew what is under the mouse: more is known of it now."""
        self._show_label()

    def _show_label(self, where: Optional[QPoint] = None, changed: bool = True) -> None:
        if self._label is None:
            return
        if changed:
            self._label.tell("" if self.block is None else self._told(self.block))
        if where is not None:
            self._label.put(where)

    def _told(self, block: Block) -> str:
        return _zoom_in() if self._is_too_small(block) else str(self._describe(block))

    def _show_drag(self, where: QPoint) -> None:
        if self._drag is Gesture.LASSO:
            self._item.show_drag(QPolygonF([point.toQPointF() for point in self._points]), self._removes)
        elif self._start is not None and self.block is not None:
            sides = _sides(self._start, self.block)
            self._item.show_drag(self._grid.frame(*sides), self._removes)
            west, south, east, north = sides
            told = QCoreApplication.translate("Kaznedra", "{columns} × {rows} = {count} blocks").format(
                columns=east - west, rows=north - south, count=words.count((east - west) * (north - south))
            )
            self._label.tell(told)
            self._label.put(where)


def _zoom_in() -> str:
    return QCoreApplication.translate("Kaznedra", "Zoom in until single blocks can be seen.")


def _is_ctrl_y(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _sides(one: Block, other: Block) -> tuple[int, int, int, int]:
    """West, south, east, north of the rectangle of which the blocks are opposite corners."""
    lons, lats = sorted((one.lon, other.lon)), sorted((one.lat, other.lat))
    return lons[0], lats[0], lons[1] + 1, lats[1] + 1
