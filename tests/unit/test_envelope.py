import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources import envelope
from kaznedra_qgis.sources.envelope import feature_count, read_envelope, read_json

NEXT = {"rel": "next", "href": "https://example.org/items?offset=1", "title": '"features":[]}'}
PLAIN = {"type": "Feature", "id": 1, "geometry": {"type": "Point", "coordinates": [70.0, 48.0]}, "properties": {}}


def page(features: list[Any], **members: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": features, **members}


def with_properties(**properties: Any) -> dict[str, Any]:
    return {**PLAIN, "properties": properties}


NASTY = {
    "plain": [PLAIN, PLAIN],
    "none": [],
    "bracket in a string": [with_properties(name="a ] b }], c")],
    "the end, in a string": [with_properties(name='}],"links":[{"rel":"next","href":"x"}],"numberMatched":7}')],
    "a beginning, in a string": [with_properties(name='"features":[{}],')],
    "features inside properties": [with_properties(features=[{"features": [{}]}], more=[[{}], [{}]])],
    "arrays of objects": [with_properties(tags=[{"a": [1, {"b": []}]}], last=[{}])],
    "an object that ends like the page": [with_properties(nested={"features": [{"x": 1}]})],
    "empty arrays": [with_properties(a=[], b={}, c=[[]])],
    "quotes and backslashes": [with_properties(a='\\"]}', b="\\", c='"')],
    "long": [with_properties(text="]}," * 3000, list=[{}] * 2000)] * 3,
    "Kazakh": [with_properties(name="Қазақстан ә ғ қ ң ө ұ ү һ ]}")] * 300,
    "geometry last": [
        {"type": "Feature", "properties": {"a": [{}]}, "geometry": {"type": "Point", "coordinates": [1]}}
    ],
}
MEMBERS: dict[str, dict[str, Any]] = {
    "nothing else": {},
    "links and counts": {"links": [NEXT, {"rel": "self", "href": "y"}], "numberMatched": 9, "numberReturned": 2},
    "an array of arrays": {"bbox": [1, 2, 3, 4], "extent": [[1, 2], [{"a": [{}]}]], "links": [NEXT]},
    "more than a chunk": {"links": [NEXT] * 200, "timeStamp": "2026-11-22T10:00:00Z"},
    "a long string": {"description": "]}" * 4000, "links": [NEXT]},
}


@pytest.mark.parametrize("members", MEMBERS.values(), ids=MEMBERS)
@pytest.mark.parametrize("features", NASTY.values(), ids=NASTY)
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("first", [False, True], ids=["members last", "members first"])
def test_members_are_those_of_a_full_parse(
    features: list[Any], members: dict[str, Any], indent: int, first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {**members, **page(features)} if first else page(features, **members)
    body = json.dumps(whole, ensure_ascii=False, indent=indent).encode()
    monkeypatch.setattr(envelope, "_parsed", lambda body: pytest.fail("the features were parsed"))
    read = read_envelope(body)
    assert read.members == {name: value for name, value in whole.items() if name != "features"}
    assert read.empty == (not features)
    assert read.matched == members.get("numberMatched")
    assert read.returned == (members.get("numberReturned") if features else 0)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet='ab"\\[]{},: ұ\n', max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["features", "links", "type", "a", "]}"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(
    features=st.lists(
        st.dictionaries(st.sampled_from(["features", "properties", "x"]), values, max_size=3), max_size=4
    ),
    before=st.dictionaries(st.sampled_from(["links", "a", "]}"]), values, max_size=2),
    after=st.dictionaries(st.sampled_from(["numberMatched", "b", "["]), values, max_size=2),
    separators=st.sampled_from([(",", ":"), (", ", ": "), (" ,\n", " : ")]),
)
def test_any_collection(
    features: list[Any], before: dict[str, Any], after: dict[str, Any], separators: tuple[str, str]
) -> None:
    whole = {**before, "type": "FeatureCollection", "features": features, **after}
    body = json.dumps(whole, ensure_ascii=False, separators=separators).encode()
    read = read_envelope(body)
    assert {**read.members, "features": features} == whole
    assert read.empty == (not features)


def test_digest_is_of_the_features_alone() -> None:
    def digest(features: list[Any], **members: Any) -> str:
        return read_envelope(json.dumps(page(features, **members)).encode()).digest

    assert digest([PLAIN], timeStamp="2026-11-22T10:00:00Z") == digest([PLAIN], timeStamp="2026-11-23T10:00:00Z")
    assert digest([PLAIN]) != digest([PLAIN, PLAIN])


@pytest.mark.parametrize(
    "body",
    [
        b'{"type":"FeatureCollection","featur\\u0065s":[{"a":1}],"links":[]}',
        b'{"type":"FeatureCollection","features":[{"a":1},null],"numberReturned":2}',
        b'\xef\xbb\xbf{"type":"FeatureCollection","features":[{"a":1}]}',
        b'{"features":[],"type":"FeatureCollection","features":[{"a":1}]}',
    ],
    ids=["escaped key", "null feature", "byte order mark", "features twice"],
)
def test_odd_collections_are_parsed_in_full(body: bytes) -> None:
    read = read_envelope(body)
    assert not read.empty
    assert read.members["type"] == "FeatureCollection"


@pytest.mark.parametrize(
    ("body", "code", "reason"),
    [
        (b"<!DOCTYPE html><html></html>", Code.NOT_JSON, "html"),
        (b"", Code.NOT_JSON, "empty"),
        (b"  \n", Code.NOT_JSON, "empty"),
        (b"Sorry", Code.NOT_JSON, "syntax"),
        (b'{"type": FeatureCollection}', Code.NOT_JSON, "syntax"),
        ('{"type": "\xfc"}'.encode("latin-1"), Code.NOT_JSON, "encoding"),
        ('{"type": "x"}'.encode("utf-16"), Code.NOT_JSON, "encoding"),
        (b"[" * 100_000 + b"]" * 100_000, Code.NOT_JSON, "nesting"),
        (b'{"type": "FeatureCollection", "features": [{"type": "Feature", "id": 1', Code.BODY_CUT, None),
        (b'{"type": "FeatureCollection", "features": [{"type": "Feature"}', Code.BODY_CUT, None),
        (b'{"type": "FeatureCollection", "features": [{"type": "Feat', Code.BODY_CUT, None),
        (b'{"type": "FeatureCollection", "features": [{}], "links": [{"href": "x', Code.BODY_CUT, None),
        ('{"type": "Қ'.encode()[:-1], Code.BODY_CUT, None),
        (b"[1, 2]", Code.NOT_FEATURES, None),
        (b'{"type": "Feature", "properties": {}}', Code.NOT_FEATURES, None),
        (b'{"type": "FeatureCollection", "features": {}}', Code.NOT_FEATURES, None),
        (b'{"type": "Topology", "features": []}', Code.NOT_FEATURES, None),
        (b'{"code": "NotFound", "description": "no such layer"}', Code.NOT_FEATURES, None),
    ],
)
def test_what_is_no_collection(body: bytes, code: Code, reason: object) -> None:
    with pytest.raises(KaznedraError) as caught:
        read_envelope(body)
    assert caught.value.code is code
    assert caught.value.facts.get("reason") == reason


def test_counts_that_are_none() -> None:
    for told in ("12", 1.5, True, None, -1):
        assert read_envelope(json.dumps(page([PLAIN], numberMatched=told)).encode()).matched is None


def test_feature_count() -> None:
    assert feature_count(json.dumps(page([PLAIN] * 3)).encode()) == 3


def test_read_json_takes_a_byte_order_mark() -> None:
    assert read_json(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


def test_a_page_cut_anywhere_is_known_as_cut() -> None:
    properties = {"a": None, "b": True, "c": False, "d": 'x\\"\x01y', "e": "]}", "f": -1.5e-7}
    feature = {"type": "Feature", "id": "қ.1", "geometry": None, "properties": properties}
    page = {"type": "FeatureCollection", "features": [feature], "numberMatched": 1, "links": []}
    body = json.dumps(page, ensure_ascii=False).encode()
    for length in range(1, len(body)):
        with pytest.raises(KaznedraError) as caught:
            read_envelope(body[:length])
        assert caught.value.code is Code.BODY_CUT, body[:length]
