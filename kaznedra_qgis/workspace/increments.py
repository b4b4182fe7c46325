"""Increments: pulling only what changed since the last complete pull, and proving that nothing vanished unseen.

Of a theme whose current features are known to be complete up to a time, those that changed since then are fetched and
merged, and nothing is taken away. What then shows that the result is the server's whole state:

- *The filter works*: features that changed last come again, since they are asked for, and none comes that is older by
  more than a filter by days in any time zone could explain. A filter that is ignored, that looks at another
  attribute, or that reads its time in another zone fails this.
- *The contract holds*: the features have the attributes, types and place that those of before had.
- *All of the answer came*: a server without a stable order gives some of it twice and as much never; so what comes
  has to come once.
- *Nothing vanished*: the server's features now are as many as ours after the merge. Every feature that is new to us
  raises our count, and comes with the changes since its time is new; so with equal counts nothing has vanished, but
  for as many features as appeared bearing a time of change from before. Where the counts differ, the ids (with their
  times) of all features are fetched: what is not among them is gone, and they must hold no feature and no time that
  we do not know.

What no count can show, one feature vanished and another appeared with an old time, or a change that left the time of
change as it was, is found by a pull of everything, made every so many days (`whole_pull_days` of the profile) and
whenever the user asks for it. Where anything above does not hold, everything is pulled at once, with its own verdict.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Optional

from ..errors import Code, KaznedraError
from ..sources.profile import SourceProfile, ThemeProfile
from ..sources.source import Changes, Count, Offer, Page, Watch
from ..themes import THEMES, Theme
from . import contracts, conversion, digests, marks, merge, promises, snapshots
from .connection import connect, plain_words, transaction
from .fetching import now
from .gdal_calls import calls
from .marks import Base
from .overtaking import Overtaken
from .placement import placement, staged_bounds
from .schema import prepare_writing
from .snapshots import Snapshot, State, moment
from .staging import Staging

_RESOLUTION = timedelta(days=2)
"""How much older than asked for a feature may be where the server's filter goes by days, in whichever time zone"""
_MOST = 0.5
"""Share of the features from which on everything is pulled: it costs no more, and proves more"""


@dataclass(frozen=True)
class Increment:
    """What is to be added to a complete state, the ids of what is gone, and how many features there are then."""

    base: Base
    staging: Staging
    gone: frozenset[str]
    features: int


@dataclass(frozen=True)
class _Arrived:
    received: int
    distinct: int
    without_id: int
    new: int
    """ids that no current feature has"""
    oldest: Optional[str]
    witnesses: int


def is_due(base: Base, profile: SourceProfile, offer: Offer, snapshot: Snapshot) -> bool:
    """True where pulling changes alone is possible, allowed and worth it: a theme of one page is pulled whole."""
    if offer.changes is None or snapshot.address != base.snapshot.address:
        return False
    if base.features <= profile.page_size:
        return False
    age = moment(snapshot.started) - moment(base.whole_at)
    return timedelta(0) <= age < timedelta(days=profile.whole_pull_days)


def fetch(
    offer: Offer, mapping: ThemeProfile, snapshot: Snapshot, base: Base, folder: Path, watch: Watch
) -> Optional[tuple[Snapshot, Increment]]:
    """What changed since `base`, proven as told above; None where everything has to be pulled instead.

    Raises KaznedraError CANCELLED.
    """
    assert offer.changes is not None  # nosec B101
    try:
        with plain_words(base.path):
            return _fetch(offer, offer.changes, mapping, snapshot, base, folder, watch)
    except KaznedraError as error:
        if error.code is Code.CANCELLED:
            raise
        return None


