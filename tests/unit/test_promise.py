"""What a source promises, and what differs from before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaznedra_qgis.errors import Code
from kaznedra_qgis.sources.promise import (
    Promise,
    Told,
    changes,
    conformance_names,
    described,
    id_form,
    sampled,
)

BEFORE = Promise(
    "licences",
    "Licences",
    "Platform 1.0",
    {"number": "text", "status": "text", "block_count": "number", "note": ""},
    Told.PAGES,
    "licences.#",
    ("http://www.opengis.net/def/crs/OGC/1.3/CRS84",),
    (46.5, 40.6, 87.3, 55.4),
    1000,
    ("core", "geojson"),
    500,
)
MAPPED = ("number", "status", "block_count")


def found(**now):
    from dataclasses import replace

    return {error.code: error.facts for error in changes(BEFORE, replace(BEFORE, **now), MAPPED)}


def test_the_same_promise_has_no_changes():
    assert found() == {} and found(expected=501) == {}


@pytest.mark.parametrize(
    ("now", "code", "facts"),
    [
        ({"attributes": {"number": "text", "block_count": "number"}}, Code.ATTRIBUTE_LOST, {"attributes": "status"}),
        (
            {"attributes": {**BEFORE.attributes, "status": "number"}},
            Code.ATTRIBUTE_TYPE,
            {"attribute": "status", "before": "text", "now": "number"},
        ),
        ({"attributes": {**BEFORE.attributes, "owner": "text"}}, Code.ATTRIBUTE_NEW, {"attributes": "owner"}),
        ({"attributes": {**BEFORE.attributes, "status": ""}}, Code.ATTRIBUTE_LOST, {"attributes": "status"}),
        ({"id_form": "#"}, Code.ID_FORM_CHANGED, {"before": "licences.#", "now": "#"}),
        ({"crs": ("EPSG:4326",)}, Code.CRS_CHANGED, {"before": BEFORE.crs[0], "now": "EPSG:4326"}),
        (
            {"extent": (40.6, 46.5, 55.4, 87.3)},
            Code.EXTENT_MOVED,
            {"before": "46.5, 40.6, 87.3, 55.4", "now": "40.6, 46.5, 55.4, 87.3"},
        ),
        ({"conformance": ("core",)}, Code.CONFORMANCE_LOST, {"lost": "geojson"}),
        ({"page_limit": 100}, Code.PAGE_LIMIT_CHANGED, {"before": 1000, "now": 100}),
        ({"api": "Platform 2.0"}, Code.API_CHANGED, {"before": "Platform 1.0", "now": "Platform 2.0"}),
    ],
)
def test_each_change_is_named(now, code, facts):
    assert found(**now) == {code: facts}


def test_what_a_server_stops_saying_is_no_change():
    assert found(crs=(), extent=None, page_limit=None, api="", id_form="", conformance=(), attributes={}) == {}


def test_a_null_in_the_first_feature_is_no_lost_attribute():
    assert found(told=Told.SAMPLE, attributes={**BEFORE.attributes, "status": ""}) == {}
    assert found(told=Told.SAMPLE, attributes={"number": "text", "block_count": "number"}) == {
        Code.ATTRIBUTE_LOST: {"attributes": "status", "reason": "first feature"}
    }


def test_attributes_that_no_profile_reads_may_go():
    assert found(attributes={name: kind for name, kind in BEFORE.attributes.items() if name != "note"}) == {}


def test_a_slightly_larger_area_has_not_moved():
    assert found(extent=(46.0, 40.0, 88.0, 56.0)) == {}


attributes = st.dictionaries(
    st.text(max_size=5), st.sampled_from(("", "text", "number", "boolean", "json")), max_size=4
)
edges = st.floats(-180, 180)


@given(attributes, st.sampled_from(Told), st.none() | st.tuples(edges, edges, edges, edges), st.none() | st.integers(1))
def test_a_promise_survives_being_written(attributes, told, extent, limit):
    promise = Promise("c", "t", "a", attributes, told, "#", ("x",), extent, limit, ("core",))
    assert Promise.of_text(promise.text()) == promise
    assert Promise.of_text(promise.text()).text() == promise.text()


@pytest.mark.parametrize(
    ("identifier", "form"),
    [
        (17, "#"),
        ("17", "#"),
        ("licences.17", "licences.#"),
        ("4f1d3f0e-9d2c-4e58-8a51-1f7a7a2f4c11", "uuid"),
        ("abc", ""),
        (None, ""),
        (True, ""),
    ],
)
def test_id_forms(identifier, form):
    assert id_form(identifier) == form


def test_the_first_feature_tells_types():
    properties = {"a": "x", "b": 1.5, "c": True, "d": None, "e": [1], "f": {"g": 1}}
    assert sampled({"id": "x.1", "properties": properties}) == (
        {"a": "text", "b": "number", "c": "boolean", "d": "", "e": "json", "f": "json"},
        "x.#",
    )
    assert sampled(None) == sampled({"properties": []}) == ({}, "")


def test_a_schema_tells_types():
    schema = {
        "properties": {
            "geom": {"$ref": "https://geojson.org/schema/Polygon.json"},
            "shape": {"format": "geometry-any"},
            "number": {"type": "string"},
            "count": {"type": ["null", "integer"]},
            "any": {},
            "broken": 7,
        }
    }
    assert described(schema) == {"number": "text", "count": "number", "any": ""}
    assert described(None) == described({"properties": 3}) == {}


def test_conformance_is_told_without_its_versions():
    classes = ["http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", "http://x/conf/geojson", "nothing"]
    assert conformance_names(classes) == ("core", "geojson")
