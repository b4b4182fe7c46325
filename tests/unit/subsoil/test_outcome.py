"""Partial blocks with hand-made plots, and what would become of whole applications."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from shapely.affinity import affine_transform
from shapely.geometry import Polygon

from kaznedra_qgis.subsoil.blocks import area_km2, components, polygon
from kaznedra_qgis.subsoil.findings import State
from kaznedra_qgis.subsoil.outcome import predict
from kaznedra_qgis.subsoil.partial_blocks import remainders
from kaznedra_qgis.subsoil.rules import ProposedBlocks, check_all
from kaznedra_qgis.subsoil.surroundings import CoverageState
from tests.unit.subsoil.ground import (
    SOUTH,
    WEST,
    application,
    around,
    at,
    box,
    licence,
    programme,
    restricted,
    ring,
)

CLEAR, CONFLICT, UNKNOWN = State.CLEAR, State.CONFLICT, State.UNKNOWN
PAIR = (at(0, 0), at(1, 0))
HERE = at(0, 0)
ROW = tuple(at(lon, 0) for lon in range(6))


def mine(*corners):
    """A production plot."""
    return licence(ring(*corners), "production")


def minutes(geometry):
    """A geometry in minutes from the corner."""
    return affine_transform(geometry, (60, 0, 0, 60, -WEST, -SOUTH))


@pytest.mark.parametrize(
    ("plot", "left", "keeps"),
    [
        # surrounded: a hole in the block, all sides outside
        ([(0.3, 0.3), (0.7, 0.3), (0.7, 0.7), (0.3, 0.7)], 0.84, CLEAR),
        # the west half: the shared side lies outside
        ([(-1, 0), (0.5, 0), (0.5, 1), (-1, 1)], 0.5, CLEAR),
        # the east half, over the shared side: nothing is shared outside
        ([(0.5, -1), (1.5, -1), (1.5, 2), (0.5, 2)], 0.5, CONFLICT),
        # the south-east quarter: half of the shared side is left
        ([(0.5, -1), (1.5, -1), (1.5, 0.5), (0.5, 0.5)], 0.75, UNKNOWN),
        # a triangle that touches the shared side's end only
        ([(0, 0), (1, 0), (0, 1)], 0.5, CLEAR),
        # a triangle over the shared side
        ([(1, 0), (1, 1), (0, 1)], 0.5, CONFLICT),
        # a strip along the shared side, 20 m wide
        ([(0.985, -1), (1, -1), (1, 2), (0.985, 2)], 0.985, CONFLICT),
        # a ribbon through the middle from north to south: two pieces, one of which keeps the side
        ([(0.4, -1), (0.6, -1), (0.6, 2), (0.4, 2)], 0.8, CLEAR),
        # all but a corner
        ([(-1, -1), (2, -1), (2, 0.9), (0.1, 0.9), (0.1, 2), (-1, 2)], 0.09, UNKNOWN),
    ],
)
def test_what_a_plot_leaves_and_whether_a_shared_side_stays_outside(plot, left, keeps):
    cut = mine(*plot)
    found = remainders(PAIR, {HERE: (cut,)})[HERE]
    assert minutes(found.geometry).area == pytest.approx(left, abs=1e-6)
    assert found.keeps_side is keeps
    assert found.area_km2 == pytest.approx(left * area_km2(HERE), rel=2e-4)
    assert minutes(found.geometry).symmetric_difference(
        minutes(polygon(HERE)).difference(minutes(cut.geometry))
    ).area == pytest.approx(0, abs=1e-6)


def test_pieces_are_counted():
    found = remainders(PAIR, {HERE: (mine((0.4, -1), (0.6, -1), (0.6, 2), (0.4, 2)),)})[HERE]
    assert found.pieces == 2


def test_a_block_alone_counts_its_own_sides():
    east = mine((0.5, -1), (1.5, -1), (1.5, 2), (0.5, 2))
    assert remainders([HERE], {HERE: (east,)})[HERE].keeps_side is CLEAR
    surrounded = mine((-1, -1), (2, -1), (2, 2), (0.9, 2), (0.9, 0.5), (0.1, 0.5), (0.1, 2), (-1, 2))
    assert remainders([HERE], {HERE: (surrounded,)})[HERE].keeps_side is UNKNOWN


def test_a_side_must_stay_outside_on_both_of_its_sides():
    west, east = mine((0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8)), mine((1, -1), (1.5, -1), (1.5, 2), (1, 2))
    found = remainders(PAIR, {PAIR[0]: (west,), PAIR[1]: (east,)})
    assert [found[block].keeps_side for block in PAIR] == [CONFLICT, CONFLICT]


def test_several_plots_cut_together():
    south, north = mine((-1, -1), (2, -1), (2, 0.4), (-1, 0.4)), mine((-1, 0.6), (2, 0.6), (2, 2), (-1, 2))
    found = remainders(PAIR, {HERE: (south, north)})[HERE]
    apart = minutes(found.geometry).symmetric_difference(box_in_minutes(0, 0.4, 1, 0.6))
    assert apart.area == pytest.approx(0, abs=1e-9) and found.keeps_side is UNKNOWN


def test_a_block_cut_in_two_may_belong_to_two_plots():
    ribbon = licence(box(2.4, -1, 2.6, 2), "production")
    assert [len(plot) for plot in predict(ROW, None, around(ribbon)).plots] == [3, 4]
    (alone,) = predict(ROW[:1], None, around(licence(box(0.4, -1, 0.6, 2), "production"))).plots
    assert alone == ROW[:1]


TENTHS_OF_SECONDS = some.integers(-300, 900).map(lambda tenths: tenths / 600)
"""Minutes around a block"""


def box_in_minutes(west, south, east, north):
    return Polygon([(west, south), (east, south), (east, north), (west, north)])


@settings(max_examples=60, deadline=None)
@given(some.lists(some.tuples(TENTHS_OF_SECONDS, TENTHS_OF_SECONDS), min_size=3, max_size=7, unique=True))
def test_what_is_left_and_what_is_cut_make_the_block(corners):
    shape = Polygon(corners).convex_hull
    if shape.geom_type != "Polygon" or shape.area < 0.01:
        return
    plot = mine(*list(shape.exterior.coords)[:-1])
    found = remainders(PAIR, {HERE: (plot,)})[HERE]
    cut = box_in_minutes(0, 0, 1, 1).intersection(shape).area
    assert minutes(found.geometry).area + cut == pytest.approx(1, abs=1e-3)
    assert found.geometry.is_valid


def rule_of(surroundings, blocks=PAIR, block=HERE, **told):
    findings = check_all(ProposedBlocks(tuple(blocks), **told), surroundings)
    (found,) = [each for each in findings if each.rule == "partial_blocks" and block in each.blocks]
    return found


def test_the_finding_says_what_remains_and_by_which_article():
    west_half = mine((-1, 0), (0.5, 0), (0.5, 1), (-1, 1))
    marked = rule_of(around(west_half), partial=frozenset([HERE]))
    assert (marked.state, marked.article) == (CLEAR, "186(3)")
    assert marked.message["en"].startswith("Partial block: 1.10") and "whole shared side" in marked.message["en"]
    assert [each.feature_id for each in marked.evidence] == ["1"]
    assert rule_of(around(west_half)).state is CONFLICT
    east_half = mine((0.5, -1), (1.5, -1), (1.5, 2), (0.5, 2))
    assert rule_of(around(east_half), partial=frozenset([HERE])).state is CONFLICT
    assert rule_of(around(), partial=frozenset([HERE])).state is UNKNOWN
    together = rule_of(around(west_half, licence(box(0.5, 0, 1, 1), "production", "2")))
    assert (together.state, together.article) == (CONFLICT, "186(2)")


def fates(surroundings, blocks=ROW, **told):
    """The letter of each block's fate: whole, partial, uncertain, refused, isolated."""
    found = predict(ProposedBlocks(tuple(blocks), **told), None, surroundings)
    by_block = {
        block: name
        for name in ("whole", "partial", "uncertain", "refused", "isolated")
        for block in getattr(found, name)
    }
    assert set(by_block) == set(blocks)
    assert found.suggested_drop == found.refused + found.isolated
    return "".join(by_block[block][0] for block in blocks), len(found.plots)


