import random
import struct
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaznedra_qgis.themes import THEMES
from kaznedra_qgis.workspace import Workspace, spatial_index
from kaznedra_qgis.workspace.connection import connect

THEME = THEMES["licences"]
TABLE = "rtree_licences_geom"


def blob(west: float, east: float, south: float, north: float) -> bytes:
    return struct.pack("<2sBBi4d", b"GP", 0, 3, 4326, west, east, south, north)


def boxes(count: int, seed: int = 1) -> list[tuple[float, float, float, float]]:
    rolled = random.Random(seed)
    corners = ((rolled.uniform(46, 87), rolled.uniform(40, 55)) for _ in range(count))
    return [(x, x + rolled.random() / 10, y, y + rolled.random() / 10) for x, y in corners]


def touching(connection, box):
    west, east, south, north = box
    condition = "minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ?"
    found = connection.execute(f"SELECT id FROM {TABLE} WHERE {condition}", (east, west, north, south))
    return {row[0] for row in found}


@pytest.fixture
def connection(tmp_path):
    with closing(connect(Workspace.create(tmp_path / "w.gpkg").path)) as opened:
        yield opened


@pytest.mark.parametrize("count", [1, 51, 52, 2601, 2602, 10_000])
def test_a_packed_index_finds_what_it_holds_and_is_sound(connection, count):
    given_boxes = boxes(count)
    spatial_index.add(connection, THEME, [(fid, blob(*box)) for fid, box in enumerate(given_boxes, 1)])
    assert connection.execute(f"SELECT rtreecheck('{TABLE}')").fetchone()[0] == "ok"
    window = (60.0, 65.0, 45.0, 50.0)
    west, east, south, north = window
    truth = {
        fid for fid, (w, e, s, n) in enumerate(given_boxes, 1) if w <= east and e >= west and s <= north and n >= south
    }
    assert truth <= touching(connection, window)
    assert all(fid in touching(connection, box) for fid, box in list(enumerate(given_boxes, 1))[:: max(1, count // 50)])
    assert connection.execute(f"SELECT count(*) FROM {TABLE}").fetchone()[0] == count


def test_a_packed_index_takes_further_rows_and_lets_go_of_them(connection):
    spatial_index.add(connection, THEME, [(fid, blob(*box)) for fid, box in enumerate(boxes(3000), 1)])
    spatial_index.add(connection, THEME, [(fid, blob(*box)) for fid, box in enumerate(boxes(3000, 2), 3001)])
    connection.execute(f"DELETE FROM {TABLE} WHERE id % 3 = 0")
    assert connection.execute(f"SELECT rtreecheck('{TABLE}')").fetchone()[0] == "ok"
    assert connection.execute(f"SELECT count(*) FROM {TABLE}").fetchone()[0] == 4000


def test_features_without_a_geometry_lie_nowhere(connection):
    spatial_index.add(connection, THEME, [(1, None), (2, b"GP\x00\x10" + bytes(40)), (3, blob(70, 71, 48, 49))])
    assert touching(connection, (-180, 180, -90, 90)) == {3}
    assert connection.execute(f"SELECT rtreecheck('{TABLE}')").fetchone()[0] == "ok"


def test_nothing_leaves_the_index_empty_and_sound(connection):
    spatial_index.add(connection, THEME, [])
    assert connection.execute(f"SELECT rtreecheck('{TABLE}')").fetchone()[0] == "ok"


@settings(max_examples=50)
@given(st.lists(st.tuples(*[st.floats(-180, 180)] * 4), min_size=1, max_size=60))
def test_bounds_are_never_smaller_than_what_they_bound(corners):
    import numpy

    sides = [(min(a, b), max(a, b), min(c, d), max(c, d)) for a, b, c, d in corners]
    exact = numpy.array(sides)
    widened = spatial_index._widened(exact).astype("f8")
    assert (widened[:, 0::2] <= exact[:, 0::2]).all() and (widened[:, 1::2] >= exact[:, 1::2]).all()
    assert numpy.abs(widened - exact).max() < 1e-4
