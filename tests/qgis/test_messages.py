"""Every error has its words, in three languages, whatever facts it comes with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaznedra_qgis import i18n
from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.facts import LONGEST_FACT
from kaznedra_qgis.messages import explain, explain_stored, from_stored

LANGUAGES = ("en", "ru", "kk")


@pytest.fixture(params=LANGUAGES)
def language(qgis_app, request):
    assert i18n.install(request.param) == request.param, "the translations are not compiled"
    yield request.param
    i18n.remove()


@pytest.fixture(scope="module")
def english(qgis_app):
    i18n.remove()
    return {code: explain(KaznedraError(code)) for code in Code}


@pytest.mark.parametrize("code", list(Code))
def test_every_code_says_what_happened_what_it_means_and_what_to_do(language, english, code):
    message = explain(KaznedraError(code))
    for part, in_english in zip(message, english[code]):
        assert part.endswith((".", "XXIV", "make package"))
        assert "{" not in part
        assert (part == in_english) == (language == "en")
    assert not any(word in message.plain() for word in ("Error", "error", "Oops", "Ошибка", "Қате"))


@pytest.mark.parametrize("code", [code for code in Code if code is not Code.UNEXPECTED])
def test_every_code_has_words_of_its_own(english, code):
    assert english[code].happened != english[Code.UNEXPECTED].happened


def test_facts_stand_in_brackets_in_the_order_of_interest(english):
    error = KaznedraError(
        Code.SERVER_FAULT, address="https://a.example/x", page=7, pages=15, status=503, theme="licences", attempts=4
    )
    assert explain(error).happened == (
        "The server answered with a fault of its own "
        "(Licences; page 7 of 15; HTTP 503; attempts: 4; https://a.example/x)."
    )
    assert "a.example" not in explain(error, brief=True).happened


def test_what_the_map_still_shows_takes_the_place_of_the_general_word(english):
    kept = "The map shows the complete pull of 20 Nov."
    assert explain(KaznedraError(Code.TIMED_OUT), kept).meaning == kept


@given(
    st.sampled_from(Code),
    st.dictionaries(
        st.sampled_from(["theme", "page", "pages", "status", "address", "reason", "expected", "seconds", "candidates"]),
        st.one_of(st.none(), st.text(), st.integers(), st.floats(), st.lists(st.text()), st.binary()),
    ),
)
def test_no_fact_breaks_a_message(qgis_app, code, facts):
    message = explain(KaznedraError(code, **facts))
    assert all(message)
    assert all(sign.isprintable() for sign in message.plain())
    assert len(message.plain()) < 1500 + LONGEST_FACT * len(facts)


def test_a_servers_text_is_escaped_in_rich_text(english):
    message = explain(KaznedraError(Code.REFUSED, reason="<img src=x onerror=alert(1)> & {0}"))
    assert "<img" in message.plain()
    assert "<" not in message.html()
    assert "{0}" in message.html()


@pytest.mark.parametrize(
    "stored", [None, {}, {"code": None}, {"code": "of a later version"}, {"code": "timed_out", "facts": 7}, [], "text"]
)
def test_what_a_snapshot_keeps_is_explained_whatever_it_is(english, stored):
    assert all(explain_stored(stored))


def test_a_stored_error_is_the_error_again(english):
    error = KaznedraError(Code.THEME_MISSING, theme="deposits", offered="a, b")
    again = from_stored({"code": error.code.value, "facts": error.facts})
    assert (again.code, again.facts) == (error.code, error.facts)
