"""Territories of blocks as applicants draw them: grown block by block from a seed, compact or along the strike."""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional

from kaznedra_qgis.subsoil.blocks import Block, neighbours

Position = tuple[float, float]
FLOOR_OF_COUNT = 0.4
"""Part of the wanted blocks below which a territory that ran out of room is dropped"""


def block_at(position: Position) -> Block:
    """The block in which a position lies."""
    return Block(math.floor(position[0] * 60), math.floor(position[1] * 60))


def block_count(draw: random.Random) -> int:
    """A count of blocks between 1 and the law's 200: many small territories, some of the full size."""
    if draw.random() < 0.03:
        return draw.randrange(180, 201)
    return min(200, max(1, round(math.exp(draw.gauss(2.95, 1.1)))))


@dataclass(frozen=True)
class Habit:
    """How a territory grows: `compactness` draws it together, `stretch` (>= 1) along `azimuth` (radians) apart."""

    compactness: float
    stretch: float
    azimuth: float

    @staticmethod
    def drawn(draw: random.Random) -> "Habit":
        return Habit(draw.uniform(0.3, 2.2), draw.choice((1.0, 1.0, 1.5, 2.5)), draw.uniform(0, math.pi))


def grown(
    draw: random.Random, seed: Block, count: int, habit: Habit, is_free: Callable[[Block], bool]
) -> Optional[frozenset[Block]]:
    """A side-connected territory of about `count` blocks round the seed; None when there is no room for it."""
    if not is_free(seed):
        return None
    if draw.random() < 0.3:
        return _rectangle(draw, seed, count, is_free)
    squeeze = math.cos(math.radians(seed.lat / 60))
    turn = math.cos(habit.azimuth), math.sin(habit.azimuth)
    reach = math.sqrt(count)

    def worth(block: Block) -> float:
        east, north = (block.lon - seed.lon) * squeeze, block.lat - seed.lat
        across = (east * turn[0] - north * turn[1]) * habit.stretch
        forth = east * turn[1] + north * turn[0]
        held = sum(near in taken for near in neighbours(block))
        return habit.compactness * held - math.hypot(across, forth) / reach + draw.random() * 1.2

    taken: set[Block] = {seed}
    rim = [block for block in neighbours(seed) if is_free(block)]
    seen = {seed, *rim}
    while rim and len(taken) < count:
        candidates = {draw.randrange(len(rim)) for _ in range(6)}
        chosen = max(sorted(candidates), key=lambda index: worth(rim[index]))
        block = rim[chosen]
        rim[chosen] = rim[-1]
        rim.pop()
        taken.add(block)
        for near in neighbours(block):
            if near not in seen and is_free(near):
                seen.add(near)
                rim.append(near)
    return frozenset(taken) if len(taken) >= count * FLOOR_OF_COUNT else None


def _rectangle(
    draw: random.Random, seed: Block, count: int, is_free: Callable[[Block], bool]
) -> Optional[frozenset[Block]]:
    width = max(1, round(math.sqrt(count) * draw.uniform(0.8, 1.8)))
    height = max(1, min(200 // width, round(count / width)))
    blocks = frozenset(Block(seed.lon + x, seed.lat + y) for x in range(width) for y in range(height))
    return blocks if all(is_free(block) for block in blocks) else None
