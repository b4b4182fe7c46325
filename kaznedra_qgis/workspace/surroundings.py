"""The surroundings of some blocks as a workspace knows them: what the rules are asked with."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from math import cos, radians
from typing import Any, Optional

from ..errors import Code, KaznedraError
from ..freshness import DEFAULT_DAYS, age_in_days, is_stale
from ..subsoil.agreement import Kind
from ..subsoil.area_classes import AreaClasses, day_of
from ..subsoil.blocks import Block, bounds, outline
from ..subsoil.codes import read_codes
from ..subsoil.footprints import footprint
from ..subsoil.numbering import default_scheme
from ..subsoil.rulepack import RulePack, newest_rule_pack
from ..subsoil.standing import THEMES_THAT_COUNT
from ..subsoil.surroundings import RIGHTS, Area, Bounds, Coverage, CoverageState, Surroundings, polygons_of
from .connection import bounds as envelope
from .geometries import well_known
from .history import Ground, Unknown, as_of, literal
from .schema import BOOKKEEPING
from .snapshots import State, moment
from .workspace import Workspace

_LOOK_BACK = timedelta(days=366)
"""How far back vanished licences matter (article 190 speaks of a year)"""
_METRES_OF_MINUTE = 1842.0
"""Least length of a minute of latitude in the country"""
_BY_PLACE = "CROSS JOIN"
"""Keeps SQLite to the order written: the R-tree first, whatever the planner thinks of the theme's indexes"""
_NO_ATTRIBUTES = {*BOOKKEEPING, "fid", "geom", "finished", "next_fid"}


def around(
    workspace: Workspace,
    sources: Collection[str],
    bounds: Bounds,
    day: date,
    freshness_days: Optional[Mapping[str, float]] = None,
    pack: Optional[RulePack] = None,
) -> Surroundings:
    """What is known within `bounds` (west, south, east, north in whole minutes) on that day.

    A day before today: as of its end; else as of now, with the age that the snapshots will have on that day. No
    `sources` means all. `freshness_days`, by theme or by 'source/theme', default to DEFAULT_DAYS; 0: never stale.
    Areas whose buffer reaches into the bounds are there, too. Where several sources tell of a theme, each has its
    coverage.
    """
    state = as_of(workspace, "" if day >= datetime.now(timezone.utc).date() else day.isoformat(), THEMES_THAT_COUNT)
    classes = AreaClasses(pack or newest_rule_pack(), day)
    grounds = [each for each in state.grounds if not sources or not each.source or each.source in sources]
    areas: dict[str, list[Area]] = {theme: [] for theme in THEMES_THAT_COUNT}
    coverage: dict[str, list[Coverage]] = {theme: [] for theme in THEMES_THAT_COUNT}
    gone: list[Area] = []
    with workspace.reading() as connection:
        connection.execute("BEGIN")
        for ground in _offered(connection, grounds):
            unplaced = 0
            if ground.snapshot:
                found, unplaced = _areas(connection, ground, _degrees(connection, ground, bounds, classes), classes)
                areas[ground.theme] += found
                if ground.theme == "licences":
                    gone += _gone(connection, ground, _degrees(connection, ground, bounds, classes), day)
            failed = _failed_since(connection, ground)
            coverage[ground.theme].append(_coverage(ground, day, unplaced, failed, _fresh(freshness_days, ground)))
    return Surroundings(
        {theme: tuple(found) for theme, found in areas.items()},
        {theme: tuple(found) for theme, found in coverage.items() if found},
        day,
        bounds,
        tuple(gone),
    )


def around_blocks(
    workspace: Workspace, sources: Collection[str], blocks: Iterable[Block], day: date, **known: Any
) -> Surroundings:
    """What is known around these blocks and one block beyond; `known` as for `around`. ValueError without blocks."""
    west, south, east, north = bounds(blocks)
    return around(workspace, sources, (west - 1, south - 1, east + 1, north + 1), day, **known)


