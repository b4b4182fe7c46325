"""From staged pages to versions of features: set by set, in one transaction, history growing with changes only."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..themes import Theme
from . import arriving, spatial_index
from .arriving import Arrived
from .connection import plain_words
from .snapshots import Snapshot
from .staging import Staging

_HEAD = f"substr(geom, 1, {spatial_index.HEAD})"

_INDEX_AFTERWARDS = 2000
"""Features written at once from which on indexing them afterwards is faster than one by one"""


@dataclass(frozen=True)
class Merged:
    """What a merge did to the theme's current features, and what is odd about them now."""

    added: int
    changed: int
    gone: int
    without_geometry: int
    invalid_geometry: int
    value_issues: int


@contextmanager
def together(staged: Sequence[Path]) -> Iterator[sqlite3.Connection]:
    """A connection whose view `staged` has the features of all staging files as they came."""
    connection = sqlite3.connect(":memory:")
    try:
        with plain_words(staged[0]):
            for number, path in enumerate(staged):
                connection.execute(f"ATTACH ? AS part{number}", (str(path),))
            each = (f"SELECT * FROM part{number}.staged" for number in range(len(staged)))  # nosec B608
            union = " UNION ALL ".join(each)
            connection.execute(f"CREATE TEMP VIEW staged AS {union}")  # nosec B608
            yield connection
    finally:
        connection.close()


def arrange(connection: sqlite3.Connection, stagings: Sequence[Staging]) -> Arrived:
    """Make the staged features, each id once, readable as rows of the theme: the temporary view `incoming`.

    Its `place` numbers them from 1 on, with gaps, file by file as in the temporary table `parts`. Of an id that several
    of `stagings` have, the first counts. Run outside a transaction: it attaches their files.
    """
    arrived = Arrived()
    parts: dict[str, Path] = {}
    for staging in stagings:
        repeated, before = 0, tuple(parts)
        made = staging.make_ready()
        for path in staging.paths:
            part = f"part{len(parts)}"
            connection.execute(f"ATTACH ? AS {part}", (str(path),))
            arriving.write_carelessly(connection, part)
            repeated += arriving.take_out_repeated(connection, before, part)
            parts[part] = path
        arrived = arrived.and_then(made, repeated)
    rows, offset = [], 0
    connection.execute("CREATE TEMP TABLE parts (path TEXT, before INTEGER)")
    for part, path in parts.items():
        rows.append(f"SELECT rowid + {offset} AS place, * FROM {part}.ready")  # nosec B608
        connection.execute("INSERT INTO temp.parts VALUES (?, ?)", (str(path), offset))
        offset += connection.execute(f"SELECT coalesce(max(rowid), 0) FROM {part}.ready").fetchone()[0]  # nosec B608
    connection.execute(f"CREATE TEMP VIEW incoming AS {' UNION ALL '.join(rows)}")
    return arrived


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
    condition = f"AND feature_id IN (SELECT feature_id FROM temp.{among})" if among else ""  # nosec B608
    row = connection.execute(
        f"""SELECT count(*) - count(geom), coalesce(sum(geometry_issue LIKE 'invalid%'), 0), count(value_issues)
            FROM "{theme.name}" {few} WHERE source = :source AND gone_at IS NULL {condition}""",  # nosec B608
        facts,
    ).fetchone()
    return row[0], row[1], row[2]


def _write_versions(connection: sqlite3.Connection, theme: Theme, names: list[str], facts: Mapping[str, object]) -> int:
    """Write a version of each feature of `incoming` that has no current one; returns how many."""
    table, listed = f'"{theme.name}"', ", ".join(names)
    now = f'{table} AS now INDEXED BY "{theme.name}_current" WHERE now.source = :source AND now.gone_at IS NULL'
    is_first = not connection.execute(f"SELECT EXISTS (SELECT 1 FROM {now})", facts).fetchone()[0]  # nosec B608
    fresh = "FROM temp.incoming"
    if not is_first:
        fresh += f" WHERE NOT EXISTS (SELECT 1 FROM {now} AND now.feature_id = incoming.feature_id)"  # nosec B608
    last = _last_fid(connection, theme)
    facts = {**facts, "last": last}
    insertion = f"""INSERT INTO {table} (fid, source, feature_id, first_seen, {listed})
                    SELECT :last + place, :source, feature_id, :snapshot, {listed} {fresh}"""  # nosec B608
    if connection.execute(f"SELECT count(*) {fresh}", facts).fetchone()[0] < _INDEX_AFTERWARDS:
        return connection.execute(insertion, facts).rowcount
    with _no_triggers(connection, theme):
        node_bytes = spatial_index.packable(connection, theme) if is_first else 0
        if not node_bytes:
            written = connection.execute(insertion, facts).rowcount
            new = f"SELECT fid, {_HEAD} FROM {table} WHERE fid > :last"  # nosec B608
            spatial_index.add(connection, theme, connection.execute(new, facts))
            return written
        with ThreadPoolExecutor(1, thread_name_prefix="kaznedra-index") as pool:
            index = pool.submit(spatial_index.packed, _heads(_parts(connection), last), node_bytes)
            written = connection.execute(insertion, facts).rowcount
        spatial_index.write(connection, theme, index.result())
        return written


def _last_fid(connection: sqlite3.Connection, theme: Theme) -> int:
    """The highest fid that the theme's table has or, as far as it is noted, ever had."""
    row = connection.execute(
        f"""SELECT max(coalesce((SELECT max(fid) FROM "{theme.name}"), 0),
                       coalesce((SELECT max(seq) FROM main.sqlite_sequence WHERE name = ?), 0))""",  # nosec B608
        (theme.name,),
    ).fetchone()
    return int(row[0])


def _parts(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Files of `incoming`, and how far the places of their features are from their row numbers."""
    return [(row[0], row[1]) for row in connection.execute("SELECT path, before FROM temp.parts")]


def _heads(parts: Sequence[tuple[str, int]], last: int) -> Iterator[tuple[int, bytes]]:
    """fids that the features of `incoming` get after `last`, and what of their geometries tells their bounds."""
    for path, before in parts:
        with closing(sqlite3.connect(path)) as connection:
            yield from connection.execute(f"SELECT rowid + ?, {_HEAD} FROM ready", (last + before,))  # nosec B608


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
