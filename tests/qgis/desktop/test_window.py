"""The desktop starts with the plugin, and without it asks nothing of the user."""

import pytest
import qgis.utils
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication

from kaznedra_qgis.gui.dock import ROOMY
from tests.qgis.desktop.conftest import turn, wait_for


def test_the_plugin_is_started():
    assert "kaznedra_qgis" in qgis.utils.active_plugins
    assert "kaznedra_qgis" in qgis.utils.plugins


def test_no_dialog_waits_for_an_answer():
    assert QApplication.activeModalWidget() is None


@pytest.fixture
def small_window():
    """The main window with the dock as at its very first start, where there is no room to spare."""
    window, dock = qgis.utils.iface.mainWindow(), qgis.utils.plugins["kaznedra_qgis"].dock
    before = window.size()
    window.showNormal()
    window.resize(ROOMY - 200, before.height())
    QgsSettings().remove("kaznedra/dock/placed")
    dock.hide()
    dock.show()
    turn()
    window.resizeDocks([dock], [1], Qt.Orientation.Horizontal)
    turn()
    yield window, dock
    window.resize(before)
    turn()


def test_the_dock_takes_its_width_once_the_window_has_room_for_it(small_window):
    window, dock = small_window
    narrow = dock.width()
    window.resize(ROOMY + 300, window.height())
    wait_for(lambda: dock.width() > narrow, 10)
    assert dock.width() >= min(dock.frame.sizeHint().width(), window.width() * 3 // 10) - 1
    window.resizeDocks([dock], [narrow], Qt.Orientation.Horizontal)
    turn()
    window.resize(ROOMY + 250, window.height())
    turn()
    assert dock.width() == narrow, "from then on the width is the user's"
