"""The facts of a KaznedraError as a line of plain text, in the language in force. Missing facts are passed over."""

from collections.abc import Mapping

from qgis.PyQt.QtCore import QCoreApplication

from .titles import theme_title

LONGEST_FACT = 300
"""Characters of a fact that are shown; a server's answer can be a whole page"""


def circumstances(facts: Mapping, brief: bool = False) -> str:
    """Theme, page, status, figures, place, reason; `brief` leaves place and reason out. Empty where none is known."""
    told = [*_what(facts), *_numbers(facts)]
    if not brief:
        told += [*_where(facts), _why(facts)]
    return "; ".join(piece for piece in told if piece)


def plain_fact(value: object) -> str:
    """A fact as one line of text without control characters, cut where it is long."""
    if isinstance(value, (list, tuple, set, frozenset)):
        value = ", ".join(str(item) for item in value)
    if isinstance(value, float):
        value = f"{value:g}"
    text = "".join(sign if sign.isprintable() else " " for sign in str(value))
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_FACT else text[: LONGEST_FACT - 1] + "…"


def _known(facts: Mapping, *names: str) -> str:
    for name in names:
        if facts.get(name) not in (None, "", [], ()):
            return plain_fact(facts[name])
    return ""


def _what(facts: Mapping) -> list[str]:
    theme, page, pages = (_known(facts, name) for name in ("theme", "page", "pages"))
    told = [theme_title(theme)] if theme else []
    if page and pages:
        told.append(QCoreApplication.translate("Kaznedra", "page {page} of {pages}").format(page=page, pages=pages))
    elif page:
        told.append(QCoreApplication.translate("Kaznedra", "page {page}").format(page=page))
    told.append(_known(facts, "attribute", "attributes", "lost"))
    return told


def _numbers(facts: Mapping) -> list[str]:
    status = _known(facts, "status")
    told = [f"HTTP {status}"] if status else []
    for name, phrase in _phrases():
        value = _known(facts, name)
        if value and not (name == "seconds" and _is_moment(value)):
            told.append(phrase.format(value=value))
    return told


def _phrases() -> tuple[tuple[str, str], ...]:
    return (
        ("seconds", QCoreApplication.translate("Kaznedra", "waited {value} s")),
        ("retry_after", QCoreApplication.translate("Kaznedra", "asks to wait {value} s")),
        ("attempts", QCoreApplication.translate("Kaznedra", "attempts: {value}")),
        ("expected", QCoreApplication.translate("Kaznedra", "expected: {value}")),
        ("received", QCoreApplication.translate("Kaznedra", "received: {value}")),
        ("distinct", QCoreApplication.translate("Kaznedra", "different ones: {value}")),
        ("without", QCoreApplication.translate("Kaznedra", "without identifier: {value}")),
        ("first", QCoreApplication.translate("Kaznedra", "promised at first: {value}")),
        ("last", QCoreApplication.translate("Kaznedra", "promised at last: {value}")),
        ("before", QCoreApplication.translate("Kaznedra", "before: {value}")),
        ("now", QCoreApplication.translate("Kaznedra", "now: {value}")),
        ("outside", QCoreApplication.translate("Kaznedra", "outside: {value}")),
        ("swapped", QCoreApplication.translate("Kaznedra", "inside once exchanged: {value}")),
        ("asked", QCoreApplication.translate("Kaznedra", "asked for: {value}")),
        ("got", QCoreApplication.translate("Kaznedra", "came: {value}")),
        ("kept", QCoreApplication.translate("Kaznedra", "pages kept: {value}")),
        ("since", QCoreApplication.translate("Kaznedra", "begun: {value}")),
        ("by", QCoreApplication.translate("Kaznedra", "the other's snapshot: {value}")),
        ("limit", QCoreApplication.translate("Kaznedra", "limit: {value}")),
        ("size", QCoreApplication.translate("Kaznedra", "size: {value}")),
        ("line", QCoreApplication.translate("Kaznedra", "line {value}")),
        ("position", QCoreApplication.translate("Kaznedra", "position {value}")),
        ("version", QCoreApplication.translate("Kaznedra", "version {value}")),
        ("known", QCoreApplication.translate("Kaznedra", "known up to version {value}")),
        ("crs", QCoreApplication.translate("Kaznedra", "coordinate system {value}")),
        ("offered", QCoreApplication.translate("Kaznedra", "offered: {value}")),
        ("day", QCoreApplication.translate("Kaznedra", "day: {value}")),
        ("lon", QCoreApplication.translate("Kaznedra", "longitude {value}")),
        ("lat", QCoreApplication.translate("Kaznedra", "latitude {value}")),
        ("scale", QCoreApplication.translate("Kaznedra", "scale 1:{value}")),
        ("receipt", QCoreApplication.translate("Kaznedra", "receipt: {value}")),
        ("candidates", QCoreApplication.translate("Kaznedra", "perhaps meant: {value}")),
    )


def _is_moment(seconds: str) -> bool:
    try:
        return float(seconds) < 1
    except ValueError:
        return False


def _where(facts: Mapping) -> list[str]:
    return [
        _known(facts, "collection", "layer"),
        _known(facts, "where", "member"),
        _known(facts, "address", "url", "path", "file"),
        _known(facts, "link"),
    ]


def _why(facts: Mapping) -> str:
    told = _known(facts, "reason", "detail", "message", "text")
    reasons = {
        "missing": QCoreApplication.translate("Kaznedra", "it is missing"),
        "unknown": QCoreApplication.translate("Kaznedra", "not known here"),
        "type": QCoreApplication.translate("Kaznedra", "of another type"),
        "value": QCoreApplication.translate("Kaznedra", "not an allowed value"),
        "range": QCoreApplication.translate("Kaznedra", "out of range"),
        "syntax": QCoreApplication.translate("Kaznedra", "it cannot be parsed"),
        "unreadable": QCoreApplication.translate("Kaznedra", "it cannot be read"),
        "html": QCoreApplication.translate("Kaznedra", "a web page came"),
        "empty": QCoreApplication.translate("Kaznedra", "it is empty"),
        "encoding": QCoreApplication.translate("Kaznedra", "not in UTF-8"),
        "nesting": QCoreApplication.translate("Kaznedra", "nested too deeply"),
        "address": QCoreApplication.translate("Kaznedra", "not an address of the web"),
        "format": QCoreApplication.translate("Kaznedra", "of an unknown format"),
        "not_geopackage": QCoreApplication.translate("Kaznedra", "not a GeoPackage"),
        "no links": QCoreApplication.translate("Kaznedra", "its answer has no links"),
        "no collections": QCoreApplication.translate("Kaznedra", "it names no collections"),
        "no features": QCoreApplication.translate("Kaznedra", "it serves no features"),
        "no version": QCoreApplication.translate("Kaznedra", "no version is written in it"),
        "no such file": QCoreApplication.translate("Kaznedra", "there is no such file"),
        "a file of that name stands already": QCoreApplication.translate("Kaznedra", "the file exists already"),
        "first feature": QCoreApplication.translate("Kaznedra", "as its first feature shows"),
        "schema": QCoreApplication.translate("Kaznedra", "as its schema says"),
        "no blocks": QCoreApplication.translate("Kaznedra", "no blocks are chosen"),
        "no applicant": QCoreApplication.translate("Kaznedra", "no applicant is named"),
        "not_json": QCoreApplication.translate("Kaznedra", "no JSON came"),
    }
    return reasons.get(told, told)
