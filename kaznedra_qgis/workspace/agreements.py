"""Block codes compared with geometry at each pull: every version of a feature once, its findings kept beside it."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Callable, NamedTuple, Optional

from ..errors import Code, KaznedraError
from ..sources.source import Watch
from ..subsoil.agreement import CANNOT_BE_TOLD, METHOD, Comparer
from ..subsoil.blocks import Block
from ..subsoil.numbering import SHEET_HEIGHT, SHEET_WIDTH, NumberingScheme, default_scheme
from ..themes import THEMES, Theme
from .geometries import polygons, well_known
from .snapshots import Snapshot, State

if TYPE_CHECKING:
    from .history import Ground
    from .workspace import Workspace

TABLES = {
    "code_findings": """
CREATE TABLE code_findings (
    theme TEXT NOT NULL,
    fid INTEGER NOT NULL,
    kind TEXT NOT NULL,
    blocks INTEGER,
    metres REAL,
    detail TEXT NOT NULL,
    PRIMARY KEY (theme, fid, kind)
) WITHOUT ROWID
""",
    "code_comparisons": """
CREATE TABLE code_comparisons (
    source TEXT NOT NULL,
    theme TEXT NOT NULL,
    last_fid INTEGER NOT NULL,
    method TEXT NOT NULL,
    PRIMARY KEY (source, theme)
) WITHOUT ROWID
""",
}
"""`code_findings`: what disagrees, by theme and fid of the version. `code_comparisons`: all versions up to `last_fid`
of a source's theme were compared, by the numbering scheme and the way to compare that `method` names."""

INDEXES = tuple(
    f'CREATE INDEX IF NOT EXISTS "{theme.name}_coded" ON "{theme.name}" (source) WHERE "{theme.block_codes}" > \'\''
    for theme in THEMES.values()
    if theme.block_codes
)

COUNTS = ("codes_agree", "codes_disagree", "codes_unknown")
"""Columns of a snapshot"""

_AT_ONCE = 100
"""Features between two looks at whether the user has cancelled"""

Polygons = list[list[list[tuple[float, float]]]]
Row = tuple[str, int, str, Optional[int], Optional[float], str]


class Listed(NamedTuple):
    """A finding with the version of the feature that it is about."""

    feature_id: str
    number: str
    """What the feature is called by: a licence's number, a block's code"""
    kind: str
    blocks: Optional[int]
    metres: Optional[float]
    detail: str
    first_seen: int
    wkb: bytes


class Extent(NamedTuple):
    """The versions of a source's theme that were not compared yet: fids above `low`, up to `high`."""

    low: int
    high: int
    method: str


def compare(workspace: "Workspace", snapshot: Snapshot, watch: Watch) -> Snapshot:
    """Compare the versions that are new since the last time; the snapshot with its counts, which are written too.

    Where the user cancels, or the workspace cannot be written to now, the counts stay None and the next pull compares.
    """
    theme = THEMES[snapshot.theme]
    if not theme.block_codes or snapshot.state not in (State.COMPLETE, State.PARTIAL):
        return snapshot
    try:
        scheme = default_scheme()
        with workspace.reading() as connection:
            extent = _extent(connection, snapshot.source, theme, scheme)
            if extent.low == extent.high and snapshot.codes_agree is not None:
                return snapshot
            found = list(_findings(connection, snapshot.source, theme, extent, scheme, watch))
        with workspace.writing() as connection:
            _write(connection, snapshot.source, theme, extent, found)
            counts = _counted_on(connection, theme, snapshot, extent) or count(
                connection, theme, "source = ? AND gone_at IS NULL", (snapshot.source,)
            )
            sets = ", ".join(f"{name} = ?" for name in COUNTS)
            connection.execute(f"UPDATE snapshots SET {sets} WHERE id = ?", (*counts, snapshot.id))  # nosec B608
        return replace(snapshot, **dict(zip(COUNTS, counts)))
    except KaznedraError:
        return snapshot


def count(
    connection: sqlite3.Connection, theme: Theme, condition: str, values: Sequence[object]
) -> tuple[int, int, int]:
    """How many of the theme's versions that the SQL chooses agree, disagree, and of how many that is unknown."""
    table = f'"{theme.name}" AS version'
    kinds = ", ".join(f"'{kind.value}'" for kind in CANNOT_BE_TOLD)
    found = f"""SELECT count(DISTINCT found.fid) FROM code_findings AS found JOIN {table} ON version.fid = found.fid
                WHERE found.theme = '{theme.name}' AND {condition}"""  # nosec B608
    row = connection.execute(
        f"""SELECT (SELECT count(*) FROM {table} WHERE {condition}),
                   (SELECT count(*) FROM {table} WHERE {condition} AND {_comparable(theme)}
                    AND fid <= (SELECT last_fid FROM code_comparisons AS done
                                WHERE done.source = version.source AND done.theme = '{theme.name}')),
                   ({found}), ({found} AND found.kind NOT IN ({kinds}))""",  # nosec B608
        (*values, *values, *values, *values),
    ).fetchone()
    every, compared, odd, disagree = row
    agree = compared - odd
    return agree, disagree, every - agree - disagree


