"""Pulls that did not come to their end: what came of them, kept so that the next pull need not ask for it again.

An interrupted pull (the link lost, cancelled, killed, the computer shut down) leaves its pages in a folder of the
user's cache, one folder for each workspace, source and theme. The next pull takes them where nothing shows that the
source has moved on: the address, the mapping and the page size are the same, no other pull has changed the theme in
between, the source promises as many features as it did, the first and the last page that were kept are asked for again
and have not changed, and all of it began less than a day ago. Otherwise it starts over and says so.

What this gives up: a feature in between that was changed since, in place and so that no count shows it, arrives with
the next pull only. A complete snapshot still means every promised feature once, by count and by ids; one that took kept
pages says so in a notice, and gives as its server time that of the first page.
"""

import json
import os
import sqlite3
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Optional

from . import locks

_TRUSTED_S = 24 * 3600.0
_ABOUT = "about.json"


@dataclass(frozen=True)
class Stand:
    """What must be the same for kept pages to be taken."""

    reading: str
    """Fingerprint of address, mapping and page size"""
    expected: Optional[int]
    """Features that the source promises"""
    merged: int
    """Snapshot that last changed the theme, 0 where there is none"""


@dataclass(frozen=True)
class Begun:
    """When the first of the kept pages came: by the clock of this computer, and by the server's."""

    here: str
    there: str


class Unfinished:
    """The kept pages of a theme, to which this process has the right until `close` or `discard`."""

    def __init__(self, folder: Path, held: locks.Lock, stand: Stand, begun: Begun, has_moved_on: bool) -> None:
        self.folder = folder
        self.stand = stand
        self.begun = begun
        self.has_moved_on = has_moved_on
        """True where there were pages of another state of the source"""
        self._held = held

    @property
    def pages_folder(self) -> Path:
        """Where the pages lie."""
        return self.folder / "pages"

    def start_over(self, begun: Begun) -> None:
        """Take the pages away and write down what the next ones rest on. Raises OSError."""
        self.begun = begun
        about = self.folder / _ABOUT
        about.unlink(missing_ok=True)
        self.pages_folder.mkdir(mode=0o700, exist_ok=True)
        for path in self.pages_folder.iterdir():
            path.unlink()
        unfinished = about.with_suffix(".part")
        unfinished.write_text(json.dumps({"stand": asdict(self.stand), "begun": asdict(begun)}), encoding="utf-8")
        unfinished.replace(about)
        locks.renew(self.folder)

    def close(self) -> None:
        """Leave the pages to the next pull."""
        self._held.release()

    def discard(self) -> None:
        """Take the pages away."""
        locks.remove(self.folder, self._held)


def cache() -> Path:
    """The folder for unfinished pulls in the user's cache."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "kaznedra-qgis" / "unfinished"


def clear_old() -> None:
    """Take away the pages of pulls that were begun more than a day ago and never taken up."""
    with suppress(OSError, RuntimeError):
        locks.clear([path for path in cache().iterdir() if path.is_dir()], _TRUSTED_S)


def open_unfinished(workspace: Path, source: str, theme: str, stand: Stand, begun: Begun) -> Optional[Unfinished]:
    """The pages of the last pull of the theme, or none yet; None where nothing can be kept, or another pull has them.

    Pages of another stand are taken away.
    """
    try:
        key = sha256(repr((str(workspace.resolve()), source, theme)).encode()).hexdigest()[:24]
        folder = cache() / key
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = locks.lock(folder)
    except (OSError, RuntimeError, sqlite3.Error):
        return None
    if held is None:
        return None
    try:
        return _taken_up(folder, held, stand, begun)
    except OSError:
        locks.remove(folder, held)
        return None


def _taken_up(folder: Path, held: locks.Lock, stand: Stand, begun: Begun) -> Unfinished:
    about = folder / _ABOUT
    kept = _read(about)
    if kept and kept[0] == stand and time.time() - about.stat().st_mtime < _TRUSTED_S:
        return Unfinished(folder, held, stand, kept[1], has_moved_on=False)
    has_moved_on = kept is not None and kept[0].expected != stand.expected
    pages = Unfinished(folder, held, stand, begun, has_moved_on)
    pages.start_over(begun)
    return pages


def _read(about: Path) -> Optional[tuple[Stand, Begun]]:
    try:
        told = json.loads(about.read_text(encoding="utf-8"))
        return Stand(**told["stand"]), Begun(**told["begun"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
