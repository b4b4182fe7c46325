"""Source profiles: how somebody's server or file maps onto the themes. Data, read from JSON; the schema stands beside.

`resources/profiles/source-profile.schema.json` says the same for editors; a test keeps the two of one mind.
"""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional, Union

from .. import paths
from ..errors import Code, KaznedraError
from ..themes import APPLICATIONS, LANGUAGES, THEMES, Attribute, Theme

SERVER = "ogc-api-features"
FILE = "file"
KINDS = (SERVER, FILE)

Value = Union[str, float, bool, None]

_PROFILE_KEYS = (
    "$schema",
    "id",
    "title",
    "kind",
    "address",
    "page_size",
    "concurrency",
    "requests_per_second",
    "freshness_days",
    "whole_pull_days",
    "themes",
    "submission",
)
_KEY = "client_key"
_THEME_KEYS = ("collection", "id_attribute", "attributes", "changed_attribute", "changed_filter", "freshness_days")
_CHANGED = "changed_at"
_ID = re.compile(r"[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?")


@dataclass(frozen=True)
class AttributeMap:
    """Where an attribute of a theme comes from: the source's attribute, and how its values (as text) translate.

    A value that `values` does not name stays as it is.
    """

    source: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class ThemeProfile:
    """A theme at a source: its collection (or layer) and attributes.

    `attributes` names every attribute of the theme that the source has; what it leaves out is NULL.
    `id_attribute` empty: the id of the GeoJSON feature, or the fid of the layer. `changed_attribute` is the time of a
    feature's last change; `changed_filter` is how those changed since a time are asked for: `datetime` as an interval
    (OGC API - Features, Part 1, 7.15.4), any other parameter with the time alone; empty where they cannot be.
    """

    collection: str
    attributes: Mapping[str, AttributeMap]
    id_attribute: str = ""
    changed_attribute: str = ""
    changed_filter: str = ""
    freshness_days: Optional[float] = None

    def source_of(self, name: str) -> str:
        """The source's attribute for one of the theme; empty where it has none."""
        found = self.attributes.get(name)
        return found.source if found else ""

    def values_of(self, name: str) -> Mapping[str, Value]:
        """What the source's values of an attribute mean; those not named stay as they are."""
        found = self.attributes.get(name)
        return found.values if found else {}


@dataclass(frozen=True)
class SourceProfile:
    """A source. `requests_per_second` 0 sets no bound; `freshness_days` is the source's own promise, None: none.

    `whole_pull_days`: how old the last pull of everything may be for changes alone to be pulled. `submission`: where
    applications are filed and how their attributes (themes.APPLICATIONS) are named there; None: they are not.
    """

    id: str
    title: Mapping[str, str]
    kind: str
    themes: Mapping[str, ThemeProfile]
    address: str = ""
    page_size: int = 1000
    concurrency: int = 4
    requests_per_second: float = 0.0
    freshness_days: Optional[float] = None
    whole_pull_days: float = 7.0
    submission: Optional[ThemeProfile] = None

    def theme(self, name: str) -> ThemeProfile:
        """The theme at this source. Raises THEME_MISSING where the profile does not name it."""
        try:
            return self.themes[name]
        except KeyError:
            raise KaznedraError(Code.THEME_MISSING, theme=name) from None

    def asked(self, names: Optional[Collection[str]]) -> dict[str, ThemeProfile]:
        """The themes of these names that the profile has; None: all of them."""
        return {name: mapped for name, mapped in self.themes.items() if names is None or name in names}

    def title_in(self, language: str) -> str:
        """The title in a language, else in English, else in whichever there is."""
        return self.title.get(language) or self.title.get("en") or next(iter(self.title.values()))


def read_profile(source: Union[str, Path, Mapping[str, Any]]) -> SourceProfile:
    """The profile in a JSON file, or in its content. A file's address is relative to the profile's folder.

    Raises BAD_PROFILE with `where` (JSON path, `$.themes.licences.collection`), `reason` (missing, unknown, type,
    value, range, syntax, unreadable) and as it applies `path`, `expected`.
    """
    if isinstance(source, Mapping):
        return _profile(source, None)
    path = Path(source)
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_refuse_constant)
        return _profile(content, path.parent)
    except KaznedraError as error:
        raise KaznedraError(error.code, **error.facts, path=str(path)) from None
    except OSError as error:
        raise KaznedraError(Code.BAD_PROFILE, where="$", reason="unreadable", path=str(path)) from error
    except ValueError as error:
        line = getattr(error, "lineno", 0)
        raise KaznedraError(Code.BAD_PROFILE, where="$", reason="syntax", path=str(path), line=line) from error


def builtin_profiles() -> list[SourceProfile]:
    """The profiles that come with the plugin, ordered by id."""
    found = (path for path in paths.resources("profiles").glob("*.json") if not path.name.endswith(".schema.json"))
    return sorted(map(read_profile, found), key=lambda profile: profile.id)


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _bad(where: str, reason: str, expected: object = None) -> KaznedraError:
    told = {} if expected is None else {"expected": expected}
    return KaznedraError(Code.BAD_PROFILE, where=where, reason=reason, **told)


