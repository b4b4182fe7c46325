"""Whole pulls from servers that misbehave: what the snapshot says, and that the last good state stays in use."""

import json
import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import trustme

from kaznedra_qgis.errors import Code
from kaznedra_qgis.sources.limits import Limits
from kaznedra_qgis.workspace import State, Workspace
from tests.qgis.lastgood import Before, code_of, heals
from tests.qgis.pulling import LIMITS, SOURCE, THEMES, integrity, plain_session, pull
from tests.servers.misbehaving import Asked, Misbehaving, Trick
from tests.servers.proxy import Proxy
from tests.servers.wire import PASSPHRASE, USER, Server

TWICE = replace(LIMITS, attempts=2)
BRIEF = replace(LIMITS, idle_s=0.3)
SHORT = replace(LIMITS, total_s=0.5)


def status(number: int, **headers: str) -> Trick:
    return lambda asked: asked.give_status(number, **headers)


def at_first(trick: Trick, times: int = 1) -> Trick:
    """The trick for the first requests of each page; then the right page."""
    return lambda asked: trick(asked) if asked.times <= times else asked.give_right()


def every_third(trick: Trick) -> Trick:
    return lambda asked: asked.give_right() if asked.number % 3 else trick(asked)


def redirect(to: str) -> Trick:
    return status(302, Location=to)


def html(asked: Asked) -> None:
    asked.give_bytes(b"<!DOCTYPE html><title>Sign in</title>", Content_Type="text/html")


