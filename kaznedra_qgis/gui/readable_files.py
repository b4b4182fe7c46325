"""Files that blocks can be chosen by: text, read as if it were pasted, and features, read as a layer."""

from collections.abc import Sequence
from pathlib import Path
from typing import Optional

TEXTS = (".txt", ".csv", ".tsv")
FEATURES = (".gpkg", ".geojson", ".json", ".shp", ".kml", ".kmz", ".gml", ".dxf")
LONGEST = 2_000_000
"""Bytes of a text that are read"""


def pattern(*kinds: str) -> str:
    """Suffixes as a file dialog wants them: '*.txt *.csv'."""
    return " ".join(f"*{kind}" for kind in kinds)


def is_text(path: Path) -> bool:
    """Whether the file is read as text."""
    return path.suffix.lower() in TEXTS


def readable(paths: Sequence[Path]) -> Optional[Path]:
    """The one file of these that blocks can be chosen by; None where there is none, or several.

    What has its stem goes with it, as the parts of a shapefile do.
    """
    found = [path for path in paths if path.suffix.lower() in TEXTS + FEATURES]
    if len(found) != 1 or any(path.parent / path.stem != found[0].parent / found[0].stem for path in paths):
        return None
    return found[0]


def text_of(path: Path) -> str:
    """The text of a file: UTF-8, else as Windows writes Russian. Raises OSError."""
    with path.open("rb") as file:
        raw = file.read(LONGEST)
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")
