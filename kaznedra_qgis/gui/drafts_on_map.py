"""The drafts on the map canvas, and the tool that chooses blocks for the open one."""

from collections.abc import Callable, Collection
from typing import Any, Optional

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..subsoil.blocks import Block, bounds
from .block_items import DraftItem
from .block_tool import BlockTool, Gesture
from .canvas_grid import CanvasGrid
from .draft_desk import DraftDesk

MOST_FLASHING = 500
"""Blocks that are pointed out at once"""


class DraftsOnMap(QObject):
    """Draws what the desk has. `choosing` tells that the tool was taken up or put down."""

    choosing = pyqtSignal(bool)

    def __init__(self, iface: Any, desk: DraftDesk, describe: Callable[[Block], str]) -> None:
        super().__init__(desk)
        self._iface, self._desk = iface, desk
        self._canvas = iface.mapCanvas()
        self._items: dict[str, DraftItem] = {}
        self._before: Any = None
        self.grid = CanvasGrid(self._canvas, self)
        self.tool = BlockTool(self.grid, describe)
        self.tool.left.connect(self.put_down)
        self._canvas.mapToolSet.connect(self._tool_set)
        self.grid.reprojected.connect(self._reproject)
        for signal in (desk.listed, desk.changed, desk.opened):
            signal.connect(self.draw)
        self.draw()

    def end(self) -> None:
        """Take everything off the canvas."""
        self.put_down()
        self._canvas.mapToolSet.disconnect(self._tool_set)
        self.grid.end()
        for item in self._items.values():
            self._canvas.scene().removeItem(item)
        self._items.clear()

    def draw(self) -> None:
        """Draw the drafts that are to be seen, as they are now."""
        seen = {draft.id: draft for draft in self._desk.seen}
        for gone in self._items.keys() - seen.keys():
            self._canvas.scene().removeItem(self._items.pop(gone))
        for name, draft in seen.items():
            item = self._items.get(name)
            if item is None:
                item = self._items[name] = DraftItem(self.grid, draft.colour)
                item.updatePosition()
            item.set_colour(draft.colour)
            item.set_open(name == self._desk.open_id)
            item.show_blocks(*self._desk.blocks(draft))
        self.tool.choice = self._desk.choice
        if self._desk.choice is None:
            self.put_down()

    def _reproject(self) -> None:
        for item in self._items.values():
            item.reproject()

    # the tool

    @property
    def is_choosing(self) -> bool:
        """Whether the tool has the mouse."""
        return bool(self._canvas.mapTool() is self.tool)

    def take_up(self, gesture: Gesture = Gesture.RECTANGLE) -> None:
        """Choose blocks with the mouse, a drag drawing a rectangle or a lasso; the block grid comes with it."""
        from ..mapping.grid_layer import add_block_grid

        # the first layer of a project would take the view to all of itself
        if QgsProject.instance().count():
            add_block_grid(QgsProject.instance())
        self.tool.gesture = gesture
        if not self.is_choosing:
            self._before = self._canvas.mapTool()
            self._canvas.setMapTool(self.tool)
        self._canvas.setFocus()

    def put_down(self) -> None:
        """Give the mouse back to the tool that had it before."""
        if not self.is_choosing:
            return
        before, self._before = self._before, None
        if before is not None:
            self._canvas.setMapTool(before)
        else:
            self._iface.actionPan().trigger()

    def _tool_set(self, new: Any, _old: Any = None) -> None:
        self.choosing.emit(new is self.tool)

    # the view

    def zoom(self, draft: str = "", block: Optional[Block] = None) -> None:
        """Show all of a draft, or a block of it in its surroundings."""
        found = self._desk.named(draft or self._desk.open_id)
        blocks = [block] if block is not None else list(self._desk.blocks(found)[0]) if found else []
        if blocks:
            self.show(blocks)

    def show(self, blocks: Collection[Block]) -> None:
        """Show blocks with some ground around them."""
        west, south, east, north = bounds(blocks)
        room = max(2, (east - west + north - south) // 8)
        self.show_degrees((west - room) / 60, (south - room) / 60, (east + room) / 60, (north + room) / 60)

    def point_out(self, blocks: Collection[Block]) -> None:
        """Let blocks flash; where they are not all in view, the map goes to them."""
        shapes = [QgsGeometry.fromQPolygonF(self.grid.shape(block)) for block in list(blocks)[:MOST_FLASHING]]
        view = QgsGeometry.fromQPolygonF(self._canvas.mapSettings().visiblePolygon())
        if not all(view.contains(shape) for shape in shapes):
            self.show(blocks)
        self._canvas.flashGeometries(shapes, self._canvas.mapSettings().destinationCrs())

    def show_degrees(self, west: float, south: float, east: float, north: float) -> None:
        """Show a rectangle given in degrees of the grid."""
        transform: QgsCoordinateTransform = self.grid.transform
        try:
            box = transform.transformBoundingBox(QgsRectangle(west, south, east, north))
        except QgsCsException:
            return
        self._canvas.setExtent(box)
        self._canvas.refresh()
