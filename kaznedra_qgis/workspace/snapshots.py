"""Snapshots: what each pull of each theme promised, brought and left."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Optional

from ..errors import KaznedraError


class State(str, Enum):
    """How a pull of a theme ended."""

    COMPLETE = "complete"
    """Every feature the source promised, once"""
    PARTIAL = "partial"
    """Something is missing or doubled; what came was added, nothing was taken away"""
    FAILED = "failed"
    """Nothing was changed"""
    CANCELLED = "cancelled"
    """Nothing was changed"""


STANDING = (State.COMPLETE, State.PARTIAL)
"""States of a pull whose data stands until the next"""


@dataclass(frozen=True)
class Snapshot:
    """One pull of one theme. Times are RFC 3339 in UTC, `message` is {"code": ..., "facts": {...}} or None."""

    id: int
    pull: int
    """Number of the sync that this was part of"""
    source: str
    theme: str
    address: str
    started: str
    finished: str
    server_time: str
    expected: Optional[int]
    received: int
    distinct: int
    pages: int
    bytes: int
    hash: str
    """SHA-256 over the pages' features as they came; equal hashes, equal data"""
    state: State
    message: Optional[dict[str, Any]]
    added: int
    changed: int
    gone: int
    without_geometry: int
    invalid_geometry: int
    value_issues: int
    """Features with a value that is not of its attribute's type"""
    by_changes: bool = False
    """Only what had changed since the complete pull before was fetched: `received` counts that, `distinct` the features
    that there are with it, whose number the source confirmed
    """
    notices: tuple[dict[str, Any], ...] = ()
    """What the user should know although it does not make the pull partial; each as `message` is"""
    codes_agree: Optional[int] = None
    """Current features whose block codes and geometry agree; None where they were not compared"""
    codes_disagree: Optional[int] = None
    codes_unknown: Optional[int] = None
    """Current features of which that cannot be told: without codes or geometry, or one of them unreadable"""
    fetched: str = ""
    """When the last page had come"""

    @property
    def duration_s(self) -> float:
        """Seconds from start to finish."""
        return (moment(self.finished) - moment(self.started)).total_seconds()


@dataclass(frozen=True)
class ThemeState:
    """Where a theme of a source stands: its last pull, its last good one, and how many features are current."""

    theme: str
    last: Optional[Snapshot]
    good: Optional[Snapshot]
    """The last complete pull; None where there never was one"""
    count: int


TABLE = """
CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pull INTEGER NOT NULL,
    source TEXT NOT NULL,
    theme TEXT NOT NULL,
    address TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT NOT NULL DEFAULT '',
    server_time TEXT NOT NULL DEFAULT '',
    expected INTEGER,
    received INTEGER NOT NULL DEFAULT 0,
    distinct_ids INTEGER NOT NULL DEFAULT 0,
    pages INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    hash TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    message TEXT,
    added INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0,
    without_geometry INTEGER NOT NULL DEFAULT 0,
    invalid_geometry INTEGER NOT NULL DEFAULT 0,
    value_issues INTEGER NOT NULL DEFAULT 0
)
"""
"""As of version 1; what came later is in `versions.py`"""


def moment(text: str) -> datetime:
    """The point in time of an RFC 3339 text as `snapshots` holds it."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def stored(error: KaznedraError) -> dict[str, Any]:
    """An error as it is kept with a snapshot."""
    return {"code": error.code.value, "facts": {name: _plain(value) for name, value in error.facts.items()}}


def noted(error: KaznedraError) -> dict[str, Any]:
    """What a pull noted of its source although it took what came, as it is kept with a snapshot."""
    entry = stored(error)
    return {**entry, "facts": {**entry["facts"], "noted": True}}


def _plain(value: object) -> object:
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def read(row: sqlite3.Row) -> Snapshot:
    """The snapshot of a row of the table."""
    values = dict(row)
    values["distinct"] = values.pop("distinct_ids")
    values["state"] = State(values["state"])
    values["message"] = json.loads(values["message"]) if values["message"] else None
    values["by_changes"] = bool(values["by_changes"])
    values["notices"] = tuple(json.loads(values["notices"]))
    return Snapshot(**values)


def columns(snapshot: Snapshot) -> dict[str, Any]:
    """The row of a snapshot, without its id."""
    values = {name: getattr(snapshot, name) for name in snapshot.__dataclass_fields__ if name != "id"}
    values["distinct_ids"] = values.pop("distinct")
    values["state"] = snapshot.state.value
    values["message"] = json.dumps(snapshot.message, ensure_ascii=False) if snapshot.message else None
    values["by_changes"] = int(snapshot.by_changes)
    values["notices"] = json.dumps(snapshot.notices, ensure_ascii=False)
    return values


def insert(connection: sqlite3.Connection, snapshot: Snapshot) -> int:
    """Write a snapshot, with the id it has or, where that is 0, the next; returns the id."""
    values = columns(snapshot)
    if snapshot.id:
        values["id"] = snapshot.id
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    cursor = connection.execute(f"INSERT INTO snapshots ({names}) VALUES ({marks})", values)  # nosec B608
    return int(cursor.lastrowid or 0)


def update(connection: sqlite3.Connection, snapshot: Snapshot) -> None:
    """Bring the row of a snapshot up to date."""
    values = columns(snapshot)
    sets = ", ".join(f"{name} = :{name}" for name in values)
    connection.execute(f"UPDATE snapshots SET {sets} WHERE id = :id", {**values, "id": snapshot.id})  # nosec B608
