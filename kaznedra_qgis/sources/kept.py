"""Pages of a walk kept in a folder, so that a walk that was broken off need not ask for them again."""

import json
import shutil
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Optional
from urllib.parse import parse_qsl, quote, quote_plus, urlsplit

from ..errors import Code, KaznedraError
from .addresses import is_harmless

if TYPE_CHECKING:
    from .http import Answer
    from .paging import Fetched

    Parse = Callable[[Answer], Fetched]

_SUFFIX = ".page"
_HEADERS = ("Content-Type", "Content-Crs", "Date", "ETag")
_ROOM = 1 << 30
"""Bytes that are left free on the disk"""


@dataclass(frozen=True)
class _Kept:
    path: Path
    place: int


class KeptPages:
    """The pages of one theme by the address that each was asked for at; safe to share between threads.

    Each is one file that gets its name when it is written, so that a process killed at any moment leaves it whole or
    not at all; what a power failure leaves of one is found out by its length and the digest of its features. Neither
    addresses nor credentials are written: a file is named by a hash, and what of the address's parameters the answer
    repeats in its links is struck out and put back when it is read.

    What was kept before is proved before it is trusted: the first and the last page are asked for again, and where
    either has changed, `fetch` raises MOVED_ON. Keeping never makes a walk fail: no room, no pages kept.
    """

    def __init__(self, folder: Path, told: Callable[[int], None] = lambda pages: None) -> None:
        self.recalled = 0
        """Pages that were not asked for again"""
        self._folder = folder
        self._told = told
        self._lock = threading.Lock()
        self._kept = _listed(folder)
        places = [kept.place for kept in self._kept.values()]
        self._place = max(places, default=0)
        self._unproved = {min(places), max(places)} if places else set()
        self._is_full = False
        self.has_moved_on = False
        """True once a page that was kept has turned out to be another now"""

    @property
    def are_true(self) -> bool:
        """False where a page that was kept has changed since, or some were taken and not all of the proof was seen."""
        return not self.has_moved_on and not (self.recalled and self._unproved)

    def __len__(self) -> int:
        return len(self._kept)

    def fetch(self, url: str, parse: "Parse", ask: "Callable[[Parse], Fetched]") -> "Fetched":
        """The page at an address: the one that is kept, or what `ask` brings, which is kept from now on.

        Raises MOVED_ON, and what `ask` raises.
        """
        key = sha256(url.encode()).hexdigest()[:32]
        with self._lock:
            kept = self._kept.get(key)
            proves = kept is not None and kept.place in self._unproved
        recalled = self._read(kept.path, url, parse) if kept else None
        if recalled and not proves:
            with self._lock:
                self.recalled += 1
            self._told(self.recalled)
            return recalled
        answers: list[Answer] = []

        def parse_once(answer: "Answer") -> "Fetched":
            found = parse(answer)
            answers[:] = [answer]
            return found

        found = ask(parse_once)
        if kept and proves:
            self._prove(kept, recalled, found)
        else:
            self._keep(key, url, answers[0], found)
        return found

    def _prove(self, kept: _Kept, before: "Optional[Fetched]", now: "Fetched") -> None:
        same = before and (before.page.digest, before.page.matched) == (now.page.digest, now.page.matched)
        with self._lock:
            self.has_moved_on = self.has_moved_on or not same
            self._unproved.discard(kept.place)
        if not same:
            raise KaznedraError(Code.MOVED_ON, page=now.page.number)

    def _keep(self, key: str, url: str, answer: "Answer", found: "Fetched") -> None:
        if self._is_full or answer.url != url:
            return
        with self._lock:
            self._place += 1
            place = self._place
        told = {name: answer.headers[name] for name in _HEADERS if name in answer.headers}
        body = _veiled(answer.body, url)
        head = {"digest": found.page.digest, "length": len(body), "size": answer.size, "headers": told}
        path = self._folder / f"{place:06}-{key}{_SUFFIX}"
        unfinished = path.with_suffix(".part")
        try:
            if shutil.disk_usage(self._folder).free < _ROOM + len(body):
                self._is_full = True
                return
            with unfinished.open("wb") as file:
                file.write(json.dumps(head).encode() + b"\n")
                file.write(body)
            unfinished.replace(path)
        except OSError:
            self._is_full = True
            with suppress(OSError):
                unfinished.unlink()

    def _read(self, path: Path, url: str, parse: "Parse") -> "Optional[Fetched]":
        """A kept page, None where it is not what was written."""
        from .http import Answer

        try:
            with path.open("rb") as file:
                head = json.loads(file.readline())
                body = file.read()
            headers = {str(name): str(value) for name, value in head["headers"].items()}
            found = parse(Answer(url, 200, headers, _unveiled(body, url), int(head["size"]), 0.0))
            return found if found.page.digest == head["digest"] else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, KaznedraError):
            return None


def _listed(folder: Path) -> Mapping[str, _Kept]:
    """The whole pages of a folder, by the hash of their address."""
    found = {}
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        place, _, key = path.stem.partition("-")
        if place.isdigit() and _is_whole(path):
            found[key] = _Kept(path, int(place))
    return found


def _is_whole(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.readline()
            return path.stat().st_size == len(head) + int(json.loads(head)["length"])
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _veiled(body: bytes, url: str) -> bytes:
    for number, word in enumerate(_secrets(url)):
        body = body.replace(word, _veil(number))
    return body


def _unveiled(body: bytes, url: str) -> bytes:
    for number, word in enumerate(_secrets(url)):
        body = body.replace(_veil(number), word)
    return body


def _veil(number: int) -> bytes:
    # a zero byte stands in no JSON
    return b"\0%d\0" % number


def _secrets(url: str) -> list[bytes]:
    """What an answer may repeat of the address's parameters, the longest first."""
    values = {value for name, value in parse_qsl(urlsplit(url).query) if not is_harmless(name)}
    forms = {form for value in values for form in (value, quote(value, ""), quote_plus(value))}
    written = {json.dumps(form, ensure_ascii=ascii_only)[1:-1] for form in forms for ascii_only in (True, False)}
    return [word.encode() for word in sorted(written, key=lambda word: (-len(word), word)) if word]
