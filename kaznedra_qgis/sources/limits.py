"""How long and how much a source may take; light enough to be read at plugin start."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds of one request and of a pull. Seconds, bytes, counts."""

    connect_s: float = 15.0
    idle_s: float = 30.0
    """without a byte, before or inside the body"""
    total_s: float = 300.0
    """from the request to the last byte, redirects included, retries not"""
    attempts: int = 4
    backoff_s: float = 1.0
    """before the second attempt; doubles with each, with jitter of a half"""
    backoff_max_s: float = 30.0
    retry_after_max_s: float = 120.0
    """a server that asks for a longer pause (Retry-After) is given up"""
    concurrency: int = 4
    """requests at once; a profile may ask for fewer"""
    page_bytes: int = 64 * MEBIBYTE
    """of one answer, as it came and unpacked"""
    redirects: int = 10
    pages: int = 100_000
    """of one theme, where the server tells no number of features"""
