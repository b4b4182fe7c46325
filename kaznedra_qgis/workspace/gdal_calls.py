"""GDAL with or without exceptions, its failures in the plugin's words."""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, TypeVar, Union

from ..errors import Code, KaznedraError

_REMEMBERED = 100

T = TypeVar("T")
Made = Callable[[T, Union[str, Path]], T]


@contextmanager
def calls(code: Code = Code.READ_ONLY) -> Iterator[Made]:
    """Within the block GDAL is silent and `made(result, what)` raises KaznedraError(code) where it gave nothing."""
    from osgeo import gdal

    told: deque[str] = deque(maxlen=_REMEMBERED)

    def made(result: T, what: Union[str, Path]) -> T:
        if result is None:
            raise KaznedraError(_code(told, code), path=str(what), detail=gdal.GetLastErrorMsg())
        return result

    gdal.ErrorReset()
    gdal.PushErrorHandler(lambda level, number, words: told.append(words))
    try:
        yield made
    except RuntimeError as refusal:
        raise KaznedraError(_code([*told, str(refusal)], code), detail=str(refusal)) from refusal
    finally:
        gdal.PopErrorHandler()


def _code(told: Iterable[str], otherwise: Code) -> Code:
    """What all that GDAL told comes down to: one failure often brings on others."""
    words = " ".join(told)
    if any(phrase in words for phrase in ("disk is full", "No space left", "disk I/O error")):
        return Code.DISK_FULL
    return Code.LOCKED if "is locked" in words else otherwise
