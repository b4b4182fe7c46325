"""The ways between the datums that documents name, of PROJ's own list of operations, and which of them is taken.

Every conversion goes by way of WGS 84, so one choice serves a document wherever it tells or reads a place. PROJ lists
only direct operations where there are any, and would so never see that Pulkovo 1942 reaches WGS 84 better by way of
QazTRF-23 (EPSG:10964 by the grid qazgrid_kz.gsb, then EPSG:10965, null): the list is asked for both legs as well.
"""

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from typing import Any, NamedTuple, Optional

from ..errors import Code, KaznedraError
from .proj_thread import in_proj_thread

WGS_84, SK_42, QAZTRF_23 = "EPSG:4326", "EPSG:4284", "EPSG:10941"
COUNTRY = (46.49, 40.59, 87.35, 55.45)
"""West, south, east and north of EPSG area 1131, in degrees"""

Area = tuple[float, float, float, float]
_DEGREES = ("deg", "rad")
_LEAST = 1e-3
"""Degrees that an area extends over at the least"""


@dataclass(frozen=True)
class Step:
    """An operation as its publisher states it; `pipeline` takes degrees in the order of the CRS, latitude first."""

    code: str
    """With its authority; EPSG:5044"""
    name: str
    accuracy_m: Optional[float]
    area: str = ""
    """Where the publisher means it to be used"""
    bounds: Area = COUNTRY
    grids: tuple[str, ...] = ()
    """Files that it needs and PROJ does not find"""
    pipeline: str = field(default="", compare=False, repr=False)
    """What PROJ carries out; empty where it cannot"""
    is_inverse: bool = False

    @property
    def is_available(self) -> bool:
        """Whether PROJ can carry it out on this computer."""
        return bool(self.pipeline)

    @property
    def title(self) -> str:
        """Name and code, in PROJ's words."""
        named = f"Inverse of {self.name}" if self.is_inverse else self.name
        return f"{named} ({self.code})" if self.code else named


@dataclass(frozen=True)
class Operation:
    """Steps that lead from one datum to another; none where the two are the same."""

    steps: tuple[Step, ...] = ()

    @property
    def id(self) -> str:
        """The codes of the steps; the same in both directions. EPSG:10964+EPSG:10965"""
        return "+".join(sorted(step.code for step in self.steps))

    @property
    def title(self) -> str:
        """Names and codes of the steps in their order; empty for none."""
        return " + ".join(step.title for step in self.steps)

    @property
    def accuracy_m(self) -> Optional[float]:
        """The stated accuracies of the steps together, as PROJ adds them; None where one is not stated."""
        stated = [step.accuracy_m for step in self.steps if step.accuracy_m is not None]
        return round(sum(stated), 3) if len(stated) == len(self.steps) else None

    @property
    def area(self) -> str:
        """Where the publishers mean the steps to be used."""
        return "; ".join(sorted({step.area for step in self.steps if step.area}))

    @property
    def grids(self) -> tuple[str, ...]:
        """Files that it needs and PROJ does not find."""
        return tuple(grid for step in self.steps for grid in step.grids)

    @property
    def is_available(self) -> bool:
        """Whether PROJ can carry out all steps on this computer."""
        return all(step.is_available for step in self.steps)

    def covers(self, area: Area) -> bool:
        """Whether every step is published for the whole area."""
        within = (
            west <= area[0] and south <= area[1] and area[2] <= east and area[3] <= north
            for west, south, east, north in (step.bounds for step in self.steps)
        )
        return all(within)

    def inverse(self) -> "Operation":
        """The way back."""
        return Operation(tuple(replace(step, is_inverse=not step.is_inverse) for step in reversed(self.steps)))

    def then(self, other: "Operation") -> "Operation":
        """This and then that one; a step that the next undoes is left out."""
        steps = list(self.steps)
        for step in other.steps:
            if steps and steps[-1] == replace(step, is_inverse=not step.is_inverse):
                steps.pop()
            else:
                steps.append(step)
        return Operation(tuple(steps))

    @in_proj_thread
    def convert(self, lons: Sequence[float], lats: Sequence[float]) -> tuple[list[float], list[float]]:
        """Degrees east and north. Raises KaznedraError(NOT_DEGREES) for what has no place in the other datum."""
        from pyproj import Transformer
        from pyproj.exceptions import ProjError

        north, east = list(lats), list(lons)
        for step in self.steps:
            direction = "INVERSE" if step.is_inverse else "FORWARD"
            try:
                way = Transformer.from_pipeline(step.pipeline)
                north, east = map(list, way.transform(north, east, errcheck=True, direction=direction))
            except ProjError as refusal:
                bounds = {"west": min(lons), "south": min(lats), "east": max(lons), "north": max(lats)}
                raise KaznedraError(Code.NOT_DEGREES, **bounds) from refusal
        return east, north


