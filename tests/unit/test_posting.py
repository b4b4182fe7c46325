"""A POST is sent once: what the client tells of it when it fails, and where it never goes."""

import json
from urllib.parse import quote

import pytest
import requests

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources.http import Client
from kaznedra_qgis.sources.limits import Limits
from tests.servers.wire import Server

LIMITS = Limits(attempts=4, connect_s=2, idle_s=0.5, total_s=5, backoff_s=0.01)


def client(home=""):
    session = requests.Session()
    session.trust_env = False
    session.headers["Authorization"] = "Bearer secret"
    return Client(session, LIMITS, home=home)


def failure(address, home=""):
    with pytest.raises(KaznedraError) as raised:
        client(home).post(address, b'{"a": 1}', "application/geo+json")
    return raised.value


@pytest.fixture
def server():
    with Server() as running:
        yield running


def posts(server):
    return [seen for seen in server.seen if seen.method == "POST"]


def test_it_carries_the_body_and_its_type(server):
    answer = client().post(f"{server.url}/echo", b'{"a": 1}', "application/geo+json")
    told = json.loads(answer.body)
    assert (told["method"], told["content"]) == ("POST", '{"a": 1}')
    assert told["headers"]["Content-Type"] == "application/geo+json"


@pytest.mark.parametrize(
    ("path", "code", "taken"),
    [
        ("/status/400", Code.REFUSED, "no"),
        ("/status/401", Code.UNAUTHORIZED, "no"),
        ("/status/403", Code.FORBIDDEN, "no"),
        ("/status/404", Code.NOT_FOUND, "no"),
        ("/status/409", Code.REFUSED, "unknown"),
        ("/status/413", Code.REFUSED, "no"),
        ("/status/429?after=0", Code.TOO_MANY_REQUESTS, "no"),
        ("/status/500", Code.SERVER_FAULT, "unknown"),
        ("/status/501", Code.SERVER_FAULT, "no"),
        ("/status/503?after=0", Code.SERVER_FAULT, "unknown"),
        ("/status/504", Code.SERVER_FAULT, "unknown"),
        ("/hang", Code.TIMED_OUT, "unknown"),
        ("/hang-in-body", Code.TIMED_OUT, "unknown"),
        ("/reset", Code.UNREACHABLE, "unknown"),
        ("/cut", Code.BODY_CUT, "unknown"),
        ("/gzip-broken", Code.BODY_CUT, "unknown"),
    ],
)
def test_a_failure_says_whether_it_may_have_arrived_and_is_not_tried_again(server, path, code, taken):
    error = failure(server.url + path)
    assert (error.code, error.facts["taken"]) == (code, taken)
    assert len(posts(server)) == 1


def test_nothing_can_have_arrived_where_nobody_listens_or_the_host_is_unknown():
    with Server() as gone:
        pass
    assert failure(gone.url).facts["taken"] == "no"
    assert failure("http://nowhere.invalid/").facts["taken"] == "no"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_it_never_goes_on_to_another_origin(server, status):
    with Server() as other:
        error = failure(f"{server.url}/redirect?code={status}&to={quote(other.url + '/echo')}")
        assert other.seen == []
    assert error.facts["taken"] == ("no" if status in (307, 308) else "unknown")
    assert len(posts(server)) == 1


@pytest.mark.parametrize("status", [307, 308])
def test_it_goes_on_at_the_same_origin_where_the_server_says_that_nothing_was_done(server, status):
    answer = client().post(f"{server.url}/redirect?code={status}&to=/echo", b"x", "text/plain")
    assert json.loads(answer.body)["content"] == "x"


@pytest.mark.parametrize("status", [301, 302, 303])
def test_other_redirects_are_no_answer(server, status):
    assert failure(f"{server.url}/redirect?code={status}&to=/echo").facts["taken"] == "unknown"
    assert [seen.path for seen in posts(server)] == [f"/redirect?code={status}&to=/echo"]


def test_it_stays_at_home(server):
    error = failure(f"{server.url}/echo", home="https://platform.example")
    assert (error.code, error.facts["taken"]) == (Code.FOREIGN_LINK, "no")
    assert server.seen == []


def test_no_secret_is_told(server):
    error = failure(f"{server.url}/status/500?token=sesame")
    assert "sesame" not in str(error) and "secret" not in str(error)
