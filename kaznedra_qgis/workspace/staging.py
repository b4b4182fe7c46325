"""Pages of one theme gathered in files of their own, before anything in the workspace changes.

GDAL parses and writes whole pages, off the interpreter's lock, so that two threads do it in half the time; each writes
to a file of its own. Every attribute is staged as the text that came, under the name a0, a1, ... in the order of the
theme's attributes: what is a date or a number is decided where all of it can be seen, in the merge.
"""

import hashlib
import queue
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Callable, Optional

from ..errors import Code, KaznedraError
from ..sources.profile import ThemeProfile
from ..sources.source import Page
from ..themes import Theme
from .arriving import Arrived, each_once, make_ready
from .connection import plain_words
from .staging_file import StagingFile

WRITERS = 2

_HELD_IN_MEMORY = 64 * 1024 * 1024
"""Bytes of unread pages that are held in memory; more go to the staging folder"""

_HELD = "held"
_NOTHING: Mapping[int, str] = {}


class Staging:
    """Staged pages of a theme. `pages`, `bytes` and `received` (features) count what was added, from any thread.

    `known` are the digests by number of the pages that the theme's current features were made of. As long as the very
    same pages come, they are held and not read: all of them again means that nothing has changed.
    """

    def __init__(self, stem: Path, theme: Theme, mapping: ThemeProfile, known: Mapping[int, str] = _NOTHING) -> None:
        self.pages = self.bytes = self.received = 0
        self.paths: list[Path] = []
        self._stem = stem
        self._theme = theme
        self._mapping = mapping
        self._arrived: Optional[Arrived] = None
        self._columns = {attribute.name: f"a{number}" for number, attribute in enumerate(theme.attributes)}
        self._known = known
        self._held: Optional[list[Page]] = [] if known else None
        self._held_bytes = 0
        self._digests: dict[int, str] = {}
        self._etags: dict[int, tuple[str, str]] = {}
        self._attributes: dict[str, set[str]] = {}
        self._lock = threading.Lock()
        self._idle: queue.SimpleQueue[StagingFile] = queue.SimpleQueue()

    @property
    def hash(self) -> str:
        """SHA-256 over the pages' features as they came, in the order of the pages, hexadecimal."""
        whole = "".join(self._digests[number] for number in sorted(self._digests))
        return hashlib.sha256(whole.encode()).hexdigest()

    def add(self, page: Page, is_cancelled: Callable[[], bool] = lambda: False) -> None:
        """Stage a page. Raises KaznedraError NOT_FEATURES, BAD_FILE, DISK_FULL or CANCELLED."""
        if self._hold(page):
            return
        self.release(is_cancelled)
        self._stage(page, is_cancelled)

    @property
    def digests(self) -> dict[int, str]:
        """Digests of the pages by number."""
        return dict(self._digests)

    @property
    def etags(self) -> dict[int, tuple[str, str]]:
        """What was asked for and the ETag that came, of those of the pages that can be asked for so again."""
        return dict(self._etags)

    @property
    def attributes(self) -> dict[str, set[str]]:
        """The source's attributes that were seen, with the types (text, number, boolean, json) of their values."""
        return {name: set(kinds) for name, kinds in self._attributes.items()}

    @property
    def is_unchanged(self) -> bool:
        """True while all that came is what was there, and all of it came."""
        return self._held is not None and self._digests.keys() == self._known.keys()

    def confirm(self) -> None:
        """The source says that all the known pages are what they were; instead of adding them."""
        self._digests = dict(self._known)
        self.pages = len(self._known)

    def release(self, is_cancelled: Callable[[], bool] = lambda: False) -> None:
        """Read the pages that were held, and hold none from now on."""
        with self._lock:
            held, self._held = self._held or [], None
        for page in held:
            self._uncount(page)
            self._stage(_recalled(page), is_cancelled)

    def _hold(self, page: Page) -> bool:
        with self._lock:
            if self._held is None or not page.digest or self._known.get(page.number) != page.digest:
                return False
            self._held_bytes += len(page.body)
            if page.body and self._held_bytes > _HELD_IN_MEMORY:
                path = self._stem.with_name(f"{self._stem.name}-held-{page.number}.json")
                try:
                    path.write_bytes(page.body)
                except OSError as refusal:
                    raise KaznedraError(Code.DISK_FULL, path=str(path), detail=str(refusal)) from refusal
                self._held.append(
                    replace(page, body=b"", layer=_HELD, path=str(path), size=page.size or len(page.body))
                )
            else:
                self._held.append(page)
            self._count(page, page.returned or 0)
            return True

    def _count(self, page: Page, features: int) -> None:
        self.received += features
        self.pages += 1
        self.bytes += page.size or len(page.body)
        self._digests[page.number] = page.digest
        if page.etag and page.parameters:
            self._etags[page.number] = page.parameters, page.etag

    def _uncount(self, page: Page) -> None:
        with self._lock:
            self.received -= page.returned or 0
            self.pages -= 1
            self.bytes -= page.size or len(page.body)

    def _stage(self, page: Page, is_cancelled: Callable[[], bool]) -> None:
        writer = self._writer()
        try:
            count = writer.add_layer(page, is_cancelled) if page.path else writer.add_body(page, is_cancelled)
            seen = writer.attributes
        except KaznedraError as error:
            if error.code is Code.DISK_FULL:
                error.facts["path"] = str(self._stem.parent)
            raise
        finally:
            self._idle.put(writer)
        with self._lock:
            self._count(page, count)
            for name, kinds in seen.items():
                self._attributes.setdefault(name, set()).update(kinds)

    def close(self) -> None:
        """Write what is left and let go of the files, of which there is one even without a page."""
        if not self.paths:
            self._idle.put(self._writer())
        for _ in self.paths:
            self._idle.get_nowait().close()

    def make_ready(self) -> Arrived:
        """Make rows of the theme of what was staged, each id once, after `close`; what that shows of it.

        Raises KaznedraError DISK_FULL.
        """
        if self._arrived is None:
            with plain_words(self.paths[0]), ThreadPoolExecutor(len(self.paths)) as pool:
                arrived = list(pool.map(lambda path: make_ready(path, self._theme, self._mapping), self.paths))
                self._arrived = each_once(self.paths, arrived)
        return self._arrived

    def _writer(self) -> StagingFile:
        with self._lock:
            if self._idle.empty() and len(self.paths) < WRITERS:
                path = self._stem.with_name(f"{self._stem.name}-{len(self.paths)}.gpkg")
                self._idle.put(StagingFile(path, self._columns, self._mapping))
                self.paths.append(path)
        return self._idle.get()


def _recalled(page: Page) -> Page:
    """A held page with its body."""
    return replace(page, body=Path(page.path).read_bytes(), path="", layer="") if page.layer == _HELD else page