def _profile(content: Any, folder: Optional[Path]) -> SourceProfile:
    known = _object(content, "$", _PROFILE_KEYS, required=("id", "title", "kind", "themes"))
    identifier = _text(known, "$", "id")
    if not _ID.fullmatch(identifier):
        raise _bad("$.id", "value", "a-z 0-9 -")
    _text(known, "$", "$schema", "")
    kind = _text(known, "$", "kind")
    if kind not in KINDS:
        raise _bad("$.kind", "value", ", ".join(KINDS))
    address = _text(known, "$", "address", "")
    if kind == FILE and address and folder is not None:
        address = str((folder / address).resolve())
    return SourceProfile(
        id=identifier,
        title=_title(known["title"]),
        kind=kind,
        themes=_themes(known["themes"]),
        address=address,
        page_size=_whole(known, "page_size", 1000, 100_000),
        concurrency=_whole(known, "concurrency", 4, 16),
        requests_per_second=_number(known, "$", "requests_per_second", 0.0) or 0.0,
        freshness_days=_number(known, "$", "freshness_days", None),
        whole_pull_days=_number(known, "$", "whole_pull_days", 7.0) or 0.0,
        submission=_submission(known["submission"]) if "submission" in known else None,
    )


def _title(content: Any) -> dict[str, str]:
    title = _object(content, "$.title", LANGUAGES)
    if not title:
        raise _bad("$.title", "missing", ", ".join(LANGUAGES))
    return {language: _text(title, "$.title", language) for language in title}


def _themes(content: Any) -> dict[str, ThemeProfile]:
    themes = _object(content, "$.themes", THEMES)
    if not themes:
        raise _bad("$.themes", "missing", ", ".join(THEMES))
    return {name: _theme(themes[name], THEMES[name], f"$.themes.{name}") for name in themes}


def _submission(content: Any) -> ThemeProfile:
    where = "$.submission"
    _object(content, where, ("collection", "attributes"), required=("collection",))
    mapped = _theme(content, APPLICATIONS, where)
    # what cannot be looked up by its key could be filed twice
    if _KEY not in mapped.attributes or mapped.values_of(_KEY):
        raise _bad(f"{where}.attributes.{_KEY}", "value", _KEY)
    return mapped


def _theme(content: Any, theme: Theme, where: str) -> ThemeProfile:
    known = _object(content, where, _THEME_KEYS, required=("collection",))
    names = [attribute.name for attribute in theme.attributes]
    mapped = _object(known.get("attributes", {}), f"{where}.attributes", names)
    attributes = {
        attribute.name: _attribute(mapped[attribute.name], attribute, f"{where}.attributes.{attribute.name}")
        if attribute.name in mapped
        else AttributeMap(attribute.name)
        for attribute in theme.attributes
    }
    changed = _text(known, where, "changed_attribute", "")
    if changed and _CHANGED not in mapped:
        attributes[_CHANGED] = AttributeMap(changed)
    changed_filter = _text(known, where, "changed_filter", "")
    if changed_filter and not changed:
        raise _bad(f"{where}.changed_attribute", "missing")
    return ThemeProfile(
        collection=_text(known, where, "collection"),
        attributes={name: found for name, found in attributes.items() if found is not None},
        id_attribute=_text(known, where, "id_attribute", ""),
        changed_attribute=changed,
        changed_filter=changed_filter,
        freshness_days=_number(known, where, "freshness_days", None),
    )


def _attribute(content: Any, attribute: Attribute, where: str) -> Optional[AttributeMap]:
    """A source attribute by name, or with values; None (JSON null) where the source has none."""
    if content is None:
        return None
    if isinstance(content, str):
        if not content:
            raise _bad(where, "value")
        return AttributeMap(content)
    known = _object(content, where, ("source", "values"), required=("source",))
    values = known.get("values", {})
    if not isinstance(values, Mapping):
        raise _bad(f"{where}.values", "type", "object")
    for told, meant in values.items():
        if not (meant is None or isinstance(meant, (str, int, float))):
            raise _bad(f"{where}.values.{told}", "type", "string, number, boolean, null")
        if attribute.codes and meant is not None and meant not in attribute.codes:
            raise _bad(f"{where}.values.{told}", "value", ", ".join(attribute.codes))
    return AttributeMap(_text(known, where, "source"), dict(values))


def _object(content: Any, where: str, allowed: Any, required: tuple[str, ...] = ()) -> Mapping[str, Any]:
    if not isinstance(content, Mapping):
        raise _bad(where, "type", "object")
    for name in content:
        if name not in allowed:
            raise _bad(f"{where}.{name}", "unknown")
    for name in required:
        if name not in content:
            raise _bad(f"{where}.{name}", "missing")
    return content


def _text(content: Mapping[str, Any], where: str, name: str, default: Optional[str] = None) -> str:
    """A text; one without default must not be empty."""
    value = content.get(name, default)
    if not isinstance(value, str):
        raise _bad(f"{where}.{name}", "type", "string")
    if not value and default is None:
        raise _bad(f"{where}.{name}", "value")
    return value


def _whole(content: Mapping[str, Any], name: str, default: int, most: int) -> int:
    value = content.get(name, default)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not float(value).is_integer():
        raise _bad(f"$.{name}", "type", "integer")
    if not 1 <= value <= most:
        raise _bad(f"$.{name}", "range", f"1 … {most}")
    return int(value)


def _number(content: Mapping[str, Any], where: str, name: str, default: Optional[float]) -> Optional[float]:
    """A number of 0 or more."""
    if name not in content:
        return default
    value = content[name]
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _bad(f"{where}.{name}", "type", "number")
    if not 0 <= value < float("inf"):
        raise _bad(f"{where}.{name}", "range", "0 …")
    return float(value)
