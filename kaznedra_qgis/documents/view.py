"""An application as the templates see it: titles, rows and lines of plain text in one language."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, Optional

from ..subsoil.attachments import Attachment, Requirement, from_json, requirements
from ..subsoil.blocks import Block, area_km2, components, total_area_km2
from ..subsoil.catalogue import Catalogue, Conversion, dms
from ..subsoil.codes import PARTIAL_MARKS, format_code, format_grouped
from ..subsoil.plan import units, work_types
from . import findings_view, templates
from .content import ApplicationContent
from .wording import DASH, Wording

COLUMNS_CM = {
    "applicant": (7.2, 9.8),
    "plan": (1.3, 8.2, 3.5, 4.0),
    "attachments": (0.9, 6.7, 2.8, 2.4, 4.2),
    "blocks": (1.2, 7.3, 3.5, 2.8, 2.2),
    "corners": (1.5, 1.1, 2.4, 2.4, 2.4, 2.4, 2.4, 2.4),
    "sources": (3.9, 3.2, 1.9, 3.2, 2.7, 2.1),
}
"""Widths of the columns of each table, together the 17 cm of a page"""
_OF_KIND = {
    "individual": ("name", "iin", "residence", "citizenship", "document"),
    "legal_entity": ("name", "bin", "seat", "registration", "managers", "controlling"),
}
_IF_GIVEN = ("phone", "email", "representative")


def context(
    content: ApplicationContent, language: str, font: str, version: str, own: Optional[Path] = None
) -> dict[str, Any]:
    """What the templates are filled with. KaznedraError(BAD_TEMPLATE) for words that cannot be read."""
    wording = Wording(language, templates.words(language, own))
    blocks = content.ordered
    made = wording.moment(content.made.isoformat())
    pack = content.rule_pack
    return {
        "w": {**wording.words, "no_datum_in_law": wording.say("no_datum_in_law", datum=content.scheme.datum)},
        "lang": language,
        "font": font,
        "name": content.name,
        "columns": {**COLUMNS_CM, **findings_view.COLUMNS_CM},
        "footer": wording.say("footer", name=content.name, made=made, version=version),
        "applicant": _applicant(content.applicant, wording),
        "grouped": format_grouped(blocks, content.scheme, content.partial, mark=PARTIAL_MARKS[language]),
        "block_facts": _block_facts(content, wording),
        "minerals": [wording.named("mineral", wording.text(each)) for each in content.minerals],
        "work_types": [_titled(work_types(), wording.text(each), wording) for each in content.work_types],
        "plan": _plan(content, wording),
        "attachments": _attachments(content, wording),
        "blocks": _blocks(content, wording),
        "corners": _corners(content.catalogue, wording),
        "rule_pack": wording.say(
            "rule_pack", id=pack.id, day=wording.day(pack.valid_from.isoformat()), title=wording.text(pack.title)
        ),
        "sources": _sources(content, wording),
        **findings_view.context(content, wording),
    }


def _applicant(applicant: Mapping[str, Any], wording: Wording) -> list[tuple[str, list[str]]]:
    kind = str(applicant.get("kind") or "legal_entity")
    members = [*_OF_KIND.get(kind, _OF_KIND["legal_entity"]), *(name for name in _IF_GIVEN if applicant.get(name))]
    told = [wording.named("kind", kind)] if applicant else []
    rows = [(wording.say("applicant_kind"), told)]
    return [*rows, *((wording.say(f"applicant_{name}"), _lines(applicant.get(name), wording)) for name in members)]


def _lines(value: Any, wording: Wording) -> list[str]:
    """A member of an applicant: a text, a person or several."""
    if isinstance(value, Mapping) and ("authority" in value or "number" in value):
        return [_person(value)]
    if isinstance(value, (list, tuple)):
        return [_person(each) if isinstance(each, Mapping) else str(each) for each in value]
    text = wording.text(value).strip()
    return [text] if text else []


def _person(person: Mapping[str, Any]) -> str:
    parts = (person.get(name) for name in ("name", "number", "iin", "role", "authority"))
    return ", ".join(str(part) for part in parts if part)


def _block_facts(content: ApplicationContent, wording: Wording) -> list[str]:
    area = wording.number(total_area_km2(content.blocks), 2)
    counts = {"count": len(content.blocks), "partial": len(content.partial), "area": area}
    plots = len(components(content.ordered))
    return [wording.say("blocks_count", **counts), wording.say("plots_count", count=plots)]


def _plan(content: ApplicationContent, wording: Wording) -> dict[str, Any]:
    works = sorted(content.plan or (), key=lambda work: work["year"])
    amounts = [work.get("cost") for work in works]
    costs = [Decimal(str(amount)) for amount in amounts if amount is not None]
    rows = [_work(work, wording) for work in works]
    total = wording.say("plan_total", cost=wording.number(sum(costs, Decimal(0)), 0))
    notes = [" ".join((total, *findings_view.uncosted(amounts, wording)))] if rows else []
    return {
        "heads": wording.heads(("year", "work", "volume", "cost")),
        "rows": rows,
        "notes": notes,
    }


def _work(work: Mapping[str, Any], wording: Wording) -> list[str]:
    what = ": ".join(filter(None, (_titled(work_types(), str(work["kind"]), wording), str(work.get("method") or ""))))
    volume = DASH
    if work.get("volume") is not None:
        volume = f"{wording.number(work['volume'])} {_titled(units(), str(work.get('unit')), wording)}"
    cost = wording.say("no_amount") if work.get("cost") is None else wording.number(work["cost"], 0)
    return [str(work["year"]), what, volume, cost]


def _titled(named: Mapping[str, Any], name: str, wording: Wording) -> str:
    """Title of a work type or unit; a name that is none as it is."""
    found = named.get(name)
    return wording.text(getattr(found, "title", found)) if found else name


def _attachments(content: ApplicationContent, wording: Wording) -> dict[str, Any]:
    """Every attachment that the law asks for in any case, and every other that there is or that is needed here."""
    attached = from_json(content.attachments)
    rows = []
    for needed in requirements(content.rule_pack):
        given = attached.get(needed.id, Attachment())
        is_needed = needed.when == "always" or content.circumstances.get(needed.when)
        if is_needed or given.files or given.needed:
            rows.append([str(len(rows) + 1), *_attachment(needed, given, content, wording)])
    return {"heads": wording.heads(("number", "document", "file", "date", "certified")), "rows": rows}


def _attachment(needed: Requirement, given: Attachment, content: ApplicationContent, wording: Wording) -> list[str]:
    files = [file_name(path) for path in given.files]
    who = wording.named("certified", needed.certified.value)
    issued = wording.day(given.issued.isoformat() if given.issued else "")
    if given.issued and needed.age_days is not None:
        until = given.issued + timedelta(needed.age_days)
        key = "attachment_until" if content.made.date() <= until else "attachment_expired"
        issued = wording.say(key, issued=issued, until=wording.day(until.isoformat()))
    return [
        wording.text(needed.title),
        ", ".join(files) or wording.say("missing_file"),
        issued,
        wording.say("certified_done" if given.certified else "certified_not_done", who=who),
    ]


def file_name(path: str) -> str:
    """The last part of a path of any system: where a file lies on its owner's disk is nobody's business."""
    return PurePosixPath(PureWindowsPath(path).name).name


def _blocks(content: ApplicationContent, wording: Wording) -> dict[str, Any]:
    plot_of = plots(content.ordered)
    rows = [
        [
            str(number),
            format_code(block, content.scheme),
            wording.say("partial" if block in content.partial else "whole"),
            wording.number(area_km2(block), 4),
            str(plot_of[block]),
        ]
        for number, block in enumerate(content.ordered, 1)
    ]
    return {"heads": wording.heads(("number", "code", "whole", "area", "plot")), "rows": rows}


def plots(blocks: list[Block]) -> dict[Block, int]:
    """The number of the plot that each block lies in, as the corner catalogue counts them."""
    parts = sorted(components(blocks), key=lambda part: min((-block.lat, block.lon) for block in part))
    return {block: number for number, part in enumerate(parts, 1) for block in part}


def _corners(catalogue: Catalogue, wording: Wording) -> dict[str, Any]:
    heads = [*wording.heads(("plot_short", "number"))]
    for conversion in catalogue.conversions:
        heads += [wording.say("head_latitude", datum=conversion.datum.name), wording.say("head_longitude")]
    rows = []
    for corner in catalogue.corners:
        plot = str(corner.plot)
        if corner.contour:
            plot = wording.say("hole", plot=corner.plot, contour=corner.contour)
        angles = [dms(angle) for position in corner.positions for angle in position]
        rows.append([plot, str(corner.number), *angles])
    return {"heads": heads, "rows": rows, "notes": [conversion_line(each, wording) for each in catalogue.conversions]}


def conversion_line(conversion: Conversion, wording: Wording) -> str:
    """How a datum's coordinates were reckoned: by which transformation, how good it is, what stood in."""
    names = {"datum": conversion.datum.name, "crs": conversion.datum.crs}
    if not conversion.operation:
        return wording.say("conversion_none", **names)
    accuracy = _metres(conversion.accuracy_m, wording)
    line = wording.say("conversion", operation=conversion.operation, accuracy=accuracy, **names)
    if conversion.area_of_use:
        line += wording.say("conversion_area", area=conversion.area_of_use)
    if conversion.is_equivalent:
        line += wording.say("conversion_equivalent", **names)
    if conversion.is_pinned:
        line += wording.say("conversion_pinned")
    better = conversion.better
    if better is not None:
        key = "conversion_needs" if better.grids else "conversion_better"
        told = {"operation": better.title, "accuracy": _metres(better.accuracy_m, wording)}
        line += wording.say(key, grids=", ".join(better.grids), **told)
    return line


def _metres(accuracy: Optional[float], wording: Wording) -> str:
    return wording.say("unstated") if accuracy is None else wording.say("metres", number=wording.number(accuracy))


def _sources(content: ApplicationContent, wording: Wording) -> dict[str, Any]:
    rows = [
        [
            wording.named("theme", rest.theme),
            rest.source or DASH,
            str(rest.snapshot or DASH),
            wording.moment(rest.taken),
            snapshot_state(rest.state, wording),
            wording.number(rest.features) if rest.snapshot else DASH,
        ]
        for rest in content.sources
    ]
    return {"heads": wording.heads(("theme", "source", "snapshot", "taken", "state", "features")), "rows": rows}


def snapshot_state(state: str, wording: Wording) -> str:
    """The state of a snapshot; anything but complete is said so that it cannot be taken for good news."""
    return wording.say({"complete": "complete", "partial": "snapshot_partial"}.get(state, "snapshot_unknown"))
