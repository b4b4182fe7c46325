"""History: a workspace as of a moment, and how it is written to files."""

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from osgeo import ogr

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.workspace import State, Workspace
from kaznedra_qgis.workspace.changes import changes
from kaznedra_qgis.workspace.extracts import write_as_of, write_changes
from kaznedra_qgis.workspace.history import Unknown, as_of
from kaznedra_qgis.workspace.snapshots import moment
from tests.qgis.history import fail, finish, put, shown, squared
from tests.qgis.pages import feature, profile, square
from tests.qgis.test_workspace import refusal


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.create(tmp_path / "workspace.gpkg")


def test_every_way_to_name_a_moment(workspace):
    for number, when in enumerate(["2026-11-20T23:30:00.5Z", "2026-11-21T08:00:00Z", "2026-11-22T08:00:00Z"], 1):
        finish(workspace, put(workspace, feature("a", square(), number=str(number))), when)
    for when, number in {
        "": "3",
        1: "1",
        "2": "2",
        "pull 2": "2",
        "Pull 3": "3",
        "2026-11-20": "1",
        "2026-11-21": "2",
        "2026-11-21T07:59:59Z": "1",
        "2026-11-21t08:00:00z": "2",
        "2026-11-21 08:00": "2",
        "2026-11-21T12:59:59.999+05:00": "1",
        "2026-11-21T13:00:00+05:00": "2",
        "2026-11-20T23:30:00.5Z": "1",
        "2030-01-01": "3",
        datetime(2026, 11, 21, 9, tzinfo=timezone(timedelta(hours=1))): "2",
    }.items():
        state = as_of(workspace, when)
        assert shown(workspace, state) == {"a": number}, when
        assert [ground.snapshot.id for ground in state.known("licences")] == [int(number)]


@pytest.mark.parametrize("when", ["4", "pull 4", "yesterday", "2026-13-01", "2026-02-30T08:00:00Z", "0", "-1", "1; x"])
def test_what_is_no_moment_is_refused(workspace, when):
    put(workspace, feature("a", square()))
    assert refusal(lambda: as_of(workspace, when)).code is Code.NO_SUCH_MOMENT


def test_what_was_not_pulled_by_then_is_unknown_and_not_empty(workspace):
    finish(workspace, fail(workspace), "2026-11-20T08:00:00Z")
    finish(workspace, put(workspace, feature("a", square())), "2026-11-22T08:00:00Z")
    finish(workspace, fail(workspace), "2026-11-23T08:00:00Z")

    def unknown(when, theme="licences"):
        state = as_of(workspace, when)
        assert (state.subset(theme) is None) == bool(state.unknown(theme))
        return [(ground.source, ground.unknown) for ground in state.unknown(theme)]

    assert unknown("2026-11-19") == [("test", Unknown.NOT_YET)]
    assert unknown("2026-11-21") == [("test", Unknown.NO_GOOD_PULL)]
    assert unknown("2026-11-22") == unknown("") == []
    assert unknown("", "deposits") == [("", Unknown.NEVER_PULLED)]
    assert as_of(workspace, "2026-11-22").known("licences")[0].failed_since == 0
    assert as_of(workspace).known("licences")[0].failed_since == 1
    assert "blocks" not in as_of(workspace).themes and as_of(workspace, themes=["blocks"]).themes == ["blocks"]


def test_an_empty_pull_is_known_to_be_empty(workspace):
    put(workspace)
    state = as_of(workspace)
    assert state.unknown("licences") == [] and shown(workspace, state) == {}


def test_a_partial_pull_is_a_state_and_says_so(workspace):
    put(workspace, feature("a", square(), number="1"), feature("b", square(), number="2"))
    assert put(workspace, feature("a", square(), number="1x"), expected=2).state is State.PARTIAL
    state = as_of(workspace)
    assert shown(workspace, state) == {"a": "1x", "b": "2"}
    assert state.report()["themes"]["licences"]["rests_on"][0]["state"] == "partial"
    assert changes(workspace, 1).themes["licences"].partial


