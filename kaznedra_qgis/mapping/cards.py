"""The card of a feature as a map tip. What a server wrote is escaped; nothing of it is markup, script or formula."""

from collections.abc import Iterator
from html import escape

from qgis.PyQt.QtCore import QCoreApplication

from ..themes import THEMES, Attribute, Kind, Theme
from . import minerals, words
from .expressions import column, day, filled, literal, markup_safe, moment, word_of, worded

LONGEST_VALUE = 240
"""Characters of a value that the card shows"""
PULLS_VARIABLE = "kaznedra_pulls"
"""Layer variable: JSON object of the times of pulls by snapshot id"""
LATEST_VARIABLE = "kaznedra_latest_pull"
"""Layer variable: time of the theme's last complete pull"""

_MUTED = "color:#6b6b6b"
_NOTICE = "margin-top:6px;padding:3px 6px;background:#fff1cc;color:#5c3d00"
_VALUE = '<td valign="top" style="word-wrap:break-word">'
_AFTERWARDS = ("legal_basis", "record_url", "changed_at", "demo")


def card(name: str, language: str) -> str:
    """HTML template of a theme's map tip, for QGIS to fill in per feature."""
    theme = THEMES[name]
    rows = "".join(
        _row(label, value) for label, value in _values(theme, language) if value not in _headings(theme, language)
    )
    return (
        '<div style="width:400px;font-family:sans-serif;font-size:9pt">'
        f'<div style="font-size:11pt"><b>{_shown(_title(theme, language))}</b></div>'
        f'<div style="{_MUTED}">{_shown(_subtitle(theme))}</div>'
        f'<table cellspacing="0" cellpadding="2" width="100%" style="margin-top:4px;font-size:9pt;table-layout:fixed">'
        f"{rows}{_link()}</table>"
        f"{_notices(language)}{_origin(language)}</div>"
    )


def display(name: str, language: str) -> str:
    """Expression for the name of a feature in lists, forms and search results."""
    return f"coalesce({_title(THEMES[name], language)}, {column('feature_id')})"


def _title(theme: Theme, language: str) -> str:
    names = {attribute.name for attribute in theme.attributes}
    if "name_en" in names:
        return worded("name", language)
    return column("number" if "number" in names else "code")


def _subtitle(theme: Theme) -> str:
    coded = [attribute.name for attribute in theme.attributes if attribute.name in ("kind", "status", "category")]
    parts = ", ".join(word_of(name, words.code_words(theme.name, name)) for name in coded)
    return f"array_to_string(array_filter(array({parts}), @element IS NOT NULL), ' · ')" if coded else "''"


def _headings(theme: Theme, language: str) -> set[str]:
    coded = (word_of(name, words.code_words(theme.name, name)) for name in ("kind", "status", "category"))
    return {_title(theme, language), *coded}


def _values(theme: Theme, language: str) -> Iterator[tuple[str, str]]:
    """Label and expression of every attribute once, whatever the number of languages it comes in."""
    told = set()
    for attribute in theme.attributes:
        stem = words.stem(attribute.name)
        if attribute.name in _AFTERWARDS or stem in told:
            continue
        if stem:
            told.add(stem)
            yield words.field_words(stem), worded(stem, language)
        else:
            yield words.field_words(attribute.name), value(theme.name, attribute, language)
    if "legal_basis" in {attribute.name for attribute in theme.attributes}:
        yield words.field_words("legal_basis"), column("legal_basis")


def value(theme: str, attribute: Attribute, language: str) -> str:
    """Expression: the attribute as a reader wants it; words for codes, dates and numbers as the language has them."""
    name = attribute.name
    if attribute.codes:
        return word_of(name, words.code_words(theme, name))
    if name in minerals.LISTED:
        return minerals.as_words(name)
    if name == "reserves":
        return _reserves(language)
    if attribute.kind is Kind.DATE:
        return day(column(name), language)
    if attribute.kind is Kind.TIME:
        return moment(column(name), language)
    if attribute.kind is Kind.REAL:
        return f"try(format_number({column(name)}, 1, '{language}'), {column(name)})"
    return column(name)


