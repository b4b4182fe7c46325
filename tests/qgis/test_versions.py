"""Workspaces of older versions: read as they are, brought up to date when they are written to."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import gdal

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.history import Unknown, as_of
from kaznedra_qgis.workspace.pruning import plan, prune
from kaznedra_qgis.workspace.retention import Retention
from kaznedra_qgis.workspace.versions import STEPS, VERSION, Column
from tests.nobody import run_as_nobody
from tests.qgis.pages import Pages, feature, square
from tests.qgis.test_workspace import pull, refusal

VERSION_1 = Path(__file__).parent / "data" / "workspace-1.gpkg.gz"
"""Made by the first release's tables: two features pulled, one of them gone in the second pull"""


@pytest.fixture
def old(tmp_path) -> Workspace:
    path = tmp_path / "old.gpkg"
    path.write_bytes(gzip.decompress(VERSION_1.read_bytes()))
    return Workspace(path)


def tables(path: Path) -> dict[str, dict[str, tuple[str, int, str]]]:
    """Columns by table: type, whether NULL is forbidden, default."""
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: {row[1]: row[2:5] for row in connection.execute(f'PRAGMA table_info("{name}")')} for name in names
        }


def indexes(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'index'") if row[0]}


def told_version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT value FROM kaznedra WHERE key = 'version'").fetchone()[0])


def test_an_old_workspace_is_read_without_being_changed(old):
    before = old.path.read_bytes()
    first, second = old.snapshots()
    assert (first.added, second.gone) == (2, 1)
    assert first.notices == ()
    assert old.theme_states("test")["licences"].count == 1
    with old.reading() as connection:
        assert connection.execute("SELECT count(*) FROM promises").fetchone()[0] == 0
    assert old.path.read_bytes() == before and told_version(old.path) == 1


READ = """
import sys
from pathlib import Path
from kaznedra_qgis.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
print(len(workspace.snapshots()), workspace.theme_states("test")["licences"].count)
"""


def test_an_old_workspace_is_read_from_where_nothing_can_be_written(old, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    path = old.path.rename(folder / "old.gpkg")
    path.chmod(0o444)
    folder.chmod(0o555)
    told = run_as_nobody(READ, path, folder=tmp_path)
    folder.chmod(0o755)
    assert told.split() == ["2", "1"]


def test_the_next_pull_brings_an_old_workspace_up_to_date(old, tmp_path):
    (snapshot,) = pull(old, Pages([feature("a", square()), feature("c", square(73.0))]))
    assert (snapshot.added, snapshot.changed, snapshot.gone) == (1, 0, 0)
    assert [kept.id for kept in old.snapshots()] == [1, 2, 3]
    assert told_version(old.path) == VERSION
    new = Workspace.create(tmp_path / "new.gpkg")
    assert tables(old.path) == tables(new.path) and indexes(old.path) == indexes(new.path)
    opened = gdal.OpenEx(str(old.path), gdal.OF_VECTOR)
    assert {opened.GetLayer(i).GetName() for i in range(opened.GetLayerCount())} >= set(STEPS[2].tables)


def test_an_upgrade_that_breaks_off_leaves_the_old_workspace(old, monkeypatch):
    before = tables(old.path)
    monkeypatch.setitem(STEPS[2].columns["snapshots"], "broken", Column("TEXT", "no such (default"))
    with pytest.raises(KaznedraError):
        pull(old, Pages([feature("a", square())]))
    assert tables(old.path) == before and told_version(old.path) == 1
    monkeypatch.undo()
    assert len(old.snapshots()) == 2


def test_an_old_workspace_that_another_writes_to_is_locked(old, monkeypatch):
    monkeypatch.setattr("kaznedra_qgis.workspace.connection._BUSY_S", 0.2)
    with closing(sqlite3.connect(old.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refusal(lambda: pull(old, Pages([feature("a", square())]))).code is Code.LOCKED
    assert told_version(old.path) == 1


def test_an_old_workspace_is_pruned_as_planned(old):
    before = old.path.read_bytes()
    planned = plan(old, Retention(last=1))
    assert [snapshot.id for snapshot in planned.goes] == [1] and old.path.read_bytes() == before
    done = prune(old, Retention(last=1))
    assert (done.goes, done.versions) == (planned.goes, planned.versions) == (planned.goes, {"licences": 1})
    assert as_of(old, 1).unknown("licences")[0].unknown is Unknown.PRUNED and told_version(old.path) == VERSION