@pytest.mark.parametrize(
    ("areas", "expected", "plots"),
    [
        ([], "wwwwww", 1),
        ([licence(box(0, 0, 1, 1))], "rwwwww", 1),
        ([licence(box(2.2, 0.2, 2.3, 0.3))], "wwrwww", 2),
        ([licence(box(1, 0, 2, 1))], "irwwww", 1),
        ([licence(box(1, 0, 2, 1)), licence(box(3, 0, 6, 1))], "irirrr", 0),
        ([licence(box(1, 0, 6, 1))], "wrrrrr", 1),
        ([licence(box(0, 0, 6, 1))], "rrrrrr", 0),
        ([licence(box(2, 0, 3, 1), "production")], "wwrwww", 2),
        ([licence(box(2.2, 0.2, 2.8, 0.8), "production")], "wwpwww", 1),
        ([licence(box(5.5, -1, 7, 2), "production")], "wwwwwp", 1),
        ([licence(box(2, -1, 2.5, 2), "production")], "wwpwww", 2),
        ([licence(box(4.5, -1, 6, 2), "production")], "wwwwpr", 1),
        ([licence(box(4.5, -1, 5.5, 2), "production")], "wwwwpr", 1),
        ([application(box(0, 0, 2, 1))], "rrwwww", 1),
        ([restricted(box(0, 0, 2, 1), "defence")], "rrwwww", 1),
        ([restricted(box(0.5, 0, 2, 1), "defence")], "irwwww", 1),
        ([licence(box(2.4, -1, 2.6, 2), "production")], "wwpwww", 2),
        ([licence(box(0.4, -1, 0.6, 2), "production")], "pwwwww", 1),
        ([restricted(box(0, 0, 1, 1), "protected_area")], "rwwwww", 1),
        ([programme(box(5.5, 0, 6, 1), "auction")], "wwwwwr", 1),
        ([programme(box(5.5, 0, 6, 1), "state_study")], "wwwwwu", 1),
        ([licence(box(0, 0, 1, 1), "geological_study")], "wwwwww", 1),
        ([licence(box(0, 0, 1, 1), "artisanal")], "uwwwww", 1),
        ([licence(box(0, 0, 1, 1), "no such kind")], "uwwwww", 1),
        ([licence(box(0.5, 0, 1, 0.5), "production")], "uwwwww", 1),
    ],
)
def test_what_becomes_of_a_row_of_six(areas, expected, plots):
    assert fates(around(*areas)) == (expected, plots)


