"""A sync: pulls themes from a source into a workspace, each as one snapshot."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Optional

from ..errors import Code, KaznedraError
from ..sources.addresses import is_web_address, shown
from ..sources.profile import ThemeProfile
from ..sources.promise import Promise
from ..sources.source import Contract, Source, Watch
from ..themes import THEMES, Theme
from . import agreements, conditional, contracts, digests, increments, marks, merge, promises, snapshots
from .arriving import Arrived
from .connection import connect, plain_words, transaction
from .digests import Known
from .fetching import Fetched, ended, now
from .gdal_calls import calls
from .increments import Increment
from .overtaking import Overtaken, check_overtaken, last_merged
from .resuming import Resuming
from .schema import prepare_writing
from .scratch import NoScratch, scratch
from .snapshots import Snapshot, State
from .staging import Staging
from .workspace import Workspace


def sync(
    source: Source,
    workspace: Workspace,
    themes: Sequence[str],
    watch: Optional[Watch] = None,
    accept: bool = False,
    everything: bool = False,
) -> list[Snapshot]:
    """Pull `themes` and return a snapshot of each, in order.

    All themes are fetched before the first changes anything; then each is merged in one transaction. A theme that
    fails keeps its last good state, and its snapshot says why. Cancelling before the end of fetching changes no data.
    Where the source tells what has changed since the last pull, that alone is fetched, but for `everything`.
    An optional theme that the source does not have, and never had, is passed over without a snapshot.
    A source that breaks its promises (`contracts.py`) fails, unless the user said to `accept` what it changed.
    Raises KaznedraError only where the workspace itself cannot be used.
    """
    watch = watch or Watch()
    profile = source.profile
    address = shown(profile.address) if is_web_address(profile.address) else profile.address
    begun = [_begun(profile.id, address, theme) for theme in themes]
    try:
        contract = source.contract(themes)
    except KaznedraError as error:
        return _record(workspace, [ended(snapshot, error) for snapshot in begun])
    begun = [snapshot for snapshot in begun if not _is_spared(contract, workspace, snapshot)]
    try:
        with scratch() as folder, Resuming(workspace, source, watch) as resuming:
            fetching = _Fetching(source, contract, folder, resuming, watch, everything)
            taken = _fetch_and_merge(workspace, fetching, begun, accept)
    except NoScratch as error:
        return _record(workspace, [ended(snapshot, error) for snapshot in begun])
    return [agreements.compare(workspace, snapshot, watch) for snapshot in taken]


@dataclass
class _Fetching:
    """How the themes of a sync are fetched, and what is to be added to those of which only changes were."""

    source: Source
    contract: Contract
    folder: Path
    resuming: Resuming
    watch: Watch
    everything: bool
    additions: dict[str, Increment] = field(default_factory=dict)

    def fetch(self, snapshot: Snapshot, known: Known) -> Fetched:
        """What changed, where that is enough; else everything."""
        offer, base = self.contract.offers.get(snapshot.theme), known.base
        if not self.everything and offer and base and increments.is_due(base, self.source.profile, offer, snapshot):
            begun = replace(snapshot, started=now(), server_time=self.contract.server_time)
            mapping = self.source.profile.theme(snapshot.theme)
            try:
                found = increments.fetch(offer, mapping, begun, base, self.folder, self.watch)
            except KaznedraError as error:
                return ended(begun, error), []
            if found:
                self.additions[snapshot.theme] = found[1]
                return found[0], []
        if not self.everything and offer and conditional.is_possible(self.source, offer, known):
            begun = replace(snapshot, started=now(), server_time=self.contract.server_time)
            try:
                confirmed = conditional.confirm(self.source, offer, begun, known, self.folder)
            except KaznedraError as error:
                return ended(begun, error), []
            if confirmed:
                return confirmed
        return self.resuming.fetch(self.contract, snapshot, self.folder, known)


def _fetch_and_merge(workspace: Workspace, fetching: _Fetching, begun: list[Snapshot], accept: bool) -> list[Snapshot]:
    source = fetching.source
    fetched: list[Fetched] = []
    merged_before: list[int] = []
    for snapshot in begun:
        merged_before.append(last_merged(workspace, snapshot.source, snapshot.theme))
        fetched.append(fetching.fetch(snapshot, _known(workspace, source, snapshot)))
    if any(snapshot.state is State.CANCELLED for snapshot, _ in fetched):
        return _record(workspace, [ended(snapshot, KaznedraError(Code.CANCELLED)) for snapshot, _ in fetched])
    pull = workspace.take_pull()
    merged: list[Snapshot] = []
    for (snapshot, stagings), before in zip(fetched, merged_before):
        terms = contracts.Terms(fetching.contract.offers.get(snapshot.theme), accept)
        snapshot, addition = replace(snapshot, pull=pull), fetching.additions.get(snapshot.theme)
        if addition:
            merged.append(_add(workspace, source, terms, snapshot, addition))
            continue
        merged.append(_merge(workspace, source, terms, snapshot, stagings, before))
        if stagings:
            fetching.resuming.merged(snapshot.theme)
    return merged


def _is_spared(contract: Contract, workspace: Workspace, snapshot: Snapshot) -> bool:
    missing = contract.missing.get(snapshot.theme)
    return (
        THEMES[snapshot.theme].optional
        and missing is not None
        and missing.code is Code.THEME_MISSING
        and not workspace.snapshots(snapshot.source, snapshot.theme)
    )


def _begun(source: str, address: str, theme: str) -> Snapshot:
    return Snapshot(
        id=0, pull=0, source=source, theme=theme, address=address, started=now(), finished="", server_time="",
        expected=None, received=0, distinct=0, pages=0, bytes=0, hash="", state=State.FAILED, message=None,
        added=0, changed=0, gone=0, without_geometry=0, invalid_geometry=0, value_issues=0,
    )  # fmt: skip


def _known(workspace: Workspace, source: Source, snapshot: Snapshot) -> Known:
    mapping = source.profile.themes.get(snapshot.theme)
    return workspace.known_pages(snapshot.source, snapshot.theme, mapping) if mapping else Known()


def _record(workspace: Workspace, ends: list[Snapshot]) -> list[Snapshot]:
    """Write down a pull that changed nothing."""
    pull = workspace.take_pull()
    return [workspace.record(replace(snapshot, pull=pull)) for snapshot in ends]


def _add(
    workspace: Workspace, source: Source, terms: contracts.Terms, snapshot: Snapshot, increment: Increment
) -> Snapshot:
    try:
        return increments.apply(workspace.path, snapshot, source.profile.theme(snapshot.theme), terms, increment)
    except Overtaken as error:
        return workspace.record(ended(snapshot, error))


def _merge(
    workspace: Workspace,
    source: Source,
    terms: contracts.Terms,
    snapshot: Snapshot,
    stagings: list[Staging],
    before: int,
) -> Snapshot:
    """Turn what was staged into the theme's current features and write the snapshot, together or not at all."""
    if not stagings:
        return workspace.record(snapshot)
    theme, mapping = THEMES[snapshot.theme], source.profile.theme(snapshot.theme)
    if stagings[0].is_unchanged:
        return _confirm(workspace, terms, snapshot, mapping, stagings[0])
    connection = connect(workspace.path)
    try:
        with plain_words(workspace.path):
            prepare_writing(connection, workspace.path)
            connection.execute("PRAGMA synchronous = FULL")
        try:
            with plain_words(stagings[0].paths[0]):
                arrived = merge.arrange(connection, stagings)
        except KaznedraError as error:
            error.facts.setdefault("theme", theme.name)
            return workspace.record(ended(snapshot, error))
        if arrived.without_id == arrived.received > 0:
            return workspace.record(ended(snapshot, KaznedraError(Code.NO_IDS, theme=theme.name)))
        snapshot = _judged(snapshot, arrived)
        verdict = contracts.check(connection, theme, mapping, snapshot, terms, stagings)
        snapshot = verdict.noted(snapshot)
        if verdict.breach:
            return workspace.record(ended(snapshot, verdict.breach))
        with calls(), transaction(connection, workspace.path):
            check_overtaken(connection, snapshot, before)
            return _write(connection, theme, mapping, snapshot, stagings, verdict.promise)
    except Overtaken as error:
        return workspace.record(ended(snapshot, error))
    finally:
        connection.close()


