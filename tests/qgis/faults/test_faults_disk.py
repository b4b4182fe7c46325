"""Trouble with the file itself: no room, no right to write, somebody else at it."""

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsVectorLayer

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.workspace import State, Workspace
from tests.nobody import run_as_nobody
from tests.qgis.locking import Locking
from tests.qgis.pulling import SOURCE, THEMES, current, integrity, pull
from tests.qgis.worker import Workers
from tests.servers.faulty import Platform

COUNTS = {"licences": 750, "deposits": 750}


@pytest.fixture(scope="module")
def platform() -> Iterator[Platform]:
    with Platform(COUNTS) as running:
        yield running


@pytest.fixture(scope="module")
def good(platform: Platform, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace after one good pull."""
    path = tmp_path_factory.mktemp("good") / "workspace.gpkg"
    Workspace.create(path)
    assert {snapshot.state for snapshot in pull(path, platform.url, page_size=300).values()} == {State.COMPLETE}
    return path


@pytest.fixture
def changed(platform: Platform) -> Iterator[Platform]:
    """The platform, every feature of which has changed since the good pull."""
    kept = {name: platform[name].features for name in COUNTS}
    for name in COUNTS:
        new = {"number": "Өзгерді", "size": "Өзгерді", "minerals": "алтын " * 40}
        platform[name].features = [{**each, "properties": {**each["properties"], **new}} for each in kept[name]]
    yield platform
    for name in COUNTS:
        platform[name].features = kept[name]


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[Workers]:
    with Workers(tmp_path / "temporary") as running:
        yield running


def heals(workspace: Path, platform: Platform) -> None:
    """The next pull is complete and right."""
    for theme, snapshot in pull(workspace, platform.url, page_size=300).items():
        assert (snapshot.state, snapshot.message) == (State.COMPLETE, None)
        assert len(current(workspace, theme)) == COUNTS[theme]
    assert integrity(workspace) == []


def test_no_room_on_the_disk_at_any_stage(changed: Platform, good: Path, workers: Workers, tmp_path: Path) -> None:
    ends: set[str] = set()
    wanted = {"in the workspace", "staged", "put together", State.FAILED.value, State.COMPLETE.value}
    # how the pages fall to the two staging files is chance: one that holds all of a theme grows to 1.1 MB, the
    # workspace to 1.3; the last limits are for a theme whose files none of the first stops while it is put together
    for attempt, kilobytes in enumerate((100, 250, 650, 1200, 2000, 200, 700, 600, 750)):
        if ends == wanted:
            break
        workspace = Path(shutil.copy(good, tmp_path / f"{attempt}.gpkg"))
        before = {theme: current(workspace, theme) for theme in THEMES}
        job = workers.start(workspace, changed.url, file_bytes=kilobytes * 1000)
        told = workers.heard("error", "snapshots")
        assert workers.end(job) == 0
        after = {theme: current(workspace, theme) for theme in THEMES}
        if "error" in told:
            ends.add("in the workspace")
            assert told["error"] == Code.DISK_FULL.value and told["facts"]["path"] == str(workspace)
        for theme, snapshot in told.get("snapshots", {}).items():
            ends.add(snapshot["state"])
            if snapshot["state"] != State.COMPLETE.value:
                assert snapshot["message"]["code"] == Code.DISK_FULL.value
                place = Path(snapshot["message"]["facts"]["path"])
                assert tmp_path / "temporary" in place.parents
                ends.add("put together" if place.suffix else "staged")
                assert after[theme] == before[theme]
        states = Workspace.open(workspace).theme_states(SOURCE)
        for theme in THEMES:
            state = states[theme].good
            assert state is not None and state.changed == (0 if after[theme] == before[theme] else COUNTS[theme])
            assert len(after[theme]) == COUNTS[theme]
        assert integrity(workspace) == []
        assert not list((tmp_path / "temporary").iterdir())
        heals(workspace, changed)
    assert ends == wanted


def test_a_workspace_that_cannot_be_written_is_read_and_left_alone(
    changed: Platform, workspace: Path, tmp_path: Path
) -> None:
    before = {theme: current(workspace, theme) for theme in THEMES}
    sqlite3.connect(workspace).execute("PRAGMA wal_checkpoint(TRUNCATE)").connection.close()
    folder = tmp_path / "locked"
    folder.mkdir()
    kept = Path(shutil.move(workspace, folder / workspace.name))
    kept.chmod(0o444)
    folder.chmod(0o555)
    script = (
        "import sys; from pathlib import Path; from tests.qgis.pulling import pull\n"
        "from kaznedra_qgis.errors import KaznedraError\n"
        "try:\n    pull(Path(sys.argv[1]), sys.argv[2])\nexcept KaznedraError as error:\n    print(error.code.value)"
    )
    (tmp_path / "code").mkdir()
    assert run_as_nobody(script, kept, changed.url, folder=tmp_path / "code").split() == [Code.READ_ONLY.value]
    folder.chmod(0o755)
    kept.chmod(0o644)
    assert [path.name for path in folder.iterdir()] == [kept.name]
    assert {theme: current(kept, theme) for theme in THEMES} == before
    heals(kept, changed)


def test_a_layer_half_read_by_qgis_is_read_to_its_end(changed: Platform, workspace: Path, qgis_app: Any) -> None:
    layer = QgsVectorLayer(f"{workspace}|layername=licences|option:QGIS_FORCE_WAL=ON", "licences", "ogr")
    assert layer.isValid() and layer.setSubsetString('"gone_at" IS NULL')
    features = layer.getFeatures()
    read = [next(features)["number"] for _ in range(100)]
    pulled = pull(workspace, changed.url, page_size=300)
    assert pulled["licences"].state is State.COMPLETE and pulled["licences"].changed == COUNTS["licences"]
    read += [feature["number"] for feature in features]
    assert len(read) == COUNTS["licences"] and "Өзгерді" not in read
    now = [feature["number"] for feature in layer.getFeatures()]
    assert now == ["Өзгерді"] * COUNTS["licences"]
    del features, layer
    heals(workspace, changed)


def test_a_workspace_locked_by_another_process_is_left_alone(
    changed: Platform, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kaznedra_qgis.workspace.connection._BUSY_S", 0.3)
    before = {theme: current(workspace, theme) for theme in THEMES}
    with Locking(workspace) as other:
        with pytest.raises(KaznedraError) as caught:
            pull(workspace, changed.url, page_size=300)
        assert caught.value.code is Code.LOCKED and caught.value.facts["path"] == str(workspace)
        assert {theme: current(workspace, theme) for theme in THEMES} == before
        other.let_go()
    heals(workspace, changed)


def test_a_pull_waits_for_another_process_to_finish_writing(changed: Platform, workspace: Path) -> None:
    with Locking(workspace) as other:
        timer = threading.Timer(0.8, other.let_go)
        timer.start()
        pulled = pull(workspace, changed.url, page_size=300)
        timer.join()
    assert {snapshot.state for snapshot in pulled.values()} == {State.COMPLETE}
    heals(workspace, changed)


def test_two_processes_pull_into_one_workspace(changed: Platform, workspace: Path, workers: Workers) -> None:
    times = 4
    jobs = [workers.start(workspace, changed.url, times=times) for _ in range(2)]
    told = [workers.heard("snapshots", "error") for _ in range(2 * times)]
    assert [workers.end(job) for job in jobs] == [0, 0]
    assert [each["error"] for each in told if "error" in each] == []
    assert {each["state"] for one in told for each in one["snapshots"].values()} == {State.COMPLETE.value}
    kept = Workspace.open(workspace).snapshots(SOURCE)
    assert len(kept) == (1 + 2 * times) * len(THEMES)
    for theme in THEMES:
        changes = [snapshot.changed for snapshot in kept if snapshot.theme == theme]
        assert sorted(changes) == [0] * (2 * times) + [COUNTS[theme]]
    assert integrity(workspace) == []
    heals(workspace, changed)
