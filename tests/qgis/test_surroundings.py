"""What a workspace knows around some blocks: areas by place, coverage by theme, what vanished, and nothing invented."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from shapely.geometry import mapping

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.subsoil.blocks import Block, outline
from kaznedra_qgis.subsoil.codes import format_codes
from kaznedra_qgis.subsoil.findings import State
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.subsoil.rules import check_all
from kaznedra_qgis.subsoil.standing import Kind, standings
from kaznedra_qgis.subsoil.surroundings import CoverageState
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.surroundings import around, around_blocks
from tests.qgis.pages import Pages, cut_off, feature, profile
from tests.qgis.test_workspace import pull
from tests.unit.subsoil.ground import disagreements

TODAY = datetime.now(timezone.utc).date()
HERE = Block(4200, 3000)
BOX = (4195, 2995, 4205, 3005)
FAR = Block(4400, 3000)
OTHERS = ("licence_applications", "restricted_areas", "state_programme_areas", "liquidation_areas")


def right(identifier, *blocks, geometry=..., **told):
    """A licence on these blocks."""
    placed = mapping(outline(blocks)) if geometry is ... else geometry
    values = {"number": identifier, "kind": "exploration", "status": "active", "minerals": "Cu", **told}
    return feature(identifier, placed, **values)


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.create(tmp_path / "workspace.gpkg")


def test_areas_come_by_place_with_what_they_rest_on(workspace):
    pull(workspace, Pages([right("near", HERE), right("far", FAR)]))
    found = around(workspace, (), BOX, TODAY)
    assert [area.feature_id for area in found.of("licences")] == ["near"]
    (covered,) = found.covered("licences")
    assert (covered.state, covered.snapshot, covered.age_days) == (CoverageState.COMPLETE, 1, 0)
    assert (covered.expected, covered.received) == (2, 2)
    assert {theme: found.covered(theme)[0].state for theme in OTHERS} == dict.fromkeys(OTHERS, CoverageState.MISSING)


def test_a_partial_a_failed_and_an_old_pull_are_told(workspace):
    pull(workspace, Pages([right("a", HERE)], expected=2))
    assert around(workspace, (), BOX, TODAY).covered("licences")[0].state is CoverageState.PARTIAL
    pull(workspace, Pages([right("a", HERE)]))
    assert around(workspace, (), BOX, TODAY).covered("licences")[0].state is CoverageState.COMPLETE
    later = TODAY + timedelta(days=8)
    assert around(workspace, (), BOX, later).covered("licences")[0].state is CoverageState.STALE
    kept = around(workspace, (), BOX, later, freshness_days={"licences": 30})
    assert kept.covered("licences")[0].state is CoverageState.COMPLETE
    failing = Pages()
    failing.fails = cut_off()
    pull(workspace, failing)
    found = around(workspace, (), BOX, TODAY)
    assert found.covered("licences")[0].state is CoverageState.FAILED
    assert [area.feature_id for area in found.of("licences")] == ["a"]


def test_a_theme_that_never_came_is_failed_and_before_the_first_pull_missing(workspace):
    failing = Pages()
    failing.fails = cut_off()
    pull(workspace, failing)
    assert around(workspace, (), BOX, TODAY).covered("licences")[0].state is CoverageState.FAILED
    pull(workspace, Pages([right("a", HERE)]))
    before = around(workspace, (), BOX, TODAY - timedelta(days=1))
    assert before.covered("licences")[0].state is CoverageState.MISSING and not list(before.of("licences"))


def test_without_a_geometry_the_codes_place_a_right(workspace):
    codes = format_codes([HERE], default_scheme())
    pull(workspace, Pages([right("a", geometry=None, blocks=codes)]))
    found = around(workspace, (), BOX, TODAY)
    assert found.covered("licences")[0].state is CoverageState.COMPLETE
    (area,) = found.of("licences")
    assert area.geometry.equals(outline([HERE]))


@pytest.mark.parametrize("codes", [None, "K-43-6-(10?)"])
def test_a_right_without_a_place_leaves_its_theme_partial_unless_it_ended(workspace, codes):
    ended = right("b", geometry=None, status="expired")
    pull(workspace, Pages([ended, right("c", FAR)]))
    assert around(workspace, (), BOX, TODAY).covered("licences")[0].state is CoverageState.COMPLETE
    pull(workspace, Pages([ended, right("c", FAR), right("a", geometry=None, blocks=codes)]))
    (covered,) = around(workspace, (), BOX, TODAY).covered("licences")
    assert (covered.state, covered.unplaced) == (CoverageState.PARTIAL, 1)


@pytest.mark.parametrize(("category", "buffer_m"), [("settlement", 0.0), ("defence", 1000.0)])
def test_an_area_beyond_the_bounds_whose_buffer_reaches_in_is_there(workspace, category, buffer_m):
    village = feature("v", mapping(outline([Block(4205, 3000)])), category=category, buffer_m=buffer_m)
    far = feature("w", mapping(outline([Block(4208, 3000)])), category=category, buffer_m=buffer_m)
    pull(workspace, Pages([village, far], mapped=profile("restricted_areas")))
    assert [area.feature_id for area in around(workspace, (), BOX, TODAY).of("restricted_areas")] == ["v"]


def test_what_vanished_without_a_word_is_told(workspace):
    pull(workspace, Pages([right("gone", HERE), right("changed", HERE), right("far", FAR), right("stays", HERE)]))
    pull(workspace, Pages([right("changed", HERE, status="revoked"), right("stays", HERE)]))
    found = around(workspace, (), BOX, TODAY)
    assert [(area.feature_id, area.gone_on) for area in found.gone] == [("gone", TODAY)]
    assert around(workspace, (), BOX, TODAY + timedelta(days=400)).gone == ()
    pull(workspace, Pages([right("gone", HERE), right("changed", HERE, status="revoked"), right("stays", HERE)]))
    assert around(workspace, (), BOX, TODAY).gone == ()


def test_an_ended_or_vanished_right_without_geometry_stands_where_its_codes_say(workspace):
    codes = format_codes([HERE], default_scheme())
    lately = (TODAY - timedelta(days=30)).isoformat()
    ended = right("ended", geometry=None, blocks=codes, status="revoked", ended_on=lately)
    pull(workspace, Pages([ended, right("gone", geometry=None, blocks=codes), right("far", FAR)]))
    pull(workspace, Pages([ended, right("far", FAR)]))
    found = around(workspace, (), BOX, TODAY)
    assert [area.feature_id for area in found.of("licences")] == ["ended"]
    assert [area.feature_id for area in found.gone] == ["gone"]
    assert found.covered("licences")[0].state is CoverageState.COMPLETE
    told = {f.rule: f.state for f in check_all([HERE], found) if f.rule in ("revoked", "relinquished")}
    assert told == {"revoked": State.UNKNOWN, "relinquished": State.UNKNOWN}


def test_a_right_without_any_place_that_ended_lately_leaves_its_theme_partial(workspace):
    lately = (TODAY - timedelta(days=30)).isoformat()
    pull(workspace, Pages([right("a", geometry=None, status="revoked", ended_on=lately), right("far", FAR)]))
    assert around(workspace, (), BOX, TODAY).covered("licences")[0].state is CoverageState.PARTIAL
    assert around(workspace, (), BOX, TODAY + timedelta(days=400)).covered("licences")[0].unplaced == 0


def test_coordinates_that_are_no_degrees_leave_a_theme_partial(workspace):
    metres = {"type": "Polygon", "coordinates": [[[5e5, 5e6], [5.1e5, 5e6], [5.1e5, 5.1e6], [5e5, 5e6]]]}
    pull(workspace, Pages([right("metres", geometry=metres), right("far", FAR)]))
    (covered,) = around(workspace, (), BOX, TODAY).covered("licences")
    assert (covered.state, covered.unplaced) == (CoverageState.PARTIAL, 1)
    lately = (TODAY - timedelta(days=30)).isoformat()
    pull(workspace, Pages([right("metres", geometry=metres, status="revoked", ended_on=lately), right("far", FAR)]))
    assert around(workspace, (), BOX, TODAY).covered("licences")[0].unplaced == 1
    pull(workspace, Pages([right("metres", geometry=metres, status="revoked", ended_on="2019-01-01")]))
    assert around(workspace, (), BOX, TODAY).covered("licences")[0].unplaced == 0


def test_blocks_that_a_licence_gave_up_are_told_and_those_that_it_keeps_are_not(workspace):
    row = [Block(HERE.lon + place, HERE.lat) for place in range(4)]
    pull(workspace, Pages([right("a", *row, holder_bin="151340579990"), right("b", Block(4200, 3002))]))
    pull(workspace, Pages([right("a", *row, remark="renamed"), right("b", Block(4200, 3002))]))
    assert around(workspace, (), BOX, TODAY).gone == ()
    pull(workspace, Pages([right("a", *row[:2]), right("b", Block(4200, 3002), status="suspended")]))
    found = around(workspace, (), BOX, TODAY)
    (left,) = found.gone
    assert (left.feature_id, left.gone_on) == ("a", TODAY)
    assert left.geometry.equals(outline(row[2:]))
    told = {(f.rule, f.state) for f in check_all(row[2:], found) if f.rule in ("relinquished", "freed_blocks")}
    assert told == {("relinquished", State.UNKNOWN), ("freed_blocks", State.UNKNOWN)}
    assert around(workspace, (), BOX, TODAY + timedelta(days=400)).gone == ()


def test_the_map_and_the_check_say_the_same_of_what_the_history_tells(workspace):
    """Given up in part, gone without a word, ended with codes for a place, issued since: nothing of it is free."""
    row = [Block(HERE.lon + place, HERE.lat) for place in range(4)]
    codes, lately = format_codes([Block(4196, 3000)], default_scheme()), (TODAY - timedelta(days=3)).isoformat()
    ended = right("ended", geometry=None, blocks=codes, status="relinquished", ended_on=lately)
    pull(workspace, Pages([right("part", *row), right("gone", Block(4197, 3002)), ended, right("far", FAR)]))
    pull(workspace, Pages([right("part", *row[:2]), ended, right("far", FAR)]))
    for theme in OTHERS[1:]:
        pull(workspace, Pages([], mapped=profile(theme)))
    issued = right("issued", Block(4200, 3003), status="licence_issued", filed_at="2026-01-05T05:00:00Z")
    pull(workspace, Pages([issued], mapped=profile("licence_applications")))
    found = around(workspace, (), BOX, TODAY)
    blocks = [Block(lon, lat) for lon in range(BOX[0], BOX[2]) for lat in range(BOX[1], BOX[3])]
    shown = {block: standings(BOX, found).of(block).kind for block in blocks}
    doubted = {*row[2:], Block(4197, 3002), Block(4196, 3000), Block(4200, 3003)}
    assert {block for block in blocks if shown[block] is Kind.UNKNOWN} == doubted
    assert {block for block in blocks if shown[block] is Kind.TAKEN} == set(row[:2])
    assert not disagreements(found, blocks)


def test_each_source_has_its_coverage_and_may_be_asked_alone(workspace):
    pull(workspace, Pages([right("a", HERE)]))
    pull(workspace, Pages([right("b", HERE)], expected=2, mapped=replace(profile(), id="other")))
    both = around(workspace, (), BOX, TODAY)
    assert [(each.source, each.state) for each in both.covered("licences")] == [
        ("other", CoverageState.PARTIAL),
        ("test", CoverageState.COMPLETE),
    ]
    alone = around(workspace, ["test"], BOX, TODAY)
    assert [area.feature_id for area in alone.of("licences")] == ["a"] and not alone.unsound("licences")


def test_a_view_of_a_workspace_says_what_is_taken_and_what_is_not_known(workspace):
    pull(workspace, Pages([right("a", HERE)]))
    found = around_blocks(workspace, (), [HERE, Block(4201, 3000)], TODAY)
    shown = standings((4199, 2999, 4203, 3002), found)
    assert shown.of(HERE).kind is Kind.TAKEN
    free = shown.of(Block(4201, 3000))
    assert free.kind is Kind.UNKNOWN and [each.theme for each in free.missing] == list(OTHERS)
    for theme in OTHERS:
        pull(workspace, Pages([], mapped=profile(theme)))
    assert (
        standings((4199, 2999, 4203, 3002), around(workspace, (), BOX, TODAY)).of(Block(4201, 3000)).kind is Kind.FREE
    )


def test_a_day_of_the_past_needs_no_future(workspace):
    pull(workspace, Pages([right("a", HERE)]))
    assert around(workspace, (), BOX, date(2020, 1, 1)).of("licences") is not None
    assert around(workspace, (), BOX, date(2020, 1, 1)).covered("licences")[0].state is CoverageState.MISSING


def test_blocks_that_the_codes_list_and_the_geometry_leaves_out_are_in_doubt(workspace):
    listed = format_codes([HERE, FAR], default_scheme())
    pull(workspace, Pages([right("a", HERE, blocks=listed), right("b", HERE, status="expired", blocks=listed)]))
    there = (FAR.lon - 2, FAR.lat - 2, FAR.lon + 3, FAR.lat + 3)
    (doubted,) = around(workspace, (), there, TODAY).of("licences")
    assert (doubted.feature_id, doubted.doubt) == ("a", "codes") and doubted.geometry.equals(outline([FAR]))
    for theme in OTHERS:
        pull(workspace, Pages([], mapped=profile(theme)))
    assert standings(there, around(workspace, (), there, TODAY)).of(FAR).kind is Kind.UNKNOWN
    (told,) = [each for each in check_all([FAR], around(workspace, (), there, TODAY)) if each.state is State.UNKNOWN]
    assert told.rule == "readable_records" and "codes" in told.message["en"]
    assert [area.doubt for area in around(workspace, (), BOX, TODAY).of("licences")] == ["", ""]


def test_a_source_that_never_offered_a_theme_does_not_spoil_it(workspace):
    lacking = Pages(mapped=replace(profile(), id="other"))
    lacking.fails = KaznedraError(Code.THEME_MISSING, theme="licences")
    pull(workspace, lacking)
    assert around(workspace, (), BOX, TODAY).covered("licences")[0].state is CoverageState.FAILED
    pull(workspace, Pages([right("a", HERE)]))
    assert [each.source for each in around(workspace, (), BOX, TODAY).covered("licences")] == ["test"]
    broken = Pages(mapped=replace(profile(), id="third"))
    broken.fails = cut_off()
    pull(workspace, broken)
    assert around(workspace, (), BOX, TODAY).unsound("licences")[0].source == "third"
