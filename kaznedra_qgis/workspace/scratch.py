"""The folder in which a sync stages what comes, and what is left of such folders by processes that were killed."""

import errno
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import Code, KaznedraError
from . import locks

_PREFIX = "kaznedra-"


class NoScratch(KaznedraError):
    """DISK_FULL or READ_ONLY: there is nowhere to stage."""


@contextmanager
def scratch() -> Iterator[Path]:
    """A new folder for temporary files, gone after the block. Those of dead processes are taken away first.

    Raises NoScratch, with the folder for temporary files as `path`.
    """
    place = "TMPDIR"
    try:
        place = tempfile.gettempdir()
        locks.clear(path for path in Path(place).glob(f"{_PREFIX}*") if path.is_dir())
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        held = locks.lock(folder)
    except OSError as refusal:
        full = refusal.errno in (errno.ENOSPC, errno.EDQUOT)
        code = Code.DISK_FULL if full else Code.READ_ONLY
        raise NoScratch(code, path=place, detail=str(refusal)) from refusal
    except sqlite3.Error as refusal:
        raise NoScratch(Code.DISK_FULL, path=place, detail=str(refusal)) from refusal
    assert held is not None  # nosec B101
    try:
        yield folder
    finally:
        locks.remove(folder, held)
