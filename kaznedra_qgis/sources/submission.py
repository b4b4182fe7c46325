"""Filing an application by OGC API - Features, Part 4 (OGC 20-002, 8.4): POST of one feature, known by its key.

The key is made by whoever files, before anything is sent, and stands in the feature as an attribute. Whether the
platform has the application is only ever told by asking it for that key: an answer to the POST can be lost.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Optional

from ..errors import Code, KaznedraError
from ..themes import APPLICATIONS, BY_PLATFORM
from .addresses import encodable, linked, origin, shown, with_parameters
from .envelope import read_json
from .http import GEOJSON, Client
from .limits import Limits
from .links import hrefs
from .oapif import Platform
from .profile import SERVER, AttributeMap, SourceProfile, ThemeProfile

KEY = "client_key"
MEDIA_TYPE = "application/geo+json"
_TAKEN = (201, 202)
"""Statuses by which a platform says that it has taken it; a sign-in page of the network has 200"""
_PAGE = 100
_MOST_PAGES = 1000
_KEPT_CHARACTERS = 2000
"""Of a text that the platform says of an application"""


@dataclass(frozen=True)
class Feature:
    """An application as it would be sent: `body` byte for byte, to a collection of the platform at `address`."""

    key: str
    address: str
    collection: str
    body: bytes

    @property
    def digest(self) -> str:
        """SHA-256, hexadecimal, of where it goes and of what is sent."""
        place = json.dumps([self.address, self.collection]).encode()
        return hashlib.sha256(place + b"\n" + self.body).hexdigest()


@dataclass(frozen=True)
class Record:
    """An application as the platform has it; `attributes` by the names of the contract, as far as it tells them."""

    feature_id: str
    attributes: Mapping[str, Any] = field(default_factory=dict)
    differs: tuple[str, ...] = ()
    """Attributes that are not as they were sent"""
    copies: int = 1
    """How many applications of this key the platform has; more than one is the platform's fault"""


class _Seen:
    """What a platform shows when it is asked for a key that stands in the attribute `name`."""

    def __init__(self, name: str, key: str) -> None:
        self.name, self._key = name, key.lower()
        self.ours: dict[str, Mapping[str, Any]] = {}
        """Applications of that key, by their ids"""
        self.ids: set[str] = set()
        """Of all that came"""
        self.shows_keys = False
        """Whether the attribute was there in anything that came"""

    def add(self, features: list[Mapping[str, Any]]) -> bool:
        """Look at a page; False where it brought nothing that had not come before."""
        before = len(self.ids)
        for one in features:
            number = str(one.get("id") or json.dumps(one, sort_keys=True))
            self.ids.add(number)
            properties = _properties(one)
            self.shows_keys |= self.name in properties
            # databases write a UUID in other letters, or in braces
            if str(properties.get(self.name)).strip("{}").lower() == self._key:
                self.ours[number] = one
        return len(self.ids) > before


def takes_applications(profile: SourceProfile) -> bool:
    """Whether the source is one where applications can be filed."""
    return profile.submission is not None and profile.kind == SERVER


def submission_profile(profile: SourceProfile) -> ThemeProfile:
    """Where the source takes applications. Raises SUBMISSION_NOT_OFFERED."""
    if profile.submission is None or profile.kind != SERVER:
        raise KaznedraError(Code.SUBMISSION_NOT_OFFERED, source=profile.title_in("en"))
    return profile.submission


def feature(profile: SourceProfile, attributes: Mapping[str, Any], geometry: Mapping[str, Any]) -> Feature:
    """The application with these attributes (those that the applicant sets) and a GeoJSON geometry.

    The same input gives the same bytes. Raises SUBMISSION_NOT_OFFERED.
    """
    mapped = submission_profile(profile)
    properties = {}
    for attribute in APPLICATIONS.attributes:
        place = mapped.attributes.get(attribute.name)
        if place is not None and attribute.name not in BY_PLATFORM:
            properties[place.source] = _there(attributes.get(attribute.name), place)
    body = _laid_out(properties, geometry, in_ascii=True).encode("ascii")
    return Feature(str(attributes[KEY]), shown(profile.address), mapped.collection, body)


def readable(body: bytes) -> str:
    """The same JSON with letters where the body has their numbers."""
    told = json.loads(body)
    return _laid_out(told["properties"], told["geometry"], in_ascii=False)


def _laid_out(properties: Mapping[str, Any], geometry: Mapping[str, Any], in_ascii: bool) -> str:
    # in ASCII: QGIS's development server counts letters where it should count bytes, and waits for the rest for ever
    told = json.dumps(properties, ensure_ascii=in_ascii, indent=2).replace("\n", "\n  ")
    placed = json.dumps(geometry, ensure_ascii=in_ascii)
    return f'{{\n  "type": "Feature",\n  "properties": {told},\n  "geometry": {placed}\n}}\n'


