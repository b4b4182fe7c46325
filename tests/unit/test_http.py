import json
import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace
from email.utils import formatdate
from pathlib import Path
from typing import Optional

import pytest
import requests
import trustme

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources.http import Client, user_agent
from kaznedra_qgis.sources.limits import Limits
from kaznedra_qgis.sources.source import Watch
from tests.servers.wire import BODY, PASSPHRASE, USER, Server

ONCE = Limits(attempts=1, connect_s=5, idle_s=5, total_s=20)


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept.append(seconds)

    @property
    def waited(self) -> float:
        return round(sum(self.slept), 6)


class Cancel(Watch):
    """Cancels the n-th time it is asked."""

    def __init__(self, after: int) -> None:
        self.left = after

    def is_cancelled(self) -> bool:
        self.left -= 1
        return self.left < 0


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


def client(limits: Limits = ONCE, clock: Optional[Clock] = None, watch: Optional[Watch] = None) -> Client:
    session = requests.Session()
    session.trust_env = False
    if clock is None:
        return Client(session, limits, watch)
    return Client(session, limits, watch, clock=clock, sleep=clock.sleep, jitter=lambda: 1.0)


def failure(address: str, limits: Limits = ONCE, clock: Optional[Clock] = None, **facts: object) -> KaznedraError:
    with pytest.raises(KaznedraError) as caught:
        client(limits, clock).get(address, **facts)
    return caught.value


def test_answer(server: Server) -> None:
    answer = client().get(f"{server.url}/json", {"limit": 5})
    assert answer.body == BODY
    assert answer.size == len(BODY)
    assert answer.content_type == "application/json"
    assert answer.server_time.startswith("20") and answer.server_time.endswith("Z")
    assert answer.url.endswith("/json?limit=5")


def test_says_who_asks_and_takes_gzip(server: Server) -> None:
    headers = json.loads(client().get(f"{server.url}/echo").body)["headers"]
    assert headers["User-Agent"] == user_agent()
    assert user_agent().startswith("Kaznedra-QGIS/0.")
    assert headers["Accept-Encoding"] == "gzip"
    assert headers["Accept"].startswith("application/json")


def test_gzip_is_unpacked(server: Server) -> None:
    answer = client().get(f"{server.url}/gzip")
    assert answer.body == BODY
    assert answer.size < len(BODY)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("reset", Code.UNREACHABLE),
        ("cut", Code.BODY_CUT),
        ("cut-chunks", Code.BODY_CUT),
        ("gzip-cut", Code.BODY_CUT),
        ("gzip-broken", Code.BODY_CUT),
        ("loop", Code.REDIRECT_LOOP),
        ("status/400", Code.REFUSED),
        ("status/401", Code.UNAUTHORIZED),
        ("status/403", Code.FORBIDDEN),
        ("status/404", Code.NOT_FOUND),
        ("status/407", Code.PROXY),
        ("status/410", Code.NOT_FOUND),
        ("status/418", Code.REFUSED),
        ("status/429", Code.TOO_MANY_REQUESTS),
        ("status/500", Code.SERVER_FAULT),
        ("status/503", Code.SERVER_FAULT),
        ("status/304", Code.REFUSED),
        ("big?bytes=2000000", Code.TOO_LARGE),
        ("big?bytes=2000000&chunked=1", Code.TOO_LARGE),
        ("gzip-bomb", Code.TOO_LARGE),
        ("redirect?to=ftp://127.0.0.1/x", Code.FOREIGN_LINK),
        ("redirect?to=http://[bad", Code.UNREACHABLE),
    ],
)
def test_each_fault_has_its_code(server: Server, path: str, code: Code) -> None:
    error = failure(f"{server.url}/{path}", replace(ONCE, page_bytes=1_000_000), theme="licences", page=3)
    assert error.code is code
    assert str(error.facts["address"]).startswith(server.url)
    assert (error.facts["theme"], error.facts["page"], error.facts["attempts"]) == ("licences", 3, 1)
    if path.startswith("status"):
        assert error.facts["status"] == int(path[-3:])


