"""Sources that change between two pulls: each change is told apart, and what would mislead is never merged."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kaznedra_qgis.errors import Code
from kaznedra_qgis.messages import explain_stored
from kaznedra_qgis.workspace import Snapshot, State, Workspace, contracts
from tests.qgis.lastgood import Before
from tests.qgis.pulling import SOURCE, current, integrity, opened, pull
from tests.servers.misbehaving import Misbehaving

Feature = dict[str, Any]


@pytest.fixture
def platform() -> Iterator[Misbehaving]:
    with Misbehaving() as running:
        for number, feature in enumerate(running["licences"].features):
            status = "expired" if number % 7 == 0 else "active"
            feature["properties"].update(status=status, holder_ru=f"ТОО «{number}»", block_count=number + 1)
        yield running


@pytest.fixture
def workspace(platform: Misbehaving, tmp_path: Path) -> Path:
    """A workspace after one good pull."""
    path = tmp_path / "workspace.gpkg"
    Workspace.create(path)
    for snapshot in pull(path, platform.url).values():
        assert (snapshot.state, snapshot.notices) == (State.COMPLETE, ())
    return path


def each(platform: Misbehaving, change: Callable[[Feature], object], every: int = 1) -> None:
    """Change the licences, or every so many of them."""
    for feature in platform["licences"].features[::every]:
        change(feature)


def noted(snapshot: Snapshot) -> dict[str, dict[str, Any]]:
    """Facts of the notices by their codes, without the theme."""
    told = {notice["code"]: {**notice["facts"]} for notice in snapshot.notices}
    for facts in told.values():
        assert facts.pop("theme", "licences") == "licences" and facts.pop("noted")
    return told


def exchange(feature: Feature) -> None:
    (ring,) = feature["geometry"]["coordinates"]
    feature["geometry"]["coordinates"] = [[[y, x] for x, y in ring]]


def move(feature: Feature) -> None:
    (ring,) = feature["geometry"]["coordinates"]
    feature["geometry"]["coordinates"] = [[[x - 50, y - 60] for x, y in ring]]


def without(name: str) -> Callable[[Feature], object]:
    return lambda feature: feature["properties"].pop(name)


def with_value(name: str, value: object) -> Callable[[Feature], object]:
    return lambda feature: feature["properties"].update({name: value})


def renumber(feature: Feature) -> None:
    feature["id"] = feature["id"].replace("licences.", "L-")


def nothing_left(platform: Misbehaving) -> None:
    platform["licences"].features.clear()


def few_left(platform: Misbehaving) -> None:
    del platform["licences"].features[10:]


BREACHES = {
    "exchanged axes": (lambda platform: each(platform, exchange), Code.AXES_SWAPPED),
    "no features any more": (nothing_left, Code.TOTAL_COLLAPSED),
    "less than half": (few_left, Code.TOTAL_COLLAPSED),
    "a lost status": (lambda platform: each(platform, without("status")), Code.ATTRIBUTE_LOST),
    "an emptied status": (lambda platform: each(platform, with_value("status", None)), Code.ATTRIBUTE_LOST),
    "a status in numbers": (lambda platform: each(platform, with_value("status", 3)), Code.ATTRIBUTE_TYPE),
    "a lost holder": (lambda platform: each(platform, without("holder_ru")), Code.ATTRIBUTE_LOST),
    "other ids": (lambda platform: each(platform, renumber), Code.IDS_CHANGED),
}


@pytest.mark.parametrize("name", BREACHES)
def test_what_would_mislead_is_not_merged(platform: Misbehaving, workspace: Path, name: str) -> None:
    change, code = BREACHES[name]
    before = Before(workspace)
    change(platform)
    told = pull(workspace, platform.url)
    assert (told["licences"].state, told["licences"].message["code"]) == (State.FAILED, code.value)
    assert before.is_untouched() and told["deposits"].state is State.COMPLETE
    state = Workspace.open(workspace).theme_states(SOURCE)["licences"]
    assert state.good == before.good["licences"] and state.count == 25
    message = explain_stored(told["licences"].message)
    assert message.happened and message.remedy and "as it was before" in message.meaning


@pytest.mark.parametrize("name", [name for name in BREACHES if name != "exchanged axes"])
def test_what_the_user_accepts_is_merged_and_noted(platform: Misbehaving, workspace: Path, name: str) -> None:
    change, code = BREACHES[name]
    change(platform)
    pull(workspace, platform.url)
    (snapshot,) = (told for told in pull(workspace, platform.url, accept=True).values() if told.theme == "licences")
    assert snapshot.state is State.COMPLETE and code.value in noted(snapshot)
    assert len(current(workspace, "licences")) == len(platform["licences"].features)
    (again,) = (told for told in pull(workspace, platform.url).values() if told.theme == "licences")
    assert (again.state, again.notices) == (State.COMPLETE, ())
    assert integrity(workspace) == []


def test_exchanged_axes_are_never_accepted(platform: Misbehaving, workspace: Path) -> None:
    before = Before(workspace)
    each(platform, exchange)
    snapshot = pull(workspace, platform.url, accept=True)["licences"]
    assert (snapshot.state, snapshot.message["code"]) == (State.FAILED, "axes_swapped")
    assert snapshot.message["facts"]["swapped"] == 25 and before.is_untouched()


def test_exchanged_axes_are_seen_at_the_first_pull_too(platform: Misbehaving, tmp_path: Path) -> None:
    Workspace.create(tmp_path / "new.gpkg")
    each(platform, exchange)
    platform["licences"].faults.extent = (-180, -90, 180, 90)
    snapshot = pull(tmp_path / "new.gpkg", platform.url)["licences"]
    assert snapshot.message["code"] == "axes_swapped"
    assert current(tmp_path / "new.gpkg", "licences") == []


def test_an_extent_with_exchanged_axes_does_not_condemn_right_features(platform: Misbehaving, workspace: Path) -> None:
    platform["licences"].faults.extent = (41.0, 56.5, 55.0, 87.0)
    each(platform, with_value("number", "changed"), every=5)
    snapshot = pull(workspace, platform.url)["licences"]
    assert (snapshot.state, snapshot.changed) == (State.COMPLETE, 5)
    assert noted(snapshot)["outside_extent"] == {"outside": 25}


CHANGES = {
    "one stray": (lambda platform: each(platform, move, every=25), "outside_extent", {"outside": 1}),
    "another attribute": (
        lambda platform: each(platform, with_value("remark", "x")),
        "attribute_new",
        {"attributes": "remark"},
    ),
    "a lost attribute that matters less": (
        lambda platform: each(platform, without("block_count")),
        "attribute_lost",
        {"attributes": "block_count"},
    ),
    "another type": (
        lambda platform: each(platform, with_value("block_count", "many")),
        "attribute_type",
        {"attribute": "block_count", "before": "number", "now": "text"},
    ),
    "a clamped limit": (
        lambda platform: setattr(platform["licences"].faults, "clamp", 4),
        "page_clamped",
        {"asked": 10, "got": 4},
    ),
    "another area": (
        lambda platform: setattr(platform["licences"].faults, "extent", (59.0, 43.0, 62.0, 46.0)),
        "extent_moved",
        {"before": "46.5, 40.6, 87.3, 55.4", "now": "59, 43, 62, 46"},
    ),
    "another coordinate system beside": (
        lambda platform: platform["licences"].faults.crs.append("http://www.opengis.net/def/crs/EPSG/0/3857"),
        "crs_changed",
        {
            "before": "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "now": "http://www.opengis.net/def/crs/EPSG/0/3857, http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        },
    ),
    "less conformance": (
        lambda platform: platform.conformance.update(conformsTo=[f"{CONFORMANCE}/core"]),
        "conformance_lost",
        {"lost": "geojson"},
    ),
    "another version": (
        lambda platform: platform.description["info"].update(version="2.0"),
        "api_changed",
        {"before": "Subsoil 1.0", "now": "Subsoil 2.0"},
    ),
}
CONFORMANCE = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"


@pytest.mark.parametrize("name", CHANGES)
def test_what_changed_is_noted_once(platform: Misbehaving, tmp_path: Path, name: str) -> None:
    platform.conformance["conformsTo"].append(f"{CONFORMANCE}/geojson")
    platform.description = {"info": {"title": "Subsoil", "version": "1.0"}}
    workspace = tmp_path / "workspace.gpkg"
    Workspace.create(workspace)
    assert pull(workspace, platform.url)["licences"].notices == ()
    change, code, facts = CHANGES[name]
    change(platform)
    each(platform, with_value("changed_at", "2026-11-21T00:00:00Z"), every=5)
    snapshot = pull(workspace, platform.url)["licences"]
    assert (snapshot.state, snapshot.message) == (State.COMPLETE, None)
    assert noted(snapshot) == {code: facts}
    told = [explain_stored(notice) for notice in snapshot.notices]
    assert all(message.happened and message.remedy and not message.meaning for message in told)
    after = pull(workspace, platform.url)["licences"]
    assert set(noted(after)) <= {"outside_extent", "page_clamped"}
    assert Workspace.open(workspace).snapshots(theme="licences")[1].notices == snapshot.notices


def test_what_a_server_says_of_itself_is_compared_even_where_nothing_else_changed(
    platform: Misbehaving, workspace: Path
) -> None:
    platform["licences"].faults.extent = (59.0, 43.0, 62.0, 46.0)
    snapshot = pull(workspace, platform.url)["licences"]
    assert (snapshot.state, snapshot.changed) == (State.COMPLETE, 0)
    assert set(noted(snapshot)) == {"extent_moved"}


def test_few_features_may_go_but_that_none_is_left_is_said(tmp_path: Path) -> None:
    with Misbehaving(counts={"licences": 3}) as platform:
        workspace = tmp_path / "workspace.gpkg"
        Workspace.create(workspace)
        pull(workspace, platform.url)
        nothing_left(platform)
        snapshot = pull(workspace, platform.url)["licences"]
        assert (snapshot.state, snapshot.gone) == (State.COMPLETE, 3)
        assert noted(snapshot) == {"total_collapsed": {"before": 3, "now": 0}}


def test_attributes_of_a_page_of_nulls_are_no_texts(platform: Misbehaving, workspace: Path) -> None:
    for feature in platform["licences"].features[:10]:
        feature["properties"]["block_count"] = None
    snapshot = pull(workspace, platform.url)["licences"]
    assert (snapshot.state, snapshot.changed, snapshot.notices) == (State.COMPLETE, 10, ())


def test_the_promises_grow_with_changes_only(platform: Misbehaving, workspace: Path) -> None:
    def promises() -> int:
        with Workspace.open(workspace).reading() as connection:
            return int(connection.execute("SELECT count(*) FROM promises WHERE theme = 'licences'").fetchone()[0])

    pull(workspace, platform.url)
    each(platform, with_value("number", "changed"), every=5)
    pull(workspace, platform.url)
    assert promises() == 1
    each(platform, with_value("remark", "x"))
    pull(workspace, platform.url)
    assert promises() == 2


def foreseen(platform: Misbehaving, workspace: Path) -> dict[str, dict[str, Any]]:
    """What a test of the connection would tell of the licences."""
    source = opened(platform.url, 10)
    with Workspace.open(workspace).reading() as connection:
        told = contracts.foresee(connection, source.contract(["licences"]), source.profile)
    return {error.code.value: error.facts for error in told}


def test_a_test_of_the_connection_foresees_what_changed(platform: Misbehaving, workspace: Path) -> None:
    assert foreseen(platform, workspace) == {}
    each(platform, without("status"))
    assert foreseen(platform, workspace) == {
        "attribute_lost": {"attributes": "status", "reason": "first feature", "theme": "licences"}
    }
    platform.schemas["licences"] = {"properties": {"number": {"type": "string"}, "status": {"type": "integer"}}}
    told = foreseen(platform, workspace)
    assert told["attribute_type"] == {"attribute": "status", "before": "text", "now": "number", "theme": "licences"}
    assert "reason" in told["attribute_lost"] and "holder_ru" in told["attribute_lost"]["attributes"]


def test_a_test_of_the_connection_foresees_that_most_is_gone(platform: Misbehaving, workspace: Path) -> None:
    nothing_left(platform)
    assert foreseen(platform, workspace)["total_collapsed"] == {"before": 25, "now": 0, "theme": "licences"}


def test_a_renamed_collection_is_named_with_what_may_be_meant(platform: Misbehaving, workspace: Path) -> None:
    before = Before(workspace)
    platform.collections["licences_v2"] = replace(platform["licences"], id="licences_v2")
    platform["licences"].faults = replace(platform["licences"].faults, missing=True)
    platform["licences_v2"].faults = replace(platform["licences"].faults, missing=False)
    snapshot = pull(workspace, platform.url)["licences"]
    assert (snapshot.state, snapshot.message["code"]) == (State.FAILED, "theme_missing")
    assert snapshot.message["facts"]["candidates"].startswith("licences_v2")
    assert "perhaps meant: licences_v2" in explain_stored(snapshot.message).happened
    assert before.is_untouched()
    assert foreseen(platform, workspace)["theme_missing"]["candidates"].startswith("licences_v2")


def test_a_workspace_that_kept_no_promise_yet_learns_it(platform: Misbehaving, workspace: Path) -> None:
    with Workspace.open(workspace).writing() as connection:
        connection.execute("DELETE FROM promises")
    assert pull(workspace, platform.url)["licences"].notices == ()
    each(platform, with_value("number", "changed"), every=5)
    snapshot = pull(workspace, platform.url)["licences"]
    assert (snapshot.state, snapshot.changed, snapshot.notices) == (State.COMPLETE, 5, ())
    each(platform, without("status"))
    assert pull(workspace, platform.url)["licences"].message["code"] == "attribute_lost"
