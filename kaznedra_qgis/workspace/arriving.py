"""What was staged, made rows of a theme: values converted, geometries placed and judged."""

import sqlite3
from pathlib import Path
from typing import Optional

from ..errors import KaznedraError
from ..sources.profile import ThemeProfile
from ..themes import Shape, Theme
from . import conversion, geometries
from .gdal_calls import calls


def make_ready(path: Path, theme: Theme, mapping: ThemeProfile) -> None:
    """Make the table `ready` of a staging file: feature_id, geom, geometry_issue, value_issues, the attributes.

    Each file may be made ready in a thread of its own. Raises sqlite3.Error.
    """
    placed = geometries.PLACED[theme.shape]
    values = zip(theme.attributes, conversion.converted(theme, mapping))
    listed = ", ".join(f'{value} AS "{attribute.name}"' for attribute, value in values)
    doubtful = _doubtful(path) if theme.shape is Shape.POLYGON else []
    judged = "kz_invalid(geom)" if doubtful is None else "CASE WHEN fid IN doubtful THEN kz_invalid(geom) END"
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("CREATE TEMP TABLE doubtful (fid INTEGER PRIMARY KEY)")
        connection.executemany("INSERT INTO doubtful VALUES (?)", ((fid,) for fid in doubtful or ()))
        connection.create_function("kz_placed", 1, geometries.placing(theme.shape))
        connection.create_function("kz_issue", 1, geometries.issue_with(theme.shape))
        connection.create_function("kz_invalid", 1, geometries.invalid)
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("DROP TABLE IF EXISTS ready")
        with calls():
            connection.execute(
                f"""CREATE TABLE ready AS
                    SELECT id AS feature_id,
                           CASE WHEN geom IS NULL OR {placed} THEN geom ELSE kz_placed(geom) END AS geom,
                           CASE WHEN geom IS NULL THEN 'missing' WHEN {placed} THEN {judged}
                                ELSE coalesce(kz_issue(geom), kz_invalid(kz_placed(geom))) END AS geometry_issue,
                           {conversion.issues(theme)} AS value_issues,
                           {listed}
                    FROM staged"""  # nosec B608
            )
    finally:
        connection.close()


def _doubtful(path: Path) -> Optional[list[int]]:
    """Staged features whose polygons SpatiaLite does not find valid; None where GDAL has no SpatiaLite to ask.

    Asked row by row from Python, two threads would mostly wait for each other.
    """
    from osgeo import gdal

    try:
        with calls() as made:
            dataset = made(gdal.OpenEx(str(path), gdal.OF_VECTOR), path)
            query = "SELECT fid + 0 AS doubtful FROM staged WHERE geom IS NOT NULL AND ST_IsValid(geom) IS NOT 1"
            found = made(dataset.ExecuteSQL(query), path)
            fids = [feature.GetField("doubtful") for feature in found]
            dataset.ReleaseResultSet(found)
            return fids
    except KaznedraError:
        return None
