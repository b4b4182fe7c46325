"""Several requests at once from several threads, cancelled or not, and whole pulls through QGIS's network."""

import json
import threading
import time
from dataclasses import replace
from typing import Any

import pytest
import requests
from qgis.core import (
    QgsFeedback,
    QgsNetworkAccessManager,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QThread, QTimer

from kaznedra_qgis import network
from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.exchange import Exchange
from kaznedra_qgis.sources import open_source
from kaznedra_qgis.sources.files import FileSource
from kaznedra_qgis.sources.limits import Limits
from kaznedra_qgis.sources.profile import builtin_profiles
from kaznedra_qgis.sources.source import Watch
from tests.qgis.network.conftest import ONCE, at_once, client, failure, number_of
from tests.servers.faulty import Platform
from tests.servers.wire import BODY, Server


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


@pytest.mark.parametrize("path", ["status/200", "big?bytes=3000000", "hang"])
def test_a_reply_that_python_lost_is_asked_for_again(
    server: Server, run: Any, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost: list[Exchange] = []
    tell = Exchange._announced if path != "hang" else Exchange._tick

    def losing(self: Exchange) -> None:
        if not lost and self._reply is not None:
            lost.append(self)
            sip.setdeleted(self._reply)
        tell(self)

    monkeypatch.setattr(Exchange, tell.__name__, losing)
    limits = Limits(idle_s=2, attempts=2)
    if path == "hang":
        assert failure(run, f"{server.url}/{path}", limits).code is Code.TIMED_OUT
    else:
        assert run(lambda: client(limits).get(f"{server.url}/{path}")).body
    assert lost and lost[0].done.is_set() and isinstance(lost[0]._failure, requests.ConnectionError)
