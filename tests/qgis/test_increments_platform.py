"""Pulls of what changed from real QGIS Server: what its filter and its counts are worth, and what we make of them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import gdal

from kaznedra_qgis.sources import open_source
from kaznedra_qgis.sources.http import Client
from kaznedra_qgis.sources.profile import builtin_profiles
from kaznedra_qgis.workspace import Snapshot, State, Workspace
from kaznedra_qgis.workspace.sync import sync
from tests.qgis.pulling import SOURCE, current, plain_session
from tests.servers.platform import Served, platform

DEMO_DATA_IS_OLDER_THAN = "2026-11-22T07:00:00Z"


def pull(workspace: Path, address: str) -> Snapshot:
    """A pull of licences by the built-in profile, in pages of 300."""
    known = next(profile for profile in builtin_profiles() if profile.id == SOURCE)
    profile = replace(known, address=address, page_size=300)
    (snapshot,) = sync(open_source(profile, Client(plain_session())), Workspace.open(workspace), ["licences"])
    return snapshot


@pytest.fixture(scope="module")
def served(demo_data) -> Iterator[Served]:
    with platform(demo_data) as running:
        yield running


@pytest.fixture
def workspace(served: Served, tmp_path: Path) -> Path:
    """After a pull of everything."""
    path = tmp_path / "workspace.gpkg"
    Workspace.create(path)
    snapshot = pull(path, served.address)
    assert (snapshot.state, snapshot.by_changes) == (State.COMPLETE, False)
    return path


def change(data: Path, sql: str) -> None:
    dataset = gdal.OpenEx(str(data), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL(sql)
    dataset.FlushCache()
    del dataset


@contextmanager
def restarted(data: Path, workspace: Path) -> Iterator[str]:
    """The address of a server over the data that counts anew; the workspace takes it for the one it knows."""
    with platform(data) as running:
        with sqlite3.connect(workspace) as connection:
            connection.execute("UPDATE snapshots SET address = ?", (running.address,))
        yield running.address


def same_as_fresh(workspace: Path, address: str, folder: Path) -> bool:
    """True where the current features are those that a pull of everything brings into an empty workspace."""
    fresh = folder / "fresh.gpkg"
    Workspace.create(fresh)
    assert pull(fresh, address).state is State.COMPLETE
    return current(workspace, "licences") == current(fresh, "licences")


def test_what_changed_comes_alone(served, workspace, tmp_path):
    change(
        served.data,
        f"""UPDATE licences SET holder_en = 'Other LLP', changed_at = '{DEMO_DATA_IS_OLDER_THAN}'
                            WHERE fid IN (7, 700, 1400)""",
    )
    snapshot = pull(workspace, served.address)
    assert (snapshot.state, snapshot.by_changes, snapshot.changed) == (State.COMPLETE, True, 3)
    assert (snapshot.expected, snapshot.distinct) == (1500, 1500) and snapshot.received < 30
    assert same_as_fresh(workspace, served.address, tmp_path)
    again = pull(workspace, served.address)
    assert again.by_changes and (again.added, again.changed, again.gone, again.hash) == (0, 0, 0, snapshot.hash)


def test_what_vanished_is_seen_though_the_server_goes_on_counting_it(demo_data, tmp_path):
    path = tmp_path / "workspace.gpkg"
    Workspace.create(path)
    with platform(demo_data) as served:
        pull(path, served.address)
        change(served.data, "DELETE FROM licences WHERE fid = 700")
        snapshot = pull(path, served.address)
        assert snapshot.state is State.COMPLETE and not snapshot.by_changes
        assert (snapshot.distinct, snapshot.gone) == (1499, 1)
        assert [notice["code"] for notice in snapshot.notices] == ["total_estimated"]


def test_what_vanished_and_what_appeared_is_found_by_outlines(demo_data, tmp_path):
    path = tmp_path / "workspace.gpkg"
    Workspace.create(path)
    with platform(demo_data) as served:
        pull(path, served.address)
        changed = Path(served.data)
        change(changed, "DELETE FROM licences WHERE fid IN (700, 701)")
        names = _columns(changed)
        change(
            changed,
            f"""INSERT INTO licences (fid, geom, changed_at, {names})
                            SELECT 9001, geom, '{DEMO_DATA_IS_OLDER_THAN}', {names} FROM licences WHERE fid = 5""",
        )
        with restarted(changed, path) as address:
            snapshot = pull(path, address)
            assert (snapshot.state, snapshot.by_changes) == (State.COMPLETE, True)
            assert (snapshot.added, snapshot.gone, snapshot.distinct, snapshot.expected) == (1, 2, 1499, 1499)
            assert same_as_fresh(path, address, tmp_path)


def _columns(data: Path) -> str:
    with sqlite3.connect(data) as connection:
        names = [row[1] for row in connection.execute("PRAGMA table_info(licences)")]
    return ", ".join(name for name in names if name not in ("fid", "geom", "changed_at"))
