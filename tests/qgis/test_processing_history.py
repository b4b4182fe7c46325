"""The algorithms on a workspace's history as the desktop runs them: what they say, and what they put on the map."""

import json
from dataclasses import replace

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from kaznedra_qgis import i18n
from kaznedra_qgis.processing.provider import KaznedraProvider
from kaznedra_qgis.workspace import Workspace, retention
from kaznedra_qgis.workspace.retention import Retention
from tests.qgis.pages import Pages, cut_off, feature, profile, square
from tests.qgis.test_workspace import pull


@pytest.fixture(scope="module", autouse=True)
def provider(qgis_processing):
    registry = QgsApplication.processingRegistry()
    added = KaznedraProvider()
    assert registry.addProvider(added)
    yield added
    registry.removeProvider(added)


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


class Log(QgsProcessingFeedback):
    """A feedback that remembers."""

    def __init__(self) -> None:
        super().__init__(False)
        self.infos, self.warnings = [], []

    def pushInfo(self, info: str) -> None:
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)


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