class Choice(NamedTuple):
    """The operation taken, and the one that would be the most accurate, where that is another."""

    operation: Operation
    better: Optional[Operation] = None


def choose(source: str, target: str, area: Area, pinned: str = "") -> Choice:
    """The way between two CRS for places in `area`: the most accurate that PROJ can carry out and that covers it all.

    `area` is west, south, east, north in degrees. `pinned` is the id of the operation between Pulkovo 1942 and WGS 84
    that the user wants; KaznedraError(NO_TRANSFORMATION) where it, or any at all, cannot be had here.
    """
    there, back = (_to_wgs_84(crs, area, pinned if crs == SK_42 else "") for crs in (source, target))
    better = None
    if there.better or back.better:
        better = (there.better or there.operation).then((back.better or back.operation).inverse())
    return Choice(there.operation.then(back.operation.inverse()), better)


def operations(crs: str, area: Area = COUNTRY) -> list[Operation]:
    """All ways from a CRS to WGS 84 in the area, those first that cover it all, then the most accurate."""
    area = _within_country(area)
    found = [Operation((step,)) for step in _listed(crs, WGS_84, area)]
    if crs == SK_42:
        last = _listed(QAZTRF_23, WGS_84, area)
        found += [Operation((first, second)) for first in _listed(SK_42, QAZTRF_23, area) for second in last]
    return sorted(found, key=lambda each: (not each.covers(area), _metres(each), len(each.steps)))


def _to_wgs_84(crs: str, area: Area, pinned: str) -> Choice:
    if crs == WGS_84:
        return Choice(Operation())
    every = operations(crs, area)
    wanted = [each for each in every if not pinned or each.id == pinned]
    usable = [each for each in wanted if each.is_available and _carries(each, area)]
    if not usable:
        grids = ", ".join(dict.fromkeys(grid for each in wanted for grid in each.grids))
        raise KaznedraError(Code.NO_TRANSFORMATION, detail=", ".join(filter(None, (pinned or crs, grids))))
    taken, best = usable[0], every[0]
    return Choice(taken, best if best.id != taken.id and _metres(best) < _metres(taken) else None)


def _carries(operation: Operation, area: Area) -> bool:
    """Whether all of the area has a place in the other datum: a grid may end before its area of use does."""
    west, south, east, north = _within_country(area)
    try:
        operation.convert((west, east, east, west), (south, south, north, north))
    except KaznedraError:
        return False
    return True


def _metres(operation: Operation) -> float:
    return inf if operation.accuracy_m is None else operation.accuracy_m


def _within_country(area: Area) -> Area:
    """Operations are asked for where the country is, and for more than a point, which PROJ finds in no area of use."""
    (left, right), (bottom, top) = _clamped(area[::2], COUNTRY[::2]), _clamped(area[1::2], COUNTRY[1::2])
    return left, bottom, right, top


def _clamped(span: Sequence[float], within: Sequence[float]) -> tuple[float, float]:
    low, high = within
    start = min(max(span[0], low), high - _LEAST)
    return start, max(min(span[1], high), start + _LEAST)


