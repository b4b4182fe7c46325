"""The corner catalogue: order of corners, datums, and angles in degrees, minutes and seconds."""

from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.catalogue import corner_catalogue, dms
from kaznedra_qgis.subsoil.transformations import is_known

WEST, SOUTH = 4820, 2987


def test_corners_run_clockwise_from_the_north_west():
    found = corner_catalogue([Block(WEST, SOUTH), Block(WEST + 1, SOUTH)])
    assert [corner.minutes for corner in found.corners] == [
        (WEST, SOUTH + 1),
        (WEST + 2, SOUTH + 1),
        (WEST + 2, SOUTH),
        (WEST, SOUTH),
    ]
    assert [(corner.plot, corner.contour, corner.number) for corner in found.corners] == [
        (1, 0, number) for number in (1, 2, 3, 4)
    ]


def test_plots_are_counted_from_the_north_and_holes_follow_their_outer_contour():
    ring = [Block(WEST + x, SOUTH + y) for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    found = corner_catalogue([*ring, Block(WEST + 9, SOUTH + 9)])
    assert [(corner.plot, corner.contour) for corner in found.corners] == [(1, 0)] * 4 + [(2, 0)] * 4 + [(2, 1)] * 4
    assert found.corners[8].minutes == (WEST + 1, SOUTH + 2)


def test_every_datum_is_there_with_its_transformation():
    found = corner_catalogue([Block(WEST, SOUTH)])
    assert [conversion.datum.name for conversion in found.conversions] == ["WGS 84", "SK-42", "QazTRF-23"]
    wgs_84, sk_42, qaztrf_23 = found.conversions
    assert wgs_84.operation == "" and wgs_84.accuracy_m == 0
    assert "Pulkovo 1942 to WGS 84" in sk_42.operation and "EPSG:" in sk_42.operation and sk_42.accuracy_m < 10
    assert qaztrf_23.accuracy_m == 1
    assert qaztrf_23.is_equivalent == (not is_known("EPSG:10941")) and "EPSG:10965" in qaztrf_23.operation
    assert sk_42.better.grids == ("qazgrid_kz.gsb",) and qaztrf_23.better is None


def test_a_pinned_transformation_is_named_as_such():
    wgs_84, sk_42, qaztrf_23 = corner_catalogue([Block(WEST, SOUTH)], pinned="EPSG:1291").conversions
    assert "EPSG:1291" in sk_42.operation and sk_42.accuracy_m == 44
    assert (wgs_84.is_pinned, sk_42.is_pinned, qaztrf_23.is_pinned) == (False, True, False)


def test_sk_42_lies_as_far_off_as_surveys_say():
    for corner in corner_catalogue([Block(WEST, SOUTH), Block(3000, 2460)]).corners:
        wgs_84, sk_42, qaztrf_23 = corner.positions
        north, east = (sk_42.lat - wgs_84.lat) * 111_200, (sk_42.lon - wgs_84.lon) * 111_320 * cos(radians(wgs_84.lat))
        assert 50 < hypot(north, east) < 105
        assert qaztrf_23 == pytest.approx(wgs_84, abs=1e-7)


def test_a_grid_counted_in_sk_42_is_turned_the_other_way():
    found = corner_catalogue([Block(WEST, SOUTH)], "EPSG:4284")
    straight = corner_catalogue([Block(WEST, SOUTH)])
    assert found.conversions[1].operation == "" and "Pulkovo 1942 to WGS 84" in found.conversions[0].operation
    assert found.corners[0].positions[1].lat == pytest.approx((SOUTH + 1) / 60, abs=1e-12)
    shift = straight.corners[0].positions[1].lon - straight.corners[0].positions[0].lon
    assert found.corners[0].positions[0].lon == pytest.approx(WEST / 60 - shift, abs=1e-7)


@pytest.mark.parametrize(
    ("degrees", "told"),
    [(49.85, "49°51′00.00″"), (80 + 59.999 / 60, "80°59′59.94″"), (80.99999999, "81°00′00.00″"), (0, "0°00′00.00″")],
)
def test_degrees_minutes_seconds(degrees, told):
    assert dms(degrees) == told


@given(st.integers(46 * 3600 * 100, 88 * 3600 * 100))
def test_hundredths_of_a_second_are_kept(hundredths):
    degrees, rest = dms(hundredths / 360_000).split("°")
    minutes, seconds = rest.rstrip("″").split("′")
    assert round((int(degrees) * 60 + int(minutes)) * 6000 + float(seconds) * 100) == hundredths
    assert int(minutes) < 60 and float(seconds) < 60


def test_no_blocks_no_catalogue():
    with pytest.raises(ValueError):
        corner_catalogue([])
