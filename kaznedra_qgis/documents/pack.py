"""The pack: all parts of an application in one zip, with a manifest by which anyone can tell that none was changed."""

import hashlib
import json
import lzma
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import Any

from ..errors import Code, KaznedraError

FORMAT = 1
MANIFEST = "manifest.json"
_CHUNK = 1 << 20
_MOST = 64 << 20
"""Bytes of a manifest: more than that is none of ours"""
_BROKEN = (OSError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError)
"""What reading a part raises; RuntimeError where it is enciphered, or packed in a way that Python does not know"""


class Flaw(str, Enum):
    """What can be wrong with a pack."""

    NOT_A_PACK = "not_a_pack"
    """No zip, or none with a manifest that can be read"""
    NEWER_FORMAT = "newer_format"
    MISSING = "missing"
    CHANGED = "changed"
    """Size or SHA-256 differ from the manifest's"""
    DAMAGED = "damaged"
    """The zip's own checksum does not hold"""
    NOT_LISTED = "not_listed"
    """A part that the manifest does not name, or a name that stands there twice"""


@dataclass(frozen=True)
class PackProblem:
    """A flaw of a part, or of the pack as a whole where `part` is empty."""

    flaw: Flaw
    part: str = ""
    detail: str = ""


def write_pack(path: Path, folder: Path, parts: Iterable[Path], facts: Mapping[str, Any]) -> dict[str, Any]:
    """Write the files, named by their path below `folder`, and a manifest of them with `facts`; returns the manifest.

    KaznedraError READ_ONLY; nothing half-made is left then.
    """
    listed = [(part.relative_to(folder).as_posix(), part) for part in sorted(parts)]
    begun = path.with_name(f"{path.name}.part")
    try:
        manifest = {
            "format": FORMAT,
            **facts,
            "parts": [{"name": name, "bytes": part.stat().st_size, "sha256": sha256(part)} for name, part in listed],
        }
        with zipfile.ZipFile(begun, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2))
            for name, part in listed:
                archive.write(part, name)
        begun.replace(path)
    except OSError as refused:
        begun.unlink(missing_ok=True)
        raise KaznedraError(Code.READ_ONLY, path=str(path), detail=str(refused)) from refused
    return manifest


def sha256(path: Path) -> str:
    """SHA-256 of a file in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for chunk in iter(lambda: stream.read(_CHUNK), b""):
            digest.update(chunk)
    return digest.hexdigest()


def verify_pack(path: Path) -> list[PackProblem]:
    """Reopen a pack and compare every part with the manifest: none missing, none changed, none added.

    Whoever changes a part and the manifest with it is not found out: that is what a signature is for.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(archive)
            if manifest["format"] > FORMAT:
                return [PackProblem(Flaw.NEWER_FORMAT, detail=str(manifest["format"]))]
            listed = {_name(row["name"]): (_size(row["bytes"]), row["sha256"]) for row in manifest["parts"]}
            return [*_strangers(archive, listed), *_changed(archive, listed)]
    except (*_BROKEN, ValueError, KeyError, TypeError) as wrong:
        return [PackProblem(Flaw.NOT_A_PACK, detail=str(wrong))]


def _manifest(archive: zipfile.ZipFile) -> Any:
    with archive.open(MANIFEST) as stream:
        told = stream.read(_MOST + 1)
    if len(told) > _MOST:
        raise ValueError(f"{MANIFEST} is too long")
    return json.loads(told)


def _size(told: Any) -> int:
    if not isinstance(told, int):
        raise ValueError(f"a size is {told}")
    return told


def _name(told: Any) -> str:
    """The name of a part, which stays in the folder that it is unpacked to."""
    name = told if isinstance(told, str) else ""
    path = PurePosixPath(name.replace("\\", "/"))
    if not path.parts or path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise ValueError(f"a part is called {told}")
    return name


def _strangers(archive: zipfile.ZipFile, listed: Mapping[str, Any]) -> list[PackProblem]:
    names = [name for name in archive.namelist() if name != MANIFEST]
    doubles = {name for name in names if names.count(name) > 1}
    if archive.namelist().count(MANIFEST) > 1:
        doubles.add(MANIFEST)
    return [PackProblem(Flaw.NOT_LISTED, name) for name in sorted({*names} - {*listed} | doubles)]


def _changed(archive: zipfile.ZipFile, listed: Mapping[str, tuple[int, str]]) -> list[PackProblem]:
    problems = []
    for name, (size, expected) in listed.items():
        digest, count = hashlib.sha256(), 0
        try:
            with archive.open(name) as stream:
                for chunk in iter(lambda stream=stream: stream.read(_CHUNK), b""):
                    digest.update(chunk)
                    count += len(chunk)
                    if count > size:
                        break
        except KeyError:
            problems.append(PackProblem(Flaw.MISSING, name))
        except _BROKEN as wrong:
            problems.append(PackProblem(Flaw.DAMAGED, name, str(wrong)))
        else:
            if (count, digest.hexdigest()) != (size, expected):
                problems.append(PackProblem(Flaw.CHANGED, name))
    return problems
