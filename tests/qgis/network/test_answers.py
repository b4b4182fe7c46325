"""The requests transport over QGIS's network manager, against real servers that misbehave."""

import json
import time
from dataclasses import replace
from typing import Any

import pytest

from kaznedra_qgis import network
from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources.http import user_agent
from tests.qgis.network.conftest import ONCE, client, failure
from tests.servers.wire import BODY, Server


def test_answer(server: Server, run: Any) -> None:
    answer = run(lambda: client().get(f"{server.url}/json", {"limit": 5}))
    assert (answer.body, answer.size, answer.status) == (BODY, len(BODY), 200)
    assert answer.content_type == "application/json"
    assert answer.server_time


def test_gzip_is_unpacked(server: Server, run: Any) -> None:
    answer = run(lambda: client().get(f"{server.url}/gzip"))
    assert answer.body == BODY
    assert 0 < answer.size < len(BODY)


def test_headers(server: Server, run: Any) -> None:
    headers = json.loads(run(lambda: client().get(f"{server.url}/echo")).body)["headers"]
    assert "QGIS/" in headers["User-Agent"]
    assert headers["X-Client"] == user_agent()
    assert headers["Accept-Encoding"] == "gzip"
    assert headers["Accept"].startswith("application/json")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_other_methods_with_a_body(server: Server, run: Any, method: str) -> None:
    def send() -> Any:
        return network.session().request(method, f"{server.url}/echo", json={"block": "10е-5а-11"}).json()

    told = run(send)
    assert told["method"] == method
    assert json.loads(told["content"]) == {"block": "10е-5а-11"}


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("reset", Code.UNREACHABLE),
        ("cut", Code.BODY_CUT),
        ("cut-chunks", Code.BODY_CUT),
        ("gzip-cut", Code.BODY_CUT),
        ("gzip-broken", Code.BODY_CUT),
        ("loop", Code.REDIRECT_LOOP),
        ("basic", Code.UNAUTHORIZED),
        ("status/400", Code.REFUSED),
        ("status/403", Code.FORBIDDEN),
        ("status/404", Code.NOT_FOUND),
        ("status/429?after=600", Code.TOO_MANY_REQUESTS),
        ("status/500", Code.SERVER_FAULT),
        ("status/503", Code.SERVER_FAULT),
        ("big?bytes=3000000", Code.TOO_LARGE),
        ("big?bytes=30000000&chunked=1", Code.TOO_LARGE),
        ("gzip-bomb", Code.TOO_LARGE),
    ],
)
def test_each_fault_has_its_code(server: Server, run: Any, path: str, code: Code) -> None:
    error = failure(run, f"{server.url}/{path}", replace(ONCE, page_bytes=1_000_000))
    assert error.code is code
    assert str(error.facts["address"]).startswith(server.url)
    assert error.facts.get("retry_after") == (600 if "after" in path else None)


def test_credentials_go_along_with_what_is_sent_and_stay_at_home(server: Server, run: Any, basic: str) -> None:
    made = client(authcfg=basic, origin=server.url)
    assert run(lambda: made.post(f"{server.url}/basic", b"x", "text/plain")).body == BODY
    with Server() as other:
        with pytest.raises(KaznedraError):
            run(lambda: made.post(f"{server.url}/redirect?code=307&to={other.url}/echo", b"x", "text/plain"))
        assert other.seen == []


@pytest.mark.parametrize("path", ["/reset", "/cut", "/hang"])
def test_what_a_server_hangs_up_on_is_sent_once(run: Any, path: str) -> None:
    with Server() as server:
        with pytest.raises(KaznedraError) as raised:
            run(lambda: client(replace(ONCE, idle_s=1)).post(server.url + path, b"x" * 200_000, "text/plain"))
        assert raised.value.facts["taken"] == "unknown"
        assert len(server.seen) == 1


def test_what_cannot_have_arrived_is_told(run: Any) -> None:
    with Server() as gone:
        pass
    for address in (gone.url, "http://nowhere.invalid/"):
        with pytest.raises(KaznedraError) as raised:
            run(lambda: client().post(address, b"x", "text/plain"))  # noqa: B023 (called at once)
        assert raised.value.facts["taken"] == "no"


def test_statuses_keep_their_body(server: Server, run: Any) -> None:
    response = run(lambda: network.session().get(f"{server.url}/status/503"))
    assert (response.status_code, response.json()) == (503, {"code": "told"})


@pytest.mark.parametrize("path", ["hang", "hang-in-body"])
def test_nothing_comes(server: Server, run: Any, path: str) -> None:
    began = time.monotonic()
    error = failure(run, f"{server.url}/{path}", replace(ONCE, idle_s=0.4))
    assert error.code is Code.TIMED_OUT
    assert time.monotonic() - began < 5


def test_a_drip_meets_the_clock_for_the_whole(server: Server, run: Any) -> None:
    began = time.monotonic()
    error = failure(run, f"{server.url}/drip", replace(ONCE, idle_s=5, total_s=0.6))
    assert error.code is Code.TIMED_OUT
    assert time.monotonic() - began < 5


def test_nobody_listens(run: Any) -> None:
    with Server() as gone:
        address = gone.url
    error = failure(run, f"{address}/json?token=opensesame")
    assert error.code is Code.UNREACHABLE
    assert error.facts["reason"]
    assert "opensesame" not in str(error)


def test_unknown_host(run: Any) -> None:
    assert failure(run, "http://platform.invalid/").code is Code.UNREACHABLE
