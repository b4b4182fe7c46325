"""The application as a folder of papers, map sheets and data files, and one pack of them all."""

import configparser
import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from .. import paths
from ..errors import Code, KaznedraError
from ..themes import LANGUAGES
from . import data_files, findings_view, fonts, odt, pack, pdf, templates, view
from .content import ApplicationContent

PACK = "application.zip"
Heard = Callable[[int, int], bool]
"""Told how many steps of how many are done; False to cancel"""


@dataclass(frozen=True)
class Export:
    """What was written."""

    folder: Path
    pack: Path
    parts: tuple[Path, ...]
    manifest: dict[str, Any]


def export(
    content: ApplicationContent,
    folder: Path,
    languages: Sequence[str] = LANGUAGES,
    own_templates: Optional[Path] = None,
    sheets: Sequence[Path] = (),
    heard: Heard = lambda done, total: True,
) -> Export:
    """Write everything into a folder that is new or empty; `sheets` are map sheets drawn before, to be moved there.

    May run in any thread. All or nothing: until it is whole it stands beside the folder under another name. Raises
    KaznedraError BAD_TEMPLATE, NO_FONT, READ_ONLY, NOT_EMPTY, NO_BLOCKS, BAD_PACK (reopened, it was not as
    written), CANCELLED.
    """
    check_target(folder, content)
    # half of the files are XML
    content = content.named(templates.clean(content.name))
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        room = tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent)
    except OSError as refused:
        raise KaznedraError(Code.READ_ONLY, path=str(folder.parent), detail=str(refused)) from refused
    begun = Path(room) / folder.name
    try:
        begun.mkdir()
        parts = _write_parts(content, begun, languages, own_templates, sheets, heard)
        manifest = pack.write_pack(begun / PACK, begun, parts, facts(content, languages))
        flawed = pack.verify_pack(begun / PACK)
        if flawed:
            raise KaznedraError(
                Code.BAD_PACK, path=str(folder / PACK), detail=f"{flawed[0].flaw.value} {flawed[0].part}"
            )
        _hear(heard, 1, 1)
        if folder.is_dir():
            folder.rmdir()
        begun.replace(folder)
    except OSError as refused:
        raise KaznedraError(Code.READ_ONLY, path=str(folder), detail=str(refused)) from refused
    finally:
        shutil.rmtree(room, ignore_errors=True)
    moved = tuple(folder / part.relative_to(begun) for part in parts)
    return Export(folder, folder / PACK, moved, manifest)


def _hear(heard: Heard, done: int, total: int) -> None:
    if not heard(done, total):
        raise KaznedraError(Code.CANCELLED)


def check_target(folder: Path, content: ApplicationContent) -> None:
    """Refuse a folder with something in it, and an application without blocks. KaznedraError NOT_EMPTY, NO_BLOCKS."""
    if not content.blocks:
        raise KaznedraError(Code.NO_BLOCKS, draft=content.name)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise KaznedraError(Code.NOT_EMPTY, path=str(folder))


def facts(content: ApplicationContent, languages: Sequence[str]) -> dict[str, Any]:
    """What a manifest says beside the parts: of which draft, by which rules and snapshots, with which plugin."""
    return {
        "kind": "application",
        "name": content.name,
        "draft": content.draft or None,
        "made": content.made.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "plugin": {"name": "Kaznedra for QGIS", "version": version()},
        "rule_pack": content.rule_pack.id,
        "numbering": content.scheme.id,
        "datum": content.scheme.datum,
        "transformations": [
            {
                "datum": conversion.datum.crs,
                "operation": conversion.operation,
                "accuracy_m": conversion.accuracy_m,
            }
            for conversion in content.catalogue.conversions
        ],
        "languages": list(languages),
        "blocks": len(content.blocks),
        "result": content.report.get("result") if content.report else None,
        "snapshots": [
            {
                "snapshot": rest.snapshot,
                "theme": rest.theme,
                "source": rest.source,
                "address": rest.address,
                "taken": rest.taken,
                "state": rest.state,
                "features": rest.features,
                "hash": rest.hash,
            }
            for rest in content.sources
            if rest.snapshot
        ],
        "unknown": [{"theme": rest.theme, "source": rest.source} for rest in content.sources if not rest.snapshot],
    }


def version() -> str:
    """The plugin's version."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(paths.metadata(), encoding="utf-8")
    return parser.get("general", "version", fallback="")


def _write_parts(
    content: ApplicationContent,
    folder: Path,
    languages: Sequence[str],
    own: Optional[Path],
    sheets: Sequence[Path],
    heard: Heard,
) -> list[Path]:
    font = fonts.document_font()
    steps: list[Callable[[], list[Path]]] = [
        *(lambda language=language: _papers(content, folder, language, font, own) for language in languages),
        lambda: data_files.write_vectors(content, folder),
        lambda: data_files.write_sheets(content, folder),
        lambda: _findings(content, folder),
        lambda: [Path(shutil.copy2(sheet, folder / sheet.name)) for sheet in sheets],
    ]
    parts: list[Path] = []
    for done, step in enumerate(steps):
        _hear(heard, done, len(steps))
        parts += step()
    return parts


def _papers(content: ApplicationContent, folder: Path, language: str, font: str, own: Optional[Path]) -> list[Path]:
    filled = view.context(content, language, font, version(), own)
    title = f"{filled['w']['title']} – {content.name}"
    page = filled["w"]["page"]
    written = [folder / f"application.{language}.odt", folder / f"application.{language}.pdf"]
    odt.write_odt(written[0], filled, title, content.made, own)
    pdf.write_pdf(written[1], templates.rendered("application.html", filled, own), font, title, filled["footer"], page)
    report = folder / f"findings.{language}.pdf"
    title = f"{filled['w']['findings_title']} – {content.name}"
    pdf.write_pdf(report, templates.rendered("findings.html", filled, own), font, title, filled["footer"], page)
    return [*written, report]


def _findings(content: ApplicationContent, folder: Path) -> list[Path]:
    """The report of the check as it came, and the costs, for programs."""
    reckoned = findings_view.reckon(content)
    told = {"check": dict(content.report) or None, "costs": reckoned.report() if reckoned else None}
    path = folder / "findings.json"
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2), encoding="utf-8")
    return [path]
