import pytest

from kaznedra_qgis.sources.addresses import is_web_address, linked, origin, shown, with_parameters
from kaznedra_qgis.sources.crs import is_longitude_latitude


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://Example.ORG/a?b#c", "https://example.org"),
        ("https://example.org:443/", "https://example.org"),
        ("http://example.org:80", "http://example.org"),
        ("http://example.org:8080/x", "http://example.org:8080"),
        ("http://user:word@example.org/", "http://example.org"),
        ("http://[::1]:8000/", "http://[::1]:8000"),
    ],
)
def test_origin(address: str, expected: str) -> None:
    assert origin(address) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://user:word@example.org/a", "https://example.org/a"),
        ("https://example.org/a?limit=5&token=abc&f=json", "https://example.org/a?limit=5&token=…&f=json"),
        ("https://example.org/a?api_key=abc#secret", "https://example.org/a?api_key=…"),
        ("https://example.org/a?bbox=1,2,3,4", "https://example.org/a?bbox=1,2,3,4"),
        ("http://[bad", "…"),
    ],
)
def test_shown(address: str, expected: str) -> None:
    assert shown(address) == expected


@pytest.mark.parametrize(
    ("page", "href", "expected"),
    [
        ("https://a.org/x/items?offset=0", "items?offset=5", "https://a.org/x/items?offset=5"),
        ("https://a.org/x/items", "/y?offset=5", "https://a.org/y?offset=5"),
        ("https://a.org/x/items", "?offset=5", "https://a.org/x/items?offset=5"),
        ("https://a.org/x", "https://A.org:443/y", "https://A.org:443/y"),
        ("https://a.org/x", "//a.org/y", "https://a.org/y"),
        ("https://a.org/x", "http://a.org/y", "https://a.org/y"),
        ("https://a.org/x", "http://a.org:8080/y", None),
        ("http://a.org/x", "https://a.org/y", None),
        ("https://a.org/x", "https://b.org/y", None),
        ("https://a.org/x", "//b.org/y", None),
        ("https://a.org/x", "https://a.org@b.org/y", None),
        ("https://a.org/x", "https://user:word@a.org/y", None),
        ("https://a.org/x", "file:///etc/passwd", None),
        ("https://a.org/x", "http://[bad", None),
    ],
)
def test_linked(page: str, href: str, expected: str) -> None:
    assert linked(page, href) == expected


def test_with_parameters() -> None:
    assert with_parameters("http://a/x?Limit=1&b=2", {"limit": "5"}) == "http://a/x?b=2&limit=5"
    assert with_parameters("http://a/x?MAP=1", {"map": "2", "c": "3"}, override=False) == "http://a/x?MAP=1&c=3"
    assert with_parameters("http://a/x?&offset=2", {}) == "http://a/x?offset=2"


@pytest.mark.parametrize(
    "text", ["", "a.org", "file:///x", "http://", "https://:80/", "ftp://a.org", "http://a:0/", "http://[bad"]
)
def test_no_web_address(text: str) -> None:
    assert not is_web_address(text)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", True),
        ("http://www.opengis.net/def/crs/OGC/0/CRS84h", True),
        ("https://www.opengis.net/def/crs/EPSG/9.6.2/4326", True),
        ("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>", True),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", True),
        ("urn:ogc:def:crs:OGC::CRS84", True),
        ("urn:ogc:def:crs:EPSG::4326", True),
        ("EPSG:4326", True),
        ("OGC:CRS84", True),
        ("http://www.opengis.net/def/crs/EPSG/0/3857", False),
        ("http://www.opengis.net/def/crs/EPSG/0/43260", False),
        ("EPSG:14326", False),
        ("EPSG:4284", False),
        ("", False),
    ],
)
def test_is_longitude_latitude(name: str, expected: bool) -> None:
    assert is_longitude_latitude(name) == expected
