"""A collection page by page, along the server's own links where it gives them, else by offsets."""

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from typing import Callable, Optional
from urllib.parse import parse_qsl, urlsplit

from ..errors import Code, KaznedraError
from .addresses import is_harmless, linked, shown, with_parameters
from .crs import is_longitude_latitude
from .envelope import Envelope, feature_count, read_envelope
from .fan import fan
from .http import GEOJSON, Answer, Client
from .kept import KeptPages
from .links import hrefs
from .source import CLOSING, OPENING, BBox, Page

_SMALLER_HELPS = frozenset({Code.REFUSED, Code.TOO_LARGE})
_EMPTY_IN_A_ROW = 10
_EXCESS = 2
_EXCESS_PAGES = 10


@dataclass(frozen=True)
class Fetched:
    """A page with what its answer says of the others."""

    page: Page
    envelope: Envelope = field(repr=False)
    url: str
    limit: Optional[int] = None

    @property
    def count(self) -> int:
        """Features of the page: what the server says, else counted."""
        told = self.envelope.returned
        return feature_count(self.page.body) if told is None else told

    @property
    def goes_by_offset(self) -> bool:
        """True when the link to the next page says at which offset that begins."""
        links = [dict(parse_qsl(urlsplit(href).query)) for href in hrefs(self.envelope.members, ("next",))]
        return bool(links) and links[0].get("offset") == str(self.count)

    @property
    def leads_on(self) -> bool:
        """True when the answer links to a next page."""
        return bool(hrefs(self.envelope.members, ("next",)))


def fetched(answer: Answer, number: int, limit: Optional[int] = None) -> Fetched:
    """The page that an answer holds. Raises NOT_JSON, BODY_CUT, NOT_FEATURES, OTHER_CRS (`crs`)."""
    try:
        envelope = read_envelope(answer.body)
    except KaznedraError as error:
        raise KaznedraError(error.code, **error.facts, content_type=answer.content_type) from None
    for crs in (envelope.crs, answer.headers.get("Content-Crs", "")):
        if crs and not is_longitude_latitude(crs):
            raise KaznedraError(Code.OTHER_CRS, crs=crs[:200])
    page = Page(
        number=number,
        body=b"".join((OPENING, envelope.features, CLOSING)),
        matched=envelope.matched,
        server_time=in_utc(envelope.time_stamp) or answer.server_time,
        size=answer.size,
        digest=envelope.digest,
        returned=envelope.returned,
        etag=answer.headers.get("ETag", "").strip(),
        asked=limit,
    )
    return Fetched(page, envelope, answer.url, limit)


