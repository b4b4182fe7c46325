"""OGC API - Features, Part 1 (OGC 17-069r4): what a server offers, and its collections page by page."""

import threading
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import replace
from difflib import get_close_matches
from math import isfinite
from typing import Any, Optional, Union
from urllib.parse import quote

from ..errors import Code, KaznedraError
from .addresses import shown, with_parameters
from .changes import AskedChanges
from .crs import is_longitude_latitude
from .ends import are_all
from .envelope import read_json
from .fan import fan, side_by_side
from .http import GEOJSON, Client
from .kept import KeptPages
from .landing import COLLECTIONS, Home, Landing, below, link, text, texts
from .openapi import items_parameters, page_limit, title_and_version
from .paging import Fetched, Paging, fetched
from .profile import SourceProfile, ThemeProfile
from .promise import Promise, Told, described, sampled
from .source import BBox, Changes, Contract, Offer, Page, Way
from .ways import COUNTRY, Boxes, sort_attribute, split

_SCHEMA = (
    "schema",
    "http://www.opengis.net/def/rel/ogc/1.0/schema",
    "queryables",
    "http://www.opengis.net/def/rel/ogc/1.0/queryables",
)
_NAMED_IN_ERRORS = 20
_LONGEST_TITLE = 200
_MOST_CRS = 50
"""Kept of a list that can have thousands"""
_MANY = 50_000
_BACKWARDS = "sortdesc"
"""QGIS Server's parameter"""
_HOPELESS = frozenset(
    {Code.CANCELLED, Code.UNREACHABLE, Code.CERTIFICATE, Code.PROXY, Code.CREDENTIALS_UNUSABLE, Code.REDIRECT_LOOP}
)


