"""The data files of an application, opened again: shapes, lists, and cells that no spreadsheet takes for formulas."""

import csv
import xml.etree.ElementTree as ET
from dataclasses import replace
from zipfile import ZipFile

import pytest
from osgeo import ogr

from kaznedra_qgis.documents import data_files
from kaznedra_qgis.documents.application_pack import export
from kaznedra_qgis.documents.data_files import neutral
from kaznedra_qgis.documents.pack import verify_pack
from kaznedra_qgis.subsoil.codes import format_codes
from kaznedra_qgis.subsoil.numbering import default_scheme
from tests.qgis.application import application


@pytest.mark.parametrize(
    ("name", "layer"),
    [("blocks.geojson", 0), ("blocks.kml", 0), ("blocks.shp", 0), ("plot.gpkg", "blocks"), ("blocks.csv", 0)],
)
def test_every_data_file_has_every_block(exported, name, layer):
    dataset = ogr.Open(str(exported.folder / name))
    rows = [feature.items() for feature in (dataset.GetLayerByName(layer) if layer else dataset.GetLayer(0))]
    # GDAL without libkml reads a placemark's name alone
    named = "Name" if name.endswith(".kml") else "code"
    assert "; ".join(row[named] for row in rows) == format_codes(application().blocks, default_scheme())


def test_shapes_are_where_they_should_be(exported):
    for name in ("blocks.geojson", "blocks.kml", "blocks.shp"):
        dataset = ogr.Open(str(exported.folder / name))
        layer = dataset.GetLayer(0)
        west, east, south, north = layer.GetExtent()
        assert (west * 60, east * 60, south * 60, north * 60) == pytest.approx((4820, 4831, 2987, 2991), abs=1e-6)
        assert layer.GetSpatialRef().GetAuthorityCode(None) == "4326"
    package = ogr.Open(str(exported.folder / "plot.gpkg"))
    assert [(layer.GetName(), len(layer)) for layer in package] == [("blocks", 16), ("plots", 2), ("corners", 8)]
    assert (exported.folder / "blocks.cpg").read_text() == "UTF-8"


def test_a_spreadsheet_meets_no_formula(exported):
    for name in ("blocks.csv", "blocks.xlsx", "blocks.shp"):
        dataset = ogr.Open(str(exported.folder / name))
        rows = [feature.items() for feature in dataset.GetLayer(0)]
        assert {row["draft"] for row in rows} == {"'=Қарабұлақ"}
    with (exported.folder / "corners.csv").open(encoding="utf-8", newline="") as stream:
        row = next(csv.DictReader(stream))
    assert (row["wgs84_lat_dms"], row["sk42_lat_dms"]) == ("49°51′00.00″", "49°50′58.29″")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", " =1", "\t=1", "\r=1", "＝1", "\n@x", "\0=1", "\u2028=1"])
def test_what_could_be_a_formula_is_neutral(text):
    sign = text.lstrip("\0\t\r\n\u2028 ")
    assert neutral(text) == f"'{' ' * (len(text) - len(sign))}{sign}"


@pytest.mark.parametrize("text", ["a;=1;b", "a, @b", "a\n;\t+b", 'a";=1', "a,=1", "a\n=1"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_line_split_otherwise_than_meant_has_no_formula(text, separator):
    line = f'1,2,"{neutral(text)}"'
    cells = [cell for row in line.splitlines() for cell in row.split(separator)]
    assert not [cell for cell in cells if cell.strip(' "')[:1] in ("=", "+", "-", "@")]


@pytest.mark.parametrize("text", ["", "M-44-77", "а=б", "1-2", "'=1", "M-44-77-(10е-5а-1,2); M-44-78"])
def test_other_cells_are_left_alone(text):
    assert neutral(text) == text


NAMES = [
    'a\x0b<b>&"]]>;=1+1;x',
    "x\n=cmd|'/C calc'!A0",
    "a\x00\x1b\uffff\ud800",
    "../../etc/passwd",
    "${name} {{ 7*7 }} $[name]",
]


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_draft_is_called_its_files_are_whole(qgis_app, tmp_path, name):
    made = export(application(name=name), tmp_path / "made", ["kk"])
    assert {path.parent for path in made.parts} == {tmp_path / "made"} and not verify_pack(made.pack)
    assert [path.name for path in tmp_path.iterdir()] == ["made"]
    for path in made.parts:
        if path.suffix == ".kml":
            ET.parse(path)
        elif path.suffix in (".odt", ".xlsx"):
            with ZipFile(path) as opened:
                for part in opened.namelist():
                    if part.endswith((".xml", ".rels")):
                        ET.fromstring(opened.read(part))
    with (made.folder / "blocks.csv").open(encoding="utf-8", newline="") as stream:
        rows = stream.read().splitlines()
    assert len(rows) == 17 and not [row for row in rows if row[:1] in "=+-@"]


def test_a_grid_in_sk_42_gives_files_in_sk_42_but_for_those_that_must_be_wgs_84(qgis_app, tmp_path):
    scheme = default_scheme()
    other = type(scheme)({**scheme_table(), "datum": {**scheme_table()["datum"], "value": "EPSG:4284"}})
    content = replace(application(), scheme=other)
    tmp_path.joinpath("out").mkdir()
    data_files.write_vectors(content, tmp_path / "out")
    datasets = [ogr.Open(str(tmp_path / "out" / name)) for name in ("blocks.shp", "blocks.geojson")]
    shape, earth = (dataset.GetLayer(0) for dataset in datasets)
    assert shape.GetSpatialRef().GetAuthorityCode(None) == "4284" and earth.GetExtent()[0] != shape.GetExtent()[0]
    assert shape.GetExtent()[0] * 60 == pytest.approx(4820, abs=1e-9)
    wests = [corner.positions[0].lon for corner in content.catalogue.corners]
    norths = [corner.positions[0].lat for corner in content.catalogue.corners]
    # GeoJSON is written to seven decimals; another transformation would part them by 2e-5
    assert earth.GetExtent()[0] == pytest.approx(min(wests), abs=2e-7)
    assert earth.GetExtent()[3] == pytest.approx(max(norths), abs=2e-7)


def scheme_table():
    from kaznedra_qgis.subsoil.rulepack import newest_rule_pack

    return newest_rule_pack().data["numbering"]
