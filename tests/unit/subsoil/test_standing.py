"""How blocks of a view stand: each kind of area, by marks and by the word that is shown."""

from dataclasses import replace
from datetime import date

import pytest

from kaznedra_qgis.subsoil.aftermath import After
from kaznedra_qgis.subsoil.standing import THEMES_THAT_COUNT, Kind, Mark, standings
from kaznedra_qgis.subsoil.surroundings import CoverageState
from tests.unit.subsoil.ground import (
    OTHER,
    OURS,
    SOUTH,
    WEST,
    application,
    around,
    at,
    box,
    licence,
    liquidation,
    programme,
    restricted,
)

VIEW = (WEST, SOUTH, WEST + 10, SOUTH + 10)
WHOLE, HALF = box(2, 2, 4, 4), box(2.5, 2, 4, 4)


def kind(*areas, block=None) -> Kind:
    return standings(VIEW, around(*areas)).of(block or at(2, 2)).kind


@pytest.mark.parametrize(
    ("area", "whole", "half"),
    [
        (licence, Kind.TAKEN, Kind.TAKEN),
        (lambda g: licence(g, status="suspended"), Kind.TAKEN, Kind.TAKEN),
        (lambda g: licence(g, status="expired"), Kind.UNKNOWN, Kind.UNKNOWN),
        (lambda g: licence(g, status="expired", ended_on="2026-11-20"), Kind.UNKNOWN, Kind.UNKNOWN),
        (lambda g: licence(g, status="expired", ended_on="2026-06-01"), Kind.FREE, Kind.FREE),
        (lambda g: licence(g, status="revoked", ended_on="2026-06-01"), Kind.UNKNOWN, Kind.UNKNOWN),
        (lambda g: licence(g, status="revoked", ended_on="2025-06-01"), Kind.FREE, Kind.FREE),
        (lambda g: licence(g, "production"), Kind.TAKEN, Kind.PARTLY),
        (lambda g: licence(g, "common_minerals"), Kind.TAKEN, Kind.PARTLY),
        (lambda g: licence(g, "production", minerals="oil, gas"), Kind.TAKEN, Kind.PARTLY),
        (lambda g: licence(g, "production", minerals="U"), Kind.TAKEN, Kind.TAKEN),
        (lambda g: licence(g, "production", minerals=None), Kind.TAKEN, Kind.PARTLY),
        (lambda g: licence(g, "subsoil_space"), Kind.TAKEN, Kind.PARTLY),
        (lambda g: licence(g, "geological_study"), Kind.FREE, Kind.FREE),
        (lambda g: licence(g, "contract"), Kind.TAKEN, Kind.PARTLY),
        (lambda g: licence(g, "no such kind"), Kind.UNKNOWN, Kind.UNKNOWN),
        (lambda g: licence(g, status=None), Kind.UNKNOWN, Kind.UNKNOWN),
        (application, Kind.APPLIED, Kind.APPLIED),
        (lambda g: application(g, status="withdrawn"), Kind.FREE, Kind.FREE),
        (lambda g: application(g, status="licence_issued"), Kind.UNKNOWN, Kind.UNKNOWN),
        (lambda g: application(g, None), Kind.APPLIED, Kind.APPLIED),
        (lambda g: application(g, "production"), Kind.APPLIED, Kind.PARTLY),
        (lambda g: restricted(g, "defence"), Kind.RESTRICTED, Kind.RESTRICTED_PARTLY),
        (lambda g: restricted(g, "protected_area"), Kind.RESTRICTED, Kind.RESTRICTED_PARTLY),
        (lambda g: programme(g, "auction"), Kind.PROGRAMME, Kind.PROGRAMME),
        (lambda g: programme(g, "uranium"), Kind.PROGRAMME, Kind.PROGRAMME),
        (lambda g: programme(g, "uranium", valid_to="2026-11-21"), Kind.FREE, Kind.FREE),
        (liquidation, Kind.TAKEN, Kind.PARTLY),
        (lambda g: liquidation(g, "accepted"), Kind.FREE, Kind.FREE),
    ],
)
def test_each_kind_of_area(area, whole, half):
    assert kind(area(WHOLE)) is whole
    assert kind(area(HALF)) is half
    assert kind(area(WHOLE), block=at(4, 4)) is Kind.FREE


def test_what_a_block_meets_is_named_and_the_worst_shown():
    around_here = around(licence(WHOLE, "geological_study", "study"), restricted(HALF, "defence", "camp"))
    found = standings(VIEW, around_here).of(at(2, 2))
    assert [area.feature_id for area in found.areas] == ["camp", "study"] and found.makers == 1
    assert found.marks == Mark.NOTED | Mark.RESTRICTED_PARTLY and found.kind is Kind.RESTRICTED_PARTLY
    assert standings(VIEW, around_here).of(at(5, 5)).areas == ()


