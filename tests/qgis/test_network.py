"""The requests transport over QGIS's network manager, against real servers that misbehave."""

import datetime
import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

import pytest
import requests
import trustme
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsFeedback,
    QgsNetworkAccessManager,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QThread, QTimer
from qgis.PyQt.QtNetwork import QNetworkProxy
from qgis.PyQt.QtWidgets import QDialog

from kaznedra_qgis import network
from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources import open_source
from kaznedra_qgis.sources.files import FileSource
from kaznedra_qgis.sources.http import Client, user_agent
from kaznedra_qgis.sources.limits import Limits
from kaznedra_qgis.sources.profile import builtin_profiles
from kaznedra_qgis.sources.source import Watch
from tests.servers.faulty import Platform
from tests.servers.proxy import Proxy
from tests.servers.wire import BODY, PASSPHRASE, USER, Server

ONCE = Limits(attempts=1, idle_s=5, total_s=20)
T = TypeVar("T")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture(params=["main", "worker"])
def run(request: pytest.FixtureRequest) -> Callable[[Callable[[], T]], T]:
    """Runs a job on the main thread, and in a thread for which the main thread turns its loop."""
    return network.off_main if request.param == "worker" else lambda job: job()


@pytest.fixture
def proxy_setting() -> Iterator[Callable[[str, int], None]]:
    manager = QgsNetworkAccessManager.instance()

    def use(host: str, port: int) -> None:
        manager.setFallbackProxyAndExcludes(QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, host, port), [], [])

    yield use
    manager.setFallbackProxyAndExcludes(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy), [], [])
    manager.clearAccessCache()


@pytest.fixture(scope="module")
def authentication() -> Any:
    manager = QgsApplication.authManager()
    # pytest-qgis's own profile, as its versions 2 and 5 name it; never the user's
    assert any(name in manager.authenticationDatabasePath() for name in ("pytest-qgis", ".qgis-settings"))
    assert manager.setMasterPassword("only for this test", True)
    return manager


@pytest.fixture(scope="module")
def basic(authentication: Any) -> str:
    config = QgsAuthMethodConfig("Basic")
    config.setName("platform")
    config.setConfig("username", USER)
    config.setConfig("password", PASSPHRASE)
    stored = authentication.storeAuthenticationConfig(config)
    assert stored[0] if isinstance(stored, tuple) else stored
    return config.id()


def number_of(value: Any) -> int:
    """An enum of PyQt5 or PyQt6."""
    return int(getattr(value, "value", value))


def client(limits: Limits = ONCE, **session: Any) -> Client:
    return Client(network.session(**session, limits=limits), limits)


def failure(
    run: Callable[[Callable[[], Any]], Any], address: str, limits: Limits = ONCE, **session: Any
) -> KaznedraError:
    with pytest.raises(KaznedraError) as caught:
        run(lambda: client(limits, **session).get(address))
    return caught.value


def tls_server(**certificate: Any) -> Server:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("localhost", **certificate).configure_cert(context)
    return Server(context)


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


PAST = datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)


@pytest.mark.parametrize("certificate", [{}, {"not_before": PAST, "not_after": PAST + datetime.timedelta(days=9)}])
def test_bad_certificate(run: Any, certificate: dict[str, Any]) -> None:
    with tls_server(**certificate) as secure:
        error = failure(run, f"{secure.url}/json")
        assert error.code is Code.CERTIFICATE
        assert "certificate" in str(error.facts["reason"]).lower()
        assert secure.seen == []


def test_certificate_that_the_user_accepts(run: Any) -> None:
    asked: list[int] = []

    def accept(reply: Any, errors: Any) -> None:
        asked.append(len(errors))
        reply.ignoreSslErrors()

    manager = QgsNetworkAccessManager.instance()
    manager.sslErrors.connect(accept)
    try:
        with tls_server() as secure:
            assert run(lambda: client().get(f"{secure.url}/json")).body == BODY
        assert asked
    finally:
        manager.sslErrors.disconnect(accept)


def test_proxy_that_wants_to_know_who_asks(server: Server, run: Any, proxy_setting: Any) -> None:
    with Proxy() as proxy:
        proxy_setting("127.0.0.1", proxy.port)
        error = failure(run, f"{server.url}/json")
        assert error.code is Code.PROXY
        assert proxy.seen and not proxy.forwarded


