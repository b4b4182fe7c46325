"""OpenDocument text: a zip of XML made from templates, the kind of file first and bare, as the standard wants it."""

import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Optional
from xml.etree import ElementTree  # nosec B405: it reads what was just made here
from xml.sax.saxutils import escape  # nosec B406: it only escapes

from ..errors import Code, KaznedraError
from .templates import rendered

KIND = "application/vnd.oasis.opendocument.text"
_PARTS = ("content.xml", "styles.xml")
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def write_odt(path: Path, context: Mapping[str, Any], title: str, made: datetime, own: Optional[Path] = None) -> None:
    """Write the application as an ODT file. KaznedraError BAD_TEMPLATE, READ_ONLY."""
    parts = {name: _checked(name, rendered(name, context, own)) for name in _PARTS}
    parts["meta.xml"] = _meta(title, made)
    parts["META-INF/manifest.xml"] = _manifest()
    stamp = made.timetuple()[:6]
    try:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo("mimetype", stamp), KIND, zipfile.ZIP_STORED)
            for name, text in parts.items():
                archive.writestr(zipfile.ZipInfo(name, stamp), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    except OSError as refused:
        raise KaznedraError(Code.READ_ONLY, path=str(path), detail=str(refused)) from refused


def _checked(name: str, text: str) -> str:
    """The text, where it is XML: an office program shows nothing of a file that is not."""
    try:
        ElementTree.fromstring(text.encode("utf-8"))  # nosec B314: it was just made here
    except ElementTree.ParseError as wrong:
        raise KaznedraError(Code.BAD_TEMPLATE, path=name, detail=str(wrong)) from wrong
    return text


def _meta(title: str, made: datetime) -> str:
    dublin = "http://purl.org/dc/elements/1.1/"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office="{_OFFICE}" xmlns:dc="{dublin}" '
        f'office:version="1.3"><office:meta><dc:title>{escape(title)}</dc:title>'
        f"<dc:date>{made:%Y-%m-%dT%H:%M:%S}</dc:date></office:meta></office:document-meta>"
    )


def _manifest() -> str:
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = [("/", KIND), *((name, "text/xml") for name in (*_PARTS, "meta.xml"))]
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>' for name, kind in entries
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">'
        f"{rows}</manifest:manifest>"
    )
