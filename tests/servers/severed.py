"""A relay before a real server that loses a POST, or the answer to it; everything else goes through untouched."""

import http.client
import threading
from enum import Enum
from urllib.parse import urlsplit

from tests.servers.wire import Handler, Server


class Fault(str, Enum):
    """What befalls a POST."""

    NONE = "none"
    LOST = "lost"
    """the connection is cut before the server got it"""
    CUT = "cut"
    """the server got it; the connection is cut without an answer"""
    CUT_IN_BODY = "cut_in_body"
    """the server got it; the answer ends in the middle"""
    SILENT = "silent"
    """the server got it; no answer ever comes"""
    LATE = "late"
    """the connection is cut, and the server gets it only when `deliver` is called"""
    DIED = "died"
    """the server got it; the connection is cut, and nobody listens from then on"""
    SWALLOWED = "swallowed"
    """the server says 201 Created, and keeps nothing that it shows"""
    BAD_GATEWAY = "bad_gateway"
    """the server got it; its answer is lost behind a gateway, which says 502"""
    SIGN_IN = "sign_in"
    """the server never gets it; a page of the network asks to sign in, with status 200"""


class Relay(Server):
    """Forwards to `target`, the origin of a server; answers' addresses of the target become the relay's own.

    `fault` holds for every POST; `posts` counts those that came, `forwarded` those that went on, `kept_back` those
    that did not.
    """

    def __init__(self, target: str) -> None:
        self.target = target
        self.fault = Fault.NONE
        self.posts = self.forwarded = self.kept_back = 0
        self.received = threading.Event()
        """set when a POST has come, before anything is done with it"""
        self.go_on = threading.Event()
        """a POST waits for it before it is forwarded, and again before it is answered"""
        self.go_on.set()
        self._late: list[tuple[str, dict[str, str], bytes]] = []
        super().__init__()

    def respond(self, handler: Handler) -> None:
        """Forward, and answer."""
        headers = {name: value for name, value in handler.headers.items() if name.lower() not in ("host", "connection")}
        if handler.command != "POST":
            self._answer(handler, *self._forward(handler.command, handler.path, headers, handler.content))
            return
        self.posts += 1
        self.received.set()
        self.go_on.wait(60)
        if self.fault is Fault.SIGN_IN:
            handler.reply(200, b"<!DOCTYPE html><title>Sign in</title>", Content_Type="text/html")
        elif self.fault is Fault.SWALLOWED:
            handler.reply(201, b"", Location=f"{self.url}{handler.path}/1")
        elif self.fault in (Fault.LOST, Fault.LATE):
            self._late.append((handler.path, headers, handler.content))
            self.kept_back += 1
            handler.drop()
        else:
            self.forwarded += 1
            self._hand_back(handler, *self._forward("POST", handler.path, headers, handler.content))

    def deliver(self) -> None:
        """Let the server have what was cut off late."""
        for path, headers, content in self._late:
            self.forwarded += 1
            self._forward("POST", path, headers, content)

    def _hand_back(self, handler: Handler, status: int, headers: dict[str, str], body: bytes) -> None:
        self.go_on.wait(60)
        if self.fault is Fault.CUT:
            handler.drop()
        elif self.fault is Fault.DIED:
            self._http.shutdown()
            self._http.server_close()
            handler.drop()
        elif self.fault is Fault.BAD_GATEWAY:
            handler.reply(502, b"<html>Bad gateway</html>", Content_Type="text/html")
        elif self.fault is Fault.SILENT:
            handler.hang()
        elif self.fault is Fault.CUT_IN_BODY:
            handler.head(status, {**headers, "Content-Length": str(len(body) + 10)})
            handler.wfile.write(body)
            handler.drop()
        else:
            self._answer(handler, status, headers, body)

    def _forward(self, method: str, path: str, headers: dict[str, str], content: bytes) -> tuple[int, dict, bytes]:
        there = http.client.HTTPConnection(urlsplit(self.target).netloc, timeout=30)
        try:
            there.request(method, path, content or None, headers)
            answer = there.getresponse()
            body = answer.read().replace(self.target.encode(), self.url.encode())
            kept = {name: answer.headers[name] for name in ("Content-Type", "Location") if name in answer.headers}
            return answer.status, {name: value.replace(self.target, self.url) for name, value in kept.items()}, body
        finally:
            there.close()

    def _answer(self, handler: Handler, status: int, headers: dict[str, str], body: bytes) -> None:
        handler.head(status, {**headers, "Content-Length": str(len(body))})
        handler.wfile.write(body)
