"""The way between two datums: where it leads, which one is taken, and what a grid file changes."""

import json
import os
import subprocess
import sys
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.subsoil.transformations import COUNTRY, QAZTRF_23, SK_42, WGS_84, choose, operations
from tests.house import ROOT
from tests.unit.subsoil.ntv2 import write_ntv2

PLACES = {
    "Aktau": (51.17, 43.65),
    "Almaty": (76.93, 43.25),
    "Astana": (71.43, 51.13),
    "Oral": (51.37, 51.23),
    "Oskemen": (82.61, 49.97),
    "Shymkent": (69.6, 42.32),
    "Zhezkazgan": (67.71, 47.8),
}
HELMERT = {
    # metres, seconds of arc, parts per million; rotations of the coordinate frame
    "EPSG:5044": (23.57, -140.95, -79.8, 0, -0.35, -0.79, -0.22),
    "EPSG:15865": (25, -141, -78.5, 0, -0.35, -0.736, 0),
    "EPSG:1291": (15, -130, -84, 0, 0, 0, 0),
    "EPSG:1303": (43.822, -108.842, -119.585, -1.455, 0.761, -0.737, 0.549),
}
KRASSOVSKY, WGS = (6378245.0, 1 / 298.3), (6378137.0, 1 / 298.257223563)


def around(lon: float, lat: float):
    return lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1


def shifted(lon: float, lat: float, parameters) -> tuple[float, float]:
    """From Pulkovo 1942 to WGS 84 by seven parameters, by the textbook."""
    dx, dy, dz, rx, ry, rz, ppm = parameters
    rx, ry, rz = (radians(seconds / 3600) for seconds in (rx, ry, rz))
    axis, flattening = KRASSOVSKY
    e2 = flattening * (2 - flattening)
    phi, lam = radians(lat), radians(lon)
    n = axis / sqrt(1 - e2 * sin(phi) ** 2)
    x, y, z = n * cos(phi) * cos(lam), n * cos(phi) * sin(lam), n * (1 - e2) * sin(phi)
    m = 1 + ppm * 1e-6
    x, y, z = dx + m * (x + rz * y - ry * z), dy + m * (y - rz * x + rx * z), dz + m * (z + ry * x - rx * y)
    axis, flattening = WGS
    e2 = flattening * (2 - flattening)
    phi = asin(z / sqrt(x * x + y * y + z * z))
    for _ in range(10):
        n = axis / sqrt(1 - e2 * sin(phi) ** 2)
        phi = atan2(z + e2 * n * sin(phi), hypot(x, y))
    return degrees(atan2(y, x)), degrees(phi)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("code", HELMERT)
def test_an_operation_leads_where_its_parameters_do(place, code):
    found = {each.id: each for each in operations(SK_42)}[code]
    (lon,), (lat,) = found.convert([PLACES[place][0]], [PLACES[place][1]])
    assert (lon, lat) == pytest.approx(shifted(*PLACES[place], HELMERT[code]), abs=1e-8)


@pytest.mark.parametrize("place", PLACES)
def test_pulkovo_lies_to_the_north_west_by_as_much_as_surveys_say(place):
    lon, lat = PLACES[place]
    (east,), (north,) = choose(SK_42, WGS_84, around(lon, lat)).operation.convert([lon], [lat])
    assert -5.45 < (east - lon) * 3600 < -1.0 and 0 < (north - lat) * 3600 < 2.0
    assert 44 < hypot((east - lon) * 111_320 * cos(radians(lat)), (north - lat) * 111_200) < 107


@pytest.mark.parametrize(
    ("area", "code", "metres"),
    [
        (around(*PLACES["Astana"]), "EPSG:5044", 3.0),
        (around(*PLACES["Aktau"]), "EPSG:1303", 2.0),
        ((51.0, 43.0, 76.0, 44.0), "EPSG:5044", 3.0),
        (COUNTRY, "EPSG:15865", 4.5),
        ((75.0, 49.0, 75.0, 49.0), "EPSG:5044", 3.0),
        ((10.0, 4.0, 11.0, 14.0), "EPSG:15865", 4.5),
    ],
)
def test_the_most_accurate_that_covers_all_of_the_area_is_taken(area, code, metres):
    found = choose(SK_42, WGS_84, area)
    assert (found.operation.id, found.operation.accuracy_m) == (code, metres)
    assert found.better.id == "EPSG:10964+EPSG:10965" and found.better.accuracy_m == 1.1
    assert found.better.grids == ("qazgrid_kz.gsb",) and not found.better.is_available


def test_what_is_pinned_is_taken_in_both_directions():
    area = around(*PLACES["Astana"])
    there, back = choose(SK_42, WGS_84, area, "EPSG:1291"), choose(WGS_84, SK_42, area, "EPSG:1291")
    assert there.operation.title == "Pulkovo 1942 to WGS 84 (7) (EPSG:1291)"
    assert back.operation.title == "Inverse of Pulkovo 1942 to WGS 84 (7) (EPSG:1291)"
    assert there.operation.id == back.operation.id == "EPSG:1291"


