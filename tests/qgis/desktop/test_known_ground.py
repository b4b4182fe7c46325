"""What the tool and the findings tell of ground that was pulled, and of ground that was not."""

from datetime import datetime, timedelta, timezone

from qgis.core import (
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QLabel,
    QTableWidget,
    QToolButton,
    QTreeView,
    QTreeWidget,
)

from kaznedra_qgis.applicant_profiles import ApplicantProfiles
from kaznedra_qgis.cost_words import amount
from kaznedra_qgis.gui.draft_model import Column
from kaznedra_qgis.subsoil.applicants import LegalEntity
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import drafts_of
from tests.qgis.desktop.conftest import click, wait_for, widget
from tests.qgis.desktop.ground import CONTROL, LEFT, code


def checked(ground):
    """The report on the open draft, once it is the last word."""
    return wait_for(lambda: not ground.room.checks.is_running and ground.room.checks.report)


def test_the_mouse_tells_who_has_the_block(known):
    from kaznedra_qgis.mapping.grid_layer import grid_of

    ground, licence = known
    assert grid_of(QgsProject.instance()) is not None
    wait_for(lambda: ground.room.ground.standing(ground.middle))
    ground.hover()
    lines = ground.hovered.splitlines()
    assert lines[0] == code(middle=ground.middle) and lines[1] == "taken"
    assert any(licence["number"] in line and "Exploration licence" in line for line in lines[2:])


def test_findings_stand_by_the_blocks_and_the_suggestion_is_one_step(known):
    ground, licence = known
    ground.drag(ground.at(-3, -3), ground.at(3, 3))
    report = checked(ground)
    tree = widget("kaznedraFindings", QTreeWidget)
    assert tree.isVisible() and widget("kaznedraBlocks", QTreeView).isVisible()
    conflicts = tree.topLevelItem(0)
    assert conflicts.text(0).startswith("Conflict")
    about = next(
        conflicts.child(row)
        for row in range(conflicts.childCount())
        if licence["number"] in conflicts.child(row).text(0)
    )
    assert "article" in about.toolTip(0)
    QTest.mouseClick(tree.viewport(), LEFT, pos=tree.visualItemRect(about).center())
    blocks = about.data(0, Qt.ItemDataRole.UserRole).blocks
    assert set(ground.room.open_draft.selected()) == set(blocks)
    before = ground.chosen
    dropped = {
        (block.lon - ground.middle.lon, block.lat - ground.middle.lat) for block in report.outcome.suggested_drop
    }
    assert dropped
    assert not tree.topLevelItem(tree.topLevelItemCount() - 1).isExpanded(), "what is clear waits below the rest"
    click(widget("kaznedraLeaveOut"))
    assert ground.chosen == before - dropped
    left = {finding.state.value for finding in checked(ground).findings}
    assert tree.topLevelItem(tree.topLevelItemCount() - 1).isExpanded() is (left == {"clear"})
    ground.press(Qt.Key.Key_Z, CONTROL)
    assert ground.chosen == before
    again = checked(ground)
    assert again.digest() == report.digest()
    (draft,) = drafts_of(Workspace(ground.desk.workspace))
    assert draft.details["checked"]["result"] == "conflict" and draft.details["checked"]["snapshots"]


