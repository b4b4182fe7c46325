"""The contract in words, docs/platform-api.md, against the contract in code and against the demo platform."""

import json
import re
from urllib.parse import urlsplit

import pytest
from shapely.geometry import shape

from kaznedra_qgis.sources.limits import MEBIBYTE, Limits
from kaznedra_qgis.subsoil.blocks import outline_geojson
from kaznedra_qgis.subsoil.codes import read_codes
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.themes import APPLICATIONS, BY_PLATFORM, LANGUAGES, THEMES, VITAL, Kind, Shape
from tests.demo.deposits import FACILITIES
from tests.demo.restricted import BUFFERS_M
from tests.demo.tables import table
from tests.qgis.test_platform import OFFERED, get, pages
from tests.servers.platform import MAX_LIMIT, ROOT

DOCUMENT = (ROOT / "docs" / "platform-api.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^`GET (?P<path>\S+)`[^\n]*\n+```json\n(?P<body>.*?)```", re.MULTILINE | re.DOTALL)
EXAMPLES = [(found["path"], json.loads(found["body"])) for found in EXAMPLE.finditer(DOCUMENT)]
POSTED = re.findall(r"^`POST \S+`\n+```json\n(.*?)```", DOCUMENT, re.MULTILINE | re.DOTALL)

MINERALS = "Codes of `minerals` and `commodities`"