class Counter:
    """Where a platform takes applications."""

    def __init__(self, platform: Platform) -> None:
        self.profile = platform.profile
        self.address = shown(platform.profile.address)
        self._mapped = submission_profile(platform.profile)
        self._platform = platform
        self._client: Client = platform.client.fresh()
        self.limits: Limits = platform.client.limits

    def find(self, key: str, sent: bytes = b"") -> Optional[Record]:
        """The application of that key, compared with what was `sent`; None where the platform surely has none.

        Raises whatever leaves that open: the client's errors, FOREIGN_LINK, NOT_FEATURES, COUNT_DIFFERS, ENDLESS_PAGES,
        SUBMISSION_UNPROVEN.
        """
        seen = _Seen(self._mapped.source_of(KEY), key)
        try:
            self._look(key, seen)
        except KaznedraError:
            # what was seen is there, whatever else was not seen
            if not seen.ours:
                raise
        return self._record(list(seen.ours.values()), sent) if seen.ours else None

    def _look(self, key: str, seen: _Seen) -> None:
        """See all that the platform gives of a key. Raises where more may be there than was seen."""
        following = with_parameters(self._items(), {self._mapped.source_of(KEY): key, "limit": str(_PAGE)})
        for number in range(1, _MOST_PAGES + 1):
            answer = self._client.get(following, accept=GEOJSON)
            if origin(answer.url) != origin(following):
                # what another server says of the key proves nothing
                raise KaznedraError(Code.FOREIGN_LINK, address=shown(following), link=shown(answer.url))
            page = read_json(answer.body)
            features = page.get("features") if isinstance(page, dict) else None
            if not isinstance(features, list) or not all(isinstance(one, dict) for one in features):
                raise KaznedraError(Code.NOT_FEATURES, address=shown(answer.url))
            is_news = seen.add(features)
            links = hrefs(page, ("next",))
            if not links or not is_news:
                is_end = number > 1 if is_news else not features and (number > 1 or not links)
                _check_all_came(page.get("numberMatched"), is_end, seen, answer.url)
                return
            found = next((url for href in links if (url := linked(answer.url, href))), None)
            if found is None:
                raise KaznedraError(Code.FOREIGN_LINK, address=shown(answer.url), link=shown(links[0]))
            following = found
        raise KaznedraError(Code.ENDLESS_PAGES, address=shown(following))

    def file(self, body: bytes) -> bool:
        """Send an application, once. Returns whether the platform says that it has taken it.

        That it is there is for `find` to tell. Raises as Client.post does, with the fact `taken`.
        """
        try:
            items = self._items()
        except KaznedraError as error:
            raise KaznedraError(error.code, **{**error.facts, "taken": "no"}) from error
        return self._client.post(items, body, MEDIA_TYPE).status in _TAKEN

    def _items(self) -> str:
        try:
            return self._platform.items(self._mapped.collection)
        except KaznedraError as error:
            if error.code is Code.THEME_MISSING:
                raise KaznedraError(Code.SUBMISSION_NOT_OFFERED, **error.facts) from error
            raise

    def _record(self, found: list[Mapping[str, Any]], sent: bytes) -> Record:
        one = min(found, key=lambda each: str(each.get("id", "")))
        properties = _properties(one)
        attributes = {
            name: _here(properties[place.source], place)
            for name, place in self._mapped.attributes.items()
            if place.source in properties
        }
        feature_id = encodable(str(one.get("id", ""))[:_KEPT_CHARACTERS])
        return Record(feature_id, attributes, self._differing(properties, sent), len(found))

    def _differing(self, kept: Mapping[str, Any], sent: bytes) -> tuple[str, ...]:
        was = json.loads(sent)["properties"] if sent else {}
        names = {place.source: name for name, place in self._mapped.attributes.items()}
        return tuple(names.get(name, name) for name, value in was.items() if kept.get(name) != value)


def counter(source: object) -> Counter:
    """Where a source takes applications. Raises SUBMISSION_NOT_OFFERED where it takes none."""
    if not isinstance(source, Platform):
        raise KaznedraError(Code.SUBMISSION_NOT_OFFERED)
    return Counter(source)


def _properties(told: Mapping[str, Any]) -> Mapping[str, Any]:
    properties = told.get("properties")
    return properties if isinstance(properties, dict) else {}


def _check_all_came(matched: object, is_end: bool, seen: _Seen, url: str) -> None:
    """Raise where more may be there: `matched` is how many the platform promised, `is_end` whether its links ended."""
    came = len(seen.ids)
    if isinstance(matched, int) and came < matched:
        raise KaznedraError(Code.COUNT_DIFFERS, address=shown(url), expected=matched, received=came)
    if not isinstance(matched, int) and not is_end:
        raise KaznedraError(Code.SUBMISSION_UNPROVEN, address=shown(url), received=came)
    if came and not seen.shows_keys:
        raise KaznedraError(Code.SUBMISSION_UNPROVEN, address=shown(url), attribute=seen.name)


def _there(value: Any, place: AttributeMap) -> Any:
    """A value of ours as the platform writes it."""
    return next((told for told, meant in place.values.items() if meant == value and value is not None), value)


def _here(value: Any, place: AttributeMap) -> Any:
    """A value of the platform's as we write it; no text without end."""
    value = place.values.get(str(value), value)
    if isinstance(value, (dict, list)):
        value = json.dumps(value, ensure_ascii=False)
    return encodable(value[:_KEPT_CHARACTERS]) if isinstance(value, str) else value
