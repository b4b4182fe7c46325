"""The papers of an application, opened again: text, letters, pages, tables, a user's own templates."""

import csv
import json
import subprocess
import xml.etree.ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest

from kaznedra_qgis.documents import fonts, templates
from kaznedra_qgis.documents.application_pack import export
from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.codes import read_codes
from kaznedra_qgis.subsoil.licences import PlannedLicences, RestsOn
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.themes import LANGUAGES, THEMES
from tests.qgis.application import KAZAKH, MARKUP, application, pages_of, part_of, text_of

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def odt_text(path) -> str:
    root = ET.fromstring(part_of(path, "content.xml"))
    return " ".join("".join(node.itertext()) for node in root.iter() if node.tag in (f"{TEXT}p", f"{TEXT}h"))


def joined(text: str) -> str:
    """Without what may differ where a line is broken: pdftotext takes hyphens away there."""
    return text.replace(" ", "").replace("-", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_papers_say_the_same_in_both_forms(exported, language):
    told = templates.words(language)
    mark = {"ru": "частично", "kk": "ішінара", "en": "partly"}[language]
    code = f"M-44-77-(10е-5а-1-10,11 ({mark}),12-15); M-44-78-(10а-5в-21)"
    needed = [told[key] for key in ("addressee", "title", "applicant", "annex_blocks", "annex_corners")]
    for text in (
        text_of(exported.folder / f"application.{language}.pdf"),
        odt_text(exported.folder / f"application.{language}.odt"),
    ):
        for wanted in (*needed, code, "120340000001", "49°50′58.29″", "EPSG:5044", told["not_given"], "Әбілқайыр"):
            assert joined(wanted) in joined(text), wanted


def test_every_kazakh_letter_is_on_paper(exported):
    assert KAZAKH in text_of(exported.folder / "application.kk.pdf")
    assert KAZAKH in odt_text(exported.folder / "application.kk.odt")
    assert fonts.has_letters(fonts.document_font()) and not fonts.has_letters("No Such Font")


def test_text_is_never_markup(exported):
    shown = MARKUP.replace(" \x0b", "")
    assert shown.replace(" ", "") in text_of(exported.folder / "application.ru.pdf").replace(" ", "")
    assert shown in odt_text(exported.folder / "application.ru.odt")


def test_a_path_on_its_owners_disk_stays_there(exported):
    text = text_of(exported.folder / "application.ru.pdf")
    assert "салық.pdf" in text and "secret" not in text


def test_the_odt_is_one(exported):
    path = exported.folder / "application.kk.odt"
    with ZipFile(path) as opened:
        first = opened.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
        assert opened.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        manifest = opened.read("META-INF/manifest.xml").decode()
        for name in set(opened.namelist()) - {"mimetype", "META-INF/manifest.xml"}:
            ET.fromstring(opened.read(name))
            assert f'full-path="{name}"' in manifest
    content, styles = (part_of(path, f"{name}.xml").decode() for name in ("content", "styles"))
    root = ET.fromstring(content)
    assert [node.get(f"{TEXT}outline-level") for node in root.iter(f"{TEXT}h")] == ["1"] * 6 + ["2"]
    assert len(list(root.iter(f"{TABLE}table-header-rows"))) == 5
    used = {node.get(f"{TEXT}style-name") for node in root.iter(f"{TEXT}p")}
    assert all(f'style:name="{name}"' in styles for name in used)
    for table in root.iter(f"{TABLE}table"):
        columns = len(table.findall(f"{TABLE}table-column"))
        assert {len(row.findall(f"{TABLE}table-cell")) for row in table.iter(f"{TABLE}table-row")} == {columns}


def test_long_lists_go_on_over_pages_with_their_heads(qgis_app, tmp_path):
    blocks = read_codes("M-44-77-(10а-5а-1-25), (10а-5б-1-25), (10а-5в-1-25), (10а-5г-1-25)", default_scheme()).blocks
    content = application(blocks=frozenset(read.block for read in blocks), partial=frozenset())
    made = export(content, tmp_path / "long", ["ru"])
    path = made.folder / "application.ru.pdf"
    assert pages_of(path) >= 5
    text = text_of(path)
    assert text.count("Код блока") >= 3 and "M-44-77-(10а-5г-25)" in text
    assert f"стр. {pages_of(path)} / {pages_of(path)}" in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("across", [1, 6, 20, 40])
def test_what_belongs_together_stands_on_one_page(qgis_app, tmp_path, across, language):
    blocks = frozenset(Block(4820 + 2 * x, 2987) for x in range(across))
    made = export(application(blocks=blocks, partial=frozenset()), tmp_path / "out", [language])
    words = templates.words(language)
    path = made.folder / f"application.{language}.pdf"
    told = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout
    (signed,) = [page for page in told.split("\f") if words["signature_name"].split("_")[0].strip() in page]
    assert words["statement"] in signed and words["annex_blocks"] not in signed
    (dated,) = [page for page in told.split("\f") if words["basis"] in page]
    assert words["no_datum_in_law"].split()[0] in dated


def test_the_findings_report_keeps_the_three_answers_apart(exported, qgis_app, tmp_path):
    text = text_of(exported.folder / "findings.kk.pdf")
    told = templates.words("kk")
    for wanted in ("Басқа лицензияда", "Алынбаған", told["verdict_conflict"], f"{told['state_unknown']}: 1", "186(2)"):
        assert wanted in text
    unchecked = export(application(report={}), tmp_path / "unchecked", ["en"])
    text = text_of(unchecked.folder / "findings.en.pdf")
    assert "Not checked" in text and "Clear" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_findings_report_has_the_costs_of_every_licence(qgis_app, tmp_path, language):
    predicted = PlannedLicences((9, 6), RestsOn.OUTCOME, 18, 3)
    costs = {"start": "2026-01-01", "mci": {"2027": "4541", "2028": "5000"}, "growth": {"2027": "5.0"}}
    made = export(application(predicted=predicted, costs=costs), tmp_path / "out", [language])
    text = joined("".join(text_of(made.folder / f"findings.{language}.pdf").split()))
    told = templates.words(language)
    change = {"blocks": 15, "bonus": "−100", "expenditure": "−12\u202f900", "rent": "±0", "security": "±0"}
    for key, values in (
        ("licences_several", {"count": 2, "blocks": "9 + 6"}),
        ("licences_outcome", {}),
        ("licences_not_granted", {"count": 3}),
        ("costs_by_licence", {}),
        ("licences_one_plot", change),
        ("costs_assumed_mci", {"years": "2027: 4\u202f541"}),
        ("costs_own_mci", {"years": "2028: 5\u202f000"}),
        ("plan_licences", {"count": 2}),
    ):
        assert joined("".join(told[key].format(**values).split())) in text, key
    costs = json.loads((made.folder / "findings.json").read_text("utf-8"))["costs"]
    assert [part["blocks"] for part in costs["licences"]] == [9, 6] and costs["bonus_mci"] == 200
    assert costs["totals"]["expenditure_mci"] == 2 * 17400


@pytest.mark.parametrize("paper", ["application", "findings"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sum_says_how_many_works_have_no_cost(exported, paper, language):
    text = joined("".join(text_of(exported.folder / f"{paper}.{language}.pdf").split()))
    assert text.count(joined("".join(templates.words(language)["plan_uncosted"].format(count=1).split()))) == 1


def test_a_partial_snapshot_is_not_called_complete(exported):
    assert "partial: something is missing" in text_of(exported.folder / "application.en.pdf")


def test_words_are_there_in_every_language():
    english = templates.words("en")
    for language in LANGUAGES:
        told = templates.words(language)
        assert told.keys() == english.keys()
        for key, phrase in told.items():
            if isinstance(phrase, str):
                assert phrase.strip()
                assert sorted(_fields(phrase)) == sorted(_fields(english[key])), key
    assert {f"theme_{theme}" for theme in THEMES} <= english.keys()


def _fields(phrase):
    from string import Formatter

    return [name for _, name, _, _ in Formatter().parse(phrase) if name]


def test_works_and_attachments_are_named_in_their_language(exported):
    text = text_of(exported.folder / "application.kk.pdf")
    from kaznedra_qgis.subsoil.attachments import requirements
    from kaznedra_qgis.subsoil.plan import work_types
    from kaznedra_qgis.subsoil.rulepack import newest_rule_pack

    assert work_types()["drilling_core"].title["kk"] in text
    assert all(needed.title["kk"] in text for needed in requirements(newest_rule_pack()) if needed.when == "always")
    assert "20.11.2026, 30.11.2026 дейін жарамды" in text


def test_what_the_ground_asks_for_is_among_the_attachments(qgis_app, tmp_path):
    from kaznedra_qgis.subsoil.attachments import requirements
    from kaznedra_qgis.subsoil.rulepack import newest_rule_pack

    consent = next(each for each in requirements(newest_rule_pack()) if each.when == "production_overlap")
    for needed in (True, False):
        made = export(application(circumstances={"production_overlap": needed}), tmp_path / f"{needed}", ["en"])
        told = " ".join(text_of(made.folder / "application.en.pdf").split())
        assert (consent.title["en"] in told) is needed


def test_minerals_are_named_as_on_the_map(qgis_app, tmp_path):
    from kaznedra_qgis.mapping.minerals import solid_minerals

    told = templates.words("en")
    assert {code: told[f"mineral_{code}"] for code in solid_minerals()} == solid_minerals()
    made = export(application(minerals=["Au", "other"]), tmp_path / "out", ["kk"])
    assert "алтын (Au), other" in text_of(made.folder / "application.kk.pdf")


def test_an_expired_certificate_is_called_so(qgis_app, tmp_path):
    attached = {"tax_certificate": {"files": ["a.pdf"], "issued": "2026-11-11", "certified": True}}
    made = export(application(attachments=attached), tmp_path / "out", ["en"])
    assert "expired on 2026-11-21" in text_of(made.folder / "application.en.pdf")


def test_a_users_own_template_replaces_ours_and_a_wrong_one_is_named(qgis_app, tmp_path):
    own = tmp_path / "own"
    assert len(templates.copy_to(own)) == len(templates.FILES) + 3 and not templates.copy_to(own)
    (own / "application.html").write_text("<p>{{ w.title }}: {{ grouped }}</p>", encoding="utf-8")
    (own / "words.kk.json").write_text('{"title": "Біздің өтініш"}', encoding="utf-8")
    made = export(application(), tmp_path / "made", ["kk"], own)
    assert text_of(made.folder / "application.kk.pdf").startswith("Біздің өтініш: M-44-77")
    (own / "content.xml").write_text("<a>{{ nothing }}</a>", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(KaznedraError) as caught:
            export(application(), tmp_path / "refused", ["kk"], own)
        assert caught.value.code is Code.BAD_TEMPLATE and "content.xml" in caught.value.facts["path"]
        (own / "content.xml").write_text("<a><b></a>", encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["made", "own"]


def test_a_template_reaches_nothing_but_its_values(qgis_app, tmp_path):
    (tmp_path / "application.html").write_text("{{ w.__class__.__mro__ }}", encoding="utf-8")
    with pytest.raises(KaznedraError) as caught:
        export(application(), tmp_path / "out", ["en"], tmp_path)
    assert caught.value.code is Code.BAD_TEMPLATE


@pytest.mark.parametrize("phrase", ["{nothing}", "{", "{name.nothing}", "{made:%q}", "{0}"])
def test_a_users_own_words_that_cannot_be_filled_in_are_named(qgis_app, tmp_path, phrase):
    own = tmp_path / "own"
    own.mkdir()
    (own / "words.ru.json").write_text(json.dumps({"footer": phrase}), encoding="utf-8")
    with pytest.raises(KaznedraError) as caught:
        export(application(), tmp_path / "made", ["ru"], own)
    assert caught.value.code is Code.BAD_TEMPLATE and "words.ru.json: footer" in caught.value.facts["path"]


def test_nothing_is_written_over_and_nothing_half_is_left(qgis_app, tmp_path):
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("mine")
    for content, target, code in (
        (application(), full, Code.NOT_EMPTY),
        (application(blocks=frozenset()), tmp_path / "none", Code.NO_BLOCKS),
    ):
        with pytest.raises(KaznedraError) as caught:
            export(content, target)
        assert caught.value.code is code
    with pytest.raises(KaznedraError) as caught:
        export(application(), tmp_path / "cancelled", heard=lambda done, total: done < 3)
    assert caught.value.code is Code.CANCELLED
    assert [path.name for path in tmp_path.iterdir()] == ["full"] and (full / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_papers_name_the_transformation_that_is_set_and_the_better_one(qgis_app, tmp_path, language):
    told = templates.words(language)
    for sk_42, taken in (("", "Pulkovo 1942 to WGS 84 (20) (EPSG:5044)"), ("EPSG:1291", "(EPSG:1291)")):
        content = application(sk_42=sk_42)
        made = export(content, tmp_path / (sk_42.replace(":", "") or "best"), [language])
        text = joined(text_of(made.folder / f"application.{language}.pdf"))
        assert joined(taken) in text and joined("qazgrid_kz.gsb") in text and joined("EPSG:10964") in text
        assert (joined(told["conversion_pinned"]) in text) == bool(sk_42)
        named = {each["datum"]: each for each in made.manifest["transformations"]}
        assert taken in named["EPSG:4284"]["operation"] and named["EPSG:4326"]["operation"] == ""
        with (made.folder / "corners.csv").open(encoding="utf-8", newline="") as stream:
            assert {row["sk42_by"] for row in csv.DictReader(stream)} == {named["EPSG:4284"]["operation"]}


def test_a_transformation_that_is_set_and_cannot_be_had_is_not_replaced(qgis_app, tmp_path):
    with pytest.raises(KaznedraError) as caught:
        export(application(sk_42="EPSG:10964+EPSG:10965"), tmp_path / "out", ["kk"])
    assert caught.value.code is Code.NO_TRANSFORMATION and "qazgrid_kz.gsb" in caught.value.facts["detail"]
    assert not list(tmp_path.iterdir())
