"""kaznedra:exportapplication, over a workspace with a draft, and what is checked again before it is written."""

import json
from datetime import datetime, timezone
from pathlib import Path
from zipfile import ZipFile

import pytest
from qgis.core import QgsProcessingException

from kaznedra_qgis.applicant_profiles import ApplicantProfiles
from kaznedra_qgis.documents import gathering
from kaznedra_qgis.documents.pack import verify_pack
from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.subsoil.applicants import from_json
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import Drafts
from tests.qgis import mapped
from tests.qgis.algorithms import Log
from tests.qgis.application import LEGAL_ENTITY, PLAN, SOUTH, WEST, part_of, text_of

CODE = "M-44-77-(10е-5а-11)"

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def workspace(tmp_path):
    """A licence over the western column of blocks, and a draft of six blocks, two of them in it."""
    west, east, south, north = WEST / 60, (WEST + 1) / 60, SOUTH / 60, (SOUTH + 2) / 60
    shape = f"MULTIPOLYGON((({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south})))"
    licence = {"geom": shape, "number": "777-EL", "kind": "exploration", "status": "active", "feature_id": "1"}
    return Workspace(mapped.workspace(tmp_path / "workspace.gpkg", licences=[licence]))


@pytest.fixture
def draft(workspace):
    drafts = Drafts(workspace)
    made = drafts.create("Қарабұлақ", "#0072B2", [Block(WEST + x, SOUTH + y) for x in range(3) for y in range(2)])
    drafts.set_detail(made.id, "plan", PLAN)
    drafts.set_detail(made.id, "minerals", ["золото"])
    drafts.set_detail(made.id, "applicant", {"profile": "one"})
    before = {"another_licence": {"clear": ["M-44-77-(10е-5а-11)"]}}
    drafts.note_check(made.id, [], "old", summary=before)
    drafts.close()
    return made


def run(log=None, **parameters):
    import processing

    return processing.run("kaznedra:exportapplication", parameters, feedback=log or Log())


def test_a_draft_is_checked_again_and_written(workspace, draft, tmp_path):
    profile = tmp_path / "applicant.json"
    profile.write_text(json.dumps(LEGAL_ENTITY), encoding="utf-8")
    folder = tmp_path / "out"
    told = run(WORKSPACE=str(workspace.path), DRAFT="Қарабұлақ", APPLICANT=str(profile), OUTPUT=str(folder))
    assert verify_pack(folder / "application.zip") == [] and told["PACK"] == str(folder / "application.zip")
    names = {path.name for path in folder.iterdir()}
    papers = {
        f"{paper}.{language}.pdf" for paper in ("application", "findings", "map") for language in ("kk", "ru", "en")
    }
    assert papers <= names and told["PARTS"] == len(names) - 1
    manifest = json.loads(part_of(folder / "application.zip", "manifest.json"))
    assert manifest["result"] == "conflict" and manifest["draft"] == draft.id and manifest["snapshots"]
    report = json.loads((folder / "findings.json").read_text("utf-8"))["check"]
    assert [found["state"] for found in report["findings"] if found["state"] == "conflict"]
    text = text_of(folder / "findings.en.pdf")
    assert "Otherwise than when the draft was checked" in text and "777-EL" in text and "Conflict" in text
    assert "золото" in text_of(folder / "application.ru.pdf") and "120340000001" in text_of(
        folder / "application.ru.pdf"
    )
    assert "777-EL" in text_of(folder / "map.kk.pdf")


def test_codes_without_a_workspace_are_not_said_to_be_clear(tmp_path):
    folder = tmp_path / "out"
    told = run(CODES=f"{CODE}; M-44-77-(10е-5а-12 (частично))", LANGUAGES=["ru"], OUTPUT=str(folder))
    assert told["PARTS"] == len(list(folder.iterdir())) - 1
    text = text_of(folder / "findings.ru.pdf")
    assert "Не проверено" in text and "Препятствий нет" not in text
    assert json.loads(part_of(folder / "application.zip", "manifest.json"))["result"] is None


def test_a_pack_is_verified(tmp_path):
    import processing

    pack = Path(run(CODES=CODE, LANGUAGES=["en"], OUTPUT=str(tmp_path / "out"))["PACK"])
    assert processing.run("kaznedra:verifypack", {"PACK": str(pack)}) == {"RESULT": "intact", "PROBLEMS": 0}
    with ZipFile(pack, "a") as opened:
        opened.writestr("more.txt", "x")
    assert processing.run("kaznedra:verifypack", {"PACK": str(pack)}) == {"RESULT": "flawed", "PROBLEMS": 1}


def test_what_cannot_be_written_is_refused_before_anything_is(workspace, draft, tmp_path):
    folder = tmp_path / "out"
    for wrong, told in (
        ({}, "nothing to export"),
        ({"CODES": "nonsense"}, "could not be read"),
        ({"WORKSPACE": str(workspace.path), "DRAFT": "other"}, "no such draft"),
        ({"CODES": CODE, "APPLICANT": "nobody"}, "applicant cannot be read"),
    ):
        with pytest.raises(QgsProcessingException, match=told):
            run(OUTPUT=str(folder), **wrong)
        assert not folder.exists()
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    with pytest.raises(QgsProcessingException, match="something in this folder"):
        run(CODES=CODE, OUTPUT=str(folder))
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


def test_an_applicant_is_found_by_id_number_or_name(tmp_path):
    profiles = ApplicantProfiles(tmp_path / "applicants.json")
    profiles.keep(from_json(LEGAL_ENTITY))
    for told in ("one", "120340000001", "Qarqyn LLP"):
        assert gathering.find_applicant(told, profiles)["bin"] == "120340000001"
    assert gathering.find_applicant(" ", profiles) is None
    assert gathering.applicant_of({"profile": "one"}, profiles)["kind"] == "legal_entity"
    assert gathering.applicant_of({"profile": "gone"}, profiles) == {} == gathering.applicant_of(None, profiles)
    (tmp_path / "bad.json").write_text("[]")
    for told in ("nobody", str(tmp_path / "bad.json"), str(tmp_path / "none.json")):
        with pytest.raises(KaznedraError) as caught:
            gathering.find_applicant(told, profiles)
        assert caught.value.code is Code.BAD_APPLICANT


def test_the_check_names_its_snapshots_and_says_what_changed(workspace, draft):
    made = datetime(2026, 11, 22, 10, tzinfo=timezone.utc)
    kept = gathering.find_draft(workspace, draft.id)
    content = gathering.checked(gathering.of_draft(kept, made, {}), workspace, None, kept.details["checked"])
    assert content.report["result"] == "conflict" and content.checked_before
    assert ("another_licence", "clear") in {(each.rule, each.before) for each in content.differences}
    assert content.snapshots == [1] and content.colour == "#0072B2"
    assert {rest.state for rest in content.sources if not rest.snapshot} == {"unknown"}