def test_the_suggestion_asks_in_part_for_what_is_granted_in_part(known):
    ground, licence = known
    west, south = ground.middle.lon / 60, ground.middle.lat / 60
    cut = f"MULTIPOLYGON ((({west} {south - 1}, {west + 0.4 / 60} {south - 1}, {west + 0.4 / 60} {south + 1}, "
    geometry = QgsGeometry.fromWkt(f"{cut}{west} {south + 1}, {west} {south - 1})))")
    layer = QgsVectorLayer(f"{ground.desk.workspace}|layername=licences", "licences", "ogr")
    place = layer.fields().indexOf
    assert layer.dataProvider().changeGeometryValues({licence.id(): geometry})
    changed = {place("kind"): "production", place("blocks"): None, place("minerals"): "Cu"}
    assert layer.dataProvider().changeAttributeValues({licence.id(): changed})
    ground.desk.reload()
    ground.drag(ground.at(0, 0), ground.at(1, 1))
    report = checked(ground)
    assert ground.middle in report.outcome.partial and not report.outcome.suggested_drop
    tree = widget("kaznedraFindings", QTreeWidget)
    conflicts = tree.topLevelItem(0)
    assert any(
        conflicts.child(row).text(0).startswith(f"{code(middle=ground.middle)}: Partial")
        for row in range(conflicts.childCount())
    )
    count = len(report.outcome.partial)
    assert widget("kaznedraLeaveOut").text() == f"Ask in part: {count}"
    click(widget("kaznedraLeaveOut"))
    (draft,) = drafts_of(Workspace(ground.desk.workspace))
    assert draft.partial == set(report.outcome.partial) and len(draft.blocks) == 4
    assert not checked(ground).outcome.suggested_drop
    assert not widget("kaznedraLeaveOut").isVisible()
    ground.press(Qt.Key.Key_Z, CONTROL)
    (draft,) = drafts_of(Workspace(ground.desk.workspace))
    assert not draft.partial


def test_ground_that_was_freed_lately_is_not_called_free(known, monkeypatch, tmp_path):
    """The map, the list of blocks and the findings say so alike; to the one who lost it the map says refused."""
    ground, licence = known
    revoke(ground, licence, datetime.now(timezone.utc).date() - timedelta(days=3))
    wait_for(lambda: ground.room.ground.standing(ground.middle))
    ground.hover()
    lines = ground.hovered.splitlines()
    assert lines[1] == "unknown" and licence["number"] in lines[2] and "revoked " in lines[2]
    assert "art. 189-1" in lines[3] and lines[4].startswith("Its holder is refused until ") and "art. 190" in lines[4]
    ground.click()
    checked(ground)
    blocks = widget("kaznedraBlocks", QTreeView).model()
    wait_for(
        lambda: blocks.index(0, 1).data().startswith("unknown: ") and licence["number"] in blocks.index(0, 1).data()
    )
    applicant = ground.room.sections.papers.applicant
    monkeypatch.setattr(applicant, "profiles", ApplicantProfiles(tmp_path / "applicants.json"))
    applicant.profiles.keep(LegalEntity("p", {"ru": "Demo"}, bin=licence["holder_bin"]))
    applicant.show_applicant({"profile": "p"})
    wait_for(lambda: ground.room.ground.standing(ground.middle))
    ground.hover(1)
    ground.hover()
    assert ground.hovered.splitlines()[1] == "refused to the applicant"
    assert any(each.rule == "revoked" and each.state.value == "conflict" for each in checked(ground).findings)


def test_a_new_day_is_read_anew(known, monkeypatch):
    """QGIS is left open for days: what was fresh is stale by then."""
    ground, _ = known
    wait_for(lambda: ground.room.ground.standing(ground.middle))
    assert not ground.room.ground.standing(ground.middle).missing
    later = datetime.now(timezone.utc).date() + timedelta(days=400)
    monkeypatch.setattr("kaznedra_qgis.gui.ground.today", lambda: later)
    assert ground.room.ground.standing(ground.middle) is None
    assert wait_for(lambda: ground.room.ground.standing(ground.middle)).missing
    ground.hover()
    assert "Stale: " in ground.hovered


def revoke(ground, licence, day):
    """Let the workspace have it that the licence was revoked that day, and no other right is where it was."""
    with Workspace(ground.desk.workspace).writing() as connection:
        told = (day.isoformat(), f"{day.isoformat()}T05:00:00Z", licence["number"])
        connection.execute(
            "UPDATE licences SET status = 'revoked', ended_on = ?, changed_at = ? WHERE number = ?", told
        )
        west, south = ground.middle.lon / 60, ground.middle.lat / 60
        for theme in ("licences", "licence_applications", "restricted_areas", "state_programme_areas"):
            near = f"""SELECT id FROM "rtree_{theme}_geom" WHERE maxx > {west} AND maxy > {south}
                       AND minx < {west + 1 / 60} AND miny < {south + 1 / 60}"""
            connection.execute(
                f"DELETE FROM {theme} WHERE fid IN ({near})" + (" AND number <> ?" if theme == "licences" else ""),
                (licence["number"],) if theme == "licences" else (),
            )
    ground.desk.reload()


