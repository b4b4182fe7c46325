"""Distances around areas on the ellipsoid: never short, and by how much too long."""

from math import cos, radians, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pyproj import Geod
from shapely.geometry import Point, Polygon

from kaznedra_qgis.subsoil.buffers import buffered

GEOD = Geod(ellps="WGS84")


def heptagon(lon: float, lat: float, radius_km: float) -> Polygon:
    """A polygon around a place."""
    corners = [GEOD.fwd(lon, lat, turn * 360 / 7, radius_km * 1000)[:2] for turn in range(7)]
    return Polygon(corners)


@settings(max_examples=40, deadline=None)
@given(
    some.floats(46.5, 87),
    some.floats(40.6, 55.4),
    some.floats(0.05, 60),
    some.sampled_from([100.0, 400.0, 1000.0]),
    some.floats(0, 360),
)
def test_what_is_nearer_lies_within_and_what_is_farther_outside(lon, lat, radius_km, metres, bearing):
    shape = heptagon(lon, lat, radius_km)
    grown = buffered(shape, metres)
    x, y = shape.exterior.coords[2]
    # straight away from a corner that points outwards, the corner is the nearest of the polygon
    outwards = 2 * 360 / 7 + (bearing - 180) / 18
    near, far = (GEOD.fwd(x, y, outwards, metres * share)[:2] for share in (0.99999, 1.0015))
    assert grown.contains(Point(near)) and not grown.contains(Point(far))
    assert grown.contains(shape)


@pytest.mark.parametrize("metres", [100, 1000])
def test_along_a_parallel_of_ten_minutes_too(metres):
    """A side along a parallel leaves the geodesic by metres; the distance is kept from the parallel all the same."""
    shape = Polygon([(70, 50), (70 + 1 / 6, 50), (70 + 1 / 6, 50.1), (70, 50.1)])
    grown = buffered(shape, metres)
    for lon in (70.0, 70.04, 70 + 1 / 12, 70.15):
        near, far = (GEOD.fwd(lon, 50, 180, metres * share)[:2] for share in (0.99999, 1.0015))
        assert grown.contains(Point(near)) and not grown.contains(Point(far))


def test_holes_shrink_and_inward_corners_are_never_short():
    hole = [(70.05 + 0.02 * cos(radians(a)), 50.05 + 0.02 * sin(radians(a))) for a in range(0, 360, 30)]
    shape = Polygon([(70, 50), (70.1, 50), (70.1, 50.1), (70, 50.1)], [hole])
    grown = buffered(shape, 400)
    x, y = hole[0]
    assert grown.contains(Point(GEOD.fwd(x, y, 270, 399.9)[:2]))
    assert not grown.contains(Point(70.05, 50.05))


def test_no_distance_leaves_the_area_as_it_is():
    shape = heptagon(70, 50, 1)
    assert buffered(shape, 0) is shape
