"""Loading, unloading and loading again leaves nothing behind.

QGIS forgets the plugin's modules when it unloads it: tests that come later see classes that are not the plugin's. This
file is therefore the last that has to do with the dock.
"""

import gc

import pytest
import qgis.utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QToolBar

from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import drafts_of
from tests.qgis.desktop.conftest import turn, wait_for
from tests.servers.faulty import Platform

NAME = "kaznedra_qgis"


def ours():
    """Everything of the plugin that the desktop holds, by kind and name."""
    turn()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    window = qgis.utils.iface.mainWindow()
    project = QgsProject.instance()
    found = {("dock", dock.objectName()) for dock in window.findChildren(QDockWidget)}
    found |= {("toolbar", bar.objectName()) for bar in window.findChildren(QToolBar)}
    found |= {("menu", action.text()) for action in qgis.utils.iface.pluginMenu().actions()}
    found |= {("tool", action.objectName()) for action in qgis.utils.iface.pluginToolBar().actions()}
    found |= {("panel", action.text()) for action in window.createPopupMenu().actions()}
    found |= {
        ("action", action.objectName()) for action in window.findChildren(QAction) if "aznedra" in action.objectName()
    }
    found |= {("provider", provider.id()) for provider in QgsApplication.processingRegistry().providers()}
    found |= {("layer type", name) for name in QgsApplication.pluginLayerRegistry().pluginLayerTypes()}
    found |= {("translated", QCoreApplication.translate("Kaznedra", "&Sync"))}
    signals = (
        project.layersAdded,
        project.layersRemoved,
        project.readProject,
        project.writeProject,
        project.cleared,
        project.layerTreeRoot().visibilityChanged,
    )
    objects = (project,) * 5 + (project.layerTreeRoot(),)
    found |= {
        ("listeners", index, each.receivers(signal)) for index, (each, signal) in enumerate(zip(objects, signals))
    }
    return found


@pytest.fixture
def unloaded(desk):
    """What is there without the plugin; it is loaded again afterwards."""
    desk.settings.language = "ru"
    assert qgis.utils.unloadPlugin(NAME)
    yield ours()
    if NAME not in qgis.utils.plugins:
        assert qgis.utils.loadPlugin(NAME)
        assert qgis.utils.startPlugin(NAME)


def load():
    assert qgis.utils.loadPlugin(NAME)
    assert qgis.utils.startPlugin(NAME)
    wait_for(lambda: qgis.utils.plugins[NAME].dock.panel)
    turn()


def test_load_unload_load_again_leaves_nothing(unloaded):
    assert ("translated", "&Sync") in unloaded
    load()
    loaded = ours()
    assert ("dock", "KaznedraDock") in loaded
    assert ("translated", "&Синхронизация") in loaded
    assert ("provider", "kaznedra") in loaded
    assert ("layer type", "kaznedra_grid") in loaded
    assert qgis.utils.unloadPlugin(NAME)
    assert ours() == unloaded
    load()
    assert ours() == loaded


def test_unloading_stops_a_sync(desk):
    import threading

    release = threading.Event()

    class Hanging(Platform):
        def _items(self, handler, collection, query):
            release.wait(30)
            super()._items(handler, collection, query)

    with Hanging() as platform:
        desk.use(platform.url)
        desk.panel.start_sync()
        task = desk.panel._sync
        wait_for(lambda: platform.seen)
        try:
            assert qgis.utils.unloadPlugin(NAME)
            assert task.is_over
            assert [path for path in desk.folder.rglob("*") if path.is_file()] == []
        finally:
            release.set()
            load()


def test_unloading_while_blocks_are_chosen_saves_them_and_leaves_the_canvas_as_it_was(unloaded, tmp_path):
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QTabWidget

    load()
    plugin, canvas = qgis.utils.plugins[NAME], qgis.utils.iface.mapCanvas()
    items, before = len(canvas.scene().items()), canvas.mapTool()
    pages = plugin.dock.panel.pages
    plugin.dock.setVisible(True)
    assert isinstance(pages, QTabWidget)
    # shown as such, for without a source the dock shows its first page
    pages.applications._path = tmp_path / "workspace.gpkg"
    pages.applications.showEvent(QShowEvent())
    room = pages.applications.room
    room.desk.new()
    room.map.take_up()
    turn()
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.viewport().rect().center())
    room.desk.choice.toggle(Block(4620, 2880))
    assert qgis.utils.unloadPlugin(NAME)
    assert ours() == unloaded
    assert len(canvas.scene().items()) == items and canvas.mapTool() == before
    (draft,) = drafts_of(Workspace(tmp_path / "workspace.gpkg"))
    assert Block(4620, 2880) in draft.blocks
