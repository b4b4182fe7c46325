"""The map's standings against the check: what any rule doubts or refuses for its ground, the map never calls free."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import islice, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kaznedra_qgis.subsoil.application_check import check
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.findings import State
from kaznedra_qgis.subsoil.standing import THEMES_THAT_COUNT, Kind, standings
from kaznedra_qgis.subsoil.surroundings import Area, CoverageState
from kaznedra_qgis.themes import APPLICATION_STATUSES, LICENCE_KINDS, LICENCE_STATUSES, RESTRICTED_CATEGORIES, THEMES
from tests.unit.subsoil.ground import (
    DAY,
    OF_THE_DRAFT,
    OTHER,
    OURS,
    SOUTH,
    WEST,
    application,
    around,
    at,
    box,
    disagreements,
    licence,
    liquidation,
    programme,
    restricted,
)

PITCH, COLUMNS, PAGE = 4, 10, 60
"""Blocks from one area to the next, areas in a row, areas looked at together"""
DAYS = tuple(DAY - timedelta(days=back) for back in (-1, 0, 1, 27, 28, 29, 60, 364, 365, 366, 700))
ENDED = (None, *(day.isoformat() for day in DAYS))
CHANGED = (None, "2026-11-20T05:00:00Z", "2026-11-21T08:00:00Z", "2020-01-01T00:00:00Z")
MINERALS = ("Cu", "oil", "U", "Cu, oil", "", None)


def licences() -> Iterable[dict[str, Any]]:
    for kind, status, ended in product((*LICENCE_KINDS, None, "?"), (*LICENCE_STATUSES, None, "?"), ENDED):
        yield {"kind": kind, "status": status, "ended_on": ended}
    for status, ended, changed, holder in product(LICENCE_STATUSES, ENDED[::3], CHANGED, (None, "***", OTHER, OURS)):
        yield {"status": status, "ended_on": ended, "changed_at": changed, "holder_bin": holder}
    for kind, minerals in product(LICENCE_KINDS, MINERALS):
        yield {"kind": kind, "minerals": minerals}


def applications() -> Iterable[dict[str, Any]]:
    times = (None, "2026-11-20T05:00:00Z")
    for kind, status in product((*LICENCE_KINDS, None, "?"), (*APPLICATION_STATUSES, None, "?")):
        for filed, changed, applicant in product(times, CHANGED, (None, OTHER, OURS)):
            yield {
                "kind": kind,
                "status": status,
                "filed_at": filed,
                "changed_at": changed,
                "applicant_bin": applicant,
            }


def others() -> Iterable[Area]:
    yield from (
        restricted(None, category, buffer_m=far)
        for category in (*RESTRICTED_CATEGORIES, None, "?")
        for far in (None, 0, 900.0, -5, "far")
    )
    codes = THEMES["state_programme_areas"].attribute("kind").codes
    days = (None, "2026-11-21", "2026-11-22", "2026-11-23", "no day")
    for kind, first, last in product((*codes, None, "?"), days, days):
        yield programme(None, kind, valid_from=first, valid_to=last)
    for status in (*THEMES["liquidation_areas"].attribute("status").codes, None, "?"):
        yield liquidation(None, status)


def placed(areas: Iterable[Area]) -> Iterable[list[Area]]:
    """The areas by pages, each over a whole block and half of the next one, with room around it."""
    ahead = iter(areas)
    for page in iter(lambda: list(islice(ahead, PAGE)), []):
        corners = [(place % COLUMNS * PITCH + 1, place // COLUMNS * PITCH + 1) for place in range(len(page))]
        yield [
            replace(each, geometry=box(west, south, west + 1.5, south + 1), feature_id=str(place))
            for place, (each, (west, south)) in enumerate(zip(page, corners))
        ]


FIELD = [at(lon, lat) for lon in range(COLUMNS * PITCH) for lat in range(PAGE // COLUMNS * PITCH)]
CASES = {
    "licences": lambda: (licence(None, **told) for told in licences()),
    "applications": lambda: (application(None, **told) for told in applications()),
    "others": others,
}


@pytest.mark.parametrize("applicant", ["", OURS])
@pytest.mark.parametrize("name", CASES)
def test_no_record_whatever_it_tells_is_free_on_the_map_and_not_in_the_check(name, applicant):
    for page in placed(CASES[name]()):
        assert not disagreements(around(*page), FIELD, applicant)


@pytest.mark.parametrize("applicant", ["", OURS, OTHER])
def test_nor_is_what_vanished_from_the_register(applicant):
    days = (DAY, *DAYS[2:])
    gone = (
        replace(licence(None, **told), gone_on=day)
        for told, day in product(islice(licences(), 0, None, 7), (None, *days))
    )
    for page in placed(gone):
        assert not disagreements(around(gone=page), FIELD, applicant)


def test_every_state_of_knowledge_is_the_same_to_both():
    for theme, state in product(THEMES_THAT_COUNT, CoverageState):
        assert not disagreements(around(licence(box(2, 2, 4, 4)), states={theme: state}), FIELD)
        assert not disagreements(around(absent=[theme]), FIELD)
    assert not disagreements(replace(around(), bounds=(WEST + 3, SOUTH + 3, WEST + 6, SOUTH + 6)), FIELD)


def test_neither_believes_a_place_that_is_no_place():
    """Coordinates that are no degrees, and blocks that codes list and a geometry does not cover."""
    assert not disagreements(around(licence(box(2, 2, 4, 400_000))), FIELD)
    assert not disagreements(around(restricted(box(2, 2, 400_000, 4), "settlement")), FIELD)
    assert not disagreements(around(licence(box(2, 2, 4, 400_000), status="revoked", ended_on="2026-11-20")), FIELD)
    assert not disagreements(around(application(box(2, 2, 4, 400_000), status="licence_issued")), FIELD)
    for status, ended in product(LICENCE_STATUSES, ENDED):
        doubted = replace(licence(box(2, 2, 4, 4), status=status, ended_on=ended), doubt="codes")
        assert not disagreements(around(doubted), FIELD)


def test_beyond_the_grid_neither_says_free():
    assert not disagreements(around(), [Block(lon, SOUTH) for lon in range(2780, 2800)])


_sides = some.sampled_from((0, 0.5, 1, 1.5, 2, 3))
_status = some.sampled_from((*LICENCE_STATUSES, None))
_told = some.fixed_dictionaries(
    {"status": _status, "ended_on": some.sampled_from(ENDED), "changed_at": some.sampled_from(CHANGED)}
)


@some.composite
def _areas(draw: Any) -> Area:
    west, south = draw(some.sampled_from((0, 0.5, 1, 2, 3))), draw(some.sampled_from((0, 1, 1.5, 2)))
    shape = box(west, south, west + draw(_sides) + 0.5, south + draw(_sides) + 0.5)
    theme = draw(some.sampled_from(("licence", "application", "restricted", "programme", "liquidation")))
    if theme == "licence":
        return licence(shape, draw(some.sampled_from((*LICENCE_KINDS, None))), **draw(_told))
    if theme == "application":
        told = {"status": draw(some.sampled_from(APPLICATION_STATUSES)), "changed_at": draw(some.sampled_from(CHANGED))}
        return application(shape, draw(some.sampled_from((*LICENCE_KINDS, None))), **told)
    if theme == "restricted":
        return restricted(shape, draw(some.sampled_from(RESTRICTED_CATEGORIES)))
    if theme == "programme":
        return programme(shape, draw(some.sampled_from(("uranium", "auction", "state_study"))))
    return liquidation(shape)


@settings(max_examples=150, deadline=None)
@given(
    some.lists(_areas(), max_size=5),
    some.lists(some.tuples(_areas(), some.sampled_from(DAYS[1:])), max_size=2),
    some.sampled_from(("", OURS, OTHER)),
)
def test_whatever_lies_on_whatever_the_map_and_the_check_agree(areas, vanished, applicant):
    gone = [replace(area, gone_on=day) for area, day in vanished if area.theme == "licences"]
    found = around(*areas, gone=gone)
    blocks = [at(lon, lat) for lon in range(7) for lat in range(6)]
    assert not disagreements(found, blocks, applicant)
    if not applicant:
        # and the other way round: what is clear by every rule the map does not darken
        shown = standings((WEST, SOUTH, WEST + 7, SOUTH + 6), found)
        doubted = {
            block
            for finding in check(blocks, found).findings
            if finding.state is not State.CLEAR and finding.rule not in OF_THE_DRAFT
            for block in finding.blocks
        }
        assert {block for block in blocks if shown.of(block).kind is not Kind.FREE} <= doubted