def half(asked: Asked) -> None:
    asked.give_bytes(asked.right.body[: len(asked.right.body) // 2])


def padded(asked: Asked) -> None:
    asked.give_bytes(asked.right.body + b" " * 1_000_000)


def in_windows_1251(asked: Asked) -> None:
    page = asked.page
    page["features"][0]["properties"]["name_ru"] = "Месторождение"
    asked.give_bytes(json.dumps(page, ensure_ascii=False).replace("Қ", "К").encode("cp1251"))


def nested(asked: Asked) -> None:
    page = json.dumps(asked.page).encode()
    deep = b"[" * 100_000 + b"]" * 100_000
    asked.give_bytes(page.replace(b'"properties": {', b'"properties": {"deep": ' + deep + b", "))


def elsewhere(asked: Asked) -> None:
    page = asked.page
    page["links"] = [{"rel": "next", "type": "application/geo+json", "href": "http://127.0.0.2:1/items?token=sesame"}]
    asked.give(page)


def very_long(asked: Asked) -> None:
    page = asked.page
    page["features"][0]["properties"]["number"] = "x" * 11_000_000
    asked.give(page)


FAILS: dict[str, tuple[Trick, Code, Limits]] = {
    "hang before the body": (Asked.hang, Code.TIMED_OUT, BRIEF),
    "hang inside the body": (Asked.hang_in_body, Code.TIMED_OUT, BRIEF),
    "slow drip": (Asked.drip, Code.TIMED_OUT, SHORT),
    "reset": (Asked.reset, Code.UNREACHABLE, TWICE),
    "cut connection": (Asked.cut, Code.BODY_CUT, TWICE),
    "truncated JSON": (half, Code.BODY_CUT, TWICE),
    "gzip that ends midway": (Asked.give_half_gzip, Code.BODY_CUT, TWICE),
    "gzip broken midway": (Asked.give_broken_gzip, Code.BODY_CUT, TWICE),
    "HTML with 200": (html, Code.NOT_JSON, TWICE),
    "nothing with 200": (lambda asked: asked.give_bytes(b""), Code.NOT_JSON, TWICE),
    "JSON that is no features": (lambda asked: asked.give({"code": "told"}), Code.NOT_FEATURES, TWICE),
    "401": (status(401), Code.UNAUTHORIZED, TWICE),
    "403": (status(403), Code.FORBIDDEN, TWICE),
    "404": (status(404), Code.NOT_FOUND, TWICE),
    "429": (status(429), Code.TOO_MANY_REQUESTS, TWICE),
    "429 until tomorrow": (status(429, Retry_After="86400"), Code.TOO_MANY_REQUESTS, TWICE),
    "500 on every third page": (every_third(status(500)), Code.SERVER_FAULT, TWICE),
    "redirect loop": (lambda asked: asked.give_status(302, Location=asked.handler.path), Code.REDIRECT_LOOP, TWICE),
    "redirect to a file": (redirect("file:///etc/passwd"), Code.FOREIGN_LINK, TWICE),
    "next link to another host": (elsewhere, Code.FOREIGN_LINK, TWICE),
    "page over the size limit": (padded, Code.TOO_LARGE, replace(TWICE, page_bytes=1_000_000)),
    "text longer than GDAL takes": (very_long, Code.NOT_FEATURES, TWICE),
    "wrong encoding": (in_windows_1251, Code.NOT_JSON, TWICE),
    "nested without end": (nested, Code.NOT_FEATURES, TWICE),
}


@pytest.mark.parametrize("fault", FAILS)
def test_a_fault_midway_fails_the_theme_and_leaves_the_last_good_state(
    platform: Misbehaving, workspace: Path, fault: str
) -> None:
    trick, code, limits = FAILS[fault]
    before = Before(workspace)
    platform.play("licences", trick, from_page=1 if code is Code.FOREIGN_LINK else 2)
    pulled = pull(workspace, platform.url, limits)
    snapshot = pulled["licences"]
    assert (snapshot.state, code_of(snapshot)) == (State.FAILED, code.value)
    assert snapshot.message is not None and snapshot.message["facts"]["theme"] == "licences"
    assert "sesame" not in str(snapshot.message)
    assert (snapshot.added, snapshot.changed, snapshot.gone) == (0, 0, 0)
    assert before.is_untouched()
    assert pulled["deposits"].state is State.COMPLETE
    last = Workspace.open(workspace).theme_states(SOURCE)["licences"].last
    assert last == snapshot
    heals(workspace, platform)


@pytest.mark.parametrize("number", [401, 403, 404, 500])
def test_a_theme_that_is_refused_from_the_start_leaves_the_others_alone(
    platform: Misbehaving, workspace: Path, number: int
) -> None:
    before = Before(workspace)
    platform.play("licences", status(number), from_page=0)
    pulled = pull(workspace, platform.url)
    codes = {401: Code.UNAUTHORIZED, 403: Code.FORBIDDEN, 404: Code.NOT_FOUND, 500: Code.SERVER_FAULT}
    assert (pulled["licences"].state, code_of(pulled["licences"])) == (State.FAILED, codes[number].value)
    assert pulled["deposits"].state is State.COMPLETE
    assert before.is_untouched()
    heals(workspace, platform)


RECOVERS: dict[str, Trick] = {
    "429 with Retry-After": at_first(status(429, Retry_After="0")),
    "429 without": at_first(status(429)),
    "500 on every third page": every_third(at_first(status(500))),
    "503": at_first(status(503), times=3),
    "reset": at_first(Asked.reset),
    "cut connection": at_first(Asked.cut),
    "truncated JSON": at_first(half),
    "gzip broken midway": at_first(Asked.give_broken_gzip),
}


@pytest.mark.parametrize("fault", RECOVERS)
def test_a_fault_that_passes_is_got_over(platform: Misbehaving, workspace: Path, fault: str) -> None:
    platform.play("licences", RECOVERS[fault])
    snapshot = pull(workspace, platform.url, replace(LIMITS, attempts=4))["licences"]
    assert (snapshot.state, snapshot.message, snapshot.distinct) == (State.COMPLETE, None, 25)
    assert (snapshot.changed, snapshot.gone) == (0, 0)
    heals(workspace, platform)


def paged(**members: Any) -> Trick:
    """Pages with other members beside the features."""
    return lambda asked: asked.give({**asked.page, **members})


def always_page_one(platform: Misbehaving) -> Trick:
    """A server that takes no notice of `offset` and `bbox`."""

    def give(asked: Asked) -> None:
        page = asked.page
        page["features"] = platform["licences"].features[: int(asked.query.get("limit", 10))]
        asked.give({**page, "numberReturned": len(page["features"]), "numberMatched": 25})

    return give


def growing(asked: Asked) -> None:
    asked.give({**asked.page, "numberMatched": 25 + asked.number})


def endless(asked: Asked) -> None:
    page = asked.page
    page.pop("numberMatched")
    page["features"] = [{**each, "id": f"{asked.handler.path}{each['id']}"} for each in page["features"]] or [
        {"type": "Feature", "id": asked.handler.path, "geometry": None, "properties": {}}
    ]
    following = f"/api/collections/licences/items?limit=10&offset={int(asked.query.get('offset', 0)) + 10}"
    asked.give({**page, "links": [{"rel": "next", "type": "application/geo+json", "href": following}]})


def doubled(asked: Asked) -> None:
    page = asked.page
    page["features"][-1] = page["features"][0]
    asked.give(page)


def one_without_id(asked: Asked) -> None:
    page = asked.page
    page["features"][0].pop("id")
    asked.give(page)


PARTIAL: dict[str, tuple[Callable[[Misbehaving], Trick], Code]] = {
    "offset ignored": (always_page_one, Code.REPEATED_PAGE),
    "total that changes": (lambda _: growing, Code.TOTAL_CHANGED),
    "fewer than promised": (lambda _: paged(numberMatched=28), Code.COUNT_DIFFERS),
    "more than promised": (lambda _: paged(numberMatched=22), Code.COUNT_DIFFERS),
    "endless next links": (lambda _: endless, Code.ENDLESS_PAGES),
    "repeated id": (lambda _: doubled, Code.DUPLICATES),
    "missing id": (lambda _: one_without_id, Code.NO_IDS),
}


@pytest.mark.parametrize("fault", PARTIAL)
def test_what_is_not_every_feature_once_is_partial_and_takes_nothing_away(
    platform: Misbehaving, workspace: Path, fault: str
) -> None:
    trick, code = PARTIAL[fault]
    before = Before(workspace)
    platform.play("licences", trick(platform))
    pulled = pull(workspace, platform.url, replace(LIMITS, pages=40))
    snapshot = pulled["licences"]
    assert (snapshot.state, code_of(snapshot)) == (State.PARTIAL, code.value)
    assert snapshot.gone == 0 and before.lost() == set()
    assert Workspace.open(workspace).theme_states(SOURCE)["licences"].good == before.good["licences"]
    assert pulled["deposits"].state is State.COMPLETE
    assert integrity(workspace) == []
    heals(workspace, platform)


def without_ids(asked: Asked) -> None:
    page = asked.page
    for each in page["features"]:
        each.pop("id")
    asked.give(page)


def test_a_theme_that_lost_its_ids_fails(platform: Misbehaving, workspace: Path) -> None:
    before = Before(workspace)
    platform.play("licences", without_ids)
    snapshot = pull(workspace, platform.url)["licences"]
    assert (snapshot.state, code_of(snapshot)) == (State.FAILED, Code.NO_IDS.value)
    assert before.is_untouched()
    heals(workspace, platform)


def test_a_clamped_limit_costs_no_feature(platform: Misbehaving, workspace: Path) -> None:
    platform["licences"].faults.clamp = 4
    try:
        snapshot = pull(workspace, platform.url)["licences"]
    finally:
        platform["licences"].faults.clamp = 0
    assert (snapshot.state, snapshot.distinct, snapshot.pages) == (State.COMPLETE, 25, 7)
    heals(workspace, platform)


def test_a_redirect_to_another_host_is_followed_without_credentials(platform: Misbehaving, workspace: Path) -> None:
    session = plain_session()
    session.auth = USER, PASSPHRASE
    with Misbehaving(host="127.0.0.2") as other:
        platform.play("licences", lambda asked: redirect(other.origin + asked.handler.path)(asked), from_page=2)
        before = len(platform.seen)
        snapshot = pull(workspace, platform.url, session=session)["licences"]
        assert (snapshot.state, snapshot.distinct) == (State.COMPLETE, 25)
        assert other.seen and not [each for each in other.seen if "authorization" in each.headers]
        assert all("authorization" in each.headers for each in platform.seen[before:])
    heals(workspace, platform)


def _expired() -> Server:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    yesterday = datetime.now(timezone.utc) - timedelta(days=1)
    trustme.CA().issue_cert("localhost", not_after=yesterday).configure_cert(context)
    return Server(context)


@pytest.mark.parametrize(
    ("serve", "path", "code"),
    [
        (_expired, "/api", Code.CERTIFICATE),
        (Server, "/html", Code.NOT_A_PLATFORM),
        (Server, "/status/503", Code.SERVER_FAULT),
        (Server, "/status/407", Code.PROXY),
        (Server, "/loop", Code.REDIRECT_LOOP),
        (Server, "/gzip-bomb", Code.TOO_LARGE),
    ],
)
def test_a_server_that_does_not_come_into_question_fails_every_theme(
    platform: Misbehaving, workspace: Path, serve: Callable[[], Server], path: str, code: Code
) -> None:
    before = Before(workspace)
    with serve() as server:
        pulled = pull(workspace, server.url + path, replace(LIMITS, page_bytes=1_000_000))
    assert [(each.state, code_of(each)) for each in pulled.values()] == [(State.FAILED, code.value)] * len(THEMES)
    assert all(before.is_untouched(theme) for theme in THEMES)
    heals(workspace, platform)


def test_a_proxy_that_refuses_fails_every_theme(platform: Misbehaving, workspace: Path) -> None:
    before = Before(workspace)
    with Proxy() as proxy:
        session = plain_session()
        session.proxies = {"http": proxy.url}
        pulled = pull(workspace, platform.url, session=session)
    assert {(each.state, code_of(each)) for each in pulled.values()} == {(State.FAILED, Code.PROXY.value)}
    assert all(before.is_untouched(theme) for theme in THEMES)
    heals(workspace, platform)


def test_nobody_is_there(platform: Misbehaving, workspace: Path) -> None:
    before = Before(workspace)
    with Server() as gone:
        address = gone.url
    pulled = pull(workspace, address)
    assert {(each.state, code_of(each)) for each in pulled.values()} == {(State.FAILED, Code.UNREACHABLE.value)}
    assert all(before.is_untouched(theme) for theme in THEMES)
    heals(workspace, platform)
