"""Requests in threads meet the desktop's own sign-in and certificate dialogs."""

import ssl
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import trustme
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QLineEdit, QWidget

from kaznedra_qgis import network
from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources.http import Client
from kaznedra_qgis.sources.limits import Limits
from tests.servers.wire import BODY, PASSPHRASE, USER, Server

HURRIED = Limits(attempts=1, idle_s=0.6, total_s=1.2)
"""less than the user takes for a dialog"""


class User:
    """Looks at a dialog for a while, then does something with it. `saw` are the dialogs in their order."""

    def __init__(self, act: Callable[[QWidget], None], look_ms: int) -> None:
        self.saw: list[str] = []
        self._act = act
        self._looking = False
        self._look_ms = look_ms
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(50)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or self._looking:
            return
        self._looking = True
        self.saw.append(dialog.metaObject().className())
        QTimer.singleShot(self._look_ms, lambda: self._finish(dialog))

    def _finish(self, dialog: QWidget) -> None:
        self._looking = False
        try:
            self._act(dialog)
        except Exception:
            dialog.reject()
            raise

    def leave(self) -> None:
        """Look no more."""
        self._timer.stop()


@pytest.fixture
def user() -> Iterator[Callable[..., User]]:
    users: list[User] = []

    def come(act: Callable[[QWidget], None], look_ms: int = 1500) -> User:
        users.append(User(act, look_ms))
        return users[-1]

    yield come
    for each in users:
        each.leave()
    QgsNetworkAccessManager.instance().clearAccessCache()


def click(button: QAbstractButton) -> None:
    assert button is not None and button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def sign_in(dialog: QWidget) -> None:
    for name, text in (("leUsername", USER), ("lePassword", PASSPHRASE)):
        QTest.keyClicks(dialog.findChild(QLineEdit, name), text)
    click(dialog.findChild(QAbstractButton, "mOkButton"))


def do_not_sign_in(dialog: QWidget) -> None:
    click(dialog.findChild(QAbstractButton, "mCancelButton"))


def accept_certificate(dialog: QWidget) -> None:
    click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ignore))


def refuse_certificate(dialog: QWidget) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def at_once(address: str) -> list[Any]:
    """Bodies or codes of four requests of four threads."""
    client = Client(network.session(limits=HURRIED), HURRIED)
    results: list[Any] = []

    def get(number: int) -> None:
        try:
            results.append(client.get(f"{address}?{number}").body)
        except KaznedraError as error:
            results.append(error.code)

    def all_of_them() -> None:
        threads = [threading.Thread(target=get, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    network.off_main(all_of_them)
    return results


@pytest.fixture
def secure() -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("localhost").configure_cert(context)
    with Server(context) as running:
        yield running


def test_no_sign_in(user):
    # before the next test: QGIS remembers what was typed for a realm
    with Server() as server:
        someone = user(do_not_sign_in, 200)
        assert at_once(f"{server.url}/basic") == [Code.UNAUTHORIZED] * 4
        assert set(someone.saw) == {"QgsCredentialDialog"}


def test_one_sign_in_serves_all(user):
    with Server() as server:
        someone = user(sign_in)
        assert at_once(f"{server.url}/basic") == [BODY] * 4
        assert someone.saw == ["QgsCredentialDialog"]


def test_a_certificate_is_accepted_once(user, secure):
    someone = user(accept_certificate)
    assert at_once(f"{secure.url}/json") == [BODY] * 4
    assert someone.saw[:1] == ["QgsAuthSslErrorsDialog"]


def test_a_certificate_is_refused_once(user, secure):
    someone = user(refuse_certificate)
    assert at_once(f"{secure.url}/json") == [Code.CERTIFICATE] * 4
    assert someone.saw == ["QgsAuthSslErrorsDialog"]


def test_nothing_is_left_open():
    assert QApplication.activeModalWidget() is None
