"""Addresses of servers: their origin, and how they may be shown."""

from typing import Optional
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
_HARMLESS = frozenset(
    {"f", "limit", "offset", "startindex", "bbox", "bbox-crs", "crs", "datetime", "sortby", "filter-lang", "properties"}
)


def is_web_address(url: str) -> bool:
    """True for an absolute http or https address with a host and a port that can be."""
    try:
        parts = urlsplit(url)
        return parts.scheme in _DEFAULT_PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def has_credentials(url: str) -> bool:
    """True when a name or password stands before the host."""
    return "@" in urlsplit(url).netloc


def origin(url: str) -> str:
    """Scheme, host and port in lower case, the default port left out: `https://example.org`."""
    parts = urlsplit(url)
    scheme, host, port = parts.scheme.lower(), (parts.hostname or "").lower(), parts.port
    if ":" in host:
        host = f"[{host}]"
    return f"{scheme}://{host}" if port in (None, _DEFAULT_PORTS.get(scheme)) else f"{scheme}://{host}:{port}"


def is_harmless(parameter: str) -> bool:
    """True for a query parameter whose value can be no credential."""
    return parameter.lower() in _HARMLESS


def shown(url: str) -> str:
    """The address without credentials: no user, no fragment, and only the values of harmless parameters."""
    try:
        parts = urlsplit(url)
        query = "&".join(
            f"{quote(name)}={quote(value, safe=',:/') if is_harmless(name) else '…'}"
            for name, value in parse_qsl(parts.query, keep_blank_values=True)
        )
        told = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, query, ""))
    except ValueError:
        return "…"
    return encodable(told)


def encodable(text: str) -> str:
    """The text with a question mark for each half of a letter (lone surrogate), which JSON can hold and no file can."""
    return text.encode("utf-8", "replace").decode("utf-8")


def with_parameters(url: str, parameters: dict[str, str], override: bool = True) -> str:
    """The address with query parameters set; with `override` false, only those that it lacks (case ignored)."""
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    if override:
        names = {name.lower() for name in parameters}
        query = [(name, value) for name, value in query if name.lower() not in names]
        query += parameters.items()
    else:
        names = {name.lower() for name, _ in query}
        query += [(name, value) for name, value in parameters.items() if name.lower() not in names]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(query, safe=",:/"), ""))


def linked(page: str, href: str) -> Optional[str]:
    """Absolute address of a link found at `page`, or None when it leads to another origin.

    A server behind a proxy that ends TLS often writes `http` links of its own host: those are read as `https`.
    """
    try:
        url = urljoin(page, href)
        if not is_web_address(url):
            return None
        here, there = urlsplit(page), urlsplit(url)
        if (here.scheme, there.scheme) == ("https", "http") and there.port is None:
            url = urlunsplit((here.scheme, there.netloc, there.path, there.query, ""))
        return url if origin(url) == origin(page) and not has_credentials(url) else None
    except ValueError:
        return None
