"""What the sources promised at each complete pull, written down where it differs from the time before."""

import sqlite3
from typing import Optional

from ..sources.promise import Promise

TABLE = """
CREATE TABLE promises (
    snapshot INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    theme TEXT NOT NULL,
    promise TEXT NOT NULL
)
"""


def last(connection: sqlite3.Connection, source: str, theme: str) -> Optional[Promise]:
    """The promise of the last complete pull; None where there was none yet, or none that can be read."""
    text = _text(connection, source, theme)
    try:
        return Promise.of_text(text) if text else None
    except (ValueError, KeyError, TypeError):
        return None


def keep(connection: sqlite3.Connection, snapshot: int, source: str, theme: str, promise: Promise) -> None:
    """Write the promise down for a complete snapshot, unless it is that of the one before."""
    text = promise.text()
    if text != _text(connection, source, theme):
        connection.execute("INSERT OR REPLACE INTO promises VALUES (?, ?, ?, ?)", (snapshot, source, theme, text))


def _text(connection: sqlite3.Connection, source: str, theme: str) -> str:
    row = connection.execute(
        "SELECT promise FROM promises WHERE source = ? AND theme = ? ORDER BY snapshot DESC LIMIT 1", (source, theme)
    ).fetchone()
    return str(row[0]) if row else ""
