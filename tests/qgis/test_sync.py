"""A sync: what arrives, what is complete, what is history."""

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import gdal

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources.source import Watch, Way
from kaznedra_qgis.workspace import State, Workspace
from kaznedra_qgis.workspace.staging import Staging
from tests.qgis.pages import Pages, cut_off, feature, profile, square
from tests.qgis.test_workspace import pull

BOWTIE = {"type": "Polygon", "coordinates": [[[70, 48], [71, 49], [71, 48], [70, 49], [70, 48]]]}
LINE = {"type": "LineString", "coordinates": [[70, 48], [71, 49]]}


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.create(tmp_path / "workspace.gpkg")


def rows(workspace, columns="*", condition="gone_at IS NULL", theme="licences"):
    with workspace.reading() as connection:
        found = connection.execute(f"SELECT {columns} FROM {theme} WHERE {condition} ORDER BY feature_id")
        return [tuple(row) for row in found]


def test_a_first_pull_is_complete_and_dated(workspace):
    source = Pages([feature(i, square(70 + i), number=f"{i}-EL") for i in range(3)], [feature(3, square(), number="3")])
    (snapshot,) = pull(workspace, source)
    assert (snapshot.state, snapshot.expected, snapshot.received, snapshot.distinct) == (State.COMPLETE, 4, 4, 4)
    assert (snapshot.pages, snapshot.added, snapshot.changed, snapshot.gone) == (2, 4, 0, 0)
    assert snapshot.message is None and snapshot.server_time == "2026-11-22T08:00:00Z"
    assert len(snapshot.hash) == 64 and snapshot.bytes > 0 and snapshot.duration_s > 0
    assert workspace.snapshots() == [snapshot]
    state = workspace.theme_states("test")["licences"]
    assert (state.last, state.good, state.count) == (snapshot, snapshot, 4)


def test_nothing_changed_adds_nothing(workspace):
    source = Pages([feature(i, square(70 + i), number=str(i)) for i in range(50)])
    first = pull(workspace, source)[0]
    size = workspace.path.stat().st_size
    second = pull(workspace, source)[0]
    assert (second.added, second.changed, second.gone) == (0, 0, 0)
    assert second.hash == first.hash
    assert workspace.path.stat().st_size == size
    assert len(rows(workspace, condition="1")) == 50


@pytest.fixture
def staged(monkeypatch):
    """Numbers of the pages that were read, not only held."""
    numbers = []
    whole = Staging._stage

    def stage(self, page, is_cancelled):
        numbers.append(page.number)
        whole(self, page, is_cancelled)

    monkeypatch.setattr(Staging, "_stage", stage)
    return numbers


def test_pages_that_are_there_are_not_read_again(workspace, staged):
    pages = [[feature(i, square(70 + i), number=str(i))] for i in range(4)]
    first = pull(workspace, Pages(*pages))[0]
    del staged[:]
    second = pull(workspace, Pages(*pages))[0]
    assert staged == [] and second.state is State.COMPLETE
    for name in ("hash", "received", "distinct", "expected", "pages", "bytes", "without_geometry"):
        assert getattr(second, name) == getattr(first, name)
    assert (second.added, second.changed, second.gone) == (0, 0, 0) and second.finished > second.started


@pytest.mark.parametrize("in_memory", [0, 1 << 20])
def test_one_page_that_changed_has_all_read(workspace, staged, monkeypatch, in_memory):
    monkeypatch.setattr("kaznedra_qgis.workspace.staging._HELD_IN_MEMORY", in_memory)
    pages = [[feature(i, square(70 + i), number=str(i))] for i in range(4)]
    pull(workspace, Pages(*pages))
    del staged[:]
    pages[2] = [feature(2, square(72), number="new")]
    second = pull(workspace, Pages(*pages))[0]
    assert sorted(staged) == [1, 2, 3, 4]
    assert (second.state, second.received, second.pages, second.changed) == (State.COMPLETE, 4, 4, 1)


@pytest.mark.parametrize("fewer", [0, 2])
def test_the_same_pages_but_not_all_of_them_are_no_proof(workspace, fewer):
    pages = [[feature(i, square(70 + i), number=str(i))] for i in range(4)]
    pull(workspace, Pages(*pages))
    short = pull(workspace, Pages(*pages[: 4 - fewer], expected=6))[0]
    assert (short.state, short.distinct, short.gone) == (State.PARTIAL, 4 - fewer, 0)
    again = pull(workspace, Pages(*pages[: 4 - fewer]))[0]
    assert (again.state, again.distinct, again.gone) == (State.COMPLETE, 4 - fewer, fewer)


