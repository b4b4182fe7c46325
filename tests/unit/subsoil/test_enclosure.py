"""Holes in sets of blocks."""

from hypothesis import given
from hypothesis import strategies as st

from kaznedra_qgis.subsoil.blocks import Block, neighbours
from kaznedra_qgis.subsoil.enclosure import enclosed


def drawn(*rows: str) -> set[Block]:
    """Blocks where a # stands, the first row in the north."""
    return {Block(x, -y) for y, row in enumerate(rows) for x, sign in enumerate(row) if sign == "#"}


def test_a_ring_encloses_what_is_inside() -> None:
    ring = drawn("####", "#..#", "#.##", "###.")
    assert enclosed(Block(1, -1), ring) == drawn("....", ".##.", ".#..")
    assert enclosed(Block(3, -3), ring) == frozenset()


def test_blocks_that_meet_in_a_corner_close_a_hole() -> None:
    assert enclosed(Block(1, -1), drawn(".#.", "#.#", ".#.")) == {Block(1, -1)}


def test_a_gap_lets_out() -> None:
    assert enclosed(Block(1, -1), drawn("###", "#..", "###")) == frozenset()


def test_nothing_is_enclosed_by_nothing_nor_inside_a_block_of_the_set() -> None:
    assert enclosed(Block(0, 0), set()) == frozenset()
    assert enclosed(Block(0, 0), {Block(0, 0)}) == frozenset()


cells = st.builds(Block, st.integers(0, 6), st.integers(0, 6))


@given(st.sets(cells, max_size=40), cells)
def test_a_hole_is_wholly_surrounded_and_filling_it_leaves_none(blocks: set, block: Block) -> None:
    hole = enclosed(block, blocks)
    assert not hole & blocks
    assert {near for cell in hole for near in neighbours(cell)} <= hole | blocks
    assert all(enclosed(cell, blocks) == hole for cell in hole)
    assert enclosed(block, blocks | hole) == frozenset() or not hole
