"""Fetching a theme: page by page into staging files, and another way where the first does not bring all."""

import hashlib
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional

from ..errors import Code, KaznedraError
from ..sources.source import Contract, Countable, Offer, Page, Source, Watch, Way
from ..themes import THEMES
from . import agreements, snapshots
from .digests import Known
from .snapshots import Snapshot, State
from .staging import WRITERS, Staging

_MISPAGED = frozenset({Code.REPEATED_PAGE, Code.ENDLESS_PAGES})
"""The server lost its way between pages; what came before is true all the same"""

_OF_BOXES = _MISPAGED | {
    Code.REFUSED,
    Code.NOT_FOUND,
    Code.NOT_FEATURES,
    Code.NOT_JSON,
    Code.SERVER_FAULT,
    Code.TOO_LARGE,
}
"""Failures that a server which cannot take a box may have only there"""


def now() -> str:
    """The time in UTC as snapshots hold it."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def ended(snapshot: Snapshot, error: KaznedraError) -> Snapshot:
    """The snapshot of a pull that changed nothing."""
    state = State.CANCELLED if error.code is Code.CANCELLED else State.FAILED
    return replace(snapshot, finished=now(), state=state, message=snapshots.stored(error))


Fetched = tuple[Snapshot, list[Staging]]
"""A snapshot so far, and what is to be merged; nothing where it ends there"""


def fetch(source: Source, contract: Contract, snapshot: Snapshot, folder: Path, watch: Watch, known: Known) -> Fetched:
    """Stage one theme. There are no stagings where there is nothing to merge; the snapshot then says why."""
    theme = snapshot.theme
    snapshot = replace(snapshot, started=now(), server_time=contract.server_time)
    try:
        if watch.is_cancelled():
            raise KaznedraError(Code.CANCELLED)
        offer = contract.offers.get(theme)
        if offer is None:
            raise contract.missing.get(theme) or KaznedraError(Code.THEME_MISSING, theme=theme)
        return _fetch_ways(source, offer, snapshot, folder, watch, known)
    except KaznedraError as error:
        error.facts.setdefault("theme", theme)
        return ended(snapshot, error), []


def _fetch_ways(source: Source, offer: Offer, snapshot: Snapshot, folder: Path, watch: Watch, known: Known) -> Fetched:
    """Stage a theme the quickest way, and where that gives features twice or not at all, the next.

    The first way that gives all and each once stands alone; else all that came any way is taken together.
    """
    tried: list[tuple[Snapshot, Staging]] = []
    for number, way in enumerate(_ways(source, offer, known.good)):
        stem = folder / f"{offer.theme}-{number}-{way.value}"
        pages = known.digests if number == 0 else {}
        staging = Staging(stem, THEMES[offer.theme], source.profile.theme(offer.theme), pages)
        try:
            snapshot_now = _stage_pages(source, offer, way, snapshot, staging, watch)
            if staging.is_unchanged and known.good and _confirms(snapshot_now, known.good):
                return unchanged(_staged(snapshot_now, staging), known.good), [staging]
            staging.release(watch.is_cancelled)
        except KaznedraError as error:
            snapshot_now = _staged(snapshot, staging)
            error.facts.setdefault("theme", offer.theme)
            if error.code is Code.CANCELLED:
                return ended(snapshot_now, error), []
            if number == 0 and way is Way.SPLIT and error.code in _OF_BOXES:
                continue
            if not tried and not (error.code in _MISPAGED and staging.received):
                return ended(snapshot_now, error), []
            if not tried:
                tried.append((replace(snapshot_now, expected=offer.expected, message=snapshots.stored(error)), staging))
            continue
        snapshot_now = _counted(source, offer, way, _staged(snapshot_now, staging), staging)
        if _is_whole(snapshot_now, staging, way):
            return snapshot_now, [staging]
        tried.append((snapshot_now, staging))
    stagings = [staging for _, staging in tried]
    return _together(tried[0][0], stagings), stagings


def _ways(source: Source, offer: Offer, good: Optional[Snapshot]) -> Iterator[Way]:
    """The source's ways; box by box comes last where features have no geometry, which lie in no box."""
    ways = source.ways(offer)
    first = next(ways)
    if first is Way.SPLIT and good is not None and good.without_geometry:
        yield from ways
        yield first
    else:
        yield first
        yield from ways


