"""A platform that misbehaves as each test wants, and a workspace that one good pull from it has filled."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kaznedra_qgis.workspace import State, Workspace
from tests.qgis.pulling import pull
from tests.servers.misbehaving import Misbehaving


@pytest.fixture(scope="module")
def platform() -> Iterator[Misbehaving]:
    with Misbehaving() as running:
        yield running


@pytest.fixture(scope="module")
def good(platform: Misbehaving, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace after one good pull."""
    path = tmp_path_factory.mktemp("good") / "workspace.gpkg"
    Workspace.create(path)
    assert {snapshot.state for snapshot in pull(path, platform.url).values()} == {State.COMPLETE}
    return path


@pytest.fixture
def workspace(good: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(good, tmp_path / "workspace.gpkg"))
