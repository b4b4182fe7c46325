import json
import sqlite3
from contextlib import closing

import pytest

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources.source import CLOSING, OPENING, Page
from kaznedra_qgis.workspace.staging_file import StagingFile
from tests.qgis.pages import feature, profile, square

COLUMNS = {"number": "a0", "status": "a1", "minerals": "a2"}
MANY = 1000
"""Features whose GeoJSON is several times as long as what is looked at for attributes beforehand"""


def go_on() -> bool:
    return False


def body(*features) -> bytes:
    return OPENING + json.dumps(features, ensure_ascii=False)[1:-1].encode() + CLOSING


def staged(path, *bodies: bytes, **mapped):
    """Rows id, number, status, minerals, geometry's type byte of what is staged of the pages."""
    file = StagingFile(path, COLUMNS, profile(**mapped).theme("licences"))
    try:
        counts = [file.add_body(Page(number, one), go_on) for number, one in enumerate(bodies, 1)]
    finally:
        file.close()
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT id, a0, a1, a2, length(geom) FROM staged ORDER BY fid").fetchall()
    assert sum(counts) == len(rows)
    return rows


def crowd(count=MANY):
    return [feature(f"l.{number}", square(), number=f"{number}-EL") for number in range(count)]


def test_ids_and_values_come_as_the_text_that_stood_there(tmp_path):
    given = [
        feature(7, square(), number="7-EL", status=None, minerals=["Cu", "Au"]),
        feature("lic.8", None, number=8, status=True, minerals={"main": "Cu"}),
        feature(None, square(), number=1.5),
    ]
    rows = staged(tmp_path / "s.gpkg", body(*given))
    assert [row[0] for row in rows] == ["7", "lic.8", None]
    assert [row[1] for row in rows] == ["7-EL", "8", "1.5"]
    assert [row[2] for row in rows] == [None, "true", None]
    assert [json.loads(row[3]) if row[3] else None for row in rows] == [["Cu", "Au"], {"main": "Cu"}, None]
    assert [row[4] is not None for row in rows] == [True, False, True]


def test_an_attribute_that_only_the_last_feature_has_is_not_lost(tmp_path):
    given = [*crowd(), feature("last", square(), number="1", status="active")]
    rows = staged(tmp_path / "s.gpkg", body(*given))
    assert len(rows) == MANY + 1
    assert rows[-1][:3] == ("last", "1", "active")


def test_an_attribute_that_serves_as_id_is_read_as_one(tmp_path):
    given = [feature(number, square(), number=f"{number}-EL") for number in range(3)]
    rows = staged(tmp_path / "s.gpkg", body(*given), id_attribute="number")
    assert [row[0] for row in rows] == ["0-EL", "1-EL", "2-EL"]


def test_a_page_without_features_stages_nothing(tmp_path):
    assert staged(tmp_path / "s.gpkg", OPENING + CLOSING, OPENING + b" \n " + CLOSING, body(*crowd(2)))[0][0] == "l.0"


@pytest.mark.parametrize("broken", [b'{"type":"Feature","properties":{"number":tru}}', b'{"type":"Feature",', b"]"])
@pytest.mark.parametrize("before", [1, MANY])
def test_what_is_broken_is_found_however_late_it_stands(tmp_path, broken, before):
    whole = body(*crowd(before))
    page = whole[: -len(CLOSING)] + b"," + broken + b"," + body(*crowd(5))[len(OPENING) :]
    with pytest.raises(KaznedraError) as caught:
        staged(tmp_path / "s.gpkg", page)
    assert caught.value.code is Code.NOT_FEATURES
