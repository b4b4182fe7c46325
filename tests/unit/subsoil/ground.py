"""Hand-made surroundings: areas given in minutes from a corner, themes known as the test says."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, Optional

from shapely.geometry import Polygon

from kaznedra_qgis.subsoil.application_check import check
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.findings import State, worst
from kaznedra_qgis.subsoil.rules import ProposedBlocks, check_all
from kaznedra_qgis.subsoil.standing import THEMES_THAT_COUNT, Kind, standings
from kaznedra_qgis.subsoil.surroundings import Area, Coverage, CoverageState, Surroundings

DAY = date(2026, 11, 22)
WEST, SOUTH = 4200, 3000
OTHER, OURS = "151340579990", "181340063234"
OF_THE_DRAFT = {"block_count", "shared_side", "separate_plots"}
"""Rules on the blocks of a draft as such, not on the ground that they lie on"""


def at(lon: int, lat: int) -> Block:
    """The block so many minutes from the corner."""
    return Block(WEST + lon, SOUTH + lat)


def box(west: float, south: float, east: float, north: float) -> Polygon:
    """A rectangle in minutes from the corner, in degrees."""
    return ring((west, south), (east, south), (east, north), (west, north))


def ring(*corners: tuple[float, float]) -> Polygon:
    """A polygon in minutes from the corner, in degrees."""
    return Polygon([((WEST + x) / 60, (SOUTH + y) / 60) for x, y in corners])


def area(theme: str, geometry: Any, feature_id: str = "1", **attributes: Any) -> Area:
    """An area of a theme."""
    return Area(theme, feature_id, geometry, attributes, "test")


def licence(geometry: Any, kind: str = "exploration", feature_id: str = "1", **attributes: Any) -> Area:
    """A licence in force of somebody else, for copper."""
    told = {"number": "1-EL", "status": "active", "minerals": "Cu", "holder_bin": OTHER, "holder_en": "Other LLP"}
    return area("licences", geometry, feature_id, **{**told, "kind": kind, **attributes})


def application(geometry: Any, kind: str = "exploration", feature_id: str = "1", **attributes: Any) -> Area:
    """A pending application of somebody else."""
    told = {"number": "A-1", "status": "submitted", "applicant_bin": OTHER, "filed_at": "2026-11-20T05:00:00Z"}
    return area("licence_applications", geometry, feature_id, **{**told, "kind": kind, **attributes})


def restricted(geometry: Any, category: str, feature_id: str = "1", **attributes: Any) -> Area:
    """A restricted area."""
    return area("restricted_areas", geometry, feature_id, **{"category": category, "name_en": "Place", **attributes})


def programme(geometry: Any, kind: str, feature_id: str = "1", **attributes: Any) -> Area:
    """An area of the state programme."""
    return area("state_programme_areas", geometry, feature_id, **{"kind": kind, **attributes})


def liquidation(geometry: Any, status: str = "under_way", feature_id: str = "1") -> Area:
    """An area where the consequences of subsoil use are removed."""
    return area("liquidation_areas", geometry, feature_id, status=status)


def known(theme: str, state: CoverageState = CoverageState.COMPLETE) -> tuple[Coverage, ...]:
    """A theme covered by snapshot 7 of yesterday."""
    if state is CoverageState.MISSING:
        return (Coverage(theme, state, source="test"),)
    return (Coverage(theme, state, 7, "2026-11-21T08:00:00Z", 1, 10, 10, "test"),)


def around(
    *areas: Area,
    day: date = DAY,
    states: Optional[dict[str, CoverageState]] = None,
    absent: Collection[str] = (),
    gone: Iterable[Area] = (),
) -> Surroundings:
    """Surroundings of these areas; all themes complete but those in `states`, none at all of those in `absent`."""
    by_theme: dict[str, list[Area]] = {}
    for each in areas:
        by_theme.setdefault(each.theme, []).append(each)
    coverage = {
        theme: known(theme, (states or {}).get(theme, CoverageState.COMPLETE))
        for theme in THEMES_THAT_COUNT
        if theme not in absent
    }
    return Surroundings({theme: tuple(of) for theme, of in by_theme.items()}, coverage, day, gone=tuple(gone))


ROW = tuple(at(lon, 0) for lon in range(4))
WHOLE, HALF = box(0, -1, 1, 2), box(0, -1, 0.5, 2)
"""Over the first block of the row: all of it, and its west half"""
HELD, AGREED = frozenset({("licences", "1")}), frozenset({("restricted_areas", "1")})
"""Consents: of who holds the first licence, of who answers for the first restricted area"""


def said(
    rule: str, surroundings: Surroundings, block: Block = ROW[0], blocks: Iterable[Block] = ROW, **told: Any
) -> tuple[State, str]:
    """What a rule says of a block, and by which article."""
    findings = check_all(ProposedBlocks(tuple(blocks), **told), surroundings)
    met = [finding for finding in findings if finding.rule == rule and block in finding.blocks]
    state = worst(met)
    return state, next(finding.article for finding in met if finding.state is state)


def disagreements(surroundings: Surroundings, blocks: Iterable[Block], applicant: str = "") -> list[tuple]:
    """Blocks that the map shows as free and a rule does not find clear, with that rule, as the panel has them asked."""
    blocks = tuple(blocks)
    lons, lats = zip(*blocks)
    shown = standings((min(lons), min(lats), max(lons) + 1, max(lats) + 1), surroundings, applicant=applicant)
    report = check(ProposedBlocks(blocks, applicant=applicant), surroundings)
    free = {block for block in blocks if shown.of(block).kind is Kind.FREE}
    return [
        (finding.rule, finding.state.value, [area.attributes for area in surroundings.of(*THEMES_THAT_COUNT)])
        for finding in report.findings
        if finding.state is not State.CLEAR and finding.rule not in OF_THE_DRAFT and free.intersection(finding.blocks)
    ]
