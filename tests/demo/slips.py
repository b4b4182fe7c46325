"""Slips of the pen, as registers hold them: licences whose block codes and geometry disagree, each in its own way."""

from collections.abc import Callable
from dataclasses import replace
from typing import Optional

from shapely.affinity import translate

from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.codes import PARTIAL_MARK, format_codes, read_codes
from kaznedra_qgis.subsoil.numbering import default_scheme

from .country import Country
from .rights import sorted_blocks
from .tables import Feature

SHIFT = (0.0010, -0.0002)
"""Degrees that corners in Pulkovo 1942 lie off those in WGS 84, so that nobody sees it on a map of the country"""
IN_FORCE = ("active", "suspended")


def make_slips(licences: list[Feature], country: Country) -> dict[str, tuple[str, ...]]:
    """Put the slips into the newest licences that take them: the licences' numbers, and what is wrong with them."""
    listed = {block for licence in licences for block in _blocks(licence)}
    slips: tuple[tuple[tuple[str, ...], Callable[[Feature], Optional[Feature]]], ...] = (
        (("not_covered", "not_listed"), lambda licence: _misnumbered(licence, listed)),
        (("part_unmarked",), _unmarked),
        (("corners_in_pulkovo",), lambda licence: _in_pulkovo(licence, country)),
    )
    made = {}
    for kinds, slip in slips:
        for place in range(len(licences) - 1, -1, -1):
            slipped = slip(licences[place])
            if slipped and slipped.values["number"] not in made:
                licences[place] = slipped
                made[str(slipped.values["number"])] = kinds
                break
    return made


def _blocks(licence: Feature) -> list[Block]:
    codes = licence.values["blocks"]
    return [read.block for read in read_codes(str(codes), default_scheme()).blocks] if codes else []


def _is_whole(licence: Feature) -> bool:
    codes = licence.values["blocks"]
    return bool(codes) and PARTIAL_MARK not in str(codes)


def _misnumbered(licence: Feature, listed: set[Block]) -> Optional[Feature]:
    """One block mistaken for the one five minutes to the south: its number is right, its subsection wrong."""
    blocks = _blocks(licence)
    if licence.values["status"] not in IN_FORCE or not _is_whole(licence) or len(blocks) < 4:
        return None
    wrong = Block(blocks[-1].lon, blocks[-1].lat - 5)
    if wrong in listed or not default_scheme().contains(wrong):
        return None
    return _with_codes(licence, format_codes(sorted_blocks([*blocks[:-1], wrong]), default_scheme()))


def _unmarked(licence: Feature) -> Optional[Feature]:
    """The marks of partial blocks forgotten."""
    codes = str(licence.values["blocks"])
    if licence.values["status"] not in IN_FORCE or PARTIAL_MARK not in codes:
        return None
    return _with_codes(licence, codes.replace(f" {PARTIAL_MARK}", ""))


def _in_pulkovo(licence: Feature, country: Country) -> Optional[Feature]:
    """Corners in Pulkovo 1942 given out as WGS 84; of a licence that has ended, so that it overlaps nobody."""
    moved = translate(licence.geometry, *SHIFT)
    if licence.values["status"] in IN_FORCE or not _is_whole(licence) or not country.holds(moved):
        return None
    return replace(licence, geometry=moved)


def _with_codes(licence: Feature, codes: str) -> Feature:
    return replace(licence, values={**licence.values, "blocks": codes})
