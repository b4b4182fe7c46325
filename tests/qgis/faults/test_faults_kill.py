"""The process killed in the middle of a pull: KAZNEDRA_KILLS says how often (default 12)."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kaznedra_qgis.workspace import State, Workspace
from tests.qgis.pulling import SOURCE, THEMES, integrity, pull
from tests.qgis.worker import Workers
from tests.servers.faulty import Platform
from tests.servers.wire import Handler

KILLS = int(os.environ.get("KAZNEDRA_KILLS", 12))
COUNTS = {"licences": 1800, "deposits": 900}


class Growing(Platform):
    """A platform whose every feature is another one whenever somebody comes in; `generation` counts that.

    Who pulls alone gets features of one generation; it is their `number` in licences, `size` in deposits.
    """

    def __init__(self) -> None:
        self.generation = 0
        super().__init__(COUNTS)

    def respond(self, handler: Handler) -> None:
        if handler.path.rstrip("/") == "/api":
            self.generation += 1
            for name in COUNTS:
                for each in self.collections[name].features:
                    properties = {**each["properties"], "number": self.generation, "size": self.generation}
                    each["properties"] = properties
        super().respond(handler)


@pytest.fixture
def platform() -> Iterator[Growing]:
    with Growing() as running:
        yield running


def state_of(workspace: Path, theme: str) -> tuple[set[str], set[int], int]:
    """Generations, snapshots and number of the theme's current features."""
    column = {"licences": "number", "deposits": "size"}[theme]
    with Workspace.open(workspace).reading() as connection:
        rows = connection.execute(f"SELECT {column}, first_seen FROM {theme} WHERE gone_at IS NULL").fetchall()
        return {row[0] for row in rows}, {row[1] for row in rows}, len(rows)


def assert_one_state(workspace: Path) -> None:
    """Each theme is all of one generation, that which its last snapshot brought, and the file is whole."""
    assert integrity(workspace) == []
    states = Workspace.open(workspace).theme_states(SOURCE)
    for theme in THEMES:
        generations, snapshots, count = state_of(workspace, theme)
        state = states[theme]
        assert state.good is not None and state.last == state.good
        assert (len(generations), snapshots, count) == (1, {state.good.id}, COUNTS[theme])


def assert_history_fits(workspace: Path) -> None:
    """Every version begins with a snapshot that stands, and ends with a later one or not at all."""
    with Workspace.open(workspace).reading() as connection:
        for theme in THEMES:
            odd = f"""SELECT count(*) FROM {theme} WHERE first_seen NOT IN (SELECT id FROM snapshots)
                      OR gone_at <= first_seen OR gone_at NOT IN (SELECT id FROM snapshots)"""
            assert connection.execute(odd).fetchone()[0] == 0


def test_a_pull_may_be_killed_at_any_moment(platform: Growing, tmp_path: Path, record_property: Any) -> None:
    workspace = tmp_path / "workspace" / "w.gpkg"
    Workspace.create(workspace)
    temporary = tmp_path / "temporary"
    chance = random.Random(20261122)
    outcomes: Counter[str] = Counter()
    with Workers(temporary) as workers:
        assert workers.end(workers.start(workspace, platform.url)) == 0
        began = time.monotonic()
        assert workers.end(workers.start(workspace, platform.url)) == 0
        one_pull = time.monotonic() - began
        for kill in range(KILLS):
            before = {theme: state_of(workspace, theme)[0] for theme in THEMES}
            child = workers.start(workspace, platform.url, times=0)
            time.sleep(2 * one_pull * (kill + chance.random()) / KILLS)
            os.kill(child, signal.SIGKILL)
            assert workers.end(child) == signal.SIGKILL
            log = workspace.with_name(f"{workspace.name}-wal")
            outcomes["with a log to replay"] += log.exists() and log.stat().st_size > 0
            assert_one_state(workspace)
            moved = sum(state_of(workspace, theme)[0] != before[theme] for theme in THEMES)
            outcomes[f"{moved} of {len(THEMES)} themes new"] += 1
            pulled = pull(workspace, platform.url, page_size=300)
            assert {snapshot.state for snapshot in pulled.values()} == {State.COMPLETE}
            assert_one_state(workspace)
            assert state_of(workspace, "licences")[0] == {str(platform.generation)}
            beside = {path.name.replace(workspace.name, "") for path in workspace.parent.iterdir()}
            assert beside <= {"", "-wal", "-shm"}
        outcomes["staging folders left"] = len(list(temporary.iterdir()))
        for lock in temporary.rglob("lock"):
            os.utime(lock, (time.time() - 120, time.time() - 120))
        assert workers.end(workers.start(workspace, platform.url)) == 0
    assert_history_fits(workspace)
    record_property("outcomes", dict(outcomes))
    print(f"{KILLS} kills, a pull takes {one_pull:.2f} s: {dict(outcomes)}")
    assert outcomes["staging folders left"] <= KILLS and not list(temporary.iterdir())


def test_a_workspace_killed_while_it_is_made_is_not_there(tmp_path: Path) -> None:
    workspace = tmp_path / "workspace" / "w.gpkg"
    workspace.parent.mkdir()
    unfinished = workspace.with_name(f".{workspace.name}.new")
    unfinished.write_bytes(b"SQLite format 3\0 and no more")
    Workspace.create(workspace)
    assert [path.name for path in workspace.parent.iterdir()] == [workspace.name]
    assert integrity(workspace) == []
