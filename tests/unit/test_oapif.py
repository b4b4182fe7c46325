import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Optional

import pytest
import requests

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources import open_source
from kaznedra_qgis.sources.http import Client
from kaznedra_qgis.sources.limits import Limits
from kaznedra_qgis.sources.profile import SourceProfile, builtin_profiles
from kaznedra_qgis.sources.promise import Told
from kaznedra_qgis.sources.source import Page, Source, Watch
from tests.servers.faulty import PULKOVO, Platform
from tests.servers.wire import Server

LIMITS = Limits(attempts=1, connect_s=5, idle_s=5, total_s=20)
PROFILE = next(profile for profile in builtin_profiles() if profile.id == "kaznedra")
THEMES = ("licences", "licence_applications", "deposits", "restricted_areas")

LIMIT_25 = {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 25}}


@pytest.fixture
def platform() -> Iterator[Platform]:
    with Platform() as running:
        yield running


def profile(address: str, **changes: Any) -> SourceProfile:
    themes = {name: PROFILE.theme(name) for name in THEMES}
    return replace(PROFILE, address=address, themes=themes, **{"page_size": 10, **changes})


def source(address: str, limits: Limits = LIMITS, watch: Optional[Watch] = None, **changes: Any) -> Source:
    session = requests.Session()
    session.trust_env = False
    return open_source(profile(address, **changes), Client(session, limits), watch)


def pull(platform: Platform, theme: str = "licences", limits: Limits = LIMITS, **changes: Any) -> list[Page]:
    opened = source(platform.url, limits, **changes)
    return in_order(opened.pages(opened.contract().offers[theme]))


def in_order(pages: Iterable[Page]) -> list[Page]:
    return sorted(pages, key=lambda page: page.number)


def ids(pages: list[Page]) -> list[str]:
    return [feature["id"] for page in pages for feature in json.loads(page.body)["features"]]


def wanted(platform: Platform, theme: str = "licences") -> list[str]:
    return [feature["id"] for feature in platform[theme].features]


def failure(platform: Platform, theme: str = "licences", **changes: Any) -> KaznedraError:
    with pytest.raises(KaznedraError) as caught:
        pull(platform, theme, **changes)
    return caught.value


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


def test_pages(platform: Platform) -> None:
    pages = pull(platform)
    assert ids(pages) == wanted(platform)
    assert [page.number for page in pages] == [1, 2, 3]
    assert [page.matched for page in pages] == [25, 25, 25]
    assert [page.returned for page in pages] == [10, 10, 5]
    assert [page.server_time for page in pages] == [f"2026-11-22T10:00:0{second}Z" for second in (1, 2, 3)]
    assert len({page.digest for page in pages}) == 3
    assert all(page.size > len(page.body) for page in pages)


def test_digests_are_the_same_the_next_day(platform: Platform) -> None:
    first, again = pull(platform), pull(platform)
    platform["licences"].features[24]["properties"]["number"] = "new"
    changed = pull(platform)
    assert [page.digest for page in first] == [page.digest for page in again]
    assert [page.digest == before.digest for page, before in zip(changed, first)] == [True, True, False]


def test_empty_theme_gives_one_page(platform: Platform) -> None:
    (page,) = pull(platform, "restricted_areas")
    assert (page.matched, page.returned) == (0, 0)


