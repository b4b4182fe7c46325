"""A bitmap as few rectangles, to be drawn or asked for one by one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Array = Any

Rectangle = tuple[int, int, int, int]
"""First column, first row, and the column and the row after the last"""


def rectangles(cells: "Array") -> Iterator[Rectangle]:
    """Rectangles that cover the cells that are set (a 2-D bool array), each cell once, and no other.

    Runs of a row that the next row repeats are one rectangle.
    """
    open_runs: dict[tuple[int, int], int] = {}
    for row in range(len(cells) + 1):
        runs = set(_runs(cells[row])) if row < len(cells) else set()
        for run in [run for run in open_runs if run not in runs]:
            yield run[0], open_runs.pop(run), run[1], row
        for run in runs:
            open_runs.setdefault(run, row)


def _runs(row: "Array") -> Iterator[tuple[int, int]]:
    """Where cells that are set stand side by side: the first, and the one after the last."""
    import numpy as np

    edges = np.flatnonzero(np.diff(row, prepend=False, append=False)).tolist()
    return zip(edges[::2], edges[1::2])
