"""The algorithms on a workspace's history as the desktop runs them: what they say, and what they put on the map."""

import json
from dataclasses import replace

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from shapely.geometry import mapping

from kaznedra_qgis import i18n
from kaznedra_qgis.processing.codedisagreements import says
from kaznedra_qgis.subsoil.agreement import Kind
from kaznedra_qgis.subsoil.blocks import Block, outline
from kaznedra_qgis.subsoil.codes import format_codes
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.workspace import Workspace, retention
from kaznedra_qgis.workspace.agreements import Listed
from kaznedra_qgis.workspace.retention import Retention
from tests.qgis.algorithms import Log
from tests.qgis.pages import Pages, cut_off, feature, profile, square
from tests.qgis.test_workspace import pull

WEST, EAST = Block(4820, 2987), Block(4821, 2987)

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """Licences pulled completely, then partially; deposits that failed; restricted areas of another source."""
    made = Workspace.create(tmp_path / "workspace.gpkg")
    pull(made, Pages([feature("a", square(), number="1"), feature("b", square(71), number="2")]))
    pull(made, Pages([feature("a", square(), number="1x")], expected=2))
    deposits = Pages(mapped=profile("deposits"))
    deposits.fails = cut_off()
    pull(made, deposits)
    pull(made, Pages([feature("r", square())], mapped=replace(profile("restricted_areas"), id="other")))
    return made


def run(name, context=None, **parameters):
    import processing

    log = Log()
    return processing.run(f"kaznedra:{name}", parameters, feedback=log, context=context), log


def test_what_is_unknown_or_partial_is_said(workspace, tmp_path):
    given = {"WORKSPACE": str(workspace.path), "OUTPUT": str(tmp_path / "out.gpkg")}
    told, log = run("asof", THEMES=["licences", "deposits", "liquidation_areas"], **given)
    assert log.infos[0] == "Licences: 2" and told["FEATURES"] == 2
    assert log.warnings == [
        "Licences: rests on a partial pull; features may be missing, and vanished ones still be there.",
        "Deposits: unknown (test): no pull of it had succeeded by then",
        "Liquidation areas: unknown (–): it was never pulled",
    ]
    told, log = run("changes", FROM="1", TO="", THEMES=["licences", "restricted_areas"], **given)
    assert log.infos[0] == "Licences: added 0, removed 0, changed 1; versions that came and went: 0"
    assert log.warnings[1] == "Restricted areas: unknown (other): it was not pulled until later"


def test_only_layers_with_features_come_to_the_map(workspace, tmp_path):
    project, context = QgsProject(), QgsProcessingContext()
    context.setProject(project)
    path = tmp_path / "out.gpkg"
    told, _ = run("changes", context, WORKSPACE=str(workspace.path), FROM="1", THEMES=["licences"], OUTPUT=str(path))
    assert told["LAYERS"] == [f"{path}|layername=licences_{part}" for part in ("added", "removed", "changed")]
    loading = context.layersToLoadOnCompletion()
    assert {address: details.name for address, details in loading.items()} == {
        f"{path}|layername=licences_changed": "Licences: changed"
    }
    (row,) = QgsVectorLayer(told["LAYERS"][2], "changed", "ogr").getFeatures()
    assert (row["number"], row["changed_attributes"]) == ("1x", "number")
    context = QgsProcessingContext()
    context.setProject(project)
    run("asof", context, WORKSPACE=str(workspace.path), DATE="1", THEMES=["licences"], OUTPUT=str(path))
    assert [details.name for details in context.layersToLoadOnCompletion().values()] == ["Licences, as of 1"]


def test_the_table_of_snapshots_says_why(workspace):
    told, _ = run("snapshots", WORKSPACE=str(workspace.path), OUTPUT="TEMPORARY_OUTPUT")
    listed = list(told["OUTPUT"].getFeatures())
    assert [row["state"] for row in listed] == ["complete", "partial", "failed", "complete"]
    assert [row["code"] for row in listed[1:3]] == ["count_differs", "unreachable"]
    assert "cannot be reached" in listed[2]["message"] and listed[0]["duration_s"] > 0
    assert told["COUNT"] == 4


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "it was never pulled"), ("ru", "никогда не загружалась"), ("kk", "ешқашан алынбаған")],
)
def test_it_speaks_the_users_language(workspace, tmp_path, language, words):
    assert i18n.install(language) == language, "the translations are not compiled"
    try:
        given = {"WORKSPACE": str(workspace.path), "OUTPUT": str(tmp_path / "out.gpkg")}
        _, log = run("asof", THEMES=["licences", "liquidation_areas"], **given)
        assert words in log.warnings[-1]
    finally:
        i18n.remove()


def test_a_dry_run_tells_and_a_real_one_prunes(workspace, tmp_path):
    report = tmp_path / "report.json"
    given = {"WORKSPACE": str(workspace.path), "KEEP_LAST": 1, "REPORT": str(report)}
    for number in ("2", "3"):
        pull(workspace, Pages([feature("a", square(), number=number), feature("b", square(71), number="2")]))
    told, log = run("prune", DRY_RUN=True, **given)
    assert log.infos[0] == "Snapshots that would be removed: 2; kept: 4" and told["BYTES_FREED"] == 0
    planned = json.loads(report.read_text())
    assert planned["dry_run"] and planned["file_after"] is None and len(workspace.snapshots()) == 6
    told, log = run("prune", **given)
    done = json.loads(report.read_text())
    assert [entry["id"] for entry in done["snapshots"]] == [entry["id"] for entry in planned["snapshots"]] == [1, 5]
    assert (told["SNAPSHOTS"], told["VERSIONS"]) == (2, 2) and done["versions"] == {"licences": 2}
    assert log.infos[1] == "Licences: versions of features that only they showed: 2"
    assert done["file_before"] - done["file_after"] == done["bytes_freed"] == told["BYTES_FREED"]
    told, log = run("asof", DATE="5", WORKSPACE=str(workspace.path), OUTPUT=str(tmp_path / "out.gpkg"))
    assert any("Licences: unknown (test): its history before 2" in told for told in log.warnings)