def test_proxy_before_a_secure_server(run: Any, proxy_setting: Any) -> None:
    with Proxy() as proxy, tls_server() as secure:
        proxy_setting("127.0.0.1", proxy.port)
        assert failure(run, f"{secure.url}/json").code is Code.PROXY


def test_proxy_of_qgis_is_used(server: Server, run: Any, proxy_setting: Any) -> None:
    with Proxy(open_to_all=True) as proxy:
        proxy_setting("127.0.0.1", proxy.port)
        assert run(lambda: client().get(f"{server.url}/json")).body == BODY
        assert proxy.forwarded == [f"{server.url}/json"]


def test_proxy_that_nobody_runs(server: Server, run: Any, proxy_setting: Any) -> None:
    with Proxy() as gone:
        port = gone.port
    proxy_setting("127.0.0.1", port)
    assert failure(run, f"{server.url}/json").code is Code.PROXY


def test_authentication_config(server: Server, run: Any, basic: str) -> None:
    made = client(authcfg=basic, origin=f"{server.url}/api?x=1")
    assert run(lambda: made.get(f"{server.url}/basic")).body == BODY
    assert run(lambda: made.get(f"{server.url}/redirect?to=/basic")).body == BODY


@pytest.mark.parametrize("code", [301, 302, 307, 308])
def test_authentication_config_stays_at_its_origin(server: Server, run: Any, basic: str, code: int) -> None:
    with Server(host="127.0.0.2") as elsewhere:
        made = client(authcfg=basic, origin=server.url)
        address = f"{server.url}/redirect?code={code}&to={elsewhere.url}/json"
        assert run(lambda: made.get(address)).body == BODY
        # also where requests itself follows
        assert run(lambda: made.session.get(address)).content == BODY
        assert len(elsewhere.seen) == 2
        assert all("authorization" not in seen.headers for seen in elsewhere.seen)
        assert server.seen[-1].headers["authorization"].startswith("Basic ")


def test_authentication_config_needs_an_origin(basic: str) -> None:
    with pytest.raises(ValueError, match="origin"):
        network.session(authcfg=basic)


def test_unknown_authentication_config(server: Server, run: Any, authentication: Any) -> None:
    before = len(server.seen)
    assert failure(run, f"{server.url}/json", authcfg="nosuch1", origin=server.url).code is Code.CREDENTIALS_UNUSABLE
    assert len(server.seen) == before


def test_authentication_method_that_this_qgis_lacks(server: Server, run: Any, authentication: Any) -> None:
    config = QgsAuthMethodConfig("Telepathy")
    config.setName("telepathy")
    config.setConfig("thought", "x")
    authentication.storeAuthenticationConfig(config)
    before = len(server.seen)
    error = failure(run, f"{server.url}/json", authcfg=config.id() or "telepat", origin=server.url)
    assert error.code is Code.CREDENTIALS_UNUSABLE
    assert len(server.seen) == before


