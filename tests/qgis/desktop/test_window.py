"""The desktop starts with the plugin, and without it asks nothing of the user."""

import qgis.utils
from qgis.PyQt.QtWidgets import QApplication


def test_the_plugin_is_started():
    assert "kaznedra_qgis" in qgis.utils.active_plugins
    assert "kaznedra_qgis" in qgis.utils.plugins


def test_no_dialog_waits_for_an_answer():
    assert QApplication.activeModalWidget() is None