@pytest.mark.parametrize("count", [9, 10, 11, 20])
@pytest.mark.parametrize(
    "faults",
    [
        {},
        {"relative_next": True},
        {"no_next": True},
        {"no_matched": True},
        {"no_returned": True},
        {"no_matched": True, "no_returned": True},
        {"no_next": True, "no_matched": True},
        {"no_next": True, "no_matched": True, "no_returned": True},
        {"empty_last": True},
        {"empty_last": True, "no_matched": True},
        {"empty_last": True, "no_returned": True},
        {"clamp": 4},
        {"clamp": 4, "no_next": True},
        {"clamp": 4, "no_next": True, "no_matched": True},
        {"refuse": 4},
        {"refuse": 4, "no_next": True, "no_matched": True},
        {"refuse": 1},
        {"links_first": True},
        {"indent": 1},
    ],
    ids=str,
)
def test_every_feature_once_whatever_the_paging(platform: Platform, faults: dict[str, Any], count: int) -> None:
    platform["licences"].features = platform["licences"].features[:count]
    for name, value in faults.items():
        setattr(platform["licences"].faults, name, value)
    pages = pull(platform)
    assert ids(pages) == wanted(platform)
    assert pages[-1].matched == (None if faults.get("no_matched") else count)


def test_the_accepted_page_size_is_remembered(platform: Platform) -> None:
    platform["licences"].faults.refuse = 6
    opened = source(platform.url)
    offer = opened.contract().offers["licences"]
    list(opened.pages(offer))
    before = len(platform.asked("licences"))
    assert [int(asked["limit"]) for asked in platform.asked("licences")] == [1, 10, 5, 5, 5, 5, 5]
    list(opened.pages(offer))
    assert len(platform.asked("licences")) - before == 5


def test_pages_that_are_too_large_are_made_smaller(platform: Platform) -> None:
    pages = pull(platform, limits=replace(LIMITS, page_bytes=2000))
    assert ids(pages) == wanted(platform)
    assert len(pages[0].body) <= 2000


def test_bbox(platform: Platform) -> None:
    opened = source(platform.url)
    offer = opened.contract().offers["licences"]
    pages = in_order(opened.pages(offer, (60.0, 44.0, 60.61, 44.5)))
    assert ids(pages) == wanted(platform)[:13]
    assert pages[0].matched == 13
    assert all(asked["bbox"] == "60.0,44.0,60.61,44.5" for asked in platform.asked("licences")[1:])


def test_pages_without_asking_for_the_contract_first(platform: Platform) -> None:
    offer = source(platform.url).contract().offers["licences"]
    assert ids(in_order(source(platform.url).pages(offer))) == wanted(platform)


@pytest.mark.parametrize(
    ("faults", "code", "page"),
    [
        ({"repeat": True}, Code.REPEATED_PAGE, 2),
        ({"repeat": True, "no_next": True}, Code.REPEATED_PAGE, 2),
        ({"repeat": True, "no_next": True, "no_matched": True}, Code.REPEATED_PAGE, 2),
        ({"same_next": True}, Code.REPEATED_PAGE, 2),
        ({"next_elsewhere": "http://127.0.0.2:1/items"}, Code.FOREIGN_LINK, 1),
        ({"next_elsewhere": "ftp://127.0.0.1/items"}, Code.FOREIGN_LINK, 1),
        ({"html_on_page": 2}, Code.NOT_JSON, 2),
        ({"cut_on_page": 2}, Code.BODY_CUT, 2),
        ({"status_on_page": {3: 500}}, Code.SERVER_FAULT, 3),
        ({"status_on_page": {2: 401}}, Code.UNAUTHORIZED, 2),
        ({"strict": True, "no_next": True}, Code.REFUSED, 2),
    ],
    ids=str,
)
@pytest.mark.parametrize("concurrency", [1, 4])
def test_what_stops_a_pull(platform: Platform, concurrency: int, faults: dict[str, Any], code: Code, page: int) -> None:
    for name, value in faults.items():
        setattr(platform["licences"].faults, name, value)
    error = failure(platform, concurrency=concurrency)
    assert error.code is code
    assert error.facts["theme"] == "licences"
    assert error.facts["page"] == page or (concurrency > 1 and error.facts["page"] > page)
    assert platform.origin in str(error.facts["address"])


def test_html_names_its_type(platform: Platform) -> None:
    platform["licences"].faults.html_on_page = 2
    error = failure(platform)
    assert (error.facts["content_type"], error.facts["reason"]) == ("text/html", "html")


