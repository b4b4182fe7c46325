"""The tabs of a draft in the dock: filled in by mouse and keys, kept in the workspace with the draft."""

from decimal import Decimal

import pytest
from qgis.PyQt.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QTabWidget, QToolButton
from qgis.utils import iface, plugins

from kaznedra_qgis.applicant_profiles import ApplicantProfiles
from kaznedra_qgis.cost_words import amount
from kaznedra_qgis.gui.draft_model import Column
from kaznedra_qgis.gui.scrolled import Scrolled
from kaznedra_qgis.subsoil.applicants import Individual
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import drafts_of
from tests.qgis.desktop.conftest import click, turn, wait_for, widget


def turn_to(place):
    """Show a tab of the draft, with the mouse."""
    tabs = widget("kaznedraDraftTabs", QTabWidget)
    QTest.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, pos=tabs.tabBar().tabRect(place).center())
    wait_for(lambda: tabs.currentIndex() == place)
    area = tabs.currentWidget()
    scrolled = [each for each in (area, *area.children()) if type(each) is Scrolled]
    return scrolled[0].widget() if scrolled else area


def kept(ground, name):
    """A detail of the open draft as the workspace has it."""
    drafts = drafts_of(Workspace(ground.desk.workspace))
    return next(draft for draft in drafts if draft.id == ground.room.desk.open_id).details.get(name)


def test_costs_follow_the_blocks_and_the_users_settings_stay_with_the_draft(ground):
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


def test_works_and_papers_are_kept_with_the_draft_they_belong_to(ground, monkeypatch, tmp_path):
    ground.click()
    turn()
    works = turn_to(2)
    click(widget("kaznedraWorks_add", QToolButton))
    assert kept(ground, "plan")[0]["year"] == 1
    works.minerals.toggleItemCheckState(works.minerals.findData("Au"))
    assert kept(ground, "minerals") == ["Au"]
    papers = turn_to(3)
    monkeypatch.setattr(papers.applicant, "profiles", ApplicantProfiles(tmp_path / "applicants.json"))
    papers.applicant.profiles.keep(Individual("p", {"ru": "Demo"}))
    papers.applicant.show_applicant(None)
    papers.applicant.choice.setFocus()
    QTest.keyClick(papers.applicant.choice, Qt.Key.Key_Down)
    assert kept(ground, "applicant") == {"profile": "p"}
    papers.attachments.add_files([tmp_path / "applicants.json"])
    assert list(kept(ground, "attachments")) == ["applicant_identity"]
    first = ground.room.desk.open_id
    ground.room.desk.new("another")
    turn()
    assert works.model.works == [] and works.chosen_minerals() == [] and papers.applicant.applicant is None
    ground.room.desk.open(first)
    turn()
    assert len(works.model.works) == 1 and works.chosen_minerals() == ["Au"]
    assert papers.applicant.applicant.id == "p" and papers.attachments.files.count() == 1
    assert "Demo" not in ground.desk.workspace.read_bytes().decode("latin-1"), "no personal data in the workspace"


def test_what_the_ground_does_not_tell_stays_unknown_in_the_papers(ground):
    """Nothing was pulled: the rules say unknown, and so does the checklist."""
    ground.click()
    checks = ground.room.checks
    wait_for(lambda: checks.report is not None and not checks.is_running)
    papers = turn_to(3)
    reasons = {check.requirement.id: check.reason.value for check in papers.attachments.checks()}
    assert reasons["socio_economic_agreement"] == reasons["hydrocarbon_consent"] == "need_unknown"


