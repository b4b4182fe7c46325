"""What the dock remembers of each source: its workspace, and the themes that the user leaves out."""

from pathlib import Path
from typing import Optional

from qgis.core import QgsSettings

ROOT = "kaznedra/dock"


def workspace_of(source_id: str) -> Optional[Path]:
    """The workspace last used with a source."""
    path = str(QgsSettings().value(f"{ROOT}/{source_id}/workspace", "") or "")
    return Path(path) if path else None


def remember_workspace(source_id: str, path: Path) -> None:
    """Keep the workspace of a source."""
    QgsSettings().setValue(f"{ROOT}/{source_id}/workspace", str(path))


def left_out(source_id: str) -> set[str]:
    """Themes of a source that Sync passes over."""
    told = str(QgsSettings().value(f"{ROOT}/{source_id}/left_out", "") or "")
    return set(told.split()) if told else set()


def remember_left_out(source_id: str, themes: set[str]) -> None:
    """Keep the themes that Sync passes over."""
    QgsSettings().setValue(f"{ROOT}/{source_id}/left_out", " ".join(sorted(themes)))


def forget(source_id: str) -> None:
    """Keep nothing of a source any more."""
    QgsSettings().remove(f"{ROOT}/{source_id}")


def was_placed() -> bool:
    """True once the dock has been given its first width; QGIS remembers it from then on."""
    return bool(QgsSettings().value(f"{ROOT}/placed", False, bool))


def remember_placed() -> None:
    """Leave the dock's width to the user from now on."""
    QgsSettings().setValue(f"{ROOT}/placed", True)