def test_a_foreign_link_tells_where_to_but_no_secret(platform: Platform) -> None:
    platform["licences"].faults.next_elsewhere = "http://127.0.0.2:1/items?token=opensesame"
    error = failure(platform)
    assert error.facts["link"] == "http://127.0.0.2:1/items?token=…"


def test_a_strict_server_without_links_or_counts_is_at_its_end(platform: Platform) -> None:
    platform["licences"].faults.strict = True
    platform["licences"].faults.no_next = platform["licences"].faults.no_matched = True
    platform["licences"].features = platform["licences"].features[:7]
    assert ids(pull(platform)) == wanted(platform)


def test_endless_pages_of_a_server_that_counts(platform: Platform) -> None:
    platform["licences"].faults.endless = True
    platform["licences"].faults.no_matched = True
    error = failure(platform, limits=replace(LIMITS, pages=40))
    assert (error.code, error.facts["page"]) == (Code.ENDLESS_PAGES, 40)


def test_more_pages_than_were_promised(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    platform["licences"].faults.endless = True
    whole = platform._page

    def promising_five(*arguments: Any) -> dict[str, Any]:
        return {**whole(*arguments), "numberMatched": 5}

    monkeypatch.setattr(platform, "_page", promising_five)
    error = failure(platform)
    assert error.code is Code.ENDLESS_PAGES
    assert error.facts["matched"] == 5
    assert int(str(error.facts["received"])) <= 2 * 5 + 11 * 10


@pytest.mark.parametrize("no_next", [False, True])
def test_a_count_beyond_all_measure_ends_where_the_features_do(
    platform: Platform, monkeypatch: pytest.MonkeyPatch, no_next: bool
) -> None:
    platform["licences"].faults.no_next = no_next
    whole = platform._page

    def boasting(*arguments: Any) -> dict[str, Any]:
        return {**whole(*arguments), "numberMatched": 10**30}

    monkeypatch.setattr(platform, "_page", boasting)
    assert ids(pull(platform)) == wanted(platform)
    assert len(platform.asked("licences")) < 15


@pytest.mark.parametrize("concurrency", [1, 4])
def test_a_total_that_changes_is_passed_on(platform: Platform, concurrency: int) -> None:
    platform["licences"].faults.total_changes = True
    assert [page.matched for page in pull(platform, concurrency=concurrency)] == [26, 27, 28]


def test_another_attempt_at_a_page(platform: Platform) -> None:
    platform["licences"].faults.status_on_page = {2: 503}
    platform["licences"].faults.fail_times = 2
    pages = pull(platform, limits=replace(LIMITS, attempts=3, backoff_s=0.01))
    assert ids(pages) == wanted(platform)


def test_pages_are_asked_for_one_by_one(platform: Platform) -> None:
    opened = source(platform.url)
    offer = opened.contract().offers["licences"]
    pages = opened.pages(offer)
    assert len(platform.asked("licences")) == 1
    next(pages)
    assert len(platform.asked("licences")) == 2
    pages.close()  # type: ignore[attr-defined]


def test_cancel(platform: Platform) -> None:
    class Cancel(Watch):
        cancelled = False

        def is_cancelled(self) -> bool:
            return self.cancelled

    watch = Cancel()
    opened = source(platform.url, watch=watch)
    pages = opened.pages(opened.contract().offers["licences"])
    next(pages)
    watch.cancelled = True
    with pytest.raises(KaznedraError) as caught:
        next(pages)
    assert caught.value.code is Code.CANCELLED


def test_a_server_needs_a_client_and_a_file_a_path() -> None:
    with pytest.raises(KaznedraError):
        open_source(profile("http://127.0.0.1:1/"), None)
    with pytest.raises(KaznedraError):
        open_source(replace(PROFILE, kind="file"), Client(requests.Session()))
