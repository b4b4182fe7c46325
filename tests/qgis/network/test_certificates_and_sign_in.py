"""Certificates, proxies and sign-ins are those of QGIS, and never go where they do not belong."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from qgis.core import (
    QgsAuthMethodConfig,
    QgsNetworkAccessManager,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QDialog

from kaznedra_qgis import network
from kaznedra_qgis.errors import Code, KaznedraError
from tests.qgis.network.conftest import ONCE, at_once, client, failure, number_of, tls_server
from tests.servers.proxy import Proxy
from tests.servers.wire import BODY, PASSPHRASE, USER, Server

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
