"""Several requests at once, bounded, and given up together."""

import threading
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Callable, Optional, TypeVar

from ..errors import KaznedraError
from .source import Watch

if TYPE_CHECKING:
    from .http import Client

K = TypeVar("K")
S = TypeVar("S")
T = TypeVar("T")
V = TypeVar("V")


class Stoppable(Watch):
    """A watch that also says stop once `stop` is set."""

    def __init__(self, watch: Watch, stop: threading.Event) -> None:
        self._watch = watch
        self._stop = stop

    def is_cancelled(self) -> bool:
        return self._stop.is_set() or self._watch.is_cancelled()

    def noticed(self, theme: str, notice: KaznedraError) -> None:
        self._watch.noticed(theme, notice)

    def received(self, theme: str, features: int, expected: Optional[int], size: int) -> None:
        self._watch.received(theme, features, expected, size)


def fan(work: Callable[[S], T], items: Iterable[S], width: int, stop: threading.Event) -> Iterator[T]:
    """What `work` makes of each item, `width` at once, as they are done and never more than `width` ahead.

    An error ends all: it is raised here, and `stop`, which `work` should look at, is set. So it is when the iterator
    is closed early. Requests under way then are not waited for.
    """
    pool = ThreadPoolExecutor(width, thread_name_prefix="kaznedra-fetch")
    following = iter(items)
    under_way: set[Future[T]] = set()
    try:
        while True:
            for item in following:
                under_way.add(pool.submit(work, item))
                if len(under_way) >= width:
                    break
            if not under_way:
                return
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
    finally:
        stop.set()
        pool.shutdown(wait=False, cancel_futures=True)


def side_by_side(client: "Client", width: int, ask: Callable[[K, "Client"], V], keys: Collection[K]) -> dict[K, V]:
    """What `ask` says of each key, asked through the client, `width` at once; the first error ends all."""
    if width == 1 or not keys:
        return {key: ask(key, client) for key in keys}
    stop = threading.Event()
    stoppable = client.stoppable(stop)
    return dict(fan(lambda key: (key, ask(key, stoppable)), keys, width, stop))