def _offered(connection: sqlite3.Connection, grounds: Collection[Ground]) -> list[Ground]:
    """The grounds but those of sources that never offered a theme which another source has."""
    known = {ground.theme for ground in grounds if ground.snapshot}
    return [
        ground for ground in grounds if ground.snapshot or ground.theme not in known or _was_offered(connection, ground)
    ]


def _was_offered(connection: sqlite3.Connection, ground: Ground) -> bool:
    rows = connection.execute(
        "SELECT state, message FROM snapshots WHERE source = ? AND theme = ?", (ground.source, ground.theme)
    )
    missing = Code.THEME_MISSING.value
    told = [
        row["state"] != State.FAILED.value or json.loads(row["message"] or "{}").get("code") != missing for row in rows
    ]
    return any(told) or not told


def _fresh(freshness_days: Optional[Mapping[str, float]], ground: Ground) -> float:
    told = freshness_days or {}
    return told.get(f"{ground.source}/{ground.theme}", told.get(ground.theme, DEFAULT_DAYS))


def _coverage(ground: Ground, day: date, unplaced: int, failed: bool, fresh_days: float) -> Coverage:
    if ground.snapshot is None:
        state = CoverageState.FAILED if ground.unknown is Unknown.NO_GOOD_PULL else CoverageState.MISSING
        return Coverage(ground.theme, state, source=ground.source)
    snapshot = ground.snapshot
    pulled = moment(snapshot.finished)
    state = CoverageState.COMPLETE
    if failed:
        state = CoverageState.FAILED
    elif snapshot.state is State.PARTIAL or unplaced:
        state = CoverageState.PARTIAL
    elif is_stale(pulled, day, fresh_days):
        state = CoverageState.STALE
    told = (snapshot.id, snapshot.finished, age_in_days(pulled, day), snapshot.expected, snapshot.distinct)
    return Coverage(ground.theme, state, *told, ground.source, unplaced)


def _failed_since(connection: sqlite3.Connection, ground: Ground) -> bool:
    """Whether a pull failed after the snapshot; those that the user cancelled do not count."""
    if ground.snapshot is None or not ground.failed_since:
        return False
    query = """SELECT count(*) FROM (SELECT state FROM snapshots WHERE source = ? AND theme = ? AND id > ?
               ORDER BY id LIMIT ?) WHERE state = 'failed'"""
    values = (ground.source, ground.theme, ground.snapshot.id, ground.failed_since)
    return bool(connection.execute(query, values).fetchone()[0])


def _degrees(connection: sqlite3.Connection, ground: Ground, bounds: Bounds, classes: AreaClasses) -> tuple:
    """The bounds in degrees, wide enough for the buffers of areas beyond them."""
    metres = 10.0
    if ground.theme == "restricted_areas":
        own = connection.execute(
            f'SELECT max(buffer_m) FROM "restricted_areas" WHERE {ground.condition}'  # nosec B608
        ).fetchone()[0]
        metres += max(classes.widest_buffer_m(), own if isinstance(own, (int, float)) else 0)
    west, south, east, north = (minutes / 60 for minutes in bounds)
    high = metres / _METRES_OF_MINUTE / 60
    wide = high / max(cos(radians(min(max(abs(south), abs(north)) + high, 89))), 0.01)
    return west - wide, south - high, east + wide, north + high


def _areas(connection: sqlite3.Connection, ground: Ground, box: tuple, classes: AreaClasses) -> tuple[list[Area], int]:
    """The areas of a source's theme in the box, and how many that count have no place."""
    rows = connection.execute(
        f"""SELECT version.* FROM "rtree_{ground.theme}_geom" AS place
            {_BY_PLACE} "{ground.theme}" AS version ON version.fid = place.id
            WHERE place.maxx >= ? AND place.maxy >= ? AND place.minx <= ? AND place.miny <= ?
            AND {ground.condition} ORDER BY version.fid""",  # nosec B608
        box,
    )
    found = [_area(ground, row) for row in rows]
    unplaced = sum(_matters(area, classes) for area in _not_in_degrees(connection, ground))
    for area in _without_geometry(connection, ground):
        if area.geometry is None:
            unplaced += _matters(area, classes)
        elif _meets(area.geometry.bounds, box):
            found.append(area)
    found += [area for area in _doubted(connection, ground, classes) if _meets(area.geometry.bounds, box)]
    return found, unplaced