class Paging:
    """One walk through a collection's items.

    `items` is the address without paging, `query` goes along with every request, `accepted` remembers per address the
    page size that the server took (None: it takes no limit). Up to `width` requests are under way at once where the
    first page shows at which offsets the others lie. Pages that are `kept` are not asked for.
    """

    def __init__(
        self,
        client: Client,
        theme: str,
        items: str,
        query: dict[str, str],
        page_size: int,
        accepted: dict[str, Optional[int]],
        width: int = 1,
        kept: Optional[KeptPages] = None,
    ) -> None:
        self._client = client
        self._theme = theme
        self._items = items
        self._query = query
        self._page_size = page_size
        self._accepted = accepted
        self._filter: dict[str, str] = {}
        self._asked: set[str] = set()
        self._digests: set[str] = set()
        self._received: Optional[int] = 0
        """Features so far; None where links lead on and the server does not say how many a page holds"""
        self._empty_in_a_row = 0
        self._kept = kept
        self._width = max(1, min(width, client.limits.concurrency))
        self._is_total_known = True

    def restrict(self, bbox: Optional[BBox] = None, sort_by: str = "") -> "Paging":
        """The same walk over the features that touch a box, or sorted by an attribute."""
        if bbox:
            self._filter["bbox"] = ",".join(map(repr, bbox))
        if sort_by:
            self._filter["sortby"] = sort_by
        return self

    def ask(self, parameters: Mapping[str, str], is_total_known: bool = True) -> "Paging":
        """The same walk with further parameters; without a known total the end is where nothing more comes."""
        self._filter.update(parameters)
        self._is_total_known = is_total_known
        return self

    def is_unchanged(self, parameters: str, etag: str) -> bool:
        """True where the page that was asked for so still has its ETag."""
        known: dict[str, str] = json.loads(parameters)
        url = with_parameters(with_parameters(self._items, self._query, override=False), known)
        return self._client.unless(etag).get(url, accept=GEOJSON, theme=self._theme).status == 304

    def _parameters(self, url: str) -> str:
        """What an address asks for of the items, as JSON; empty where it is none of theirs, or may hold a secret."""
        asked, items = urlsplit(url), urlsplit(self._items)
        parameters = {name: value for name, value in parse_qsl(asked.query) if name not in self._query}
        ours = asked[:3] == items[:3] and all(map(is_harmless, parameters))
        return json.dumps(parameters) if ours else ""

    def piece(self, offset: int, limit: int) -> Fetched:
        """So many features from there on, or fewer at the end."""
        return self._fetch(self._address(limit, offset), 1, limit)

    def pages(self) -> Iterator[Page]:
        """All pages, each once but in any order; an empty one only where it is the first."""
        first = self.first()
        offsets = self._offsets_after(first)
        if offsets[1:] and self._width > 1:
            yield first.page
            yield from self._side_by_side(first, offsets)
            return
        current: Optional[Fetched] = first
        while current is not None:
            if not current.envelope.empty or current.page.number == 1:
                yield current.page
            current = self._after(current)

    def first(self, features: int = 0) -> Fetched:
        """The first page, of as many features as the server is willing to give at most (by halving), or as asked."""
        if features:
            return self._fetch(self._address(features, 0), 1, features)
        limit = self._accepted.get(self._items, self._page_size)
        refused: Optional[KaznedraError] = None
        while True:
            try:
                first = self._fetch(self._address(limit, 0), 1, limit)
            except KaznedraError as error:
                if error.code not in _SMALLER_HELPS or limit is None:
                    raise refused or error from None
                refused = refused or error
                limit = limit // 2 or None
                continue
            self._accepted[self._items] = limit
            self._digests.add(first.page.digest)
            return first

    def _offsets_after(self, first: Fetched) -> Sequence[int]:
        """Where the other pages begin; empty where the first does not show it."""
        matched, step = first.page.matched, first.envelope.returned
        if not matched or not step or first.limit is None:
            return ()
        link = self._next_link(first)
        if link is not None:
            asked = dict(parse_qsl(urlsplit(link).query))
            if asked.get("offset") != str(step) or asked.get("limit", str(step)) not in (str(step), str(first.limit)):
                return ()
        return range(step, matched, step)

    def _side_by_side(self, first: Fetched, offsets: Sequence[int]) -> Iterator[Page]:
        """The other pages; none is asked for after an empty one, which lies behind the end whatever was promised."""
        step = first.envelope.returned
        stop, ended = threading.Event(), threading.Event()
        client = self._client.stoppable(stop)

        def remaining() -> Iterator[tuple[int, int]]:
            for number, offset in enumerate(offsets, 2):
                if ended.is_set():
                    return
                if number > self._client.limits.pages:
                    raise self._error(Code.ENDLESS_PAGES, first, matched=first.page.matched)
                yield number, offset

        def fetch(place: tuple[int, int]) -> Fetched:
            number, offset = place
            return self._fetch(self._address(step, offset), number, step, client)

        for current in fan(fetch, remaining(), self._width, stop):
            if current.envelope.empty:
                ended.set()
            else:
                yield self._new(current).page

    def _after(self, current: Fetched) -> Optional[Fetched]:
        """The page after this one, or None at the end."""
        address = self._next_link(current)
        self._count(current, linked_on=address is not None)
        self._check_bounds(current)
        if address is not None:
            if current.envelope.empty and not self._is_short(current):
                return None
            return self._new(self._fetch(address, current.page.number + 1, current.limit))
        if current.envelope.empty or not self._may_have_more(current):
            return None
        return self._by_offset(current)

    def _by_offset(self, current: Fetched) -> Optional[Fetched]:
        """The next page of a server that gives no link; None where it shows that there is none."""
        promised = current.page.matched is not None
        try:
            page = self._fetch(
                self._address(current.limit, self._received or 0), current.page.number + 1, current.limit
            )
        except KaznedraError as error:
            if error.code in (Code.REFUSED, Code.NOT_FOUND) and not promised:
                return None
            raise
        full = current.limit is None or current.count >= current.limit
        if page.page.digest in self._digests and not promised and not full:
            return None
        return None if page.envelope.empty and not promised else self._new(page)

    def _fetch(self, url: str, number: int, limit: Optional[int], client: Optional[Client] = None) -> Fetched:
        self._asked.add(url)

        def parse(answer: Answer) -> Fetched:
            found = fetched(answer, number, limit)
            found = replace(found, page=replace(found.page, parameters=self._parameters(url)))
            return found if self._is_total_known else replace(found, page=replace(found.page, matched=None))

        def ask(parse: Callable[[Answer], Fetched]) -> Fetched:
            return (client or self._client).read(url, parse, accept=GEOJSON, theme=self._theme, page=number)

        return self._kept.fetch(url, parse, ask) if self._kept is not None else ask(parse)

    def _new(self, current: Fetched) -> Fetched:
        """The page itself, when it is none that came before."""
        if not current.envelope.empty:
            if current.page.digest in self._digests:
                raise self._error(Code.REPEATED_PAGE, current)
            self._digests.add(current.page.digest)
        return current

    def _next_link(self, current: Fetched) -> Optional[str]:
        written = hrefs(current.envelope.members, ("next",))
        if not written:
            return None
        address = linked(current.url, written[0])
        if address is None:
            raise self._error(Code.FOREIGN_LINK, current, link=shown(written[0]))
        address = with_parameters(address, {**self._query, **self._filter}, override=False)
        if address in self._asked:
            if current.envelope.empty:
                return None
            raise self._error(Code.REPEATED_PAGE, current)
        return address

    def _count(self, current: Fetched, linked_on: bool) -> None:
        if self._received is None:
            return
        if linked_on and current.envelope.returned is None:
            self._received = None
            return
        self._received += current.count

    def _may_have_more(self, current: Fetched) -> bool:
        """True where nothing shows that this was the last page of a server that gave no next link."""
        return self._received is not None and (current.page.matched is None or self._received < current.page.matched)

    def _is_short(self, current: Fetched) -> bool:
        matched = current.page.matched
        return matched is not None and self._received is not None and self._received < matched

    def _check_bounds(self, current: Fetched) -> None:
        self._empty_in_a_row = self._empty_in_a_row + 1 if current.envelope.empty else 0
        matched, most = current.page.matched, self._client.limits.pages
        excess = (
            matched is not None
            and self._received is not None
            and self._received > _EXCESS * matched + _EXCESS_PAGES * (current.limit or self._page_size)
        )
        if excess or current.page.number >= most or self._empty_in_a_row > _EMPTY_IN_A_ROW:
            raise self._error(Code.ENDLESS_PAGES, current, received=self._received, matched=matched)

    def _address(self, limit: Optional[int], offset: int) -> str:
        parameters = dict(self._filter)
        if limit is not None:
            parameters["limit"] = str(limit)
        if offset:
            parameters["offset"] = str(offset)
        return with_parameters(with_parameters(self._items, self._query, override=False), parameters)

    def _error(self, code: Code, current: Fetched, **facts: object) -> KaznedraError:
        return KaznedraError(code, theme=self._theme, page=current.page.number, address=shown(current.url), **facts)


def in_utc(text: str) -> str:
    """An RFC 3339 time in UTC to the second; empty where it is none."""
    try:
        told = datetime.fromisoformat(text.strip().upper().replace("Z", "+00:00")[:32])
    except ValueError:
        return ""
    if told.tzinfo is None:
        told = told.replace(tzinfo=timezone.utc)
    return told.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
