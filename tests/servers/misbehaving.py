"""A platform on whose answers a test plays tricks: one function, given every request for pages of one collection.

with Misbehaving() as platform:
    platform.play("licences", lambda asked: asked.hang(), from_page=2)
    ... pull from platform.url
    platform.play("licences", None)
"""

import gzip
import json
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Optional

from tests.servers.faulty import Collection, Platform
from tests.servers.wire import Handler


@dataclass
class Right:
    """The right answer to a request, held back; takes the place of a handler."""

    status: int = 0
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    def reply(self, status: int, body: bytes, **headers: str) -> None:
        """Keep the answer."""
        self.status, self.body, self.headers = status, body, headers


@dataclass
class Asked:
    """A request for a page: `number` counts from 1 by offset and limit, `times` how often that page was asked for."""

    handler: Handler
    query: dict[str, str]
    number: int
    times: int
    right: Right

    @property
    def page(self) -> dict[str, Any]:
        """The right page, parsed anew."""
        parsed: dict[str, Any] = json.loads(self.right.body)
        return parsed

    def give_right(self) -> None:
        """Answer as the book says."""
        self.handler.reply(self.right.status, self.right.body, **self.right.headers)

    def give(self, page: object, ensure_ascii: bool = False) -> None:
        """Answer with another page."""
        self.give_bytes(json.dumps(page, ensure_ascii=ensure_ascii).encode())

    def give_bytes(self, body: bytes, **headers: str) -> None:
        """Answer with other bytes."""
        self.handler.reply(200, body, **{"Content_Type": "application/geo+json", **headers})

    def give_status(self, status: int, **headers: str) -> None:
        """Answer with a status."""
        self.handler.reply(status, b'{"code": "told"}', **headers)

    def hang(self) -> None:
        """Give nothing."""
        self.handler.hang()

    def hang_in_body(self) -> None:
        """Give half of the page, then nothing."""
        self._begin(self.right.body)
        self.handler.wfile.write(self.right.body[: len(self.right.body) // 2])
        self.handler.wfile.flush()
        self.handler.hang()

    def drip(self) -> None:
        """Give the page byte by byte."""
        self._begin(self.right.body)
        for byte in self.right.body:
            self.handler.wfile.write(bytes([byte]))
            self.handler.wfile.flush()
            if self.handler.owner.stopping.wait(0.02):
                return

    def reset(self) -> None:
        """Break the connection."""
        self.handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.handler.close_connection = True
        self.handler.connection.close()

    def cut(self) -> None:
        """Promise the page, give half of it, and end the connection."""
        self._begin(self.right.body)
        self.handler.wfile.write(self.right.body[: len(self.right.body) // 2])
        self.handler.drop()

    def give_half_gzip(self) -> None:
        """Give a packed page that ends midway, of the right length for what came."""
        packed = gzip.compress(self.right.body)
        self.give_bytes(packed[: len(packed) // 2], Content_Encoding="gzip")

    def give_broken_gzip(self) -> None:
        """Give a packed page that is none from the middle on."""
        packed = bytearray(gzip.compress(self.right.body))
        middle = len(packed) // 2
        packed[middle : middle + 20] = b"\xff" * 20
        self.give_bytes(bytes(packed), Content_Encoding="gzip")

    def _begin(self, body: bytes) -> None:
        self.handler.head(200, {"Content-Type": "application/geo+json", "Content-Length": str(len(body))})


Trick = Callable[[Asked], None]


class Misbehaving(Platform):
    """A platform that is right by the book until a trick is played."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._tricks: dict[str, tuple[Trick, int]] = {}
        self._times: dict[tuple[str, int], int] = {}
        super().__init__(*arguments, **options)

    def play(self, collection: str, trick: Optional[Trick], from_page: int = 1) -> None:
        """Play a trick on every page of a collection from that one on; None ends it. The contract's probe (`limit=1`)
        is answered rightly unless `from_page` is 0.
        """
        self._times.clear()
        if trick is None:
            self._tricks.pop(collection, None)
        else:
            self._tricks[collection] = trick, from_page

    def _items(self, handler: Handler, collection: Collection, query: dict[str, str]) -> None:
        trick, from_page = self._tricks.get(collection.id, (None, 0))
        limit = int(query.get("limit", 10))
        number = 0 if limit == 1 else int(query.get("offset", 0)) // limit + 1
        if trick is None or number < from_page:
            super()._items(handler, collection, query)
            return
        right = Right()
        super()._items(right, collection, query)  # type: ignore[arg-type]
        key = collection.id, number
        self._times[key] = self._times.get(key, 0) + 1
        trick(Asked(handler, query, number, self._times[key], right))
