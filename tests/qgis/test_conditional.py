"""Pulls over HTTP of servers that have ETags, or heed `datetime`: what is asked for, and what comes of it."""

import copy
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsFeedback

from kaznedra_qgis.network import off_main, session
from kaznedra_qgis.workspace import State, Workspace
from tests.qgis.pulling import current, pull
from tests.servers.misbehaving import Misbehaving


@pytest.fixture
def platform() -> Iterator[Misbehaving]:
    with Misbehaving() as running:
        yield running


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "workspace.gpkg"
    Workspace.create(path)
    return path


def pages_since(platform: Misbehaving, seen: int) -> list[dict[str, str]]:
    """Headers of the requests for whole pages of licences, probes and changes left out."""
    return [
        asked.headers
        for asked in platform.seen[seen:]
        if "/licences/items?limit=10" in asked.path and "limit=100" not in asked.path
    ]


def matches_server(workspace: Path, platform: Misbehaving) -> bool:
    served = {each["id"]: each["properties"]["number"] for each in platform["licences"].features}
    with Workspace.open(workspace).reading() as connection:
        rows = connection.execute("SELECT feature_id, number FROM licences WHERE gone_at IS NULL")
        return {row[0]: row[1] for row in rows} == served


@pytest.mark.parametrize("over_qgis", [False, True])
def test_pages_with_the_etags_of_before_are_not_given_again(platform, workspace, over_qgis):
    platform["licences"].faults.etags = True

    def pulled():
        if not over_qgis:
            return pull(workspace, platform.url)["licences"]
        carried = session(feedback=QgsFeedback())
        return off_main(lambda: pull(workspace, platform.url, session=carried)["licences"])

    first = pulled()
    before, seen = current(workspace, "licences"), len(platform.seen)
    second = pulled()
    asked = pages_since(platform, seen)
    assert len(asked) == 3 and all("if-none-match" in headers for headers in asked)
    assert (second.state, second.hash, second.bytes) == (State.COMPLETE, first.hash, 0)
    assert (second.expected, second.distinct, second.pages) == (25, 25, 3)
    assert (second.added, second.changed, second.gone) == (0, 0, 0)
    assert current(workspace, "licences") == before


def test_a_page_that_changed_has_all_pulled(platform, workspace):
    platform["licences"].faults.etags = True
    pull(workspace, platform.url)
    platform["licences"].features[17]["properties"]["number"] = "new"
    second = pull(workspace, platform.url)["licences"]
    assert (second.state, second.changed, second.received) == (State.COMPLETE, 1, 25)
    assert matches_server(workspace, platform)
    seen = len(platform.seen)
    assert pull(workspace, platform.url)["licences"].bytes == 0
    assert len(pages_since(platform, seen)) == 3, "the new ETags were remembered"


@pytest.mark.parametrize("more", [1, -1])
def test_the_same_pages_but_another_total_have_all_pulled(platform, workspace, more):
    platform["licences"].faults.etags = True
    pull(workspace, platform.url)
    features = platform["licences"].features
    if more > 0:
        features.append({**copy.deepcopy(features[0]), "id": "licences.99"})
    else:
        features.pop()
    second = pull(workspace, platform.url)["licences"]
    assert (second.added, second.gone) == ((1, 0) if more > 0 else (0, 1))
    assert matches_server(workspace, platform)


def test_a_server_that_fails_when_asked_so_has_all_pulled(platform, workspace):
    platform["licences"].faults.etags = True
    pull(workspace, platform.url)

    def once_refused(asked):
        asked.give_status(412) if "If-None-Match" in asked.handler.headers else asked.give_right()

    platform.play("licences", once_refused)
    second = pull(workspace, platform.url)["licences"]
    assert (second.state, second.distinct) == (State.COMPLETE, 25) and second.bytes > 0


def test_no_address_and_no_key_is_remembered_with_an_etag(platform, workspace):
    platform["licences"].faults.etags = True
    pull(workspace, f"{platform.url}?key=sesame-open")
    with Workspace.open(workspace).reading() as connection:
        told = [tuple(row) for row in connection.execute("SELECT parameters, etag FROM page_digests WHERE etag > ''")]
    assert told and not any("sesame" in parameters or "http" in parameters for parameters, _ in told)


def test_only_what_changed_is_asked_for_by_datetime(platform, workspace):
    platform["licences"].faults.times = True
    pull(workspace, platform.url)
    features = platform["licences"].features
    for each in features[:20]:
        each["properties"]["changed_at"] = "2026-11-01T00:00:00Z"
    pull(workspace, platform.url)
    features[3]["properties"].update(number="new", changed_at="2026-11-21T00:00:00Z")
    seen = len(platform.seen)
    third = pull(workspace, platform.url)["licences"]
    assert (third.state, third.by_changes, third.changed, third.received) == (State.COMPLETE, True, 1, 6)
    asked = [each.path for each in platform.seen[seen:] if "/licences/items" in each.path]
    assert all(
        "datetime=2026-11-19T23:50:00Z" in path or "limit=1&" in f"{path}&" or "limit=100" in path for path in asked
    )
    assert matches_server(workspace, platform)


def test_what_vanished_without_outlines_has_all_pulled(platform, workspace):
    platform["licences"].faults.times = True
    for each in platform["licences"].features[:20]:
        each["properties"]["changed_at"] = "2026-11-01T00:00:00Z"
    pull(workspace, platform.url)
    del platform["licences"].features[2]
    second = pull(workspace, platform.url)["licences"]
    assert (second.state, second.by_changes, second.gone) == (State.COMPLETE, False, 1)
    assert matches_server(workspace, platform)
