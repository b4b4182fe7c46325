"""The tabs of a draft in the dock: filled in by mouse and keys, kept in the workspace with the draft."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QTabWidget, QToolButton

from kaznedra_qgis.applicant_profiles import ApplicantProfiles
from kaznedra_qgis.gui.scrolled import Scrolled
from kaznedra_qgis.subsoil.applicants import Individual
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import drafts_of
from tests.qgis.desktop.conftest import click, turn, wait_for, widget
from tests.qgis.desktop.test_applications import ground, page  # noqa: F401


def turn_to(place):
    """Show a tab of the draft, with the mouse."""
    tabs = widget("kaznedraDraftTabs", QTabWidget)
    QTest.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, pos=tabs.tabBar().tabRect(place).center())
    wait_for(lambda: tabs.currentIndex() == place)
    area = tabs.currentWidget()
    return area.widget() if type(area) is Scrolled else area


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


def test_works_and_papers_are_kept_with_the_draft_they_belong_to(ground, monkeypatch, tmp_path):  # noqa: F811
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


def test_what_the_ground_does_not_tell_stays_unknown_in_the_papers(ground):  # noqa: F811
    """Nothing was pulled: the rules say unknown, and so does the checklist."""
    ground.click()
    checks = ground.room.checks
    wait_for(lambda: checks.report is not None and not checks.is_running)
    papers = turn_to(3)
    reasons = {check.requirement.id: check.reason.value for check in papers.attachments.checks()}
    assert reasons["socio_economic_agreement"] == reasons["hydrocarbon_consent"] == "need_unknown"
