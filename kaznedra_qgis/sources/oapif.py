"""OGC API - Features, Part 1 (OGC 17-069r4): what a server offers, and its collections page by page."""

import re
import threading
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from math import isfinite
from typing import Any, Callable, Optional, TypeVar, Union
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

from ..errors import Code, KaznedraError
from .addresses import has_credentials, is_web_address, linked, shown, with_parameters
from .changes import AskedChanges
from .crs import is_longitude_latitude
from .envelope import read_json
from .fan import fan
from .http import GEOJSON, Answer, Client
from .kept import KeptPages
from .links import hrefs
from .openapi import items_parameters, page_limit, title_and_version
from .paging import Fetched, Paging, fetched, in_utc
from .profile import SourceProfile, ThemeProfile
from .promise import Promise, Told, conformance_names, described, sampled
from .source import BBox, Changes, Contract, Offer, Page, Way
from .ways import COUNTRY, Boxes, sort_attribute, split

_COLLECTIONS = "collections"
_BESIDE_COLLECTIONS = ("conformance", "api", "openapi", "index")
_OF_ONE_REQUEST = frozenset(
    {"f", "limit", "offset", "startindex", "bbox", "bbox-crs", "crs", "datetime", "sortby", "filter", "filter-lang"}
)
_SUFFIX = re.compile(r"(/index)?\.(json|html)$")
_DATA = ("data", "http://www.opengis.net/def/rel/ogc/1.0/data", _COLLECTIONS)
_CONFORMANCE = ("conformance", "http://www.opengis.net/def/rel/ogc/1.0/conformance")
_DESCRIPTION = ("service-desc",)
_SCHEMA = (
    "schema",
    "http://www.opengis.net/def/rel/ogc/1.0/schema",
    "queryables",
    "http://www.opengis.net/def/rel/ogc/1.0/queryables",
)
_NAMED_IN_ERRORS = 20
_LISTINGS = 100
_LONGEST_TITLE = 200
_MOST_CRS = 50
"""Kept of a list that can have thousands"""
_MANY = 50_000
_HOPELESS = frozenset(
    {Code.CANCELLED, Code.UNREACHABLE, Code.CERTIFICATE, Code.PROXY, Code.CREDENTIALS_UNUSABLE, Code.REDIRECT_LOOP}
)

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class _Home:
    """The landing page as it was found."""

    url: str
    title: str
    server_time: str
    collections: dict[str, dict[str, Any]]
    """By id, in the order of the server"""
    shared_crs: list[str]
    conformance: tuple[str, ...] = ()
    description: Any = field(default=None, repr=False)
    """The API description; None where there is none"""


