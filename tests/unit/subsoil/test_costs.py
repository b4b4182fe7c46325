"""What a licence costs: the worked figures of the law, tenge where the MCI is known, cliffs as true differences."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.subsoil.costs import costs, most_blocks, most_years
from kaznedra_qgis.subsoil.costs import month as months_on
from kaznedra_qgis.subsoil.rulepack import newest_rule_pack
from kaznedra_qgis.subsoil.steps import Span

PACK = newest_rule_pack()
NEW_YEAR = date(2026, 1, 1)
ANY_DAY = st.dates(date(2018, 1, 1), date(2040, 12, 31))
ANY_BLOCKS = st.integers(1, 200)
FIRST_TERM = st.integers(1, 6)


def found(blocks: int, years: int = 6, start: date = NEW_YEAR, **mci: Decimal):
    return costs(blocks, start, years, PACK, {int(year[1:]): value for year, value in mci.items()})


@pytest.mark.parametrize(
    ("blocks", "years", "mci"),
    [
        (1, 6, 7_200),
        (2, 6, 12_300),
        (5, 6, 12_300),
        (6, 6, 17_400),
        (10, 6, 17_400),
        (11, 6, 18_300),
        (200, 1, 25_100),
        (1, 11, 7_200 + 11_700),
        (5, 11, 12_300 + 2 * 3_500 + 2 * 5_800 + 8_000),
    ],
)
def test_minimum_expenditure(blocks: int, years: int, mci: int) -> None:
    assert found(blocks, years).expenditure_mci == mci


@pytest.mark.parametrize(
    ("blocks", "start", "rents"),
    [
        (1, NEW_YEAR, [15, 15, 15, 23, 23, 32, 32, 60, 60, 60, 60]),
        (69, NEW_YEAR, [69 * 15] * 3 + [69 * 50] * 2 + [69 * 60]),
        (70, NEW_YEAR, [70 * 30] * 3 + [70 * 50] * 2 + [70 * 60]),
        (120, NEW_YEAR, [120 * 40] * 3 + [120 * 60] * 2 + [120 * 80]),
        (120, date(2025, 12, 31), [120 * 15] * 3 + [120 * 23] * 2 + [120 * 32]),
    ],
)
def test_land_rent_by_the_months_of_the_licence_and_the_law_at_its_grant(blocks, start, rents) -> None:
    assert [year.rent_mci for year in found(blocks, len(rents), start).years] == rents


@pytest.mark.parametrize(
    ("blocks", "years", "mci"),
    [(1, 6, 720), (8, 6, 5_760), (8, 1, 5_760), (1, 7, 720 + 1_170), (10, 11, 7_200 + 7_020)],
)
def test_bonus_and_security(blocks: int, years: int, mci: int) -> None:
    told = found(blocks, years)
    assert (told.bonus_mci, told.security_mci) == (100, mci)


def test_five_to_six_blocks_adds_5100_mci() -> None:
    fewer, more = found(5).cliffs
    assert (fewer.to, fewer.expenditure_mci, fewer.steps) == (4, 0, ())
    assert (more.to, more.expenditure_mci, more.rent_mci, more.security_mci) == (6, 5_100, 123, 720)
    assert [(step.table, step.time) for step in more.steps] == [
        ("minimum_expenditure", Span(1, 3)),
        ("minimum_expenditure", Span(4, 6)),
    ]
    assert all(step.into == Span(6, 10) for step in more.steps)


def test_a_step_of_the_rent_is_a_cliff_of_all_blocks() -> None:
    more = found(69).cliffs[1]
    assert more.rent_mci == 3 * (70 * 30 - 69 * 15) + 2 * 50 + 60
    assert ("land_rent", Span(1, 36)) in [(step.table, step.time) for step in more.steps]


def test_an_extension_gives_up_two_fifths_of_ten_blocks_and_more() -> None:
    assert [year.blocks for year in found(9, 11).years] == [9] * 11
    assert [year.blocks for year in found(10, 11).years] == [10] * 6 + [6] * 5
    assert [year.blocks for year in found(11, 7).years][5:] == [11, 6], "at least 40 %: 5 of 11"
    assert found(11, 7).years[6].expenditure_mci == 5_800
    assert found(9, 11).cliffs[1].steps[-1].table == "relinquishment"
    assert {entry.of for entry in found(10, 7).basis} - {entry.of for entry in found(10, 6).basis} == {"relinquishment"}


@pytest.mark.parametrize(
    ("blocks", "years", "further"),
    [(1, 6, []), (3, 6, [1, 6]), (5, 6, [1]), (8, 6, [5, 11]), (6, 6, [11]), (100, 6, [120]), (9, 11, [5])],
)
def test_the_nearest_steps_further_away(blocks: int, years: int, further: list) -> None:
    assert [cliff.to for cliff in found(blocks, years).further_cliffs] == further


@given(ANY_BLOCKS, st.integers(1, 11))
def test_between_here_and_the_nearest_steps_there_is_none(blocks: int, years: int) -> None:
    here = found(blocks, years)
    for cliff in here.further_cliffs:
        assert cliff.steps
        for to in range(min(blocks, cliff.to) + 1, max(blocks, cliff.to)):
            assert not here.cliff(to).steps


def test_at_the_ends_there_is_one_neighbour() -> None:
    assert [cliff.to for cliff in found(1).cliffs] == [2]
    assert [cliff.to for cliff in found(200).cliffs] == [199]


def test_tenge_by_the_mci_of_the_calendar_year() -> None:
    told = found(1, 2, start=date(2025, 11, 15))
    first, second = told.years
    assert first.expenditure_kzt == 1200 * 3932 and second.expenditure_kzt == 1200 * 4325
    # months of the licence begin on 15 November and 15 December 2025, then ten in 2026
    assert first.rent_kzt == Decimal(15) / 12 * (2 * 3932 + 10 * 4325)
    assert second.rent_kzt is None and told.unknown == (2027,)
    assert told.tenge(told.bonus_mci) == 393_200


def test_an_unknown_mci_is_null_until_the_user_gives_one() -> None:
    report = found(5).report()
    assert report["years"][0] == {
        "year": 1,
        "expenditure_mci": 1800,
        "rent_mci": 75,
        "expenditure_kzt": 1800 * 4325,
        "rent_kzt": 75 * 4325,
    }
    assert [year["expenditure_kzt"] for year in report["years"][1:]] == [None] * 5
    assert set(report) == {"rule_pack", "bonus_mci", "security_mci", "years", "totals", "cliffs"}
    assert report["rule_pack"] == "kz-2026" and report["totals"] == {"expenditure_mci": 12_300, "rent_mci": 615}
    own = found(5, 2, y2027=Decimal("4700.5"), y2026=Decimal(4400))
    assert own.years[1].expenditure_kzt == 1800 * Decimal("4700.5") and own.unknown == ()
    assert own.years[0].expenditure_kzt == 1800 * 4400, "the user's own comes before the pack's"
    assert [index.is_own for index in own.mci] == [True, True]


@pytest.mark.parametrize(
    ("blocks", "years", "code", "limit"),
    [
        (0, 6, Code.BLOCK_COUNT, 200),
        (201, 6, Code.BLOCK_COUNT, 200),
        (5, 0, Code.LICENCE_YEARS, 11),
        (5, 12, Code.LICENCE_YEARS, 11),
    ],
)
def test_what_the_law_does_not_allow_is_refused(blocks: int, years: int, code: Code, limit: int) -> None:
    with pytest.raises(KaznedraError) as raised:
        found(blocks, years)
    assert raised.value.code is code and raised.value.facts["limit"] == limit
    assert (most_blocks(PACK), most_years(PACK)) == (200, 11)


@given(ANY_BLOCKS.filter(lambda blocks: blocks < 200), FIRST_TERM, ANY_DAY)
def test_more_blocks_never_cost_less_in_the_first_term(blocks: int, years: int, start: date) -> None:
    one, more = costs(blocks, start, years, PACK), costs(blocks + 1, start, years, PACK)
    assert more.expenditure_mci >= one.expenditure_mci
    assert more.rent_mci > one.rent_mci and more.security_mci > one.security_mci


@given(ANY_BLOCKS, st.integers(1, 10), ANY_DAY)
def test_another_year_adds_to_the_sum_and_changes_no_other(blocks: int, years: int, start: date) -> None:
    one, longer = costs(blocks, start, years, PACK), costs(blocks, start, years + 1, PACK)
    assert longer.years[:years] == one.years
    assert longer.expenditure_mci - one.expenditure_mci == longer.years[-1].expenditure_mci > 0


@given(ANY_BLOCKS, st.integers(1, 11), ANY_DAY)
def test_cliffs_are_true_differences_and_there_and_back_is_nothing(blocks: int, years: int, start: date) -> None:
    here = costs(blocks, start, years, PACK)
    for cliff in here.cliffs:
        there = costs(cliff.to, start, years, PACK)
        assert here.expenditure_mci + cliff.expenditure_mci == there.expenditure_mci
        assert here.rent_mci + cliff.rent_mci == there.rent_mci
        assert here.security_mci + cliff.security_mci == there.security_mci
        back = there.cliff(blocks)
        assert back.total_mci == -cliff.total_mci and len(back.steps) == len(cliff.steps)


@given(ANY_BLOCKS, st.integers(1, 11), ANY_DAY, st.decimals(1, 10_000, places=2))
def test_one_mci_for_all_years_makes_tenge_the_product(blocks: int, years: int, start: date, mci: Decimal) -> None:
    told = costs(blocks, start, years, PACK, dict.fromkeys(range(2018, 2060), mci))
    for year in told.years:
        assert year.expenditure_kzt == year.expenditure_mci * mci
        assert abs(year.rent_kzt - year.rent_mci * mci) < Decimal("0.01")


@given(ANY_DAY, st.integers(0, 200))
def test_a_licence_grows_older_month_by_month(start: date, count: int) -> None:
    day, later = months_on(start, count), months_on(start, count + 1)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == 1
    assert day.day == min(start.day, monthrange(day.year, day.month)[1])
