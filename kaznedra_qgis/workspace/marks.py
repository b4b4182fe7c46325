"""Up to which time the changes of a theme are in the workspace, so that only later ones need be asked for."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Optional

from ..sources.profile import ThemeProfile
from ..themes import Theme
from . import digests
from .snapshots import Snapshot, moment
from .snapshots import read as read_snapshot

CHANGED = "changed_at"
"""The attribute of every theme that holds the time of a feature's last change"""

TABLE = """
CREATE TABLE marks (
    source TEXT NOT NULL,
    theme TEXT NOT NULL,
    snapshot INTEGER NOT NULL,
    mapping TEXT NOT NULL,
    since TEXT NOT NULL,
    witnesses TEXT NOT NULL,
    features INTEGER NOT NULL,
    whole_at TEXT NOT NULL,
    PRIMARY KEY (source, theme)
) WITHOUT ROWID
"""

_OVERLAP = timedelta(minutes=10)
"""A change may become visible later than the time that is written on it"""
_WITNESSES = 20


@dataclass(frozen=True)
class Base:
    """The complete state of a theme that changes are added to.

    `since` is the time (RFC 3339, UTC) to ask from: the latest time of change among the features, but not later than
    the server's clock, less an overlap. `witnesses` are ids of features that changed last: asked from `since` they
    have to come again. `features` counts the current ones, `whole_at` is when all of them were last pulled.
    """

    path: Path
    snapshot: Snapshot
    since: str
    witnesses: frozenset[str]
    features: int
    whole_at: str


def is_kept(mapping: ThemeProfile) -> bool:
    """True where the profile says how to ask for changes, and the time of change is taken over."""
    return bool(mapping.changed_filter) and mapping.source_of(CHANGED) == mapping.changed_attribute


def read(connection: sqlite3.Connection, path: Path, source: str, theme: str, mapping: ThemeProfile) -> Optional[Base]:
    """The state to add changes to; None where there is none, or it was read by another mapping."""
    row = connection.execute(
        "SELECT * FROM marks WHERE source = ? AND theme = ? AND mapping = ?",
        (source, theme, digests.fingerprint(mapping)),
    ).fetchone()
    taken = row and connection.execute("SELECT * FROM snapshots WHERE id = ?", (row["snapshot"],)).fetchone()
    if not taken:
        return None
    witnesses = frozenset(json.loads(row["witnesses"]))
    return Base(path, read_snapshot(taken), row["since"], witnesses, row["features"], row["whole_at"])


def renew(
    connection: sqlite3.Connection, snapshot: Snapshot, theme: Theme, mapping: ThemeProfile, base: Optional[Base] = None
) -> None:
    """Write down up to when the theme's current features are known, now that `snapshot` made them complete.

    With `base` the snapshot only added changes to it, which are the view `incoming`. A theme of which one feature has
    no time of change has no mark.
    """
    forget(connection, snapshot.source, theme.name)
    if not is_kept(mapping):
        return
    latest = _latest(connection, snapshot.source, theme, base)
    if latest and latest[0][1] is None or not (latest or base):
        return
    if latest:
        witnesses: Sequence[str] = [found[0] for found in latest]
        since = _since(latest[0][1], snapshot)
    else:
        assert base is not None  # nosec B101
        witnesses, since = sorted(base.witnesses), base.since
    if not since:
        return
    values: Mapping[str, Any] = {
        "source": snapshot.source,
        "theme": theme.name,
        "snapshot": snapshot.id,
        "mapping": digests.fingerprint(mapping),
        "since": since,
        "witnesses": json.dumps(witnesses, ensure_ascii=False),
        "features": snapshot.distinct,
        "whole_at": base.whole_at if base else snapshot.finished,
    }
    names = ", ".join(values)
    connection.execute(
        f"INSERT INTO marks ({names}) VALUES ({', '.join(f':{name}' for name in values)})",  # nosec B608
        values,
    )


def _latest(
    connection: sqlite3.Connection, source: str, theme: Theme, base: Optional[Base]
) -> list[tuple[str, Optional[str]]]:
    """Ids and times of the features that changed last, those without a time first."""
    if base:
        table, condition = "temp.incoming", "1"
    else:
        table, condition = f'"{theme.name}"', "source = :source AND gone_at IS NULL"
    return connection.execute(
        f"""SELECT feature_id, {CHANGED} FROM {table} WHERE {condition}
            ORDER BY {CHANGED} IS NULL DESC, {CHANGED} DESC LIMIT :limit""",  # nosec B608
        {"source": source, "limit": _WITNESSES},
    ).fetchall()


def forget(connection: sqlite3.Connection, source: str, theme: str) -> None:
    """Let the next pull be one of everything."""
    connection.execute("DELETE FROM marks WHERE source = ? AND theme = ?", (source, theme))


def confirm(connection: sqlite3.Connection, snapshot: Snapshot) -> None:
    """Everything was pulled and nothing had changed: the mark stands, and rests on this snapshot now."""
    connection.execute(
        "UPDATE marks SET snapshot = ?, whole_at = ? WHERE source = ? AND theme = ?",
        (snapshot.id, snapshot.finished, snapshot.source, snapshot.theme),
    )


def _since(latest: str, snapshot: Snapshot) -> str:
    """When to ask from; empty where the times are none that a calendar has."""
    try:
        until = min(moment(latest), moment(snapshot.server_time or snapshot.started)) - _OVERLAP
    except (ValueError, OverflowError):
        return ""
    return until.strftime("%Y-%m-%dT%H:%M:%SZ") if until.year >= 1000 else ""
