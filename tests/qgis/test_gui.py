"""The dock's parts without a desktop, so that they are tried on every version of QGIS that the plugin runs on."""

import time

import pytest
from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMainWindow

from kaznedra_qgis import i18n
from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.gui import memory
from kaznedra_qgis.gui.options import OptionsFactory
from kaznedra_qgis.gui.panel import Panel
from kaznedra_qgis.gui.source_dialog import SourceDialog
from kaznedra_qgis.mapping import grid_layer
from kaznedra_qgis.settings import NetworkLimits, Settings, SourceSetting

ROOT = "kaznedra-tests"


@pytest.fixture
def settings(qgis_app):
    QgsSettings().remove(ROOT)
    QgsSettings().remove(memory.ROOT)
    yield Settings(ROOT)
    QgsSettings().remove(ROOT)
    QgsSettings().remove(memory.ROOT)


class Interface:
    """The part of QGIS's interface that the panel uses, with a real message bar and window."""

    def __init__(self):
        self.window = QMainWindow()
        self.bar = QgsMessageBar(self.window)

    def mainWindow(self):
        return self.window

    def messageBar(self):
        return self.bar


@pytest.fixture
def panel(settings, tmp_path):
    settings.workspace_folder = tmp_path / "workspaces"
    grid_layer.register()
    interface = Interface()
    window = interface.window
    made = Panel(interface, settings, window)
    window.setCentralWidget(made)
    window.resize(600, 600)
    window.show()
    made.begin()
    yield made
    made.end()
    QgsProject.instance().clear()
    grid_layer.unregister()
    i18n.remove()
    window.close()
    window.deleteLater()


def wait_for(condition, patience_s=60):
    until = time.monotonic() + patience_s
    while not condition():
        assert time.monotonic() < until, "waited in vain"
        QgsApplication.processEvents()
        time.sleep(0.005)


def settle(panel):
    wait_for(lambda: panel._sync is None and panel._reading is None)


def rows(panel):
    model = panel.themes
    return {
        model.index(row, 0).data(): [
            model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (1, 2, 3)
        ]
        for row in range(model.rowCount())
    }


def test_a_file_is_pulled_and_shown(panel, settings, demo_data):
    source = SourceSetting("demo", "Demo", "kaznedra", str(demo_data))
    settings.sources = [source]
    settings.source = source
    panel.reload()
    settle(panel)
    assert rows(panel)["Licences"][2] == "never pulled"
    panel.start_sync()
    settle(panel)
    assert rows(panel)["Licences"] == ["1\u202f500", "today", "complete"]
    wait_for(lambda: panel.themes.rows()[0].is_visible)
    index = panel.themes.index(0, 0)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert panel.themes.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert panel.map.visible(["licences"]) == set()
    assert (settings.workspace_folder / "demo.gpkg").is_file()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_part_speaks_every_language(panel, settings, language):
    i18n.install(language)
    source = SourceSetting("none", "None", "kaznedra", "https://platform.example")
    settings.sources = [source]
    settings.source = source
    panel.reload()
    settle(panel)
    panel.retranslate()
    panel.notices.warn_of(KaznedraError(Code.TIMED_OUT, theme="licences"), lambda: None)
    dialog = SourceDialog(NetworkLimits(), source, frozenset({"none"}), panel.window())
    page = OptionsFactory(settings, lambda: None).createWidget(panel.window())
    words = {
        "en": ("&Sync", "Licences", "&Name"),
        "ru": ("&Синхронизация", "Лицензии", "&Название"),
        "kk": ("&Синхрондау", "Лицензиялар", "&Атауы"),
    }[language]
    form = dialog.layout().itemAt(0).layout()
    assert (panel.source_row.sync.text(), panel.themes.index(0, 0).data()) == words[:2]
    assert form.labelForField(dialog.name).text() == words[2]
    page.apply()
    assert settings.limits == NetworkLimits()
    dialog.reject()
    dialog.deleteLater()
    page.deleteLater()


def test_without_a_source_the_first_start_is_shown(panel):
    assert panel.currentWidget() is panel._first_start