class Platform:
    """A server of OGC API - Features, mapped onto the themes by a profile.

    The address may be that of the landing page, of the collections, of one collection or of its items, with any
    query; parameters other than those of paging and format (as QGIS Server's MAP) go along with every request.
    """

    def __init__(self, profile: SourceProfile, client: Client) -> None:
        self.profile = profile
        self._client = client
        client.slow_to(profile.requests_per_second)
        self._landings, self._query = _landing_addresses(profile.address)
        self._home: Optional[_Home] = None
        self._accepted: dict[str, Optional[int]] = {}
        self._kept: dict[str, Optional[KeptPages]] = {}

    def contract(self, themes: Optional[Collection[str]] = None) -> Contract:
        """What the server offers of the profile's themes, or of some of them, asked anew, several at once.

        A theme that cannot be had is `missing` with its own error: THEME_MISSING (`collection`, `offered`), OTHER_CRS
        (`crs`), or any of the client's. Raises NOT_A_PLATFORM (`address`, `reason`) and the client's errors.
        """
        self._home = home = self._find_home()
        wanted = self.profile.asked(themes)

        def offer(theme: str, client: Client) -> Union[Offer, KaznedraError]:
            try:
                return self._offer(home, theme, wanted[theme], client)
            except KaznedraError as error:
                if error.code in _HOPELESS:
                    raise
                return error

        found = self._side_by_side(offer, wanted)
        offers = {theme: told for theme in wanted if isinstance(told := found[theme], Offer)}
        missing = {theme: told for theme in wanted if isinstance(told := found[theme], KaznedraError)}
        return Contract(home.title, offers, missing, home.server_time)

    def _side_by_side(self, ask: Callable[[K, Client], V], keys: Collection[K]) -> dict[K, V]:
        """What `ask` says of each key, as many at once as the limits allow; the first error ends all."""
        if self._width() == 1:
            return {key: ask(key, self._client) for key in keys}
        stop = threading.Event()
        client = self._client.stoppable(stop)
        return dict(fan(lambda key: (key, ask(key, client)), keys, self._width(), stop)) if keys else {}

    @property
    def client(self) -> Client:
        """What the server is asked through."""
        return self._client

    def items(self, collection: str) -> str:
        """Address of a collection's items, with what goes along with every request. Raises THEME_MISSING where the
        server has no such collection, NOT_A_PLATFORM and the client's errors.
        """
        if self._home is None:
            self._home = self._find_home()
        if collection not in self._home.collections:
            raise KaznedraError(Code.THEME_MISSING, collection=collection, address=shown(self._home.url))
        return with_parameters(self._items(self._home, collection), self._query, override=False)

    def ways(self, offer: Offer) -> Iterator[Way]:
        """Plainly; sorted, where the server says that it can; box by box, and that first where there are many.

        Most servers count their way to an offset, which for a hundred thousand features takes as long as the rest.
        """
        boxes_first = offer.extent is not None and (offer.expected or 0) >= max(_MANY, 2 * self._page_size(offer))
        if boxes_first:
            yield Way.SPLIT
        yield Way.PLAIN
        if self._sort_attribute(offer):
            yield Way.SORTED
        if not boxes_first:
            yield Way.SPLIT

    def pages(self, offer: Offer, bbox: Optional[BBox] = None, way: Way = Way.PLAIN) -> Iterator[Page]:
        """All pages of a theme; several are asked for at once where the first shows where the others lie.

        Raises the client's errors and NOT_JSON, NOT_FEATURES, OTHER_CRS, FOREIGN_LINK (`link`), REPEATED_PAGE,
        ENDLESS_PAGES, all with `theme`, `page` and `address`.
        """
        if way is Way.SPLIT:
            yield from self._box_by_box(offer, bbox)
            return
        sort_by = self._sort_attribute(offer) if way is Way.SORTED else ""
        yield from self._walk(offer, self._client).restrict(bbox, sort_by).pages()

    def _box_by_box(self, offer: Offer, bbox: Optional[BBox]) -> Iterator[Page]:
        """All pages; those of the whole theme tell its total as it was before, the last as it is after all others."""

        def within(box: BBox, stop: threading.Event) -> Paging:
            return self._walk(offer, self._client.stoppable(stop)).restrict(box)

        expected = offer.expected if bbox is None else None
        boxes = Boxes(bbox or offer.extent or COUNTRY, expected, self._page_size(offer))
        before: Optional[Page] = None
        for page in split(within, boxes, self._width(), self._client.limits.pages):
            if before is not None:
                yield before
            before = replace(page, matched=expected)
        if before is not None:
            yield before if expected is None else replace(before, matched=self._counted(offer))

    def is_unchanged(self, offer: Offer, pages: Collection[tuple[str, str]]) -> bool:
        """True where the server says of every page that it still has its ETag; asks no further after one that has not.

        Raises CANCELLED; any other failure is no confirmation.
        """
        stop = threading.Event()
        client = self._client.stoppable(stop).once()
        asked = fan(lambda page: self._walk(offer, client, anew=True).is_unchanged(*page), pages, self._width(), stop)
        try:
            with closing(asked):  # type: ignore[type-var]
                return all(asked)
        except KaznedraError as error:
            if error.code is Code.CANCELLED:
                raise
            return False

    def _counted(self, offer: Offer) -> Optional[int]:
        """The theme's number of features now; None where the server does not tell."""
        return self._walk(offer, self._client, anew=True).first(1).page.matched

    def keep_pages(self, theme: str, kept: Optional[KeptPages]) -> None:
        """From now on take and keep the theme's pages there; None: neither."""
        self._kept[theme] = kept

    def _walk(self, offer: Offer, client: Client, anew: bool = False) -> Paging:
        """A walk through a theme; `anew` asks for every page, kept or not."""
        if self._home is None:
            self._home = self._find_home()
        items = self._items(self._home, offer.collection)
        page_size, width = self._page_size(offer), self.profile.concurrency
        kept = None if anew else self._kept.get(offer.theme)
        return Paging(client, offer.theme, items, self._query, page_size, self._accepted, width, kept)

    def _page_size(self, offer: Offer) -> int:
        promised = offer.promise.page_limit if offer.promise else None
        return min(self.profile.page_size, promised or self.profile.page_size)

    def _width(self) -> int:
        return max(1, min(self.profile.concurrency, self._client.limits.concurrency))

    def _sort_attribute(self, offer: Offer) -> str:
        """What the server can sort the theme by; empty where it does not say so, or cannot be asked."""
        if self._home is None:
            self._home = self._find_home()
        preferred = self.profile.theme(offer.theme).id_attribute
        return sort_attribute(self._home.description, offer.collection, preferred)

    def _find_home(self) -> _Home:
        landing, answer = self._find_landing()
        parts: dict[str, Callable[[Client], Any]] = {
            "collections": lambda client: self._collections(landing, answer.url, client),
            "conformance": lambda client: self._conformance(landing, answer.url, client),
            "description": lambda client: self._optional(_link(landing, answer.url, _DESCRIPTION), client),
        }
        found = self._side_by_side(lambda name, client: parts[name](client), list(parts))
        collections, shared_crs = found["collections"]
        server_time = answer.server_time or in_utc(_text(landing.get("timeStamp")))
        title = _text(landing.get("title"))
        return _Home(
            answer.url, title, server_time, collections, shared_crs, found["conformance"], found["description"]
        )

    def _find_landing(self) -> tuple[dict[str, Any], Answer]:
        first_error: Optional[KaznedraError] = None
        for address in self._landings:
            try:
                landing, answer = self._document(address)
            except KaznedraError as error:
                if error.code is not Code.NOT_A_PLATFORM:
                    raise
                first_error = first_error or error
                continue
            if isinstance(landing, dict) and isinstance(landing.get("links"), list):
                return landing, answer
            first_error = first_error or self._no_platform(answer, "no links")
        assert first_error is not None  # nosec B101
        raise first_error

    def _optional(self, url: Optional[str], client: Client) -> Any:
        """A document that a server need not have, asked for once; None where it cannot be had."""
        try:
            return self._document(url, client.once())[0] if url else None
        except KaznedraError as error:
            if error.code is Code.CANCELLED:
                raise
            return None

    def _document(self, url: str, client: Optional[Client] = None) -> tuple[Any, Answer]:
        """A JSON document of the server. Raises NOT_A_PLATFORM where there is something else."""

        def parse(answer: Answer) -> tuple[Any, Answer]:
            return read_json(answer.body), answer

        url = with_parameters(url, self._query, override=False)
        client = client or self._client
        try:
            try:
                return client.read(url, parse)
            except KaznedraError as error:
                if error.code is not Code.NOT_JSON or error.facts.get("reason") != "html":
                    raise
                return client.read(url, parse, {"f": "json"})
        except KaznedraError as error:
            if error.code in (Code.NOT_FOUND, Code.NOT_JSON, Code.REFUSED):
                raise KaznedraError(Code.NOT_A_PLATFORM, **{**error.facts, "reason": error.code.value}) from error
            raise

    def _no_platform(self, answer: Answer, reason: str) -> KaznedraError:
        return KaznedraError(Code.NOT_A_PLATFORM, address=shown(answer.url), reason=reason)

    def _conformance(self, landing: dict[str, Any], url: str, client: Client) -> tuple[str, ...]:
        """The classes that the server says it conforms to. Raises NOT_A_PLATFORM where none is of features."""
        link = _link(landing, url, _CONFORMANCE)
        if link is None:
            return ()
        document, answer = self._document(link, client)
        classes = _texts(document.get("conformsTo")) if isinstance(document, dict) else []
        if classes and not any("features" in name.lower() for name in classes):
            raise self._no_platform(answer, "no features")
        return conformance_names(classes)

    def _collections(
        self, landing: dict[str, Any], at: str, client: Client
    ) -> tuple[dict[str, dict[str, Any]], list[str]]:
        url = _link(landing, at, _DATA) or _below(at, _COLLECTIONS)
        found: dict[str, dict[str, Any]] = {}
        shared_crs: list[str] = []
        following: Optional[str] = url
        for _ in range(_LISTINGS):
            listing, answer = self._document(following or url, client)
            collections = listing.get("collections") if isinstance(listing, dict) else None
            if not isinstance(collections, list):
                raise self._no_platform(answer, "no collections")
            shared_crs = shared_crs or _texts(listing.get("crs"))
            new = {
                collection["id"]: {**collection, "listed_at": answer.url}
                for collection in collections
                if isinstance(collection, dict) and isinstance(collection.get("id"), str)
            }
            following = _link(listing, answer.url, ("next",)) if new.keys() - found.keys() else None
            found = {**new, **found}
            if following is None:
                break
        return found, shared_crs

    def _offer(self, home: _Home, theme: str, mapped: ThemeProfile, client: Client) -> Offer:
        collection = home.collections.get(mapped.collection)
        if collection is None:
            offered = list(home.collections)
            facts = {"candidates": ", ".join(get_close_matches(mapped.collection, offered))}
            facts["offered"] = ", ".join(offered[:_NAMED_IN_ERRORS])
            raise KaznedraError(
                Code.THEME_MISSING, theme=theme, collection=mapped.collection, address=shown(home.url), **facts
            )
        named = _texts(collection.get("crs"))
        crs = [name for name in named if not name.startswith("#")] + (home.shared_crs if "#/crs" in named else [])
        if crs and not any(map(is_longitude_latitude, crs)):
            raise KaznedraError(Code.OTHER_CRS, theme=theme, collection=mapped.collection, crs=", ".join(crs[:5]))
        items = with_parameters(self._items(home, mapped.collection), self._query, override=False)
        first = client.read(items, lambda answer: fetched(answer, 1), {"limit": 1}, accept=GEOJSON, theme=theme)
        promise = self._promise(home, mapped.collection, tuple(crs), first, client)
        offer = Offer(theme, mapped.collection, promise.title, promise.expected, promise.extent, promise)
        return replace(offer, changes=self._changes(home, offer, mapped, first))

    def _changes(self, home: _Home, offer: Offer, mapped: ThemeProfile, first: Fetched) -> Optional[Changes]:
        if not mapped.changed_filter:
            return None
        names = items_parameters(home.description, mapped.collection)
        return AskedChanges(lambda: self._walk(offer, self._client, anew=True), names, mapped, first)

    def _promise(self, home: _Home, name: str, crs: tuple[str, ...], first: Fetched, client: Client) -> Promise:
        collection = home.collections[name]
        features = read_json(first.page.body).get("features") or [None]
        attributes, form = sampled(features[0])
        promise = Promise(
            collection=name,
            title=_text(collection.get("title"))[:_LONGEST_TITLE],
            api=" ".join(filter(None, title_and_version(home.description)))[:_LONGEST_TITLE],
            attributes=attributes,
            id_form=form,
            crs=tuple(sorted(set(crs))[:_MOST_CRS]),
            extent=_extent(collection),
            page_limit=page_limit(home.description, name),
            conformance=home.conformance,
            expected=first.page.matched,
        )
        schema = described(self._optional(_link(collection, collection["listed_at"], _SCHEMA), client))
        return replace(promise, attributes=schema, told=Told.SCHEMA) if schema else promise

    def _items(self, home: _Home, collection: str) -> str:
        described = home.collections.get(collection, {})
        listed_at = described.get("listed_at") or _below(home.url, _COLLECTIONS)
        return _link(described, listed_at, ("items",)) or _below(listed_at, f"{quote(collection, safe='')}/items")


