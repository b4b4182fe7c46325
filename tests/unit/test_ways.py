import json
from collections import Counter
from dataclasses import replace

import pytest

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources.source import Offer, Way
from kaznedra_qgis.sources.ways import sort_attribute
from tests.servers.faulty import Platform
from tests.unit.asking import source

DESCRIPTION = {
    "paths": {
        "/api/collections/licences/items": {
            "get": {
                "parameters": [
                    {"$ref": "#/components/parameters/limit"},
                    {"$ref": "#/components/parameters/sortby"},
                    {"name": "number", "in": "query"},
                    {"name": "GID", "in": "query"},
                ]
            }
        },
        "/api/collections/deposits/items": {"get": {"parameters": [{"name": "id", "in": "query"}]}},
    }
}


@pytest.mark.parametrize(
    ("collection", "preferred", "found"),
    [("licences", "", "GID"), ("licences", "number", "number"), ("deposits", "", ""), ("blocks", "", "")],
)
def test_what_a_server_can_sort_by(collection, preferred, found):
    assert sort_attribute(DESCRIPTION, collection, preferred) == found


@pytest.mark.parametrize("description", [None, [], {}, {"paths": 1}, {"paths": {"/x": None}}, {"paths": {"/x": {}}}])
def test_an_odd_description_is_none(description):
    assert sort_attribute(description, "x") == ""


@pytest.mark.parametrize("concurrency", [1, 4])
@pytest.mark.parametrize("count", [0, 1, 10, 11, 500])
def test_box_by_box_brings_all(count, concurrency):
    with Platform({"licences": count}) as platform:
        opened = source(platform.url, concurrency=concurrency)
        offer = opened.contract().offers["licences"]
        pages = list(opened.pages(offer, way=Way.SPLIT))
        found = Counter(feature["id"] for page in pages for feature in json.loads(page.body)["features"])
        assert set(found) == {feature["id"] for feature in platform["licences"].features}
        assert len({page.number for page in pages}) == len(pages)
        assert {page.matched for page in pages} == {count}


def test_the_first_boxes_are_as_small_as_the_number_of_features_asks():
    with Platform({"licences": 500}) as platform:
        opened = source(platform.url)
        offer = opened.contract().offers["licences"]
        next(opened.pages(offer, way=Way.SPLIT))
        west, _, east, _ = map(
            float, next(asked["bbox"] for asked in platform.asked("licences") if "bbox" in asked).split(",")
        )
        assert offer.extent and east - west == pytest.approx((offer.extent[2] - offer.extent[0]) / 2**4)


def test_a_total_that_changes_between_the_boxes_shows():
    with Platform({"licences": 45}) as platform:
        opened = source(platform.url)
        pages = opened.pages(opened.contract().offers["licences"], way=Way.SPLIT)
        first = next(pages)
        del platform["licences"].features[7]
        assert first.matched == 45
        assert [page.matched for page in pages][-1] == 44


def test_a_crowd_is_fetched_box_by_box_first(monkeypatch):
    monkeypatch.setattr("kaznedra_qgis.sources.oapif._MANY", 40)
    with Platform({"licences": 45}) as platform:
        opened = source(platform.url)
        assert list(opened.ways(opened.contract().offers["licences"])) == [Way.SPLIT, Way.PLAIN]


def test_features_heaped_up_in_one_place_are_paged():
    with Platform({"licences": 45}) as platform:
        place = platform["licences"].features[0]["geometry"]
        for feature in platform["licences"].features:
            feature["geometry"] = place
        opened = source(platform.url)
        pages = opened.pages(opened.contract().offers["licences"], way=Way.SPLIT)
        found = {feature["id"] for page in pages for feature in json.loads(page.body)["features"]}
        assert len(found) == 45


def test_the_ways_of_a_server_that_cannot_sort():
    with Platform() as platform:
        opened = source(platform.url)
        assert list(opened.ways(Offer("licences", "licences"))) == [Way.PLAIN, Way.SPLIT]


@pytest.mark.parametrize("no_matched", [False, True])
def test_a_server_that_takes_no_notice_of_boxes_is_found_out(no_matched, monkeypatch):
    monkeypatch.setattr("tests.servers.faulty._inside", lambda feature, bbox: True)
    with Platform({"licences": 45}) as platform:
        platform["licences"].faults.no_matched = no_matched
        opened = source(platform.url)
        with pytest.raises(KaznedraError) as caught:
            list(opened.pages(opened.contract().offers["licences"], way=Way.SPLIT))
        assert caught.value.code is Code.REPEATED_PAGE
        assert len(platform.asked("licences")) < 10


@pytest.mark.parametrize("expected", [None, 46])
def test_boxes_that_never_empty_come_to_an_end(expected, monkeypatch):
    with Platform({"licences": 45}) as platform:
        whole = platform._page

        def ever_fewer(*arguments):
            page = whole(*arguments)
            return {**page, "numberMatched": 45 - len(platform.seen) % 7}

        monkeypatch.setattr(platform, "_page", ever_fewer)
        opened = source(platform.url)
        offer = replace(opened.contract().offers["licences"], expected=expected)
        with pytest.raises(KaznedraError) as caught:
            list(opened.pages(offer, way=Way.SPLIT))
        assert caught.value.code is Code.ENDLESS_PAGES
        assert len(platform.asked("licences")) < 600
