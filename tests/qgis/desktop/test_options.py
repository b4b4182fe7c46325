"""Kaznedra's page in QGIS's options, in the real dialog."""

from datetime import datetime, timedelta, timezone

import qgis.utils
from qgis.gui import QgsFileWidget, QgsOptionsPageWidget
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QPushButton, QSpinBox

from kaznedra_qgis import i18n
from kaznedra_qgis.settings import NetworkLimits
from kaznedra_qgis.workspace import Workspace
from tests.qgis.desktop.conftest import wait_for, widget

PAGE = "OptionsPage"


def in_the_dialog(desk, act):
    """Open QGIS's options at Kaznedra's page, do something there, and have the page applied; what `act` returned.

    Not by OK: QGIS 3.22 then sets its network up anew and loses its own sign-in and certificate dialogs.
    """
    results = []

    def when_open():
        dialog = QApplication.activeModalWidget()
        try:
            results.append(act(dialog))
            next(page for page in dialog.findChildren(QgsOptionsPageWidget) if type(page).__name__ == PAGE).apply()
        finally:
            dialog.reject()

    QTimer.singleShot(500, when_open)
    qgis.utils.iface.showOptionsDialog(qgis.utils.iface.mainWindow(), "Kaznedra")
    assert results, "the dialog did not open"
    return results[0]


def test_the_dialog_opens_at_the_page(desk):
    assert in_the_dialog(desk, lambda dialog: dialog.findChild(QComboBox, "kaznedraLanguage").isVisible())


def test_another_language_is_spoken_at_once(desk):
    def choose(dialog):
        combo = dialog.findChild(QComboBox, "kaznedraLanguage")
        assert [combo.itemData(index) for index in range(combo.count())] == ["auto", "en", "ru", "kk"]
        combo.setCurrentIndex(combo.findData("ru"))

    in_the_dialog(desk, choose)
    assert desk.settings.language == "ru"
    assert i18n.language() == "ru"
    assert widget("kaznedraSync").text() == "&Синхронизация"
    assert desk.panel.themes.index(0, 0).data() == "Сетка блоков"


def test_folder_and_limits_are_kept(desk):
    def change(dialog):
        dialog.findChild(QgsFileWidget, "kaznedraWorkspaceFolder").setFilePath(str(desk.folder / "else"))
        dialog.findChild(QSpinBox, "kaznedraLimit_idle_s").setValue(99)
        dialog.findChild(QSpinBox, "kaznedraLimit_page_mb").setValue(12)

    in_the_dialog(desk, change)
    assert desk.settings.workspace_folder == desk.folder / "else"
    assert desk.settings.limits == NetworkLimits(idle_s=99, page_mb=12)


def test_the_transformation_of_sk_42_is_set(desk):
    def choose(dialog):
        combo = dialog.findChild(QComboBox, "kaznedraSk42")
        assert combo.currentData() == ""
        model, grid = combo.model(), combo.findData("EPSG:10964+EPSG:10965")
        assert not model.item(grid).isEnabled() and "needs qazgrid_kz.gsb" in combo.itemText(grid)
        combo.setCurrentIndex(combo.findData("EPSG:5044"))
        return combo.currentText()

    assert "(EPSG:5044), 3 m" in in_the_dialog(desk, choose)
    assert desk.settings.sk_42 == "EPSG:5044"
    desk.settings.sk_42 = "EPSG:1267"
    assert in_the_dialog(desk, lambda dialog: dialog.findChild(QComboBox, "kaznedraSk42").currentText()) == "EPSG:1267"
    assert desk.settings.sk_42 == "EPSG:1267"


def test_what_is_stale_follows_the_setting_in_the_dock_and_for_the_rules(known):
    ground, _ = known
    desk = ground.desk
    long_ago = (datetime.now(timezone.utc) - timedelta(days=9)).isoformat().replace("+00:00", "Z")
    with Workspace(desk.workspace).writing() as connection:
        connection.execute("UPDATE snapshots SET finished = ?", (long_ago,))
    ground.click()

    def judged(days):
        def change(dialog):
            dialog.findChild(QDoubleSpinBox, "kaznedraFreshness").setValue(days)

        in_the_dialog(desk, change)
        desk.settled()
        report = wait_for(lambda: not ground.room.checks.is_running and ground.room.checks.report)
        states = {each.state for finding in report.findings for each in finding.evidence if not each.feature_id}
        return desk.rows()["Licences"][2], "stale" in states

    assert desk.settings.freshness_days == 7
    assert judged(7) == ("stale", True)
    assert judged(30) == ("complete", False)
    assert judged(3) == ("stale", True)
    assert judged(0) == ("complete", False)


def test_defaults_come_back(desk):
    desk.settings.limits = NetworkLimits(idle_s=99, total_s=999, attempts=1, concurrency=1, page_mb=1)
    desk.settings.language, desk.settings.sk_42 = "kk", "EPSG:5044"
    desk.settings.freshness_days = 90
    in_the_dialog(desk, lambda dialog: dialog.findChild(QPushButton, "kaznedraRestoreDefaults").click())
    assert desk.settings.limits == NetworkLimits()
    assert (desk.settings.language, desk.settings.sk_42) == ("auto", "")
    assert desk.settings.freshness_days == 7
