"""A real HTTP proxy on loopback that wants a name and a word, forwards plain requests, and refuses tunnels."""

import base64
import http.client
from urllib.parse import urlsplit

from tests.servers.wire import PASSPHRASE, USER, Handler, Server


class Proxy(Server):
    """Answers 407 to whoever does not sign in; with `open_to_all` to nobody. `forwarded` lists what went through."""

    def __init__(self, open_to_all: bool = False) -> None:
        self.open_to_all = open_to_all
        self.forwarded: list[str] = []
        super().__init__()

    def respond(self, handler: Handler) -> None:
        """Forward a GET of an absolute address."""
        wanted = "Basic " + base64.b64encode(f"{USER}:{PASSPHRASE}".encode()).decode()
        if not self.open_to_all and handler.headers.get("Proxy-Authorization") != wanted:
            handler.reply(407, b"{}", Proxy_Authenticate='Basic realm="proxy"')
            return
        if handler.command == "CONNECT":
            handler.reply(502, b"{}")
            return
        parts = urlsplit(handler.path)
        there = http.client.HTTPConnection(parts.netloc, timeout=10)
        there.request("GET", f"{parts.path}?{parts.query}", headers={"Accept": "application/json"})
        answer = there.getresponse()
        self.forwarded.append(handler.path)
        handler.reply(answer.status, answer.read())
        there.close()
