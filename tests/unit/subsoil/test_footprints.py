"""Footprints: the quick way for whole blocks and the general one agree, with holes and with corners that touch."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some
from shapely.geometry import MultiPolygon, Polygon

from kaznedra_qgis.subsoil.blocks import Block, outline
from kaznedra_qgis.subsoil.footprints import _of_any, _of_whole_blocks, footprint
from kaznedra_qgis.subsoil.surroundings import Area
from tests.unit.subsoil.ground import SOUTH, WEST, box, ring

SNAP = (5e-5, 5e-5)
cells = some.sets(some.tuples(some.integers(0, 6), some.integers(0, 6)), min_size=1, max_size=30)


@settings(max_examples=150, deadline=None)
@given(cells)
def test_whole_blocks_are_found_quickly_as_they_are_found_slowly(chosen):
    blocks = [Block(WEST + x, SOUTH + y) for x, y in chosen]
    quick, slow = (way(outline(blocks), SNAP) for way in (_of_whole_blocks, _of_any))
    assert (quick.west, quick.south, quick.east, quick.north) == (slow.west, slow.south, slow.east, slow.north)
    assert np.array_equal(quick.touched, slow.touched) and np.array_equal(quick.within, slow.within)
    assert {block for block in blocks if quick.share(block) == "whole"} == set(blocks)


def test_what_does_not_run_along_the_lines_goes_the_general_way():
    for shape in (box(0.5, 0, 1, 1), ring((0, 0), (2, 1), (0, 2)), MultiPolygon([box(0, 0, 1, 1), box(2, 0, 2.5, 1)])):
        assert _of_whole_blocks(shape, SNAP) is None
    seen = footprint(Area("licences", "1", ring((0, 0), (2, 1), (0, 2))))
    assert [seen.share(Block(WEST + x, SOUTH + y)) for x, y in ((0, 0), (1, 0), (2, 0))] == ["part", "part", ""]


def test_nothing_has_no_footprint():
    assert footprint(Area("licences", "1", None)) is None
    assert footprint(Area("licences", "1", Polygon())) is None