def test_each_source_stands_where_it_stood(workspace):
    other = replace(profile(), id="o'ther")
    put(workspace, feature("a", square(), number="1"))
    put(workspace, feature("b", square(), number="2"), mapped=other)
    put(workspace, feature("a", square(), number="1x"))
    assert shown(workspace, as_of(workspace, 1)) == {"a": "1"}
    assert [ground.source for ground in as_of(workspace, 1).unknown("licences")] == ["o'ther"]
    assert shown(workspace, as_of(workspace, 2)) == {"a": "1", "b": "2"}
    assert shown(workspace, as_of(workspace)) == {"a": "1x", "b": "2"}


def test_times_of_snapshots_are_moments_of_their_own(workspace):
    first = put(workspace, feature("a", square(), number="1"))
    second = put(workspace, feature("a", square(), number="2"))
    assert shown(workspace, as_of(workspace, first.finished)) == {"a": "1"}
    assert shown(workspace, as_of(workspace, second.finished)) == {"a": "2"}
    assert shown(workspace, as_of(workspace, moment(second.finished) - timedelta(microseconds=1))) == {"a": "1"}


def layers(path):
    dataset = ogr.Open(str(path))
    return {layer.GetName(): [each.items() for each in layer] for layer in map(dataset.GetLayer, range(len(dataset)))}


def test_a_state_is_written_with_all_it_has(workspace, tmp_path):
    put(workspace, feature("a", square(), number="1", demo=True, area_km2=2.5, issued_on="2024-05-06"))
    put(workspace, feature("b", square(), number="2"), feature("c", None))
    path = tmp_path / "new" / "then.gpkg"
    for when, ids in ((1, ["a"]), (2, ["b", "c"])):
        (written,) = write_as_of(workspace, as_of(workspace, when), path)
        assert (written.name, written.features) == ("licences", len(ids))
        found = layers(path)
        assert list(found) == ["licences"] and [row["feature_id"] for row in found["licences"]] == ids
    write_as_of(workspace, as_of(workspace, 1), path)
    (row,) = layers(path)["licences"]
    assert (row["demo"], row["area_km2"], row["issued_on"], row["source"]) == (1, 2.5, "2024-05-06", "test")
    assert ogr.Open(str(path)).GetLayer(0).GetExtent() == pytest.approx((70, 70.1, 48, 48.1))
    assert [each.name for each in path.parent.iterdir()] == ["then.gpkg"]


def test_changes_are_written_as_layers(workspace, tmp_path):
    put(workspace, feature("a", square(), number="1"), feature("b", square(), number="2"))
    put(workspace, feature("a", squared(70, 70.2), number="1x"), feature("c", square(), number="3"))
    written = write_changes(changes(workspace, 1, 2), tmp_path / "changes.gpkg")
    assert [(layer.name, layer.features) for layer in written] == [
        ("licences_added", 1),
        ("licences_removed", 1),
        ("licences_changed", 1),
    ]
    found = layers(tmp_path / "changes.gpkg")
    assert found["licences_added"][0]["number"] == "3" and found["licences_removed"][0]["number"] == "2"
    (row,) = found["licences_changed"]
    assert (row["number"], row["changed_attributes"], row["geometry_changed"]) == ("1x", "number", 1)
    assert json.loads(row["old_values"]) == {"number": "1"}
    assert row["new_area_km2"] == pytest.approx(2 * row["old_area_km2"], rel=1e-6)
    assert row["difference_km2"] == pytest.approx(row["old_area_km2"], rel=1e-6)


def test_a_place_that_cannot_be_written_is_told(workspace, tmp_path):
    put(workspace, feature("a", square()))
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KaznedraError) as caught:
        write_as_of(workspace, as_of(workspace), tmp_path / "file" / "then.gpkg")
    assert caught.value.code is Code.READ_ONLY
