"""How fast a server wants to be asked, by the headers that tell of its quota.

RateLimit as of draft-ietf-httpapi-ratelimit-headers (`"default";r=50;t=30`), as of its older versions
(`limit=100, remaining=50, reset=30`), and the fields RateLimit-* and X-RateLimit-* that came before them.
"""

import re
from collections.abc import Mapping
from typing import Optional

_PREFIXES = ("RateLimit-", "X-RateLimit-", "X-Rate-Limit-")
_REMAINING = re.compile(r"(?:^|[;,\s])(?:r|remaining)=(\d{1,9})(?!\d)")
_RESET = re.compile(r"(?:^|[;,\s])(?:t|reset)=(\d{1,9})(?!\d)")
_SPREAD_S = 5.0
"""The longest wait while requests are left: what is asked for too soon is refused with a wait of its own"""
_A_MOMENT = 1_000_000_000
"""From here on a reset is no number of seconds but a Unix time"""


def pause(headers: Mapping[str, str], at_once: int, now: float) -> float:
    """Seconds to wait before the next request, so that the quota lasts; 0 where there is no need or none is told.

    `at_once` requests may be under way that the server has not counted yet; `now` is the Unix time.
    """
    told = _quota(headers)
    if told is None:
        return 0.0
    remaining, reset = told
    seconds = max(reset - now, 0.0) if reset >= _A_MOMENT else float(reset)
    if remaining == 0:
        return seconds
    return min(seconds / (remaining + 1), _SPREAD_S) if remaining < at_once else 0.0


def _quota(headers: Mapping[str, str]) -> Optional[tuple[int, int]]:
    """Requests that are left, and when there will be more."""
    combined = headers.get("RateLimit", "")
    found = _REMAINING.search(combined), _RESET.search(combined)
    if found[0] and found[1]:
        return int(found[0][1]), int(found[1][1])
    for prefix in _PREFIXES:
        remaining, reset = (headers.get(f"{prefix}{name}", "").strip() for name in ("Remaining", "Reset"))
        if _is_count(remaining) and _is_count(reset):
            return int(remaining), int(reset)
    return None


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 12
