"""History: what changed between two moments or two workspaces."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr

from kaznedra_qgis.errors import Code
from kaznedra_qgis.subsoil.blocks import Block, area_km2, outline
from kaznedra_qgis.workspace import State, Workspace
from kaznedra_qgis.workspace.changes import changes
from kaznedra_qgis.workspace.history import as_of
from tests.nobody import run_as_nobody
from tests.qgis.history import put, shown, squared
from tests.qgis.pages import feature, profile, square
from tests.qgis.test_workspace import refusal


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.create(tmp_path / "workspace.gpkg")


def blocks(*lons):
    """GeoJSON of blocks in one row, merged."""
    return json.loads(ogr.CreateGeometryFromWkt(outline([Block(lon, 2880) for lon in lons]).wkt).ExportToJson())


def test_added_removed_changed_with_old_and_new_values(workspace):
    put(
        workspace,
        feature("same", square(), number="0"),
        feature("gone", square(71), number="1"),
        feature("new value", square(72), number="2", demo=False, block_count=3),
    )
    put(
        workspace,
        feature("same", square(), number="0"),
        feature("came", square(71), number="1"),
        feature("new value", square(72), number="2", demo=True, block_count=4, status="active"),
    )
    found = changes(workspace, 1, 2).themes["licences"]
    assert [key.feature_id for key in found.added] == ["came"] and [key.feature_id for key in found.removed] == ["gone"]
    (changed,) = found.changed
    assert (changed.source, changed.feature_id, changed.geometry) == ("test", "new value", None)
    assert changed.attributes == {"status": (None, "active"), "block_count": (3, 4), "demo": (False, True)}
    back = changes(workspace, 2, 1).themes["licences"]
    assert [key.feature_id for key in back.added] == ["gone"] and [key.feature_id for key in back.removed] == ["came"]
    assert back.changed[0].attributes["status"] == ("active", None)
    assert found.came_and_went == back.came_and_went == 0


def test_a_boundary_is_measured_in_blocks(workspace):
    put(workspace, feature("a", blocks(4200, 4201, 4202)))
    put(workspace, feature("a", blocks(4201, 4202, 4203, 4204)))
    (changed,) = changes(workspace, 1, 2).themes["licences"].changed
    block = area_km2(Block(0, 2880))
    assert changed.attributes == {} and changed.geometry.moved_km is None
    assert changed.geometry[:3] == pytest.approx((3 * block, 4 * block, 3 * block), rel=1e-9)
    told = changed.report()
    assert told["area_km2"]["difference"] == pytest.approx(3 * block, abs=1e-6) and "moved_km" not in told


def test_long_sides_are_measured_along_their_parallel(workspace):
    put(workspace, feature("a", squared(60, 70)))
    put(workspace, feature("a", squared(60, 65)))
    ((old, new, difference, _),) = (change.geometry for change in changes(workspace, 1).themes["licences"].changed)
    assert old == pytest.approx(2 * new, rel=1e-9) and difference == pytest.approx(old - new, rel=1e-9)
    assert new == pytest.approx(sum(area_km2(Block(0, 2880 + row)) for row in range(6)) * 300, rel=1e-9)


def test_a_hole_is_not_counted(workspace):
    shell = [[70, 48], [70.1, 48], [70.1, 48.1], [70, 48.1], [70, 48]]
    hole = [[70.04, 48.04], [70.06, 48.04], [70.06, 48.06], [70.04, 48.06], [70.04, 48.04]]
    put(workspace, feature("a", {"type": "Polygon", "coordinates": [shell]}))
    put(workspace, feature("a", {"type": "Polygon", "coordinates": [shell, hole]}))
    ((old, new, difference, _),) = (change.geometry for change in changes(workspace, 1).themes["licences"].changed)
    assert difference == pytest.approx(old - new) and difference == pytest.approx(old / 25, rel=1e-3)


def test_geometries_that_cannot_be_measured_are_changes_all_the_same(workspace):
    bowtie = {"type": "Polygon", "coordinates": [[[70, 48], [71, 49], [71, 48], [70, 49], [70, 48]]]}
    line = {"type": "LineString", "coordinates": [[70, 48], [71, 49]]}
    put(workspace, feature("a", square()), feature("b", square()), feature("c", None))
    put(workspace, feature("a", bowtie), feature("b", line), feature("c", square()))
    invalid, lost, found = changes(workspace, 1).themes["licences"].changed
    assert invalid.geometry.new_km2 == pytest.approx(4110, rel=0.01) and invalid.geometry.difference_km2 > 4000
    assert invalid.attributes["geometry_issue"][1].startswith("invalid")
    assert lost.geometry[1:] == (None, None, None) and lost.geometry.old_km2 > 0
    assert lost.attributes["geometry_issue"] == (None, "other: MULTILINESTRING ((70 48,71 49))")
    assert found.geometry.old_km2 is None and found.geometry.difference_km2 is None and found.geometry.new_km2 > 0


def test_a_point_moves_by_kilometres(workspace):
    mapped = profile("deposits")
    for lon in (70, 71):
        put(workspace, feature("a", {"type": "Point", "coordinates": [lon, 0]}), mapped=mapped)
    (changed,) = changes(workspace, 1).themes["deposits"].changed
    assert changed.geometry[:3] == (None, None, None) and changed.geometry.moved_km == pytest.approx(
        111.319491, abs=1e-6
    )
    assert changed.report()["moved_km"] == 111.319491


def test_what_came_and_went_is_counted_and_no_change(workspace):
    for number in ("1", "2", "1"):
        put(workspace, feature("a", square(), number=number), *[feature("b", square())] * (number == "2"))
    found = changes(workspace, 1, 3).themes["licences"]
    assert (found.added, found.removed, found.changed, found.came_and_went) == ([], [], [], 2)


def test_nothing_is_said_of_what_is_unknown(workspace):
    put(workspace, feature("a", square()))
    put(workspace, feature("a", square(), number="1"), mapped=replace(profile(), id="later"))
    put(workspace, feature("d", square()), mapped=profile("restricted_areas"))
    told = changes(workspace, 1, "").report()["themes"]
    assert told["licences"]["added"] == [] and len(told["licences"]["rests_on"]) == 1
    assert told["licences"]["unknown"] == [{"at": "from", "source": "later", "reason": "not_yet"}]
    assert told["restricted_areas"]["rests_on"] == [] and told["restricted_areas"]["added"] == []
    assert told["restricted_areas"]["unknown"] == [{"at": "from", "source": "test", "reason": "not_yet"}]
    assert {entry["reason"] for entry in told["deposits"]["unknown"]} == {"never_pulled"}


def test_a_colleagues_workspace(workspace, tmp_path):
    theirs = Workspace.create(tmp_path / "their ?#%'s.gpkg")
    named = replace(profile(), id="their-name")
    put(workspace, feature("a", square(), number="old"))
    put(workspace, feature("a", square(), number="1"), feature("b", square(), number="2"), feature("c", square()))
    put(theirs, feature("c", square(71)), feature("x", square()), mapped=named)
    put(theirs, feature("a", square(), number="1"), feature("b", square(), number="2x"), mapped=named)
    found = changes(workspace, other=theirs).themes["licences"]
    assert [key.feature_id for key in found.removed] == ["c"] and found.added == [] and found.unknown == []
    assert [(change.feature_id, change.attributes) for change in found.changed] == [("b", {"number": ("2", "2x")})]
    then = changes(workspace, 1, 1, other=theirs).themes["licences"]
    assert [key.feature_id for key in then.added] == ["c", "x"] and [key.feature_id for key in then.removed] == ["a"]
    assert {key.source for key in then.added} == {"their-name"}


def test_only_attributes_that_both_workspaces_have_are_compared(workspace, tmp_path):
    theirs = Workspace.create(tmp_path / "theirs.gpkg")
    for each, holder in ((workspace, "x"), (theirs, "y")):
        put(each, feature("a", square(), number="1", holder_en=holder))
    with theirs.writing() as connection:
        connection.execute("ALTER TABLE licences DROP COLUMN holder_en")
    assert changes(workspace, other=theirs).themes["licences"].changed == []


def test_sources_without_a_counterpart_are_unknown(workspace, tmp_path):
    theirs = Workspace.create(tmp_path / "theirs.gpkg")
    for name in ("one", "two"):
        put(workspace, feature(name, square()), mapped=replace(profile(), id=name))
        put(theirs, feature(name, square()), mapped=replace(profile(), id=name if name == "one" else "three"))
    put(theirs, feature("four", square()), mapped=replace(profile(), id="four"))
    found = changes(workspace, other=theirs).themes["licences"]
    assert [(old.source, new.source) for old, new in found.rests_on] == [("one", "one")]
    assert sorted((at, ground.source, ground.unknown.value) for at, ground in found.unknown) == [
        ("from", "four", "no_counterpart"),
        ("from", "three", "no_counterpart"),
        ("to", "two", "no_counterpart"),
    ]
    assert (found.added, found.removed, found.changed) == ([], [], [])


COMPARE = """
import sys
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.changes import changes
ours, theirs = map(Workspace.open, sys.argv[1:])
print([key.feature_id for key in changes(ours, other=theirs).themes["licences"].added])
"""


def test_a_stick_that_cannot_be_written_is_read(tmp_path):
    stick = tmp_path / "stick"
    paths = [stick / "ours.gpkg", stick / "theirs.gpkg"]
    for path in paths:
        put(Workspace.create(path), feature(path.stem, square()))
        path.chmod(0o444)
    stick.chmod(0o555)
    told = run_as_nobody(COMPARE, *paths, folder=tmp_path)
    stick.chmod(0o755)
    assert told == "['theirs']\n"


def test_comparing_can_be_cancelled_and_leaves_nothing(workspace):
    put(workspace, feature("a", square()))
    before = workspace.path.read_bytes()
    assert refusal(lambda: changes(workspace, 1, cancelled=lambda: True)).code is Code.CANCELLED
    changes(workspace, 1)
    assert workspace.path.read_bytes() == before


contents = st.dictionaries(st.sampled_from("abcd"), st.tuples(st.integers(0, 2), st.integers(0, 1)), max_size=4)


@given(pulls=st.lists(contents, min_size=2, max_size=5), partly=st.integers(0, 7))
@settings(max_examples=40, deadline=None)
def test_changes_are_the_difference_of_what_was_pulled(tmp_path_factory, pulls, partly):
    workspace = Workspace.create(tmp_path_factory.mktemp("history") / "w.gpkg")
    states, current = [], {}
    for turn, content in enumerate(pulls):
        made = [feature(i, square(70 + place), number=str(number)) for i, (number, place) in content.items()]
        partial = partly == turn
        snapshot = put(workspace, *made, expected=len(made) + partial)
        assert snapshot.state is (State.PARTIAL if partial else State.COMPLETE)
        current = {**current, **content} if partial else content
        states.append(current)
    for since, old in enumerate(states, 1):
        number_and_place = shown(workspace, as_of(workspace, since))
        assert number_and_place == {i: str(number) for i, (number, _) in old.items()}
        for until, new in enumerate(states, 1):
            found = changes(workspace, since, until).themes["licences"]
            assert {key.feature_id for key in found.added} == new.keys() - old.keys()
            assert {key.feature_id for key in found.removed} == old.keys() - new.keys()
            assert {
                change.feature_id: (change.attributes, change.geometry is not None) for change in found.changed
            } == {
                i: (
                    {"number": (str(old[i][0]), str(new[i][0]))} if old[i][0] != new[i][0] else {},
                    old[i][1] != new[i][1],
                )
                for i in old.keys() & new.keys()
                if old[i] != new[i]
            }


def test_fifty_pulls_of_the_same_add_less_than_a_megabyte(workspace):
    same = [feature(i, square(60 + i % 50, 45 + i // 50), number=str(i)) for i in range(300)]
    put(workspace, *same)
    files = [workspace.path, workspace.path.with_name(f"{workspace.path.name}-wal")]
    before = sum(path.stat().st_size for path in files if path.exists())
    for _ in range(50):
        put(workspace, *same)
    assert sum(path.stat().st_size for path in files if path.exists()) - before < 1_000_000
    found = changes(workspace, 1).themes["licences"]
    assert (found.added, found.removed, found.changed, found.came_and_went) == ([], [], [], 0)
