"""Ground that a set of blocks encloses."""

from collections.abc import Collection

from .blocks import Block, bounds, neighbours


def enclosed(block: Block, blocks: Collection[Block]) -> frozenset[Block]:
    """The hole that a block lies in: all blocks not of the set that can be reached from it over shared sides.

    Empty where the block is of the set, or where the way leads out of it: nothing is enclosed then. Blocks of the set
    that meet in a corner close a hole, for the ground on both sides of the corner shares no side.
    """
    taken = frozenset(blocks)
    if not taken or block in taken:
        return frozenset()
    west, south, east, north = bounds(taken)
    found, edge = {block}, [block]
    while edge:
        here = edge.pop()
        if not (west <= here.lon < east and south <= here.lat < north):
            return frozenset()
        for near in neighbours(here):
            if near not in taken and near not in found:
                found.add(near)
                edge.append(near)
    return frozenset(found)
