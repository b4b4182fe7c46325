"""From staged pages to versions of features: set by set, in one transaction, history growing with changes only."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from ..sources.profile import ThemeProfile
from ..themes import Attribute, Kind, Theme
from . import geometries

_READ = {
    Kind.DATE: "replace({0}, '/', '-')",
    Kind.TIME: "replace({0}, '/', '-') || CASE WHEN substr({0}, -3, 1) IN ('+', '-') AND length({0}) > 16 "
    "THEN ':00' ELSE '' END",
}
"""SQL that reads the way GDAL writes the dates and times of a file: 2026/11/22 08:00:00+00"""

_PATTERNS = {
    Kind.INTEGER: "{0} GLOB '*[0-9]' AND ltrim({0}, '-') NOT GLOB '*[^0-9]*'",
    Kind.REAL: "{0} GLOB '*[0-9]*' AND {0} NOT GLOB '*[^0-9.eE+-]*'",
    Kind.DATE: "{0} GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND date({0}, '+0 days') IS {0}",
    Kind.TIME: "{0} GLOB '????-??-??[T ]??:*' AND datetime({0}) IS NOT NULL AND "
    "date(substr({0}, 1, 10), '+0 days') IS substr({0}, 1, 10)",
    Kind.BOOLEAN: "lower({0}) IN ('0', '1', 'true', 'false')",
}
_CONVERSIONS = {
    Kind.TEXT: "{0}",
    Kind.INTEGER: "CAST({0} AS INTEGER)",
    Kind.REAL: "CAST({0} AS REAL)",
    Kind.DATE: "{0}",
    Kind.TIME: "strftime('%Y-%m-%dT%H:%M:%SZ', {0})",
    Kind.BOOLEAN: "lower({0}) IN ('1', 'true')",
}


@dataclass(frozen=True)
class Arrived:
    """What was staged, seen as a whole."""

    received: int
    distinct: int
    without_id: int
    without_geometry: int
    value_issues: int


@dataclass(frozen=True)
class Merged:
    """What a merge did to the theme's current features."""

    added: int
    changed: int
    gone: int
    invalid_geometry: int


def arrange(connection: sqlite3.Connection, staged: Path, theme: Theme, mapping: ThemeProfile) -> Arrived:
    """Lay the staged features out as rows of the theme, each id once, in the temporary table `incoming`.

    Run outside a transaction (it attaches the staging file); `finish` ends what this begins.
    """
    connection.create_function("kz_placed", 1, geometries.placing(theme.shape))
    connection.create_function("kz_issue", 1, geometries.issue_with(theme.shape))
    connection.create_function("kz_invalid", 1, geometries.invalid)
    connection.execute("ATTACH ? AS staging", (str(staged),))
    values: dict[str, str] = {}
    columns = [_converted(number, attribute, mapping, values) for number, attribute in enumerate(theme.attributes)]
    placed = geometries.PLACED[theme.shape]
    connection.execute(
        f"""
        CREATE TEMP TABLE incoming AS
        SELECT id AS feature_id,
               CASE WHEN geom IS NULL OR {placed} THEN geom ELSE kz_placed(geom) END AS geom,
               CASE WHEN geom IS NULL THEN 'missing' WHEN {placed} THEN NULL ELSE kz_issue(geom) END AS geometry_issue,
               {_issues(theme)} AS value_issues,
               {", ".join(columns)}
        FROM staging.staged
        WHERE fid IN (SELECT min(fid) FROM staging.staged WHERE id IS NOT NULL GROUP BY id)
        """,
        values,
    )  # nosec B608
    connection.execute("CREATE UNIQUE INDEX temp.incoming_id ON incoming (feature_id)")
    received, without_id = connection.execute("SELECT count(*), count(*) - count(id) FROM staging.staged").fetchone()
    distinct, without_geometry, value_issues = connection.execute(
        "SELECT count(*), count(*) - count(geom), count(value_issues) FROM incoming"
    ).fetchone()
    return Arrived(received, distinct, without_id, without_geometry, value_issues)


