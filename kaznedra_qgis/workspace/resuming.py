"""Fetching themes with the pages that an interrupted pull left; see `unfinished` for when those are trusted."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Optional

from ..errors import Code, KaznedraError
from ..sources.kept import KeptPages
from ..sources.source import Contract, Offer, Resumable, Source, Watch
from . import digests, overtaking, snapshots
from .digests import Known
from .fetching import Fetched, fetch, now
from .snapshots import Snapshot
from .unfinished import Begun, Stand, Unfinished, clear_old, open_unfinished
from .workspace import Workspace

_MENDS = frozenset(
    {
        Code.CANCELLED, Code.UNREACHABLE, Code.TIMED_OUT, Code.CERTIFICATE, Code.PROXY, Code.BODY_CUT,
        Code.UNAUTHORIZED, Code.FORBIDDEN, Code.TOO_MANY_REQUESTS, Code.SERVER_FAULT, Code.NOT_JSON,
    }
)  # fmt: skip
"""What ends a pull although the pages that came before it are good"""


class Resuming:
    """Fetches themes of a source; a context manager that leaves what was not merged to the next pull."""

    def __init__(self, workspace: Workspace, source: Source, watch: Watch) -> None:
        self._workspace = workspace
        self._source = source
        self._watch = watch
        self._unfinished: dict[str, Unfinished] = {}

    def __enter__(self) -> "Resuming":
        clear_old()
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        fills_disk = isinstance(error, KaznedraError) and error.code is Code.DISK_FULL
        for theme, unfinished in self._unfinished.items():
            self._keep(theme, None)
            unfinished.discard() if fills_disk else unfinished.close()
        self._unfinished.clear()

    def fetch(self, contract: Contract, snapshot: Snapshot, folder: Path, known: Known) -> Fetched:
        """As `fetching.fetch`, without asking for pages again that are kept and still true."""
        theme, offer = snapshot.theme, contract.offers.get(snapshot.theme)
        unfinished = self._open(offer, snapshot, contract.server_time) if offer else None
        if unfinished is None:
            fetched = fetch(self._source, contract, snapshot, folder, self._watch, known)
            return replace(fetched[0], fetched=now()), fetched[1]
        self._unfinished[theme] = unfinished
        notices = [self._moved_on(theme)] if unfinished.has_moved_on else []
        kept = self._kept(unfinished, theme)
        snapshot_now, stagings = fetch(self._source, contract, snapshot, folder, self._watch, known)
        if kept.has_moved_on or stagings and not kept.are_true:
            notices = [self._moved_on(theme)]
            kept = self._start_over(unfinished, theme, contract.server_time)
            folder = folder / "again"
            folder.mkdir(exist_ok=True)
            snapshot_now, stagings = fetch(self._source, contract, snapshot, folder, self._watch, known)
        if kept.recalled:
            notices.append(_resumed(theme, unfinished.begun, kept.recalled))
            snapshot_now = replace(snapshot_now, server_time=unfinished.begun.there or snapshot_now.server_time)
        if not stagings and Code((snapshot_now.message or {}).get("code", Code.UNEXPECTED)) not in _MENDS:
            self.merged(theme)
        told = tuple(snapshots.stored(notice) for notice in notices)
        return replace(snapshot_now, fetched=now(), notices=(*snapshot_now.notices, *told)), stagings

    def merged(self, theme: str) -> None:
        """The pages of the theme have served."""
        unfinished = self._unfinished.pop(theme, None)
        if unfinished:
            self._keep(theme, None)
            unfinished.discard()

    def _open(self, offer: Offer, snapshot: Snapshot, server_time: str) -> Optional[Unfinished]:
        if not isinstance(self._source, Resumable):
            return None
        profile = self._source.profile
        mapping = digests.fingerprint(profile.theme(offer.theme))
        reading = sha256(repr((profile.address, profile.page_size, mapping)).encode()).hexdigest()
        merged = overtaking.last_merged(self._workspace, snapshot.source, offer.theme)
        stand = Stand(reading, offer.expected, merged)
        return open_unfinished(self._workspace.path, snapshot.source, offer.theme, stand, _begun(server_time))

    def _kept(self, unfinished: Unfinished, theme: str) -> KeptPages:
        def told(pages: int) -> None:
            if pages == 1:
                self._watch.noticed(theme, _resumed(theme, unfinished.begun))

        kept = KeptPages(unfinished.pages_folder, told)
        self._keep(theme, kept)
        return kept

    def _start_over(self, unfinished: Unfinished, theme: str, server_time: str) -> KeptPages:
        try:
            unfinished.start_over(_begun(server_time))
        except OSError:
            self.merged(theme)
            return KeptPages(unfinished.pages_folder)
        return self._kept(unfinished, theme)

    def _keep(self, theme: str, kept: Optional[KeptPages]) -> None:
        if isinstance(self._source, Resumable):
            self._source.keep_pages(theme, kept)

    def _moved_on(self, theme: str) -> KaznedraError:
        notice = KaznedraError(Code.MOVED_ON, theme=theme)
        self._watch.noticed(theme, notice)
        return notice


def _begun(server_time: str) -> Begun:
    return Begun(now(), server_time)


def _resumed(theme: str, begun: Begun, pages: int = 0) -> KaznedraError:
    facts = {"kept": pages} if pages else {}
    return KaznedraError(Code.RESUMED, theme=theme, since=begun.here[:19] + "Z", **facts)
