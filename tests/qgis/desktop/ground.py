"""The map around a block as a test looks at it, moves the mouse over it and chooses blocks there."""

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel
from qgis.utils import iface

from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import drafts_of
from tests.qgis.desktop.conftest import turn

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
MIDDLE = Block(77 * 60 + 10, 48 * 60 + 10)


class Ground:
    """The map around a block, and the drafts."""

    def __init__(self, desk, middle=MIDDLE):
        self.desk, self.canvas, self.middle = desk, iface.mapCanvas(), middle
        self.room = desk.panel.pages.applications.room

    def look(self, crs="EPSG:4326", minutes=10):
        """Show blocks around the middle in a CRS."""
        QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(crs))
        turn()
        room = minutes / 120
        lon, lat = (self.middle.lon + 0.5) / 60, (self.middle.lat + 0.5) / 60
        box = QgsRectangle(lon - room, lat - room, lon + room, lat + room)
        self.canvas.setExtent(self.room.map.grid.transform.transformBoundingBox(box))
        turn()

    def at(self, east=0, north=0):
        """The pixel in the middle of a block, counted from the middle one."""
        shape = self.room.map.grid.shape(Block(self.middle.lon + east, self.middle.lat + north))
        middle = self.canvas.getCoordinateTransform().transform().map(shape).boundingRect().center()
        return middle.toPoint()

    def click(self, east=0, north=0, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.mouseClick(self.canvas.viewport(), LEFT, modifier, self.at(east, north))
        turn(2)

    def drag(self, *points, modifier=Qt.KeyboardModifier.NoModifier):
        view = self.canvas.viewport()
        QTest.mousePress(view, LEFT, modifier, points[0])
        for before, after in zip(points, points[1:]):
            for step in range(1, 6):
                self.move(before + (after - before) * step / 5, modifier)
        QTest.mouseRelease(view, LEFT, modifier, points[-1])
        turn(2)

    def move(self, where, modifier=Qt.KeyboardModifier.NoModifier, button=LEFT):
        """Move the mouse, told to the canvas at once: the X server would put moves together."""
        from qgis.PyQt.QtCore import QPointF
        from qgis.PyQt.QtGui import QMouseEvent

        view = self.canvas.viewport()
        place = QPointF(where)
        event = QMouseEvent(
            QEvent.Type.MouseMove, place, QPointF(view.mapToGlobal(where)), Qt.MouseButton.NoButton, button, modifier
        )
        QApplication.sendEvent(view, event)

    def hover(self, east=0, north=0):
        turn()
        self.move(self.at(east, north), button=Qt.MouseButton.NoButton)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.canvas, key, modifier)
        turn(2)

    @property
    def chosen(self):
        """The blocks of the open draft as the workspace has them, counted from the middle one."""
        draft = next(each for each in drafts_of(Workspace(self.desk.workspace)) if each.id == self.room.desk.open_id)
        return {(block.lon - self.middle.lon, block.lat - self.middle.lat) for block in draft.blocks}

    @property
    def hovered(self):
        found = [each for each in self.canvas.findChildren(QLabel, "kaznedraHover") if each.isVisible()]
        return found[0].text() if found else ""


def code(east=0, north=0, middle=MIDDLE):
    """The code of a block, counted from the middle one."""
    return default_scheme().code(Block(middle.lon + east, middle.lat + north))


def rectangle(columns=2, rows=1):
    """WKT of blocks from the middle one on to the north-east."""
    west, south = MIDDLE.lon / 60, MIDDLE.lat / 60
    box = QgsRectangle(west, south, west + columns / 60, south + rows / 60)
    return QgsGeometry.fromRect(box).asWkt()