@pytest.mark.parametrize("path", ["hang", "hang-in-body"])
def test_nothing_comes(server: Server, path: str) -> None:
    error = failure(f"{server.url}/{path}", replace(ONCE, idle_s=0.3))
    assert error.code is Code.TIMED_OUT
    assert 0.2 <= float(str(error.facts["seconds"])) < 5


def test_a_drip_meets_the_clock_for_the_whole(server: Server) -> None:
    error = failure(f"{server.url}/drip", replace(ONCE, idle_s=5, total_s=0.5))
    assert error.code is Code.TIMED_OUT


def test_nobody_listens() -> None:
    with Server() as gone:
        address = gone.url
    error = failure(f"{address}/json")
    assert error.code is Code.UNREACHABLE
    assert error.facts["reason"] == "Connection refused"


def test_unknown_host() -> None:
    assert failure("http://platform.invalid/").code is Code.UNREACHABLE


def test_proxy_that_nobody_runs(server: Server) -> None:
    made = client()
    with Server() as gone:
        made.session.proxies = {"http": gone.url}
    with pytest.raises(KaznedraError) as caught:
        made.get(f"{server.url}/json")
    assert caught.value.code is Code.PROXY


def test_certificate_of_a_stranger(tmp_path: Path) -> None:
    authority = trustme.CA()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(tls)
    with Server(tls) as secure:
        error = failure(f"{secure.url}/json")
        assert error.code is Code.CERTIFICATE
        assert "certificate" in str(error.facts["reason"]).lower()
        authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        trusting = client()
        trusting.session.verify = str(tmp_path / "ca.pem")
        assert trusting.get(f"{secure.url}/json").body == BODY


def test_no_secret_is_told(server: Server) -> None:
    address = f"{server.url}/status/500?token=opensesame&limit=7"
    error = failure(address)
    assert "opensesame" not in str(error) + str(error.facts)
    assert "limit=7" in str(error.facts["address"])
    with Server() as gone:
        address = f"{gone.url}/x?token=opensesame"
    assert "opensesame" not in str(failure(address).facts)


def test_another_attempt_cures(server: Server, clock: Clock) -> None:
    retrying = replace(ONCE, attempts=4, backoff_s=1.0)
    answer = client(retrying, clock).get(f"{server.url}/status/503?times=2&case=cures")
    assert answer.body == BODY
    assert clock.waited == 1 + 2


@pytest.mark.parametrize(
    ("path", "attempts"),
    [("status/503", 3), ("status/429", 3), ("cut", 3), ("reset", 3), ("status/404", 1), ("status/501", 1), ("loop", 1)],
)
def test_what_is_tried_again(server: Server, clock: Clock, path: str, attempts: int) -> None:
    address = f"{server.url}/{path}?case=again"
    error = failure(address, replace(ONCE, attempts=3), clock)
    assert error.facts["attempts"] == attempts


def test_back_off_is_bounded(server: Server, clock: Clock) -> None:
    failure(f"{server.url}/status/500", replace(ONCE, attempts=6, backoff_s=1, backoff_max_s=5), clock)
    assert clock.waited == 1 + 2 + 4 + 5 + 5


def test_jitter_takes_at_most_half(server: Server, clock: Clock) -> None:
    session = requests.Session()
    made = Client(session, replace(ONCE, attempts=2), clock=clock, sleep=clock.sleep, jitter=lambda: 0.0)
    with pytest.raises(KaznedraError):
        made.get(f"{server.url}/status/500")
    assert clock.waited == 0.5


def test_retry_after_in_seconds(server: Server, clock: Clock) -> None:
    answer = client(replace(ONCE, attempts=2), clock).get(f"{server.url}/status/429?times=1&after=7")
    assert answer.body == BODY
    assert clock.waited == 7


def test_retry_after_as_a_date(server: Server, clock: Clock) -> None:
    import time

    after = formatdate(time.time() + 30, usegmt=True).replace(" ", "%20")
    client(replace(ONCE, attempts=2), clock).get(f"{server.url}/status/503?times=1&after={after}")
    assert 28 <= clock.waited <= 31


