"""Interrupted pulls: what was kept is not asked for again, unless the source has moved on."""

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from kaznedra_qgis.errors import KaznedraError
from kaznedra_qgis.sources.source import Watch
from kaznedra_qgis.workspace import Snapshot, State, Workspace, unfinished
from tests.qgis.pulling import SOURCE, current, integrity, pull
from tests.qgis.worker import Workers
from tests.servers.misbehaving import Asked, Misbehaving

PAGES = 30
SIZE = 10


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def platform() -> Iterator[Misbehaving]:
    with Misbehaving({"licences": PAGES * SIZE, "deposits": 2 * SIZE}) as running:
        yield running


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return Workspace.create(tmp_path / "workspace" / "w.gpkg").path


class Noting(Watch):
    """A watch that notes what it is told, and cancels once so many licences have come."""

    def __init__(self, cancel_at: int = 0) -> None:
        self.noted: list[str] = []
        self._cancel_at = cancel_at
        self._came = 0

    def is_cancelled(self) -> bool:
        return bool(self._cancel_at) and self._came >= self._cancel_at

    def received(self, theme: str, features: int, expected: Any, size: int) -> None:
        self._came = max(self._came, features)

    def noticed(self, theme: str, notice: KaznedraError) -> None:
        self.noted.append(notice.code.value)


def interrupt(platform: Misbehaving, workspace: Path, page: int = 16) -> set[int]:
    """Pull until the line breaks from a page on; returns the pages that came whole."""
    came: set[int] = set()

    def trick(asked: Asked) -> None:
        if asked.number >= page:
            # by then the pages under way have come
            time.sleep(0.2)
            asked.reset()
        else:
            asked.give_right()
            came.add(asked.number)

    platform.play("licences", trick)
    ended = pull(workspace, platform.url, page_size=SIZE)
    assert ended["licences"].state is State.FAILED
    platform.play("licences", None)
    assert came
    return came


