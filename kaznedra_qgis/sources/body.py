"""Bodies of answers: read within bounds, unpacked, and known to be whole."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Callable

import requests

from .limits import Limits

_CHUNK = 64 * 1024
_SMALL_CHUNK = 16
_QUICK_S = 0.1


class BodyTooLarge(requests.RequestException):
    """The body is larger than the limit, in bytes, that `args[0]` holds."""


def arrived(
    response: requests.Response,
    limits: Limits,
    clock: Callable[[], float],
    started: float,
    look: Callable[[], None],
) -> tuple[bytes, int]:
    """The body of a streamed response, unpacked, and its bytes on the wire; `look` is called as it comes.

    A transport that has it whole and unpacked already gives it as a BytesIO, with `wire_size` where that differs.

    Raises requests' Timeout, ChunkedEncodingError (cut), ContentDecodingError (broken), BodyTooLarge.
    """
    if isinstance(response.raw, BytesIO):
        return response.raw.getvalue(), getattr(response.raw, "wire_size", len(response.raw.getvalue()))
    promised = response.headers.get("Content-Length", "")
    if promised.isdigit() and int(promised) > limits.page_bytes:
        raise BodyTooLarge(limits.page_bytes)
    chunks: list[bytes] = []
    size = 0
    for chunk in _stream(response, clock):
        look()
        size += len(chunk)
        if size > limits.page_bytes:
            raise BodyTooLarge(limits.page_bytes)
        if clock() - started > limits.total_s:
            raise requests.ReadTimeout("total time-out")
        chunks.append(chunk)
    if promised.isdigit() and size != int(promised):
        raise requests.exceptions.ChunkedEncodingError(f"{size} of {promised} bytes")
    body = b"".join(chunks)
    return unpacked(body, response.headers.get("Content-Encoding", ""), limits.page_bytes), size


def unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    """The body without its Content-Encoding, at most `limit` bytes; see `arrived` for errors."""
    if len(body) > limit:
        raise BodyTooLarge(limit)
    encoding = encoding.strip().lower()
    if encoding in ("", "identity") or not body:
        return body
    if encoding not in ("gzip", "x-gzip"):
        raise requests.exceptions.ContentDecodingError(f"encoding {encoding[:20]}")
    parts: list[bytes] = []
    room = limit
    while body:
        member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            part = member.decompress(body, room + 1)
        except zlib.error as error:
            raise requests.exceptions.ContentDecodingError("gzip") from error
        room -= len(part)
        if room < 0:
            raise BodyTooLarge(limit)
        if not member.eof:
            raise requests.exceptions.ChunkedEncodingError("gzip cut")
        parts.append(part)
        body = member.unused_data.lstrip(b"\0")
    return b"".join(parts)


def _stream(response: requests.Response, clock: Callable[[], float]) -> Iterator[bytes]:
    """The packed body, piece by piece as it comes."""
    raw = response.raw
    if hasattr(raw, "read1"):
        while chunk := raw.read1(_CHUNK, decode_content=False):
            yield chunk
        return
    # urllib3 1 waits for as much as it is asked for: ask a slow server for little, so that the clocks are looked at
    size, asked = _SMALL_CHUNK, clock()
    while chunk := raw.read(size, decode_content=False):
        yield chunk
        size = min(2 * size, _CHUNK) if clock() - asked < _QUICK_S else _SMALL_CHUNK
        asked = clock()