@pytest.mark.parametrize("pinned", ["EPSG:10964+EPSG:10965", "EPSG:1303", "EPSG:1", "nonsense"])
def test_what_is_pinned_and_cannot_be_had_is_not_replaced(pinned):
    with pytest.raises(KaznedraError) as refused:
        choose(SK_42, WGS_84, around(*PLACES["Astana"]), pinned)
    assert refused.value.code is Code.NO_TRANSFORMATION and pinned in str(refused.value)
    assert ("qazgrid_kz.gsb" in str(refused.value)) == ("10964" in pinned)


@given(
    st.floats(*COUNTRY[::2]),
    st.floats(*COUNTRY[1::2]),
    st.sampled_from([(SK_42, WGS_84), (QAZTRF_23, WGS_84), (SK_42, QAZTRF_23)]),
)
def test_the_way_back_is_that_of_the_way_there(lon, lat, datums):
    source, target = datums
    there, back = (choose(*ends, around(lon, lat)).operation for ends in ((source, target), (target, source)))
    assert there.steps == back.inverse().steps
    lons, lats = back.convert(*there.convert([lon], [lat]))
    assert (lons[0], lats[0]) == pytest.approx((lon, lat), abs=1e-8)


def test_all_ways_between_three_datums_close():
    area, start = around(*PLACES["Almaty"]), ([PLACES["Almaty"][0]], [PLACES["Almaty"][1]])
    straight = choose(SK_42, WGS_84, area).operation.convert(*start)
    round_about = choose(QAZTRF_23, WGS_84, area).operation.convert(
        *choose(SK_42, QAZTRF_23, area).operation.convert(*start)
    )
    assert round_about[0] == pytest.approx(straight[0], abs=1e-9)
    assert choose(SK_42, SK_42, area).operation.steps == ()


def test_what_has_no_place_is_refused():
    way = choose(SK_42, WGS_84, around(*PLACES["Almaty"])).operation
    with pytest.raises(KaznedraError) as refused:
        way.convert([75.0], [500.0])
    assert refused.value.code is Code.NOT_DEGREES


IN_A_PROCESS = """
import json, sys
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.catalogue import corner_catalogue
from kaznedra_qgis.subsoil.transformations import QAZTRF_23, SK_42, WGS_84, choose
lon, lat = map(float, sys.argv[1:3])
area = (lon, lat, lon, lat)
found = choose(SK_42, WGS_84, area)
told = corner_catalogue([Block(round(lon * 60), round(lat * 60))]).conversions[1]
print(json.dumps({
    "id": found.operation.id,
    "metres": found.operation.accuracy_m,
    "better": found.better and found.better.id,
    "to": found.operation.convert([lon], [lat]),
    "to_qaztrf": choose(SK_42, QAZTRF_23, area).operation.title,
    "pinned": choose(SK_42, WGS_84, area, "EPSG:5044").better.is_available,
    "catalogue": [told.operation, told.accuracy_m, told.better is None],
}))
"""


def with_grid(folder, lon, lat):
    """What is chosen in a place by a process whose PROJ reads the folder too."""
    run = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS, str(lon), str(lat)],
        env={**os.environ, "PROJ_USER_WRITABLE_DIRECTORY": str(folder), "PROJ_NETWORK": "OFF"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)


def test_a_grid_that_proj_finds_is_taken_at_once(tmp_path):
    write_ntv2(tmp_path / "qazgrid_kz.gsb", COUNTRY, -2.5, 1.25)
    found = with_grid(tmp_path, 75.0, 49.0)
    assert (found["id"], found["metres"], found["better"]) == ("EPSG:10964+EPSG:10965", 1.1, None)
    assert found["to"] == [[pytest.approx(75 - 2.5 / 3600, abs=1e-8)], [pytest.approx(49 + 1.25 / 3600, abs=1e-8)]]
    assert found["to_qaztrf"] == "Pulkovo 1942 to QazTRF-23 (1) (EPSG:10964)"
    assert found["pinned"] is True
    assert found["catalogue"] == [
        "Inverse of QazTRF-23 to WGS 84 (1) (EPSG:10965) + Inverse of Pulkovo 1942 to QazTRF-23 (1) (EPSG:10964)",
        1.1,
        True,
    ]


def test_a_grid_that_ends_before_the_place_is_not(tmp_path):
    write_ntv2(tmp_path / "qazgrid_kz.gsb", (60.0, 45.0, 70.0, 50.0), -2.5, 1.25)
    assert with_grid(tmp_path, 65.0, 47.0)["id"] == "EPSG:10964+EPSG:10965"
    assert with_grid(tmp_path, 75.0, 49.0)["id"] == "EPSG:5044"
