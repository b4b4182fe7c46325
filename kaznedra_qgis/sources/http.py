"""The policy of every request: time-outs, retries, size, pace, redirects, and what went wrong in one vocabulary.

Speaks `requests`, over whatever transport the session carries.
"""

import configparser
import copy
import random
import threading
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any, Callable, Optional, TypeVar
from urllib.parse import urljoin

import requests
import urllib3.exceptions

from .. import paths
from ..errors import Code, KaznedraError
from . import ratelimit
from .addresses import is_web_address, linked, origin, shown, with_parameters
from .body import arrived
from .fan import Stoppable
from .faults import fault, is_not_taken, is_unsent, refusal
from .limits import Limits
from .source import Watch

JSON = "application/json, */*;q=0.1"
GEOJSON = "application/geo+json, application/json;q=0.9, */*;q=0.1"
_RETRIED = frozenset({Code.UNREACHABLE, Code.TIMED_OUT, Code.BODY_CUT, Code.TOO_MANY_REQUESTS, Code.SERVER_FAULT})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNDONE = frozenset({307, 308})
_BREATH_S = 0.1
_NOT_LONG_S = 10.0

T = TypeVar("T")


@lru_cache(maxsize=1)
def user_agent() -> str:
    """`Kaznedra-QGIS/<version>`, the version that metadata.txt tells."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(paths.metadata(), encoding="utf-8")
    return f"Kaznedra-QGIS/{metadata.get('general', 'version', fallback='0')}"


@dataclass(frozen=True)
class Answer:
    """A whole answer of status 2xx: `body` unpacked, `size` the bytes that came over the wire, `url` the last asked."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    size: int
    seconds: float

    @property
    def content_type(self) -> str:
        """Media type in lower case without parameters."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def server_time(self) -> str:
        """The server's clock (Date), RFC 3339 in UTC; empty where it told none."""
        told = _http_date(self.headers.get("Date", ""))
        return told.strftime("%Y-%m-%dT%H:%M:%SZ") if told else ""


