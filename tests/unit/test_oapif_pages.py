"""OGC API - Features: every feature once, whatever the paging, or an error that says why."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources.source import Watch
from tests.servers.faulty import Platform
from tests.unit.asking import LIMITS, failure, ids, in_order, pull, source, wanted


@pytest.fixture
def platform() -> Iterator[Platform]:
    with Platform() as running:
        yield running


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