@pytest.mark.parametrize("width", [320, 400, 520])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_all_tabs_are_in_view_without_arrows(ground, language, width):
    plugin = plugins["kaznedra_qgis"]
    plugin.settings.language = language
    plugin._settings_changed()
    iface.mainWindow().resizeDocks([plugin.dock], [width], Qt.Orientation.Horizontal)
    turn()
    tabs = widget("kaznedraDraftTabs", QTabWidget)
    bar = tabs.tabBar()
    places = [bar.tabRect(place) for place in range(bar.count())]
    for place in range(bar.count()):
        turn_to(place)
        turn()
        assert [bar.tabRect(other) for other in range(bar.count())] == places, "no tab moves under the mouse"
        assert all(bar.rect().contains(bar.tabRect(other)) for other in range(bar.count()))
        assert not [button for button in bar.findChildren(QToolButton) if button.isVisible()]
        told = tabs.title.text() if tabs.is_short else bar.tabText(place)
        assert tabs.tabToolTip(place) == tabs.titles[place] == told
        assert tabs.title.width() >= tabs.title.sizeHint().width() or not tabs.is_short
    shown = [bar.tabText(place) for place in range(bar.count())]
    assert shown == ([""] * bar.count() if tabs.is_short else tabs.titles)


def test_the_findings_have_the_room_that_drafts_and_blocks_do_not_need(ground):
    ground.drag(ground.at(-3, -3), ground.at(3, 3))
    checks = ground.room.checks
    wait_for(lambda: checks.report is not None and not checks.is_running)
    turn()
    drafts, blocks, findings = (widget(f"kaznedra{name}") for name in ("Drafts", "Blocks", "Findings"))
    row = drafts.sizeHintForRow(0)
    assert row <= drafts.viewport().height() < 2 * row, "one draft, one row"
    assert blocks.viewport().height() >= 3 * blocks.sizeHintForRow(0)
    assert findings.height() > blocks.height()
    splitter = ground.room.open_draft.ground
    handle, before = splitter.handle(1), blocks.height()
    at = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
    there = QPointF(at + QPoint(0, 40)), QPointF(handle.mapToGlobal(at + QPoint(0, 40)))
    left = Qt.MouseButton.LeftButton
    moving = QMouseEvent(QEvent.Type.MouseMove, *there, Qt.MouseButton.NoButton, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(handle, moving)
    QTest.mouseRelease(handle, left, pos=at)
    turn()
    moved = blocks.height()
    assert moved > before
    ground.click(5, 5)
    turn()
    assert blocks.height() == moved, "what the user moved stays"


def test_the_list_tells_the_cost_of_the_first_year(ground):
    model = widget("kaznedraDrafts").model()

    def cells():
        return [model.index(0, column).data() for column in (Column.BLOCKS, Column.MCI, Column.TENGE)]

    assert cells() == ["0", "", ""]
    ground.click()
    ground.click(1)
    turn()
    costs = turn_to(1)
    first = costs.costs.years[0]
    assert cells()[:2] == ["2", amount(first.total_mci)]
    costs.start.setDate(QDate(2026, 1, 1))
    turn()
    first = costs.costs.years[0]
    assert cells() == ["2", amount(first.total_mci), amount(Decimal(round(first.total_kzt)))]
    assert amount(first.expenditure_mci) in model.index(0, Column.MCI).data(Qt.ItemDataRole.ToolTipRole)
    costs.start.setDate(QDate(2040, 1, 1))
    turn()
    assert cells()[2] == "unknown"
    assert "2040" in model.index(0, Column.TENGE).data(Qt.ItemDataRole.ToolTipRole)
    turn_to(0)
    ground.drag(ground.at(-4, -4), ground.at(4, 4))
    ground.look(minutes=40)
    ground.drag(ground.at(-8, -8), ground.at(8, 8))
    turn()
    assert cells() == ["289", "–", "–"]
    assert "200" in model.index(0, Column.MCI).data(Qt.ItemDataRole.ToolTipRole)


def test_in_a_low_dock_export_and_submission_are_in_view(ground):
    ground.click()
    assert ground.desk.panel.minimumSizeHint().height() < 560
    dock = ground.desk.panel.window()
    before = dock.size()
    dock.resize(before.width(), 768)
    try:
        turn()
        turn_to(3)
        export = widget("kaznedraExportDraft")
        assert export.isVisible() and export.visibleRegion().boundingRect().height() == export.height()
        turn_to(4)
        assert widget("kaznedraSubmissionState").isVisible()
    finally:
        dock.resize(before)
        turn()
