"""The algorithms as scripts and servers run them: qgis_process, with the plugin in a profile of its own, no screen."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from osgeo import ogr

from tests.desktop import PLUGIN, make_profile
from tests.qgis.pages import Pages, feature, profile, square
from tests.qgis.test_workspace import pull

CODE = "M-44-77-(10е-5а-11)"
PROGRAM = next(filter(None, map(shutil.which, ("qgis_process.bin", "qgis_process"))), None)
"""Debian 12's wrapper qgis_process passes an option that the program does not know"""


@pytest.fixture(scope="module")
def qgis_process(tmp_path_factory):
    """Runs qgis_process with arguments; its exit code and all it printed."""
    assert PROGRAM, "qgis_process is not installed"
    folder = tmp_path_factory.mktemp("profile")
    make_profile(folder, {"kaznedra_qgis": PLUGIN})
    environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(folder), "QT_QPA_PLATFORM": "offscreen"}

    def run(*arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [PROGRAM, *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )

    run.profile = folder / "profiles" / "default"
    return run


def results(process: subprocess.CompletedProcess) -> dict:
    assert process.returncode == 0, process.stdout + process.stderr
    return json.loads(process.stdout[process.stdout.index("{") :])["results"]


def rows(path: Path) -> list[dict]:
    dataset = ogr.Open(str(path))
    return [feature.items() for feature in dataset.GetLayer(0)]


def test_the_provider_is_listed(qgis_process):
    listed = json.loads(qgis_process("list", "--json").stdout)["providers"]["kaznedra"]["algorithms"]
    assert set(listed) == {
        f"kaznedra:{name}"
        for name in (
            "sync",
            "snapshots",
            "asof",
            "changes",
            "codedisagreements",
            "prune",
            "costs",
            "checkapplication",
            "exportapplication",
            "verifypack",
            "submitapplication",
            "blockgrid",
            "blocksfromcodes",
            "blocksfromcorners",
            "blocksfromlayer",
            "sheetframe",
            "verifynumbering",
        )
    }


def test_blocks_from_corners(qgis_process, tmp_path):
    text = "48°00' 77°00'\n48°01' 77°00'\n48°01' 77°02'\n48°00' 77°02'"
    made = tmp_path / "made.gpkg"
    told = results(
        qgis_process("run", "kaznedra:blocksfromcorners", "--json", "--", f"CORNERS={text}", f"OUTPUT={made}")
    )
    assert told["COUNT"] == 2


def test_blocks_from_codes_and_from_their_layer(qgis_process, tmp_path):
    made, again = tmp_path / "made.gpkg", tmp_path / "again.gpkg"
    text = f"{CODE}, (10е-5б-1-3)\nM-44-78-(10а-5а-1 частично)"
    told = results(qgis_process("run", "kaznedra:blocksfromcodes", "--json", "--", f"CODES={text}", f"OUTPUT={made}"))
    assert told["COUNT"] == 5
    assert [row["partial"] for row in rows(made)] == [0, 0, 0, 0, 1]
    told = results(
        qgis_process("run", "kaznedra:blocksfromlayer", "--json", "--", f"INPUT={made}", "RULE=0", f"OUTPUT={again}")
    )
    assert told["COUNT"] == 5
    assert {row["code"] for row in rows(made)} == {row["code"] for row in rows(again)}


def test_an_application_is_exported_without_a_desktop(qgis_process, tmp_path):
    folder = tmp_path / "application"
    codes = f"CODES={CODE}, (10е-5б-1-3)"
    told = results(
        qgis_process("run", "kaznedra:exportapplication", "--json", "--", codes, "LANGUAGES=kk", f"OUTPUT={folder}")
    )
    assert told["PARTS"] > 10 and (folder / "application.kk.pdf").is_file() and (folder / "map.kk.pdf").is_file()
    told = results(qgis_process("run", "kaznedra:verifypack", "--json", "--", f"PACK={told['PACK']}"))
    assert (told["RESULT"], told["PROBLEMS"]) == ("intact", 0)


def test_block_grid_and_sheet_frame(qgis_process, tmp_path):
    grid, frame = tmp_path / "grid.gpkg", tmp_path / "frame.geojson"
    extent = "EXTENT=77.0,77.1,48.0,48.1 [EPSG:4326]"
    assert results(qgis_process("run", "kaznedra:blockgrid", "--json", "--", extent, f"OUTPUT={grid}"))["COUNT"] == 36
    assert len(rows(grid)) == 36
    results(qgis_process("run", "kaznedra:sheetframe", "--json", "--", "SHEET=M-43-77", f"OUTPUT={frame}"))
    assert rows(frame) == [{"code": "M-43-77", "scale": 100_000}]


def test_the_numbering_is_verified(qgis_process, tmp_path):
    report = tmp_path / "report.json"
    corners = "49°47′N 80°20′E; 49°47′N 80°21′E; 49°48′N 80°21′E; 49°48′N 80°20′E"
    told = results(
        qgis_process(
            "run",
            "kaznedra:verifynumbering",
            "--json",
            "--",
            f"CODES={CODE}",
            f"CORNERS={corners}",
            f"REPORT={report}",
        )
    )
    assert told["RESULT"] == json.loads(report.read_text(encoding="utf-8"))["result"] == "agrees"


def test_a_refusal_ends_with_an_error_and_its_words(qgis_process, tmp_path):
    made = tmp_path / "made.gpkg"
    refused = qgis_process("run", "kaznedra:blocksfromcodes", "--", "CODES=M-44-77-(10b-5а-1); foo", f"OUTPUT={made}")
    assert refused.returncode != 0
    told = refused.stdout + refused.stderr
    assert "perhaps M-44-77-(10б-5а-1), M-44-77-(10в-5а-1)" in told
    assert "foo" in told and "Nothing was made." in told
    assert "Traceback" not in told
    assert not made.exists()


def test_a_platform_is_synced_into_a_workspace(qgis_process, demo_platform, tmp_path):
    workspace, report = tmp_path / "new" / "workspace.gpkg", tmp_path / "report.json"
    arguments = [f"SOURCE={demo_platform.address}", f"WORKSPACE={workspace}", f"REPORT={report}"]
    told = results(qgis_process("run", "kaznedra:sync", "--json", "--", *arguments))
    assert told["STATE"] == "complete"
    snapshots = json.loads(report.read_text(encoding="utf-8"))["snapshots"]
    assert told["FEATURES"] == sum(snapshot["expected"] for snapshot in snapshots) > 2000
    counts = {snapshot["theme"]: snapshot["distinct"] for snapshot in snapshots}
    assert counts["licences"] == 1500 and "blocks" not in counts
    assert ogr.Open(str(workspace)).GetLayerByName("licences").GetFeatureCount() == 1500
    told = results(
        qgis_process("run", "kaznedra:sync", "--json", "--", *arguments, "THEMES=deposits", "THEMES=licences")
    )
    again = json.loads(report.read_text(encoding="utf-8"))["snapshots"]
    assert [(one["added"], one["changed"], one["gone"]) for one in again] == [(0, 0, 0), (0, 0, 0)]


def test_a_geopackage_is_a_source_too(qgis_process, demo_data, tmp_path):
    workspace = tmp_path / "workspace.gpkg"
    arguments = [f"SOURCE={demo_data}", f"WORKSPACE={workspace}"]
    told = results(qgis_process("run", "kaznedra:sync", "--json", "--", *arguments))
    assert told["STATE"] == "complete" and told["FEATURES"] > 2000


@pytest.fixture
def pulled_twice(tmp_path):
    """A workspace with a licence that changed, one that vanished and one that came, and deposits of the second pull."""
    from kaznedra_qgis.workspace import Workspace

    workspace = Workspace.create(tmp_path / "workspace.gpkg")
    pull(workspace, Pages([feature("a", square(), number="1-EL"), feature("b", square(71), number="2-EL")]))
    pull(workspace, Pages([feature("a", square(side=0.2), number="1x"), feature("c", square(72), number="3-EL")]))
    pull(workspace, Pages([feature("d", {"type": "Point", "coordinates": [70, 48]})], mapped=profile("deposits")))
    return workspace.path


def test_the_snapshots_are_listed(qgis_process, pulled_twice, tmp_path):
    table, report = tmp_path / "snapshots.gpkg", tmp_path / "report.json"
    arguments = [f"WORKSPACE={pulled_twice}", "THEMES=licences", f"OUTPUT={table}", f"REPORT={report}"]
    told = results(qgis_process("run", "kaznedra:snapshots", "--json", "--", *arguments))
    listed = json.loads(report.read_text(encoding="utf-8"))["snapshots"]
    assert told["COUNT"] == len(listed) == 2
    assert [(row["id"], row["state"], row["distinct"], row["changed"]) for row in rows(table)] == [
        (1, "complete", 2, 0),
        (2, "complete", 2, 1),
    ]
    assert [row["hash"] for row in rows(table)] == [snapshot["hash"] for snapshot in listed]


def test_a_workspace_as_of_a_snapshot(qgis_process, pulled_twice, tmp_path):
    then, report = tmp_path / "then.gpkg", tmp_path / "report.json"
    arguments = [f"WORKSPACE={pulled_twice}", "DATE=1", f"OUTPUT={then}", f"REPORT={report}"]
    told = results(qgis_process("run", "kaznedra:asof", "--json", "--", *arguments))
    assert told["FEATURES"] == 2 and told["LAYERS"] == [f"{then}|layername=licences"]
    assert [row["number"] for row in rows(then)] == ["1-EL", "2-EL"]
    themes = json.loads(report.read_text(encoding="utf-8"))["themes"]
    assert (themes["licences"]["rests_on"][0]["snapshot"], themes["licences"]["features"]) == (1, 2)
    assert themes["deposits"] == {"rests_on": [], "unknown": [{"source": "test", "reason": "not_yet"}]}


def test_the_changes_between_two_snapshots(qgis_process, pulled_twice, tmp_path):
    changes, report = tmp_path / "changes.gpkg", tmp_path / "report.json"
    arguments = [f"WORKSPACE={pulled_twice}", "FROM=1", "TO=pull 3", f"OUTPUT={changes}", f"REPORT={report}"]
    told = results(qgis_process("run", "kaznedra:changes", "--json", "--", *arguments))
    assert (told["ADDED"], told["REMOVED"], told["CHANGED"]) == (1, 1, 1)
    licences = json.loads(report.read_text(encoding="utf-8"))["themes"]["licences"]
    assert licences["added"] == [{"source": "test", "id": "c"}] and licences["removed"] == [
        {"source": "test", "id": "b"}
    ]
    (changed,) = licences["changed"]
    assert changed["attributes"] == {"number": {"old": "1-EL", "new": "1x"}}
    area = changed["area_km2"]
    assert area["difference"] == pytest.approx(area["new"] - area["old"], rel=1e-4) and area["old"] > 80
    assert [layer.split("=")[1] for layer in told["LAYERS"]] == [
        "licences_added",
        "licences_removed",
        "licences_changed",
    ]


def test_a_colleagues_workspace_is_compared(qgis_process, pulled_twice, tmp_path):
    theirs = tmp_path / "theirs.gpkg"
    shutil.copy(pulled_twice, theirs)
    arguments = [f"WORKSPACE={pulled_twice}", "FROM=1", f"OTHER={theirs}", f"OUTPUT={tmp_path / 'changes.gpkg'}"]
    told = results(qgis_process("run", "kaznedra:changes", "--json", "--", *arguments, "THEMES=licences"))
    assert (told["ADDED"], told["REMOVED"], told["CHANGED"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("algorithm", "arguments", "told"),
    [
        ("asof", ["DATE=1999-01-01", "OUTPUT={folder}/out.gpkg"], "Of none of the themes anything is known"),
        ("asof", ["DATE=yesterday", "OUTPUT={folder}/out.gpkg"], "Give a day such as"),
        ("asof", ["OUTPUT={workspace}"], "would overwrite the workspace"),
        ("changes", ["OUTPUT={folder}/../{name}/workspace.gpkg"], "would overwrite the workspace"),
        ("changes", ["FROM=1", "THEMES=deposits", "OUTPUT={folder}/out.gpkg"], "known at both moments"),
        ("changes", ["OTHER={folder}/none.gpkg", "OUTPUT={folder}/out.gpkg"], "not a Kaznedra workspace"),
    ],
)
def test_a_history_that_cannot_be_told_says_why(qgis_process, pulled_twice, tmp_path, algorithm, arguments, told):
    before = pulled_twice.read_bytes()
    places = {"folder": tmp_path, "name": tmp_path.name, "workspace": pulled_twice}
    given = [argument.format(**places) for argument in arguments]
    process = qgis_process("run", f"kaznedra:{algorithm}", "--", f"WORKSPACE={pulled_twice}", *given)
    assert process.returncode != 0
    assert told in process.stdout + process.stderr and "Traceback" not in process.stdout + process.stderr
    assert pulled_twice.read_bytes() == before and not (tmp_path / "out.gpkg").exists()


@pytest.mark.parametrize(
    ("source", "workspace", "told"),
    [
        ("http://127.0.0.1:9/wfs3", "new.gpkg", "Check the address and your connection"),
        ("nobody-knows-me", "new.gpkg", "source profile"),
        ("{data}", "{data}", "Choose a GeoPackage that Kaznedra made"),
    ],
)
def test_a_sync_that_cannot_be_says_why(qgis_process, demo_data, tmp_path, source, workspace, told):
    path = str(tmp_path / workspace.format(data=demo_data))
    process = qgis_process("run", "kaznedra:sync", "--", f"SOURCE={source.format(data=demo_data)}", f"WORKSPACE={path}")
    assert process.returncode != 0
    assert told in process.stdout + process.stderr


def test_old_snapshots_are_pruned(qgis_process, pulled_twice, tmp_path):
    report = tmp_path / "report.json"
    arguments = ["--json", "--", f"WORKSPACE={pulled_twice}", "KEEP_LAST=1", f"REPORT={report}"]
    assert qgis_process("run", "kaznedra:prune", *arguments, "KEEP_DAYS=1").returncode != 0
    told = results(qgis_process("run", "kaznedra:prune", *arguments))
    assert (told["SNAPSHOTS"], told["VERSIONS"]) == (1, 2)
    assert [gone["id"] for gone in json.loads(report.read_text(encoding="utf-8"))["snapshots"]] == [1]


def test_costs(qgis_process, tmp_path):
    path = tmp_path / "costs.json"
    told = results(
        qgis_process(
            "run", "kaznedra:costs", "--json", "--", "BLOCKS=6", "START=2026-01-01", "YEARS=6", f"REPORT={path}"
        )
    )
    assert told["EXPENDITURE_MCI"] == 17400
    assert json.loads(path.read_text("utf-8"))["totals"] == {"expenditure_mci": 17400, "rent_mci": 738}


def test_an_application_is_checked(qgis_process, pulled_twice, tmp_path):
    path = tmp_path / "check.json"
    codes = "M-42-77-(10а-5а-1,2)"
    arguments = ["--json", "--", f"WORKSPACE={pulled_twice}", f"CODES={codes}", "DATE=2026-11-22", f"REPORT={path}"]
    told = results(qgis_process("run", "kaznedra:checkapplication", *arguments))
    report = json.loads(path.read_text("utf-8"))
    assert told["RESULT"] == report["result"] == "unknown" and told["BLOCKS"] == report["blocks"] == 2
    assert report["outcome"]["whole"] == [] and report["costs"]["totals"]["expenditure_mci"] == 12300


def test_an_application_is_shown_then_submitted(qgis_process, demo_platform, tmp_path):
    from kaznedra_qgis.applicant_profiles import ApplicantProfiles
    from kaznedra_qgis.subsoil.applicants import LegalEntity
    from kaznedra_qgis.subsoil.blocks import Block
    from kaznedra_qgis.workspace import Workspace
    from kaznedra_qgis.workspace.drafts import Drafts
    from tests.servers.filed import filed

    who = LegalEntity("who", {"ru": "ТОО «Демо»", "kk": "«Демо» ЖШС"}, "181340063234")
    ApplicantProfiles(qgis_process.profile / "kaznedra" / "applicants.json").keep(who)
    drafts = Drafts(Workspace.create(tmp_path / "own.gpkg"))
    drafts.create("Тұмар", "#0072b2", [Block(4200, 3000)])
    drafts.close()
    given = [f"WORKSPACE={tmp_path / 'own.gpkg'}", "DRAFT=Тұмар", f"SOURCE={demo_platform.address}", "APPLICANT=who"]
    before = len(filed(demo_platform.data))
    shown = results(qgis_process("run", "kaznedra:submitapplication", "--json", "--", *given))
    assert shown["STATE"] == "preview" and len(filed(demo_platform.data)) == before
    confirmed = [*given, f"CONFIRM={shown['CONFIRM']}"]
    told = results(qgis_process("run", "kaznedra:submitapplication", "--json", "--", *confirmed))
    assert (told["STATE"], told["STATUS"]) == ("filed", "submitted")
    assert [row["receipt_number"] for row in filed(demo_platform.data)[before:]] == [told["RECEIPT"]]