def _doubted(connection: sqlite3.Connection, ground: Ground, classes: AreaClasses) -> Iterator[Area]:
    """Blocks that the codes of a right list and its geometry does not cover, as areas in doubt."""
    if ground.theme not in RIGHTS:
        return
    rows = connection.execute(
        f"""SELECT version.* FROM code_findings AS found JOIN "{ground.theme}" AS version ON version.fid = found.fid
            WHERE found.theme = ? AND found.kind = '{Kind.NOT_COVERED.value}' AND {ground.condition}
            ORDER BY version.fid""",  # nosec B608
        (ground.theme,),
    )
    for row in rows.fetchall():
        area = _area(ground, row)
        seen = footprint(area) if classes.of(area).counts else None
        listed = [read.block for read in read_codes(str(row["blocks"]), default_scheme()).blocks]
        missed = [block for block in listed if seen and not seen.share(block)]
        if missed:
            yield replace(area, geometry=outline(missed), doubt="codes")


def _matters(area: Area, classes: AreaClasses) -> bool:
    """Whether an area counts, or is a right that ended within the time that the rules look back."""
    if classes.of(area).counts:
        return True
    if area.theme != "licences" or not classes.in_force(area).counts:
        return False
    ended = day_of(area.attributes.get("ended_on")) or day_of(area.attributes.get("changed_at"))
    return ended is not None and ended >= classes.day - _LOOK_BACK


def _not_in_degrees(connection: sqlite3.Connection, ground: Ground) -> Iterator[Area]:
    """Features whose coordinates cannot be degrees: wherever they are, it is not where they say."""
    beyond = " UNION ".join(
        f'SELECT id FROM "rtree_{ground.theme}_geom" WHERE {side}'  # nosec B608
        for side in ("maxx > 180.001", "minx < -180.001", "maxy > 90.001", "miny < -90.001")
    )
    query = f'SELECT * FROM "{ground.theme}" WHERE fid IN ({beyond}) AND {ground.condition}'  # nosec B608
    return (_area(ground, row) for row in connection.execute(query).fetchall())


def _meets(place: tuple, box: tuple) -> bool:
    return place[2] >= box[0] and place[3] >= box[1] and place[0] <= box[2] and place[1] <= box[3]


def _without_geometry(connection: sqlite3.Connection, ground: Ground) -> Iterator[Area]:
    """Features whose geometry is missing, in the place of their block codes where these can be read."""
    rows = connection.execute(f'SELECT * FROM "{ground.theme}" WHERE geom IS NULL AND {ground.condition}')  # nosec B608
    for row in rows.fetchall():
        codes = str(row["blocks"] or "") if ground.theme in RIGHTS else ""
        yield _area(ground, row, _outline_of(codes) if codes.strip() else None)


def _outline_of(codes: str) -> Any:
    """The outline of all blocks of the codes, partial ones too; None where any cannot be read."""
    try:
        reading = read_codes(codes, default_scheme())
    except KaznedraError:
        return None
    return outline(read.block for read in reading.blocks) if reading.blocks and not reading.problems else None


def _area(ground: Ground, row: sqlite3.Row, geometry: Any = None, gone_on: Optional[date] = None) -> Area:
    blob = row["geom"]
    values = {name: row[name] for name in row.keys() if name not in _NO_ATTRIBUTES}  # noqa: SIM118
    placed = polygons_of(well_known(blob)) if blob and not blob[3] & 0x10 else geometry
    area = Area(ground.theme, str(row["feature_id"]), placed, values, ground.source, gone_on)
    found = envelope(blob)
    if found:
        area.cache["bounds"] = (found[0], found[2], found[1], found[3])
    return area


