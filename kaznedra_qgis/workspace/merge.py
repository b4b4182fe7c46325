"""From staged pages to versions of features: set by set, in one transaction, history growing with changes only."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..sources.profile import ThemeProfile
from ..themes import Theme
from . import arriving, spatial_index
from .connection import plain_words
from .snapshots import Snapshot

_INDEX_AFTERWARDS = 2000
"""Features written at once from which on indexing them afterwards is faster than one by one"""


@dataclass(frozen=True)
class Arrived:
    """What was staged, seen as a whole: features, different ids, and features without one."""

    received: int
    distinct: int
    without_id: int


@dataclass(frozen=True)
class Merged:
    """What a merge did to the theme's current features, and what is odd about them now."""

    added: int
    changed: int
    gone: int
    without_geometry: int
    invalid_geometry: int
    value_issues: int


def count_ids(staged: Sequence[Path]) -> tuple[int, int]:
    """Staged features, and different ids among them."""
    with together(staged) as connection:
        row = connection.execute("SELECT count(*), count(DISTINCT id) FROM staged").fetchone()
        return int(row[0]), int(row[1])


@contextmanager
def together(staged: Sequence[Path]) -> Iterator[sqlite3.Connection]:
    """A connection whose view `staged` has the features of all staging files as they came."""
    connection = sqlite3.connect(":memory:")
    try:
        with plain_words(staged[0]):
            for number, path in enumerate(staged):
                connection.execute(f"ATTACH ? AS part{number}", (str(path),))
            union = " UNION ALL ".join(f"SELECT * FROM part{number}.staged" for number in range(len(staged)))
            connection.execute(f"CREATE TEMP VIEW staged AS {union}")  # nosec B608
            yield connection
    finally:
        connection.close()


def arrange(connection: sqlite3.Connection, staged: Sequence[Path], theme: Theme, mapping: ThemeProfile) -> Arrived:
    """Make the staged features, each id once, readable as rows of the theme: the temporary view `incoming`.

    Run outside a transaction: it attaches the staging files.
    """
    with ThreadPoolExecutor(len(staged), thread_name_prefix="kaznedra-arrange") as pool:
        list(pool.map(lambda path: arriving.make_ready(path, theme, mapping), staged))
    parts = [f"part{number}" for number in range(len(staged))]
    for part, path in zip(parts, staged):
        connection.execute(f"ATTACH ? AS {part}", (str(path),))
        connection.execute(f"PRAGMA {part}.synchronous = OFF")
    ids = " UNION ALL ".join(f"SELECT feature_id FROM {part}.ready" for part in parts)
    counted = f"SELECT count(*), count(DISTINCT feature_id), count(*) - count(feature_id) FROM ({ids})"  # nosec B608
    arrived = Arrived(*connection.execute(counted).fetchone())
    if arrived.received != arrived.distinct:
        _keep_each_once(connection, parts)
    rows = " UNION ALL ".join(f"SELECT * FROM {part}.ready" for part in parts)
    connection.execute(f"CREATE TEMP VIEW incoming AS {rows}")  # nosec B608
    return arrived


def _keep_each_once(connection: sqlite3.Connection, parts: Sequence[str]) -> None:
    """Of each id leave the first that was staged, of those without one none."""
    for number, part in enumerate(parts):
        connection.execute(f"CREATE INDEX {part}.ready_id ON ready (feature_id)")
        first = f"SELECT min(rowid) FROM {part}.ready WHERE feature_id IS NOT NULL GROUP BY feature_id"  # nosec B608
        connection.execute(f"DELETE FROM {part}.ready WHERE rowid NOT IN ({first})")  # nosec B608
        for before in parts[:number]:
            there = f"SELECT feature_id FROM {before}.ready"  # nosec B608
            connection.execute(f"DELETE FROM {part}.ready WHERE feature_id IN ({there})")  # nosec B608


def shares_ids(connection: sqlite3.Connection, theme: Theme, source: str) -> bool:
    """True where any feature of `incoming` has the id of one of the theme's current features."""
    shared = f"""SELECT EXISTS (SELECT 1 FROM temp.incoming JOIN "{theme.name}" AS now USING (feature_id)
                                WHERE now.source = ? AND now.gone_at IS NULL)"""  # nosec B608
    return bool(connection.execute(shared, (source,)).fetchone()[0])


def merge(connection: sqlite3.Connection, theme: Theme, source: str, snapshot: int, take_away: bool) -> Merged:
    """Make `incoming` the current features of the source's theme; run inside a transaction.

    Features that changed get a new version. Those not among `incoming` are gone where `take_away` is set, which only
    a complete pull may do.
    """
    facts = {"source": source, "snapshot": snapshot}
    gone = 0
    if take_away:
        gone = connection.execute(
            f"""UPDATE "{theme.name}" SET gone_at = :snapshot WHERE source = :source AND gone_at IS NULL
                AND feature_id NOT IN (SELECT feature_id FROM temp.incoming)""",  # nosec B608
            facts,
        ).rowcount
    changed, written = _replace(connection, theme, facts)
    if gone or changed or written:
        update_contents(connection, theme)
    return Merged(written - changed, changed, gone, *_odd(connection, theme, facts))


