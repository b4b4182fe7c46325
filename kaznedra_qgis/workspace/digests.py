"""Of which pages the current features of a theme were made, so that the same pages need not be read again."""

import hashlib
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Optional

from ..sources.profile import ThemeProfile
from .snapshots import Snapshot

if TYPE_CHECKING:
    from .marks import Base

TABLE = """
CREATE TABLE page_digests (
    source TEXT NOT NULL,
    theme TEXT NOT NULL,
    number INTEGER NOT NULL,
    digest TEXT NOT NULL,
    mapping TEXT NOT NULL,
    PRIMARY KEY (source, theme, number)
) WITHOUT ROWID
"""


@dataclass(frozen=True)
class Known:
    """The last complete pull of a theme and its pages' digests by number; empty where no such pages are known.

    `base` is the state that changes can be added to; None where all has to be pulled.
    """

    good: Optional[Snapshot] = None
    digests: Mapping[int, str] = field(default_factory=dict)
    base: "Optional[Base]" = None
    etags: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    """What was asked for and the ETag that came, of the pages by number"""


def fingerprint(mapping: ThemeProfile) -> str:
    """Tells mappings apart: the same page read by another mapping gives other features."""
    attributes = sorted(
        (name, found.source, sorted(found.values.items())) for name, found in mapping.attributes.items()
    )
    return hashlib.sha256(repr((mapping.collection, mapping.id_attribute, attributes)).encode()).hexdigest()


def read(connection: sqlite3.Connection, source: str, theme: str, mapping: ThemeProfile) -> dict[int, str]:
    """Digests by page number; empty where the current features were made by another mapping, or otherwise."""
    rows = connection.execute(
        "SELECT number, digest FROM page_digests WHERE source = ? AND theme = ? AND mapping = ?",
        (source, theme, fingerprint(mapping)),
    )
    return {int(number): str(digest) for number, digest in rows}


def etags(connection: sqlite3.Connection, source: str, theme: str) -> dict[int, tuple[str, str]]:
    """What was asked for and the ETag that came, of those of the pages that had one."""
    rows = connection.execute(
        "SELECT number, parameters, etag FROM page_digests WHERE source = ? AND theme = ? AND etag > ''",
        (source, theme),
    )
    return {int(number): (str(parameters), str(etag)) for number, parameters, etag in rows}


def replace(
    connection: sqlite3.Connection,
    source: str,
    theme: str,
    mapping: ThemeProfile,
    digests: Mapping[int, str],
    etags: Mapping[int, tuple[str, str]] = MappingProxyType({}),
) -> None:
    """Write down the pages that the current features are made of; none where they are not made of whole pages."""
    connection.execute("DELETE FROM page_digests WHERE source = ? AND theme = ?", (source, theme))
    by = fingerprint(mapping)
    connection.executemany(
        "INSERT INTO page_digests (source, theme, number, digest, mapping, parameters, etag)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (source, theme, number, digest, by, *etags.get(number, ("", "")))
            for number, digest in digests.items()
            if digest
        ),
    )
