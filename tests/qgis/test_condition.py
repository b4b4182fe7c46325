"""What the state of a theme is called, and why."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Any, Optional

import pytest

from kaznedra_qgis import i18n
from kaznedra_qgis.gui.condition import Condition, standing, worst
from kaznedra_qgis.workspace.snapshots import State

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=timezone.utc)


@dataclass(frozen=True)
class Pull:
    """The part of a snapshot that matters here."""

    state: State = State.COMPLETE
    finished: str = "2026-11-22T10:00:00Z"
    distinct: int = 160
    expected: Optional[int] = 160
    message: Optional[dict[str, Any]] = None
    without_geometry: int = 0
    invalid_geometry: int = 0
    value_issues: int = 0
    notices: tuple[dict[str, Any], ...] = ()
    codes_agree: Optional[int] = None
    codes_disagree: Optional[int] = None
    codes_unknown: Optional[int] = None


@dataclass(frozen=True)
class Theme:
    last: Optional[Pull]
    good: Optional[Pull]
    count: int
    theme: str = "licences"


GOOD = Pull()
OLD = Pull(finished="2026-11-10T10:00:00Z")
PART = Pull(State.PARTIAL, distinct=146, message={"code": "count_differs", "facts": {}})
BAD = Pull(State.FAILED, message={"code": "timed_out", "facts": {"theme": "deposits"}})
ABSENT = Pull(State.FAILED, message={"code": "theme_missing", "facts": {}})


@pytest.fixture(autouse=True)
def english(qgis_app):
    i18n.remove()


@pytest.mark.parametrize(
    ("theme", "fresh", "condition", "word"),
    [
        (None, 7, Condition.NEVER, "never pulled"),
        (Theme(None, None, 0), 7, Condition.NEVER, "never pulled"),
        (Theme(GOOD, GOOD, 160), 7, Condition.COMPLETE, "complete"),
        (Theme(OLD, OLD, 160), 7, Condition.STALE, "stale"),
        (Theme(OLD, OLD, 160), None, Condition.COMPLETE, "complete"),
        (Theme(OLD, OLD, 160), 13, Condition.COMPLETE, "complete"),
        (Theme(PART, OLD, 150), 7, Condition.PARTIAL, "partial 146/160"),
        (Theme(PART, None, 146), 7, Condition.PARTIAL, "partial 146/160"),
        (Theme(replace(PART, expected=None), None, 146), 7, Condition.PARTIAL, "partial"),
        (Theme(BAD, OLD, 160), 7, Condition.FAILED, "failed"),
        (Theme(BAD, None, 0), 7, Condition.FAILED, "failed"),
        (Theme(ABSENT, None, 0), 7, Condition.NOT_OFFERED, "not offered"),
    ],
)
def test_conditions(theme, fresh, condition, word):
    shown = standing(theme, fresh, NOW)
    assert (shown.condition, shown.word) == (condition, word)
    assert shown.tip


def test_a_failed_pull_tells_what_the_map_still_shows_and_what_to_do():
    tip = standing(Theme(BAD, OLD, 160), 7, NOW).tip
    assert "did not answer in time" in tip
    assert "complete pull of 10 Nov 2026" in tip
    assert "Features: 160" in tip
    assert "Try again later" in tip


def test_a_theme_without_data_says_so():
    assert "no data of this" in standing(Theme(BAD, None, 0), 7, NOW).tip
    assert standing(Theme(BAD, None, 0), 7, NOW).count is None


def test_the_worst_is_told_of_all_and_what_is_not_offered_does_not_count():
    complete, absent = standing(Theme(GOOD, GOOD, 1), 7, NOW), standing(Theme(ABSENT, None, 0), 7, NOW)
    failed, never = standing(Theme(BAD, GOOD, 1), 7, NOW), standing(None, 7, NOW)
    assert worst([complete, absent, never]) is Condition.COMPLETE
    assert worst([complete, failed]) is Condition.FAILED
    assert worst([never, absent]) is Condition.NEVER


def test_odd_features_are_counted_in_the_tip():
    odd = replace(GOOD, without_geometry=3, invalid_geometry=2)
    assert "Without geometry: 3; geometry invalid: 2" in standing(Theme(odd, odd, 160), 7, NOW).tip
    assert "Without geometry" not in standing(Theme(GOOD, GOOD, 160), 7, NOW).tip


def test_codes_that_disagree_with_the_geometry_are_counted_in_the_tip():
    compared = replace(GOOD, codes_agree=1290, codes_disagree=3, codes_unknown=607)
    tip = standing(Theme(compared, compared, 1900), 7, NOW).tip
    assert "Codes and geometry disagree: 3; agree: 1\u202f290; cannot be told: 607." in tip
    assert "not compared" in standing(Theme(GOOD, GOOD, 160), 7, NOW).tip
    assert "odes" not in standing(Theme(GOOD, GOOD, 160, "deposits"), 7, NOW).tip
    assert "odes" not in standing(Theme(BAD, None, 0), 7, NOW).tip


def test_what_a_pull_noted_is_said():
    noted = Pull(notices=({"code": "attribute_new", "facts": {"attributes": "remark"}},))
    tip = standing(Theme(noted, noted, 160), None).tip
    assert "The source gives an attribute that it did not give before (remark)." in tip


@pytest.mark.parametrize("code", ["total_collapsed", "ids_changed", "attribute_lost", "attribute_type"])
def test_what_the_source_changed_may_be_accepted(code):
    failed = Pull(State.FAILED, message={"code": code, "facts": {"before": 160, "now": 0}})
    shown = standing(Theme(failed, OLD, 160), None)
    assert shown.condition is Condition.FAILED and shown.may_be_accepted
    assert "before: 160; now: 0" in shown.tip or code != "total_collapsed"


def test_exchanged_axes_and_faults_of_the_line_may_not_be_accepted():
    for failed in (BAD, Pull(State.FAILED, message={"code": "axes_swapped", "facts": {}})):
        assert not standing(Theme(failed, OLD, 160), None).may_be_accepted
    assert not standing(Theme(GOOD, GOOD, 160), None).may_be_accepted


def test_a_last_good_state_is_shown_with_its_age():
    finished = datetime.now(timezone.utc) - timedelta(days=3)
    old = Pull(finished=finished.isoformat())
    assert "(3 days). Features: 160." in standing(Theme(BAD, old, 160), None).tip
