"""Rule packs: what ships is complete and sourced, what is broken is refused by name."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.paths import resources
from kaznedra_qgis.subsoil.rulepack import newest_rule_pack, read_rule_pack, rule_pack, rule_packs
from kaznedra_qgis.themes import RESTRICTED_CATEGORIES

PACK = newest_rule_pack()
SCHEMA = json.loads(resources("rules", "rule-pack.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("pack", rule_packs(), ids=lambda pack: pack.id)
def test_packs_that_ship_follow_the_schema(pack) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(pack.data, SCHEMA)
    assert Path(pack.path).stem == pack.id


def test_the_pack_of_2026() -> None:
    assert PACK.id == "kz-2026" and PACK.valid_from == date(2026, 1, 1)
    assert PACK.acts["code"].number == "125-VI" and PACK.acts["code"].amended_to == date(2025, 12, 30)
    assert set(PACK.title) == {"en", "ru", "kk"}


@pytest.mark.parametrize(
    ("keys", "value", "unit", "article"),
    [
        (("limits", "blocks_in_application"), 200, "block", "187(2)"),
        (("limits", "term"), 6, "year", "193"),
        (("limits", "relinquish_share"), 0.4, "share of the original blocks", "193"),
        (("payments", "signature_bonus"), 100, "MCI", "762, 764"),
        (("numbering", "datum"), "EPSG:4326", "", "19"),
    ],
)
def test_figures(keys: tuple, value: object, unit: str, article: str) -> None:
    figure = PACK.figure(*keys)
    assert (figure.value, figure.unit, figure.article) == (value, unit, article) and figure.confidence in "HML"


@pytest.mark.parametrize(
    ("day", "tenge"),
    [
        ("2017-12-31", None),
        ("2018-01-01", 2405),
        ("2020-03-31", 2651),
        ("2020-04-01", 2778),
        ("2022-12-31", 3180),
        ("2025-06-01", 3932),
        ("2026-12-31", 4325),
        ("2027-01-01", None),
    ],
)
def test_mci_is_never_extrapolated(day: str, tenge) -> None:
    figure = PACK.mci(date.fromisoformat(day))
    assert (figure.value if figure else None) == tenge


def expenditure(blocks: int, year: int) -> int:
    """Minimum expenditure in MCI, straight from the table."""
    table = PACK.data["minimum_expenditure"]
    row = next(row for row in table["rows"] if row["years"][0] <= year <= (row["years"][1] or year))
    over = row["each_block_over"]
    counted = min(blocks, over["blocks"])
    step = next(step for step in row["steps"] if step["blocks"][0] <= counted <= step["blocks"][1])
    return step["value"] + max(0, blocks - over["blocks"]) * over["value"]


@pytest.mark.parametrize(
    ("blocks", "years", "mci"), [(1, 6, 7200), (4, 6, 12300), (8, 6, 17400), (11, 6, 18300), (200, 1, 25100)]
)
def test_the_expenditure_table_gives_the_worked_examples(blocks: int, years: int, mci: int) -> None:
    assert sum(expenditure(blocks, year) for year in range(1, years + 1)) == mci


def test_steps_of_every_table_join_without_a_gap() -> None:
    rent = PACK.data["land_rent"]
    rows = [*PACK.data["minimum_expenditure"]["rows"], *rent["rows"], *rent["granted_before"]["rows"]]
    for row in rows:
        ends = [step["blocks"] for step in row["steps"]]
        assert ends[0][0] == 1 and all(later[0] == earlier[1] + 1 for earlier, later in zip(ends, ends[1:]))
    for table, key in ((PACK.data["minimum_expenditure"]["rows"], "years"), (rent["rows"], "months")):
        spans = [row[key] for row in table]
        assert spans[-1][1] is None and all(later[0] == earlier[1] + 1 for earlier, later in zip(spans, spans[1:]))


def test_restricted_categories_are_those_of_the_theme() -> None:
    assert tuple(row["category"] for row in PACK.data["restricted_areas"]) == RESTRICTED_CATEGORIES


def written(tmp_path: Path, change) -> Path:
    data = json.loads(Path(PACK.path).read_text("utf-8"))
    change(data)
    path = tmp_path / "pack.json"
    path.write_text(json.dumps(data), "utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "member"),
    [
        (lambda data: data.pop("acts"), "acts"),
        (lambda data: data.pop("valid_from"), "valid_from"),
        (lambda data: data.update(format=2), ""),
        (lambda data: data.update(valid_from="soon"), ""),
        (lambda data: data["limits"]["term"].update(act="none"), "limits.term"),
        (lambda data: data["limits"]["term"].update(confidence="sure"), "limits.term"),
        (lambda data: data["mci"]["periods"][2].pop("article"), "mci.periods[2]"),
    ],
)
def test_broken_packs_are_refused_by_name(tmp_path: Path, change, member: str) -> None:
    path = written(tmp_path, change)
    with pytest.raises(KaznedraError) as raised:
        read_rule_pack(path)
    assert raised.value.code is Code.BAD_RULE_PACK
    assert (raised.value.facts["path"], raised.value.facts["member"]) == (str(path), member)


def test_files_that_are_no_pack_are_refused(tmp_path: Path) -> None:
    (tmp_path / "text.json").write_text("{", "utf-8")
    (tmp_path / "list.json").write_text("[]", "utf-8")
    for name in ("text.json", "list.json", "missing.json"):
        with pytest.raises(KaznedraError) as raised:
            read_rule_pack(tmp_path / name)
        assert raised.value.code is Code.BAD_RULE_PACK
    with pytest.raises(KaznedraError):
        PACK.figure("limits", "none")


def test_a_newer_pack_is_dropped_in(tmp_path: Path) -> None:
    written(tmp_path, lambda data: data.update(id="kz-2027", valid_from="2027-01-01"))
    assert rule_pack(date(2026, 12, 31), [tmp_path]).id == "kz-2026"
    assert rule_pack(date(2027, 1, 1), [tmp_path]).id == "kz-2027"
    with pytest.raises(KaznedraError) as raised:
        rule_pack(date(2025, 12, 31))
    assert raised.value.code is Code.NO_RULE_PACK
