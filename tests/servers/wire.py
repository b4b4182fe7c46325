"""A real HTTP server on loopback that misbehaves on the wire: one fault per path.

With plain `Server` the paths are: /json /echo /hang /hang-in-body /drip /reset /cut /cut-chunks /gzip /gzip-cut
/gzip-broken /gzip-bomb /html /empty /latin1 /big?bytes= /status/<code>?after=&times= /redirect?to=&code= /loop /basic.
"""

import base64
import gzip
import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Optional
from urllib.parse import parse_qs, urlsplit

BODY = json.dumps({"text": "Қазақстан " * 200}, ensure_ascii=False).encode()
USER, PASSPHRASE = "geologist", "sesame"


@dataclass(frozen=True)
class Seen:
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]


class Server:
    """Serves in threads until closed; a context manager. `url` has no trailing slash, `seen` lists the requests."""

    def __init__(self, tls: Optional[ssl.SSLContext] = None, host: str = "127.0.0.1") -> None:
        self.seen: list[Seen] = []
        self.stopping = threading.Event()
        self.counts: dict[str, int] = {}
        self._http = _Threads((host, 0), _handler_for(self))
        if tls is not None:
            self._http.socket = tls.wrap_socket(self._http.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self._http.server_address[1]
        self.url = f"{'https' if tls else 'http'}://{'localhost' if tls else host}:{self.port}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop serving and free the port; hanging answers end."""
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def respond(self, handler: "Handler") -> None:
        """Answer one request; to be overridden."""
        parts = urlsplit(handler.path)
        _, name, *rest = parts.path.split("/")
        fault = _FAULTS.get(name)
        if fault is None:
            handler.reply(404, b"{}")
        else:
            fault(handler, {key: values[0] for key, values in parse_qs(parts.query).items()}, rest)


class Handler(BaseHTTPRequestHandler):
    """A request with the means to answer it, rightly or wrongly."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    owner: Server

    def do_GET(self) -> None:
        self.owner.seen.append(
            Seen(self.command, self.path, {name.lower(): value for name, value in self.headers.items()})
        )
        try:
            length = int(self.headers.get("Content-Length", 0))
            self.content = self.rfile.read(length) if length else b""
            self.owner.respond(self)
        except (ConnectionError, ssl.SSLError, ValueError):
            self.close_connection = True

    do_POST = do_PUT = do_DELETE = do_HEAD = do_CONNECT = do_GET

    def log_message(self, *_: object) -> None:
        """Silence."""

    def head(self, status: int, headers: dict[str, str]) -> None:
        """Send the status line and headers."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.flush()

    def reply(self, status: int, body: bytes, **headers: str) -> None:
        """Send a whole, right answer; underscores in names of headers mean dashes."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.head(status, {"Content-Type": "application/json", "Content-Length": str(len(body)), **named})
        if self.command != "HEAD":
            self.wfile.write(body)

    def hang(self) -> None:
        """Wait until the server stops."""
        self.owner.stopping.wait(120)
        self.close_connection = True

    def drop(self) -> None:
        """End the connection in good order."""
        self.close_connection = True
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_WR)


class _Threads(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that left or refused a certificate is no news."""


def _handler_for(server: Server) -> type[Handler]:
    return type("BoundHandler", (Handler,), {"owner": server})


def _json(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.reply(200, BODY)


def _echo(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    told = {"method": handler.command, "headers": dict(handler.headers.items()), "content": handler.content.decode()}
    handler.reply(200, json.dumps(told).encode())


def _hang(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.hang()


def _hang_in_body(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.head(200, {"Content-Type": "application/json", "Content-Length": str(len(BODY))})
    handler.wfile.write(BODY[:100])
    handler.wfile.flush()
    handler.hang()


def _drip(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.head(200, {"Content-Type": "application/json", "Content-Length": str(len(BODY))})
    for byte in BODY:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        if handler.owner.stopping.wait(0.05):
            return


def _reset(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()


def _cut(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.head(200, {"Content-Type": "application/json", "Content-Length": str(len(BODY))})
    handler.wfile.write(BODY[: len(BODY) // 2])
    handler.drop()


def _cut_chunks(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.head(200, {"Content-Type": "application/json", "Transfer-Encoding": "chunked"})
    handler.wfile.write(b"%x\r\n%s\r\n" % (100, BODY[:100]))
    handler.drop()


def _gzip(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.reply(200, gzip.compress(BODY), Content_Encoding="gzip")


def _gzip_cut(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.reply(200, gzip.compress(BODY)[:-12], Content_Encoding="gzip")


def _gzip_broken(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    packed = bytearray(gzip.compress(BODY))
    packed[20:30] = b"\xff" * 10
    handler.reply(200, bytes(packed), Content_Encoding="gzip")


def _gzip_bomb(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.reply(200, gzip.compress(bytes(8_000_000)), Content_Encoding="gzip")


def _html(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.reply(200, b"<!DOCTYPE html><title>Sign in</title>", Content_Type="text/html; charset=utf-8")


def _empty(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.reply(200, b"")


def _latin1(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.reply(200, '{"text": "\xfc"}'.encode("latin-1"))


def _big(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    size = int(query["bytes"])
    headers = {"Content-Type": "application/json"}
    if "chunked" in query:
        handler.head(200, {**headers, "Transfer-Encoding": "chunked"})
    else:
        handler.head(200, {**headers, "Content-Length": str(size)})
    block = b" " * 100_000
    while size > 0 and not handler.owner.stopping.is_set():
        part = block[:size]
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(part), part) if "chunked" in query else part)
        size -= len(part)
    if "chunked" in query:
        handler.wfile.write(b"0\r\n\r\n")


def _status(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    """The status, for the first `times` requests of this path only where that is given."""
    count = handler.owner.counts[handler.path] = handler.owner.counts.get(handler.path, 0) + 1
    if "times" in query and count > int(query["times"]):
        handler.reply(200, BODY)
        return
    headers = {"Retry_After": query["after"]} if "after" in query else {}
    handler.reply(int(rest[0]), b'{"code": "told"}', **headers)


def _redirect(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.reply(int(query.get("code", 302)), b"", Location=query["to"])


def _loop(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    handler.reply(302, b"", Location="/loop")


def _basic(handler: Handler, query: dict[str, str], rest: list[str]) -> None:
    wanted = "Basic " + base64.b64encode(f"{USER}:{PASSPHRASE}".encode()).decode()
    if handler.headers.get("Authorization") == wanted:
        handler.reply(200, BODY)
    else:
        handler.reply(401, b"{}", WWW_Authenticate='Basic realm="platform"')


_FAULTS: dict[str, Callable[[Handler, dict[str, str], list[str]], None]] = {
    "json": _json,
    "echo": _echo,
    "hang": _hang,
    "hang-in-body": _hang_in_body,
    "drip": _drip,
    "reset": _reset,
    "cut": _cut,
    "cut-chunks": _cut_chunks,
    "gzip": _gzip,
    "gzip-cut": _gzip_cut,
    "gzip-broken": _gzip_broken,
    "gzip-bomb": _gzip_bomb,
    "html": _html,
    "empty": _empty,
    "latin1": _latin1,
    "big": _big,
    "status": _status,
    "redirect": _redirect,
    "loop": _loop,
    "basic": _basic,
}
