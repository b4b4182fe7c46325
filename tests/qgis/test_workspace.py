"""A workspace: made, opened, refused."""

import sqlite3

import pytest
from osgeo import gdal, ogr

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.themes import THEMES, Shape
from kaznedra_qgis.workspace import Workspace
from tests.nobody import run_as_nobody
from tests.qgis.pages import Pages, feature, square


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.create(tmp_path / "workspace.gpkg")


def pull(workspace, source, watch=None):
    from kaznedra_qgis.workspace.sync import sync

    return sync(source, workspace, list(source.profile.themes), watch)


def refusal(job) -> KaznedraError:
    with pytest.raises(KaznedraError) as caught:
        job()
    return caught.value


def test_a_new_workspace_is_a_geopackage_with_a_table_per_theme(workspace):
    dataset = gdal.OpenEx(str(workspace.path), gdal.OF_VECTOR)
    for theme in THEMES.values():
        layer = dataset.GetLayerByName(theme.name)
        assert layer.GetGeomType() == (ogr.wkbMultiPolygon if theme.shape is Shape.POLYGON else ogr.wkbPoint)
        assert layer.GetSpatialRef().GetAuthorityCode(None) == "4326"
        fields = [layer.GetLayerDefn().GetFieldDefn(i).GetName() for i in range(layer.GetLayerDefn().GetFieldCount())]
        assert fields[-len(theme.attributes) :] == [attribute.name for attribute in theme.attributes]
    assert all(state.last is None and state.count == 0 for state in workspace.theme_states("test").values())


def test_nothing_is_left_beside_a_new_workspace(workspace):
    assert [path.name for path in workspace.path.parent.iterdir()] == [workspace.path.name]


def test_the_log_of_a_deleted_workspace_does_not_come_back(workspace):
    pull(workspace, Pages([feature("a", square())]))
    holding = sqlite3.connect(workspace.path)
    holding.execute("BEGIN")
    holding.execute("SELECT count(*) FROM licences").fetchone()
    pull(workspace, Pages([feature("b", square())]))
    workspace.path.unlink()
    again = Workspace.create(workspace.path)
    holding.close()
    assert again.theme_states("test")["licences"].count == 0 and again.snapshots() == []


def test_an_existing_file_is_never_replaced(tmp_path):
    path = tmp_path / "notes.gpkg"
    path.write_text("mine")
    assert refusal(lambda: Workspace.create(path)).code is Code.READ_ONLY
    assert path.read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    assert refusal(lambda: Workspace.create(tmp_path / "file" / "w.gpkg")).code is Code.READ_ONLY


@pytest.mark.parametrize("content", [b"", b"not a database at all, but a text", b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_geopackage_is_not_a_workspace(tmp_path, content):
    path = tmp_path / "other.gpkg"
    path.write_bytes(content)
    assert refusal(lambda: Workspace.open(path)).code is Code.NOT_A_WORKSPACE
    assert path.read_bytes() == content


def test_somebody_elses_geopackage_is_not_a_workspace(tmp_path):
    path = tmp_path / "roads.gpkg"
    gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0).CreateLayer("roads")
    assert refusal(lambda: Workspace.open(path)).code is Code.NOT_A_WORKSPACE


def test_a_missing_file_is_not_a_workspace(tmp_path):
    assert refusal(lambda: Workspace.open(tmp_path / "gone.gpkg")).code is Code.NOT_A_WORKSPACE


def test_a_workspace_of_a_newer_version_is_left_alone(workspace):
    with sqlite3.connect(workspace.path) as connection:
        connection.execute("UPDATE kaznedra SET value = '99' WHERE key = 'version'")
    connection.close()
    error = refusal(lambda: pull(workspace, Pages([feature("a", square())])))
    assert error.code is Code.NEWER_VERSION
    assert error.facts["version"] == 99


def test_a_workspace_that_another_writes_to_is_locked_and_stays_whole(workspace, monkeypatch):
    monkeypatch.setattr("kaznedra_qgis.workspace.connection._BUSY_S", 0.2)
    pull(workspace, Pages([feature("a", square())]))
    other = sqlite3.connect(workspace.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert refusal(lambda: pull(workspace, Pages([feature("b", square())]))).code is Code.LOCKED
    assert workspace.theme_states("test")["licences"].count == 1
    other.execute("ROLLBACK")
    other.close()
    assert pull(workspace, Pages([feature("b", square())]))[0].gone == 1


READ = """
import sys
from pathlib import Path
from kaznedra_qgis.errors import KaznedraError
from kaznedra_qgis.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
print(workspace.theme_states("test")["licences"].count)
try:
    workspace.record(workspace.snapshots()[0])
except KaznedraError as error:
    print(error.code.value)
"""


def test_a_read_only_workspace_can_be_read_and_says_why_it_cannot_be_written(workspace, tmp_path):
    pull(workspace, Pages([feature("a", square())]))
    folder = tmp_path / "kept"
    folder.mkdir()
    path = workspace.path.rename(folder / "workspace.gpkg")
    path.chmod(0o444)
    folder.chmod(0o555)
    told = run_as_nobody(READ, path, folder=tmp_path)
    folder.chmod(0o755)
    assert told.split() == ["1", "read_only"]
