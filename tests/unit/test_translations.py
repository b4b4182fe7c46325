"""Russian and Kazakh are complete: every string of the sources is translated, with the same places to fill in."""

import string
import xml.etree.ElementTree as ET

import pytest

from tests.house import ROOT, translated_strings

LANGUAGES = {"ru": "ru_RU", "kk": "kk_KZ"}


def fields(text: str) -> list[tuple]:
    """Places to fill in, with their formats, in the order of their names."""
    found = string.Formatter().parse(text)
    return sorted((name, spec, conversion or "") for _, name, spec, conversion in found if name is not None)


@pytest.fixture(scope="module", params=LANGUAGES)
def table(request):
    return ET.parse(ROOT / "i18n" / f"kaznedra_{request.param}.ts").getroot(), LANGUAGES[request.param]


@pytest.fixture(scope="module")
def messages(table):
    return {message.findtext("source", ""): message.find("translation") for message in table[0].iter("message")}


def test_the_language_is_named_with_its_country(table):
    root, language = table
    assert root.get("language") == language


def test_every_string_of_the_sources_is_there(messages):
    assert translated_strings() - messages.keys() == set()


def test_no_string_is_there_that_the_sources_have_not(messages):
    assert messages.keys() - translated_strings() == set()


def test_nothing_is_unfinished(messages):
    assert [source for source, translation in messages.items() if translation.get("type") or not translation.text] == []


def test_places_to_fill_in_are_the_same(messages):
    pairs = [(source, translation.text or "") for source, translation in messages.items()]
    assert [source for source, text in pairs if text and fields(source) != fields(text)] == []


def test_spaces_at_the_ends_are_the_same(messages):
    def ends(text: str) -> tuple[bool, bool]:
        return text[:1].isspace(), text[-1:].isspace()

    pairs = [(source, translation.text or "") for source, translation in messages.items()]
    assert [source for source, text in pairs if text and ends(source) != ends(text)] == []
