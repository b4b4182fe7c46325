"""What the desktop tests share: the plugin's dock with settings of its own, and real mouse clicks."""

import sys
import time
from dataclasses import replace

import pytest
import qgis.utils
from qgis.core import QgsApplication, QgsFeatureRequest, QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QTabWidget, QToolButton, QWidget

from kaznedra_qgis.settings import SourceSetting

PATIENCE_S = 60
WIDTH = 500
"""Wide enough for the list to show words and ages"""


@pytest.fixture(scope="session")
def qgis_app():
    """The desktop itself, which is no Python that could start others."""
    own, sys.executable = sys.executable, ""
    yield QgsApplication.instance()
    sys.executable = own


def wait_for(condition, patience_s=PATIENCE_S):
    """Turn the event loop until the condition holds; its value."""
    until = time.monotonic() + patience_s
    while time.monotonic() < until:
        QgsApplication.processEvents()
        value = condition()
        if value:
            return value
        time.sleep(0.005)
    tasks = [(task.description(), task.status()) for task in QgsApplication.taskManager().tasks()]
    raise AssertionError(f"waited {patience_s} s in vain, with tasks {tasks}")


def turn(times=20):
    """Let what is queued happen."""
    for _ in range(times):
        QgsApplication.processEvents()


def widget(name, kind=QWidget, home=None):
    """The widget of that object name, in the main window or in another; one that is seen, where there are several."""
    found = (home or qgis.utils.iface.mainWindow()).findChildren(kind, name)
    assert found, name
    return next((each for each in found if each.isVisible()), found[0])


def click(button):
    """Press a button with the mouse, as it can be seen."""
    assert isinstance(button, QAbstractButton)
    wait_for(lambda: button.isVisible() and button.isEnabled())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


class Desk:
    """The dock, and what a test wants of it."""

    def __init__(self, dock, settings, folder):
        self.dock, self.panel, self.settings, self.folder = dock, dock.panel, settings, folder
        self.workspace = folder / "workspace.gpkg"

    def use(self, address, name="tested", **changes):
        """Make an address the dock's only source, with the test's workspace."""
        source = replace(SourceSetting(name, "Tested platform", "kaznedra", str(address)), **changes)
        self.settings.sources = [source]
        self.settings.source = source
        self.settings.workspace = self.workspace
        self.reload()

    def reload(self):
        """Show what the settings say, read to the end."""
        self.panel.desk.changed.emit()
        self.settled()

    def settled(self):
        """Wait until nothing runs."""
        wait_for(lambda: self.panel._sync is None and self.panel._reading is None)
        turn()

    def sync(self):
        """Click Sync and wait for the end."""
        click(widget("kaznedraSync"))
        wait_for(lambda: self.panel._sync is not None or widget("kaznedraSync").isEnabled())
        self.settled()

    def rows(self):
        """What the list says: title to (features, age, state), in full where it is too narrow to show that."""
        model, spoken = widget("kaznedraThemes").model(), Qt.ItemDataRole.AccessibleTextRole
        texts = [
            [model.index(row, column).data(spoken) or "" for column in range(1, model.columnCount())]
            for row in range(model.rowCount())
        ]
        return {model.index(row, 0).data(): tuple(rest) for row, rest in enumerate(texts)}

    def notice(self):
        """Text of the message that stands in the message bar."""
        notices = qgis.utils.iface.mainWindow().findChildren(QLabel, "kaznedraNoticeText")
        return next((notice.text() for notice in notices if notice.isVisible()), "")


@pytest.fixture
def desk(tmp_path):
    """The running plugin's dock, without sources, in an empty project."""
    plugin = qgis.utils.plugins["kaznedra_qgis"]
    wait_for(lambda: plugin.dock.panel)
    QgsProject.instance().clear()
    QgsSettings().remove("kaznedra")
    plugin.settings.workspace_folder = tmp_path / "workspaces"
    plugin.settings.language = "en"
    plugin._settings_changed()
    plugin.dock.panel.notices.clear()
    plugin.dock.setVisible(True)
    qgis.utils.iface.mainWindow().resizeDocks([plugin.dock], [WIDTH], Qt.Orientation.Horizontal)
    desk = Desk(plugin.dock, plugin.settings, tmp_path)
    desk.reload()
    yield desk
    plugin = qgis.utils.plugins["kaznedra_qgis"]
    wait_for(lambda: plugin.dock.panel)
    desk.panel = plugin.dock.panel
    plugin.dock.panel.cancel_sync()
    desk.settled()
    plugin.dock.panel.notices.clear()
    QgsSettings().remove("kaznedra")
    plugin._settings_changed()
    plugin.dock.panel.desk.changed.emit()
    QgsProject.instance().clear()
    turn()


def leave_applications(desk):
    """Put the tool down, close the workspace and show the first tabs again."""
    desk.panel.pages.applications.room.map.put_down()
    desk.panel.pages.applications.follow(None)
    for name in ("kaznedraDraftTabs", "kaznedraPages"):
        widget(name, QTabWidget).setCurrentIndex(0)


@pytest.fixture
def page(desk):
    """The page Applications, turned to by the mouse, over an empty workspace."""
    from kaznedra_qgis.workspace import Workspace

    Workspace.create(desk.workspace)
    desk.use(desk.folder / "no-platform")
    tabs = widget("kaznedraPages", QTabWidget)
    place = tabs.indexOf(desk.panel.pages.applications)
    QTest.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, pos=tabs.tabBar().tabRect(place).center())
    wait_for(lambda: widget("kaznedraApplications").isVisible())
    yield desk
    leave_applications(desk)


@pytest.fixture
def ground(page):
    """A new draft, the tool taken up over the middle."""
    from tests.qgis.desktop.ground import Ground

    click(widget("kaznedraDraftButton_new", QToolButton))
    found = Ground(page)
    found.look()
    click(widget("kaznedraBlocksButton_choose", QToolButton))
    assert found.room.map.is_choosing
    return found


@pytest.fixture
def known(desk, demo_data):
    """The demo data pulled, and a draft over the edge of an exploration licence in force; its first block is middle."""
    from kaznedra_qgis.subsoil.codes import read_codes
    from kaznedra_qgis.subsoil.numbering import default_scheme
    from tests.qgis.desktop.ground import Ground

    desk.use(demo_data)
    desk.sync()
    layer = QgsVectorLayer(f"{desk.workspace}|layername=licences", "licences", "ogr")
    wanted = QgsFeatureRequest().setFilterExpression("kind = 'exploration' AND status = 'active' AND block_count > 12")
    found = next(layer.getFeatures(wanted))
    (first, *_) = [read.block for read in read_codes(found["blocks"], default_scheme()).blocks]
    tabs = widget("kaznedraPages", QTabWidget)
    tabs.setCurrentWidget(desk.panel.pages.applications)
    click(widget("kaznedraDraftButton_new", QToolButton))
    ground = Ground(desk, first)
    ground.look()
    click(widget("kaznedraBlocksButton_choose", QToolButton))
    yield ground, found
    leave_applications(desk)
