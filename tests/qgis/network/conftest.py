"""What the tests of the transport share: a server that misbehaves, a proxy, QGIS's authentication."""

import ssl
import threading
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
import trustme
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsNetworkAccessManager,
)
from qgis.PyQt.QtNetwork import QNetworkProxy

from kaznedra_qgis import network
from kaznedra_qgis.errors import KaznedraError
from kaznedra_qgis.sources.http import Client
from kaznedra_qgis.sources.limits import Limits
from tests.servers.wire import PASSPHRASE, USER, Server

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