def section(heading):
    """What stands below a heading, up to the next one."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert found, f"no heading {heading!r}"
    return found.group(1)


def rows(heading):
    """Cells of the table below a heading, without its head."""
    lines = [line for line in section(heading).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def ticked(text):
    """Names written between back quotes."""
    return re.findall(r"`([^`]+)`", text)


def attributes(heading):
    """Name, type and unit of the attributes of a table, as written."""
    return [(name, kind, unit) for names, kind, unit, meaning in rows(heading) for name in ticked(names) if meaning]


def code_tables():
    """Attribute, themes and heading of every list of codes."""
    for heading in re.findall(r"^#### (Codes of `\w+` in .*)$", DOCUMENT, re.MULTILINE):
        attribute, *themes = ticked(heading)
        yield attribute, themes, heading


@pytest.mark.parametrize("name", THEMES)
def test_attributes_types_and_units_are_those_of_the_code(name):
    written = attributes(f"`{name}`") + (attributes("Attributes of every theme") if name != "blocks" else [])
    assert written == [
        (attribute.name, "code" if attribute.codes else attribute.kind.value, attribute.unit)
        for attribute in THEMES[name].attributes
    ]


@pytest.mark.parametrize("name", THEMES)
def test_shapes_are_those_of_the_code(name):
    word = {Shape.POINT: "Points.", Shape.POLYGON: "Polygons."}[THEMES[name].shape]
    assert word in section(f"`{name}`").partition("|")[0]


def test_codes_are_those_of_the_code_in_three_languages():
    explained = {}
    for attribute, themes, heading in code_tables():
        for code, *words in rows(heading):
            assert len(words) == len(LANGUAGES) and all(words), (heading, code)
            for theme in themes:
                explained.setdefault((theme, attribute), []).extend(ticked(code))
    assert explained == {
        (name, attribute.name): list(attribute.codes)
        for name, theme in THEMES.items()
        for attribute in theme.attributes
        if attribute.codes
    }


def test_minerals_are_those_of_the_demo_data():
    written = [(*ticked(code), *words, "".join(ticked(group))) for code, *words, group in rows(MINERALS)]
    assert written == [tuple(row[key] for key in ("code", "en", "ru", "kk", "group")) for row in table("minerals")]


def test_facilities_cover_those_of_the_demo_data(demo_platform):
    written = {code for row in rows("Codes of `facility`") for code in ticked(row[0])}
    features = next(pages(demo_platform.address, "deposits", MAX_LIMIT))["features"]
    met = {code for feature in features for code in (feature["properties"]["facility"] or "").split(", ")} - {""}
    assert met == written and set(FACILITIES.values()) <= written


def test_reserves_have_the_keys_of_the_table(demo_platform):
    keys = {key for row in rows("Reserves") for key in ticked(row[0])}
    features = next(pages(demo_platform.address, "deposits", MAX_LIMIT))["features"]
    figures = [figure for feature in features for figure in json.loads(feature["properties"]["reserves"] or "[]")]
    assert figures and all(set(figure) == keys for figure in figures)


def test_buffers_are_named_with_their_categories():
    for code, words, *_ in rows("Codes of `category` in `restricted_areas`"):
        metres = re.search(r"([\d ]+) m around", words)
        assert BUFFERS_M.get(*ticked(code), 0.0) == (float(metres.group(1).replace(" ", "")) if metres else 0.0)


def test_limits_are_those_of_the_client():
    limits, text = Limits(), section("Limits")
    for told in (
        f"{limits.concurrency} requests at once",
        f"{limits.connect_s:.0f} s without a connection",
        f"{limits.idle_s:.0f} s without a byte",
        f"{limits.total_s:.0f} s in one request",
        f"{limits.page_bytes // MEBIBYTE} MiB",
    ):
        assert told in " ".join(text.split())
    errors = section("Errors")
    assert f"up to {limits.retry_after_max_s:.0f} s" in errors and f"tries {limits.attempts} times" in errors


def test_there_is_an_example_of_everything():
    paths = [path for path, _ in EXAMPLES]
    assert len(EXAMPLES) + len(POSTED) == DOCUMENT.count("```json")
    assert {"/conformance", "/collections"} <= set(paths)
    assert sorted({path.split("/")[2] for path in paths if path.startswith("/collections/")}) == OFFERED


def same_shape(example, answer, where="$"):
    """Every key and type of the example is in the answer too; null says nothing."""
    if example is None or answer is None:
        return
    numbers = (int, float)
    both_numbers = type(example) in numbers and type(answer) in numbers
    assert both_numbers or type(example) is type(answer), f"{where}: {answer!r} is no {type(example).__name__}"
    if isinstance(example, dict):
        for key, value in example.items():
            assert key in answer, f"{where}.{key} is not in the answer"
            same_shape(value, answer[key], f"{where}.{key}")
    elif isinstance(example, list) and example and answer:
        same_shape(example[0], answer[0], f"{where}[0]")


@pytest.mark.parametrize(("path", "example"), EXAMPLES, ids=[path for path, _ in EXAMPLES])
def test_examples_have_the_shape_of_real_answers(demo_platform, path, example):
    status, kind, answer = get(f"{demo_platform.address}{path}")
    assert status == (400 if path.endswith("limit=1000000") else 200)
    assert kind.endswith("json")
    same_shape(example, answer)


def documented_features():
    for path, example in EXAMPLES:
        if path.startswith("/collections/"):
            for feature in example.get("features", [example]) if isinstance(example, dict) else []:
                yield path.split("/")[2], feature


@pytest.mark.parametrize(("theme", "feature"), documented_features())
def test_features_of_the_examples_keep_the_contract(theme, feature):
    properties = feature["properties"]
    assert list(properties) == [attribute.name for attribute in THEMES[theme].attributes]
    types = {Kind.INTEGER: int, Kind.REAL: float, Kind.BOOLEAN: bool}
    for attribute in THEMES[theme].attributes:
        value = properties[attribute.name]
        if value is not None:
            assert type(value) is types.get(attribute.kind, str)
            assert not attribute.codes or value in attribute.codes
    if properties.get("record_url"):
        assert urlsplit(properties["record_url"]).hostname == "kaznedra.example"


@pytest.mark.parametrize("theme", OFFERED)
def test_features_of_the_platform_keep_the_contract(demo_platform, theme):
    patterns = {Kind.DATE: r"\d{4}-\d\d-\d\d", Kind.TIME: r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"}
    types = {Kind.INTEGER: (int,), Kind.REAL: (float, int), Kind.BOOLEAN: (bool,)}
    for page in pages(demo_platform.address, theme, MAX_LIMIT):
        for feature in page["features"]:
            properties, geometry = feature["properties"], shape(feature["geometry"])
            assert geometry.geom_type == {Shape.POINT: "Point", Shape.POLYGON: "MultiPolygon"}[THEMES[theme].shape]
            assert all(part.exterior.is_ccw for part in getattr(geometry, "geoms", []))
            assert set(properties) - {"fid"} == {attribute.name for attribute in THEMES[theme].attributes}
            for attribute in THEMES[theme].attributes:
                value = properties[attribute.name]
                if value is not None:
                    assert type(value) in types.get(attribute.kind, (str,)) and value != ""
                    assert re.fullmatch(patterns.get(attribute.kind, "(?s:.*)"), str(value))


@pytest.mark.parametrize("name", THEMES)
def test_what_a_theme_must_not_lose_is_written_and_is_there(name):
    written = ticked(section("What must not change unseen"))
    assert set(VITAL[name]) <= set(written)
    known = {attribute.name for attribute in THEMES[name].attributes}
    assert all(group and set(group) <= known for group in THEMES[name].vital_groups())


def test_attributes_of_an_application_are_those_of_the_code():
    written = rows("`applications`")
    assert [(name, kind, by) for names, kind, _, by, meaning in written for name in ticked(names) if meaning] == [
        (
            attribute.name,
            "code" if attribute.codes else attribute.kind.value,
            "platform" if attribute.name in BY_PLATFORM else "applicant",
        )
        for attribute in APPLICATIONS.attributes
    ]


def test_the_example_of_an_application_is_what_is_sent():
    (example,) = POSTED
    told = json.loads(example)
    sent = [attribute.name for attribute in APPLICATIONS.attributes if attribute.name not in BY_PLATFORM]
    assert list(told) == ["type", "properties", "geometry"] and list(told["properties"]) == sent
    reading = read_codes(told["properties"]["blocks"], default_scheme())
    assert not reading.problems and len(reading.partial) == 1
    assert told["geometry"] == outline_geojson([read.block for read in reading.blocks])