def _reserves(language: str) -> str:
    """Each figure with its unit, category, standard and date; never converted, never added up."""
    number = f"format_number(map_get(@element, 'value'), 0, '{language}')"
    told = (
        f"concat(map_get(@element, 'category'), ' ', {number}, ' ', map_get(@element, 'unit'), ' ',"
        " map_get(@element, 'commodity'), ' (', map_get(@element, 'standard'), ', ',"
        " left(map_get(@element, 'date'), 4), ')')"
    )
    name = column("reserves")
    return f"try(array_to_string(array_foreach(from_json({name}), {told}), '; '), {name})"


def _shown(expression: str) -> str:
    return f"[% {_limited(expression)} %]"


def _limited(expression: str) -> str:
    text = f"to_string({expression})"
    cut = f"if(length({text}) > {LONGEST_VALUE}, left({text}, {LONGEST_VALUE}) || '…', {text})"
    return f"coalesce({markup_safe(cut)}, '')"


def _when(condition: str, html: str, shown: str, rest: str = "") -> str:
    return f"[% if({condition}, {literal(html)} || {shown} || {literal(rest)}, '') %]"


def _label(text: str) -> str:
    return f'<tr><td valign="top" width="32%" style="{_MUTED};padding-right:8px">{escape(text)}</td>'


def _row(label: str, expression: str) -> str:
    start = f"{_label(label)}{_VALUE}"
    return _when(filled(expression), start, _limited(expression), "</td></tr>")


def _link() -> str:
    """The record as a link where it is a plain web address, as text where it is anything else."""
    url = column("record_url")
    plain = f"regexp_match({url}, '^https?://[^\\\\s\"\\'<>\\\\\\\\]+$') = 1 AND length({url}) <= 1000"
    start = f"{_label(words.field_words('record_url'))}{_VALUE}"
    link = f"'<a href=\"' || {markup_safe(url)} || '\">' || {_limited(url)} || '</a>'"
    return _when(filled(url), start, f"if({plain}, {link}, {_limited(url)})", "</td></tr>")


def _notices(language: str) -> str:
    issue = column("geometry_issue")
    missing = QCoreApplication.translate("Kaznedra", "The source gives no geometry.")
    invalid = QCoreApplication.translate(
        "Kaznedra", "The geometry of the source is invalid; check it before you rely on it."
    )
    other = QCoreApplication.translate("Kaznedra", "The source gives a geometry of another type; it is not drawn.")
    told = (
        f"CASE WHEN {issue} = 'missing' THEN {literal(escape(missing))} WHEN {issue} LIKE 'invalid%'"
        f" THEN {literal(escape(invalid))} ELSE {literal(escape(other))} END"
    )
    start = f'<div style="{_NOTICE}">'
    demo = QCoreApplication.translate("Kaznedra", "Demo data: invented, no legal meaning.")
    values = QCoreApplication.translate("Kaznedra", "Some values of the source are not of their type and are left out.")
    return (
        _when(filled(issue), start, told, "</div>")
        + _when(filled(column("value_issues")), start, literal(escape(values)), "</div>")
        + _when(column("demo"), start, literal(escape(demo)), "</div>")
    )


def _origin(language: str) -> str:
    """The pull that the feature rests on, the last complete one, and the source."""
    since_when = f"map_get(from_json(@{PULLS_VARIABLE}), to_string({column('first_seen')}))"
    latest = f"@{LATEST_VARIABLE}"
    changed = column("changed_at")
    since = QCoreApplication.translate("Kaznedra", "In the data since {date}")
    confirmed = QCoreApplication.translate("Kaznedra", "Last complete pull: {date}")
    altered = QCoreApplication.translate("Kaznedra", "Changed at the source: {date}")
    lines = ((since, since_when), (confirmed, latest), (altered, changed))
    told = "".join(_dated(sentence, when, language) for sentence, when in lines)
    return f'<div style="{_MUTED};margin-top:6px;font-size:8pt">{told}</div>'


def _dated(sentence: str, when: str, language: str) -> str:
    before, after = sentence.split("{date}")
    return _when(filled(when), f"{escape(before)}", _limited(moment(when, language)), f"{escape(after)}<br>")
