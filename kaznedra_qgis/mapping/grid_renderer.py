"""Draws the lines and codes of the block grid that a view shows."""

from collections.abc import Iterator
from typing import NamedTuple, Optional

from qgis.core import QgsFeedback, QgsMapLayerRenderer, QgsRenderContext
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen

from .grid_codes import CodeWriter, Lettering
from .grid_levels import BLOCK, LEVELS, MILLION, Level, Window, covered
from .grid_projection import Projection

CLOSEST = 1.0
"""Lines of a level that lie closer than this on paper, mm, are left out"""
MOST_LINES = 3000
"""Lines of one level in one picture; more would make a grey field of it"""

Point = tuple[float, float]
Size = tuple[float, float]


class Look(NamedTuple):
    """How a grid is drawn. `opacity` only says whether it is to be flattened: QGIS itself applies it."""

    colour: QColor
    labels: bool
    opacity: float


class GridRenderer(QgsMapLayerRenderer):
    """One picture of the grid. It holds values only, so that it runs in any thread and outlives its layer."""

    def __init__(self, layer_id: str, context: QgsRenderContext, look: Look) -> None:
        super().__init__(layer_id, context)
        self._look = look
        view = context.extent()
        degrees = (view.xMinimum(), view.yMinimum(), view.xMaximum(), view.yMaximum())
        self._view = Window(*(60 * value for value in degrees)).meet(covered(MILLION))
        self._feedback = QgsFeedback()

    def feedback(self) -> QgsFeedback:
        """What QGIS cancels the picture by."""
        return self._feedback

    def forceRasterRender(self) -> bool:
        """A translucent grid is drawn into an image of its own, which QGIS lays over the map."""
        return self._look.opacity < 1

    def render(self) -> bool:
        """Draw the picture; False when it was cancelled."""
        painter = self.renderContext().painter()
        if self._view.empty() or painter is None:
            return True
        projection = Projection(self.renderContext(), self._view)
        size = projection.block_size(self._view)
        levels = [level for level in LEVELS if self._shows(level, size)]
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            self._draw_lines(painter, projection, levels)
            if self._look.labels and size is not None and not self._feedback.isCanceled():
                self._write_codes(painter, projection, levels, size)
        finally:
            painter.restore()
        return not self._feedback.isCanceled()

    def _shows(self, level: Level, size: Optional[Size]) -> bool:
        context, view = self.renderContext(), self._view
        if context.rendererScale() > level.scale * 1.001:
            return False
        if (view.east - view.west) / level.width + (view.north - view.south) / level.height > MOST_LINES:
            return False
        if size is None:
            return True
        return min(size[0] * level.width, size[1] * level.height) >= CLOSEST * context.scaleFactor()

    def _draw_lines(self, painter: QPainter, projection: Projection, levels: list[Level]) -> None:
        """Fine lines first, coarse ones over them; thinner where no blocks call for telling the kinds apart."""
        millimetre = self.renderContext().scaleFactor() * (1 if BLOCK in levels else 0.5)
        for rank in reversed(range(len(levels))):
            level = levels[rank]
            pen = QPen(self._look.colour, level.line * millimetre)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            for start, end in _graticule(level, levels[:rank], self._view.meet(covered(level))):
                if self._feedback.isCanceled():
                    return
                for piece in projection.line(start, end):
                    painter.drawPolyline(piece)

    def _write_codes(self, painter: QPainter, projection: Projection, levels: list[Level], size: Size) -> None:
        millimetre = self.renderContext().scaleFactor()
        plain = Lettering(painter, millimetre, self._look.colour)
        bold = Lettering(painter, millimetre, self._look.colour, bold=True)
        view = projection.inside(self._view)
        CodeWriter(projection, view, size, millimetre).write(levels, plain, bold, self._feedback)


def _graticule(level: Level, coarser: list[Level], window: Window) -> Iterator[tuple[Point, Point]]:
    """Ends (lon, lat) of a level's lines in a window, but for those that a coarser level draws."""
    if window.empty():
        return
    whole = window.whole()
    frame = window.whole(level.width, level.height)
    for lon in range(int(frame.west), int(frame.east) + 1, level.width):
        if all(lon % other.width for other in coarser):
            yield (lon, whole.south), (lon, whole.north)
    for lat in range(int(frame.south), int(frame.north) + 1, level.height):
        if all(lat % other.height for other in coarser):
            yield (whole.west, lat), (whole.east, lat)
