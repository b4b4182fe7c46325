"""A bitmap as rectangles."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from kaznedra_qgis.subsoil.rectangles import rectangles


@given(
    arrays.arrays(bool, arrays.array_shapes(min_dims=2, max_dims=2, min_side=0, max_side=12), elements=st.booleans())
)
def test_every_cell_that_is_set_is_covered_once_and_no_other(cells):
    painted = np.zeros(cells.shape, int)
    for left, low, right, high in rectangles(cells):
        assert left < right and low < high
        painted[low:high, left:right] += 1
    assert (painted == cells).all()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["....", "...."], []),
        (["####", "####"], [(0, 0, 4, 2)]),
        (["##..", "##.#"], [(0, 0, 2, 2), (3, 1, 4, 2)]),
        (["#...", "##.."], [(0, 0, 1, 1), (0, 1, 2, 2)]),
    ],
)
def test_rows_that_repeat_are_one(rows, expected):
    cells = np.array([[cell == "#" for cell in row] for row in rows])
    assert sorted(rectangles(cells)) == expected
