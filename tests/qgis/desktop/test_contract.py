"""A source that changed between two pulls, as a user meets it: in the dock, in its menu, in the test of the source."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QTreeView

from kaznedra_qgis import i18n
from kaznedra_qgis.gui.source_dialog import SourceDialog
from kaznedra_qgis.settings import NetworkLimits
from kaznedra_qgis.workspace import Workspace
from tests.qgis.desktop.conftest import click, turn, wait_for, widget
from tests.servers.faulty import Platform

ACCEPT = "accept what the source changed"


@pytest.fixture
def platform():
    with Platform() as served:
        yield served


def tip_of(desk, title):
    model = widget("kaznedraThemes").model()
    rows = {model.index(row, 0).data(): row for row in range(model.rowCount())}
    return model.index(rows[title], 0).data(Qt.ItemDataRole.ToolTipRole)


def menu_of(desk, title):
    """The entries of a theme's menu by their text, and the menu."""
    view = widget("kaznedraThemes", QTreeView)
    row = next(row for row in range(view.model().rowCount()) if view.model().index(row, 0).data() == title)
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(row, 0)).center())
    menu = wait_for(QApplication.activePopupWidget)
    return {action.text().replace("&", ""): action for action in menu.actions()}, menu


def test_a_source_that_lost_its_features_keeps_the_last_good_state_until_that_is_accepted(desk, platform):
    desk.use(platform.url)
    desk.sync()
    platform["licences"].features.clear()
    desk.sync()
    features, _, state = desk.rows()["Licences"]
    assert (features, state) == ("25", "failed")
    assert "far fewer features than before" in tip_of(desk, "Licences")
    assert "The map shows the complete pull of" in tip_of(desk, "Licences")
    entries, menu = menu_of(desk, "Licences")
    entry = next(action for text, action in entries.items() if ACCEPT in text)
    menu.close()
    entry.trigger()
    desk.settled()
    assert desk.rows()["Licences"][::2] == ("0", "complete")
    assert Workspace.open(desk.workspace).theme_states("tested")["licences"].count == 0


def test_what_is_complete_has_nothing_to_accept(desk, platform):
    desk.use(platform.url)
    desk.sync()
    entries, menu = menu_of(desk, "Licences")
    menu.close()
    assert not any(ACCEPT in text for text in entries)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_test_of_the_source_says_what_changed_since_the_last_complete_pull(desk, platform, language):
    desk.use(platform.url)
    desk.sync()
    platform["deposits"].features.clear()
    for feature in platform["licences"].features:
        del feature["properties"]["number"]
    desk.settings.language = language
    i18n.install(language)
    limits = NetworkLimits(idle_s=5, total_s=10, attempts=1)
    dialog = SourceDialog(limits, desk.settings.source, frozenset(), desk.dock.window(), desk.workspace)
    dialog.show()
    turn()
    click(widget("kaznedraTestConnection", home=dialog))
    wait_for(lambda: dialog._task is None)
    turn()
    told = dialog.verdict_text().splitlines()
    assert len(told) == 4 and "number" in told[2] and "12" in told[3]
    assert language != "en" or told[1] == "Changed since the last complete pull:"
    assert dialog.report.verdict.height() >= dialog.report.verdict.heightForWidth(dialog.report.verdict.width())
    dialog.reject()
    dialog.deleteLater()
    i18n.install("en")