class Pace:
    """When the next request may start, for all threads of a client: `gap_s` apart, and after a pause asked for."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.gap_s = 0.0
        self._clock = clock
        self._lock = threading.Lock()
        self._next_start = 0.0

    def turn(self) -> float:
        """Take the next turn; returns the seconds until then."""
        with self._lock:
            now = self._clock()
            start = max(now, self._next_start)
            self._next_start = start + self.gap_s
            return start - now

    def pause(self, seconds: float) -> None:
        """Let no request start before then."""
        with self._lock:
            self._next_start = max(self._next_start, self._clock() + seconds)


class Client:
    """GET, and POST, by the policy of `limits`. Safe to share between threads.

    The session's credentials go to one origin only: `home`, by default that of the first address asked for.
    Every failure is a KaznedraError: UNREACHABLE, TIMED_OUT, CERTIFICATE, PROXY, CREDENTIALS_UNUSABLE, REDIRECT_LOOP,
    FOREIGN_LINK, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, TOO_MANY_REQUESTS, SERVER_FAULT, REFUSED, BODY_CUT, TOO_LARGE,
    CANCELLED. Facts: `address` (without secrets), `attempts`, and as they apply `status`, `seconds`, `reason`,
    `retry_after`, `limit`, `link`, and those that the caller gave (`theme`, `page`).
    """

    def __init__(
        self,
        session: requests.Session,
        limits: Optional[Limits] = None,
        watch: Optional[Watch] = None,
        *,
        home: str = "",
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.session = session
        self.limits = limits or Limits()
        self.watch = watch or Watch()
        self._home = home
        self._clock = clock
        self._sleep = sleep
        self._jitter = jitter
        self._pace = Pace(clock)
        self._known_etag = ""
        self._is_fresh = False

    def slow_to(self, requests_per_second: float) -> None:
        """Start at most so many requests a second from now on; 0 means as many as come."""
        self._pace.gap_s = 1.0 / requests_per_second if requests_per_second > 0 else 0.0

    def stoppable(self, stop: threading.Event) -> "Client":
        """The same client, session, pace and all, that also gives up once `stop` is set."""
        twin = copy.copy(self)
        twin.watch = Stoppable(self.watch, stop)
        return twin

    def unless(self, etag: str) -> "Client":
        """The same client, that asks for what is no longer of this ETag; an answer of status 304 has no body."""
        twin = copy.copy(self)
        twin._known_etag = etag
        return twin

    def fresh(self) -> "Client":
        """The same client, that lets no cache on the way answer for the server."""
        twin = copy.copy(self)
        twin._is_fresh = True
        return twin

    def once(self) -> "Client":
        """The same client, that tries once and does not wait long: for what one can do without."""
        twin = copy.copy(self)
        twin.limits = replace(self.limits, attempts=1, idle_s=min(self.limits.idle_s, _NOT_LONG_S))
        return twin

    def get(
        self, url: str, params: Optional[Mapping[str, object]] = None, *, accept: str = JSON, **facts: object
    ) -> Answer:
        """The answer at an address; see the class for errors and `facts`."""
        return self.read(url, _itself, params, accept=accept, **facts)

    def read(
        self,
        url: str,
        parse: Callable[[Answer], T],
        params: Optional[Mapping[str, object]] = None,
        *,
        accept: str = JSON,
        **facts: object,
    ) -> T:
        """What `parse` makes of the answer; a BODY_CUT that it raises is tried again like one of the transport."""
        if params:
            url = with_parameters(url, {name: str(value) for name, value in params.items()})
        if not self._home:
            self._home = origin(url)
        attempt = 1
        while True:
            self.wait(self._pace.turn())
            try:
                return parse(self._attempt(url, accept))
            except KaznedraError as error:
                told = KaznedraError(error.code, **{"address": shown(url), **facts, **error.facts, "attempts": attempt})
                delay = self._delay(error, attempt)
                if delay is None:
                    raise told from error
            self.wait(delay)
            attempt += 1

    def post(self, url: str, body: bytes, content_type: str, **facts: object) -> Answer:
        """Send `body` once: never again by itself, and never to another origin, whatever the server says.

        An error's fact `taken` is "no" where the server surely did nothing with it, else "unknown".
        """
        self._home = self._home or origin(url)
        told: dict[str, object] = {"address": shown(url), "taken": "no", **facts}
        if origin(url) != self._home:
            raise KaznedraError(Code.FOREIGN_LINK, **told, link=shown(url))
        try:
            self.wait(self._pace.turn())
        except KaznedraError as error:
            raise KaznedraError(error.code, **{**told, **error.facts}) from error
        started = self._clock()
        try:
            return self._posted(url, body, content_type, started)
        except KaznedraError as error:
            status = error.facts.get("status")
            told["taken"] = "no" if isinstance(status, int) and is_not_taken(status) else "unknown"
            raise KaznedraError(error.code, **{**told, **error.facts}) from error
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            code, found = fault(error)
            told["taken"] = "no" if is_unsent(error) else "unknown"
            raise KaznedraError(code, **{**told, **found}, seconds=round(self._clock() - started, 1)) from error

    def _posted(self, url: str, body: bytes, content_type: str, started: float) -> Answer:
        headers = {"Content-Type": content_type, "Accept": JSON, "Accept-Encoding": "gzip", "User-Agent": user_agent()}
        for _ in range(self.limits.redirects + 1):
            response = self.session.post(url, data=body, headers=headers, **self._bounds())
            with closing(response):
                # only these two say that nothing was done here and that the same is to be sent there (RFC 9110, 15.4)
                if response.status_code not in _UNDONE or "Location" not in response.headers:
                    return self._answer(url, response, started)
                target = linked(url, response.headers["Location"])
            if target is None:
                link = shown(urljoin(url, response.headers["Location"]))
                raise KaznedraError(Code.FOREIGN_LINK, link=link, taken="no")
            url = target
        raise KaznedraError(Code.REDIRECT_LOOP, link=shown(url), taken="no")

    def wait(self, seconds: float) -> None:
        """Wait, looking at the watch meanwhile. Raises CANCELLED."""
        until = self._clock() + seconds
        while True:
            self._look()
            rest = until - self._clock()
            if rest <= 0:
                return
            self._sleep(min(rest, _BREATH_S))

    def _look(self) -> None:
        if self.watch.is_cancelled():
            raise KaznedraError(Code.CANCELLED)

    def _delay(self, error: KaznedraError, attempt: int) -> Optional[float]:
        """Seconds until the next attempt, None when there is none."""
        if error.code not in _RETRIED or error.facts.get("status") == 501 or attempt >= self.limits.attempts:
            return None
        asked = error.facts.get("retry_after")
        if isinstance(asked, (int, float)):
            if asked > self.limits.retry_after_max_s:
                return None
            self._pace.pause(asked)
            return float(asked)
        backoff: float = min(self.limits.backoff_s * 2 ** (attempt - 1), self.limits.backoff_max_s)
        return backoff * (0.5 + 0.5 * self._jitter())

    def _attempt(self, url: str, accept: str) -> Answer:
        started = self._clock()
        for _ in range(self.limits.redirects + 1):
            try:
                with closing(self._send(url, accept)) as response:
                    if response.status_code in _REDIRECTS and "Location" in response.headers:
                        url = self._redirected(url, response.headers["Location"])
                        continue
                    return self._answer(url, response, started)
            except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
                code, facts = fault(error)
                raise KaznedraError(code, seconds=round(self._clock() - started, 1), **facts) from error
        raise KaznedraError(Code.REDIRECT_LOOP, link=shown(url))

    def _send(self, url: str, accept: str) -> requests.Response:
        headers = {"Accept": accept, "Accept-Encoding": "gzip", "User-Agent": user_agent()}
        if self._known_etag:
            headers["If-None-Match"] = self._known_etag
        if self._is_fresh:
            headers |= {"Cache-Control": "no-cache", "Pragma": "no-cache"}
        bounds = self._bounds()
        if origin(url) == self._home:
            return self.session.get(url, headers=headers, **bounds)
        bare = requests.Request("GET", url, headers=headers).prepare()
        settings = self.session.merge_environment_settings(url, {}, True, None, None)
        return self.session.send(bare, **{**settings, "cert": None, **bounds})

    def _bounds(self) -> dict[str, Any]:
        return {
            "timeout": (self.limits.connect_s, self.limits.idle_s),
            "allow_redirects": False,
            "stream": True,
        }

    def _redirected(self, url: str, location: str) -> str:
        target = urljoin(url, location)
        downgraded = url.startswith("https:") and target.startswith("http:")
        if downgraded or not is_web_address(target):
            raise KaznedraError(Code.FOREIGN_LINK, link=shown(target))
        return target

    def _answer(self, url: str, response: requests.Response, started: float) -> Answer:
        pause = ratelimit.pause(response.headers, self.limits.concurrency, time.time())
        if pause:
            self._pace.pause(min(pause, self.limits.retry_after_max_s))
        if self._known_etag and response.status_code == 304:
            return Answer(url, 304, response.headers, b"", 0, self._clock() - started)
        if not 200 <= response.status_code < 300:
            raise self._refused(response)
        body, size = arrived(response, self.limits, self._clock, started, self._look)
        return Answer(url, response.status_code, response.headers, body, size, self._clock() - started)

    def _refused(self, response: requests.Response) -> KaznedraError:
        facts: dict[str, object] = {"status": response.status_code}
        pause = _retry_after(response.headers)
        if pause is not None:
            facts["retry_after"] = pause
        return KaznedraError(refusal(response.status_code), **facts)


def _itself(answer: Answer) -> Answer:
    return answer


def _http_date(text: str) -> Optional[datetime]:
    try:
        told = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None
    return told.replace(tzinfo=timezone.utc) if told.tzinfo is None else told.astimezone(timezone.utc)


def _retry_after(headers: Mapping[str, str]) -> Optional[int]:
    """Seconds that Retry-After asks for, as a number or a date by the server's own clock; None when it does not."""
    text = headers.get("Retry-After", "").strip()
    if text.isdigit():
        return int(text)
    until = _http_date(text)
    if until is None:
        return None
    now = _http_date(headers.get("Date", "")) or datetime.now(timezone.utc)
    return max(0, round((until - now).total_seconds()))
