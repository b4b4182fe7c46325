"""What was staged, made rows of a theme: values converted, geometries placed and judged."""

import sqlite3
from pathlib import Path

from ..sources.profile import ThemeProfile
from ..themes import Theme
from . import conversion, geometries
from .gdal_calls import calls


def make_ready(path: Path, theme: Theme, mapping: ThemeProfile) -> None:
    """Make the table `ready` of a staging file: feature_id, geom, geometry_issue, value_issues, the attributes.

    Each file may be made ready in a thread of its own. Raises sqlite3.Error.
    """
    placed = geometries.PLACED[theme.shape]
    values = zip(theme.attributes, conversion.converted(theme, mapping))
    listed = ", ".join(f'{value} AS "{attribute.name}"' for attribute, value in values)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
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
                           CASE WHEN geom IS NULL THEN 'missing' WHEN {placed} THEN kz_invalid(geom)
                                ELSE coalesce(kz_issue(geom), kz_invalid(kz_placed(geom))) END AS geometry_issue,
                           {conversion.issues(theme)} AS value_issues,
                           {listed}
                    FROM staged"""  # nosec B608
            )
    finally:
        connection.close()