class SignIn:
    """A sign-in dialog like that of the desktop: modal, open for a while, then filled in."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.opened = 0
        self.open = 0
        self.most_at_once = 0

    def ask(self, reply: Any, auth: Any) -> None:
        self.opened += 1
        self.open += 1
        self.most_at_once = max(self.open, self.most_at_once)
        dialog = QDialog()
        dialog.setModal(True)
        QTimer.singleShot(int(self.seconds * 1000), dialog.accept)
        dialog.exec()
        auth.setUser(USER)
        auth.setPassword(PASSPHRASE)
        self.open -= 1


@pytest.fixture
def sign_in() -> Iterator[Callable[[float], SignIn]]:
    manager = QgsNetworkAccessManager.instance()
    kept: list[SignIn] = []

    def use(seconds: float) -> SignIn:
        kept.append(SignIn(seconds))
        manager.authenticationRequired.connect(kept[-1].ask)
        return kept[-1]

    yield use
    for handler in kept:
        manager.authenticationRequired.disconnect(handler.ask)
    manager.clearAccessCache()


def test_clocks_stand_while_the_user_signs_in(run: Any, sign_in: Any) -> None:
    with Server() as server:
        handler = sign_in(1.5)
        hurried = replace(ONCE, idle_s=0.5, total_s=1.0)
        assert run(lambda: client(hurried).get(f"{server.url}/basic")).body == BODY
        assert handler.opened == 1


def test_four_at_once_open_one_dialog(sign_in: Any) -> None:
    with Server() as server:
        handler = sign_in(0.4)
        made = client()
        answers = at_once(4, lambda number: made.get(f"{server.url}/basic?{number}"))
        assert [answer.body for answer in answers] == [BODY] * 4
        assert (handler.opened, handler.most_at_once) == (1, 1)


def test_four_at_once_ask_once_about_a_certificate() -> None:
    asked: list[int] = []

    def refuse(reply: Any, errors: Any) -> None:
        asked.append(len(errors))
        # as long as a dialog would be open, in its own loop
        loop = QEventLoop()
        QTimer.singleShot(500, loop.quit)
        loop.exec()

    def get(number: int) -> Code:
        with pytest.raises(KaznedraError) as caught:
            client().get(f"{secure.url}/json?{number}")
        return caught.value.code

    manager = QgsNetworkAccessManager.instance()
    manager.sslErrors.connect(refuse)
    try:
        with tls_server() as secure:
            assert at_once(4, get) == [Code.CERTIFICATE] * 4
    finally:
        manager.sslErrors.disconnect(refuse)
    assert len(asked) == 1


def test_a_dialog_that_was_open_before_stops_no_clock(server: Server) -> None:
    dialog = QDialog()
    dialog.setModal(True)
    errors: list[KaznedraError] = []

    def ask() -> None:
        try:
            client(replace(ONCE, idle_s=0.4)).get(f"{server.url}/hang")
        except KaznedraError as error:
            errors.append(error)
        finally:
            QTimer.singleShot(0, dialog.accept)

    QTimer.singleShot(50, ask)
    QTimer.singleShot(8000, dialog.reject)
    dialog.exec()
    assert dialog.result() == number_of(QDialog.DialogCode.Accepted)
    assert errors[0].code is Code.TIMED_OUT


def at_once(count: int, job: Callable[[int], T]) -> list[T]:
    """What the job returns in so many threads, while the main thread turns its loop."""
    results: dict[int, T] = {}

    def all_of_them() -> None:
        threads = [threading.Thread(target=lambda i=i: results.update({i: job(i)})) for i in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    network.off_main(all_of_them)
    return [results[i] for i in range(count)]


def test_threads_side_by_side(server: Server) -> None:
    made = client()
    answers = at_once(8, lambda number: made.get(f"{server.url}/big?bytes={(number + 1) * 300_000}"))
    assert [len(answer.body) for answer in answers] == [(number + 1) * 300_000 for number in range(8)]


def test_the_main_thread_lives_meanwhile(server: Server) -> None:
    turns: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(time.monotonic()))
    timer.start(20)
    at_once(
        4,
        lambda number: (
            client(replace(ONCE, idle_s=0.6)).get(f"{server.url}/status/200")
            if number
            else pytest.raises(KaznedraError, client(replace(ONCE, idle_s=0.6)).get, f"{server.url}/hang")
        ),
    )
    timer.stop()
    assert len(turns) > 10


def cancelling(feedback: QgsFeedback, after_ms: int) -> None:
    QTimer.singleShot(after_ms, feedback.cancel)


@pytest.mark.parametrize("path", ["hang", "hang-in-body", "drip"])
def test_cancel_aborts_what_is_under_way(server: Server, run: Any, path: str) -> None:
    feedback = QgsFeedback()
    cancelling(feedback, 300)
    began = time.monotonic()
    error = failure(run, f"{server.url}/{path}", replace(ONCE, idle_s=15), feedback=feedback)
    assert error.code is Code.CANCELLED
    assert time.monotonic() - began < 3


def test_cancel_reaches_a_worker_while_the_main_thread_is_busy(server: Server) -> None:
    feedback = QgsFeedback()
    errors: list[Exception] = []

    def ask() -> None:
        try:
            client(feedback=feedback).get(f"{server.url}/json")
        except KaznedraError as error:
            errors.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    time.sleep(0.3)
    feedback.cancel()
    thread.join(5)
    assert not thread.is_alive()
    assert isinstance(errors[0], KaznedraError) and errors[0].code is Code.CANCELLED
    before = len(server.seen)
    QCoreApplication.processEvents()
    assert len(server.seen) == before


def test_a_main_thread_that_never_turns_its_loop_is_not_waited_for_for_ever(server: Server) -> None:
    errors: list[Exception] = []

    def ask() -> None:
        try:
            client(replace(ONCE, total_s=0.5)).get(f"{server.url}/json")
        except KaznedraError as error:
            errors.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join(5)
    assert isinstance(errors[0], KaznedraError) and errors[0].code is Code.TIMED_OUT
    QCoreApplication.processEvents()


def test_off_main_passes_on_what_happened() -> None:
    def fail() -> None:
        raise KaznedraError(Code.LOCKED, path="x")

    assert network.off_main(lambda: 7) == 7
    assert network.off_main(lambda: network.off_main(lambda: threading.current_thread().name)) == "kaznedra"
    with pytest.raises(KaznedraError) as caught:
        network.off_main(fail)
    assert caught.value.code is Code.LOCKED


def test_off_main_leaves_the_main_thread() -> None:
    main = QCoreApplication.instance().thread()
    assert QThread.currentThread() == main
    assert network.off_main(lambda: threading.current_thread() is not threading.main_thread())


@pytest.fixture
def width(run: Any) -> int:
    """Requests at once: threads need the main thread's loop, which turns for `off_main` only."""
    return 4 if run is network.off_main else 1


