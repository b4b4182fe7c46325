"""Pruning: what goes, what stays, and that no moment shows a wrong state afterwards."""

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaznedra_qgis.errors import Code
from kaznedra_qgis.sources.source import Contract, Offer
from kaznedra_qgis.workspace import State, Workspace, citations, retention
from kaznedra_qgis.workspace.changes import changes
from kaznedra_qgis.workspace.history import Unknown, as_of
from kaznedra_qgis.workspace.pruning import plan, prune, prune_as_chosen
from kaznedra_qgis.workspace.retention import Retention
from kaznedra_qgis.workspace.snapshots import STANDING
from tests.qgis.history import fail, finish, put, shown
from tests.qgis.pages import Pages, feature, profile, square
from tests.qgis.test_workspace import pull, refusal

NOW = datetime(2026, 11, 22, 12, tzinfo=timezone.utc)


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.create(tmp_path / "workspace.gpkg")


@pytest.fixture
def yearly(workspace) -> Workspace:
    """Five pulls of one licence, each with another number, a year apart; the last one in 2026."""
    for year in range(2022, 2027):
        finish(workspace, put(workspace, feature("a", square(), number=str(year))), f"{year}-11-01T08:00:00Z")
    return workspace


def numbers(workspace) -> list[str]:
    """Of all versions that the file holds."""
    with workspace.reading() as connection:
        return [row[0] for row in connection.execute("SELECT number FROM licences ORDER BY first_seen")]


def sound(workspace) -> bool:
    """Whether the file, its spatial index and its counts are in order."""
    connection = sqlite3.connect(workspace.path)
    told = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    told += connection.execute("SELECT rtreecheck('rtree_licences_geom')").fetchone()
    counted = """SELECT (SELECT count(*) FROM licences) = feature_count,
                        (SELECT count(*) FROM licences WHERE geom IS NOT NULL) =
                        (SELECT count(*) FROM rtree_licences_geom)
                 FROM gpkg_ogr_contents WHERE table_name = 'licences'"""
    told += connection.execute(counted).fetchone()
    connection.close()
    return told == ["ok", "ok", 1, 1]


# what goes


def test_all_is_kept_unless_the_user_says_otherwise(yearly):
    assert retention.chosen(yearly).is_all
    assert prune_as_chosen(yearly) is None and prune(yearly, Retention()).goes == ()
    assert len(yearly.snapshots()) == 5


def test_the_last_pulls_are_kept(yearly):
    done = prune(yearly, Retention(last=2), NOW)
    assert [snapshot.id for snapshot in done.goes] == [1, 2, 3] and done.stays == 2
    assert done.versions == {"licences": 3} and done.bytes > 300
    assert numbers(yearly) == ["2025", "2026"] and sound(yearly)
    assert [snapshot.id for snapshot in yearly.snapshots()] == [4, 5]


def test_days_are_kept_with_what_stood_when_they_began(yearly):
    prune(yearly, Retention(days=400), NOW)
    assert numbers(yearly) == ["2024", "2025", "2026"]
    assert shown(yearly, as_of(yearly, NOW - timedelta(days=400))) == {"a": "2024"}


def test_a_state_that_was_pruned_is_unknown_and_says_from_when_on_it_is_known(yearly):
    prune(yearly, Retention(last=2), NOW)
    for when in (1, "pull 2", "2024-12-01", "2023-01-01T00:00:00Z"):
        (ground,) = as_of(yearly, when).unknown("licences")
        assert ground.unknown is Unknown.PRUNED and ground.known_from == "2025-11-01T08:00:00Z", when
        assert as_of(yearly, when).subset("licences") is None
    assert as_of(yearly, 1).report()["themes"]["licences"]["unknown"] == [
        {"source": "test", "reason": "pruned", "known_from": "2025-11-01T08:00:00Z"}
    ]
    assert as_of(yearly, "2022-01-01").unknown("licences")[0].unknown is Unknown.NOT_YET
    assert refusal(lambda: as_of(yearly, 6)).code is Code.NO_SUCH_MOMENT
    assert changes(yearly, 1, 5).themes["licences"].rests_on == []


