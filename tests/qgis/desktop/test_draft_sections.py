"""The tabs of a draft in the dock: filled in by mouse and keys, kept in the workspace with the draft."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QTabWidget

from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import drafts_of
from tests.qgis.desktop.conftest import turn, wait_for, widget
from tests.qgis.desktop.test_applications import ground, page  # noqa: F401


def turn_to(place):
    """Show a tab of the draft, with the mouse."""
    tabs = widget("kaznedraDraftTabs", QTabWidget)
    QTest.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, pos=tabs.tabBar().tabRect(place).center())
    wait_for(lambda: tabs.currentIndex() == place)
    return tabs.currentWidget()


def kept(ground, name):  # noqa: F811
    """A detail of the open draft as the workspace has it."""
    drafts = drafts_of(Workspace(ground.desk.workspace))
    return next(draft for draft in drafts if draft.id == ground.room.desk.open_id).details.get(name)


def test_costs_follow_the_blocks_and_the_users_settings_stay_with_the_draft(ground):  # noqa: F811
    ground.click()
    ground.click(1)
    turn()
    costs = turn_to(1)
    assert costs.costs.blocks == 2 and costs.table.isVisible()
    costs.years.setFocus()
    QTest.keyClick(costs.years, Qt.Key.Key_Down)
    assert kept(ground, "costs")["years"] == 5
    turn_to(0)
    ground.click(2)
    turn()
    assert turn_to(1).costs.blocks == 3 and costs.years.value() == 5
    first = ground.room.desk.open_id
    ground.room.desk.new("another")
    turn()
    assert costs.costs is None and costs.message.isVisible() and costs.years.value() == 6
    ground.room.desk.open(first)
    turn()
    assert costs.costs.blocks == 3 and costs.years.value() == 5