@pytest.mark.parametrize("page_size", [1000, 400, 3000])
def test_pull_from_qgis_server(run: Any, width: int, demo_platform: Any, demo_data: Any, page_size: int) -> None:
    kaznedra = next(profile for profile in builtin_profiles() if profile.id == "kaznedra")
    counts = {theme: offer.expected for theme, offer in FileSource(kaznedra, demo_data).contract().offers.items()}
    profile = replace(kaznedra, address=demo_platform.address, page_size=page_size, concurrency=width)

    def pull() -> dict[str, set[str]]:
        source = open_source(profile, client())
        offers = source.contract().offers
        assert {theme: offer.expected for theme, offer in offers.items()} == counts
        return {
            theme: {each["id"] for page in source.pages(offer) for each in json.loads(page.body)["features"]}
            for theme, offer in offers.items()
        }

    assert {theme: len(found) for theme, found in run(pull).items()} == counts


@pytest.mark.parametrize("faults", [{}, {"clamp": 4}, {"refuse": 4}, {"relative_next": True}], ids=str)
def test_pull(run: Any, width: int, faults: dict[str, Any]) -> None:
    kaznedra = next(profile for profile in builtin_profiles() if profile.id == "kaznedra")
    with Platform() as platform:
        for name, value in faults.items():
            setattr(platform["licences"].faults, name, value)

        def pull() -> list[str]:
            profile = replace(kaznedra, address=platform.url, page_size=10, concurrency=width)
            source = open_source(profile, client(), Watch())
            pages = source.pages(source.contract().offers["licences"])
            return [each["id"] for page in pages for each in json.loads(page.body)["features"]]

        assert sorted(run(pull)) == sorted(each["id"] for each in platform["licences"].features)


def test_html_instead_of_json(run: Any) -> None:
    kaznedra = next(profile for profile in builtin_profiles() if profile.id == "kaznedra")
    with Server() as server, pytest.raises(KaznedraError) as caught:
        run(lambda: open_source(replace(kaznedra, address=f"{server.url}/html"), client()).contract())
    assert caught.value.code is Code.NOT_A_PLATFORM
    assert caught.value.facts["reason"] == "not_json"


def test_no_reply_is_left_behind(server: Server) -> None:
    from qgis.PyQt.QtCore import QEvent
    from qgis.PyQt.QtNetwork import QNetworkReply

    def replies() -> int:
        QCoreApplication.sendPostedEvents(None, number_of(QEvent.Type.DeferredDelete))
        return len(QgsNetworkAccessManager.instance().findChildren(QNetworkReply))

    before = replies()
    for _ in range(3):
        client().get(f"{server.url}/json")
        failure(lambda job: job(), f"{server.url}/hang", replace(ONCE, idle_s=0.2))
    assert replies() <= before


def test_response_for_others(server: Server, run: Any) -> None:
    """What later parts use without the client: a response like any of requests."""
    response: requests.Response = run(lambda: network.session().get(f"{server.url}/json", timeout=5))
    assert response.json() == json.loads(BODY)
    assert response.ok and response.encoding == "utf-8"
    assert response.url == f"{server.url}/json"
    assert list(response.iter_content(1000))[0] == BODY[:1000]