def merge(connection: sqlite3.Connection, theme: Theme, source: str, snapshot: int, take_away: bool) -> Merged:
    """Make `incoming` the current features of the source's theme; run inside a transaction.

    Features that changed get a new version. Those not among `incoming` are gone where `take_away` is set, which only
    a complete pull may do.
    """
    table = f'"{theme.name}"'
    names = ["geom", "value_issues", *(f'"{attribute.name}"' for attribute in theme.attributes)]
    same = " AND ".join(f"now.{name} IS incoming.{name}" for name in names)
    facts = {"source": source, "snapshot": snapshot}
    current = f"SELECT feature_id FROM {table} WHERE source = :source AND gone_at IS NULL"
    gone = 0
    if take_away:
        gone = connection.execute(
            f"""UPDATE {table} SET gone_at = :snapshot WHERE source = :source AND gone_at IS NULL
                AND feature_id NOT IN (SELECT feature_id FROM temp.incoming)""",  # nosec B608
            facts,
        ).rowcount
    changed = connection.execute(
        f"""UPDATE {table} SET gone_at = :snapshot WHERE source = :source AND gone_at IS NULL AND feature_id IN (
                SELECT now.feature_id FROM {table} AS now JOIN temp.incoming ON incoming.feature_id = now.feature_id
                WHERE now.source = :source AND now.gone_at IS NULL AND NOT (
                    {same} AND (incoming.geometry_issue IS NULL OR incoming.geometry_issue IS now.geometry_issue)))""",  # nosec B608
        facts,
    ).rowcount
    listed = ", ".join(names)
    written = connection.execute(
        f"""INSERT INTO {table} (source, feature_id, first_seen, geometry_issue, {listed})
            SELECT :source, feature_id, :snapshot, coalesce(geometry_issue, kz_invalid(geom)), {listed}
            FROM temp.incoming WHERE feature_id NOT IN ({current})""",  # nosec B608
        facts,
    ).rowcount
    invalid = connection.execute(
        f"""SELECT count(*) FROM {table}
            WHERE source = :source AND gone_at IS NULL AND geometry_issue LIKE 'invalid%'""",  # nosec B608
        facts,
    ).fetchone()[0]
    if gone or changed or written:
        _update_contents(connection, theme)
    return Merged(written - changed, changed, gone, invalid)


def finish(connection: sqlite3.Connection) -> None:
    """Drop what `arrange` laid out; run outside a transaction."""
    connection.execute("DROP TABLE IF EXISTS temp.incoming")
    connection.execute("DETACH staging")


def _read(attribute: Attribute, column: str) -> str:
    return _READ.get(attribute.kind, "{0}").format(column)


def _converted(number: int, attribute: Attribute, mapping: ThemeProfile, values: dict[str, str]) -> str:
    """SQL of an attribute's value from its staged text; adds to the bound `values` what it translates."""
    column = f"a{number}"
    translations = mapping.values_of(attribute.name)
    if translations:
        cases = []
        for position, (theirs, ours) in enumerate(translations.items()):
            values[f"{column}_{position}"], values[f"{column}_{position}_is"] = theirs, ours
            cases.append(f"WHEN :{column}_{position} THEN :{column}_{position}_is")
        column = f"CASE {column} {' '.join(cases)} ELSE {column} END"
    column = _read(attribute, column)
    converted = _CONVERSIONS[attribute.kind].format(column)
    pattern = _PATTERNS.get(attribute.kind)
    if pattern and not translations:
        converted = f"CASE WHEN {pattern.format(column)} THEN {converted} END"
    return f'{converted} AS "{attribute.name}"'


def _issues(theme: Theme) -> str:
    """SQL of the JSON object of values that are not of their attribute's type, NULL where all are."""
    checked = [
        (attribute.name, f"a{number}", _PATTERNS[attribute.kind].format(_read(attribute, f"a{number}")))
        for number, attribute in enumerate(theme.attributes)
        if attribute.kind in _PATTERNS
    ]
    if not checked:
        return "NULL"
    wrong = [(name, column, f"({column} IS NOT NULL AND NOT ({pattern}))") for name, column, pattern in checked]
    bad = " OR ".join(condition for _, _, condition in wrong)
    members = ", ".join(f"'{name}', CASE WHEN {condition} THEN {column} END" for name, column, condition in wrong)
    return f"CASE WHEN {bad} THEN json_patch('{{}}', json_object({members})) END"


def _update_contents(connection: sqlite3.Connection, theme: Theme) -> None:
    """Bring the counts and bounds that GDAL and QGIS trust up to date."""
    connection.execute(
        f"""UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM "{theme.name}")
            WHERE table_name = ?""",  # nosec B608
        (theme.name,),
    )
    connection.execute(
        f"""UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
            (min_x, min_y, max_x, max_y) =
                (SELECT min(minx), min(miny), max(maxx), max(maxy) FROM "rtree_{theme.name}_geom")
            WHERE table_name = ?""",  # nosec B608
        (theme.name,),
    )
