"""MCI of several years: columns as spreadsheets and tables of the law write them, and an assumed growth."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kaznedra_qgis.subsoil.mci_column import UnreadableLine, grown, read_column


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4700\n4950\n5200", {2027: 4700, 2028: 4950, 2029: 5200}),
        ("4 700\r\n4\u00a0950\r\n5\u202f200\r\n", {2027: 4700, 2028: 4950, 2029: 5200}),
        ("4,700\n4.950", {2027: 4700, 2028: 4950}),
        ("4,700.50\n4 950,25\n1.234.567", {2027: "4700.50", 2028: "4950.25", 2029: 1234567}),
        ("4700,5", {2027: "4700.5"}),
        ("4'700", {2027: 4700}),
        ("МРП\n4700", {2027: 4700}),
        ("4700\n\n5200\n\n", {2027: 4700, 2029: 5200}),
        ("2028\t4 950\n2030\t5,400", {2028: 4950, 2030: 5400}),
        ("Year\tMCI\n2028; 4950 ₸", {2028: 4950}),
        ("2028 4950 тг.\n2029: 5 200 тенге", {2028: 4950, 2029: 5200}),
        ("2027", {2027: 2027}),
        ("", {}),
    ],
)
def test_a_column_is_read_as_people_write_it(text: str, values: dict) -> None:
    assert read_column(text, 2027) == {year: Decimal(value) for year, value in values.items()}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("4700\nsoon", 2),
        ("MCI\n4700\n-5", 3),
        ("soon", 1),
        ("0", 1),
        ("4700\n2028\t4950", 2),
        ("47,00,5", 1),
        ("4700\t4950", 1),
        ("=1+1", 1),
        ("12 34", 1),
    ],
)
def test_a_line_that_is_none_is_named_and_nothing_is_guessed(text: str, line: int) -> None:
    with pytest.raises(UnreadableLine) as refused:
        read_column(text, 2027)
    assert refused.value.line == line


@given(some.lists(some.decimals(1, 9_999_999, places=2), min_size=1, max_size=11), some.sampled_from(" ,\u00a0\u202f"))
def test_what_is_written_with_thousands_apart_reads_back(values: list, mark: str) -> None:
    text = "\n".join(f"{value:,.2f}".replace(",", mark) for value in values)
    assert list(read_column(text, 2030).values()) == values


def test_growth_goes_on_from_the_last_known_and_leaves_what_is_known() -> None:
    known = {2025: None, 2026: Decimal(4325), 2027: None, 2028: None, 2029: Decimal(6000), 2030: None}
    assert grown(known, Decimal(5)) == {2027: 4541, 2028: 4768, 2030: 6300}
    assert grown({2027: None}, Decimal(5)) == {}
    assert grown({2026: Decimal(4325), 2027: None}, Decimal("-1.5")) == {2027: 4260}


@given(some.decimals(-50, 100, places=1), some.integers(1, 10))
def test_growth_is_in_whole_tenge_and_in_its_direction(percent: Decimal, years: int) -> None:
    told = grown({2026: Decimal(4325), **dict.fromkeys(range(2027, 2027 + years))}, percent)
    values = [Decimal(4325), *told.values()]
    assert len(told) == years and all(value == value.to_integral_value() for value in values)
    assert values == sorted(values, reverse=percent < 0)