class Platform:
    """A server of OGC API - Features, mapped onto the themes by a profile.

    The address may be that of the landing page, of the collections, of one collection or of its items, with any
    query; parameters other than those of paging and format (as QGIS Server's MAP) go along with every request.
    """

    def __init__(self, profile: SourceProfile, client: Client) -> None:
        self.profile = profile
        self._client = client
        client.slow_to(profile.requests_per_second)
        self._landing = Landing(profile.address, client, self._width())
        self._home: Optional[Home] = None
        self._accepted: dict[str, Optional[int]] = {}
        self._kept: dict[str, Optional[KeptPages]] = {}

    def contract(self, themes: Optional[Collection[str]] = None) -> Contract:
        """What the server offers of the profile's themes, or of some of them, asked anew, several at once.

        A theme that cannot be had is `missing` with its own error: THEME_MISSING (`collection`, `offered`), OTHER_CRS
        (`crs`), or any of the client's. Raises NOT_A_PLATFORM (`address`, `reason`) and the client's errors.
        """
        self._home = home = self._landing.home()
        wanted = self.profile.asked(themes)

        def offer(theme: str, client: Client) -> Union[Offer, KaznedraError]:
            try:
                return self._offer(home, theme, wanted[theme], client)
            except KaznedraError as error:
                if error.code in _HOPELESS:
                    raise
                return error

        found = side_by_side(self._client, self._width(), offer, wanted)
        offers = {theme: told for theme in wanted if isinstance(told := found[theme], Offer)}
        missing = {theme: told for theme in wanted if isinstance(told := found[theme], KaznedraError)}
        return Contract(home.title, offers, missing, home.server_time)

    @property
    def client(self) -> Client:
        """What the server is asked through."""
        return self._client

    def items(self, collection: str) -> str:
        """Address of a collection's items, with what goes along with every request. Raises THEME_MISSING where the
        server has no such collection, NOT_A_PLATFORM and the client's errors.
        """
        if self._home is None:
            self._home = self._landing.home()
        if collection not in self._home.collections:
            raise KaznedraError(Code.THEME_MISSING, collection=collection, address=shown(self._home.url))
        return with_parameters(self._items(self._home, collection), self._landing.query, override=False)

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

    def has_just(self, offer: Offer, features: int, told: int) -> bool:
        """True where looking at both ends of the theme shows that so many features are all, though others are told.

        Only a server that sorts both ways, as QGIS Server, shows that. Raises CANCELLED; no other failure is proof.
        """
        key = self._sort_attribute(offer)
        names = items_parameters(self._home.description if self._home else None, offer.collection)
        if not key or _BACKWARDS not in names:
            return False
        possible = {"properties": key, "skipGeometry": "true"}
        least = {name: value for name, value in possible.items() if name in names}

        def look(offset: int, limit: int, backwards: bool) -> int:
            order = {"sortby": key, _BACKWARDS: str(backwards).lower()}
            return self._walk(offer, self._client, anew=True).ask({**least, **order}).piece(offset, limit).count

        try:
            return are_all(features, told, look)
        except KaznedraError as error:
            if error.code is Code.CANCELLED:
                raise
            return False

    def keep_pages(self, theme: str, kept: Optional[KeptPages]) -> None:
        """From now on take and keep the theme's pages there; None: neither."""
        self._kept[theme] = kept

    def _walk(self, offer: Offer, client: Client, anew: bool = False) -> Paging:
        """A walk through a theme; `anew` asks for every page, kept or not."""
        if self._home is None:
            self._home = self._landing.home()
        items = self._items(self._home, offer.collection)
        page_size, width = self._page_size(offer), self.profile.concurrency
        kept = None if anew else self._kept.get(offer.theme)
        return Paging(client, offer.theme, items, self._landing.query, page_size, self._accepted, width, kept)

    def _page_size(self, offer: Offer) -> int:
        promised = offer.promise.page_limit if offer.promise else None
        return min(self.profile.page_size, promised or self.profile.page_size)

    def _width(self) -> int:
        return max(1, min(self.profile.concurrency, self._client.limits.concurrency))

    def _sort_attribute(self, offer: Offer) -> str:
        """What the server can sort the theme by; empty where it does not say so, or cannot be asked."""
        if self._home is None:
            self._home = self._landing.home()
        preferred = self.profile.theme(offer.theme).id_attribute
        return sort_attribute(self._home.description, offer.collection, preferred)

    def _offer(self, home: Home, theme: str, mapped: ThemeProfile, client: Client) -> Offer:
        collection = home.collections.get(mapped.collection)
        if collection is None:
            offered = list(home.collections)
            facts = {"candidates": ", ".join(get_close_matches(mapped.collection, offered))}
            facts["offered"] = ", ".join(offered[:_NAMED_IN_ERRORS])
            raise KaznedraError(
                Code.THEME_MISSING, theme=theme, collection=mapped.collection, address=shown(home.url), **facts
            )
        named = texts(collection.get("crs"))
        crs = [name for name in named if not name.startswith("#")] + (home.shared_crs if "#/crs" in named else [])
        if crs and not any(map(is_longitude_latitude, crs)):
            raise KaznedraError(Code.OTHER_CRS, theme=theme, collection=mapped.collection, crs=", ".join(crs[:5]))
        items = with_parameters(self._items(home, mapped.collection), self._landing.query, override=False)
        first = client.read(items, lambda answer: fetched(answer, 1), {"limit": 1}, accept=GEOJSON, theme=theme)
        promise = self._promise(home, mapped.collection, tuple(crs), first, client)
        offer = Offer(theme, mapped.collection, promise.title, promise.expected, promise.extent, promise)
        return replace(offer, changes=self._changes(home, offer, mapped, first))

    def _changes(self, home: Home, offer: Offer, mapped: ThemeProfile, first: Fetched) -> Optional[Changes]:
        if not mapped.changed_filter:
            return None
        names = items_parameters(home.description, mapped.collection)
        return AskedChanges(lambda: self._walk(offer, self._client, anew=True), names, mapped, first)

    def _promise(self, home: Home, name: str, crs: tuple[str, ...], first: Fetched, client: Client) -> Promise:
        collection = home.collections[name]
        features = read_json(first.page.body).get("features") or [None]
        attributes, form = sampled(features[0])
        promise = Promise(
            collection=name,
            title=text(collection.get("title"))[:_LONGEST_TITLE],
            api=" ".join(filter(None, title_and_version(home.description)))[:_LONGEST_TITLE],
            attributes=attributes,
            id_form=form,
            crs=tuple(sorted(set(crs))[:_MOST_CRS]),
            extent=_extent(collection),
            page_limit=page_limit(home.description, name),
            conformance=home.conformance,
            expected=first.page.matched,
        )
        schema = described(self._landing.optional(link(collection, collection["listed_at"], _SCHEMA), client))
        return replace(promise, attributes=schema, told=Told.SCHEMA) if schema else promise

    def _items(self, home: Home, collection: str) -> str:
        described = home.collections.get(collection, {})
        listed_at = described.get("listed_at") or below(home.url, COLLECTIONS)
        return link(described, listed_at, ("items",)) or below(listed_at, f"{quote(collection, safe='')}/items")


def _extent(collection: dict[str, Any]) -> Optional[BBox]:
    """The first, overall box of a collection's spatial extent, where it is told in longitude and latitude."""
    extent = collection.get("extent")
    spatial = extent.get("spatial") if isinstance(extent, dict) else None
    if not isinstance(spatial, dict) or not is_longitude_latitude(text(spatial.get("crs")) or "OGC:CRS84"):
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
