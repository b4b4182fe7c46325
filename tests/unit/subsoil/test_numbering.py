"""The numbering scheme: codes to blocks and back."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.numbering import (
    NumberingScheme,
    Sheet100k,
    default_scheme,
    numbering_scheme,
    sheet_corner,
)
from kaznedra_qgis.subsoil.rulepack import RulePack, newest_rule_pack

SCHEME = default_scheme()
WEST, SOUTH, EAST, NORTH = SCHEME.extent
in_country = st.builds(Block, st.integers(WEST, EAST - 1), st.integers(SOUTH, NORTH - 1))


@pytest.mark.parametrize(
    ("code", "lon", "lat"),
    [
        # sheet M-44-77: 80°00'-80°30' E, 49°40'-50°00' N; the block's west and south edge
        ("M-44-77-(10а-5а-1)", 80 * 60, 49 * 60 + 59),
        ("M-44-77-(10а-5а-5)", 80 * 60 + 4, 49 * 60 + 59),
        ("M-44-77-(10а-5а-21)", 80 * 60, 49 * 60 + 55),
        ("M-44-77-(10а-5б-1)", 80 * 60 + 5, 49 * 60 + 59),
        ("M-44-77-(10а-5в-1)", 80 * 60, 49 * 60 + 54),
        ("M-44-77-(10в-5б-5)", 80 * 60 + 29, 49 * 60 + 59),
        ("M-44-77-(10г-5а-1)", 80 * 60, 49 * 60 + 49),
        ("M-44-77-(10е-5а-11)", 80 * 60 + 20, 49 * 60 + 47),
        ("M-44-77-(10е-5г-25)", 80 * 60 + 29, 49 * 60 + 40),
        ("L-43-1-(10а-5а-1)", 72 * 60, 47 * 60 + 59),
        ("N-42-144-(10е-5г-25)", 72 * 60 - 1, 52 * 60),
    ],
)
def test_codes_by_hand(code: str, lon: int, lat: int) -> None:
    assert SCHEME.block(code) == (lon, lat) and SCHEME.code(Block(lon, lat)) == code


@given(in_country)
def test_code_and_back(block: Block) -> None:
    assert SCHEME.block(SCHEME.code(block)) == block and SCHEME.block_at(SCHEME.place(block)) == block


@given(in_country, in_country)
def test_two_blocks_never_share_a_code(one: Block, other: Block) -> None:
    assert (SCHEME.code(one) == SCHEME.code(other)) == (one == other)
    assert (SCHEME.sort_key(one) == SCHEME.sort_key(other)) == (one == other)


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("", Code.UNREADABLE_CODES),
        ("M-44-77", Code.UNREADABLE_CODES),
        ("M-44-145-(10а-5а-1)", Code.UNREADABLE_CODES),
        ("M-44-77-(10ж-5а-1)", Code.UNREADABLE_CODES),
        ("M-44-77-(10а-5д-1)", Code.UNREADABLE_CODES),
        ("M-44-77-(10а-5а-26)", Code.UNREADABLE_CODES),
        ("M-44-77-(10а-5а-0)", Code.UNREADABLE_CODES),
        ("M-44-77-(10a-5a-1)", Code.UNREADABLE_CODES),
        ("O-44-77-(10а-5а-1)", Code.OUTSIDE_COUNTRY),
        ("M-37-77-(10а-5а-1)", Code.OUTSIDE_COUNTRY),
        ("K-42-144-(10а-5а-1)", Code.OUTSIDE_COUNTRY),
    ],
)
def test_codes_that_are_none(code: str, error: Code) -> None:
    with pytest.raises(KaznedraError) as raised:
        SCHEME.block(code)
    assert raised.value.code is error


def test_blocks_outside_the_country_have_no_code() -> None:
    with pytest.raises(KaznedraError) as raised:
        SCHEME.code(Block(0, 0))
    assert raised.value.code is Code.OUTSIDE_COUNTRY


def test_what_the_country_spans() -> None:
    assert SCHEME.sheet_rows == "KLMN" and SCHEME.zones == range(38, 46)
    assert SCHEME.extent == (2789, 2435, 5241, 3327)
    assert SCHEME.datum == "EPSG:4326" and SCHEME.confidence["sections"] == "M"


def test_sheets_that_do_not_exist() -> None:
    assert sheet_corner(Sheet100k("M", 44, 77)) == (80 * 60, 50 * 60)
    for sheet in (Sheet100k("M", 44, 0), Sheet100k("M", 44, 145), Sheet100k("M", 61, 1), Sheet100k("Z", 44, 1)):
        with pytest.raises(ValueError):
            sheet_corner(sheet)


def another(**tables: object) -> NumberingScheme:
    table = copy.deepcopy(newest_rule_pack().data["numbering"])
    for name, value in tables.items():
        table[name]["value"] = value
    return NumberingScheme(table)


def test_another_order_is_another_table() -> None:
    turned = another(subsections=[["а", "в"], ["б", "г"]])
    assert turned.code(SCHEME.block("M-44-77-(10е-5б-11)")) == "M-44-77-(10е-5в-11)"


@pytest.mark.parametrize(
    "tables",
    [
        {"sections": [["а", "б"], ["в", "г"]]},
        {"subsections": [["а", "а"], ["в", "г"]]},
        {"blocks": [[0, 1, 2, 3, 4]] * 5},
        {"blocks": [list(range(i * 5, i * 5 + 5)) for i in range(5)]},
    ],
)
def test_incomplete_tables_are_refused(tables: dict) -> None:
    with pytest.raises(ValueError):
        another(**tables)


def test_a_pack_without_numbering_is_refused() -> None:
    pack = newest_rule_pack()
    with pytest.raises(KaznedraError) as raised:
        numbering_scheme(RulePack(pack.id, pack.title, pack.valid_from, pack.acts, {}, "pack.json"))
    assert raised.value.code is Code.BAD_RULE_PACK and raised.value.facts["member"] == "numbering"
