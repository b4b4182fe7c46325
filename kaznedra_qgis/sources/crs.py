"""Coordinate reference systems by the names that servers give them."""

import re

_LONGITUDE_LATITUDE = re.compile(
    r"(?:.*[:/])?(?:OGC[:/]+(?:[\w.]*[:/]+)?CRS84h?|EPSG[:/]+(?:[\w.]*[:/]+)?4326)", re.IGNORECASE
)


def is_longitude_latitude(name: str) -> bool:
    """True for CRS84 (with or without height) and EPSG:4326, as URI, URN or in short.

    GeoJSON has longitude first under either name (RFC 7946, 4), and so has an answer in a server's default CRS.
    """
    return _LONGITUDE_LATITUDE.fullmatch(name.strip().strip("<>[]")) is not None
