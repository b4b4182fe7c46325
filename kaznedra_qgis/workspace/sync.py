"""A sync: pulls themes from a source into a workspace, each as one snapshot."""

import hashlib
import tempfile
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Optional

from ..errors import Code, KaznedraError
from ..sources.source import Contract, Offer, Source, Watch, Way
from ..themes import THEMES
from . import merge, snapshots
from .connection import connect, plain_words, transaction
from .gdal_calls import calls
from .schema import check
from .snapshots import Snapshot, State
from .staging import WRITERS, Staging
from .workspace import Workspace

_MISPAGED = frozenset({Code.REPEATED_PAGE, Code.ENDLESS_PAGES})
"""The server lost its way between pages; what came before is true all the same"""


def sync(source: Source, workspace: Workspace, themes: Sequence[str], watch: Optional[Watch] = None) -> list[Snapshot]:
    """Pull `themes` and return a snapshot of each, in order.

    All themes are fetched before the first changes anything; then each is merged in one transaction. A theme that
    fails keeps its last good state, and its snapshot says why. Cancelling before the end of fetching changes no data.
    An optional theme that the source does not have, and never had, is passed over without a snapshot.
    Raises KaznedraError only where the workspace itself cannot be used.
    """
    watch = watch or Watch()
    pull = workspace.next_pull()
    profile = source.profile
    begun = [_begun(pull, profile.id, profile.address, theme) for theme in themes]
    try:
        contract = source.contract()
    except KaznedraError as error:
        return [workspace.record(_ended(snapshot, error)) for snapshot in begun]
    begun = [snapshot for snapshot in begun if not _is_spared(contract, workspace, snapshot)]
    with tempfile.TemporaryDirectory(prefix="kaznedra-", ignore_cleanup_errors=True) as folder:
        fetched: list[Fetched] = []
        for snapshot in begun:
            fetched.append(_fetch(source, contract, snapshot, Path(folder), watch, _cancelled(fetched)))
        if _cancelled(fetched):
            return [_record_cancelled(workspace, snapshot) for snapshot, _ in fetched]
        return [_merge(workspace, source, snapshot, stagings) for snapshot, stagings in fetched]


def _is_spared(contract: Contract, workspace: Workspace, snapshot: Snapshot) -> bool:
    missing = contract.missing.get(snapshot.theme)
    return (
        THEMES[snapshot.theme].optional
        and missing is not None
        and missing.code is Code.THEME_MISSING
        and not workspace.snapshots(snapshot.source, snapshot.theme)
    )


def _now() -> str:
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _begun(pull: int, source: str, address: str, theme: str) -> Snapshot:
    return Snapshot(
        id=0, pull=pull, source=source, theme=theme, address=address, started=_now(), finished="", server_time="",
        expected=None, received=0, distinct=0, pages=0, bytes=0, hash="", state=State.FAILED, message=None,
        added=0, changed=0, gone=0, without_geometry=0, invalid_geometry=0, value_issues=0,
    )  # fmt: skip


def _ended(snapshot: Snapshot, error: KaznedraError) -> Snapshot:
    state = State.CANCELLED if error.code is Code.CANCELLED else State.FAILED
    return replace(snapshot, finished=_now(), state=state, message=snapshots.stored(error))


def _cancelled(fetched: list["Fetched"]) -> bool:
    return any(snapshot.state is State.CANCELLED for snapshot, _ in fetched)


def _record_cancelled(workspace: Workspace, snapshot: Snapshot) -> Snapshot:
    return workspace.record(_ended(snapshot, KaznedraError(Code.CANCELLED)))


Fetched = tuple[Snapshot, list[Staging]]


def _fetch(
    source: Source, contract: Contract, snapshot: Snapshot, folder: Path, watch: Watch, cancelled: bool
) -> Fetched:
    """Stage one theme. There are no stagings where there is nothing to merge; the snapshot then says why."""
    theme = snapshot.theme
    snapshot = replace(snapshot, started=_now(), server_time=contract.server_time)
    try:
        if cancelled or watch.is_cancelled():
            raise KaznedraError(Code.CANCELLED)
        offer = contract.offers.get(theme)
        if offer is None:
            raise contract.missing.get(theme) or KaznedraError(Code.THEME_MISSING, theme=theme)
        return _fetch_ways(source, offer, snapshot, folder, watch)
    except KaznedraError as error:
        error.facts.setdefault("theme", theme)
        return _ended(snapshot, error), []


