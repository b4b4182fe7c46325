"""SQL that turns staged texts into values of a theme's attributes, and says which are none."""

from typing import Union

from ..sources.profile import ThemeProfile
from ..themes import Attribute, Kind, Theme

_READ = {
    Kind.DATE: "replace({0}, '/', '-')",
    Kind.TIME: "replace({0}, '/', '-') || CASE WHEN substr({0}, -3, 1) IN ('+', '-') AND length({0}) > 16 "
    "THEN ':00' ELSE '' END",
}
"""SQL that reads the way GDAL writes the dates and times of a file: 2026/11/22 08:00:00+00"""

_PATTERNS = {
    Kind.INTEGER: "{0} GLOB '*[0-9]' AND ltrim({0}, '-') NOT GLOB '*[^0-9]*'",
    Kind.REAL: "{0} GLOB '*[0-9]*' AND {0} NOT GLOB '*[^0-9.eE+-]*'",
    Kind.DATE: "{0} GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND date({0}, '+0 days') IS {0}",
    Kind.TIME: "{0} GLOB '????-??-??[T ]??:*' AND datetime({0}) IS NOT NULL AND "
    "date(substr({0}, 1, 10), '+0 days') IS substr({0}, 1, 10)",
    Kind.BOOLEAN: "lower({0}) IN ('0', '1', 'true', 'false')",
}
_CONVERSIONS = {
    Kind.TEXT: "{0}",
    Kind.INTEGER: "CAST({0} AS INTEGER)",
    Kind.REAL: "CAST({0} AS REAL)",
    Kind.DATE: "{0}",
    Kind.TIME: "strftime('%Y-%m-%dT%H:%M:%SZ', {0})",
    Kind.BOOLEAN: "lower({0}) IN ('1', 'true')",
}


def converted(theme: Theme, mapping: ThemeProfile) -> list[str]:
    """SQL of the value of each attribute over the columns a0, a1, ..., in the order of the theme."""
    return [_converted(f"a{number}", attribute, mapping) for number, attribute in enumerate(theme.attributes)]


def issues(theme: Theme) -> str:
    """SQL of the JSON object of values that are not of their attribute's type, as they came; NULL where all are."""
    wrong = []
    for number, attribute in enumerate(theme.attributes):
        if attribute.kind in _PATTERNS:
            column = f"a{number}"
            fits = _PATTERNS[attribute.kind].format(_read(attribute, column))
            wrong.append((attribute.name, column, f"({column} IS NOT NULL AND NOT ({fits}))"))
    if not wrong:
        return "NULL"
    any_wrong = " OR ".join(condition for _, _, condition in wrong)
    members = ", ".join(f"'{name}', CASE WHEN {condition} THEN {column} END" for name, column, condition in wrong)
    return f"CASE WHEN {any_wrong} THEN json_patch('{{}}', json_object({members})) END"


def _read(attribute: Attribute, column: str) -> str:
    return _READ.get(attribute.kind, "{0}").format(column)


def _converted(column: str, attribute: Attribute, mapping: ThemeProfile) -> str:
    source = column
    translations = mapping.values_of(attribute.name)
    if translations:
        cases = [f"WHEN {_literal(theirs)} THEN {_literal(ours)}" for theirs, ours in translations.items()]
        source = f"CASE {column} {' '.join(cases)} ELSE {column} END"
    source = _read(attribute, source)
    value = _CONVERSIONS[attribute.kind].format(source)
    pattern = _PATTERNS.get(attribute.kind)
    if pattern and not translations:
        value = f"CASE WHEN {pattern.format(source)} THEN {value} END"
    return value


def _literal(value: Union[str, float, bool, None]) -> str:
    """A value as SQL. A view cannot bind; a text keeps NUL and quotes out of the statement."""
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return f"CAST(x'{value.encode().hex()}' AS TEXT)"
    return str(int(value)) if isinstance(value, bool) else repr(value)