def test_what_changed_on_the_ground_since_the_check_is_told(known):
    ground, _ = known
    ground.drag(ground.at(-1, -1), ground.at(1, 1))
    checked(ground)
    with Workspace(ground.desk.workspace).writing() as connection:
        connection.execute("UPDATE licences SET status = 'terminated', ended_on = '2020-01-01'")
    ground.desk.reload()
    wait_for(lambda: widget("kaznedraFindingsNews", QLabel).isVisible())
    assert "has changed" in widget("kaznedraFindingsNews", QLabel).text()
    assert "conflict → clear" in widget("kaznedraFindingsNews", QLabel).text()
    click(widget("kaznedraFindingsNoted"))
    assert not widget("kaznedraFindingsNews", QLabel).isVisible()
    ground.desk.reload()
    checked(ground)
    assert not widget("kaznedraFindingsNews", QLabel).isVisible()


def test_without_any_pull_nothing_is_called_free(ground):
    wait_for(lambda: ground.room.ground.standing(ground.middle))
    ground.hover()
    assert ground.hovered.splitlines()[1] == "unknown"
    assert "Never pulled: " in ground.hovered
    ground.click()
    checked(ground)
    tree = widget("kaznedraFindings", QTreeWidget)
    assert tree.topLevelItem(0).text(0).startswith("Unknown")


def test_costs_are_of_every_licence_that_would_be_granted_wherever_they_are_shown(known):
    """A right across the blocks leaves two plots: list, panel, comparison and plan of works tell their sum."""
    ground, licence = known
    west, south = ground.middle.lon / 60, ground.middle.lat / 60
    corners = [(west, south - 1), (west + 1 / 60, south - 1), (west + 1 / 60, south + 1), (west, south + 1)]
    ring = ", ".join(f"{x} {y}" for x, y in [*corners, corners[0]])
    layer = QgsVectorLayer(f"{ground.desk.workspace}|layername=licences", "licences", "ogr")
    geometry = QgsGeometry.fromWkt(f"MULTIPOLYGON ((({ring})))")
    assert layer.dataProvider().changeGeometryValues({licence.id(): geometry})
    blocks_column = layer.fields().indexOf("blocks")
    assert layer.dataProvider().changeAttributeValues({licence.id(): {blocks_column: None}})
    ground.desk.reload()
    ground.drag(ground.at(-2, 0), ground.at(1, 1))
    report = checked(ground)
    assert not report.outcome.uncertain and [len(plot) for plot in report.outcome.plots] == [4, 2]
    costs = ground.room.sections.costs
    assert costs.licences.text().startswith("2 licences: 4 and 2 blocks. These are the plots of the predicted outcome.")
    assert costs.licences.text().endswith("cost nothing: 2.")
    first = costs.costs.years[0]
    assert first.expenditure_mci == 2 * 1800
    model = widget("kaznedraDrafts").model()
    assert model.index(0, Column.MCI).data() == amount(first.total_mci)
    assert "4 and 2 blocks" in model.index(0, Column.MCI).data(Qt.ItemDataRole.ToolTipRole)
    assert "2 licences together" in ground.room.sections.works.verdict.text()
    click(widget("kaznedraDraftButton_duplicate", QToolButton))
    click(widget("kaznedraDraftButton_compare", QToolButton))
    table = widget("kaznedraCompareFigures", QTableWidget)
    told = {table.verticalHeaderItem(row).text(): row for row in range(table.rowCount())}
    assert table.item(told["Licences by blocks"], 1).text() == "4 and 2"
    assert table.item(told["Costs of the plots"], 1).text() == "as predicted"
    assert table.item(told["Cost of year 1"], 1).text().startswith(amount(first.total_mci))
    click(widget("kaznedraCompareClose"))
    click(widget("kaznedraLeaveOut"))
    checked(ground)
    assert costs.costs.years[0] == first, "to leave out what costs nothing changes no cost"
    assert costs.licences.text().endswith("predicted outcome.")
