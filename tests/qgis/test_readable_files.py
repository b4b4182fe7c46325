"""Which of the files that are dropped together blocks can be chosen by, and texts as they are met."""

from pathlib import Path

import pytest

from kaznedra_qgis.gui.readable_files import is_text, readable, text_of


@pytest.mark.parametrize(
    ("dropped", "read"),
    [
        (["a/plot.geojson"], "a/plot.geojson"),
        (["a/Plot.SHP", "a/Plot.dbf", "a/Plot.shx", "a/Plot.prj"], "a/Plot.SHP"),
        (["a/plot.shp", "a/plot.dbf", "a/other.prj"], None),
        (["a/plot.shp", "b/plot.dbf"], None),
        (["a/one.kml", "a/two.kml"], None),
        (["a/plot.gpkg", "a/plot.kml"], None),
        (["a/codes.CSV"], "a/codes.CSV"),
        (["a/map.tif"], None),
        (["a/project.qgz"], None),
        ([], None),
    ],
)
def test_the_one_that_can_be_read_with_its_parts(dropped, read):
    assert readable([Path(path) for path in dropped]) == (Path(read) if read else None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_texts_come_as_russian_windows_writes_them_too(tmp_path, encoding):
    path = tmp_path / "codes.TXT"
    path.write_bytes("М-44-72-(10д-5а-22)".encode(encoding))
    assert is_text(path) and text_of(path) == "М-44-72-(10д-5а-22)"
