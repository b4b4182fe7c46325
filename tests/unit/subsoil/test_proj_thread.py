"""The thread that PROJ is asked in."""

import gc
import weakref
from threading import Thread, get_ident

import pytest

from kaznedra_qgis.subsoil.proj_thread import in_proj_thread


class Kept:
    """Something that must not leave the thread."""


@in_proj_thread
def here() -> int:
    return get_ident()


@in_proj_thread
def nested() -> tuple[int, int]:
    return get_ident(), here()


def test_it_is_one_whoever_asks():
    found = [here()]
    asking = [Thread(target=lambda: found.append(here())) for _ in range(4)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert len(found) == 5 and set(found) == {here()} and get_ident() not in found


def test_what_runs_in_it_may_ask_it():
    assert set(nested()) == {here()}


def test_an_error_reaches_the_caller_with_its_lines_and_without_what_they_held():
    kept = []

    @in_proj_thread
    def failing() -> None:
        held = Kept()
        kept.append(weakref.ref(held))
        try:
            int("far out")
        except ValueError as error:
            raise LookupError("no place") from error

    with pytest.raises(LookupError, match="no place") as refused:
        failing()
    gc.collect()
    assert kept[0]() is None
    assert isinstance(refused.value.__cause__, ValueError)
    assert "failing" in [entry.name for entry in refused.traceback]
