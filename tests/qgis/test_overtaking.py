"""Two processes pull one theme into one workspace: the older of two states never comes back over the newer."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kaznedra_qgis.workspace import State, Workspace
from tests.qgis.locking import Locking
from tests.qgis.pulling import SOURCE, current, integrity, pull
from tests.qgis.worker import Workers
from tests.servers.misbehaving import Asked, Misbehaving

PAGES, SIZE = 6, 20


@pytest.fixture
def platform() -> Iterator[Misbehaving]:
    with Misbehaving({"licences": PAGES * SIZE, "deposits": 5}) as running:
        yield running


@pytest.fixture
def workspace(platform: Misbehaving, tmp_path: Path) -> Path:
    path = Workspace.create(tmp_path / "w.gpkg").path
    assert pull(path, platform.url, page_size=SIZE)["licences"].state is State.COMPLETE
    return path


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[Workers]:
    with Workers(tmp_path / "temporary") as running:
        yield running


class Gate:
    """A trick that holds back the first request for a page until `open`, and gives the answer that was right before."""

    def __init__(self, platform: Misbehaving, page: int) -> None:
        self._reached, self._opened, self._page, self._platform = threading.Event(), threading.Event(), page, platform
        platform.play("licences", self)

    def __call__(self, asked: Asked) -> None:
        is_of_everything = set(asked.query) <= {"limit", "offset"}
        if asked.number == self._page and is_of_everything and not self._reached.is_set():
            self._reached.set()
            assert self._opened.wait(20)
        asked.give_right()

    def wait(self) -> None:
        """Wait until somebody stands before it."""
        assert self._reached.wait(20)

    def open(self) -> None:
        """Let through."""
        self._opened.set()


def set_numbers(platform: Misbehaving, number: str) -> None:
    for index, each in enumerate(platform["licences"].features):
        properties = {**each["properties"], "number": number}
        platform["licences"].features[index] = {**each, "properties": properties}


def numbers(workspace: Path) -> set[Any]:
    with Workspace.open(workspace).reading() as connection:
        return {row[0] for row in connection.execute("SELECT number FROM licences WHERE gone_at IS NULL")}


def ended(workers: Workers, job: int) -> dict[str, Any]:
    told = workers.heard("snapshots", "error")
    assert workers.end(job) == 0
    licences: dict[str, Any] = told["snapshots"]["licences"]
    return licences


def test_an_older_fetch_that_merges_later_changes_nothing_and_says_so(platform, workspace, workers):
    set_numbers(platform, "older")
    gate = Gate(platform, page=3)
    slow = workers.start(workspace, platform.url, page_size=SIZE)
    gate.wait()
    set_numbers(platform, "newer")
    newer = ended(workers, workers.start(workspace, platform.url, page_size=SIZE))
    assert newer["state"] == "complete" and numbers(workspace) == {"newer"}
    gate.open()
    overtaken = ended(workers, slow)
    assert overtaken["state"] == "failed" and overtaken["message"]["code"] == "overtaken"
    assert overtaken["message"]["facts"]["by"] == newer["id"]
    assert numbers(workspace) == {"newer"} and len(current(workspace, "licences")) == PAGES * SIZE
    state = Workspace.open(workspace).theme_states(SOURCE)["licences"]
    assert state.good is not None and state.good.id == newer["id"]
    assert overtaken["pull"] != newer["pull"]
    assert integrity(workspace) == []


def test_the_same_fetched_by_two_is_complete_for_both(platform, workspace, workers):
    set_numbers(platform, "new")
    gate = Gate(platform, page=3)
    slow = workers.start(workspace, platform.url, page_size=SIZE)
    gate.wait()
    quick = ended(workers, workers.start(workspace, platform.url, page_size=SIZE))
    gate.open()
    again = ended(workers, slow)
    assert (quick["state"], quick["changed"]) == ("complete", PAGES * SIZE)
    assert (again["state"], again["changed"], again["gone"]) == ("complete", 0, 0)
    assert numbers(workspace) == {"new"} and integrity(workspace) == []


def test_a_fetch_begun_after_the_others_had_ended_is_merged_though_that_merged_in_between(platform, workspace, workers):
    set_numbers(platform, "older")
    with Locking(workspace) as lock:
        before = len(platform.asked("deposits"))
        waiting = workers.start(workspace, platform.url, page_size=SIZE)
        while {"limit": str(SIZE)} not in platform.asked("deposits")[before:]:
            time.sleep(0.02)
        time.sleep(0.5)
        set_numbers(platform, "newer")
        gate = Gate(platform, page=3)
        slow = workers.start(workspace, platform.url, page_size=SIZE)
        gate.wait()
        lock.let_go()
        first = ended(workers, waiting)
        assert first["state"] == "complete" and numbers(workspace) == {"older"}
        gate.open()
        last = ended(workers, slow)
    assert (last["state"], last["changed"], last["message"]) == ("complete", PAGES * SIZE, None)
    assert last["started"] < first["finished"] and numbers(workspace) == {"newer"}
    assert integrity(workspace) == []


def test_pulls_at_the_same_time_have_numbers_of_their_own(platform, workspace, workers):
    jobs = [workers.start(workspace, platform.url, page_size=SIZE, times=4) for _ in range(3)]
    told = [workers.heard("snapshots", "error") for _ in range(12)]
    assert [workers.end(job) for job in jobs] == [0, 0, 0]
    taken = [{snapshot["pull"] for snapshot in each["snapshots"].values()} for each in told]
    assert all(len(numbers_of_one) == 1 for numbers_of_one in taken)
    assert len(set.union(*taken)) == 12
    states = {snapshot["state"] for each in told for snapshot in each["snapshots"].values()}
    assert states == {"complete"}