def _fetch(
    offer: Offer, changes: Changes, mapping: ThemeProfile, snapshot: Snapshot, base: Base, folder: Path, watch: Watch
) -> Optional[tuple[Snapshot, Increment]]:
    theme = THEMES[offer.theme]
    staging = Staging(folder / f"{theme.name}-changes", theme, mapping)
    most = int(_MOST * base.features)
    with ThreadPoolExecutor(1, thread_name_prefix="kaznedra-count") as pool:
        counting = pool.submit(changes.count, base.features)
        server_time = _stage(changes.since(base.since), staging, theme.name, watch, most)
        if staging.received > most:
            return None
        arrived = _compare(base, staging, theme, mapping)
        staging.make_ready()
        count = counting.result()
    if not _is_trustworthy(arrived, base) or not _is_as_before(base, staging, offer, theme, mapping):
        return None
    increment = Increment(base, staging, frozenset(), base.features + arrived.new)
    if not count.agrees(increment.features):
        count = changes.count(increment.features)
    outlines = None
    if not count.agrees(increment.features):
        outlines = Staging(folder / f"{theme.name}-outlines", theme, mapping)
        found = _without_the_missing(changes, increment, outlines, theme, mapping, watch)
        if found is None:
            return None
        increment, count = found
    added = [staging.hash, *sorted(increment.gone)]
    snapshot = replace(
        snapshot,
        server_time=server_time or snapshot.server_time,
        expected=increment.features if count.told is None else count.told,
        received=staging.received,
        distinct=increment.features,
        pages=staging.pages + (outlines.pages if outlines else 0),
        bytes=staging.bytes + (outlines.bytes if outlines else 0),
        hash=hashlib.sha256("\n".join([base.snapshot.hash, *added]).encode()).hexdigest(),
        fetched=now(),
        state=State.COMPLETE,
        by_changes=True,
    )
    return snapshot, increment


def _without_the_missing(
    changes: Changes, increment: Increment, outlines: Staging, theme: Theme, mapping: ThemeProfile, watch: Watch
) -> Optional[tuple[Increment, Count]]:
    """The increment that also ends what is not among the outlines of all features, if the counts agree then."""
    pages = changes.outlines()
    if pages is None:
        return None
    _stage(pages, outlines, theme.name, watch, 2 * increment.features)
    gone = _missing(increment.base, increment.staging, outlines, theme, mapping)
    if gone is None:
        return None
    features = increment.features - len(gone)
    count = changes.count(features)
    return (replace(increment, gone=gone, features=features), count) if count.agrees(features) else None


def _stage(pages: Iterator[Page], staging: Staging, theme: str, watch: Watch, most: int) -> str:
    """Stage the pages until more than `most` features are there; returns the server's time."""
    server_time = ""
    try:
        with closing(pages):  # type: ignore[type-var]
            for page in pages:
                if watch.is_cancelled():
                    raise KaznedraError(Code.CANCELLED, theme=theme)
                server_time = page.server_time or server_time
                staging.add(page, watch.is_cancelled)
                watch.received(theme, staging.received, None, staging.bytes)
                if staging.received > most:
                    break
    finally:
        staging.close()
    return server_time


def _is_trustworthy(arrived: _Arrived, base: Base) -> bool:
    """True where the answer is one to the question, and whole."""
    if arrived.without_id or arrived.received != arrived.distinct or not arrived.witnesses or arrived.oldest is None:
        return False
    return moment(arrived.oldest) >= moment(base.since) - _RESOLUTION


def _is_as_before(base: Base, staging: Staging, offer: Offer, theme: Theme, mapping: ThemeProfile) -> bool:
    """True where the features have the attributes, with their types, and the place that those of before had."""
    columns = {mapping.source_of(each.name): f"a{number}" for number, each in enumerate(theme.attributes)}
    tests = ", ".join(f"max({column} IS NOT NULL)" for column in columns.values())
    with merge.together(staging.paths) as staged:
        placed = placement(staged, staged_bounds(staging.paths), offer.extent)
        filled = dict(zip(columns, staged.execute(f"SELECT {tests} FROM staged").fetchone()))  # nosec B608
    with closing(connect(base.path, read_only=True)) as connection:
        before = promises.last(connection, base.snapshot.source, theme.name)
    if placed.outside or before is None or before.attributes.keys() != staging.attributes.keys():
        return False
    for name in staging.attributes.keys() & filled.keys():
        kinds, kind = staging.attributes[name], before.attributes[name]
        # no value was seen, or it is a file's column that looks like text where all its values are null
        if kinds and (filled[name] or kinds != {"text"}) and kinds not in ({kind}, {kind, "text"}):
            return False
    return True