def test_a_pull_that_another_overtook_does_not_say_unchanged(workspace):
    old = [[feature("a", square(), number="old")], [feature("b", square(), number="old")]]
    new = [[feature("a", square(), number="new")], [feature("b", square(), number="new")]]
    pull(workspace, Pages(*old))

    class Slow(Pages):
        def pages(self, offer, bbox=None, way=Way.PLAIN):
            yield from super().pages(offer, bbox, way)
            pull(workspace, Pages(*new))

    (overtaken,) = pull(workspace, Slow(*old))
    assert overtaken.state is State.FAILED and overtaken.message["code"] == "overtaken"
    state = workspace.theme_states("test")["licences"]
    assert (state.good.id, state.good.changed, state.last.id) == (2, 2, 3)
    assert rows(workspace, "number") == [("new",), ("new",)]


def test_another_mapping_reads_the_same_pages_again(workspace):
    page = [feature(1, square(), number="1", other="2")]
    pull(workspace, Pages(page))
    pull(workspace, Pages(page, mapped=profile(attributes={"number": "other"})))
    assert rows(workspace, "number") == [("2",)]


def test_many_features_are_indexed_and_counted_like_few(workspace):
    many = [feature(i, square(60 + i % 100 * 0.1, 45 + i // 100 * 0.1, 0.05), number=str(i)) for i in range(3000)]
    assert pull(workspace, Pages(many[:1500], many[1500:]))[0].added == 3000
    pull(workspace, Pages(many[:2990] + [feature(2990, square(80), number="moved")]))
    dataset = gdal.OpenEx(str(workspace.path), gdal.OF_VECTOR)
    layer = dataset.GetLayerByName("licences")
    assert layer.GetFeatureCount() == 3001
    layer.SetSpatialFilterRect(80.01, 48.01, 80.02, 48.02)
    assert [found["number"] for found in layer] == ["moved"]
    with workspace.reading() as connection:
        assert connection.execute("SELECT rtreecheck('rtree_licences_geom')").fetchone()[0] == "ok"
        assert connection.execute("SELECT count(*) FROM rtree_licences_geom").fetchone()[0] == 3001
        triggers = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
        counts = {connection.execute(triggers, (name,)).fetchone()[0] for name in ("licences", "licence_applications")}
        assert len(counts) == 1


def test_features_are_numbered_on_where_a_file_has_lost_count(workspace):
    pull(workspace, Pages([feature("a", square())]))
    with workspace.writing() as connection:
        connection.execute("DELETE FROM sqlite_sequence")
    pull(workspace, Pages([feature("a", square(61)), feature("b", square())]))
    assert rows(workspace, "fid, feature_id", "1") == [(1, "a"), (2, "a"), (3, "b")]


def test_changes_become_versions(workspace):
    pull(workspace, Pages([feature("a", square(), number="1"), feature("b", square(), number="2")]))
    second = pull(workspace, Pages([feature("a", square(), number="1x"), feature("c", square(), number="3")]))[0]
    assert (second.added, second.changed, second.gone) == (1, 1, 1)
    versions = rows(workspace, "feature_id, number, first_seen, gone_at", "1")
    assert sorted(versions, key=lambda row: row[:2]) == [
        ("a", "1", 1, 2),
        ("a", "1x", 2, None),
        ("b", "2", 1, 2),
        ("c", "3", 2, None),
    ]


def test_a_moved_boundary_is_a_change(workspace):
    pull(workspace, Pages([feature("a", square(), number="1")]))
    assert pull(workspace, Pages([feature("a", square(side=0.2), number="1")]))[0].changed == 1


def test_fewer_than_promised_is_partial_and_takes_nothing_away(workspace):
    pull(workspace, Pages([feature(i, square(), number=str(i)) for i in range(5)]))
    short = pull(workspace, Pages([feature(i, square(), number=f"{i}!") for i in range(3)], expected=5))[0]
    assert short.state is State.PARTIAL
    assert short.message["code"] == "count_differs" and short.message["facts"]["distinct"] == 3
    assert (short.changed, short.gone) == (3, 0)
    state = workspace.theme_states("test")["licences"]
    assert (state.count, state.good.id, state.last.id) == (5, 1, 2)


def test_doubled_features_are_partial_and_kept_once(workspace):
    source = Pages([feature(1, square(), number="1")], [feature(1, square(), number="1"), feature(2, square())])
    (snapshot,) = pull(workspace, source)
    assert (snapshot.state, snapshot.received, snapshot.distinct) == (State.PARTIAL, 3, 2)
    assert snapshot.message["code"] == "duplicates"
    assert len(rows(workspace)) == 2


def test_a_total_that_changes_while_paging_is_partial(workspace):
    class Growing(Pages):
        def pages(self, offer, bbox=None, way=Way.PLAIN):
            for page in super().pages(offer, bbox, way):
                yield page
                self.expected += 1

    (snapshot,) = pull(workspace, Growing([feature(1, square())], [feature(2, square())], expected=2))
    assert snapshot.state is State.PARTIAL and snapshot.message["code"] == "total_changed"


def test_a_server_that_repeats_a_page_is_partial_and_named(workspace):
    source = Pages([feature(1, square()), feature(2, square())], [feature(3, square())], expected=30)
    source.fails, source.fails_after = KaznedraError(Code.REPEATED_PAGE, page=3), 2
    (snapshot,) = pull(workspace, source)
    assert (snapshot.state, snapshot.expected, snapshot.distinct) == (State.PARTIAL, 30, 3)
    assert snapshot.message["code"] == "repeated_page" and snapshot.message["facts"]["theme"] == "licences"


def test_a_source_that_promises_no_number_is_complete_without_expectation(workspace):
    (snapshot,) = pull(workspace, Pages([feature(1, square())], expected=None))
    assert (snapshot.state, snapshot.expected, snapshot.received) == (State.COMPLETE, None, 1)


def test_an_empty_theme_is_complete_and_empty(workspace):
    pull(workspace, Pages([feature(1, square())]))
    (snapshot,) = pull(workspace, Pages([]))
    assert (snapshot.state, snapshot.received, snapshot.gone) == (State.COMPLETE, 0, 1)


@pytest.mark.parametrize("after", [-1, 1])
def test_a_failed_pull_leaves_the_last_good_state(workspace, after):
    pull(workspace, Pages([feature("a", square(), number="good")]))
    source = Pages([feature("a", square(), number="new")], [feature("b", square())])
    source.fails, source.fails_after = cut_off(2), after
    (snapshot,) = pull(workspace, source)
    assert snapshot.state is State.FAILED and snapshot.message["code"] == "unreachable"
    assert rows(workspace, "number") == [("good",)]
    state = workspace.theme_states("test")["licences"]
    assert (state.good.id, state.last.id) == (1, 2)


def test_cancel_means_nothing_happened(workspace):
    class Cancelling(Watch):
        asked = 0

        def is_cancelled(self):
            self.asked += 1
            return self.asked > 3

    pull(workspace, Pages([feature("a", square(), number="good")]))
    pages = [[feature(str(i), square(), number="new")] for i in range(10)]
    (snapshot,) = pull(workspace, Pages(*pages), Cancelling())
    assert snapshot.state is State.CANCELLED and snapshot.message["code"] == Code.CANCELLED.value
    assert rows(workspace, "number") == [("good",)]


def test_the_watch_is_told_how_far_it_is(workspace):
    class Telling(Watch):
        def __init__(self):
            self.told = []

        def received(self, theme, features, expected, size):
            self.told.append((theme, features, expected, size > 0))

    watch = Telling()
    pull(workspace, Pages([feature(1, square())], [feature(2, square())]), watch)
    assert watch.told[0] == ("licences", 0, 2, False) and watch.told[-1] == ("licences", 2, 2, True)
    assert watch.told == sorted(watch.told)


@pytest.mark.parametrize(
    ("geometry", "issue", "kept"),
    [
        (None, "missing", False),
        (BOWTIE, "invalid: ", True),
        (LINE, "other: MULTILINESTRING ((70 48,71 49))", False),
        ({"type": "GeometryCollection", "geometries": [square(), square(71)]}, None, True),
        ({"type": "GeometryCollection", "geometries": [square(), LINE]}, "other: GEOMETRYCOLLECTION", False),
        ({"type": "Polygon", "coordinates": []}, "missing", False),
        ({"type": "Polygon", "coordinates": [[[70, 48, 9], [71, 48, 9], [71, 49, 9], [70, 48, 9]]]}, None, True),
    ],
)
def test_odd_geometries_are_kept_and_counted(workspace, geometry, issue, kept):
    (snapshot,) = pull(workspace, Pages([feature("odd", geometry, number="1"), feature("plain", square())]))
    assert (snapshot.state, snapshot.distinct) == (State.COMPLETE, 2)
    ((number, told, has_geometry),) = rows(
        workspace, "number, geometry_issue, geom IS NOT NULL", "feature_id = 'odd' AND gone_at IS NULL"
    )
    assert number == "1" and bool(has_geometry) is kept
    assert told is None if issue is None else told.startswith(issue)
    assert snapshot.without_geometry == (not kept)
    assert snapshot.invalid_geometry == (issue == "invalid: ")
    assert pull(workspace, Pages([feature("odd", geometry, number="1"), feature("plain", square())]))[0].changed == 0


def test_a_point_theme_takes_points_and_single_multipoints(workspace):
    mapped = profile("deposits")
    point = {"type": "Point", "coordinates": [70, 48]}
    several = {"type": "MultiPoint", "coordinates": [[70, 48], [71, 49]]}
    single = {"type": "MultiPoint", "coordinates": [[70, 48]]}
    features = [feature("a", point), feature("b", single), feature("c", several), feature("d", square())]
    (snapshot,) = pull(workspace, Pages(features, mapped=mapped))
    assert (snapshot.distinct, snapshot.without_geometry) == (4, 2)
    issues = [issue for (issue,) in rows(workspace, "geometry_issue", theme="deposits")]
    assert issues[:2] == [None, None]
    assert issues[2].startswith("other: MULTIPOINT") and issues[3].startswith("other: MULTIPOLYGON")


@pytest.mark.parametrize(
    ("attribute", "came", "kept", "issue"),
    [
        ("issued_on", "2024-02-29", "2024-02-29", None),
        ("issued_on", "2023-02-30", None, True),
        ("issued_on", "06.05.2024", None, True),
        ("changed_at", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z", None),
        ("changed_at", "2024-05-06T12:08:09+05:00", "2024-05-06T07:08:09Z", None),
        ("changed_at", "yesterday", None, True),
        ("block_count", 12, 12, None),
        ("block_count", "12", 12, None),
        ("block_count", "12 blocks", None, True),
        ("area_km2", 2.5, 2.5, None),
        ("area_km2", "1 234,5", None, True),
        ("demo", True, 1, None),
        ("demo", False, 0, None),
        ("demo", "maybe", None, True),
        ("holder_bin", "012345678901", "012345678901", None),
        ("number", "=1+1", "=1+1", None),
        ("holder_kk", "«Әлем» ЖШС ғқңөұүһі", "«Әлем» ЖШС ғқңөұүһі", None),
    ],
)
def test_values_are_of_their_type_or_kept_as_they_came(workspace, attribute, came, kept, issue):
    (snapshot,) = pull(workspace, Pages([feature("a", square(), **{attribute: came})]))
    ((value, issues),) = rows(workspace, f"{attribute}, value_issues")
    assert value == kept
    assert snapshot.value_issues == bool(issue)
    assert (issues is not None and str(came) in issues) if issue else issues is None


def test_a_profile_renames_attributes_and_translates_values(workspace):
    mapped = profile(
        attributes={
            "number": "Номер",
            "status": {"source": "state", "values": {"Действующая": "active", "2": "expired"}},
            "kind": None,
        }
    )
    properties = [{"Номер": "7-EL", "state": "Действующая", "kind": "x"}, {"Номер": "8-EL", "state": 2, "kind": "x"}]
    pull(workspace, Pages([feature(i, square(), **given) for i, given in enumerate(properties)], mapped=mapped))
    assert rows(workspace, "number, status, kind") == [("7-EL", "active", None), ("8-EL", "expired", None)]


@pytest.mark.parametrize(
    ("came", "kept", "issue"), [("иә", 1, False), ("жоқ", 0, False), ("?", None, False), ("мүмкін", None, True)]
)
def test_what_a_profile_translates_is_no_odd_value(workspace, came, kept, issue):
    values = {"иә": True, "жоқ": False, "?": None}
    mapped = profile(attributes={"demo": {"source": "сынақ", "values": values}})
    (snapshot,) = pull(workspace, Pages([feature("a", square(), сынақ=came)], mapped=mapped))
    assert rows(workspace, "demo, value_issues IS NOT NULL") == [(kept, issue)]
    assert snapshot.value_issues == issue


@pytest.mark.parametrize("came", ["2024/02/29", "2024-02-29"])
def test_dates_may_be_written_as_files_hold_them(workspace, came):
    pull(workspace, Pages([feature("a", square(), issued_on=came, changed_at=f"{came} 12:08:09+05")]))
    assert rows(workspace, "issued_on, changed_at, value_issues") == [("2024-02-29", "2024-02-29T07:08:09Z", None)]


@pytest.mark.parametrize(
    ("identifiers", "expected"),
    [
        (("licences.1", "licences.2"), ["licences.1", "licences.2"]),
        ((7, 8), ["7", "8"]),
        ((90071992547409920, 8), ["8", "90071992547409920"]),
    ],
)
def test_ids_are_the_servers(workspace, identifiers, expected):
    pull(workspace, Pages([feature(i, square(), number=str(i)) for i in identifiers]))
    assert [row[0] for row in rows(workspace, "feature_id")] == expected


def test_an_attribute_can_be_the_id(workspace):
    pull(workspace, Pages([feature(1, square(), number="1-EL")], mapped=profile(id_attribute="number")))
    assert rows(workspace, "feature_id") == [("1-EL",)]


def test_a_feature_without_its_id_makes_it_partial(workspace):
    (snapshot,) = pull(workspace, Pages([feature("a", square()), feature(None, square())]))
    assert snapshot.state is State.PARTIAL and snapshot.message["code"] == "no_ids"


def test_every_text_is_only_a_text(workspace):
    nasty = "'); DROP TABLE licences; --\" <script>alert(1)</script> [% 1+1 %] \x00 %s {x}"
    pull(workspace, Pages([feature("a'\"", square(), number=nasty)]))
    ((identifier, number),) = rows(workspace, "feature_id, number")
    assert identifier == "a'\"" and number.startswith(nasty.split("\x00")[0])


def test_an_optional_theme_that_never_was_is_passed_over(workspace):
    class Without(Pages):
        def contract(self, themes=None):
            missing = {"blocks": KaznedraError(Code.THEME_MISSING, theme="blocks")}
            return replace(super().contract(themes), offers={}, missing=missing)

    mapped = profile("blocks")
    assert pull(workspace, Without(mapped=mapped)) == []
    assert pull(workspace, Pages([feature(1, square())], mapped=mapped))[0].state is State.COMPLETE
    (lost,) = pull(workspace, Without(mapped=mapped))
    assert lost.state is State.FAILED and lost.message["code"] == "theme_missing"


def test_two_sources_do_not_mix(workspace):
    pull(workspace, Pages([feature(1, square(), number="ours")]))
    pull(workspace, Pages([feature(1, square(), number="theirs")], mapped=replace(profile(), id="other")))
    assert sorted(rows(workspace, "source, number")) == [("other", "theirs"), ("test", "ours")]
    assert workspace.sources() == ["other", "test"]


contents = st.dictionaries(st.sampled_from("abcdef"), st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=6)


@given(pulls=st.lists(contents, min_size=1, max_size=5))
@settings(max_examples=25, deadline=None)
def test_as_of_each_snapshot_is_what_was_pulled_then(tmp_path_factory, pulls):
    workspace = Workspace.create(tmp_path_factory.mktemp("history") / "w.gpkg")
    for content in pulls:
        made = [feature(i, square(70 + place), number=str(number)) for i, (number, place) in content.items()]
        assert pull(workspace, Pages(made))[0].state is State.COMPLETE
    for snapshot, content in enumerate(pulls, 1):
        then = f"first_seen <= {snapshot} AND (gone_at IS NULL OR gone_at > {snapshot})"
        seen = {row[0]: row[1] for row in rows(workspace, "feature_id, number", then)}
        assert seen == {i: str(number) for i, (number, _) in content.items()}
    with sqlite3.connect(workspace.path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
