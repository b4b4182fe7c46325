"""A sync: pulls themes from a source into a workspace, each as one snapshot."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Optional

from ..errors import Code, KaznedraError
from ..sources.addresses import is_web_address, shown
from ..sources.profile import ThemeProfile
from ..sources.source import Contract, Source, Watch
from ..themes import THEMES
from . import agreements, digests, merge, snapshots
from .connection import connect, plain_words, transaction
from .digests import Known
from .fetching import Fetched, ended, fetch, now
from .gdal_calls import calls
from .schema import prepare_writing
from .snapshots import Snapshot, State
from .staging import Staging
from .workspace import Workspace


def sync(source: Source, workspace: Workspace, themes: Sequence[str], watch: Optional[Watch] = None) -> list[Snapshot]:
    """Pull `themes` and return a snapshot of each, in order.

    All themes are fetched before the first changes anything; then each is merged in one transaction. A theme that
    fails keeps its last good state, and its snapshot says why. Cancelling before the end of fetching changes no data.
    An optional theme that the source does not have, and never had, is passed over without a snapshot.
    Raises KaznedraError only where the workspace itself cannot be used.
    """
    watch = watch or Watch()
    pull = workspace.next_pull()
    profile = source.profile
    address = shown(profile.address) if is_web_address(profile.address) else profile.address
    begun = [_begun(pull, profile.id, address, theme) for theme in themes]
    try:
        contract = source.contract()
    except KaznedraError as error:
        return [workspace.record(ended(snapshot, error)) for snapshot in begun]
    begun = [snapshot for snapshot in begun if not _is_spared(contract, workspace, snapshot)]
    with tempfile.TemporaryDirectory(prefix="kaznedra-", ignore_cleanup_errors=True) as folder:
        fetched: list[Fetched] = []
        for snapshot in begun:
            known = _known(workspace, source, snapshot)
            fetched.append(fetch(source, contract, snapshot, Path(folder), watch, known))
        if any(snapshot.state is State.CANCELLED for snapshot, _ in fetched):
            return [_record_cancelled(workspace, snapshot) for snapshot, _ in fetched]
        merged = (_merge(workspace, source, snapshot, stagings) for snapshot, stagings in fetched)
        return [agreements.compare(workspace, snapshot, watch) for snapshot in merged]


def _is_spared(contract: Contract, workspace: Workspace, snapshot: Snapshot) -> bool:
    missing = contract.missing.get(snapshot.theme)
    return (
        THEMES[snapshot.theme].optional
        and missing is not None
        and missing.code is Code.THEME_MISSING
        and not workspace.snapshots(snapshot.source, snapshot.theme)
    )


def _begun(pull: int, source: str, address: str, theme: str) -> Snapshot:
    return Snapshot(
        id=0, pull=pull, source=source, theme=theme, address=address, started=now(), finished="", server_time="",
        expected=None, received=0, distinct=0, pages=0, bytes=0, hash="", state=State.FAILED, message=None,
        added=0, changed=0, gone=0, without_geometry=0, invalid_geometry=0, value_issues=0,
    )  # fmt: skip


def _known(workspace: Workspace, source: Source, snapshot: Snapshot) -> Known:
    mapping = source.profile.themes.get(snapshot.theme)
    return workspace.known_pages(snapshot.source, snapshot.theme, mapping) if mapping else Known()


def _record_cancelled(workspace: Workspace, snapshot: Snapshot) -> Snapshot:
    return workspace.record(ended(snapshot, KaznedraError(Code.CANCELLED)))


def _merge(workspace: Workspace, source: Source, snapshot: Snapshot, stagings: list[Staging]) -> Snapshot:
    """Turn what was staged into the theme's current features and write the snapshot, together or not at all."""
    if not stagings:
        return workspace.record(snapshot)
    theme, mapping = THEMES[snapshot.theme], source.profile.theme(snapshot.theme)
    if stagings[0].is_unchanged:
        return _confirm(workspace, snapshot, mapping, stagings[0])
    paths = [path for staging in stagings for path in staging.paths]
    connection = connect(workspace.path)
    try:
        with plain_words(workspace.path):
            prepare_writing(connection, workspace.path)
            connection.execute("PRAGMA synchronous = FULL")
            arrived = merge.arrange(connection, paths, theme, mapping)
        if arrived.without_id == arrived.received > 0:
            return workspace.record(ended(snapshot, KaznedraError(Code.NO_IDS, theme=theme.name)))
        snapshot = _judged(snapshot, arrived)
        with calls(), transaction(connection, workspace.path):
            number = snapshots.insert(connection, snapshot)
            whole = snapshot.state is State.COMPLETE
            merged = merge.merge(connection, theme, snapshot.source, number, take_away=whole)
            pages = stagings[0].digests if whole and len(stagings) == 1 else {}
            digests.replace(connection, snapshot.source, theme.name, mapping, pages)
            snapshot = replace(snapshot, id=number, finished=now(), **vars(merged))
            snapshots.update(connection, snapshot)
        return snapshot
    finally:
        connection.close()


def _confirm(workspace: Workspace, snapshot: Snapshot, mapping: ThemeProfile, staging: Staging) -> Snapshot:
    """Write that nothing has changed; FAILED with LOCKED where another pull has changed the theme meanwhile."""
    with workspace.writing() as connection:
        if digests.read(connection, snapshot.source, snapshot.theme, mapping) == staging.digests:
            return replace(snapshot, id=snapshots.insert(connection, snapshot))
    overtaken = KaznedraError(Code.LOCKED, theme=snapshot.theme, path=str(workspace.path))
    return workspace.record(ended(snapshot, overtaken))


def _judged(snapshot: Snapshot, arrived: merge.Arrived) -> Snapshot:
    """The snapshot with its counts and whether they make it complete."""
    facts = {"theme": snapshot.theme, "received": arrived.received, "expected": snapshot.expected}
    message = snapshot.message
    if arrived.without_id:
        message = snapshots.stored(KaznedraError(Code.NO_IDS, **facts, without=arrived.without_id))
    elif message is None and snapshot.expected not in (None, arrived.distinct):
        twice = arrived.received != arrived.distinct
        code = Code.DUPLICATES if twice else Code.COUNT_DIFFERS
        message = snapshots.stored(KaznedraError(code, **facts, distinct=arrived.distinct))
    elif message is None and snapshot.expected is None and arrived.received != arrived.distinct:
        message = snapshots.stored(KaznedraError(Code.DUPLICATES, **facts, distinct=arrived.distinct))
    return replace(
        snapshot,
        received=arrived.received,
        distinct=arrived.distinct,
        state=State.PARTIAL if message else State.COMPLETE,
        message=message,
    )
