import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources import open_source
from kaznedra_qgis.sources.files import FileSource
from kaznedra_qgis.sources.profile import builtin_profiles

PROFILE = replace(next(profile for profile in builtin_profiles() if profile.id == "kaznedra"), kind="file")


@pytest.fixture
def geopackage(tmp_path: Path) -> Path:
    ogr = pytest.importorskip("osgeo.ogr")
    osr = pytest.importorskip("osgeo.osr")
    path = tmp_path / 'kz\'s "demo" 100%.gpkg'
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for name, code, count in (("licences", 4326, 3), ("deposits", 4284, 2), ('odd"name', 4326, 1), ("blocks", 4326, 0)):
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(code)
        layer = dataset.CreateLayer(name, crs, ogr.wkbPoint)
        for number in range(count):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({70 + number} 48)"))
            layer.CreateFeature(feature)
    del layer, dataset
    return path


def reason(path: Path) -> object:
    with pytest.raises(KaznedraError) as caught:
        FileSource(PROFILE, path).contract()
    assert caught.value.code is Code.BAD_FILE
    assert caught.value.facts["path"] == str(path)
    return caught.value.facts["reason"]


def test_contract(geopackage: Path) -> None:
    contract = open_source(PROFILE, geopackage).contract()
    assert {theme: (offer.collection, offer.expected) for theme, offer in contract.offers.items()} == {
        "licences": ("licences", 3),
        "blocks": ("blocks", 0),
    }
    assert contract.offers["licences"].extent == (70, 48, 72, 48)
    assert contract.offers["blocks"].extent is None
    assert contract.missing["deposits"].code is Code.OTHER_CRS
    assert contract.missing["deposits"].facts["crs"] == "EPSG:4284"
    assert contract.missing["restricted_areas"].code is Code.THEME_MISSING
    assert "licences" in str(contract.missing["restricted_areas"].facts["offered"])
    assert contract.server_time.endswith("Z")


def test_page(geopackage: Path) -> None:
    source = open_source(PROFILE, str(geopackage))
    (page,) = source.pages(source.contract().offers["licences"])
    assert (page.path, page.layer, page.matched, page.body) == (str(geopackage), "licences", 3, b"")
    assert page.size == geopackage.stat().st_size
    (page,) = source.pages(source.contract().offers["licences"], (70.5, 47, 73, 49))
    assert (page.matched, page.bbox) == (None, (70.5, 47, 73, 49))


def test_a_layer_with_quotes_in_its_name(geopackage: Path) -> None:
    themes = {"licences": replace(PROFILE.theme("licences"), collection='odd"name')}
    contract = open_source(replace(PROFILE, themes=themes), geopackage).contract()
    assert contract.offers["licences"].expected == 1


def test_nothing_is_written(geopackage: Path) -> None:
    before = geopackage.read_bytes()
    FileSource(PROFILE, geopackage).contract()
    assert geopackage.read_bytes() == before
    assert [path.name for path in geopackage.parent.iterdir()] == [geopackage.name]


def test_wal_file_in_a_folder_that_cannot_be_written(geopackage: Path) -> None:
    connection = sqlite3.connect(geopackage)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    geopackage.chmod(0o444)
    geopackage.parent.chmod(0o555)
    try:
        assert FileSource(PROFILE, geopackage).contract().offers["licences"].expected == 3
    finally:
        geopackage.parent.chmod(0o755)


def test_what_is_no_geopackage(tmp_path: Path, geopackage: Path) -> None:
    assert reason(tmp_path / "nothing.gpkg") == "missing"
    assert reason(tmp_path) == "missing"
    shape = tmp_path / "map.shp"
    shape.write_bytes(b"")
    assert reason(shape) == "format"
    text = tmp_path / "text.gpkg"
    text.write_text("not a database")
    assert reason(text) == "not_geopackage"
    plain = tmp_path / "plain.gpkg"
    with sqlite3.connect(plain) as connection:
        connection.execute("CREATE TABLE licences (a)")
    assert reason(plain) == "not_geopackage"
    cut = tmp_path / "cut.gpkg"
    cut.write_bytes(geopackage.read_bytes()[:5000])
    assert reason(cut) == "not_geopackage"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_file_that_may_not_be_read(geopackage: Path) -> None:
    geopackage.chmod(0)
    assert reason(geopackage) == "unreadable"


def test_the_digest_is_of_what_the_file_holds(geopackage: Path) -> None:
    path = geopackage
    source = open_source(PROFILE, path)
    offer = source.contract().offers["licences"]
    (page,) = source.pages(offer)
    (again,) = open_source(PROFILE, path).pages(offer)
    (part,) = source.pages(offer, (60.0, 44.0, 61.0, 45.0))
    assert len(page.digest) == 64 and page.digest == again.digest != part.digest
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE more (x)")
    connection.commit()
    (logged,) = source.pages(offer)
    assert logged.digest != page.digest
    connection.close()
