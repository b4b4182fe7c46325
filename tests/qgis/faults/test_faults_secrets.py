"""No credential stays anywhere: not in the workspace, nor in a snapshot, an error, the log or what is printed."""

import base64
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.workspace import State, Workspace
from tests.qgis.pulling import LIMITS, current, plain_session, pull
from tests.servers.misbehaving import Asked, Misbehaving, Trick
from tests.servers.wire import PASSPHRASE, USER

TOKEN = "opensesame-4711"
BASIC = base64.b64encode(f"{USER}:{PASSPHRASE}".encode()).decode()
SECRETS = (PASSPHRASE, TOKEN, BASIC)


@pytest.fixture(scope="module")
def platform() -> Iterator[Misbehaving]:
    with Misbehaving(query={"token": TOKEN}) as running:
        yield running


@pytest.fixture
def logged() -> Iterator[list[str]]:
    """What is written to QGIS's log meanwhile."""
    told: list[str] = []

    def keep(message: str, tag: str, level: object) -> None:
        told.append(f"{tag}: {message}")

    log = QgsApplication.messageLog()
    log.messageReceived.connect(keep)
    yield told
    log.messageReceived.disconnect(keep)


def to_another_host(asked: Asked) -> None:
    asked.give_status(302, Location=f"http://{USER}:{PASSPHRASE}@127.0.0.2:1/items?token={TOKEN}")


def link_to_another_host(asked: Asked) -> None:
    href = f"http://{USER}:{PASSPHRASE}@127.0.0.2:1/items?token={TOKEN}"
    asked.give({**asked.page, "links": [{"rel": "next", "type": "application/geo+json", "href": href}]})


TRICKS: dict[str, Trick] = {
    "none": Asked.give_right,
    "401": lambda asked: asked.give_status(401),
    "500": lambda asked: asked.give_status(500),
    "reset": Asked.reset,
    "cut": Asked.cut,
    "HTML": lambda asked: asked.give_bytes(b"<html>" + TOKEN.encode(), Content_Type="text/html"),
    "loop": lambda asked: asked.give_status(302, Location=asked.handler.path),
    "redirect": to_another_host,
    "link": link_to_another_host,
}


@pytest.mark.parametrize("trick", TRICKS)
def test_a_pull_leaves_no_credential_behind(
    platform: Misbehaving,
    tmp_path: Path,
    logged: list[str],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    trick: str,
) -> None:
    caplog.set_level(logging.INFO)
    workspace = tmp_path / "workspace.gpkg"
    Workspace.create(workspace)
    session = plain_session()
    session.auth = USER, PASSPHRASE
    platform.play("licences", TRICKS[trick])
    pulled = pull(workspace, f"{platform.url}?token={TOKEN}", replace(LIMITS, attempts=2), session)
    assert pulled["licences"].state is (State.COMPLETE if trick == "none" else State.FAILED)
    assert len(current(workspace, "deposits")) == 12
    assert platform.seen and all(seen.headers.get("authorization") == f"Basic {BASIC}" for seen in platform.seen)
    told = [repr(pulled), repr(Workspace.open(workspace).snapshots()), *logged, caplog.text, *capfd.readouterr()]
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for secret in SECRETS:
        assert not [words for words in told if secret in words]
        assert secret.encode() not in written


@pytest.mark.parametrize("address", ["http://{}:{}@127.0.0.1:1/api", "http://127.0.0.1:1/api?token=" + TOKEN])
def test_an_address_with_secrets_is_shown_without(tmp_path: Path, address: str) -> None:
    workspace = tmp_path / "workspace.gpkg"
    Workspace.create(workspace)
    told = _told(lambda: pull(workspace, address.format(USER, PASSPHRASE)))
    assert told and not [secret for secret in SECRETS if secret in told]
    assert not [secret for secret in SECRETS if secret.encode() in workspace.read_bytes()]


def _told(job: Callable[[], object]) -> str:
    try:
        return repr(job())
    except KaznedraError as error:
        assert error.code is Code.CREDENTIALS_UNUSABLE
        return f"{error} {error.facts} {error.__cause__!r}"
