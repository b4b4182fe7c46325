"""QGIS Server as the source that changes between two pulls."""

from collections.abc import Iterator

import pytest
from osgeo import gdal, ogr

from kaznedra_qgis.workspace import State, Workspace
from tests.qgis.test_pull_demo import PULLED, contents, from_platform
from tests.servers.platform import Served, platform


@pytest.fixture
def served(demo_data) -> Iterator[Served]:
    with platform(demo_data) as running:
        yield running


@pytest.fixture
def workspace(served, tmp_path) -> Workspace:
    """After a good pull of all themes, of which nothing is to be noted."""
    made = Workspace.create(tmp_path / "workspace.gpkg")
    for snapshot in from_platform(served.address, made):
        assert (snapshot.theme, snapshot.state, snapshot.notices) == (snapshot.theme, State.COMPLETE, ())
    return made


def rewrite(served: Served, theme: str, change) -> None:
    """Change the features that the server serves, in a transaction."""
    dataset = gdal.OpenEx(str(served.data), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer: ogr.Layer = dataset.GetLayerByName(theme)
    layer.StartTransaction()
    for feature in [*layer]:
        change(feature)
        layer.SetFeature(feature)
    layer.CommitTransaction()


def exchange(feature: ogr.Feature) -> None:
    geometry = feature.GetGeometryRef().Clone()
    geometry.SwapXY()
    feature.SetGeometry(geometry)


def without_status(feature: ogr.Feature) -> None:
    feature.SetField("changed_at", "2026/11/22 09:00:00+00")
    feature.SetFieldNull("status")


@pytest.mark.parametrize(
    ("theme", "change", "code"),
    [
        ("deposits", exchange, "axes_swapped"),
        ("restricted_areas", exchange, "axes_swapped"),
        ("licences", without_status, "attribute_lost"),
    ],
)
def test_what_would_mislead_is_not_merged(served, workspace, theme, change, code):
    before = {name: contents(workspace, name, "kaznedra") for name in PULLED}
    rewrite(served, theme, change)
    for snapshot in from_platform(served.address, workspace, full=True):
        if snapshot.theme == theme:
            assert (snapshot.state, snapshot.message["code"]) == (State.FAILED, code)
        else:
            assert (snapshot.state, snapshot.changed) == (State.COMPLETE, 0)
    assert {name: contents(workspace, name, "kaznedra") for name in PULLED} == before
