"""Large collections come box by box first; what boxes cannot give still comes, or is said to be missing."""

import pytest
from osgeo import ogr

from kaznedra_qgis.errors import Code
from kaznedra_qgis.messages import explain_stored
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.snapshots import State
from tests.qgis.pulling import current, pull
from tests.servers.faulty import Platform
from tests.servers.platform import platform


@pytest.fixture
def workspace(tmp_path):
    return Workspace.create(tmp_path / "w.gpkg").path


@pytest.fixture
def crowd(monkeypatch):
    monkeypatch.setattr("kaznedra_qgis.sources.oapif._MANY", 200)
    with Platform({"licences": 300}) as platform:
        yield platform


def offsets(platform) -> list[str]:
    return [asked["offset"] for asked in platform.asked("licences") if "offset" in asked]


def test_a_crowd_comes_box_by_box_and_again_unchanged(crowd, workspace):
    first = pull(workspace, crowd.url)["licences"]
    assert (first.state, first.distinct, offsets(crowd)) == (State.COMPLETE, 300, [])
    again = pull(workspace, crowd.url)["licences"]
    assert (again.state, again.added, again.changed, again.gone) == (State.COMPLETE, 0, 0, 0)
    assert again.hash == first.hash
    assert len(current(workspace, "licences")) == 300


def test_what_has_changed_in_a_box_is_found(crowd, workspace):
    pull(workspace, crowd.url)
    crowd["licences"].features[17]["properties"]["status"] = "expired"
    del crowd["licences"].features[40]
    second = pull(workspace, crowd.url)["licences"]
    assert (second.state, second.added, second.changed, second.gone) == (State.COMPLETE, 0, 1, 1)


def test_features_without_a_geometry_lie_in_no_box_and_come_all_the_same(crowd, workspace):
    crowd["licences"].features[5]["geometry"] = None
    first = pull(workspace, crowd.url)["licences"]
    assert (first.state, first.distinct, first.without_geometry) == (State.COMPLETE, 300, 1)
    seen = len(crowd.asked("licences"))
    pull(workspace, crowd.url)
    assert not any("bbox" in asked for asked in crowd.asked("licences")[seen:])


@pytest.mark.parametrize("status", [400, 404, 500])
def test_a_server_that_cannot_take_a_box_is_asked_by_offsets(crowd, workspace, status, monkeypatch):
    served = crowd._items

    def without_boxes(handler, collection, query):
        if "bbox" in query:
            handler.reply(status, b"no boxes here")
        else:
            served(handler, collection, query)

    monkeypatch.setattr(crowd, "_items", without_boxes)
    snapshot = pull(workspace, crowd.url)["licences"]
    assert (snapshot.state, snapshot.distinct, snapshot.received) == (State.COMPLETE, 300, 300)


def test_a_server_that_takes_no_notice_of_boxes_is_asked_by_offsets(crowd, workspace, monkeypatch):
    monkeypatch.setattr("tests.servers.faulty._inside", lambda feature, bbox: True)
    snapshot = pull(workspace, crowd.url)["licences"]
    assert (snapshot.state, snapshot.distinct, snapshot.received) == (State.COMPLETE, 300, 300)
    assert len([asked for asked in crowd.asked("licences") if "bbox" in asked]) < 10


def test_a_feature_that_no_way_brings_makes_the_pull_partial(crowd, workspace, monkeypatch):
    page = crowd._page

    def one_too_many(*arguments):
        told = page(*arguments)
        return {**told, "numberMatched": 301} if told["numberMatched"] == 300 else told

    monkeypatch.setattr(crowd, "_page", one_too_many)
    snapshot = pull(workspace, crowd.url)["licences"]
    assert (snapshot.state, snapshot.distinct, snapshot.expected) == (State.PARTIAL, 300, 301)
    assert snapshot.message and snapshot.message["code"] in (Code.COUNT_DIFFERS.value, Code.DUPLICATES.value)


def test_a_total_that_is_no_count_any_more_is_seen_through(demo_data, workspace, monkeypatch):
    """QGIS Server tells its first count until it is started anew, PostGIS may tell it an estimate."""
    monkeypatch.setattr("kaznedra_qgis.sources.oapif._MANY", 200)
    with platform(demo_data) as served:
        before = pull(workspace, served.address, page_size=100)["licences"]
        assert (before.state, before.notices) == (State.COMPLETE, ())
        data = ogr.Open(str(served.data), update=1)
        layer = data.GetLayerByName("licences")
        gone = [each.GetFID() for each in layer][5:12]
        for number in gone:
            layer.DeleteFeature(number)
        del layer, data
        after = pull(workspace, served.address, page_size=100)["licences"]
    assert (after.state, after.distinct, after.expected, after.gone) == (
        State.COMPLETE,
        before.distinct - len(gone),
        before.distinct - len(gone),
        len(gone),
    )
    (notice,) = after.notices
    assert notice["code"] == Code.TOTAL_ESTIMATED.value
    assert (notice["facts"]["expected"], notice["facts"]["distinct"]) == (before.distinct, after.distinct)
    assert explain_stored(notice).happened.startswith("The total that the source tells is an estimate")
