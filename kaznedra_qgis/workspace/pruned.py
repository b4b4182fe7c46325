"""Snapshots that were pruned: only that they were, so that a moment of then is unknown and shows no wrong state."""

import sqlite3
from dataclasses import dataclass

from .snapshots import State

TABLE = """
CREATE TABLE pruned_snapshots (
    id INTEGER PRIMARY KEY,
    pull INTEGER NOT NULL,
    source TEXT NOT NULL,
    theme TEXT NOT NULL,
    finished TEXT NOT NULL,
    state TEXT NOT NULL,
    pruned_at TEXT NOT NULL
)
"""


@dataclass(frozen=True)
class Pruned:
    """What is left of a snapshot that was pruned; its fields are those of Snapshot."""

    id: int
    pull: int
    source: str
    theme: str
    finished: str
    state: State


def read(connection: sqlite3.Connection) -> list[Pruned]:
    """All that were ever pruned, in the order they were taken."""
    rows = connection.execute("SELECT id, pull, source, theme, finished, state FROM pruned_snapshots ORDER BY id")
    return [Pruned(*row[:5], State(row["state"])) for row in rows]
