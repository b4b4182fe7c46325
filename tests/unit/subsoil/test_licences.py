"""The licences that an application leads to, and their costs: a sum of single licences, each within reach."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.subsoil.application_check import check
from kaznedra_qgis.subsoil.costs import costs
from kaznedra_qgis.subsoil.licences import (
    PlannedLicences,
    RestsOn,
    application_costs,
    as_chosen,
    from_json,
)
from kaznedra_qgis.subsoil.rulepack import newest_rule_pack
from kaznedra_qgis.subsoil.surroundings import CoverageState
from tests.unit.subsoil.ground import around, at, box, licence

PACK = newest_rule_pack()
NEW_YEAR = date(2026, 1, 1)
ONE_SHAPE = {"rule_pack", "bonus_mci", "security_mci", "years", "totals", "cliffs"}
COUNTS = some.lists(some.integers(1, 70), min_size=1, max_size=6).filter(lambda counts: sum(counts) <= 200)


def of(*counts: int) -> PlannedLicences:
    return PlannedLicences(counts, RestsOn.OUTCOME, sum(counts))


def found(*counts: int, years: int = 6, **mci: Decimal):
    return application_costs(of(*counts), NEW_YEAR, years, PACK, {int(year[1:]): value for year, value in mci.items()})


def row(lon: int, count: int, lat: int = 0) -> list:
    return [at(lon + place, lat) for place in range(count)]


@pytest.mark.parametrize(
    ("counts", "expenditure", "bonus", "security"),
    [
        ((3,), 12_300, 100, 2_160),
        ((1, 1, 1), 3 * 7_200, 300, 2_160),
        ((5, 3), 2 * 12_300, 200, 5_760),
        ((8,), 17_400, 100, 5_760),
        ((11, 2), 18_300 + 12_300, 200, 13 * 720),
    ],
)
def test_every_licence_owes_its_own(counts, expenditure: int, bonus: int, security: int) -> None:
    told = found(*counts)
    assert (told.expenditure_mci, told.bonus_mci, told.security_mci) == (expenditure, bonus, security)
    assert [licence.blocks for licence in told.licences] == list(counts) and told.blocks == sum(counts)


def test_each_gives_blocks_up_by_its_own_count() -> None:
    told = found(10, 9, years=7)
    assert [year.blocks for year in told.years] == [19] * 6 + [6 + 9]
    assert told.security_mci == 19 * 720 + (6 + 9) * 1_170
    assert {"relinquishment", "licences"} <= {entry.of for entry in told.basis}
    assert "licences" not in {entry.of for entry in found(19).basis}


def test_one_connected_plot_instead() -> None:
    plot = found(5, 3).one_plot
    assert (plot.blocks, plot.expenditure_mci, plot.rent_mci, plot.bonus_mci) == (8, 17_400 - 24_600, 0, -100)
    assert found(69, 69).one_plot.rent_mci > 0, "the rent of a block rises with the count: one plot may cost more"
    assert found(8).one_plot is None


def test_cliffs_are_those_of_each_licence_alone() -> None:
    told = found(5, 5, 3)
    assert [(cliff.blocks, cliff.to, cliff.expenditure_mci) for cliff in told.cliffs] == [
        (5, 4, 0),
        (5, 6, 5_100),
        (3, 2, 0),
        (3, 4, 0),
    ]
    assert [(cliff.blocks, cliff.to) for cliff in told.further_cliffs] == [(3, 6)]


def test_of_several_plots_none_can_shrink_to_a_block_that_drops_out() -> None:
    assert [(cliff.blocks, cliff.to) for cliff in found(2, 2).cliffs] == [(2, 3)]
    assert [cliff.to for cliff in found(2).cliffs] == [1, 3]


def test_all_plots_together_have_the_limit_of_an_application() -> None:
    assert [cliff.to for cliff in found(150, 50).cliffs] == [149, 49]
    with pytest.raises(KaznedraError) as refused:
        found(150, 51)
    assert refused.value.code is Code.BLOCK_COUNT
    with pytest.raises(KaznedraError):
        found()


@given(COUNTS, some.integers(1, 11), some.dates(date(2018, 1, 1), date(2030, 1, 1)), some.booleans())
def test_the_sum_is_that_of_the_single_licences(counts, years: int, start: date, is_known: bool) -> None:
    mci = dict.fromkeys(range(2018, 2045), Decimal("4325.5")) if is_known else {}
    told = application_costs(of(*counts), start, years, PACK, mci)
    single = [costs(count, start, years, PACK, mci) for count in counts]
    assert list(told.licences) == single and told.unknown == single[0].unknown
    assert told.bonus_mci == sum(each.bonus_mci for each in single)
    assert told.security_mci == sum(each.security_mci for each in single)
    for place, year in enumerate(told.years):
        parts = [each.years[place] for each in single]
        assert year.expenditure_mci == sum(part.expenditure_mci for part in parts)
        assert year.rent_mci == sum(part.rent_mci for part in parts) and year.begins == parts[0].begins
        for name in ("expenditure_kzt", "rent_kzt"):
            tenge = [getattr(part, name) for part in parts]
            assert getattr(year, name) == (None if None in tenge else sum(tenge))


@given(some.integers(1, 200), some.integers(1, 11))
def test_one_licence_is_what_it_was(blocks: int, years: int) -> None:
    told, single = found(blocks, years=years), costs(blocks, NEW_YEAR, years, PACK)
    assert told.years == single.years and told.security == single.security and told.basis == single.basis
    assert (told.cliffs, told.further_cliffs) == (single.cliffs, single.further_cliffs)
    report = told.report()
    assert {name: report[name] for name in ONE_SHAPE} == single.report()
    assert report["licences"] == [{"blocks": blocks, **single.report()}] and report["one_plot"] is None


@given(COUNTS)
def test_several_licences_never_ask_for_less_expenditure_than_one_of_as_many_blocks(counts) -> None:
    assert found(*counts).expenditure_mci >= found(sum(counts)).expenditure_mci


@given(COUNTS, some.integers(0, 5))
def test_a_block_more_in_a_plot_never_costs_less_in_the_first_term(counts, place: int) -> None:
    more = list(counts)
    more[place % len(more)] += 1
    if sum(more) <= 200:
        one, other = found(*counts), found(*more)
        assert other.expenditure_mci >= one.expenditure_mci and other.rent_mci >= one.rent_mci


@given(COUNTS, some.integers(1, 11))
def test_a_cliff_is_the_difference_to_the_sum_with_that_licence_changed(counts, years: int) -> None:
    here = found(*counts, years=years)
    for cliff in (*here.cliffs, *here.further_cliffs):
        changed = list(counts)
        changed[changed.index(cliff.blocks)] = cliff.to
        there = found(*changed, years=years)
        assert cliff.expenditure_mci == there.expenditure_mci - here.expenditure_mci
        assert cliff.rent_mci == there.rent_mci - here.rent_mci
        assert cliff.security_mci == there.security_mci - here.security_mci


# which licences


@pytest.mark.parametrize(
    ("blocks", "counts", "rests_on", "left_out"),
    [
        ([], (), RestsOn.CHOSEN, 0),
        (row(0, 1), (1,), RestsOn.CHOSEN, 0),
        (row(0, 3) + row(5, 5), (5, 3), RestsOn.CHOSEN, 0),
        (row(0, 3) + row(5, 1), (3,), RestsOn.CHOSEN, 1),
        (row(0, 1) + row(5, 1), (1, 1), RestsOn.NONE_GRANTED, 0),
        ([at(0, 0), at(1, 1)], (1, 1), RestsOn.NONE_GRANTED, 0),
    ],
)
def test_the_plots_as_chosen(blocks, counts, rests_on: RestsOn, left_out: int) -> None:
    assert as_chosen(blocks) == PlannedLicences(counts, rests_on, len(blocks), left_out)


def planned_of(blocks, *areas, **states):
    return check(blocks, around(*areas, states=states)).licences


def test_a_right_across_the_blocks_makes_two_licences_of_one_plot() -> None:
    told = planned_of(row(0, 8), licence(box(3, -1, 4, 2)))
    assert told == PlannedLicences((4, 3), RestsOn.OUTCOME, 8, 1)


def test_a_block_of_two_pieces_counts_in_both_licences_and_once_in_one_plot() -> None:
    told = planned_of(row(0, 5), licence(box(2.4, -1, 2.6, 2), "production"))
    assert told == PlannedLicences((3, 3), RestsOn.OUTCOME, 5)
    costs_of_both = application_costs(told, NEW_YEAR, 6, PACK)
    assert costs_of_both.blocks == 6 and costs_of_both.one_plot.blocks == 5


def test_what_is_unknown_of_the_ground_leaves_the_plots_as_chosen() -> None:
    told = planned_of(row(0, 8) + row(10, 1), restricted_areas=CoverageState.STALE)
    assert told == PlannedLicences((8,), RestsOn.CHOSEN, 9, 1)


def test_what_is_known_to_be_refused_is_in_no_licence_though_all_else_is_unknown() -> None:
    told = planned_of(row(0, 8), licence(box(3, -1, 4, 2)), restricted_areas=CoverageState.STALE)
    assert told == PlannedLicences((4, 3), RestsOn.UNCERTAIN, 8, 1)


@given(some.sets(some.tuples(some.integers(0, 7), some.integers(0, 4)), min_size=1), some.booleans())
def test_blocks_that_nothing_is_in_the_way_of_fall_into_the_plots_that_they_were_chosen_in(places, is_known) -> None:
    blocks = [at(*place) for place in sorted(places)]
    told = planned_of(blocks, **({} if is_known else {"restricted_areas": CoverageState.STALE}))
    assert (told.blocks, told.left_out) == (as_chosen(blocks).blocks, as_chosen(blocks).left_out)


def test_where_nothing_is_granted_the_plots_are_those_chosen() -> None:
    told = planned_of(row(0, 2), licence(box(-1, -1, 4, 2)))
    assert told == PlannedLicences((2,), RestsOn.NONE_GRANTED, 2)


def test_the_report_of_a_check_has_each_licence_in_the_shape_of_one() -> None:
    told = json.loads(json.dumps(check(row(0, 8), around(licence(box(3, -1, 4, 2)))).report()))["costs"]
    assert set(told) == ONE_SHAPE | {"licences", "rests_on", "one_plot"}
    assert [part["blocks"] for part in told["licences"]] == [4, 3] and told["rests_on"] == "outcome"
    for part in told["licences"]:
        assert set(part) == ONE_SHAPE | {"blocks"}
    for name in ("expenditure_mci", "rent_mci"):
        assert told["totals"][name] == sum(part["totals"][name] for part in told["licences"])
    assert told["bonus_mci"] == 200 and told["one_plot"]["bonus_mci"] == -100


def test_planned_licences_are_kept_as_json() -> None:
    told = of(5, 3)
    assert from_json(json.loads(json.dumps(told.to_json()))) == told
    for wrong in (None, {}, {"blocks": [0], "rests_on": "outcome", "applied_for": 1}, {"blocks": ["x"]}):
        with pytest.raises(ValueError):
            from_json(wrong)
