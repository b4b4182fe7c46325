"""kaznedra:checkapplication as the desktop runs it: its report, what it says, and what it refuses."""

import json

import pytest
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QDateTime

from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.codes import format_codes
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.workspace import Workspace
from tests.qgis.algorithms import Log
from tests.qgis.pages import Pages, profile
from tests.qgis.test_surroundings import FAR, OTHERS, right
from tests.qgis.test_workspace import pull

ROW = [Block(4200 + step, 3000) for step in range(4)]

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """One licence on the first block, another far off; all themes pulled completely."""
    made = Workspace.create(tmp_path / "workspace.gpkg")
    holder = {"holder_en": "Other LLP", "holder_bin": "151340579990"}
    pull(made, Pages([right("1-EL", ROW[0], **holder), right("far", FAR)]))
    for theme in OTHERS:
        pull(made, Pages([], mapped=profile(theme)))
    return made


def run(workspace, tmp_path, blocks=ROW, **parameters):
    import processing

    log, report = Log(), tmp_path / "report.json"
    codes = blocks if isinstance(blocks, str) else format_codes(blocks, default_scheme())
    given = {"CODES": codes, "WORKSPACE": str(workspace.path), "REPORT": str(report), **parameters}
    told = processing.run("kaznedra:checkapplication", given, feedback=log)
    return told, json.loads(report.read_text("utf-8")), log


def test_the_report_has_findings_outcome_and_costs(workspace, tmp_path):
    told, report, log = run(workspace, tmp_path)
    codes = format_codes(ROW, default_scheme()).split("; ")
    assert (told["RESULT"], told["BLOCKS"], told["PLOTS"], told["CONFLICTS"], told["UNKNOWNS"]) == (
        "conflict",
        4,
        1,
        1,
        0,
    )
    assert (report["result"], report["blocks"], report["plots"]) == ("conflict", 4, 1)
    assert report["rule_pack"] == "kz-2026" and 8 < report["area_km2"] < 9
    (conflict,) = [finding for finding in report["findings"] if finding["state"] == "conflict"]
    assert (conflict["rule"], conflict["article"], conflict["blocks"]) == ("exploration_licence", "186(2)", codes[:1])
    assert set(conflict["message"]) == {"en", "ru", "kk"}
    (evidence,) = conflict["evidence"]
    assert (evidence["feature_id"], evidence["snapshot"], evidence["age_days"]) == ("1-EL", 1, 0)
    outcome = report["outcome"]
    assert (outcome["whole"], outcome["refused"], outcome["suggested_drop"]) == (codes[1:], codes[:1], codes[:1])
    assert report["costs"]["totals"]["expenditure_mci"] == 12300
    assert report["snapshots"]["licences"] == [1]
    assert log.warnings == ["Conflict (186(2)): Wholly in the exploration licence 1-EL, Other LLP; blocks: 1."]
    line = "Blocks 4: granted whole 3, in part 0, uncertain 0, not granted 1; plots that remain: 1"
    assert line in log.infos


def test_what_was_not_pulled_or_is_old_is_unknown(workspace, tmp_path):
    bare = Workspace.create(tmp_path / "bare.gpkg")
    told, report, log = run(bare, tmp_path, ROW[1:])
    assert told["RESULT"] == "unknown" and report["outcome"]["whole"] == []
    assert len(report["outcome"]["uncertain"]) == 3 and not log.warnings
    late = QDateTime.currentDateTimeUtc().addDays(30)
    told, report, _ = run(workspace, tmp_path, ROW[1:], DATE=late)
    assert (told["RESULT"], report["date"]) == ("unknown", late.date().toString("yyyy-MM-dd"))
    assert run(workspace, tmp_path, ROW[1:])[0]["RESULT"] == "clear"


def test_a_date_before_the_first_pull_is_unknown(workspace, tmp_path):
    told, report, _ = run(workspace, tmp_path, DATE="2026-01-15")
    assert told["RESULT"] == "unknown" and report["snapshots"] == {theme: [] for theme in ("licences", *OTHERS)}


def test_applicant_and_consents_are_heard(workspace, tmp_path):
    mine = right("2-ML", ROW[1], kind="production", minerals="oil", holder_en="We", holder_bin="181340063234")
    pull(workspace, Pages([right("1-EL", ROW[0], holder_en="Other LLP"), mine, right("far", FAR)]))
    assert run(workspace, tmp_path, ROW[1:])[0]["RESULT"] == "conflict"
    assert run(workspace, tmp_path, ROW[1:], APPLICANT="181340063234")[0]["RESULT"] == "clear"
    assert run(workspace, tmp_path, ROW[1:], CONSENTS="licences/2-ML")[0]["RESULT"] == "clear"
    assert run(workspace, tmp_path, ROW[1:], SOURCE="elsewhere")[0]["RESULT"] == "unknown"


@pytest.mark.parametrize("codes", ["M-44-77-(10е-5а-99)", "nothing"])
def test_codes_that_cannot_be_read_are_refused(workspace, tmp_path, codes):
    with pytest.raises(QgsProcessingException):
        run(workspace, tmp_path, codes)
