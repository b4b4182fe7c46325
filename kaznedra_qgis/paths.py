"""Finds resources and translations, in a checkout (beside the package) and in the zip (inside it)."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _beside_or_inside(name: str) -> Path:
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def resources(*parts: str) -> Path:
    """Path of a file or folder below `resources/`; it need not exist."""
    return _beside_or_inside("resources").joinpath(*parts)


def translations() -> Path:
    """Folder of the compiled translations (`*.qm`)."""
    return _beside_or_inside("i18n")


def metadata() -> Path:
    """Path of `metadata.txt`."""
    inside = PACKAGE / "metadata.txt"
    return inside if inside.is_file() else PACKAGE.parent / "metadata.txt"
