"""Two pulls of one theme at a time: an older state must not come back over a newer one."""

import sqlite3
from typing import Optional

from ..errors import Code, KaznedraError
from . import snapshots
from .snapshots import Snapshot
from .workspace import Workspace


class Overtaken(KaznedraError):
    """OVERTAKEN: nothing may be merged."""


_MERGED = "source = ? AND theme = ? AND state IN ('complete', 'partial')"


def last_merged(workspace: Workspace, source: str, theme: str) -> int:
    """Snapshot that last changed the theme or found it unchanged, 0 where there is none."""
    with workspace.reading() as connection:
        newest = f"SELECT coalesce(max(id), 0) FROM snapshots WHERE {_MERGED}"  # nosec B608
        return int(connection.execute(newest, (source, theme)).fetchone()[0])


def check_overtaken(connection: sqlite3.Connection, snapshot: Snapshot, since: int) -> None:
    """Raises OVERTAKEN (`by`) where merging what was fetched could bring an older state back.

    So it could where another pull merged after this one began to fetch (its snapshot is later than `since`), was still
    fetching then, and brought something else: of each feature nobody can tell which of the two saw it later. A pull
    that began to fetch when the other had ended its fetching is the newer one, whichever merges first. Run inside the
    transaction that merges.
    """
    other = connection.execute(
        f"SELECT * FROM snapshots WHERE {_MERGED} AND id > ? ORDER BY id DESC LIMIT 1",  # nosec B608
        (snapshot.source, snapshot.theme, since),
    ).fetchone()
    found: Optional[Snapshot] = snapshots.read(other) if other else None
    if found is None or found.hash == snapshot.hash:
        return
    if snapshots.moment(found.fetched or found.finished) > snapshots.moment(snapshot.started):
        raise Overtaken(Code.OVERTAKEN, theme=snapshot.theme, by=found.id)