def test_the_last_good_state_and_the_one_shown_stay(workspace):
    put(workspace, feature("a", square(), number="1"))
    put(workspace, feature("a", square(), number="2"))
    put(workspace, feature("a", square(), number="3"), expected=2)
    put(workspace, feature("a", square(), number="4"), expected=2)
    fail(workspace)
    before = workspace.theme_states("test")
    done = prune(workspace, Retention(last=1), NOW)
    assert [snapshot.id for snapshot in done.goes] == [1, 3]
    assert workspace.theme_states("test") == before
    assert shown(workspace, as_of(workspace, 2)) == {"a": "2"} and shown(workspace, as_of(workspace)) == {"a": "4"}
    assert as_of(workspace).known("licences")[0].failed_since == 1


def test_other_sources_and_themes_keep_their_own(workspace):
    other = replace(profile(), id="o'ther")
    for number in ("1", "2", "3"):
        put(workspace, feature("a", square(), number=number))
        put(workspace, feature("a", square(), number=number), mapped=other)
    put(workspace, feature("d", square(), number="d"), mapped=profile("restricted_areas"))
    prune(workspace, Retention(last=1), NOW)
    with workspace.reading() as connection:
        left = connection.execute("SELECT source, number FROM licences ORDER BY source, number").fetchall()
    # what the map showed after the first source's last pull rests on the other's pull before
    assert [tuple(row) for row in left] == [("o'ther", "2"), ("o'ther", "3"), ("test", "3")]


def test_what_is_cited_stays_with_all_that_shows_it(yearly):
    put(yearly, feature("d", square()), mapped=profile("restricted_areas"))
    citations.cite(yearly, 2, "draft", "Жаңа")
    citations.cite(yearly, 2, "report", "site 7")
    citations.cite(yearly, 2, "report", "site 7")
    assert citations.cited(yearly) == [(2, "draft", "Жаңа"), (2, "report", "site 7")]
    done = prune(yearly, Retention(last=1), NOW)
    assert [snapshot.id for snapshot in done.goes] == [1, 3, 4] and len(done.cited) == 2
    assert shown(yearly, as_of(yearly, 2)) == {"a": "2023"}
    assert as_of(yearly, 3).unknown("licences")[0].unknown is Unknown.PRUNED
    citations.uncite(yearly, "report", "site 7")
    assert prune(yearly, Retention(last=1), NOW).goes == ()
    citations.uncite(yearly, "draft", "Жаңа", 2)
    assert [snapshot.id for snapshot in prune(yearly, Retention(last=1), NOW).goes] == [2]
    assert refusal(lambda: citations.cite(yearly, 2, "draft", "late")).code is Code.NO_SUCH_MOMENT


def test_the_plan_is_what_is_done_and_changes_nothing(yearly):
    before = yearly.path.read_bytes()
    planned = plan(yearly, Retention(last=2), NOW)
    assert yearly.path.read_bytes() == before
    done = prune(yearly, Retention(last=2), NOW)
    assert (planned.goes, planned.versions, planned.bytes) == (done.goes, done.versions, done.bytes)
    assert plan(yearly, Retention(last=2), NOW).goes == ()


# the file