def add(connection: sqlite3.Connection, theme: Theme, before: Snapshot, snapshot: int, gone: Collection[str]) -> Merged:
    """Add `incoming` to the current features, which `before` made complete, and end those whose ids are `gone`.

    Run inside a transaction. Takes time by what changes, not by what there is.
    """
    facts = {"source": before.source, "snapshot": snapshot}
    connection.execute("CREATE TEMP TABLE touched AS SELECT feature_id FROM temp.incoming")
    connection.executemany("INSERT INTO temp.touched VALUES (?)", ((each,) for each in gone))
    old = _odd(connection, theme, facts, among="touched")
    connection.executemany(
        f'UPDATE "{theme.name}" SET gone_at = ? WHERE source = ? AND gone_at IS NULL AND feature_id = ?',  # nosec B608
        ((snapshot, before.source, each) for each in gone),
    )
    changed, written = _replace(connection, theme, facts)
    if gone or changed or written:
        update_contents(connection, theme)
    new = _odd(connection, theme, facts, among="touched")
    odd = (before.without_geometry, before.invalid_geometry, before.value_issues)
    now = (then + after - earlier for then, after, earlier in zip(odd, new, old))
    return Merged(written - changed, changed, len(gone), *now)


def _replace(connection: sqlite3.Connection, theme: Theme, facts: Mapping[str, object]) -> tuple[int, int]:
    """End the versions that differ from `incoming` and write new ones; returns how many were ended, and written."""
    table = f'"{theme.name}"'
    names = ["geom", "geometry_issue", "value_issues", *(f'"{attribute.name}"' for attribute in theme.attributes)]
    same = " AND ".join(f"now.{name} IS incoming.{name}" for name in names)
    changed = connection.execute(
        f"""UPDATE {table} INDEXED BY "{theme.name}_current" SET gone_at = :snapshot
            WHERE source = :source AND gone_at IS NULL AND feature_id IN (
                SELECT now.feature_id FROM {table} AS now JOIN temp.incoming ON incoming.feature_id = now.feature_id
                WHERE now.source = :source AND now.gone_at IS NULL AND NOT (
                    {same}))""",  # nosec B608
        facts,
    ).rowcount
    return changed, _write_versions(connection, theme, names, facts)


def _odd(
    connection: sqlite3.Connection, theme: Theme, facts: Mapping[str, object], among: str = ""
) -> tuple[int, int, int]:
    """Current features without a geometry, with an invalid one, and with values not of their type.

    `among`: the temporary table of the ids that are looked at; empty: all.
    """
    few = f'INDEXED BY "{theme.name}_current"' if among else ""
    condition = f"AND feature_id IN (SELECT feature_id FROM temp.{among})" if among else ""
    row = connection.execute(
        f"""SELECT count(*) - count(geom), coalesce(sum(geometry_issue LIKE 'invalid%'), 0), count(value_issues)
            FROM "{theme.name}" {few} WHERE source = :source AND gone_at IS NULL {condition}""",  # nosec B608
        facts,
    ).fetchone()
    return row[0], row[1], row[2]


def _write_versions(connection: sqlite3.Connection, theme: Theme, names: list[str], facts: Mapping[str, object]) -> int:
    """Write a version of each feature of `incoming` that has no current one; returns how many."""
    table = f'"{theme.name}"'
    fresh = f"""FROM temp.incoming WHERE NOT EXISTS (SELECT 1 FROM {table} AS now WHERE now.source = :source
                AND now.gone_at IS NULL AND now.feature_id = incoming.feature_id)"""  # nosec B608
    listed = ", ".join(names)
    insertion = f"""INSERT INTO {table} (source, feature_id, first_seen, {listed})
                    SELECT :source, feature_id, :snapshot, {listed} {fresh}"""  # nosec B608
    if connection.execute(f"SELECT count(*) {fresh}", facts).fetchone()[0] < _INDEX_AFTERWARDS:
        return connection.execute(insertion, facts).rowcount
    with _no_triggers(connection, theme):
        written = connection.execute(insertion, facts).rowcount
    new = f"SELECT fid, substr(geom, 1, 48) FROM {table} WHERE first_seen = :snapshot AND source = :source"  # nosec B608
    spatial_index.add(connection, theme, connection.execute(new, facts))
    return written


@contextmanager
def _no_triggers(connection: sqlite3.Connection, theme: Theme) -> Iterator[None]:
    """Takes the table's triggers away for the block; inside a transaction, so that nobody ever sees it without."""
    triggers = connection.execute(
        "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (theme.name,)
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    yield
    for _, sql in triggers:
        connection.execute(sql)


def update_contents(connection: sqlite3.Connection, theme: Theme) -> None:
    """Bring the counts and bounds that GDAL and QGIS trust up to date."""
    connection.execute(
        f"""UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM "{theme.name}")
            WHERE table_name = ?""",  # nosec B608
        (theme.name,),
    )
    connection.execute(
        f"""UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
            (min_x, min_y, max_x, max_y) =
                (SELECT min(minx), min(miny), max(maxx), max(maxy) FROM "rtree_{theme.name}_geom")
            WHERE table_name = ?""",  # nosec B608
        (theme.name,),
    )
