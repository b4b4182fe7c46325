"""Pulls of what changed: the same as a pull of everything would bring, or a pull of everything."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaznedra_qgis.errors import Code
from kaznedra_qgis.sources.source import Watch
from kaznedra_qgis.workspace import State, Workspace
from kaznedra_qgis.workspace.sync import sync
from tests.qgis.pages import cut_off, feature, square
from tests.qgis.pulling import current
from tests.qgis.shelf import Shelf, refused
from tests.qgis.test_workspace import pull


@pytest.fixture
def shelf() -> Shelf:
    made = Shelf()
    for number in range(10):
        made.put(number, f"{number}-EL")
    return made


@pytest.fixture
def workspace(tmp_path: Path, shelf: Shelf) -> Workspace:
    """After one pull of everything."""
    made = Workspace.create(tmp_path / "workspace.gpkg")
    assert pull(made, shelf)[0].by_changes is False
    del shelf.asked[:]
    return made


def numbers(workspace: Workspace) -> dict[str, str]:
    with workspace.reading() as connection:
        return dict(
            tuple(row) for row in connection.execute("SELECT feature_id, number FROM licences WHERE gone_at IS NULL")
        )


def of(shelf: Shelf) -> dict[str, str]:
    return {name: each["properties"]["number"] for name, each in shelf.features.items()}


def test_only_what_changed_is_asked_for(workspace, shelf):
    shelf.put(3, "new")
    shelf.put(10, "10-EL")
    (snapshot,) = pull(workspace, shelf)
    assert shelf.asked == ["changes"] and snapshot.by_changes
    assert (snapshot.state, snapshot.expected, snapshot.distinct) == (State.COMPLETE, 11, 11)
    assert (snapshot.added, snapshot.changed, snapshot.gone, snapshot.message) == (1, 1, 0, None)
    assert snapshot.received == 3, "the one that changed last comes again"
    assert numbers(workspace) == of(shelf)
    assert workspace.snapshots()[-1] == snapshot


def test_nothing_changed_is_confirmed_and_adds_nothing(workspace, shelf):
    size = workspace.path.stat().st_size
    (snapshot,) = pull(workspace, shelf)
    first = workspace.snapshots()[0]
    assert snapshot.by_changes and (snapshot.added, snapshot.changed, snapshot.gone) == (0, 0, 0)
    assert (snapshot.hash, snapshot.distinct) == (first.hash, first.distinct)
    assert workspace.path.stat().st_size == size


def test_what_vanished_is_found_by_its_id(workspace, shelf):
    shelf.take(4)
    shelf.put(5, "new")
    (snapshot,) = pull(workspace, shelf)
    assert shelf.asked == ["changes", "outlines"] and snapshot.by_changes
    assert (snapshot.state, snapshot.changed, snapshot.gone, snapshot.distinct) == (State.COMPLETE, 1, 1, 9)
    assert numbers(workspace) == of(shelf)


def test_vanished_and_appeared_in_equal_numbers_is_seen(workspace, shelf):
    shelf.take(4)
    shelf.put(77, "new")
    (snapshot,) = pull(workspace, shelf)
    assert (snapshot.added, snapshot.gone) == (1, 1) and numbers(workspace) == of(shelf)


def test_what_appeared_with_an_old_time_has_everything_pulled(workspace, shelf):
    shelf.put(77, "old", quietly=True)
    (snapshot,) = pull(workspace, shelf)
    assert shelf.asked == ["changes", "outlines", "everything"] and not snapshot.by_changes
    assert numbers(workspace) == of(shelf)


@pytest.mark.parametrize("days, everything", [(6, False), (8, True)])
def test_everything_is_pulled_every_so_many_days(workspace, shelf, days, everything):
    shelf.take(4)
    shelf.put(77, "old", quietly=True)
    with workspace.writing() as connection:
        connection.execute("UPDATE marks SET whole_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ?)", (f"-{days} days",))
    (snapshot,) = pull(workspace, shelf)
    assert snapshot.by_changes is not everything
    assert (numbers(workspace) == of(shelf)) is everything, "counts alone cannot show this one"


def test_everything_is_pulled_when_asked_for(workspace, shelf):
    shelf.put(1, "quietly", quietly=True)
    assert pull(workspace, shelf)[0].by_changes
    (snapshot,) = sync(shelf, workspace, ["licences"], everything=True)
    assert (snapshot.by_changes, snapshot.changed) == (False, 1) and numbers(workspace) == of(shelf)


def lying(name: str, value: object):
    return lambda shelf: setattr(shelf, name, value)


@pytest.mark.parametrize(
    "lie",
    [
        pytest.param(lying("ignores", True), id="the filter is ignored"),
        pytest.param(lying("silent", True), id="nothing comes"),
        pytest.param(lying("shifted", timedelta(hours=5)), id="another zone"),
        pytest.param(lying("breaks", refused()), id="the filter is refused"),
        pytest.param(lying("breaks", cut_off()), id="the line goes dead"),
    ],
)
def test_a_lie_has_everything_pulled(workspace, shelf, lie):
    for number in range(10, 40):
        shelf.put(number, "more")
    pull(workspace, shelf)
    del shelf.asked[:]
    lie(shelf)
    shelf.put(2, "new")
    (snapshot,) = pull(workspace, shelf)
    assert shelf.asked == ["changes", "everything"]
    assert (snapshot.state, snapshot.by_changes, snapshot.changed) == (State.COMPLETE, False, 1)
    assert numbers(workspace) == of(shelf)


def renamed(properties):
    properties["nomer"] = properties.pop("number")


def retyped(properties):
    properties["number"] = 7


@pytest.mark.parametrize("alter", [renamed, retyped])
def test_other_attributes_than_before_have_everything_pulled(workspace, shelf, alter):
    shelf.put(1, "new")
    alter(shelf.features["1"]["properties"])
    pull(workspace, shelf)
    assert shelf.asked == ["changes", "everything"]


def test_features_out_of_place_have_everything_pulled(workspace, shelf):
    shelf.put(1, "new")
    shelf.features["1"]["geometry"] = square(48.0, 70.0)
    pull(workspace, shelf)
    assert shelf.asked == ["changes", "everything"]


def test_without_outlines_everything_is_pulled(workspace, shelf):
    shelf.heavy = True
    shelf.take(4)
    (snapshot,) = pull(workspace, shelf)
    assert shelf.asked == ["changes", "everything"]
    assert (snapshot.state, snapshot.gone) == (State.COMPLETE, 1)


def test_a_total_that_stays_behind_makes_it_partial_as_it_would_all(workspace, shelf):
    shelf.stale = 10
    shelf.put(77, "new")
    (snapshot,) = pull(workspace, shelf)
    assert (snapshot.state, snapshot.by_changes, snapshot.expected) == (State.PARTIAL, False, 10)
    (again,) = pull(workspace, shelf)
    assert not again.by_changes, "what is partial is nothing to add to"


def test_another_mapping_or_address_has_everything_pulled(workspace, shelf):
    shelf.profile = replace(shelf.profile, address="http://elsewhere/")
    assert not pull(workspace, shelf)[0].by_changes
    assert pull(workspace, shelf)[0].by_changes
    other = Shelf(attributes={"minerals": "number"})
    other.features = shelf.features
    other.profile = replace(other.profile, address=shelf.profile.address)
    assert not pull(workspace, other)[0].by_changes


def test_one_feature_without_a_time_has_everything_pulled(workspace, shelf):
    shelf.features["77"] = feature(77, square(), number="undated")
    assert not pull(workspace, shelf)[0].by_changes
    shelf.put(1, "new")
    assert not pull(workspace, shelf)[0].by_changes
    assert numbers(workspace) == of(shelf)


def test_a_time_in_the_future_hides_nothing(workspace, shelf):
    shelf.clock += timedelta(days=100_000)
    shelf.put(1, "far away")
    pull(workspace, shelf)
    shelf.clock -= timedelta(days=100_000)
    shelf.clock += timedelta(days=60)
    shelf.put(2, "new")
    (snapshot,) = pull(workspace, shelf)
    assert snapshot.by_changes and numbers(workspace) == of(shelf)


def test_cancel_means_nothing_happened(workspace, shelf):
    class Cancelling(Watch):
        asked = 0

        def is_cancelled(self):
            self.asked += 1
            return self.asked > 2

    before = current(workspace.path, "licences")
    for number in range(8):
        shelf.put(number, "new")
    (snapshot,) = pull(workspace, shelf, Cancelling())
    assert snapshot.state is State.CANCELLED and current(workspace.path, "licences") == before
    assert pull(workspace, shelf)[0].state is State.COMPLETE and numbers(workspace) == of(shelf)


def test_a_pull_that_another_overtook_changes_nothing(workspace, shelf):
    rival = Shelf()
    rival.features = dict(shelf.features)
    rival.clock = shelf.clock
    rival.put(1, "theirs")
    shelf.put(1, "ours")
    honest = shelf.count

    def count(near):
        pull(workspace, rival)
        return honest(near)

    shelf.count = count
    (snapshot,) = pull(workspace, shelf)
    assert snapshot.state is State.FAILED and snapshot.message["code"] == Code.OVERTAKEN.value
    assert numbers(workspace)["1"] == "theirs"


def test_history_is_that_of_a_pull_of_everything(workspace, shelf):
    shelf.put(3, "new")
    shelf.take(4)
    pull(workspace, shelf)
    with workspace.reading() as connection:
        rows = connection.execute(
            "SELECT feature_id, number, first_seen, gone_at FROM licences WHERE feature_id IN ('3', '4') ORDER BY fid"
        )
        assert [tuple(row) for row in rows] == [("3", "3-EL", 1, 2), ("4", "4-EL", 1, 2), ("3", "new", 2, None)]


changes = st.lists(st.tuples(st.sampled_from(["put", "take", "odd"]), st.integers(0, 15)), max_size=8)


@settings(max_examples=25, deadline=None)
@given(rounds=st.lists(changes, min_size=1, max_size=4))
def test_it_brings_what_a_pull_of_everything_brings(rounds):
    shelf = Shelf()
    for number in range(12):
        shelf.put(number, f"{number}-EL")
    with TemporaryDirectory() as folder:
        path = Path(folder)
        grown = Workspace.create(path / "grown.gpkg")
        pull(grown, shelf)
        for turn, steps in enumerate(rounds):
            for step, number in steps:
                if step != "take":
                    shelf.put(number, f"{turn}")
                    if step == "odd":
                        shelf.features[str(number)]["geometry"] = None
                elif str(number) in shelf.features:
                    shelf.take(number)
            (ours,) = pull(grown, shelf)
            fresh = Workspace.create(path / f"fresh{turn}.gpkg")
            (theirs,) = pull(fresh, shelf)
            assert current(grown.path, "licences") == current(fresh.path, "licences")
            for name in ("state", "distinct", "expected", "without_geometry", "invalid_geometry", "value_issues"):
                assert getattr(ours, name) == getattr(theirs, name)