def asked_for(platform: Misbehaving, since: int) -> Counter[int]:
    """How often each page of licences was asked for since so many requests, the contract's probe left out."""
    asked = [query for query in platform.asked("licences")[since:] if query.get("limit") != "1"]
    return Counter(int(query.get("offset", 0)) // SIZE + 1 for query in asked)


def pulled_again(platform: Misbehaving, workspace: Path) -> tuple[Snapshot, Counter[int], list[str]]:
    """The snapshot of licences after another pull, the pages it asked for, and what the watch was told."""
    before, watch = len(platform.asked("licences")), Noting()
    snapshot = pull(workspace, platform.url, page_size=SIZE, watch=watch)["licences"]
    assert integrity(workspace) == []
    return snapshot, asked_for(platform, before), watch.noted


def codes(snapshot: Snapshot) -> list[str]:
    return [notice["code"] for notice in snapshot.notices]


def assert_started_over(snapshot: Snapshot, asked: Counter[int], noted: list[str]) -> None:
    assert snapshot.state is State.COMPLETE and snapshot.distinct == PAGES * SIZE
    assert set(asked) >= set(range(1, PAGES + 1))
    assert codes(snapshot) == ["moved_on"] and noted[-1] == "moved_on"


def test_pages_that_came_before_the_line_broke_are_not_asked_for_again(platform, workspace):
    came = interrupt(platform, workspace)
    snapshot, asked, noted = pulled_again(platform, workspace)
    assert (snapshot.state, snapshot.message, snapshot.distinct) == (State.COMPLETE, None, PAGES * SIZE)
    asked_twice = came & set(asked)
    assert 1 in asked_twice and len(asked_twice) <= 2
    assert set(asked) | came == set(range(1, PAGES + 1)) and max(asked.values()) == 1
    (notice,) = snapshot.notices
    assert notice["code"] == "resumed" and notice["facts"]["kept"] == len(came) - len(asked_twice)
    assert noted == ["resumed"]
    assert len(current(workspace, "licences")) == PAGES * SIZE


def test_a_resumed_pull_is_as_one_that_was_not_interrupted(platform, workspace, tmp_path):
    interrupt(platform, workspace)
    snapshot, _, _ = pulled_again(platform, workspace)
    whole = Workspace.create(tmp_path / "whole.gpkg").path
    straight = pull(whole, platform.url, page_size=SIZE)["licences"]
    assert (snapshot.hash, snapshot.pages, snapshot.bytes) == (straight.hash, straight.pages, straight.bytes)
    assert current(workspace, "licences") == current(whole, "licences")
    again, asked, noted = pulled_again(platform, workspace)
    assert (again.state, again.changed, again.notices, noted) == (State.COMPLETE, 0, (), [])
    assert set(asked) == set(range(1, PAGES + 1))


def test_nothing_is_left_in_the_cache_after_a_complete_pull(platform, workspace, own_cache):
    interrupt(platform, workspace)
    assert list(own_cache.rglob("*.page"))
    pulled_again(platform, workspace)
    assert not [path for path in own_cache.rglob("*") if path.is_file()]


def test_a_cancelled_pull_is_resumed(platform, workspace):
    cancelled = pull(workspace, platform.url, page_size=SIZE, watch=Noting(cancel_at=15 * SIZE))["licences"]
    assert cancelled.state is State.CANCELLED
    snapshot, asked, noted = pulled_again(platform, workspace)
    assert snapshot.state is State.COMPLETE and codes(snapshot) == ["resumed"] == noted
    assert sum(asked.values()) <= PAGES - 12


def test_a_theme_that_came_whole_before_another_was_cancelled_is_not_asked_for_again(platform, workspace):
    class CancelsDeposits(Noting):
        def received(self, theme, features, expected, size):
            if theme == "deposits":
                self._came = self._cancel_at = 1

    ended = pull(workspace, platform.url, page_size=SIZE, watch=CancelsDeposits())
    assert {each.state for each in ended.values()} == {State.CANCELLED}
    snapshot, asked, _ = pulled_again(platform, workspace)
    assert snapshot.state is State.COMPLETE and len(asked) == 2
    assert snapshot.notices[0]["facts"]["kept"] == PAGES - 2


def test_interrupted_twice_it_goes_on_from_where_it_was(platform, workspace):
    first = interrupt(platform, workspace, page=10)
    second = interrupt(platform, workspace, page=20)
    snapshot, asked, _ = pulled_again(platform, workspace)
    assert snapshot.state is State.COMPLETE and codes(snapshot) == ["resumed"]
    assert len((first | second) & set(asked)) <= 2


@pytest.mark.parametrize("links_only", [True, False])
def test_a_source_that_gives_no_count_is_resumed_along_its_links(platform, workspace, links_only):
    platform["licences"].faults.no_matched = True
    platform["licences"].faults.no_returned = links_only
    came = interrupt(platform, workspace)
    snapshot, asked, _ = pulled_again(platform, workspace)
    assert snapshot.state is State.COMPLETE and len(came & set(asked)) == 2


def test_a_pull_box_by_box_is_resumed(platform, workspace, monkeypatch):
    monkeypatch.setattr("kaznedra_qgis.sources.oapif._MANY", 100)
    came: list[str] = []

    def trick(asked: Asked) -> None:
        if "bbox" in asked.query and len(came) >= 30:
            time.sleep(0.2)
            asked.reset()
        else:
            asked.give_right()
            came.append(asked.query.get("bbox", ""))

    platform.play("licences", trick, from_page=0)
    assert pull(workspace, platform.url, page_size=SIZE)["licences"].state is State.FAILED
    platform.play("licences", None)
    boxes, before = {box for box in came if box}, len(platform.asked("licences"))
    assert len(boxes) > 20
    snapshot, _, noted = pulled_again(platform, workspace)
    assert (snapshot.state, snapshot.distinct) == (State.COMPLETE, PAGES * SIZE)
    assert codes(snapshot) == ["resumed"] == noted
    asked = {query.get("bbox", "") for query in platform.asked("licences")[before:]}
    assert len(asked & boxes) <= 2


def change(platform: Misbehaving, number: int) -> None:
    features = platform["licences"].features
    properties = {**features[number]["properties"], "number": "changed"}
    features[number] = {**features[number], "properties": properties}


def test_a_change_on_the_first_page_starts_over_and_says_so(platform, workspace):
    interrupt(platform, workspace)
    change(platform, 3)
    assert_started_over(*pulled_again(platform, workspace))
    assert "changed" in {value for row in current(workspace, "licences") for value in row}


def test_a_change_on_the_last_page_kept_starts_over_and_says_so(platform, workspace, own_cache):
    came = interrupt(platform, workspace)
    for page in came - {1}:
        change(platform, (page - 1) * SIZE)
    assert_started_over(*pulled_again(platform, workspace))
    numbers = [value for row in current(workspace, "licences") for value in row if value == "changed"]
    assert len(numbers) == len(came) - 1


def test_another_count_starts_over_and_says_so(platform, workspace):
    interrupt(platform, workspace)
    gone = platform["licences"].features.pop(55)
    snapshot, asked, noted = pulled_again(platform, workspace)
    assert snapshot.state is State.COMPLETE and snapshot.distinct == PAGES * SIZE - 1
    assert codes(snapshot) == ["moved_on"] == noted and set(asked) == set(range(1, PAGES + 1))
    assert gone["id"] not in {row[0] for row in current(workspace, "licences")}


def test_a_change_between_arrives_with_the_next_pull(platform, workspace):
    interrupt(platform, workspace)
    change(platform, 5 * SIZE)
    resumed, _, _ = pulled_again(platform, workspace)
    assert resumed.state is State.COMPLETE and codes(resumed) == ["resumed"]
    following, _, _ = pulled_again(platform, workspace)
    assert (following.state, following.changed, following.notices) == (State.COMPLETE, 1, ())


def test_a_page_that_a_power_failure_cut_is_asked_for_again(platform, workspace, own_cache):
    came = interrupt(platform, workspace)
    kept = sorted(own_cache.rglob("*.page"))
    for path in (kept[4], kept[-1]):
        path.write_bytes(path.read_bytes()[:-20])
    whole = kept[6].read_bytes()
    kept[6].write_bytes(whole[:-500] + b"\0" * 500)
    snapshot, asked, _ = pulled_again(platform, workspace)
    assert snapshot.state is State.COMPLETE and codes(snapshot) == ["resumed"]
    assert len(came & set(asked)) == 5 and snapshot.notices[0]["facts"]["kept"] == len(came) - 5


def test_pages_of_yesterday_are_taken_away(platform, workspace, own_cache, tmp_path):
    interrupt(platform, workspace)
    for path in own_cache.rglob("*"):
        os.utime(path, (time.time() - 90_000, time.time() - 90_000))
    other = Workspace.create(tmp_path / "other.gpkg").path
    pull(other, platform.url, page_size=SIZE)
    assert not list(own_cache.rglob("*.page"))
    snapshot, asked, noted = pulled_again(platform, workspace)
    assert (snapshot.state, snapshot.notices, noted) == (State.COMPLETE, (), [])
    assert set(asked) == set(range(1, PAGES + 1))


def test_pages_kept_before_another_pull_changed_the_theme_are_not_taken(platform, workspace, monkeypatch, tmp_path):
    interrupt(platform, workspace)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another cache"))
    assert pulled_again(platform, workspace)[0].state is State.COMPLETE
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    snapshot, asked, _ = pulled_again(platform, workspace)
    assert snapshot.notices == () and set(asked) == set(range(1, PAGES + 1))


def test_another_page_size_takes_nothing(platform, workspace):
    interrupt(platform, workspace)
    snapshot = pull(workspace, platform.url, page_size=2 * SIZE)["licences"]
    assert (snapshot.state, snapshot.notices) == (State.COMPLETE, ())


def test_a_cache_that_cannot_be_written_keeps_nothing_and_harms_nothing(platform, workspace, own_cache):
    own_cache.write_text("a file, not a folder")
    interrupt(platform, workspace)
    snapshot, asked, _ = pulled_again(platform, workspace)
    assert (snapshot.state, snapshot.notices) == (State.COMPLETE, ()) and len(asked) == PAGES


def test_a_disk_without_room_to_spare_keeps_nothing(platform, workspace, own_cache, monkeypatch):
    monkeypatch.setattr("kaznedra_qgis.sources.kept._ROOM", 1 << 60)
    interrupt(platform, workspace)
    assert not list(own_cache.rglob("*.page"))


def test_no_credential_is_kept(platform, workspace, own_cache):
    secret = "s3cr3t/ключ+1"
    came = set()

    def echo(asked: Asked) -> None:
        page = asked.page
        for link in page["links"]:
            assert "key=" in link["href"]
        if asked.number > 15:
            time.sleep(0.2)
            asked.reset()
        else:
            came.add(asked.number)
            asked.give_right()

    address = f"{platform.url}?key={quote(secret, safe='')}"
    platform.play("licences", echo)
    assert pull(workspace, address, page_size=SIZE)["licences"].state is State.FAILED
    kept = list(own_cache.rglob("*.page"))
    assert len(kept) >= 15
    for path in own_cache.rglob("*"):
        if path.is_file():
            for form in (secret, quote(secret), quote(secret, safe="")):
                assert form.encode() not in path.read_bytes()
    platform.play("licences", None)
    before = len(platform.asked("licences"))
    snapshot = pull(workspace, address, page_size=SIZE)["licences"]
    assert snapshot.state is State.COMPLETE and codes(snapshot) == ["resumed"]
    assert len(came & set(asked_for(platform, before))) == 2


def test_a_killed_pull_is_resumed(platform, workspace, tmp_path):
    asked_before_kill: set[int] = set()

    def slow(asked: Asked) -> None:
        if asked.number > 20:
            asked.hang()
        else:
            asked.give_right()
            asked_before_kill.add(asked.number)

    platform.play("licences", slow)
    with Workers(tmp_path / "temporary") as workers:
        child = workers.start(workspace, platform.url, page_size=SIZE)
        while len(asked_before_kill) < 20:
            time.sleep(0.01)
        time.sleep(0.2)
        os.kill(child, signal.SIGKILL)
        assert workers.end(child) == signal.SIGKILL
    platform.play("licences", None)
    snapshot, asked, noted = pulled_again(platform, workspace)
    assert snapshot.state is State.COMPLETE and codes(snapshot) == ["resumed"] == noted
    assert len(asked_before_kill & set(asked)) <= 2
    assert Workspace.open(workspace).theme_states(SOURCE)["licences"].count == PAGES * SIZE


def test_a_pull_beside_another_of_the_same_theme_keeps_nothing_of_its_own(workspace, own_cache):
    stand, begun = unfinished.Stand("a", 1, 0), unfinished.Begun("", "")
    first = unfinished.open_unfinished(workspace, SOURCE, "licences", stand, begun)
    assert first and unfinished.open_unfinished(workspace, SOURCE, "licences", stand, begun) is None
    first.close()
    again = unfinished.open_unfinished(workspace, SOURCE, "licences", stand, begun)
    assert again
    again.discard()