def _counted_on(
    connection: sqlite3.Connection, theme: Theme, snapshot: Snapshot, extent: Extent
) -> Optional[tuple[int, int, int]]:
    """The counts of the pull before, less the versions that this one ended and more those that it wrote.

    None where there are none to go on from, or all versions were compared anew.
    """
    before = connection.execute(
        f"""SELECT {", ".join(COUNTS)} FROM snapshots WHERE source = ? AND theme = ? AND id < ?
            AND state IN (?, ?) ORDER BY id DESC LIMIT 1""",  # nosec B608
        (snapshot.source, snapshot.theme, snapshot.id, State.COMPLETE.value, State.PARTIAL.value),
    ).fetchone()
    if not snapshot.by_changes or not extent.low or before is None or None in tuple(before):
        return None
    ended = count(connection, theme, "source = ? AND gone_at = ?", (snapshot.source, snapshot.id))
    written = count(
        connection, theme, "source = ? AND version.fid > ? AND first_seen = ?",
        (snapshot.source, extent.low, snapshot.id),
    )  # fmt: skip
    agree, disagree, unknown = (then - less + more for then, less, more in zip(before, ended, written))
    return agree, disagree, unknown


def findings(connection: sqlite3.Connection, ground: "Ground") -> list[Listed]:
    """What the versions that a source had then were found to disagree in, kinds of CANNOT_BE_TOLD included."""
    name = "number" if ground.theme != "blocks" else THEMES["blocks"].block_codes
    rows = connection.execute(
        f"""SELECT version.feature_id, version."{name}", found.kind, found.blocks, found.metres, found.detail,
                   version.first_seen, version.geom
            FROM code_findings AS found JOIN "{ground.theme}" AS version ON version.fid = found.fid
            WHERE found.theme = ? AND {ground.condition} ORDER BY version.fid, found.kind""",  # nosec B608
        (ground.theme,),
    )
    return [Listed(*row[:1], row[1] or "", *row[2:7], well_known(row["geom"])) for row in rows]


def _comparable(theme: Theme) -> str:
    """SQL: the version has codes and a geometry."""
    return f"\"{theme.block_codes}\" > '' AND geom IS NOT NULL"


def _extent(connection: sqlite3.Connection, source: str, theme: Theme, scheme: NumberingScheme) -> Extent:
    method = _method(scheme)
    done = connection.execute(
        "SELECT last_fid FROM code_comparisons WHERE source = ? AND theme = ? AND method = ?",
        (source, theme.name, method),
    ).fetchone()
    high = connection.execute(f'SELECT coalesce(max(fid), 0) FROM "{theme.name}"').fetchone()[0]  # nosec B608
    return Extent(min(done[0], high) if done else 0, high, method)


def _method(scheme: NumberingScheme) -> str:
    """Tells ways to compare apart: the codes of a whole sheet, the grid's datum, and how it is done."""
    west, south, _, _ = scheme.extent
    west, south = -(-west // SHEET_WIDTH) * SHEET_WIDTH, -(-south // SHEET_HEIGHT) * SHEET_HEIGHT
    blocks = (Block(west + x, south + y) for y in range(SHEET_HEIGHT) for x in range(SHEET_WIDTH))
    told = "".join(map(scheme.code, blocks))
    return hashlib.sha256(f"{METHOD} {scheme.datum} {scheme.extent} {told}".encode()).hexdigest()


def _findings(
    connection: sqlite3.Connection, source: str, theme: Theme, extent: Extent, scheme: NumberingScheme, watch: Watch
) -> Iterator[Row]:
    """Rows of `code_findings`. Raises KaznedraError(CANCELLED)."""
    comparer, placed = Comparer(scheme), _to(scheme.datum)
    rows = connection.execute(
        f"""SELECT fid, "{theme.block_codes}", geom FROM "{theme.name}"
            WHERE source = ? AND fid > ? AND fid <= ? AND {_comparable(theme)}""",  # nosec B608
        (source, extent.low, extent.high),
    )
    for number, (fid, codes, blob) in enumerate(rows):
        if number % _AT_ONCE == 0:
            if watch.is_cancelled():
                raise KaznedraError(Code.CANCELLED)
            watch.compared(theme.name, (fid - extent.low) / (extent.high - extent.low))
        for finding in comparer.compare(codes, placed(polygons(blob))):
            yield theme.name, fid, finding.kind.value, finding.blocks, finding.metres, finding.detail


def _write(connection: sqlite3.Connection, source: str, theme: Theme, extent: Extent, found: Sequence[Row]) -> None:
    connection.execute(
        f"""DELETE FROM code_findings WHERE theme = ? AND fid > ? AND fid <= ?
            AND fid IN (SELECT fid FROM "{theme.name}" WHERE source = ?)""",  # nosec B608
        (theme.name, extent.low, extent.high, source),
    )
    connection.executemany("INSERT OR REPLACE INTO code_findings VALUES (?, ?, ?, ?, ?, ?)", found)
    connection.execute(
        "INSERT OR REPLACE INTO code_comparisons VALUES (?, ?, ?, ?)", (source, theme.name, extent.high, extent.method)
    )


def _to(datum: str) -> Callable[[Polygons], Polygons]:
    """From degrees of WGS 84, which the tables hold, to those of the grid's datum, longitude first."""
    if datum == "EPSG:4326":
        return lambda found: found
    from osgeo import osr

    here, there = osr.SpatialReference(), osr.SpatialReference()
    for system, name in ((here, "EPSG:4326"), (there, datum)):
        system.SetFromUserInput(name)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    way = osr.CoordinateTransformation(here, there)

    def transformed(found: Polygons) -> Polygons:
        return [[[(x, y) for x, y, *_ in way.TransformPoints(ring)] for ring in rings] for rings in found]

    return transformed
