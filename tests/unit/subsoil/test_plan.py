"""The plan of works: its cost against minimum expenditure, in three answers."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaznedra_qgis.subsoil.costs import costs
from kaznedra_qgis.subsoil.findings import State
from kaznedra_qgis.subsoil.plan import Work, beyond, check_plan, from_json, to_json, total, units, work_types
from kaznedra_qgis.subsoil.rulepack import newest_rule_pack

ONE_BLOCK = costs(1, date(2026, 1, 1), 2, newest_rule_pack())
MINIMUM = 1200 * 4325


def work(year: int, cost, kind: str = "drilling_core") -> Work:
    return Work(year, kind, Decimal(100), "m", None if cost is None else Decimal(cost))


@pytest.mark.parametrize(
    ("works", "state", "short"),
    [
        ([work(1, MINIMUM)], State.CLEAR, 0),
        ([work(1, MINIMUM - 5), work(1, 5, "assays")], State.CLEAR, 0),
        ([work(1, MINIMUM - 1)], State.CONFLICT, 1),
        ([work(1, MINIMUM - 1), work(2, 10)], State.CONFLICT, 1),
        ([work(1, MINIMUM - 1), work(1, None)], State.UNKNOWN, 1),
        ([work(1, MINIMUM), work(1, None)], State.CLEAR, 0),
        ([], State.CONFLICT, MINIMUM),
    ],
)
def test_a_year_whose_mci_is_known(works, state: State, short: int) -> None:
    first = check_plan(works, ONE_BLOCK)[0]
    assert (first.state, first.short, first.minimum) == (state, short, MINIMUM)


def test_a_year_whose_mci_is_not_known_is_never_clear() -> None:
    second = check_plan([work(2, 10**12)], ONE_BLOCK)[1]
    assert (second.state, second.minimum, second.short, second.cost) == (State.UNKNOWN, None, None, 10**12)


def test_works_beyond_the_licence_are_named() -> None:
    late = work(3, 5)
    assert beyond([work(1, 1), late, work(2, 1)], 2) == (late,)


def test_every_type_has_a_unit_and_words_in_three_languages() -> None:
    assert {kind.unit for kind in work_types().values()} <= units().keys()
    for title in (*(kind.title for kind in work_types().values()), *units().values()):
        assert set(title) == {"en", "ru", "kk"} and all(text.strip() for text in title.values())
    assert "other" in work_types() and "unit" in units()


amounts = st.one_of(st.none(), st.decimals(0, 10**12, places=2))


@given(
    st.lists(st.builds(Work, st.integers(1, 11), st.sampled_from(list(work_types())), amounts, st.just("m"), amounts))
)
def test_json_and_back_loses_nothing(works) -> None:
    assert from_json(json.loads(json.dumps(to_json(works)))) == tuple(works)
    assert total(works) == sum(
        check.cost for check in check_plan(works, costs(1, date(2026, 1, 1), 11, newest_rule_pack()))
    )


@pytest.mark.parametrize(
    "told",
    [
        [{}],
        [3],
        {"a": 1},
        [{"year": "x", "kind": "a"}],
        *([{"year": 1, "kind": "a", "cost": cost}] for cost in ("-1", "NaN", "much")),
    ],
)
def test_what_is_no_plan_is_refused(told) -> None:
    with pytest.raises(ValueError):
        from_json(told)


def test_no_plan_is_no_works() -> None:
    assert from_json(None) == ()
