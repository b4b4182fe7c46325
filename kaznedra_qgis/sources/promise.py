"""What a source promises of a theme, to be kept with each good pull and compared before the next."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import Enum
from typing import Any, Optional

from ..errors import Code, KaznedraError
from .source import BBox

_OVERLAP = 0.5
"""Part of the larger extent that both must share, for it not to have moved"""
_NAMED = 12
_IMPLEMENTED = ("core", "geojson", "crs", "filter", "queryables", "sorting")
_TYPES = {"string": "text", "integer": "number", "number": "number", "boolean": "boolean", "object": "json"}
_UUID = re.compile(r"[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.IGNORECASE)


class Told(str, Enum):
    """Where attributes are known from, the weakest first."""

    SAMPLE = "sample"
    """the first feature: one that is absent or null there may come with another"""
    SCHEMA = "schema"
    """the server's own schema or list of queryables"""
    PAGES = "pages"
    """all features of a pull"""


@dataclass(frozen=True)
class Promise:
    """What a source says of a theme; empty or None where it says nothing.

    `attributes` are the source's own by name: text, number, boolean, json, or '' where no value was seen.
    """

    collection: str
    title: str = ""
    api: str = ""
    """Title and version of the API"""
    attributes: Mapping[str, str] = field(default_factory=dict)
    told: Told = Told.SAMPLE
    id_form: str = ""
    """An id with its numbers as #: `licences.#`, `uuid`"""
    crs: tuple[str, ...] = ()
    extent: Optional[BBox] = None
    page_limit: Optional[int] = None
    conformance: tuple[str, ...] = ()
    expected: Optional[int] = None

    def text(self) -> str:
        """The promise as JSON, the same for the same promise. The number of features, which snapshots tell, is left
        out."""
        members = {**asdict(self), "told": self.told.value, "attributes": dict(sorted(self.attributes.items()))}
        return json.dumps({**members, "expected": None}, ensure_ascii=False, sort_keys=True)

    @classmethod
    def of_text(cls, text: str) -> "Promise":
        """The promise that `text` wrote."""
        members = json.loads(text)
        members["told"] = Told(members["told"])
        members["crs"], members["conformance"] = tuple(members["crs"]), tuple(members["conformance"])
        members["extent"] = tuple(members["extent"]) if members["extent"] else None
        return cls(**members)

    def with_pages(self, attributes: Mapping[str, str]) -> "Promise":
        """The same with what all features of a pull had."""
        return replace(self, attributes=attributes, told=Told.PAGES)


def changes(old: Promise, new: Promise, mapped: Iterable[str]) -> list[KaznedraError]:
    """What differs from the promise before, worst first. `mapped` are the source's attributes that a profile reads."""
    found = attribute_changes(old, new, mapped)
    if old.id_form and new.id_form and old.id_form != new.id_form:
        found.append(KaznedraError(Code.ID_FORM_CHANGED, before=old.id_form, now=new.id_form))
    if old.crs and new.crs and set(old.crs) != set(new.crs):
        found.append(KaznedraError(Code.CRS_CHANGED, before=_named(old.crs), now=_named(new.crs)))
    if old.extent and new.extent and not _is_same_place(old.extent, new.extent):
        found.append(KaznedraError(Code.EXTENT_MOVED, before=_box(old.extent), now=_box(new.extent)))
    lost = [name for name in old.conformance if name not in new.conformance]
    if lost and new.conformance:
        found.append(KaznedraError(Code.CONFORMANCE_LOST, lost=_named(lost)))
    if old.page_limit and new.page_limit and old.page_limit != new.page_limit:
        found.append(KaznedraError(Code.PAGE_LIMIT_CHANGED, before=old.page_limit, now=new.page_limit))
    if old.api and new.api and old.api != new.api:
        found.append(KaznedraError(Code.API_CHANGED, before=old.api, now=new.api))
    return found


