"""What was staged, made rows of a theme: values converted, geometries placed and judged, each id once."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..errors import KaznedraError
from ..sources.profile import ThemeProfile
from ..themes import Shape, Theme
from . import conversion, geometries
from .gdal_calls import calls


@dataclass(frozen=True)
class Arrived:
    """What was staged, seen as a whole: features, different ids, and features without one."""

    received: int = 0
    distinct: int = 0
    without_id: int = 0

    def and_then(self, other: "Arrived", repeated: int) -> "Arrived":
        """Both together, where `repeated` ids of the other are also among these."""
        return Arrived(
            self.received + other.received,
            self.distinct + other.distinct - repeated,
            self.without_id + other.without_id,
        )


def make_ready(path: Path, theme: Theme, mapping: ThemeProfile) -> Arrived:
    """Make the table `ready` of a staging file: feature_id, geom, geometry_issue, value_issues, the attributes.

    Of each id it has the first feature that was staged, of those without one none. Each file may be made ready in a
    thread of its own. Raises sqlite3.Error.
    """
    doubtful = _doubtful(path) if theme.shape is Shape.POLYGON else []
    judged = "kz_invalid(geom)" if doubtful is None else "CASE WHEN fid IN doubtful THEN kz_invalid(geom) END"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TEMP TABLE doubtful (fid INTEGER PRIMARY KEY)")
        connection.executemany("INSERT INTO doubtful VALUES (?)", ((fid,) for fid in doubtful or ()))
        connection.create_function("kz_placed", 1, geometries.placing(theme.shape))
        connection.create_function("kz_issue", 1, geometries.issue_with(theme.shape))
        connection.create_function("kz_invalid", 1, geometries.invalid)
        write_carelessly(connection, "main")
        connection.execute("DROP TABLE IF EXISTS ready")
        with calls():
            connection.execute(_making(theme, mapping, judged))
        return _keep_each_once(connection)


def write_carelessly(connection: sqlite3.Connection, database: str) -> None:
    """Write an attached staging file as quickly as can be: nobody will miss it."""
    for pragma in ("journal_mode = OFF", "synchronous = OFF"):
        connection.execute(f"PRAGMA {database}.{pragma}")


def each_once(paths: Sequence[Path], arrived: Sequence[Arrived]) -> Arrived:
    """Take out of each file that is ready the ids that one before it has. Raises sqlite3.Error."""
    whole = Arrived()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        parts = [f"part{number}" for number in range(len(paths))]
        for part, path in zip(parts, paths):
            connection.execute(f"ATTACH ? AS {part}", (str(path),))
            write_carelessly(connection, part)
        for number, (part, one) in enumerate(zip(parts, arrived)):
            whole = whole.and_then(one, take_out_repeated(connection, parts[:number], part))
    return whole


def take_out_repeated(connection: sqlite3.Connection, parts: Sequence[str], part: str) -> int:
    """Take out of the file attached as `part` the ids that those attached as `parts` have; returns how many."""
    taken = 0
    for before in parts:
        found = f"SELECT feature_id FROM {before}.ready"  # nosec B608
        taken += connection.execute(f"DELETE FROM {part}.ready WHERE feature_id IN ({found})").rowcount  # nosec B608
    return taken


def _making(theme: Theme, mapping: ThemeProfile, judged: str) -> str:
    """SQL of the table `ready`. What is asked of a value or a geometry several times is worked out once, within."""
    placed = geometries.PLACED[theme.shape]
    inner, listed, misfits = [], [], []
    for number, each in enumerate(conversion.conversions(theme, mapping)):
        value = each.raw
        if each.value != each.raw:
            value = f"v{number}"
            inner.append(f"{each.value} AS {value}")
        if each.is_typed:
            misfits.append((each, value))
        listed.append(f'{value} AS "{each.name}"')
    # a bound within and a condition without keep SQLite from working the one into the other
    return f"""CREATE TABLE ready AS
        SELECT id AS feature_id,
               CASE WHEN geom IS NULL OR placed THEN geom ELSE kz_placed(geom) END AS geom,
               CASE WHEN geom IS NULL THEN 'missing' WHEN placed THEN {judged}
                    ELSE coalesce(kz_issue(geom), kz_invalid(kz_placed(geom))) END AS geometry_issue,
               {conversion.issues(misfits)} AS value_issues,
               {", ".join(listed)}
        FROM (SELECT {", ".join(["*", f"{placed} AS placed", *inner])} FROM staged LIMIT -1)
        WHERE fid IS NOT NULL"""  # nosec B608


def _keep_each_once(connection: sqlite3.Connection) -> Arrived:
    received = connection.execute("SELECT count(*) FROM ready").fetchone()[0]
    without = connection.execute("DELETE FROM ready WHERE feature_id IS NULL").rowcount
    connection.execute("CREATE INDEX ready_id ON ready (feature_id)")
    repeated = connection.execute(
        "SELECT feature_id, min(rowid) FROM ready GROUP BY feature_id HAVING count(*) > 1"
    ).fetchall()
    taken = connection.executemany("DELETE FROM ready WHERE feature_id = ? AND rowid <> ?", repeated).rowcount
    return Arrived(received, received - without - max(taken, 0), without)


def _doubtful(path: Path) -> Optional[list[int]]:
    """Staged features whose polygons SpatiaLite does not find valid; None where GDAL has no SpatiaLite to ask.

    Asked row by row from Python, two threads would mostly wait for each other.
    """
    from osgeo import gdal

    try:
        with calls() as made:
            dataset = made(gdal.OpenEx(str(path), gdal.OF_VECTOR), path)
            query = "SELECT fid + 0 AS doubtful FROM staged WHERE geom IS NOT NULL AND ST_IsValid(geom) IS NOT 1"
            found = made(dataset.ExecuteSQL(query), path)
            fids = [feature.GetField("doubtful") for feature in found]
            dataset.ReleaseResultSet(found)
            return fids
    except KaznedraError:
        return None