def test_without_figures_the_workspaces_own_choice_holds_and_both_are_refused(workspace):
    assert run("prune", WORKSPACE=str(workspace.path))[0]["SNAPSHOTS"] == 0
    retention.choose(workspace, Retention(last=1))
    assert run("prune", WORKSPACE=str(workspace.path), DRY_RUN=True)[0]["SNAPSHOTS"] == 0
    pull(workspace, Pages([feature("a", square(), number="9")]))
    assert run("prune", WORKSPACE=str(workspace.path))[0]["SNAPSHOTS"] == 1
    with pytest.raises(QgsProcessingException, match="one of the two"):
        run("prune", WORKSPACE=str(workspace.path), KEEP_LAST=1, KEEP_DAYS=1)


def licence(number, listed, covered):
    codes = format_codes(listed, default_scheme())
    return feature(number, mapping(outline(covered)), number=number, blocks=codes)


@pytest.fixture
def disagreeing(tmp_path) -> Workspace:
    """Of five licences two disagree and one cannot be told; later one of the two is put right."""
    made = Workspace.create(tmp_path / "workspace.gpkg")
    less, more = licence("less", {WEST}, {WEST, EAST}), licence("more", {WEST, EAST}, {EAST})
    rest = [licence("good", {WEST}, {WEST}), licence("other", {EAST}, {EAST}), feature("plain", square())]
    pull(made, Pages([less, more, *rest]))
    pull(made, Pages([licence("less", {WEST, EAST}, {WEST, EAST}), more, *rest]))
    pull(made, Pages([less], mapped=replace(profile("licences"), id="other")))
    return made


def test_codes_that_disagree_with_the_geometry_are_listed_and_put_on_the_map(disagreeing, tmp_path):
    report = tmp_path / "report.json"
    given = {"WORKSPACE": str(disagreeing.path), "OUTPUT": "TEMPORARY_OUTPUT", "REPORT": str(report)}
    told, log = run("codedisagreements", SNAPSHOT="1", **given)
    code = default_scheme().code
    rows = {row["number"]: row for row in told["OUTPUT"].getFeatures()}
    assert {number: (row["kind"], row["blocks"], row["detail"]) for number, row in rows.items()} == {
        "less": ("not_listed", 1, code(EAST)),
        "more": ("not_covered", 1, code(WEST)),
    }
    assert rows["more"]["says"] == f"Blocks listed, but outside the geometry: 1. {code(WEST)}"
    assert rows["more"].geometry().boundingBox().xMinimum() == pytest.approx(EAST.lon / 60)
    assert (told["AGREE"], told["DISAGREE"], told["UNKNOWN"]) == (2, 2, 1)
    assert log.infos[0] == "Licences: codes and geometry disagree: 2; agree: 2; cannot be told: 1"
    written = json.loads(report.read_text("utf-8"))
    assert written["counts"] == {"agree": 2, "disagree": 2, "unknown": 1}
    assert [row["feature_id"] for row in written["findings"]] == ["less", "more"]
    assert [(row["source"], row["counts"]["disagree"]) for row in written["rests_on"]] == [("test", 2)]
    assert [(row["source"], row["reason"]) for row in written["unknown"]] == [("other", "not_yet")]


def test_disagreements_are_those_of_the_moment_and_of_the_source_asked_for(disagreeing):
    given = {"WORKSPACE": str(disagreeing.path), "OUTPUT": "TEMPORARY_OUTPUT"}
    told, _ = run("codedisagreements", **given)
    assert sorted((row["source"], row["number"]) for row in told["OUTPUT"].getFeatures()) == [
        ("other", "less"),
        ("test", "more"),
    ]
    told, _ = run("codedisagreements", SOURCE="test", **given)
    assert (told["AGREE"], told["DISAGREE"], told["UNKNOWN"]) == (3, 1, 1)
    with pytest.raises(QgsProcessingException, match="nothing is known"):
        run("codedisagreements", THEME="blocks", **given)


def test_the_table_of_snapshots_counts_the_disagreements(disagreeing):
    told, _ = run("snapshots", WORKSPACE=str(disagreeing.path), OUTPUT="TEMPORARY_OUTPUT")
    counted = [
        (row["codes_agree"], row["codes_disagree"], row["codes_unknown"]) for row in told["OUTPUT"].getFeatures()
    ]
    assert counted == [(2, 2, 1), (3, 1, 1), (0, 1, 0)]


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_kind_of_disagreement_is_said_in_every_language(language, kind):
    assert i18n.install(language) == language, "the translations are not compiled"
    try:
        told = says(Listed("1", "1", kind.value, 3, 71.4, "M-44-77-(10е-5а-11)", 1, b""))
        assert "{" not in told and told.endswith((".", ")"))
    finally:
        i18n.remove()