def _compare(base: Base, staging: Staging, theme: Theme, mapping: ThemeProfile) -> _Arrived:
    """The changes that came, seen against the current features."""
    with closing(_beside(base.path, {"changes": staging})) as connection:
        counts = connection.execute(
            f"""SELECT count(*), count(DISTINCT id), count(*) - count(id), count(DISTINCT id) FILTER (WHERE NOT EXISTS
                    (SELECT 1 FROM "{theme.name}" AS now WHERE now.source = ? AND now.gone_at IS NULL
                     AND now.feature_id = id)), min({_time(theme, mapping)}), count({_time(theme, mapping)})
                FROM changes""",  # nosec B608
            (base.snapshot.source,),
        ).fetchone()
        came = {row[0] for row in connection.execute("SELECT id FROM changes")}
    oldest = counts[4] if counts[5] == counts[0] else None
    return _Arrived(*counts[:4], oldest, len(came & base.witnesses))


def _missing(
    base: Base, staging: Staging, outlines: Staging, theme: Theme, mapping: ThemeProfile
) -> Optional[frozenset[str]]:
    """Ids of ours that are not among the outlines; None where those hold what we do not know, or not each once."""
    time = _time(theme, mapping)
    with closing(_beside(base.path, {"changes": staging, "outlines": outlines})) as connection:
        connection.execute(
            f"""CREATE TEMP TABLE ours AS SELECT id, {time} AS changed FROM changes UNION ALL
                SELECT feature_id, {marks.CHANGED} FROM "{theme.name}" WHERE source = ? AND gone_at IS NULL
                AND feature_id NOT IN (SELECT id FROM changes)""",  # nosec B608
            (base.snapshot.source,),
        )
        connection.execute("CREATE INDEX temp.ours_id ON ours (id)")
        doubled, unknown = connection.execute(
            f"""SELECT count(*) - count(DISTINCT outlines.id), count(*) FILTER (WHERE ours.id IS NULL
                    OR ours.changed IS NOT {time})
                FROM outlines LEFT JOIN ours ON ours.id = outlines.id"""  # nosec B608
        ).fetchone()
        if doubled or unknown:
            return None
        rows = connection.execute("SELECT id FROM ours WHERE id NOT IN (SELECT id FROM outlines WHERE id IS NOT NULL)")
        return frozenset(row[0] for row in rows)


def _time(theme: Theme, mapping: ThemeProfile) -> str:
    """SQL of the time of change over the staged columns."""
    names = [attribute.name for attribute in theme.attributes]
    return conversion.conversions(theme, mapping)[names.index(marks.CHANGED)].value


def _beside(path: Path, staged: dict[str, Staging]) -> sqlite3.Connection:
    """The workspace, read-only, with what was staged as temporary views."""
    connection = connect(path, read_only=True)
    for name, staging in staged.items():
        parts = []
        for number, part in enumerate(staging.paths):
            connection.execute(f"ATTACH ? AS {name}{number}", (str(part),))
            parts.append(f"SELECT * FROM {name}{number}.staged")  # nosec B608
        connection.execute(f"CREATE TEMP VIEW {name} AS {' UNION ALL '.join(parts)}")
    return connection


def apply(
    path: Path, snapshot: Snapshot, mapping: ThemeProfile, terms: contracts.Terms, increment: Increment
) -> Snapshot:
    """Merge an increment and write its snapshot, together or not at all; returns the snapshot.

    Raises Overtaken where another pull has changed the theme meanwhile, and KaznedraError as `connect` does.
    """
    theme, base = THEMES[snapshot.theme], increment.base
    connection = connect(path)
    try:
        with plain_words(path):
            prepare_writing(connection, path)
            connection.execute("PRAGMA synchronous = FULL")
            with plain_words(increment.staging.paths[0]):
                merge.arrange(connection, [increment.staging])
        with calls(), transaction(connection, path):
            if marks.read(connection, path, snapshot.source, theme.name, mapping) != base:
                raise Overtaken(Code.OVERTAKEN, theme=theme.name)
            verdict = contracts.confirm(connection, snapshot, terms)
            snapshot = verdict.noted(snapshot)
            number = snapshots.insert(connection, snapshot)
            if verdict.promise:
                promises.keep(connection, number, snapshot.source, theme.name, verdict.promise)
            merged = merge.add(connection, theme, base.snapshot, number, increment.gone)
            if merged.added or merged.changed or merged.gone:
                digests.replace(connection, snapshot.source, theme.name, mapping, {})
            else:
                snapshot = replace(snapshot, hash=base.snapshot.hash)
            snapshot = replace(snapshot, id=number, finished=now(), **vars(merged))
            snapshots.update(connection, snapshot)
            marks.renew(connection, snapshot, theme, mapping, base)
        return snapshot
    finally:
        connection.close()