def _write(
    connection: sqlite3.Connection,
    theme: Theme,
    mapping: ThemeProfile,
    snapshot: Snapshot,
    stagings: list[Staging],
    promise: Optional[Promise],
) -> Snapshot:
    """Merge what has arrived, within a transaction, and write down all that the next pull will go by."""
    number = snapshots.insert(connection, snapshot)
    whole = snapshot.state is State.COMPLETE
    merged = merge.merge(connection, theme, snapshot.source, number, take_away=whole)
    pages = stagings[0].digests if whole and len(stagings) == 1 else {}
    digests.replace(connection, snapshot.source, theme.name, mapping, pages, stagings[0].etags)
    if whole and promise:
        promises.keep(connection, number, snapshot.source, theme.name, promise)
    snapshot = replace(snapshot, id=number, finished=now(), **vars(merged))
    snapshots.update(connection, snapshot)
    if whole:
        marks.renew(connection, snapshot, theme, mapping)
    else:
        marks.forget(connection, snapshot.source, theme.name)
    return snapshot


def _confirm(
    workspace: Workspace, terms: contracts.Terms, snapshot: Snapshot, mapping: ThemeProfile, staging: Staging
) -> Snapshot:
    """Write that nothing has changed; FAILED with OVERTAKEN where another pull has changed the theme meanwhile."""
    with workspace.writing() as connection:
        if digests.read(connection, snapshot.source, snapshot.theme, mapping) == staging.digests:
            verdict = contracts.confirm(connection, snapshot, terms)
            snapshot = verdict.noted(snapshot)
            snapshot = replace(snapshot, id=snapshots.insert(connection, snapshot))
            if verdict.promise:
                promises.keep(connection, snapshot.id, snapshot.source, snapshot.theme, verdict.promise)
            marks.confirm(connection, snapshot)
            return snapshot
    return workspace.record(ended(snapshot, KaznedraError(Code.OVERTAKEN, theme=snapshot.theme)))


def _judged(snapshot: Snapshot, arrived: Arrived) -> Snapshot:
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