def attribute_changes(old: Promise, new: Promise, mapped: Iterable[str]) -> list[KaznedraError]:
    """Attributes that are lost, of another type, or new. Only those that a profile reads are lost or of another type.

    A sample shows nothing lost that it leaves out for being null where earlier ones were full; it is said all the same,
    with where it is known from.
    """
    if not old.attributes or not new.attributes:
        return []
    read = set(mapped)
    before = {name: kind for name, kind in old.attributes.items() if kind and name in read}
    found = []
    lost = [name for name in before if is_lost(name, new)]
    if lost:
        found.append(KaznedraError(Code.ATTRIBUTE_LOST, attributes=_named(lost), **_known_from(new)))
    for name, kind in before.items():
        now = new.attributes.get(name, "")
        if now and now != kind:
            found.append(KaznedraError(Code.ATTRIBUTE_TYPE, attribute=name, before=kind, now=now))
    added = [name for name in new.attributes if name not in old.attributes]
    if added:
        found.append(KaznedraError(Code.ATTRIBUTE_NEW, attributes=_named(added)))
    return found


def _known_from(promise: Promise) -> dict[str, str]:
    reasons = {Told.SAMPLE: "first feature", Told.SCHEMA: "schema"}
    return {"reason": reasons[promise.told]} if promise.told in reasons else {}


def is_lost(name: str, promise: Promise) -> bool:
    """True where an attribute that had values is not there; of all features of a pull, also where none has a value."""
    if promise.told is Told.PAGES:
        return not promise.attributes.get(name)
    return name not in promise.attributes


def sampled(feature: Any) -> tuple[dict[str, str], str]:
    """Attributes with their types, and the form of the id, of one GeoJSON feature; empty where there is none."""
    if not isinstance(feature, dict):
        return {}, ""
    properties = feature.get("properties")
    attributes = {name: _type_of(value) for name, value in properties.items()} if isinstance(properties, dict) else {}
    return attributes, id_form(feature.get("id"))


def described(schema: Any) -> dict[str, str]:
    """Attributes with their types by a JSON Schema (queryables or schema of a collection), geometry left out."""
    properties = schema.get("properties") if isinstance(schema, dict) else None
    found: dict[str, str] = {}
    for name, member in properties.items() if isinstance(properties, dict) else ():
        if not isinstance(member, dict) or _is_geometry(member):
            continue
        kinds = member.get("type")
        told = kinds if isinstance(kinds, list) else [kinds]
        found[name] = next((_TYPES[kind] for kind in told if isinstance(kind, str) and kind in _TYPES), "")
    return found


def id_form(identifier: Any) -> str:
    """An id without what is its own: 'licences.17' is of the form 'licences.#'; empty for none."""
    if identifier is None or isinstance(identifier, bool):
        return ""
    text = str(identifier)
    if _UUID.fullmatch(text):
        return "uuid"
    form = re.sub(r"\d+", "#", text)
    return form if "#" in form and len(form) <= 60 else ""


def conformance_names(classes: Iterable[str]) -> tuple[str, ...]:
    """Conformance classes of OGC API - Features by their short names, without the version."""
    found = {name.rpartition("/conf/")[2].strip("/").lower() for name in classes if "/conf/" in name}
    return tuple(sorted(name for name in found if name.startswith(_IMPLEMENTED)))


def _is_geometry(member: Mapping[str, Any]) -> bool:
    reference = str(member.get("$ref", "")) + str(member.get("format", "")) + str(member.get("x-ogc-role", ""))
    return "geo" in reference.lower()


def _type_of(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    return "text" if isinstance(value, str) else "json"


def _is_same_place(old: BBox, new: BBox) -> bool:
    """True where the two share most of the larger; a changed edge is not a move."""
    east, north = min(old[2], new[2]), min(old[3], new[3])
    shared = max(east - max(old[0], new[0]), 0.0) * max(north - max(old[1], new[1]), 0.0)
    largest = max((box[2] - box[0]) * (box[3] - box[1]) for box in (old, new))
    return shared >= _OVERLAP * largest


def _box(box: BBox) -> str:
    return ", ".join(f"{edge:.4g}" for edge in box)


def _named(names: Iterable[str]) -> str:
    listed = list(names)
    return ", ".join(listed[:_NAMED]) + (", …" if len(listed) > _NAMED else "")
