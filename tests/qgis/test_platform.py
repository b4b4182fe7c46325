"""The demo platform as a server: it starts, pages without loss, answers as OGC API - Features asks, and ends."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from osgeo import ogr

from kaznedra_qgis.subsoil.blocks import Rule, covering
from kaznedra_qgis.subsoil.codes import read_codes
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.themes import THEMES, Kind
from tests.servers.platform import MAX_LIMIT, ROOT, PlatformFailed, platform

OFFERED = sorted(set(THEMES) - {"blocks"})
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def get(address, accept="application/json"):
    """Status, content type and body of an answer; the body read as JSON where it is JSON."""
    request = urllib.request.Request(address, headers={"Accept": accept})
    try:
        answer = OPENER.open(request, timeout=30)
    except urllib.error.HTTPError as refused:
        answer = refused
    with answer:
        kind, body = answer.headers.get_content_type(), answer.read()
        return answer.status, kind, json.loads(body) if kind.endswith("json") else body


def pages(address, theme, limit):
    """All pages of a theme by their next links."""
    following = f"{address}/collections/{theme}/items?limit={limit}"
    while following:
        status, kind, page = get(following)
        assert (status, kind) == (200, "application/geo+json")
        yield page
        following = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)


def test_it_offers_the_themes_with_titles_and_extents(demo_platform):
    _, _, landing = get(demo_platform.address)
    assert {link["rel"] for link in landing["links"]} >= {"self", "data", "conformance", "service-desc"}
    _, _, answer = get(f"{demo_platform.address}/collections")
    assert sorted(collection["id"] for collection in answer["collections"]) == sorted([*OFFERED, "applications"])
    for collection in answer["collections"]:
        assert collection["title"].endswith("(demo)")
        if collection["id"] == "applications":
            continue
        west, south, east, north = collection["extent"]["spatial"]["bbox"][0]
        assert 46 < west < east < 88 and 40 < south < north < 56


@pytest.mark.parametrize("theme", OFFERED)
@pytest.mark.parametrize("limit", [MAX_LIMIT, 150])
def test_all_pages_give_each_id_once(demo_platform, demo_data, theme, limit):
    source = ogr.Open(str(demo_data))
    count = source.GetLayerByName(theme).GetFeatureCount()
    gathered = list(pages(demo_platform.address, theme, limit))
    ids = [feature["id"] for page in gathered for feature in page["features"]]
    assert len(ids) == len(set(ids)) == count
    assert {page["numberMatched"] for page in gathered} == {count}
    assert [page["numberReturned"] for page in gathered] == [len(page["features"]) for page in gathered]


def test_a_page_that_is_exactly_full_is_the_last(demo_platform):
    assert [page["numberReturned"] for page in pages(demo_platform.address, "licences", 750)] == [750, 750]


@pytest.mark.parametrize("theme", OFFERED)
def test_values_come_as_they_stand_in_the_file(demo_platform, demo_data, theme):
    source = ogr.Open(str(demo_data))
    layer = source.GetLayerByName(theme)
    for feature in next(pages(demo_platform.address, theme, 200))["features"]:
        row = layer.GetFeature(int(feature["id"]))
        properties = feature["properties"]
        for attribute in THEMES[theme].attributes:
            told = properties[attribute.name]
            if not row.IsFieldSetAndNotNull(attribute.name):
                assert told is None
            elif attribute.kind is Kind.BOOLEAN:
                assert told is bool(row[attribute.name])
            elif attribute.kind is Kind.DATE:
                assert told == row[attribute.name].replace("/", "-")
            else:
                assert told == row[attribute.name]
        if properties.get("blocks"):
            assert_geometry_agrees(feature)


def assert_geometry_agrees(feature):
    """The server rounds coordinates: they must still give the blocks that the codes name."""
    geometry = ogr.CreateGeometryFromJson(json.dumps(feature["geometry"]))
    from shapely import wkb

    reading = read_codes(feature["properties"]["blocks"], default_scheme())
    touched = covering(wkb.loads(bytes(geometry.ExportToWkb())), Rule.TOUCH)
    assert set(touched) == {read.block for read in reading.blocks}


def test_ids_are_the_same_after_a_restart(demo_platform, demo_data):
    first = next(pages(demo_platform.address, "licences", 50))["features"]
    with platform(demo_data) as again:
        assert again.address != demo_platform.address
        assert next(pages(again.address, "licences", 50))["features"] == first


def test_bbox_is_longitude_first(demo_platform):
    whole = next(pages(demo_platform.address, "deposits", MAX_LIMIT))["features"]
    _, _, page = get(f"{demo_platform.address}/collections/deposits/items?limit=1000&bbox=80,48,85,51")
    inside = [
        feature["id"]
        for feature in whole
        if 80 <= feature["geometry"]["coordinates"][0] <= 85 and 48 <= feature["geometry"]["coordinates"][1] <= 51
    ]
    assert inside and sorted(feature["id"] for feature in page["features"]) == sorted(inside)
    assert page["numberMatched"] == len(inside)


def test_what_it_refuses(demo_platform):
    items = f"{demo_platform.address}/collections/licences/items"
    assert get(f"{items}?limit={MAX_LIMIT + 1}")[0] == 400
    assert get(f"{items}?offset=-1")[0] == 400
    assert get(f"{items}?bbox=1,2,3")[0] == 400
    assert get(f"{demo_platform.address}/collections/nowhere/items")[0] == 404
    # QGIS Server 3.22 says 500
    assert get(f"{items}/999999")[0] in (404, 500)


def test_it_serves_a_copy(demo_data):
    before = demo_data.read_bytes()
    with platform(demo_data) as served:
        source = ogr.Open(str(served.data), update=1)
        source.GetLayerByName("deposits").DeleteFeature(1)
        source = None
        assert [feature["id"] for feature in next(pages(served.address, "deposits", 2))["features"]] == ["2", "3"]
    assert demo_data.read_bytes() == before


def test_nothing_is_left_when_it_ends(demo_data):
    with pytest.raises(ZeroDivisionError), platform(demo_data) as served:
        raise ZeroDivisionError
    assert served.process.returncode is not None
    assert not served.data.exists()
    with pytest.raises(urllib.error.URLError):
        OPENER.open(served.address, timeout=5)


def test_data_without_a_theme_is_told(tmp_path):
    empty = tmp_path / "empty.gpkg"
    ogr.GetDriverByName("GPKG").CreateDataSource(str(empty)).CreateLayer("other")
    with pytest.raises(PlatformFailed, match="no layer of a theme"), platform(empty):
        pass


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_command_serves_until_it_is_told_to_stop(demo_data, number):
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.servers.platform", str(demo_data)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    address = process.stdout.readline().strip()
    assert get(f"{address}/collections")[0] == 200
    process.send_signal(number)
    _, complaints = process.communicate(timeout=30)
    assert (process.returncode, complaints) == (0, "")
    with pytest.raises(urllib.error.URLError):
        OPENER.open(address, timeout=5)


def test_the_server_ends_even_when_the_command_is_killed(demo_data, tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.servers.platform", str(demo_data)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    address = process.stdout.readline().strip()
    process.kill()
    process.communicate()
    for _ in range(100):
        try:
            OPENER.open(address, timeout=5).close()
        except OSError:
            return
        time.sleep(0.05)
    raise AssertionError(f"{address} still answers")