def test_a_buffer_reaches_into_the_next_block():
    village = restricted(box(3.9, 2.4, 4, 2.5), "settlement")
    assert kind(village, block=at(4, 2)) is Kind.RESTRICTED_PARTLY
    assert kind(village, block=at(5, 2)) is Kind.FREE
    assert kind(replace(village, attributes={**village.attributes, "category": "defence"}), block=at(4, 2)) is Kind.FREE


def test_corners_a_few_metres_off_the_grid_are_those_of_the_blocks():
    licensed = licence(box(2.002, 2.001, 3.999, 4.002), blocks="codes")
    assert kind(licensed, block=at(2, 2)) is Kind.TAKEN
    assert kind(licensed, block=at(2, 4)) is Kind.FREE
    assert kind(licence(box(2, 2, 4, 4.002)), block=at(2, 4)) is Kind.TAKEN


@pytest.mark.parametrize("theme", THEMES_THAT_COUNT)
@pytest.mark.parametrize("state", [each for each in CoverageState if each is not CoverageState.COMPLETE])
def test_nothing_is_free_while_a_theme_is_not_known(theme, state):
    shown = standings(VIEW, around(licence(WHOLE), states={theme: state}))
    assert shown.of(at(2, 2)).kind is Kind.TAKEN
    assert shown.of(at(7, 7)).kind is Kind.UNKNOWN
    assert [(coverage.theme, coverage.state) for coverage in shown.of(at(7, 7)).missing] == [(theme, state)]


def test_nothing_is_free_of_which_nothing_was_ever_pulled():
    assert standings(VIEW, around(absent=THEMES_THAT_COUNT)).of(at(7, 7)).kind is Kind.UNKNOWN


def test_beyond_what_was_looked_at_nothing_is_known():
    known = replace(around(licence(WHOLE)), bounds=(WEST, SOUTH, WEST + 5, SOUTH + 10))
    shown = standings(VIEW, known)
    assert [shown.of(block).kind for block in (at(2, 2), at(4, 7), at(5, 7), at(-1, 0))] == [
        Kind.TAKEN,
        Kind.FREE,
        Kind.UNKNOWN,
        Kind.UNKNOWN,
    ]


def test_why_ground_that_was_freed_is_not_known_is_told():
    revoked = licence(WHOLE, status="revoked", ended_on="2026-11-20")
    found = standings(VIEW, around(revoked)).of(at(2, 2))
    assert [(each.after, each.article, each.until) for each in found.aftermath] == [
        (After.AUCTION, "189-1", date(2026, 12, 20)),
        (After.REVOKED, "190", date(2027, 11, 20)),
    ]
    assert found.areas == (revoked,) and found.makers == 1
    # the day after the last one
    later = around(revoked, day=date(2026, 12, 21))
    assert [each.after for each in standings(VIEW, later).of(at(2, 2)).aftermath] == [After.REVOKED]
    over = around(revoked, day=date(2027, 11, 21))
    assert standings(VIEW, over).of(at(2, 2)).kind is Kind.FREE


@pytest.mark.parametrize(
    ("applicant", "shown"), [("", Kind.UNKNOWN), (OURS, Kind.FREE), (OTHER, Kind.REFUSED), ("***", Kind.UNKNOWN)]
)
def test_what_was_lost_is_refused_to_whom_it_belonged(applicant, shown):
    known = around(licence(WHOLE, status="relinquished", ended_on="2026-06-01"))
    assert standings(VIEW, known, applicant=applicant).of(at(2, 2)).kind is shown


def test_a_licence_that_was_issued_since_leaves_nothing_free_where_none_is_seen():
    issued = application(box(2, 2, 5, 4), status="licence_issued", changed_at="2026-11-22T08:00:00Z")
    ended = licence(box(4, 2, 6, 4), status="expired", ended_on="2020-01-01")
    shown = standings(VIEW, around(issued, ended))
    assert [shown.of(at(lon, 2)).kind for lon in (2, 3, 4, 5)] == [Kind.UNKNOWN, Kind.UNKNOWN, Kind.FREE, Kind.FREE]
    assert [each.after for each in shown.of(at(2, 2)).aftermath] == [After.ISSUED]
    before = replace(issued, attributes={**issued.attributes, "changed_at": "2026-11-21T07:00:00Z"})
    assert standings(VIEW, around(before)).of(at(2, 2)).kind is Kind.FREE


def test_where_a_place_cannot_be_told_nothing_is_free():
    lost = licence(box(2, 2, 4, 400_000), feature_id="lost")
    shown = standings(VIEW, around(lost)).of(at(7, 7))
    assert shown.kind is Kind.UNKNOWN and shown.areas == (lost,)


def test_beyond_the_grid_of_blocks_nothing_is_free():
    """The grid begins at 46.49 E: the first block that reaches in is that of 46 degrees 29 minutes."""
    shown = standings((2786, SOUTH, 2792, SOUTH + 1), around())
    assert (shown.marks[0] == Mark.UNKNOWN).tolist() == [True, True, True, False, False, False]
