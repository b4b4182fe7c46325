"""SQL that turns staged texts into values of a theme's attributes, and says which are none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Union

from ..sources.profile import ThemeProfile
from ..themes import Kind, Theme

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
    Kind.TIME: "{0} GLOB '????-??-??[T ]??:*' AND date(substr({0}, 1, 10), '+0 days') IS substr({0}, 1, 10)",
    Kind.BOOLEAN: "lower({0}) IN ('0', '1', 'true', 'false')",
}
_CONVERSIONS = {
    Kind.INTEGER: "CAST({0} AS INTEGER)",
    Kind.REAL: "CAST({0} AS REAL)",
    Kind.DATE: "{0}",
    Kind.TIME: "strftime('%Y-%m-%dT%H:%M:%SZ', {0})",
    Kind.BOOLEAN: "lower({0}) IN ('1', 'true')",
}


@dataclass(frozen=True)
class Conversion:
    """SQL of one attribute over the texts that came: `raw`, the same in the theme's own words, and the value of its
    type, NULL where it is none."""

    name: str
    raw: str
    translated: str
    value: str
    is_typed: bool
    """False where every text is a value"""

    def is_misfit(self, value: str) -> str:
        """SQL that is true where something came that is not of the type; `value` is the SQL of the value."""
        return f"({self.translated} IS NOT NULL AND {value} IS NULL)"


def conversions(theme: Theme, mapping: ThemeProfile) -> list[Conversion]:
    """How the columns a0, a1, ... become the attributes, in the order of the theme."""
    made = []
    for number, attribute in enumerate(theme.attributes):
        raw = f"a{number}"
        text, kind = _translated(raw, mapping.values_of(attribute.name)), attribute.kind
        made.append(Conversion(attribute.name, raw, text, _value(text, kind), kind in _PATTERNS))
    return made


def issues(misfits: Sequence[tuple[Conversion, str]]) -> str:
    """SQL of the JSON object of values that are not of their attribute's type, as they came; NULL where all are.

    `misfits` are the attributes that may be so, each with the SQL of its value.
    """
    wrong = [(each, each.is_misfit(value)) for each, value in misfits]
    if not wrong:
        return "NULL"
    any_wrong = " OR ".join(condition for _, condition in wrong)
    members = ", ".join(f"'{each.name}', CASE WHEN {condition} THEN {each.raw} END" for each, condition in wrong)
    return f"CASE WHEN {any_wrong} THEN json_patch('{{}}', json_object({members})) END"


def _translated(raw: str, translations: Mapping[str, Any]) -> str:
    if not translations:
        return raw
    cases = [f"WHEN {_literal(theirs)} THEN {_literal(ours)}" for theirs, ours in translations.items()]
    return f"CASE {raw} {' '.join(cases)} ELSE {raw} END"


def _value(text: str, kind: Kind) -> str:
    if kind not in _PATTERNS:
        return text
    value = _fitting(text, kind)
    if kind in _READ:
        value = f"coalesce({value}, {_fitting(_READ[kind].format(text), kind)})"
    return f"CASE WHEN {text} IS NOT NULL THEN {value} END"


def _fitting(text: str, kind: Kind) -> str:
    pattern, conversion = _PATTERNS[kind].format(text), _CONVERSIONS[kind].format(text)
    return f"CASE WHEN {pattern} THEN {conversion} END"


def _literal(value: Union[str, float, bool, None]) -> str:
    """A value as SQL. A view cannot bind; a text keeps NUL and quotes out of the statement."""
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return f"CAST(x'{value.encode().hex()}' AS TEXT)"
    return str(int(value)) if isinstance(value, bool) else repr(value)
