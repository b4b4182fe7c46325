"""Makes the zip for the plugin store, build/package/kaznedra_qgis.VERSION.zip, and beside it its unpacked content.

qgis-plugin-ci packs a plugin whose metadata stand in its package; here they stand beside it with the resources, so the
plugin's folder is put together first. The same commit gives the same bytes.
"""

import configparser
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

from qgispluginci.changelog import ChangelogParser

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "package"
FOLDER = BUILD / "kaznedra_qgis"
MOST_BYTES = 25_000_000
KINDS = {".csv", ".css", ".gpkg", ".html", ".json", ".md", ".png", ".py", ".qm", ".qml", ".svg", ".txt", ".ui", ".xml"}
"""What may go into the zip, besides LICENSE"""


def fail(reason: str) -> None:
    sys.exit(f"package: {reason}")


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def check_translations() -> None:
    for path in sorted((ROOT / "i18n").glob("*.ts")):
        unfinished = [
            message.findtext("source")
            for message in ET.parse(path).iter("message")
            if message.find("translation").get("type") or not message.findtext("translation")
        ]
        if unfinished:
            fail(f"{path.name} has {len(unfinished)} unfinished strings, among them {unfinished[0]!r}; see make i18n")
        if not path.with_suffix(".qm").exists():
            fail(f"{path.name} is not compiled")


def generate_demo(target: Path) -> None:
    """The demo platform's data, as of the day of the last commit."""
    target.parent.mkdir(parents=True)
    command = ["/usr/bin/python3", "-m", "tests.demo.generate", str(target), "--date", git("log", "-1", "--format=%cs")]
    with tempfile.TemporaryDirectory() as folder:
        command += ["--basemap", str(Path(folder, "basemap.gpkg"))]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def tracked(folder: str) -> list[Path]:
    """Files below `folder` that git knows or would take; no caches, no leftovers."""
    names = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", folder).split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def put(source: Path, name: str) -> None:
    target = FOLDER / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def write_metadata() -> str:
    """metadata.txt with the changelog's last entries; returns the version."""
    text = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read_string(text)
    version = metadata["general"]["version"]
    changelog = ChangelogParser(parent_folder=str(ROOT), changelog_path="CHANGELOG.md")
    if changelog.latest_version() != version:
        fail(f"CHANGELOG.md begins with {changelog.latest_version()}, metadata.txt says {version}")
    entries = changelog.last_items(5).strip().replace("\n", "\n  ")
    (FOLDER / "metadata.txt").write_text(text.replace("\nchangelog=\n", f"\nchangelog={entries}\n"), encoding="utf-8")
    return version


def check_contents(files: list[Path]) -> None:
    for path in files:
        name = path.relative_to(FOLDER)
        if any(part.startswith((".", "__")) and part != "__init__.py" for part in name.parts):
            fail(f"{name} must not go to the store")
        if path.suffix not in KINDS and path.name != "LICENSE":
            fail(f"{name} is of a kind that the store may refuse: {path.suffix or 'none'}")
    for needed in ("__init__.py", "metadata.txt", "LICENSE", "resources/icons/kaznedra.svg", "i18n/kaznedra_kk.qm"):
        if not (FOLDER / needed).is_file():
            fail(f"{needed} is missing")


def write_zip(target: Path, files: list[Path]) -> None:
    moment = int(os.environ.get("SOURCE_DATE_EPOCH") or git("log", "-1", "--format=%ct"))
    date = subprocess.run(
        ["date", "-u", "-d", f"@{moment}", "+%Y %m %d %H %M %S"], check=True, capture_output=True, text=True
    ).stdout
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in files:
            entry = zipfile.ZipInfo(str(path.relative_to(BUILD)), tuple(map(int, date.split())))
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())


def main() -> None:
    check_translations()
    shutil.rmtree(BUILD, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for path in tracked("kaznedra_qgis"):
        put(path, str(path.relative_to(ROOT / "kaznedra_qgis")))
    for path in tracked("resources"):
        put(path, str(path.relative_to(ROOT)))
    for path in sorted((ROOT / "i18n").glob("*.qm")):
        put(path, f"i18n/{path.name}")
    for name in ("LICENSE", "CHANGELOG.md"):
        put(ROOT / name, name)
    generate_demo(FOLDER / "resources" / "demo" / "kaznedra_demo.gpkg")
    version = write_metadata()
    files = sorted(path for path in FOLDER.rglob("*") if path.is_file())
    check_contents(files)
    target = BUILD / f"kaznedra_qgis.{version}.zip"
    write_zip(target, files)
    if target.stat().st_size > MOST_BYTES:
        fail(f"{target.name} has {target.stat().st_size / 1e6:.1f} MB, the store takes {MOST_BYTES / 1e6:.0f} MB")
    print(f"package: {target.relative_to(ROOT)}, {len(files)} files, {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