def _fetch_ways(source: Source, offer: Offer, snapshot: Snapshot, folder: Path, watch: Watch) -> Fetched:
    """Stage a theme the quickest way, and where that gives features twice or not at all, the next.

    The first way that gives all and each once stands alone; else all that came any way is taken together.
    """
    tried: list[tuple[Snapshot, Staging]] = []
    for way in source.ways(offer):
        staging = Staging(folder / f"{offer.theme}-{way.value}", THEMES[offer.theme], source.profile.theme(offer.theme))
        try:
            snapshot_now = _stage_pages(source, offer, way, snapshot, staging, watch)
        except KaznedraError as error:
            snapshot_now = _staged(snapshot, staging)
            error.facts.setdefault("theme", offer.theme)
            if error.code is Code.CANCELLED or not tried and not (error.code in _MISPAGED and staging.received):
                return _ended(snapshot_now, error), []
            if not tried:
                tried.append((replace(snapshot_now, expected=offer.expected, message=snapshots.stored(error)), staging))
            continue
        snapshot_now = _staged(snapshot_now, staging)
        if _is_whole(snapshot_now, staging, way):
            return snapshot_now, [staging]
        tried.append((snapshot_now, staging))
    stagings = [staging for _, staging in tried]
    return _together(tried[0][0], stagings), stagings


def _staged(snapshot: Snapshot, staging: Staging) -> Snapshot:
    staging.close()
    counts = {"received": staging.received, "pages": staging.pages, "bytes": staging.bytes}
    return replace(snapshot, hash=staging.hash, **counts)


def _is_whole(snapshot: Snapshot, staging: Staging, way: Way) -> bool:
    """True where another way could bring nothing that this one has not."""
    received, distinct = merge.count_ids(staging.paths)
    if way is not Way.SPLIT and received != distinct:
        return False
    return snapshot.expected in (None, distinct) and snapshot.message is None


def _together(first: Snapshot, stagings: list[Staging]) -> Snapshot:
    """The snapshot of all that came, whichever way."""
    total = {name: sum(getattr(staging, name) for staging in stagings) for name in ("received", "pages", "bytes")}
    digest = hashlib.sha256("".join(staging.hash for staging in stagings).encode()).hexdigest()
    return replace(first, hash=digest, **total)


def _stage_pages(
    source: Source, offer: Offer, way: Way, snapshot: Snapshot, staging: Staging, watch: Watch
) -> Snapshot:
    expected, server_time, totals = offer.expected, snapshot.server_time, set()
    watch.received(offer.theme, 0, expected, 0)
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
            under_way.append(pool.submit(staging.add, page, watch.is_cancelled))
            while len(under_way) > WRITERS or under_way and under_way[0].done():
                under_way.popleft().result()
            watch.received(offer.theme, staging.received, expected, staging.bytes)
        while under_way:
            under_way.popleft().result()
            watch.received(offer.theme, staging.received, expected, staging.bytes)
    message = None
    if len(totals) > 1:
        error = KaznedraError(Code.TOTAL_CHANGED, theme=offer.theme, first=min(totals), last=max(totals))
        message = snapshots.stored(error)
    return replace(snapshot, expected=expected, server_time=server_time, message=message)


def _merge(workspace: Workspace, source: Source, snapshot: Snapshot, stagings: list[Staging]) -> Snapshot:
    """Turn what was staged into the theme's current features and write the snapshot, together or not at all."""
    if not stagings:
        return workspace.record(snapshot)
    theme = THEMES[snapshot.theme]
    paths = [path for staging in stagings for path in staging.paths]
    connection = connect(workspace.path)
    try:
        with plain_words(workspace.path):
            check(connection, workspace.path)
            connection.execute("PRAGMA synchronous = FULL")
            arrived = merge.arrange(connection, paths, theme, source.profile.theme(theme.name))
        if arrived.without_id == arrived.received > 0:
            return workspace.record(_ended(snapshot, KaznedraError(Code.NO_IDS, theme=theme.name)))
        snapshot = _judged(snapshot, arrived)
        with calls(), transaction(connection, workspace.path):
            number = snapshots.insert(connection, snapshot)
            whole = snapshot.state is State.COMPLETE
            merged = merge.merge(connection, theme, snapshot.source, number, take_away=whole)
            snapshot = replace(snapshot, id=number, finished=_now(), **vars(merged))
            snapshots.update(connection, snapshot)
        return snapshot
    finally:
        connection.close()


def _judged(snapshot: Snapshot, arrived: merge.Arrived) -> Snapshot:
    """The snapshot with its counts and whether they make it complete."""
    facts = {"theme": snapshot.theme, "received": arrived.received, "expected": snapshot.expected}
    message = snapshot.message
    if arrived.without_id:
        message = snapshots.stored(KaznedraError(Code.NO_IDS, **facts, without=arrived.without_id))
    elif message is None and snapshot.expected not in (None, arrived.distinct):
        twice = arrived.received != arrived.distinct
        code = Code.DUPLICATES if twice else Code.COUNT_DIFFERS
        message = snapshots.stored(KaznedraError(code, **facts, distinct=arrived.distinct))
    elif message is None and snapshot.expected is None and arrived.received != arrived.distinct:
        message = snapshots.stored(KaznedraError(Code.DUPLICATES, **facts, distinct=arrived.distinct))
    return replace(
        snapshot,
        received=arrived.received,
        distinct=arrived.distinct,
        state=State.PARTIAL if message else State.COMPLETE,
        message=message,
    )
