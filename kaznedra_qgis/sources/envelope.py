"""What a page of features says of itself, read without parsing its features (which GDAL does, on the same bytes)."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import Any, Optional

from ..errors import Code, KaznedraError

_OPENING = re.compile(rb'"features"\s*:\s*\[')
_EMPTY = re.compile(rb"\s*\]")
_CLOSING = re.compile(rb"\}\s*(\])")
_CUT_TOKEN = re.compile(r"[-+.\\\w]{0,16}")
_CHUNK = 4096
_LONGEST_TOKEN = 16
_OPENINGS_TRIED = 16
_DECODER = json.JSONDecoder()


@dataclass(frozen=True)
class Envelope:
    """A FeatureCollection without its features. Counts are the server's words, None where it gave none."""

    members: dict[str, Any] = field(repr=False)
    features: memoryview = field(repr=False)
    """The JSON between the brackets of `features`, as it came"""
    empty: bool
    digest: str
    """SHA-256 of `features`: time stamps and links stand outside"""

    @property
    def matched(self) -> Optional[int]:
        """numberMatched: features that answer the whole query."""
        return _count(self.members.get("numberMatched"))

    @property
    def returned(self) -> Optional[int]:
        """numberReturned: features of this page."""
        return 0 if self.empty else _count(self.members.get("numberReturned"))

    @property
    def time_stamp(self) -> str:
        """timeStamp as the server wrote it; empty where it gave none."""
        told = self.members.get("timeStamp")
        return told if isinstance(told, str) else ""

    @property
    def crs(self) -> str:
        """Name in the `crs` member that GeoJSON had before RFC 7946; empty where there is none."""
        crs = self.members.get("crs")
        named = crs.get("properties") if isinstance(crs, dict) else None
        name = named.get("name") if isinstance(named, dict) else None
        return name if isinstance(name, str) else ""


def read_envelope(body: bytes) -> Envelope:
    """The envelope of a FeatureCollection. Raises as `read_json` does, and NOT_FEATURES when it is something else."""
    _text(body)
    sliced = _sliced(body)
    members, empty, inside = sliced if sliced else _parsed(body)
    if members.get("type") != "FeatureCollection":
        raise KaznedraError(Code.NOT_FEATURES)
    return Envelope(members, inside, empty, hashlib.sha256(inside).hexdigest())


def _parsed(body: bytes) -> tuple[dict[str, Any], bool, memoryview]:
    members = read_json(body)
    features = members.pop("features", None) if isinstance(members, dict) else None
    if not isinstance(features, list):
        raise KaznedraError(Code.NOT_FEATURES)
    return members, not features, memoryview(json.dumps(features, ensure_ascii=False)[1:-1].encode())


def feature_count(body: bytes) -> int:
    """Number of features of a page whose envelope was read, by parsing it all."""
    return len(read_json(body)["features"])


def read_json(body: bytes) -> Any:
    """A JSON document in UTF-8.

    Raises BODY_CUT when it ends too early, NOT_JSON (`reason`: html, empty, syntax, encoding, nesting) for all else.
    """
    text = _text(body).lstrip("\ufeff").strip()
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        ended = error.msg.startswith("Unterminated") or _CUT_TOKEN.fullmatch(text, error.pos)
        cut = text[:1] in ("{", "[") and ended
        reason = "html" if text[:1] == "<" else "empty" if not text else "syntax"
        raise (KaznedraError(Code.BODY_CUT) if cut else KaznedraError(Code.NOT_JSON, reason=reason)) from None
    except RecursionError:
        raise KaznedraError(Code.NOT_JSON, reason="nesting") from None


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise KaznedraError(Code.BODY_CUT) from None
        raise KaznedraError(Code.NOT_JSON, reason="encoding") from None


def _sliced(body: bytes) -> Optional[tuple[dict[str, Any], bool, memoryview]]:
    """Members beside `features`, whether that is empty, and its content; None when the slicing cannot be trusted."""
    for tried, opening in enumerate(_OPENING.finditer(body)):
        if tried >= _OPENINGS_TRIED:
            return None
        before = _object(body[: opening.start()] + b'"features":0}')
        if before is not None:
            end = _features_end(body, opening.end())
            after = _object(b'{"features":[' + body[end:]) if end >= 0 else None
            if after is None or after.pop("features") != [] or before.pop("features") != 0:
                return None
            inside = memoryview(body)[opening.end() : end]
            return {**before, **after}, _EMPTY.match(body, opening.end()) is not None, inside
    return None


def _features_end(body: bytes, start: int) -> int:
    """Position of the bracket that closes the features, -1 when there is none.

    It is the first from which the rest reads as JSON: from within a string the quotes do not come out even, and
    from a bracket inside a feature there are more closing brackets than opened ones.
    """
    empty = _EMPTY.match(body, start)
    if empty and _rest_reads(body, empty.end() - 1):
        return empty.end() - 1
    for closing in _CLOSING.finditer(body, start):
        if _rest_reads(body, closing.start(1)):
            return closing.start(1)
    return -1


def _rest_reads(body: bytes, end: int) -> bool:
    """True when the body from its position `end` on reads as the end of an object; cheap where it does not."""
    near = '{"features":[' + body[end : end + _CHUNK].decode("utf-8", "ignore")
    cut = end + _CHUNK < len(body)
    try:
        _, read = _DECODER.raw_decode(near)
    except json.JSONDecodeError as error:
        undecided = error.msg.startswith("Unterminated") or error.pos > len(near) - _LONGEST_TOKEN
        return cut and undecided and _whole(body, end)
    return not near[read:].strip() and not (cut and body[end + _CHUNK :].strip())


def _whole(body: bytes, end: int) -> bool:
    return _object(b'{"features":[' + body[end:]) is not None


def _object(text: bytes) -> Optional[dict[str, Any]]:
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _count(value: object) -> Optional[int]:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
