"""Lists of block codes as documents write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.codes import (
    PARTIAL_MARKS,
    Reading,
    Reason,
    format_code,
    format_codes,
    format_grouped,
    read_codes,
)
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.subsoil.tokens import SEPARATORS

SCHEME = default_scheme()
WEST, SOUTH, EAST, NORTH = SCHEME.extent
A = "M-44-77-(10е-5а-"

blocks_anywhere = st.builds(Block, st.integers(WEST, EAST - 1), st.integers(SOUTH, NORTH - 1))
blocks_near = st.builds(Block, st.integers(4795, 4835), st.integers(2975, 2995))
block_sets = st.sets(st.one_of(blocks_anywhere, blocks_near), max_size=60)


def read(text: str) -> Reading:
    return read_codes(text, SCHEME)


def grouped(reading: Reading) -> str:
    return format_grouped([found.block for found in reading.blocks], SCHEME, reading.partial)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("M-44-77-(10е-5а-11)", f"{A}11)"),
        # letters, dashes, spaces
        ("М-44-77-(10e-5a-11)", f"{A}11)"),
        ("m-44-77-(10Е-5А-11)", f"{A}11)"),
        ("М–44—77−(10е‑5а‐11)", f"{A}11)"),
        ("M 44 77 10е 5а 11", f"{A}11)"),
        ("M - 44 - 77 - ( 10 е - 5 а - 11 )", f"{A}11)"),
        ("M\u00a0-44\u2011\u200b77-(10е\u00ad-5а-11)\ufeff", f"{A}11)"),
        ("M44-77(10е5а11)", f"{A}11)"),
        ("M-44-77-[10е-5а-11]", f"{A}11)"),
        ("M-44-077-(10е-5а-011)", f"{A}11)"),
        ("Ｍ－４４－７７－（１０е－５а－１１）", f"{A}11)"),
        # missing brackets and sides
        ("M-44-77-10е-5а-11", f"{A}11)"),
        ("M-44-77-(10е-5а-11", f"{A}11)"),
        ("M-44-77-10е-5а-11)", f"{A}11)"),
        ("M-44-77-(е-а-11)", f"{A}11)"),
        ("M-44-77-(10е-а-11)", f"{A}11)"),
        ("M-44-77-(е-5а-11)", f"{A}11)"),
        ("M-44-77-((10е-5а-11),(10е-5а-12))", f"{A}11,12)"),
        # lists and ranges
        ("M-44-77-(10е-5а-11,12,13)", f"{A}11-13)"),
        ("M-44-77-(10е-5а-11, 12; 15)", f"{A}11,12,15)"),
        ("M-44-77-(10е-5а-6-10)", f"{A}6-10)"),
        ("M-44-77-(10е-5а-6–8,10...12, с 14 по 16)", f"{A}6-8,10-12,14-16)"),
        ("M-44-77-(10е-5а-6-6)", f"{A}6)"),
        ("M-44-77-10е-5а-11, 12, 13\nM-44-78-10а-5а-1", f"{A}11-13); M-44-78-(10а-5а-1)"),
        ("M-44-77-(10е-5а-11), (10е-5а-12)", f"{A}11,12)"),
        ("M-44-77-(10е-5а-11,12), (5б-3)", f"{A}11,12), (10е-5б-3)"),
        ("M-44-77-(10е-5а-11; 5б-3; 10д-5в-4)", "M-44-77-(10д-5в-4), (10е-5а-11), (10е-5б-3)"),
        ("M-44-77-10е-5а-11, 5б-3, 10д-5в-4", "M-44-77-(10д-5в-4), (10е-5а-11), (10е-5б-3)"),
        ("M-44-77-10е-(5а-(11,12))", f"{A}11,12)"),
        ("M-44-77-(10е-5а-11), 78-(10а-5б-2)", f"{A}11); M-44-78-(10а-5б-2)"),
        ("M-44-77: 10е-5а-11,12", f"{A}11,12)"),
        ("M-44-77-(10е-5а-11 и 12), және M-44-77-(10е-5а-13) and M-44-77-(10е-5а-14)", f"{A}11-14)"),
        # from tables of PDF and Word
        ("M-44-\n77-(10е-\r\n5а-11,\n12,13)", f"{A}11-13)"),
        ("M-44-77\v(10е-5а-\u202811)", f"{A}11)"),
        ("1. M-44-77-(10е-5а-11)\n2. M-44-77-(10е-5а-12)", f"{A}11,12)"),
        ("1) M-44-77-10е-5а-11; 2) M-44-77-10е-5а-12", f"{A}11,12)"),
        ("1\tM-44-77-(10е-5а-11)\n2\tM-44-77-(10е-5а-12)", f"{A}11,12)"),
        ("1\nM-44-77-10е-5а-11\n2\nM-44-77-10е-5а-12", f"{A}11,12)"),
        ("1.1. M-44-77-(10е-5а-11)\n1.2 блок M-44-77-(10е-5а-12)", f"{A}11,12)"),
        ("• M-44-77-(10е-5а-11)\n• M-44-77-(10е-5а-12)", f"{A}11,12)"),
        ("- M-44-77-(10е-5а-11)\n– M-44-77-(10е-5а-12)", f"{A}11,12)"),
        ("№ п/п\tКод блока\n1\tM-44-77-(10е-5а-11)", f"{A}11)"),
        ("Блоки: «M-44-77-(10е-5а-11)», блок M-44-77-(10е-5а-12).", f"{A}11,12)"),
        ("1. Блок M-44-77-(10е-5а-11)", f"{A}11)"),
        # partial blocks
        ("M-44-77-(10е-5а-11) (частично)", f"{A}11 (частично))"),
        ("M-44-77-(10е-5а-11) (част.), M-44-77-(10е-5а-12)", f"{A}11 (частично),12)"),
        ("M-44-77-(10е-5а-11) неполный", f"{A}11 (частично))"),
        ("M-44-77-(10е-5а-11) – неполный блок", f"{A}11 (частично))"),
        ("M-44-77-(10е-5а-11)\n(ішінара)\nM-44-77-(10е-5а-12)", f"{A}11 (частично),12)"),
        ("M-44-77-(10е-5а-11 (partial), 12)", f"{A}11 (частично),12)"),
        ("M-44-77-(10е-5а-11 (partly), 12)", f"{A}11 (частично),12)"),
        ("M-44-77-(10е-5а-11, част. 12, 13)", f"{A}11,12 (частично),13)"),
        ("частичный блок M-44-77-(10е-5а-11); M-44-77-(10е-5а-12)", f"{A}11 (частично),12)"),
        ("M-44-77-(10е-5а-11) неполный (частичный)", f"{A}11 (частично))"),
        ("M-44-77-(10е-5а-11), частично", f"{A}11 (частично))"),
        ("M-44-77-(10е-5а-11) толық емес блок", f"{A}11 (частично))"),
        ("M-44-77-(10е-5а-11) неполныи\u0306", f"{A}11 (частично))"),
    ],
)
def test_read(text: str, expected: str) -> None:
    reading = read(text)
    assert (grouped(reading), reading.problems, reading.doubles) == (expected, [], [])


def test_rows_in_cyrillic() -> None:
    reading = read("К-42-1-(10а-5а-1); Л-42-1-(10а-5а-1); М-42-1-(10а-5а-1); Н-42-144-(10а-5а-1)")
    assert [SCHEME.place(found.block).sheet.row for found in reading.blocks] == list("KLMN")
    assert not reading.problems


@pytest.mark.parametrize(
    ("text", "read_as", "problems"),
    [
        # parts that do not exist
        (f"M-44-145-(10е-5а-11), {A}12)", f"{A}12)", [("M-44-145-(10е-5а-11", Reason.NO_SUCH_SHEET, 0)]),
        ("M-44-0-(10е-5а-11)", "", [("M-44-0-(10е-5а-11", Reason.NO_SUCH_SHEET, 0)]),
        ("M-44-77-(10ж-5а-11)", "", [("M-44-77-(10ж-5а-11", Reason.NO_SUCH_SECTION, 0)]),
        ("M-44-77-(10е-5д-11)", "", [("M-44-77-(10е-5д-11", Reason.NO_SUCH_SUBSECTION, 0)]),
        (f"{A}26,12)", f"{A}12)", [(f"{A}26", Reason.NO_SUCH_BLOCK, 0)]),
        (f"{A}12,0)", f"{A}12)", [("0", Reason.NO_SUCH_BLOCK, 0)]),
        (f"{A}20-26)", "", [(f"{A}20-26", Reason.NO_SUCH_BLOCK, 0)]),
        (f"{A}111213141516171819)", "", [(f"{A}111213141516171819", Reason.NO_SUCH_BLOCK, 0)]),
        ("O-44-77-(10е-5а-11)", "", [("O-44-77-(10е-5а-11", Reason.OUTSIDE_COUNTRY, 0)]),
        ("M-37-77-(10е-5а-11)", "", [("M-37-77-(10е-5а-11", Reason.OUTSIDE_COUNTRY, 0)]),
        ("K-42-144-(10е-5а-11)", "", [("K-42-144-(10е-5а-11", Reason.OUTSIDE_COUNTRY, 0)]),
        ("M-44-77-(7а-5а-11)", "", [("M-44-77-(7а-5а-11", Reason.WRONG_SIDE, 1)]),
        ("M-44-77-(10е-7а-11)", "", [("M-44-77-(10е-7а-11", Reason.WRONG_SIDE, 1)]),
        ("M-44-77-(10е-56-11)", "", [("M-44-77-(10е-56-11", Reason.NO_SUCH_BLOCK, 0)]),
        # parts that are missing
        ("M-44-77", "", [("M-44-77", Reason.INCOMPLETE, 0)]),
        ("M-44-77-(10е-5а)", "", [("M-44-77-(10е-5а", Reason.INCOMPLETE, 1)]),
        ("M-44-77-(10е-11)", "", [("M-44-77-(10е-11", Reason.INCOMPLETE, 4)]),
        ("M-44-77-(5а-11)", "", [("M-44-77-(5а-11", Reason.INCOMPLETE, 6)]),
        (f"{A}6-)", "", [(f"{A}6-", Reason.INCOMPLETE, 0)]),
        ("(10е-5а-11)", "", [("10е-5а-11", Reason.NO_SHEET, 0)]),
        # letters that may be several
        ("H-44-77-(10е-5а-11)", "", [("H-44-77-(10е-5а-11", Reason.AMBIGUOUS_LETTER, 1)]),
        ("M-44-77-(10b-5а-11)", "", [("M-44-77-(10b-5а-11", Reason.AMBIGUOUS_LETTER, 2)]),
        (
            "M-44-77-(10B-5B-1,2)",
            "",
            [("M-44-77-(10B-5B-1", Reason.AMBIGUOUS_LETTER, 4), ("2", Reason.AMBIGUOUS_LETTER, 4)],
        ),
        (
            "M-44-77-(10e-5a-1); M-44-77-(10c-5a-1)",
            "",
            [
                ("M-44-77-(10e-5a-1", Reason.AMBIGUOUS_LETTER, 2),
                ("M-44-77-(10c-5a-1", Reason.AMBIGUOUS_LETTER, 2),
            ],
        ),
        (f"{A}11), б-3", f"{A}11)", [("б-3", Reason.AMBIGUOUS_LETTER, 1)]),
        # numbers that may be several
        (f"{A}1 2)", "", [(f"{A}1 2", Reason.AMBIGUOUS_NUMBERS, 3)]),
        (f"{A}1\n2)", "", [(f"{A}1\n2", Reason.AMBIGUOUS_NUMBERS, 3)]),
        (f"{A}6-10-12)", "", [(f"{A}6-10-12", Reason.AMBIGUOUS_NUMBERS, 0)]),
        (f"{A}10-6)", "", [(f"{A}10-6", Reason.BACKWARD_RANGE, 1)]),
        ("M4477-(10е-5а-11)", "", [("M4477-(10е-5а-11", Reason.AMBIGUOUS_NUMBERS, 1)]),
        (f"{A}11), 12", f"{A}11)", [("12", Reason.STRAY_NUMBER, 1)]),
        (f"M-44-77-10е-5а-11, 12) {A}13)", f"{A}11,13)", [("12", Reason.AMBIGUOUS_NUMBERS, 1)]),
        (f"{A}6) - (10е-5а-10)", f"{A}6,10)", [("-", Reason.AMBIGUOUS_RANGE, 0)]),
        (f"{A}6), -10", f"{A}6)", [("-10", Reason.AMBIGUOUS_RANGE, 0)]),
        # text that is none, and what comes after it
        ("foo", "", [("foo", Reason.NOT_UNDERSTOOD, 0)]),
        (
            f"{A}11) foo (10е-5а-12)",
            f"{A}11)",
            [("foo", Reason.NOT_UNDERSTOOD, 0), ("10е-5а-12", Reason.AFTER_UNREAD, 1)],
        ),
        (
            "M-44-145-(10е-5а-11), (10е-5а-12)",
            "",
            [("M-44-145-(10е-5а-11", Reason.NO_SUCH_SHEET, 0), ("10е-5а-12", Reason.AFTER_UNREAD, 0)],
        ),
        # marks that may belong to several
        (f"{A}11,12) (частично)", f"{A}11,12)", [("(частично)", Reason.AMBIGUOUS_MARK, 2)]),
        (f"{A}11-13 (частично))", f"{A}11-13)", [("(частично)", Reason.AMBIGUOUS_MARK, 3)]),
        (f"неполные: {A}11,12)", f"{A}11,12)", [("неполные", Reason.AMBIGUOUS_MARK, 2)]),
        (f"{A}11)\nчастично\n{A}12)", f"{A}11,12)", [("частично", Reason.AMBIGUOUS_MARK, 2)]),
        ("частично", "", [("частично", Reason.AMBIGUOUS_MARK, 0)]),
        (
            f"{A}11), {A}11) (частично)",
            f"{A}11)",
            [(f"{A}11) (частично)", Reason.CONTRADICTING_MARK, 2)],
        ),
    ],
)
def test_problems(text: str, read_as: str, problems: list) -> None:
    reading = read(text)
    assert grouped(reading) == read_as
    assert [(found.text, found.reason, len(found.candidates)) for found in reading.problems] == problems
    assert all(text[found.start : found.end] == found.text for found in reading.problems)


def test_candidates_are_whole_codes() -> None:
    assert read("M-44-77-(10b-5а-11)").problems[0].candidates == ("M-44-77-(10б-5а-11)", "M-44-77-(10в-5а-11)")
    assert read(f"{A}1 2)").problems[0].candidates == (f"{A}1,2)", f"{A}1-2)", f"{A}12)")
    assert read("H-43-77-(10е-5а-11)").problems[0].candidates == ("N-43-77-(10е-5а-11)",)


@pytest.mark.parametrize(
    "text",
    [
        "M-44-7 7-(10е-5а-11)",
        "M-4 4-77-(10е-5а-11)",
        "M-44-77-(1 0е-5а-11)",
        "M-44-77-(10е-5а-1 1)",
        "M-44-7\n7-(10е-5а-1)",
    ],
)
def test_a_number_broken_in_two_is_never_read_as_its_half(text: str) -> None:
    reading = read(text)
    assert not reading.blocks and reading.problems


def test_doubles_are_told_and_kept_once() -> None:
    text = f"{A}11,12), {A}12)"
    reading = read(text)
    assert [found.text for found in reading.doubles] == [f"{A}12"] and len(reading.blocks) == 2
    assert reading.doubles[0].start == text.rindex("M")


def test_order_is_that_of_the_text() -> None:
    assert [SCHEME.place(found.block).number for found in read(f"{A}13,11,12)").blocks] == [13, 11, 12]


def test_forms() -> None:
    blocks = [found.block for found in read(f"{A}6-9,11,12); M-44-78-(10а-5а-1)").blocks]
    assert format_code(blocks[0], SCHEME, partial=True) == f"{A}6) (частично)"
    assert format_codes(blocks[:2], SCHEME, {blocks[1]}, "\n") == f"{A}6)\n{A}7) (частично)"
    assert format_grouped(blocks, SCHEME, {blocks[1]}) == f"{A}6,7 (частично),8,9,11,12); M-44-78-(10а-5а-1)"


def same(text: str, blocks: set, partial: set) -> bool:
    reading = read(text)
    return (
        {found.block for found in reading.blocks} == blocks
        and reading.partial == partial
        and not reading.problems
        and not reading.doubles
    )


@pytest.mark.parametrize("mark", PARTIAL_MARKS.values())
def test_the_mark_of_each_language_is_read_back(mark: str) -> None:
    blocks = read(f"{A}6-12); M-44-78-(10а-5а-1)").blocks
    partial = {blocks[1].block, blocks[-1].block}
    written = format_grouped((found.block for found in blocks), SCHEME, partial, mark=mark)
    assert written.count(mark) == 2
    reading = read(written)
    assert reading.partial == partial and not reading.problems
    assert [found.block for found in reading.blocks] == [found.block for found in blocks]


@given(block_sets, st.data())
def test_what_is_written_is_read_back(blocks: set, data: st.DataObject) -> None:
    partial = data.draw(st.sets(st.sampled_from(sorted(blocks)))) if blocks else set()
    for written in (format_codes, format_grouped):
        for separator in ("; ", "\n", ";\n"):
            assert same(written(blocks, SCHEME, partial, separator), blocks, partial)


_TWINS = {"M": "Мм", "K": "Кк", "L": "Лл", "N": "Нн", "а": "aAА", "е": "eEЕ", "-": "–—−‑", " ": "\u00a0\t"}


@given(st.sets(blocks_near, min_size=1, max_size=20), st.data())
def test_decorated_text_is_read_back(blocks: set, data: st.DataObject) -> None:
    partial = data.draw(st.sets(st.sampled_from(sorted(blocks))))
    written = data.draw(st.sampled_from((format_codes, format_grouped)))(blocks, SCHEME, partial)
    decorated = []
    marked = False
    for char in written:
        marked = (marked or char == "ч") and char != "о"
        twins = _TWINS.get(char, "") if not marked else ""
        decorated.append(data.draw(st.sampled_from(char + twins)))
        if char in "-(," and not marked:
            decorated.append(data.draw(st.sampled_from(["", " ", "\n", "\u200b", "\u00a0", "\u00ad"])))
    text = "".join(decorated).replace("(\u00ad", "(").replace(",\u00ad", ",")
    assert same(text, blocks, partial), text


@given(st.sets(blocks_near, min_size=1, max_size=10))
def test_missing_brackets_are_read_back(blocks: set) -> None:
    text = format_codes(blocks, SCHEME).replace("(", "").replace(")", "")
    assert same(text, blocks, set())


alphabet = st.sampled_from(
    list("MМKНн-–(),;. \n\t0123456789абвгдежaebc") + ["10е-5а-", "M-44-77-", "(частично)", "и", "блок", "x%"]
)


def covered(text: str, reading: Reading) -> bool:
    """True when every character is in a block, a problem or a passed span, or is a separator."""
    spans = [(found.start, found.end) for found in (*reading.blocks, *reading.doubles, *reading.problems)]
    told = {at for start, end in [*spans, *reading.passed] for at in range(start, end)}
    return all(at in told or is_separator(char) for at, char in enumerate(text))


def is_separator(char: str) -> bool:
    """Also in its wide form (U+FF01 to U+FF5E)."""
    plain = chr(ord(char) - 0xFEE0) if "\uff01" <= char <= "\uff5e" else char
    return plain in SEPARATORS or plain.isspace()


@settings(max_examples=500)
@given(st.one_of(st.lists(alphabet, max_size=40).map("".join), st.text(max_size=40)))
def test_nothing_is_lost(text: str) -> None:
    reading = read(text)
    assert covered(text, reading)
    for found in (*reading.blocks, *reading.doubles, *reading.problems):
        assert text[found.start : found.end] == found.text and found.text
    assert len({found.block for found in reading.blocks}) == len(reading.blocks)


@settings(max_examples=400)
@given(st.sets(blocks_near, min_size=1, max_size=8), st.data())
def test_a_slip_never_makes_another_block(blocks: set, data: st.DataObject) -> None:
    """A letter or sign that belongs to no code, or a letter left out, may cost blocks but never yields another."""
    text = data.draw(st.sampled_from((format_codes, format_grouped)))(blocks, SCHEME)
    if data.draw(st.booleans()):
        text = text.replace("(", "").replace(")", "")
    at = data.draw(st.integers(0, len(text) - 1))
    slip = data.draw(st.sampled_from(["", *"щ%@ъ?жkMЖ№"]))
    slipped = text[:at] + slip + text[at + (not slip and text[at].isalpha()) :]
    assert {found.block for found in read(slipped).blocks} <= blocks, slipped