def _link(document: dict[str, Any], url: str, relations: tuple[str, ...]) -> Optional[str]:
    """Address of the first such link that stays at the origin of `url`, where the document was found."""
    return next((address for href in hrefs(document, relations) if (address := linked(url, href))), None)


def _landing_addresses(address: str) -> tuple[list[str], dict[str, str]]:
    """Where the landing page may be, likeliest first, and the parameters that go along with every request."""
    address = address.strip()
    if not is_web_address(address):
        raise KaznedraError(Code.NOT_A_PLATFORM, address=shown(address), reason="address")
    if has_credentials(address):
        raise KaznedraError(Code.CREDENTIALS_UNUSABLE, address=shown(address), reason="address")
    parts = urlsplit(address)
    segments = parts.path.split("/")
    stems = [segment.partition(".")[0].lower() for segment in segments]
    if _COLLECTIONS in stems:
        stem = "/".join(segments[: len(stems) - 1 - stems[::-1].index(_COLLECTIONS)])
        paths = [stem, f"{stem}/"]
    else:
        paths = [parts.path, parts.path.rstrip("/") + "/"]
        if stems[-1] in _BESIDE_COLLECTIONS:
            paths += ["/".join(segments[:-1]), "/".join([*segments[:-1], ""])]
    query = {name: value for name, value in parse_qsl(parts.query) if name.lower() not in _OF_ONE_REQUEST}
    found = [urlunsplit((parts.scheme, parts.netloc, path or "/", "", "")) for path in paths]
    return list(dict.fromkeys(found)), query


def _below(resource: str, path: str) -> str:
    """Address of a resource below another, which may be written with a slash or a suffix (`.json`)."""
    parts = urlsplit(resource)
    stem = _SUFFIX.sub("", parts.path).rstrip("/")
    return urlunsplit((parts.scheme, parts.netloc, f"{stem}/{path}", "", ""))


def _extent(collection: dict[str, Any]) -> Optional[BBox]:
    """The first, overall box of a collection's spatial extent, where it is told in longitude and latitude."""
    extent = collection.get("extent")
    spatial = extent.get("spatial") if isinstance(extent, dict) else None
    if not isinstance(spatial, dict) or not is_longitude_latitude(_text(spatial.get("crs")) or "OGC:CRS84"):
        return None
    boxes = spatial.get("bbox")
    box = boxes[0] if isinstance(boxes, list) and boxes else None
    if not isinstance(box, list) or len(box) not in (4, 6):
        return None
    if not all(isinstance(edge, (int, float)) and not isinstance(edge, bool) and isfinite(edge) for edge in box):
        return None
    half = len(box) // 2
    west, south, east, north = float(box[0]), float(box[1]), float(box[half]), float(box[half + 1])
    return (west, south, east, north) if abs(south) <= 90 and abs(north) <= 90 else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
