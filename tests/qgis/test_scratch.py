"""Where a sync stages: one folder for each, gone afterwards, whatever way the process ended."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from kaznedra_qgis.errors import Code
from kaznedra_qgis.workspace import State, Workspace, locks
from kaznedra_qgis.workspace.scratch import scratch
from tests.qgis.pages import Pages, feature, square
from tests.qgis.test_workspace import pull


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "workspace.gpkg")


def left(temporary: Path, name: str, age_s: float) -> Path:
    """A staging folder whose process is gone."""
    folder = temporary / name
    (folder / "inside").mkdir(parents=True)
    (folder / "inside" / "staged.gpkg").write_bytes(b"much")
    held = locks.lock(folder)
    assert held
    held.release()
    os.utime(folder / "lock", (time.time() - age_s, time.time() - age_s))
    return folder


def test_folders_of_dead_processes_are_taken_away(temporary):
    dead, young = left(temporary, "kaznedra-dead", 120), left(temporary, "kaznedra-young", 1)
    stranger = temporary / "kaznedra-of-somebody-else"
    stranger.mkdir()
    with scratch() as folder:
        assert folder.parent == temporary and not dead.exists() and young.exists() and stranger.exists()
    assert not folder.exists()


def test_a_folder_in_use_stays_however_old(temporary):
    with scratch() as first:
        (first / "staged.gpkg").write_bytes(b"much")
        os.utime(first / "lock", (1, 1))
        with scratch() as second:
            assert first != second and (first / "staged.gpkg").exists()
    assert not list(temporary.iterdir())


def test_nowhere_to_stage_is_said_with_the_place(temporary, workspace):
    temporary.rmdir()
    temporary.write_text("a file, not a folder")
    (snapshot,) = pull(workspace, Pages([feature(1, square())]))
    assert (snapshot.state, snapshot.message["code"]) == (State.FAILED, Code.READ_ONLY.value)
    assert snapshot.message["facts"]["path"] == str(temporary)
    assert workspace.snapshots() == [snapshot]
