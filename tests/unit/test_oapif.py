"""OGC API - Features: the landing page, and what a server offers."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
import requests

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources import open_source
from kaznedra_qgis.sources.http import Client
from kaznedra_qgis.sources.promise import Told
from tests.servers.faulty import PULKOVO, Platform
from tests.servers.wire import Server
from tests.unit.asking import LIMIT_25, LIMITS, PROFILE, ids, in_order, profile, pull, source, wanted


@pytest.fixture
def platform() -> Iterator[Platform]:
    with Platform() as running:
        yield running


def test_contract(platform: Platform) -> None:
    contract = source(platform.url).contract()
    assert contract.title == "Faulty platform"
    assert contract.server_time
    assert {theme: offer.expected for theme, offer in contract.offers.items()} == {
        "licences": 25,
        "licence_applications": 5,
        "deposits": 12,
        "restricted_areas": 0,
    }
    assert contract.offers["licences"].title == "Licences"
    assert contract.offers["licences"].extent == (46.5, 40.6, 87.3, 55.4)
    assert contract.missing == {}


def test_only_the_themes_asked_for_are_asked_after(platform: Platform) -> None:
    contract = source(platform.url).contract(["deposits"])
    assert list(contract.offers) == ["deposits"] and contract.missing == {}
    assert platform.asked("licences") == [] and len(platform.asked("deposits")) == 1


def test_what_a_server_promises_of_a_theme(platform: Platform) -> None:
    platform.description = {
        "info": {"title": "Subsoil", "version": "1.2"},
        "paths": {"/collections/licences/items": {"get": {"parameters": [LIMIT_25]}}},
    }
    promise = source(platform.url).contract().offers["licences"].promise
    assert promise is not None
    assert (promise.api, promise.page_limit, promise.id_form) == ("Subsoil 1.2", 25, "licences.#")
    assert (promise.told, promise.attributes["number"]) == (Told.SAMPLE, "text")
    assert promise.conformance == ("core",) and promise.extent == (46.5, 40.6, 87.3, 55.4)


def test_a_schema_is_believed_before_the_first_feature(platform: Platform) -> None:
    platform.schemas["licences"] = {"properties": {"number": {"type": "string"}, "block_count": {"type": "integer"}}}
    promise = source(platform.url).contract(["licences"]).offers["licences"].promise
    assert promise is not None
    assert (promise.told, promise.attributes) == (Told.SCHEMA, {"number": "text", "block_count": "number"})


def test_no_more_is_asked_for_than_the_description_allows(platform: Platform) -> None:
    platform.description = {"paths": {"/collections/licences/items": {"get": {"parameters": [LIMIT_25]}}}}
    platform["licences"].faults.refuse = 25
    assert ids(pull(platform, page_size=1000)) == wanted(platform)
    assert [asked["limit"] for asked in platform.asked("licences")] == ["1", "25"]


def test_a_description_that_hangs_or_fails_is_done_without(platform: Platform) -> None:
    platform.description = {}
    answer = platform._send
    platform._send = lambda handler, document: (  # type: ignore[method-assign]
        handler.reply(500, b"{}") if document is platform.description else answer(handler, document)
    )
    assert source(platform.url, replace(LIMITS, attempts=4)).contract().offers["licences"].expected == 25
    assert sum(request.path.startswith("/api/openapi") for request in platform.seen) == 1


def test_a_quota_that_is_used_up_is_waited_for(platform: Platform) -> None:
    platform.headers = {"RateLimit": "limit=5, remaining=0, reset=1"}
    opened = source(platform.url, replace(LIMITS, retry_after_max_s=0.4))
    began = time.monotonic()
    pages = in_order(opened.pages(opened.contract(["licences"]).offers["licences"]))
    assert ids(pages) == wanted(platform)
    assert time.monotonic() - began >= 2 * 0.4


@pytest.mark.parametrize(
    "pasted",
    [
        "/api",
        "/api/",
        "/api?f=html",
        "/api/conformance",
        "/api/collections",
        "/api/collections/",
        "/api/collections?f=html",
        "/api/collections.html",
        "/api/collections/licences",
        "/api/collections/licences/items",
        "/api/collections/licences/items?f=html&limit=5&offset=10&bbox=1,2,3,4",
        "/api/collections/licences/items/licences.1",
        "  /api#top",
    ],
)
def test_any_address_of_the_platform_will_do(platform: Platform, pasted: str) -> None:
    address = platform.origin + pasted.strip() + " " * (pasted[0] == " ")
    opened = source(address)
    assert opened.contract().offers["licences"].expected == 25
    assert all("bbox" not in asked and "f" not in asked for asked in platform.asked("licences"))


def test_parameters_of_the_address_go_along() -> None:
    with Platform(query={"MAP": "/srv/kz.qgs"}) as platform:
        opened = source(f"{platform.url}/collections?MAP=/srv/kz.qgs&f=html")
        pages = in_order(opened.pages(opened.contract().offers["licences"]))
        assert ids(pages) == wanted(platform)


@pytest.mark.parametrize(
    ("address", "reason"),
    [("", "address"), ("kaznedra", "address"), ("file:///etc/passwd", "address"), ("http://", "address")],
)
def test_no_address(address: str, reason: str) -> None:
    with pytest.raises(KaznedraError) as caught:
        source(address)
    assert caught.value.code is Code.NOT_A_PLATFORM
    assert caught.value.facts["reason"] == reason


def test_credentials_in_the_address_are_refused() -> None:
    address = "https://" + "user:word" + "@example.org/api"
    with pytest.raises(KaznedraError) as caught:
        source(address)
    assert caught.value.code is Code.CREDENTIALS_UNUSABLE
    assert "word" not in str(caught.value)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("html", Code.NOT_A_PLATFORM),
        ("empty", Code.NOT_A_PLATFORM),
        ("json", Code.NOT_A_PLATFORM),
        ("nothing", Code.NOT_A_PLATFORM),
        ("status/401", Code.UNAUTHORIZED),
        ("status/503", Code.SERVER_FAULT),
        ("cut", Code.BODY_CUT),
        ("loop", Code.REDIRECT_LOOP),
    ],
)
def test_no_platform(path: str, code: Code) -> None:
    with Server() as server, pytest.raises(KaznedraError) as caught:
        source(f"{server.url}/{path}").contract()
    assert caught.value.code is code
    assert server.url in str(caught.value.facts["address"])


def test_tiles_are_no_features(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    tiles = {"conformsTo": ["http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core"]}
    monkeypatch.setattr(platform, "conformance", tiles)
    with pytest.raises(KaznedraError) as caught:
        source(platform.url).contract()
    assert (caught.value.code, caught.value.facts["reason"]) == (Code.NOT_A_PLATFORM, "no features")


def test_what_is_missing_says_why(platform: Platform) -> None:
    platform["licences"].faults.missing = True
    platform["deposits"].faults.status = 401
    platform["licence_applications"].faults.crs = [PULKOVO]
    contract = source(platform.url).contract()
    assert list(contract.offers) == ["restricted_areas"]
    assert {theme: error.code for theme, error in contract.missing.items()} == {
        "licences": Code.THEME_MISSING,
        "deposits": Code.UNAUTHORIZED,
        "licence_applications": Code.OTHER_CRS,
    }
    assert contract.missing["licences"].facts["offered"] == "licence_applications, deposits, restricted_areas"
    assert contract.missing["deposits"].facts["theme"] == "deposits"
    assert contract.missing["licence_applications"].facts["crs"] == PULKOVO


@pytest.mark.parametrize(
    ("told", "good"),
    [
        ([], True),
        ([PULKOVO, "http://www.opengis.net/def/crs/OGC/1.3/CRS84"], True),
        (["#/crs"], True),
        (["http://www.opengis.net/def/crs/EPSG/0/4326"], True),
        (["http://www.opengis.net/def/crs/EPSG/0/3857"], False),
    ],
)
def test_crs(platform: Platform, told: list[str], good: bool) -> None:
    platform["licences"].faults.crs = told
    assert ("licences" in source(platform.url).contract().offers) == good


def test_crs_of_the_answer(platform: Platform) -> None:
    platform["licences"].faults.crs_member = "urn:ogc:def:crs:EPSG::3857"
    assert source(platform.url).contract().missing["licences"].code is Code.OTHER_CRS
    platform["licences"].faults.crs_member = "urn:ogc:def:crs:OGC:1.3:CRS84"
    assert ids(pull(platform)) == wanted(platform)


def test_a_server_needs_a_client_and_a_file_a_path() -> None:
    with pytest.raises(KaznedraError):
        open_source(profile("http://127.0.0.1:1/"), None)
    with pytest.raises(KaznedraError):
        open_source(replace(PROFILE, kind="file"), Client(requests.Session()))
