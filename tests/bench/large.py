"""100 000 polygons (or as many as asked for) on QGIS Server over PostGIS: what the sync benches pull."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.fastcgi import fastcgi
from tests.servers.postgis import Cluster, postgis

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench"

_TABLE = """
CREATE TABLE licences_{count} AS
SELECT id, id || '-EL' AS number, 'exploration' AS kind,
       CASE WHEN id % 7 = 0 THEN 'expired' ELSE 'active' END AS status,
       'Товарищество с ограниченной ответственностью «Көкшетау Барлау ' || id || '»' AS holder_ru,
       'Cu,Au,Ag' AS minerals, (1 + id % 200)::integer AS block_count,
       round((2.1 * (1 + id % 200))::numeric, 3)::double precision AS area_km2,
       timestamp '2026-01-01 00:00:00' + (id % 300) * interval '1 day' AS changed_at,
       ST_Buffer(ST_SetSRID(ST_Point(47 + (id % 1000) * 0.04, 41 + (id / 1000) * {step}), 4326), 0.015, 5)
           ::geometry(Polygon, 4326) AS geom
FROM generate_series(0, {count} - 1) AS id;
ALTER TABLE licences_{count} ADD PRIMARY KEY (id);
CREATE INDEX ON licences_{count} USING gist (geom);
CREATE INDEX ON licences_{count} (changed_at);
ANALYZE licences_{count};
"""


@contextmanager
def served(count: int = 100_000, *settings: str) -> Iterator[tuple[str, Cluster]]:
    """The address of a server with `count` licences of 21 vertices and 8 attributes, and its database.

    `settings` are PostgreSQL's; `synchronize_seqscans=off` makes the order of pages stable.
    """
    with postgis(FOLDER / "postgis", *settings) as cluster:
        if not cluster.run(f"SELECT to_regclass('licences_{count}')"):
            cluster.run(_TABLE.format(count=count, step=14.0 / max(count / 1000, 1)))
        project = FOLDER / f"licences_{count}.qgs"
        _write_project(cluster, count, project)
        with fastcgi(project) as address:
            yield address, cluster


def _write_project(cluster: Cluster, count: int, project: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.bench.large", cluster.connection, str(count), str(project)]
    subprocess.run(command, check=True, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)


def _main(connection: str, count: str, out: str) -> None:
    from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    uri = f"{connection.replace('user=', 'username=')} key='id' srid=4326 type=Polygon"
    layer = QgsVectorLayer(
        f'{uri} estimatedmetadata=false table="public"."licences_{count}" (geom)', "licences", "postgres"
    )
    if not layer.isValid():
        raise SystemExit(f"no layer: {layer.error().message()}")
    described = layer.serverProperties() if hasattr(layer.serverProperties(), "setShortName") else layer
    described.setShortName("licences")
    project.addMapLayer(layer)
    project.writeEntry("WFSLayers", "/", [layer.id()])
    project.writeEntry("WFSLayersPrecision", f"/{layer.id()}", 7)
    if not project.write(out):
        raise SystemExit(project.error())
    application.exitQgis()


if __name__ == "__main__":
    _main(*sys.argv[1:])
