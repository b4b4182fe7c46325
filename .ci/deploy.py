"""Installs the packed plugin into a QGIS 3 or QGIS 4 profile: deploy.py PROFILE.

The new folder is laid beside the old one first and then takes its place; when that fails the old one is put back.
"""

import shutil
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "kaznedra_qgis"


def profile(text: str) -> Path:
    """The profile's folder, checked to be one."""
    if not text:
        sys.exit(
            "deploy: say which profile, for example make deploy PROFILE=~/.local/share/QGIS/QGIS3/profiles/default"
        )
    folder = Path(text).expanduser().resolve()
    if not folder.is_dir():
        sys.exit(f"deploy: {folder} is no folder")
    if not any((folder / mark).exists() for mark in ("QGIS", "python", "qgis.db", "symbology-style.db")):
        sys.exit(f"deploy: {folder} does not look like a QGIS profile; in QGIS: Settings, User Profiles, Open Active")
    return folder


def replace(new: Path, target: Path) -> None:
    """Put `new` where `target` is."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.is_symlink():
        target.unlink()
    elif target.exists():
        target.rename(old)
    try:
        new.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def main(text: str) -> None:
    plugins = profile(text) / "python" / "plugins"
    plugins.mkdir(parents=True, exist_ok=True)
    (package,) = (ROOT / "build" / "package").glob("*.zip")
    fresh = plugins / f".{NAME}.new"
    shutil.rmtree(fresh, ignore_errors=True)
    with zipfile.ZipFile(package) as packed:
        packed.extractall(fresh)
    replace(fresh / NAME, plugins / NAME)
    fresh.rmdir()
    print(f"deploy: {package.name} is in {plugins / NAME}; switch it on in Plugins, Manage and Install Plugins")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
