"""Folders that belong to one process as long as it lives, whatever way it ends."""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Optional

_LOCK = "lock"
_SETTLED_S = 60.0
"""A folder younger than that may be about to be locked"""


class Lock:
    """The right to a folder, held until `release` or the end of the process."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def release(self) -> None:
        """Let others have the folder."""
        self._connection.close()


def lock(folder: Path) -> Optional[Lock]:
    """The right to an existing folder; None where another has it, be it in this process. Raises sqlite3.Error."""
    # SQLite's locks are the portable ones of the standard library, and end with the process that holds them
    connection = sqlite3.connect(folder / _LOCK, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as refusal:
        connection.close()
        if "locked" in str(refusal):
            return None
        raise
    except sqlite3.Error:
        connection.close()
        raise
    return Lock(connection)


def remove(folder: Path, held: Lock) -> None:
    """Take away a folder that one has the right to, as far as the system lets it be taken away."""
    for entry in list(folder.iterdir()) if folder.is_dir() else ():
        if entry.name != _LOCK:
            shutil.rmtree(entry, ignore_errors=True) if entry.is_dir() else _unlink(entry)
    # Windows gives up a file only when it is closed; elsewhere somebody else may have it as soon as it is
    gone = _unlink(folder / _LOCK)
    held.release()
    if not gone:
        _unlink(folder / _LOCK)
    with suppress(OSError):
        folder.rmdir()


def renew(folder: Path) -> None:
    """Let the folder count as begun now. Raises OSError."""
    os.utime(folder / _LOCK)


def clear(folders: Iterable[Path], age_s: float = _SETTLED_S) -> None:
    """Take away those folders that nobody has a right to and that were begun longer ago than `age_s`."""
    for folder in folders:
        with suppress(OSError, sqlite3.Error):
            if time.time() - (folder / _LOCK).stat().st_mtime < max(age_s, _SETTLED_S):
                continue
            held = lock(folder)
            if held:
                remove(folder, held)


def _unlink(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
