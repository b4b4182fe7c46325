"""SQLite connections to a workspace, and SQLite's refusals in the plugin's words."""

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Optional

from ..errors import Code, KaznedraError

_BUSY_S = 10.0
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)


def bounds(blob: Optional[bytes]) -> Optional[tuple[float, float, float, float]]:
    """min x, max x, min y, max y of a GeoPackage geometry; None for null, empty, or without an envelope (not a point).

    Source: OGC 12-128r18, 2.1.3, the binary header.
    """
    if not blob or blob[:2] != b"GP" or blob[3] & 0x10:
        return None
    order = "<" if blob[3] & 1 else ">"
    envelope = _ENVELOPE_BYTES[min((blob[3] >> 1) & 7, 4)]
    if envelope:
        return struct.unpack_from(order + "4d", blob, 8)
    point = "<" if blob[8] else ">"
    if struct.unpack_from(point + "I", blob, 9)[0] % 1000 == 1:
        x, y = struct.unpack_from(point + "2d", blob, 13)
        return (x, x, y, y) if x == x else None
    return None


def _side(index: int):
    def side(blob: Optional[bytes]) -> Optional[float]:
        found = bounds(blob)
        return found[index] if found else None

    return side


@contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Turns what SQLite refuses within the block into KaznedraError."""
    try:
        yield
    except sqlite3.Error as refusal:
        words = str(refusal)
        codes = {
            "readonly": Code.READ_ONLY,
            "unable to open": Code.READ_ONLY,
            "locked": Code.LOCKED,
            "disk is full": Code.DISK_FULL,
            "disk I/O error": Code.DISK_FULL,
            "not a database": Code.NOT_A_WORKSPACE,
            "malformed": Code.NOT_A_WORKSPACE,
        }
        code = next((code for phrase, code in codes.items() if phrase in words), Code.UNEXPECTED)
        raise KaznedraError(code, path=str(path), detail=words) from refusal


def connect(path: Path, read_only: bool = False) -> sqlite3.Connection:
    """A connection that can run a GeoPackage's triggers; the caller closes it.

    Read-only connections write nothing beside the file where the folder cannot be written either.
    Raises KaznedraError READ_ONLY, LOCKED or NOT_A_WORKSPACE.
    """
    if not path.is_file():
        raise KaznedraError(Code.NOT_A_WORKSPACE, path=str(path), detail="no such file")
    with plain_words(path):
        if not read_only:
            return _prepared(sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None, check_same_thread=False))
        try:
            return _prepared(_open(path, "mode=ro"))
        except sqlite3.OperationalError:
            return _prepared(_open(path, "mode=ro&immutable=1"))


def _open(path: Path, query: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?{query}", uri=True, timeout=_BUSY_S, isolation_level=None, check_same_thread=False
    )
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return connection


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.row_factory = sqlite3.Row
    connection.create_function("ST_IsEmpty", 1, lambda blob: blob is None or bounds(blob) is None)
    for index, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        connection.create_function(name, 1, _side(index))
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """All of the block or, when it raises, nothing of it. Raises KaznedraError LOCKED when another writes."""
    with plain_words(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
