"""GDAL with or without exceptions, its failures in the plugin's words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, TypeVar, Union

from ..errors import Code, KaznedraError

T = TypeVar("T")
Made = Callable[[T, Union[str, Path]], T]


@contextmanager
def calls(code: Code = Code.READ_ONLY) -> Iterator[Made]:
    """Within the block GDAL is silent and `made(result, what)` raises KaznedraError(code) where it gave nothing."""
    from osgeo import gdal

    def made(result: T, what: Union[str, Path]) -> T:
        if result is None:
            words = gdal.GetLastErrorMsg()
            raise KaznedraError(_code(words, code), path=str(what), detail=words)
        return result

    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield made
    except RuntimeError as refusal:
        raise KaznedraError(_code(str(refusal), code), detail=str(refusal)) from refusal
    finally:
        gdal.PopErrorHandler()


def _code(words: str, otherwise: Code) -> Code:
    if any(phrase in words for phrase in ("disk is full", "No space left", "disk I/O error")):
        return Code.DISK_FULL
    return Code.LOCKED if "is locked" in words else otherwise
