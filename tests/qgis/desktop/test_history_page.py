"""The page History of the dock: the pulls, what can be done with them, and how much is kept."""

from dataclasses import replace

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QListWidget,
    QSpinBox,
    QTabWidget,
    QTreeView,
)

from kaznedra_qgis import i18n
from kaznedra_qgis.mapping import layers
from kaznedra_qgis.workspace import Workspace, citations, retention
from kaznedra_qgis.workspace.retention import Retention
from tests.qgis.desktop.conftest import click, turn, wait_for, widget
from tests.qgis.desktop.test_as_of import date_back, group_name, grown, platform, pulled, settle, shown  # noqa: F401


@pytest.fixture
def page(grown):  # noqa: F811
    """The dock of three pulls at its page History, turned to by the mouse."""
    tabs = widget("kaznedraPages", QTabWidget)
    place = tabs.indexOf(widget("kaznedraHistory"))
    QTest.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, pos=tabs.tabBar().tabRect(place).center())
    wait_for(lambda: widget("kaznedraHistory").isVisible())
    yield grown
    tabs.setCurrentIndex(0)


def tree():
    return widget("kaznedraPulls", QTreeView)


def texts(parent=None):
    """The rows of the tree, or below one of its rows."""
    model = tree().model()
    above = model.index(parent, 0) if parent is not None else tree().rootIndex()
    return [
        tuple(model.index(row, column, above).data() for column in range(model.columnCount()))
        for row in range(model.rowCount(above))
    ]


def choose(row, below=None):
    """Click a row."""
    view = tree()
    index = view.model().index(row, 0)
    if below is not None:
        view.expand(index)
        index = view.model().index(below, 0, index)
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    turn()
    return index


