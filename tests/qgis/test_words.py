"""Numbers, sizes, times and ages as they are shown."""

from datetime import datetime, timedelta, timezone

import pytest

from kaznedra_qgis import i18n
from kaznedra_qgis.gui import words

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=timezone.utc)


@pytest.fixture
def speak(qgis_app):
    yield i18n.install
    i18n.remove()


@pytest.mark.parametrize(
    ("days", "en", "ru", "kk"),
    [
        (0, "today", "сегодня", "бүгін"),
        (1, "yesterday", "вчера", "кеше"),
        (2, "2 days", "2 дн.", "2 күн"),
        (5, "5 days", "5 дн.", "5 күн"),
        (31, "31 days", "31 дн.", "31 күн"),
    ],
)
def test_ages_need_no_plural_forms(speak, days, en, ru, kk):
    for language, said in (("en", en), ("ru", ru), ("kk", kk)):
        speak(language)
        assert words.age(NOW - timedelta(days=days), NOW) == said


def test_a_moment_ahead_of_the_clock_is_told_as_it_is(speak):
    speak("en")
    assert "2026" in words.age(NOW + timedelta(days=3), NOW)


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0"), (999, "999"), (1500, "1\u202f500"), (1234567, "1\u202f234\u202f567")]
)
def test_thousands_stand_apart(number, said):
    assert words.count(number) == said


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 KB"),
        (873_000, "873 KB"),
        (999_499, "999 KB"),
        (999_500, "1.0 MB"),
        (3_440_000, "3.4 MB"),
        (2**31, "2.15 GB"),
    ],
)
def test_sizes_are_in_the_unit_that_reads_well(speak, size, said):
    speak("en")
    assert words.size(size) == said


def test_russian_and_kazakh_sizes_have_a_comma(speak):
    for language in ("ru", "kk"):
        speak(language)
        assert words.size(3_440_000) == "3,4 МБ"


@pytest.mark.parametrize(("seconds", "said"), [(0, "0 s"), (12.9, "12 s"), (60, "1 min 00 s"), (125, "2 min 05 s")])
def test_durations(speak, seconds, said):
    speak("en")
    assert words.elapsed(seconds) == said


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-22T12:00:00Z", NOW),
        ("2026-11-22T12:00:00.250000Z", NOW + timedelta(milliseconds=250)),
        ("2026-11-22T17:00:00+05:00", NOW),
        ("", None),
        ("yesterday", None),
    ],
)
def test_instants_are_read(text, moment):
    assert words.instant(text) == moment


def test_a_tooltip_is_never_markup(qgis_app):
    assert words.tip("<b>x</b>\ny") == "<qt>&lt;b&gt;x&lt;/b&gt;<br/>y</qt>"
    assert words.tip("") == ""
