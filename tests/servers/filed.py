"""The table in which the demo platform takes applications: it gives each a receipt, and none of a key it has."""

import sqlite3
from pathlib import Path

from kaznedra_qgis.themes import APPLICATIONS, THEMES, Kind
from kaznedra_qgis.workspace.connection import connect, transaction

TABLE = APPLICATIONS.name
_RULES = f"""
CREATE UNIQUE INDEX {TABLE}_key ON {TABLE} (client_key);
CREATE TRIGGER {TABLE}_keyless BEFORE INSERT ON {TABLE} WHEN coalesce(NEW.client_key, '') = ''
BEGIN SELECT raise(ABORT, 'an application needs a client_key'); END;
CREATE TRIGGER {TABLE}_receipt AFTER INSERT ON {TABLE}
BEGIN UPDATE {TABLE} SET receipt_number = printf('DEMO-R-%05d', NEW.fid), status = 'submitted', licence_number = NULL,
    remark = NULL, filed_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), changed_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'),
    demo = 1 WHERE fid = NEW.fid; END;
"""


def add_applications(data: Path) -> None:
    """Give a platform's GeoPackage the empty table, unless it has one or is of no platform. Needs GDAL."""
    from osgeo import gdal, ogr, osr

    target = gdal.OpenEx(str(data), gdal.OF_VECTOR | gdal.OF_UPDATE)
    names = {target.GetLayer(number).GetName() for number in range(target.GetLayerCount())}
    if TABLE in names or not names & set(THEMES):
        return
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    layer = target.CreateLayer(TABLE, wgs84, ogr.wkbMultiPolygon, ["GEOMETRY_NAME=geom", "FID=fid"])
    for attribute in APPLICATIONS.attributes:
        kind = ogr.OFTInteger64 if attribute.kind is Kind.INTEGER else ogr.OFTString
        definition = ogr.FieldDefn(attribute.name, ogr.OFTInteger if attribute.kind is Kind.BOOLEAN else kind)
        if attribute.kind is Kind.BOOLEAN:
            definition.SetSubType(ogr.OFSTBoolean)
        layer.CreateField(definition)
    layer = target = None  # only this writes the file
    connection = sqlite3.connect(data)
    connection.executescript(_RULES)
    connection.close()


def filed(data: Path) -> list[dict[str, object]]:
    """What the platform has been sent, in the order in which it came."""
    connection = sqlite3.connect(data)
    connection.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in connection.execute(f"SELECT * FROM {TABLE} ORDER BY fid")]  # nosec B608
    finally:
        connection.close()


def decide(data: Path, key: str, **columns: object) -> None:
    """Have the platform decide about an application: status, licence_number, remark."""
    connection = connect(data)
    with transaction(connection, data):
        settings = ", ".join(f"{name} = ?" for name in columns)
        done = connection.execute(
            f"UPDATE {TABLE} SET {settings} WHERE client_key = ?",  # nosec B608
            (*columns.values(), key),
        )
        assert done.rowcount == 1
    connection.close()
