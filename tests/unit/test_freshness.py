"""When data counts as stale."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaznedra_qgis.freshness import age_in_days, is_stale

DAY = date(2026, 11, 23)
ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
MOMENTS = st.datetimes(datetime(2018, 6, 29), datetime(2030, 1, 1), timezones=ZONES)


@pytest.mark.parametrize(
    ("pulled", "days", "stale"),
    [
        ("2026-11-16T00:00:01+00:00", 7, False),
        ("2026-11-15T23:59:59+00:00", 7, True),
        ("2026-11-16T03:00:00+05:00", 7, True),
        ("2026-11-22T12:00:00+00:00", 1.5, False),
        ("2026-11-21T12:00:00+00:00", 1.5, True),
        ("2018-06-29T00:00:00+00:00", 0, False),
        ("2018-06-29T00:00:00+00:00", None, False),
        ("2026-11-24T00:00:00+00:00", 7, False),
    ],
)
def test_days_are_those_of_utc_and_none_is_for_ever(pulled, days, stale):
    assert is_stale(datetime.fromisoformat(pulled), DAY, days) is stale


@given(MOMENTS, st.integers(1, 3650), st.integers(0, 60))
def test_what_is_stale_stays_so(pulled, days, later):
    assert not is_stale(pulled, DAY, days) or is_stale(pulled, DAY + timedelta(days=later), days)
    assert is_stale(pulled, DAY, days) == (age_in_days(pulled, DAY) >= days + 1)
