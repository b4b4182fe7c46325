"""What is read of a server's API description."""

import pytest

from kaznedra_qgis.sources.openapi import items_parameters, page_limit, title_and_version

LIMIT = {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 250}}
PATHS = {"/api/collections/licences/items": {"get": {"parameters": [LIMIT, {"$ref": "#/components/parameters/bbox"}]}}}


def test_the_limit_is_that_of_the_collection():
    assert page_limit({"paths": PATHS}, "licences") == 250
    assert page_limit({"paths": PATHS}, "deposits") is None


def test_references_are_followed():
    reference = [{"$ref": "#/components/parameters/limit-licences"}]
    description = {
        "paths": {"/collections/licences/items": {"get": {"parameters": reference}}},
        "components": {"parameters": {"limit-licences": LIMIT}},
    }
    assert page_limit(description, "licences") == 250
    assert set(items_parameters({"paths": PATHS}, "licences")) == {"limit", "bbox"}


@pytest.mark.parametrize("maximum", [None, "250", True, 0, -1, 1e12, {}, []])
def test_a_maximum_that_makes_no_sense_is_none(maximum):
    entry = {"name": "limit", "schema": {"maximum": maximum}}
    description = {"paths": {"/collections/licences/items": {"get": {"parameters": [entry]}}}}
    assert page_limit(description, "licences") is None


@pytest.mark.parametrize(
    "description",
    [None, [], {}, {"paths": []}, {"paths": {"/collections/licences/items": 1}}, {"info": 3}, {"info": {"title": 1}}],
)
def test_anything_may_come(description):
    assert page_limit(description, "licences") is None
    assert title_and_version(description) == ("", "")


def test_title_and_version():
    assert title_and_version({"info": {"title": "Platform", "version": "1.2"}}) == ("Platform", "1.2")
