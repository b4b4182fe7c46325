"""Pieces of QGIS expressions that styles, labels and cards share. A server's text stays data in all of them."""

from collections.abc import Iterable, Mapping

from qgis.core import QgsExpression

EXPIRING_DAYS = 90
TODAY = "format_date(now(), 'yyyy-MM-dd', 'en')"
"""Today as the ISO text that the workspace keeps dates in, so that dates compare as text"""

_TURNING = "[\u202a-\u202e\u2066-\u2069]"
_NEXT_LANGUAGES = {"en": ("en", "ru", "kk"), "ru": ("ru", "kk", "en"), "kk": ("kk", "ru", "en")}
_DATE_FORMATS = {"en": "d MMM yyyy", "ru": "dd.MM.yyyy", "kk": "dd.MM.yyyy"}
_TIME_FORMATS = {language: f"{form} HH:mm" for language, form in _DATE_FORMATS.items()}


def literal(text: str) -> str:
    """`text` as a literal of an expression, with all quotes escaped."""
    return QgsExpression.quotedString(text)


def column(name: str) -> str:
    """Reference to a field."""
    return QgsExpression.quotedColumnRef(name)


def in_list(name: str, codes: Iterable[str]) -> str:
    """True where the field holds one of `codes`."""
    return f"{column(name)} IN ({', '.join(literal(code) for code in codes)})"


def not_in_list(name: str, codes: Iterable[str]) -> str:
    """True where the field holds none of `codes`, or nothing: what a contract does not know must still be drawn."""
    return f"NOT coalesce({in_list(name, codes)}, false)"


def filled(expression: str) -> str:
    """True where there is text to show."""
    return f"length(trim(coalesce({expression}, ''))) > 0"


def worded(stem: str, language: str) -> str:
    """Text of a field that comes in three languages: the chosen one, else the next that is filled.

    A reader of Russian or Kazakh is given the other of the two before English.
    """
    filled_ones = (f"nullif({column(f'{stem}_{each}')}, '')" for each in _NEXT_LANGUAGES[language])
    return f"coalesce({', '.join(filled_ones)})"


def word_of(name: str, words: Mapping[str, str]) -> str:
    """Word for the code in a field; a code that has no word is given as it came."""
    pairs = ", ".join(f"{literal(code)}, {literal(word)}" for code, word in words.items())
    return f"coalesce(map_get(map({pairs}), {column(name)}), {column(name)})"


def day(expression: str, language: str) -> str:
    """ISO date as the language writes it; a text that is no date is given as it came."""
    form = f"format_date(to_date({expression}), '{_DATE_FORMATS[language]}', '{language}')"
    return f"try({form}, {expression})"


def moment(expression: str, language: str) -> str:
    """ISO time, in UTC and saying so; a text that is no time is given as it came."""
    form = f"format_date(to_datetime({expression}), '{_TIME_FORMATS[language]}', '{language}') || ' UTC'"
    return f"try({form}, {expression})"


def markup_safe(expression: str) -> str:
    """The expression's text for HTML: nothing in it can become a tag, an entity or the end of an attribute.

    Characters that turn the direction of writing are left out: they could make the rest read as something else.
    """
    text = f"regexp_replace(to_string({expression}), {literal(_TURNING)}, '')"
    others = "map('<', '&lt;', '>', '&gt;', '\"', '&quot;', '''', '&#39;')"
    return f"replace(replace({text}, '&', '&amp;'), {others})"


def expires_soon(name: str = "expires_on") -> str:
    """True where the term ends within EXPIRING_DAYS days from now, today included."""
    last = f"format_date(now() + to_interval('{EXPIRING_DAYS} days'), 'yyyy-MM-dd', 'en')"
    return f"{column(name)} >= {TODAY} AND {column(name)} <= {last}"


def term_passed(name: str = "expires_on") -> str:
    """True where the term ended before today."""
    return f"{column(name)} > '0' AND {column(name)} < {TODAY}"
