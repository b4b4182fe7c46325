"""Web links in the documents of OGC APIs (RFC 8288 relations, in JSON)."""

from typing import Any, Optional

_PREFERRED = ("application/geo+json", "application/vnd.geo+json", "application/json")


def hrefs(document: object, relations: tuple[str, ...]) -> list[str]:
    """Addresses, as written, of the document's links of these relations that lead to JSON; GeoJSON first."""
    found = document.get("links") if isinstance(document, dict) else None
    ranked: list[tuple[int, str]] = []
    for link in found if isinstance(found, list) else ():
        rank = _rank(link, relations)
        if rank is not None:
            ranked.append((rank, link["href"]))
    return [href for _, href in sorted(ranked, key=lambda pair: pair[0])]


def _rank(link: Any, relations: tuple[str, ...]) -> Optional[int]:
    if not isinstance(link, dict) or link.get("rel") not in relations:
        return None
    if not isinstance(link.get("href"), str) or not link["href"]:
        return None
    media_type = link.get("type")
    if not isinstance(media_type, str) or not media_type:
        return len(_PREFERRED)
    media_type = media_type.partition(";")[0].strip().lower()
    if media_type in _PREFERRED:
        return _PREFERRED.index(media_type)
    return len(_PREFERRED) if media_type.endswith("json") else None
