import threading
import time

import pytest

from kaznedra_qgis.sources.fan import fan


def test_all_are_done_and_never_more_at_once_than_the_width() -> None:
    lock, busy, most = threading.Lock(), 0, 0

    def work(item: int) -> int:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        time.sleep(0.001)
        with lock:
            busy -= 1
        return item

    assert sorted(fan(work, range(50), 4, threading.Event())) == list(range(50))
    assert most == 4


def test_an_error_ends_all() -> None:
    stop = threading.Event()
    begun = []

    def work(item: int) -> int:
        begun.append(item)
        if item == 2:
            raise ValueError(item)
        stop.wait(10)
        return item

    with pytest.raises(ValueError):
        list(fan(work, range(1000), 4, stop))
    assert stop.is_set() and len(begun) < 10


def test_closing_early_ends_all() -> None:
    stop = threading.Event()
    walk = fan(lambda item: item, iter(range(1000)), 4, stop)
    next(walk)
    walk.close()
    assert stop.is_set()