def test_a_refusal_may_cost_a_neighbour_its_shared_side():
    """The second block's only whole side outside was shared with one that is refused."""
    areas = [licence(box(2, 0, 3, 1)), mine((0.9, -1), (1.2, -1), (1.2, 2), (0.9, 2))]
    assert fates(around(*areas), ROW[:3])[0] == "rrr"


@pytest.mark.parametrize("state", [each for each in CoverageState if each is not CoverageState.COMPLETE])
def test_nothing_is_granted_for_sure_while_a_theme_is_not_known(state):
    surroundings = around(licence(box(0, 0, 1, 1)), states={"restricted_areas": state})
    assert fates(surroundings) == ("ruuuuu", 1)


def test_without_consent_a_part_is_left_out_and_with_it_none():
    plot = licence(box(5.5, -1, 7, 2), "production")
    assert fates(around(plot)) == ("wwwwwp", 1)
    assert fates(around(plot), consents=frozenset({("licences", "1")})) == ("wwwwww", 1)


@settings(max_examples=40, deadline=None)
@given(
    some.sets(some.tuples(some.integers(0, 5), some.integers(0, 5)), min_size=1, max_size=20),
    some.lists(some.tuples(some.integers(0, 5), some.integers(0, 5), some.integers(1, 3)), max_size=4),
)
def test_the_suggestion_leaves_an_application_that_is_granted(chosen, taken):
    """What is left after the suggestion is applied has no conflict of place, and no isolated block."""
    blocks = [at(*place) for place in sorted(chosen)]
    areas = [licence(box(x, y, x + side, y + side), feature_id=str(n)) for n, (x, y, side) in enumerate(taken)]
    surroundings = around(*areas)
    first = predict(blocks, None, surroundings)
    rest = [block for block in blocks if block not in first.suggested_drop]
    if not rest:
        return
    second = predict(rest, None, surroundings)
    assert second.suggested_drop == () and set(second.whole) == set(rest)
    assert sorted(map(sorted, second.plots)) == sorted(map(sorted, components(rest)))


def test_of_too_many_blocks_none_is_granted_for_sure():
    many = [at(lon, lat) for lon in range(20) for lat in range(11)]
    outcome = predict(many, None, around())
    assert not outcome.whole and set(outcome.uncertain) == set(many)
    assert set(predict(many[:200], None, around()).whole) == set(many[:200])
