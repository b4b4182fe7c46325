"""PROJ, asked in one thread that Python made, whichever thread wants to know.

pyproj 3.7 keeps a context of PROJ for each thread of the system, and frees it together with Python's state of that
thread (https://github.com/pyproj4/pyproj/issues/1622). In threads of Qt's, where tasks and algorithms run, this state
ends with every call into Python: the next call there works on freed memory, and QGIS dies. Geod alone has no context.
"""

from collections.abc import Callable
from functools import cache, wraps
from threading import local
from traceback import clear_frames
from typing import TYPE_CHECKING, Any, Optional, TypeVar, cast

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

Function = TypeVar("Function", bound=Callable[..., Any])

_here = local()


def in_proj_thread(function: Function) -> Function:
    """The function, run in the thread where pyproj is safe; what it returns or raises reaches the caller.

    It returns no object of pyproj's: none may be used, or deleted, in another thread.
    """

    @wraps(function)
    def asked(*args: Any, **kwargs: Any) -> Any:
        if hasattr(_here, "is_proj_thread"):
            return function(*args, **kwargs)
        return _thread().submit(_told, function, args, kwargs).result()

    return cast(Function, asked)


@cache
def _thread() -> "ThreadPoolExecutor":
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(1, "PROJ")


def _told(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    _here.is_proj_thread = True
    try:
        return function(*args, **kwargs)
    except Exception as error:
        each: Optional[BaseException] = error
        while each is not None:
            # tracebacks hold the frames, and those the objects of pyproj's
            clear_frames(each.__traceback__)
            each = each.__cause__ or each.__context__
        raise