def test_retry_after_too_long_is_given_up(server: Server, clock: Clock) -> None:
    error = failure(f"{server.url}/status/429?after=3600", replace(ONCE, attempts=4), clock)
    assert error.code is Code.TOO_MANY_REQUESTS
    assert error.facts["retry_after"] == 3600
    assert clock.waited == 0


def test_retry_after_that_is_nonsense(server: Server, clock: Clock) -> None:
    error = failure(f"{server.url}/status/429?after=soon", replace(ONCE, attempts=2), clock)
    assert "retry_after" not in error.facts
    assert clock.waited == 1


def test_a_cut_that_the_reader_finds_is_tried_again(server: Server, clock: Clock) -> None:
    reads: list[int] = []

    def parse(answer: object) -> str:
        reads.append(1)
        if len(reads) < 3:
            raise KaznedraError(Code.BODY_CUT)
        return "whole"

    assert client(replace(ONCE, attempts=3), clock).read(f"{server.url}/json", parse) == "whole"


def test_rate(server: Server, clock: Clock) -> None:
    made = client(ONCE, clock)
    made.slow_to(4)
    for _ in range(5):
        made.get(f"{server.url}/json")
    assert clock.waited == pytest.approx(1.0)


def test_one_threads_retry_after_holds_all(server: Server, clock: Clock) -> None:
    made = client(replace(ONCE, attempts=2), clock)
    made.get(f"{server.url}/status/429?times=1&after=9&case=all")
    assert made._pace._next_start >= 1009


def test_cancel_while_waiting_for_the_next_attempt(server: Server, clock: Clock) -> None:
    watch = Cancel(after=8)
    with pytest.raises(KaznedraError) as caught:
        client(replace(ONCE, attempts=9), clock, watch).get(f"{server.url}/status/500", theme="deposits")
    assert caught.value.code is Code.CANCELLED
    assert clock.waited < 1


def test_cancel_inside_the_body(server: Server) -> None:
    with pytest.raises(KaznedraError) as caught:
        client(replace(ONCE, idle_s=5), watch=Cancel(after=4)).get(f"{server.url}/drip")
    assert caught.value.code is Code.CANCELLED


def test_redirect_is_followed_with_credentials_at_home(server: Server) -> None:
    made = client()
    made.session.auth = (USER, PASSPHRASE)
    answer = made.get(f"{server.url}/redirect?to=/basic")
    assert answer.body == BODY
    assert answer.url == f"{server.url}/basic"


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_credentials_stay_at_home(server: Server, code: int) -> None:
    with Server(host="127.0.0.2") as elsewhere:
        made = client()
        made.session.auth = (USER, PASSPHRASE)
        made.session.headers["X-Api-Key"] = "opensesame"
        made.session.cookies.set("session", "opensesame")
        answer = made.get(f"{server.url}/redirect?code={code}&to={elsewhere.url}/json")
        assert answer.body == BODY
        (seen,) = elsewhere.seen
        assert not {"authorization", "x-api-key", "cookie"} & seen.headers.keys()
        assert seen.headers["user-agent"] == user_agent()
        assert server.seen[-1].headers["x-api-key"] == "opensesame"


def test_other_port_is_another_origin(server: Server) -> None:
    with Server() as elsewhere:
        made = client()
        made.session.auth = (USER, PASSPHRASE)
        made.get(f"{server.url}/redirect?to={elsewhere.url}/json")
        assert "authorization" not in elsewhere.seen[0].headers


def test_no_way_back_from_https_to_http(server: Server, tmp_path: Path) -> None:
    authority = trustme.CA()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(tls)
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    with Server(tls) as secure:
        made = client()
        made.session.verify = str(tmp_path / "ca.pem")
        with pytest.raises(KaznedraError) as caught:
            made.get(f"{secure.url}/redirect?to={server.url}/json")
    assert caught.value.code is Code.FOREIGN_LINK


def test_threads_share_a_client(server: Server) -> None:
    made = client()
    bodies: list[bytes] = []
    threads = [threading.Thread(target=lambda: bodies.append(made.get(f"{server.url}/gzip").body)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert bodies == [BODY] * 8