def _gone(connection: sqlite3.Connection, ground: Ground, box: tuple, day: date) -> Iterator[Area]:
    """Licences that a pull of the last year no longer brought, as they last were."""
    snapshot = ground.snapshot
    if snapshot is None:
        return
    lately = f"""version.source = {literal(ground.source)} AND version.gone_at <= {int(snapshot.id)}
            AND taken.finished >= '{(day - _LOOK_BACK).isoformat()}'"""
    again = f"""SELECT 1 FROM "licences" AS later WHERE later.source = version.source
                AND later.feature_id = version.feature_id AND later.first_seen >= version.gone_at
                AND later.first_seen <= {int(snapshot.id)}"""  # nosec B608
    vanished = f"""JOIN snapshots AS taken ON taken.id = version.gone_at
            WHERE {lately} AND NOT EXISTS ({again} AND later.gone_at IS NULL)
            AND NOT EXISTS ({again} AND later.gone_at > version.gone_at)"""  # nosec B608
    placed = connection.execute(
        f"""SELECT version.*, taken.finished AS finished FROM "rtree_licences_geom" AS place
            {_BY_PLACE} "licences" AS version ON version.fid = place.id {vanished}
            AND place.maxx >= ? AND place.maxy >= ? AND place.minx <= ? AND place.miny <= ?
            ORDER BY version.fid""",  # nosec B608
        box,
    )
    for row in placed:
        yield _area(ground, row, gone_on=moment(row["finished"]).date())
    listed = connection.execute(
        f"""SELECT version.*, taken.finished AS finished FROM "licences" AS version {vanished}
            AND version.geom IS NULL AND version.blocks <> '' ORDER BY version.fid"""  # nosec B608
    )
    for row in listed:
        outlined = _outline_of(row["blocks"])
        if outlined is not None and _meets(outlined.bounds, box):
            yield _area(ground, row, outlined, moment(row["finished"]).date())
    yield from _left_in_part(connection, ground, box, lately)


def _left_in_part(connection: sqlite3.Connection, ground: Ground, box: tuple, lately: str) -> Iterator[Area]:
    """Blocks that a licence covered and its next version, of the last year and still in its place, does not touch."""
    rows = connection.execute(
        f"""SELECT version.*, taken.finished AS finished, next.fid AS next_fid FROM "rtree_licences_geom" AS place
            {_BY_PLACE} "licences" AS version ON version.fid = place.id
            CROSS JOIN snapshots AS taken ON taken.id = version.gone_at
            CROSS JOIN "rtree_licences_geom" AS near ON near.maxx >= place.minx AND near.maxy >= place.miny
                AND near.minx <= place.maxx AND near.miny <= place.maxy
            CROSS JOIN "licences" AS next ON next.fid = near.id AND next.source = version.source
                AND next.feature_id = version.feature_id AND next.first_seen = version.gone_at
                AND next.geom IS NOT version.geom
            WHERE {lately} AND place.maxx >= ? AND place.maxy >= ? AND place.minx <= ? AND place.miny <= ?
            ORDER BY version.fid""",  # nosec B608
        box,
    )
    for row in rows.fetchall():
        (later,) = connection.execute('SELECT * FROM "licences" WHERE fid = ?', (row["next_fid"],)).fetchall()
        before = _area(ground, row)
        lost = _lost(before, _area(ground, later))
        if lost:
            yield replace(before, geometry=outline(lost), gone_on=moment(row["finished"]).date())


def _lost(before: Area, after: Area) -> list[Block]:
    """Blocks wholly in the one that the other does not touch; none where either cannot be degrees."""
    try:
        was, still = footprint(before), footprint(after)
    except KaznedraError:
        return []
    if was is None or still is None:
        return []
    places = zip(*(each.tolist() for each in was.within.nonzero()))
    blocks = [Block(was.west + column, was.south + row) for row, column in places]
    return [block for block in blocks if not still.share(block)]
