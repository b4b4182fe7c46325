"""The R-tree of a theme's table, packed whole where it was empty: many times as fast as row by row.

Sources: SQLite, "The SQLite R*Tree Module", section 6 (shadow tables and the format of nodes); S. Leutenegger and
others, "STR: A Simple and Efficient Algorithm for R-Tree Packing", 1997.
"""

import sqlite3
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ..themes import Theme
from .connection import bounds

HEAD = 40
"""Bytes of a GeoPackage geometry that tell its bounds, be it a polygon with an envelope or a point"""

_WITH_ENVELOPE = b"GP\0\x03"
_CHUNK = 10_000

_CELLS = 51
"""Cells of a full node of a database with pages of 4096 bytes"""

_CELL_BYTES = 24
_HEADER_BYTES = 4
_ROOT = 1


@dataclass(frozen=True)
class Level:
    """Nodes of one height above the leaves: their numbers, what each holds as SQLite writes it, and its children."""

    links: str
    numbers: Sequence[int]
    written: list[bytes]
    children: list[Any]


def add(connection: sqlite3.Connection, theme: Theme, features: Iterable[tuple[int, bytes]]) -> None:
    """Index features (fid, GeoPackage geometry, of which `HEAD` bytes are enough); those without lie nowhere.

    Run inside a transaction.
    """
    if node_bytes := packable(connection, theme):
        write(connection, theme, packed(features, node_bytes))
    else:
        rows = ((fid, *found) for fid, geom in features if (found := bounds(geom)) is not None)
        connection.executemany(f'INSERT INTO "{_table(theme)}" VALUES (?, ?, ?, ?, ?)', rows)  # nosec B608


def packable(connection: sqlite3.Connection, theme: Theme) -> int:
    """Bytes of a node of an empty index; 0 for another, and where SQLite was built to defend its shadow tables."""
    table = _table(theme)
    try:
        connection.execute(f'UPDATE "{table}_node" SET data = data WHERE nodeno = {_ROOT}')  # nosec B608
    except sqlite3.OperationalError as refusal:
        if "may not be modified" in str(refusal):
            return 0
        raise
    if connection.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone():  # nosec B608
        return 0
    return int(connection.execute(f'SELECT length(data) FROM "{table}_node" WHERE nodeno = 1').fetchone()[0])  # nosec B608


def packed(features: Iterable[tuple[int, bytes]], node_bytes: int) -> list[Level]:
    """An index of features (as for `add`) from the leaves up; works without the workspace."""
    import numpy

    ids, boxes = _read(features)
    most = (node_bytes - _HEADER_BYTES) // _CELL_BYTES
    number = _ROOT
    levels: list[Level] = []
    while not levels or len(levels[-1].numbers) > 1:
        groups = numpy.array_split(_tiled(boxes), max(1, -(-len(ids) // most)))
        numbers = [_ROOT] if len(groups) == 1 else range(number + 1, number + 1 + len(groups))
        number += len(groups)
        height = len(levels) if len(groups) == 1 else 0
        written = [_node(ids[group], boxes[group], height, node_bytes) for group in groups]
        levels.append(Level("parent" if levels else "rowid", numbers, written, [ids[group] for group in groups]))
        ids = numpy.array(numbers, dtype="i8")
        boxes = numpy.array([_around(boxes[group]) for group in groups]) if len(groups) > 1 else boxes
    return levels


def write(connection: sqlite3.Connection, theme: Theme, levels: Iterable[Level]) -> None:
    """Fill the empty index of a theme; inside the transaction in which it was found `packable`."""
    table = _table(theme)
    for level in levels:
        nodes = zip(level.numbers, level.written)
        connection.executemany(f'INSERT OR REPLACE INTO "{table}_node" VALUES (?, ?)', nodes)  # nosec B608
        links = ((child, node) for node, ids in zip(level.numbers, level.children) for child in ids.tolist())
        connection.executemany(f'INSERT INTO "{table}_{level.links}" VALUES (?, ?)', links)  # nosec B608


def _table(theme: Theme) -> str:
    return f"rtree_{theme.name}_geom"


def _read(features: Iterable[tuple[int, bytes]]):
    """fids of those that lie somewhere, and as many rows of min x, max x, min y, max y in single precision."""
    import numpy

    usual = numpy.dtype([("sort", "S4"), ("srs", "<i4"), ("box", "<f8", 4)])
    ids, boxes, rest = [numpy.empty(0, "i8")], [numpy.empty((0, 4), "f4")], iter(features)
    while chunk := list(islice(rest, _CHUNK)):
        fids, heads = zip(*chunk)
        if all(head is not None and len(head) == HEAD for head in heads):
            read = numpy.frombuffer(b"".join(heads), usual)
            if (read["sort"] == _WITH_ENVELOPE).all():
                ids.append(numpy.array(fids, "i8"))
                boxes.append(_widened(read["box"]))
                continue
        placed = [(fid, found) for fid, head in chunk if (found := bounds(head)) is not None]
        ids.append(numpy.array([fid for fid, _ in placed], "i8"))
        boxes.append(_widened(numpy.array([found for _, found in placed]).reshape(-1, 4)))
    return numpy.concatenate(ids), numpy.concatenate(boxes)


def _node(ids, boxes, height: int, size: int) -> bytes:
    """A node as SQLite writes it: height (of the root), number of cells, and each cell's id and bounds, big-endian."""
    import numpy

    cells = numpy.empty(len(ids), dtype=[("id", ">i8"), ("box", ">f4", 4)])
    cells["id"], cells["box"] = ids, boxes
    return (struct.pack(">HH", height, len(ids)) + cells.tobytes()).ljust(size, b"\0")


def _tiled(boxes):
    """Order in which as many boxes as fit a node, taken together, lie close together: by strips, then along them."""
    import numpy

    x, y = boxes[:, 0] + boxes[:, 1], boxes[:, 2] + boxes[:, 3]
    strips = max(1, round((len(boxes) / _CELLS) ** 0.5))
    by_x = numpy.argsort(x, kind="stable")
    return numpy.concatenate(
        [strip[numpy.argsort(y[strip], kind="stable")] for strip in numpy.array_split(by_x, strips)]
    )


def _widened(boxes):
    """Bounds in single precision, as R-trees hold them, never smaller than what they bound."""
    import numpy

    single = boxes.astype("f4")
    lower, upper = single[:, 0::2], single[:, 1::2]
    above, below = lower > boxes[:, 0::2], upper < boxes[:, 1::2]
    lower[above] = numpy.nextafter(lower[above], numpy.float32(-numpy.inf))
    upper[below] = numpy.nextafter(upper[below], numpy.float32(numpy.inf))
    return single


def _around(boxes):
    import numpy

    return numpy.array([boxes[:, 0].min(), boxes[:, 1].max(), boxes[:, 2].min(), boxes[:, 3].max()])