def test_the_pulls_are_listed_newest_first_with_what_changed_and_how_they_ended(page, platform):  # noqa: F811
    platform["deposits"].faults.status = 503
    page.panel.start_sync(("licences", "deposits"))
    page.settled()
    assert texts() == [
        (pulled(page, 4), "=", "failed"),
        (pulled(page, 3), "−1", "complete"),
        (pulled(page, 2), "+17 −1", "complete"),
        (pulled(page, 1), "+25", "complete"),
    ]
    assert texts(0) == [("Licences", "=", "complete"), ("Deposits", "", "failed")]
    model = tree().model()
    tip = model.index(1, 0, model.index(0, 0)).data(Qt.ItemDataRole.ToolTipRole)
    assert "fault of its own" in tip and "Try again later" in tip
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == f"{pulled(page, 4)}, =, failed"
    spoken = model.index(2, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "added 17, changed 0, gone 1"


def test_a_double_click_and_enter_show_the_map_as_of_the_pull(page):
    index = choose(2)
    QTest.mouseDClick(tree().viewport(), Qt.MouseButton.LeftButton, pos=tree().visualRect(index).center())
    settle(page)
    assert shown() == 25 and group_name().endswith(pulled(page, 1))
    choose(0)
    QTest.keyClick(tree(), Qt.Key.Key_Return)
    settle(page)
    assert shown() == 23 and group_name() == "Kaznedra"
    choose(1)
    click(widget("kaznedraShowThen"))
    settle(page)
    assert shown() == 24 and group_name().endswith(pulled(page, 2))


def test_what_changed_opens_the_algorithm_filled_in(page):
    choose(2)
    assert not widget("kaznedraWhatChanged").isEnabled(), "there is nothing before the first pull"
    choose(1)
    click(widget("kaznedraWhatChanged"))
    given = compared(page)
    assert (given["FROM"], given["TO"], given["WORKSPACE"]) == ("pull 1", "pull 2", str(page.workspace))
    assert "licences" in given["THEMES"] and "deposits" in given["THEMES"]
    row = [title for title, *_ in texts(0)].index("Licences")
    choose(0, row)
    click(widget("kaznedraWhatChanged"))
    given = compared(page)
    snapshots = [each.id for each in Workspace(page.workspace).snapshots(theme="licences")]
    assert (given["FROM"], given["TO"]) == tuple(map(str, snapshots[-2:])) and given["THEMES"] == ["licences"]


def compared(page):
    """The parameters in the dialog of kaznedra:changes, which is closed."""
    dialog = page.panel.history._compared
    wait_for(dialog.isVisible)
    given = dialog.createProcessingParameters() if hasattr(dialog, "createProcessingParameters") else None
    given = given or dialog.getParameterValues()
    dialog.close()
    return given


def test_the_menu_offers_the_same_and_the_details(page):
    index = choose(1)
    tree().customContextMenuRequested.emit(tree().visualRect(index).center())
    menu = wait_for(QApplication.activePopupWidget)
    assert [action.text() for action in menu.actions()] == ["Show the &map then", "What chan&ged", "&Details"]
    menu.actions()[0].trigger()
    menu.close()
    settle(page)
    assert shown() == 24


def dialog_open(page):
    click(widget("kaznedraRetention"))
    dialog = wait_for(lambda: page.panel.history._dialog)
    wait_for(dialog.ok.isEnabled)
    return dialog


def test_nothing_goes_before_it_was_named_and_confirmed(page):
    assert widget("kaznedraKept").text() == "All history is kept."
    citations.cite(Workspace(page.workspace), 1, "draft", "My <draft>")
    dialog = dialog_open(page)
    assert dialog.all.isChecked() and dialog.goes.count() == 0 and dialog.ok.text() == "&OK"
    QTest.mouseClick(dialog.by_last, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.by_last.height() // 2))
    dialog.findChild(QSpinBox, "kaznedraKeepLast").setValue(1)
    assert not dialog.ok.isEnabled(), "what goes is not known yet"
    wait_for(dialog.ok.isEnabled)
    named = [dialog.goes.item(row).text() for row in range(dialog.findChild(QListWidget, "kaznedraGoes").count())]
    assert dialog.ok.text() == f"&Remove snapshots: {len(named)}"
    assert f"{pulled(page, 2)}  ·  Licences  ·  complete" in named
    assert not [line for line in named if line.startswith(pulled(page, 1))], "it is cited"
    assert "cannot be undone" in dialog.account.text() and "My <draft>" in dialog.account.text()
    assert len(page.panel.state.pulls) == 3
    click(dialog.ok)
    wait_for(lambda: page.panel.history._dialog is None)
    page.settled()
    assert f"Snapshots removed: {len(named)}" in page.notice()
    assert [pull.number for pull in page.panel.state.pulls] == [1, 3]
    assert retention.chosen(Workspace(page.workspace)) == Retention(last=1)
    assert widget("kaznedraKept").text() == "Pulls that are kept: 1"


def test_cancelled_nothing_goes(page):
    dialog = dialog_open(page)
    dialog.by_days.setChecked(True)
    dialog.days.setValue(5)
    wait_for(dialog.ok.isEnabled)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    wait_for(lambda: page.panel.history._dialog is None)
    assert len(Workspace(page.workspace).snapshots(theme="licences")) == 3
    assert retention.chosen(Workspace(page.workspace)).is_all


def test_after_a_pull_no_more_is_kept_than_was_chosen(page, platform):  # noqa: F811
    retention.choose(Workspace(page.workspace), Retention(last=2))
    platform["licences"].features.pop()
    page.sync()
    assert [pull.number for pull in page.panel.state.pulls] == [3, 4]
    assert "complete" in page.notice()


def test_where_there_are_two_sources_one_can_be_shown_alone(page, platform):  # noqa: F811
    choice = widget("kaznedraShownSource", QComboBox)
    assert not choice.parentWidget().isVisibleTo(page.panel)
    first = page.settings.source
    page.settings.sources = [first, replace(first, id="second", title="Second <platform>")]
    page.settings.source = page.settings.sources[1]
    page.settings.workspace = page.workspace
    page.reload()
    page.sync()
    widget("kaznedraPages", QTabWidget).setCurrentIndex(0)
    assert choice.isVisible() and [choice.itemText(place) for place in range(choice.count())] == [
        "All sources",
        "Second <platform>",
        "Tested platform",
    ]
    assert shown() == 46
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    turn()
    assert shown() == 23 and group_name() == "Kaznedra, only Second <platform>"
    assert layers.source_shown(QgsProject.instance()) == "second"
    widget("kaznedraAsOfSlider").setValue(0)
    settle(page)
    assert shown() == 0 and "unknown" in page.rows()["Licences"][2]
    QTest.keyClick(choice, Qt.Key.Key_Down)
    settle(page)
    assert shown() == 25 and group_name() == f"Kaznedra, only Tested platform, as of {pulled(page, 1)}"
    click(widget("kaznedraToday"))
    settle(page)
    QTest.keyClick(choice, Qt.Key.Key_Home)
    settle(page)
    assert shown() == 46 and group_name() == "Kaznedra"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_two_things_of_the_dock_share_a_letter(page, language):
    i18n.install(language)
    page.panel.retranslate()
    labelled = [*page.panel.page.findChildren(QAbstractButton), *page.panel.page.findChildren(QLabel)]
    tabs = widget("kaznedraPages", QTabWidget)
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        turn()
        texts = [each.text() for each in labelled if each.isVisible() and "&" in each.text().replace("&&", "")]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert len(letters) >= 1 and len(set(letters)) == len(letters), texts
    tabs.setCurrentIndex(0)