def _confirms(snapshot: Snapshot, good: Snapshot) -> bool:
    return snapshot.message is None and snapshot.expected in (None, good.distinct)


def unchanged(snapshot: Snapshot, good: Snapshot) -> Snapshot:
    """The snapshot of a complete pull that brought the very pages of the last one."""
    names = ("received", "distinct", "without_geometry", "invalid_geometry", "value_issues", *agreements.COUNTS)
    same = {name: getattr(good, name) for name in names}
    return replace(snapshot, finished=now(), state=State.COMPLETE, **same)


def _staged(snapshot: Snapshot, staging: Staging) -> Snapshot:
    staging.close()
    counts = {"received": staging.received, "pages": staging.pages, "bytes": staging.bytes}
    return replace(snapshot, hash=staging.hash, **counts)


def _is_whole(snapshot: Snapshot, staging: Staging, way: Way) -> bool:
    """True where another way could bring nothing that this one has not."""
    arrived = staging.make_ready()
    if way is not Way.SPLIT and arrived.received != arrived.distinct:
        return False
    return snapshot.expected in (None, arrived.distinct) and snapshot.message is None


def _counted(source: Source, offer: Offer, way: Way, snapshot: Snapshot, staging: Staging) -> Snapshot:
    """The snapshot with another total than the source told, where it shows that all came that it has.

    Its total is an estimate then, as PostGIS makes it (QGIS's `estimatedmetadata`): a notice says so. Box by box
    only, which is how large themes come: the next way would take much longer than looking. Raises CANCELLED.
    """
    arrived, told = staging.make_ready(), snapshot.expected
    if way is not Way.SPLIT or told in (None, arrived.distinct) or snapshot.message or arrived.without_id:
        return snapshot
    assert told is not None  # nosec B101
    if not isinstance(source, Countable) or not source.has_just(offer, arrived.distinct, told):
        return snapshot
    error = KaznedraError(Code.TOTAL_ESTIMATED, theme=offer.theme, expected=told, distinct=arrived.distinct)
    return replace(snapshot, expected=arrived.distinct, notices=(*snapshot.notices, snapshots.noted(error)))


def _together(first: Snapshot, stagings: list[Staging]) -> Snapshot:
    """The snapshot of all that came, whichever way."""
    total = {name: sum(getattr(staging, name) for staging in stagings) for name in ("received", "pages", "bytes")}
    digest = hashlib.sha256("".join(staging.hash for staging in stagings).encode()).hexdigest()
    return replace(first, hash=digest, **total)


def _stage_pages(
    source: Source, offer: Offer, way: Way, snapshot: Snapshot, staging: Staging, watch: Watch
) -> Snapshot:
    expected, server_time, totals = offer.expected, snapshot.server_time, set()
    notices = snapshot.notices

    def tell() -> None:
        # box by box some come twice
        features = staging.received if way is not Way.SPLIT or expected is None else min(staging.received, expected)
        watch.received(offer.theme, features, expected, staging.bytes)

    tell()
    pool = ThreadPoolExecutor(WRITERS, thread_name_prefix="kaznedra-stage")
    with pool, closing(source.pages(offer, way=way)) as pages:
        under_way: deque[Future[None]] = deque()
        for page in pages:
            if watch.is_cancelled():
                raise KaznedraError(Code.CANCELLED)
            if page.matched is not None:
                totals.add(page.matched)
                expected = page.matched
            server_time = page.server_time or server_time
            notices += _clamped(page, offer.theme)
            under_way.append(pool.submit(staging.add, page, watch.is_cancelled))
            while len(under_way) > WRITERS or under_way and under_way[0].done():
                under_way.popleft().result()
            tell()
        while under_way:
            under_way.popleft().result()
            tell()
    message = None
    if len(totals) > 1:
        error = KaznedraError(Code.TOTAL_CHANGED, theme=offer.theme, first=min(totals), last=max(totals))
        message = snapshots.stored(error)
    return replace(snapshot, expected=expected, server_time=server_time, message=message, notices=notices)


def _clamped(page: Page, theme: str) -> tuple[dict[str, Any], ...]:
    """The notice that a server gives smaller pages than were asked for; none where its first page shows nothing."""
    asked, got, matched = page.asked, page.returned, page.matched
    if page.number != 1 or not asked or not got or matched is None or got >= min(asked, matched):
        return ()
    return (snapshots.noted(KaznedraError(Code.PAGE_CLAMPED, theme=theme, asked=asked, got=got)),)