def test_the_file_shrinks_and_the_same_pages_are_still_known(workspace):
    for turn in range(3):
        many = [feature(i, square(60 + i % 50, 45 + i // 50 + turn / 10), number=str(i)) for i in range(400)]
        put(workspace, *many)
    done = prune(workspace, Retention(last=1), NOW)
    assert done.size_before - done.size_after > done.bytes * 0.8 and done.size_after == workspace.path.stat().st_size
    assert done.versions == {"licences": 800} and sound(workspace)
    again = put(workspace, *many)
    assert (again.state, again.added, again.changed, again.gone) == (State.COMPLETE, 0, 0, 0)
    assert workspace.path.stat().st_size <= done.size_after + 4096


def test_after_a_pull_the_file_is_written_anew_only_where_it_is_worth_it(yearly):
    retention.choose(yearly, Retention(last=2))
    assert retention.chosen(yearly) == Retention(last=2)
    done = prune_as_chosen(yearly)
    assert len(done.goes) == 3 and done.size_after is None and done.report()["bytes_freed"] is None


def test_a_layer_that_is_being_read_neither_hinders_nor_suffers(yearly):
    reading = sqlite3.connect(yearly.path)
    cursor = reading.execute("SELECT number FROM licences ORDER BY fid")
    assert cursor.fetchone()[0] == "2022"
    done = prune(yearly, Retention(last=1), NOW)
    assert [row[0] for row in cursor] == ["2023", "2024", "2025", "2026"]
    reading.close()
    assert len(done.goes) == 4 and numbers(yearly) == ["2026"] and sound(yearly)
    assert done.size_after is None, "it cannot be told before the reading is over"


def test_cancelled_it_changes_nothing(workspace):
    for turn in range(2):
        put(workspace, *[feature(i, square(60 + i % 50, 45 + i // 50), number=str(i + turn)) for i in range(400)])
    before, looks = workspace.snapshots(), []

    def after_some_looks():
        looks.append(1)
        return len(looks) > 3

    assert refusal(lambda: prune(workspace, Retention(last=1), NOW, after_some_looks)).code is Code.CANCELLED
    assert len(looks) > 3
    assert workspace.snapshots() == before and len(numbers(workspace)) == 800 and sound(workspace)
    assert refusal(lambda: plan(workspace, Retention(last=1), NOW, lambda: True)).code is Code.CANCELLED


def test_while_another_writes_nothing_is_pruned(yearly, monkeypatch):
    monkeypatch.setattr("kaznedra_qgis.workspace.connection._BUSY_S", 0.1)
    writing = sqlite3.connect(yearly.path, isolation_level=None)
    writing.execute("BEGIN IMMEDIATE")
    assert refusal(lambda: prune(yearly, Retention(last=1), NOW)).code is Code.LOCKED
    writing.execute("ROLLBACK")
    writing.close()
    assert len(yearly.snapshots()) == 5


@pytest.mark.parametrize("written", ["days", "last 0", "last x", "weeks 3", ""])
def test_a_choice_that_cannot_be_read_keeps_everything(workspace, written):
    with workspace.writing() as connection:
        connection.execute("INSERT INTO kaznedra VALUES ('retention', ?)", (written,))
    assert retention.chosen(workspace).is_all


# any history

contents = st.dictionaries(st.sampled_from("abc"), st.integers(0, 2), max_size=3)
pulls = st.tuples(
    st.sampled_from(["test", "other"]),
    st.sampled_from(["licences", "restricted_areas"]),
    contents,
    st.sampled_from(["complete", "complete", "partial", "failed"]),
    st.integers(-1, 5),
)
keeps = st.builds(Retention, last=st.integers(1, 3)) | st.builds(Retention, days=st.integers(1, 20))


def state_of(workspace, when):
    """By theme and source: what the state rests on, why it is unknown, and what it shows."""
    told = {}
    for ground in as_of(workspace, when).grounds:
        with workspace.reading() as connection:
            rows = connection.execute(
                f"SELECT feature_id, number FROM licences WHERE {ground.condition}"
                if ground.theme == "licences"
                else f"SELECT feature_id, category FROM restricted_areas WHERE {ground.condition}"
            ).fetchall()
        told[ground.theme, ground.source] = (ground, sorted(tuple(row) for row in rows))
    return told


@given(history=st.lists(pulls, min_size=2, max_size=9), keep=keeps, cited=st.sets(st.integers(1, 9), max_size=2))
@settings(max_examples=40, deadline=None)
def test_no_moment_ever_shows_a_wrong_state(tmp_path_factory, history, keep, cited):
    workspace = Workspace.create(tmp_path_factory.mktemp("pruning") / "w.gpkg")
    day = NOW - timedelta(days=30)
    for source, theme, content, state, days in history:
        mapped = replace(profile(theme), id=source)
        attribute = "number" if theme == "licences" else "category"
        made = [feature(name, square(), **{attribute: str(value)}) for name, value in content.items()]
        expected = len(made) + (state == "partial")
        snapshot = (
            fail(workspace, mapped)
            if state == "failed"
            else pull(workspace, Pages(made, mapped=mapped, expected=expected))[0]
        )
        day += timedelta(days=days)  # clocks go back at times
        finish(workspace, snapshot, day.isoformat())
    taken = workspace.snapshots()
    cited = {number for number in cited if number <= len(taken)}
    for number in cited:
        citations.cite(workspace, number, "draft", "d")
    moments = ["", *(each.id for each in taken), *(f"pull {each.pull}" for each in taken)]
    moments += [each.finished for each in taken]
    before = {when: state_of(workspace, when) for when in moments}
    planned = plan(workspace, keep, NOW)
    done = prune(workspace, keep, NOW)
    assert planned.goes == done.goes
    after = {when: state_of(workspace, when) for when in moments}
    gone = {each.id for each in done.goes}
    assert not gone & cited and {each.id for each in workspace.snapshots()} == {each.id for each in taken} - gone
    for when, grounds in before.items():
        for key, (ground, rows) in grounds.items():
            now, shows = after[when][key]
            if now.unknown is Unknown.PRUNED:
                assert ground.snapshot.id in gone and shows == []
            else:
                assert (now, shows) == (ground, rows)
    assert after[""] == before[""]
    start = NOW - timedelta(days=keep.days or 0)
    asked_for = {each.id for each in taken if keep.days and _when(each) >= start}
    if keep.last:
        for key in {(each.source, each.theme) for each in taken}:
            standing = [each.id for each in taken if (each.source, each.theme) == key and each.state in STANDING]
            asked_for |= set(standing[-keep.last :])
    assert not gone & asked_for
    for each in taken:
        key = (each.theme, each.source)
        if each.id in cited:
            for when in (each.id, f"pull {each.pull}", each.finished):
                assert after[when] == before[when]
        if each.id in asked_for:
            assert after[f"pull {each.pull}"] == before[f"pull {each.pull}"]
            assert after[each.id][key] == before[each.id][key]
        if keep.days and _when(each) >= start:
            assert after[each.finished] == before[each.finished]


def _when(snapshot):
    return datetime.fromisoformat(snapshot.finished)


def test_pulls_of_several_themes_go_as_a_whole(workspace):
    from kaznedra_qgis.workspace.sync import sync

    both = profile("licences")
    both = replace(both, themes={**both.themes, **profile("restricted_areas").themes})

    class Two(Pages):
        def contract(self, themes=None):
            offers = {theme: Offer(theme, theme, expected=1) for theme in self.profile.themes}
            return Contract("Two", offers, server_time="2026-11-22T08:00:00Z")

    for pull_number, year in enumerate(range(2022, 2027), 1):
        sync(Two([feature("a", square(), number=str(year))], mapped=both), workspace, list(both.themes))
        with workspace.writing() as connection:
            when = f"{year}-11-01T08:00:00Z"
            connection.execute("UPDATE snapshots SET finished = ? WHERE pull = ?", (when, pull_number))
    assert {each.pull for each in plan(workspace, Retention(last=2), NOW).goes} == {1, 2, 3}
    done = prune(workspace, Retention(days=400), NOW)
    assert [(each.pull, each.theme) for each in done.goes] == [
        (pull_number, theme) for pull_number in (1, 2) for theme in both.themes
    ]


def test_findings_go_with_the_versions_that_they_are_about(yearly):
    with yearly.writing() as connection:
        connection.execute(
            """INSERT INTO code_findings (theme, fid, kind, detail)
               SELECT theme, fid, 'kind', number FROM licences, (SELECT 'licences' AS theme UNION SELECT 'deposits')"""
        )
    prune(yearly, Retention(last=2), NOW)
    with yearly.reading() as connection:
        left = connection.execute("SELECT detail FROM code_findings WHERE theme = 'licences' ORDER BY 1").fetchall()
        others = connection.execute("SELECT count(*) FROM code_findings WHERE theme = 'deposits'").fetchone()[0]
    assert [row[0] for row in left] == ["2025", "2026"] and others == 5