@in_proj_thread
def is_known(crs: str) -> bool:
    """Whether PROJ on this computer knows the code."""
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        CRS.from_user_input(crs)
    except CRSError:
        return False
    return True


@in_proj_thread
def _listed(source: str, target: str, area: Area) -> list[Step]:
    """PROJ's operations from one CRS to another, in its order, then those that it lacks a grid for."""
    from pyproj.aoi import AreaOfInterest
    from pyproj.transformer import TransformerGroup

    if QAZTRF_23 in (source, target) and not is_known(QAZTRF_23):
        return _of_qaztrf_23(source)
    interest: Any = AreaOfInterest(*area)
    with warnings.catch_warnings():
        # that a better one wants a grid is told by us, and with its name
        warnings.simplefilter("ignore")
        group = TransformerGroup(source, target, area_of_interest=interest, allow_ballpark=False)
    return [
        *(_step(each, each.definition) for each in group.transformers),
        *(_step(each) for each in group.unavailable_operations),
    ]


def _of_qaztrf_23(source: str) -> list[Step]:
    """EPSG's operations to and from QazTRF-23, for a PROJ that is older than they (EPSG v12.056, July 2025)."""
    area = "Kazakhstan - onshore and offshore, including Caspian Sea."
    if source == QAZTRF_23:
        return [Step("EPSG:10965", "QazTRF-23 to WGS 84 (1)", 1.0, area, pipeline="+proj=noop")]
    grid, flip = "qazgrid_kz.gsb", "+step +proj=axisswap +order=2,1"
    to_radians, to_degrees = (f"+step +proj=unitconvert +xy_in={a} +xy_out={b}" for a, b in (_DEGREES, _DEGREES[::-1]))
    shift = f"+step +proj=hgridshift +grids={grid}"
    pipeline = f"+proj=pipeline {flip} {to_radians} {shift} {to_degrees} {flip}"
    missing = () if _is_carried_out(pipeline) else (grid,)
    usable = "" if missing else pipeline
    return [Step("EPSG:10964", "Pulkovo 1942 to QazTRF-23 (1)", 0.1, area, COUNTRY, missing, usable)]


@in_proj_thread
def _is_carried_out(pipeline: str) -> bool:
    """Whether PROJ has here what the pipeline needs."""
    from pyproj import Transformer
    from pyproj.exceptions import ProjError

    try:
        Transformer.from_pipeline(pipeline)
    except ProjError:
        return False
    return True


def _step(stated: Any, pipeline: str = "") -> Step:
    """A transformer or an operation of pyproj's, with names and codes of the steps that it consists of."""
    parts = list(stated.operations or (stated,))
    accuracy = stated.accuracy if stated.accuracy is not None and stated.accuracy >= 0 else None
    areas = [part.area_of_use for part in parts if part.area_of_use]
    missing = (grid.short_name for part in parts if not pipeline for grid in part.grids if not grid.available)
    return Step(
        "+".join(filter(None, map(_code, parts))),
        # transformers bear another name than the operation that they carry out
        " + ".join(str(part.to_json_dict()["name"]) for part in parts),
        accuracy,
        "; ".join(sorted({area.name for area in areas})),
        _common(map(_unwrapped, (area.bounds for area in areas))),
        tuple(missing),
        pipeline,
    )


def _code(part: Any) -> str:
    told = part.to_json_dict().get("id") or {}
    return f"{told['authority']}:{told['code']}" if told else ""


def _common(bounds: Iterable[Sequence[float]]) -> Area:
    """What all have in common; anywhere where none is told."""
    wests, souths, easts, norths = zip((-180.0, -90.0, 540.0, 90.0), *bounds)
    return max(wests), max(souths), min(easts), min(norths)


def _unwrapped(bounds: Sequence[float]) -> Sequence[float]:
    """Bounds that run across the 180th meridian, with an east beyond it."""
    west, south, east, north = bounds
    return (west, south, east if east >= west else east + 360, north)
