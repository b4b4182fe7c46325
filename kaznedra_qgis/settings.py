"""What the user has set, kept in QGIS's own settings. No credentials: those are in QGIS's authentication database."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from .freshness import DEFAULT_DAYS

_ROOT = "kaznedra"
MOST_DAYS = 3650
"""The oldest that data may be set to be"""


@dataclass(frozen=True)
class SourceSetting:
    """A source the user has added: a profile and where it is."""

    id: str
    """Names the source in the workspace, for ever; letters, digits, - and _"""
    title: str
    profile: str = "kaznedra"
    """Id of a built-in profile or path of a profile file"""
    address: str = ""
    """Landing page of a server, or path of a file"""
    authcfg: str = ""
    """Id of a QGIS authentication config, empty for none"""


@dataclass(frozen=True)
class NetworkLimits:
    """Bounds of every request; the defaults suit a slow satellite link."""

    idle_s: int = 30
    total_s: int = 300
    attempts: int = 4
    concurrency: int = 4
    page_mb: int = 64


class Settings:
    """Reads and writes the plugin's settings; `root` sets tests apart."""

    def __init__(self, root: str = _ROOT) -> None:
        self._root = root

    def _get(self, name: str, default: Any) -> Any:
        value = QgsSettings().value(f"{self._root}/{name}", default)
        return default if value is None else value

    def _set(self, name: str, value: Any) -> None:
        QgsSettings().setValue(f"{self._root}/{name}", value)

    @property
    def language(self) -> str:
        """auto, en, ru or kk"""
        return str(self._get("language", "auto"))

    @language.setter
    def language(self, choice: str) -> None:
        self._set("language", choice)

    @property
    def workspace_folder(self) -> Path:
        """Folder where new workspaces are made; it need not exist yet."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(str(self._get("workspace_folder", "")) or Path(documents or Path.home()) / "Kaznedra")

    @workspace_folder.setter
    def workspace_folder(self, folder: Path) -> None:
        self._set("workspace_folder", str(folder))

    @property
    def workspace(self) -> Optional[Path]:
        """The workspace last in use, None before the first."""
        path = str(self._get("workspace", ""))
        return Path(path) if path else None

    @workspace.setter
    def workspace(self, path: Optional[Path]) -> None:
        self._set("workspace", str(path) if path else "")

    @property
    def sources(self) -> list[SourceSetting]:
        """The user's sources in the order they were added; entries that cannot be read are left out."""
        try:
            entries = json.loads(str(self._get("sources", "[]")))
        except ValueError:
            return []
        known = SourceSetting.__dataclass_fields__
        return [
            SourceSetting(**{name: str(value) for name, value in entry.items() if name in known})
            for entry in entries
            if isinstance(entry, dict) and entry.get("id") and entry.get("title")
        ]

    @sources.setter
    def sources(self, sources: list[SourceSetting]) -> None:
        self._set("sources", json.dumps([asdict(source) for source in sources], ensure_ascii=False))

    @property
    def source(self) -> Optional[SourceSetting]:
        """The source in use, None before the first."""
        chosen = str(self._get("source", ""))
        sources = self.sources
        return next((source for source in sources if source.id == chosen), sources[0] if sources else None)

    @source.setter
    def source(self, source: Optional[SourceSetting]) -> None:
        self._set("source", source.id if source else "")

    @property
    def templates_folder(self) -> str:
        """Folder of the user's own templates of the papers; empty for none"""
        return str(self._get("templates_folder", ""))

    @templates_folder.setter
    def templates_folder(self, folder: str) -> None:
        self._set("templates_folder", folder)

    @property
    def shows_standing(self) -> bool:
        """Whether the map shows how blocks stand while they are chosen"""
        return str(self._get("shows_standing", "true")) == "true"

    @shows_standing.setter
    def shows_standing(self, shown: bool) -> None:
        self._set("shows_standing", "true" if shown else "false")

    @property
    def export_languages(self) -> list[str]:
        """Languages of the papers that were last exported: of kk, ru, en"""
        return str(self._get("export_languages", "kk ru en")).split()

    @export_languages.setter
    def export_languages(self, languages: list[str]) -> None:
        self._set("export_languages", " ".join(languages))

    @property
    def sk_42(self) -> str:
        """Id of the operation between SK-42 and WGS 84, EPSG:5044 or so; empty for the most accurate there is"""
        return str(self._get("sk_42", ""))

    @sk_42.setter
    def sk_42(self, operation: str) -> None:
        self._set("sk_42", operation)

    @property
    def freshness_days(self) -> float:
        """How many days old data may be where its source does not say; 0: any"""
        try:
            return min(max(float(self._get("freshness_days", DEFAULT_DAYS)), 0), MOST_DAYS)
        except (TypeError, ValueError):
            return DEFAULT_DAYS

    @freshness_days.setter
    def freshness_days(self, days: float) -> None:
        self._set("freshness_days", days)

    @property
    def limits(self) -> NetworkLimits:
        """Bounds of every request, each within what makes sense."""
        default = asdict(NetworkLimits())
        bounds = {
            "idle_s": (5, 600),
            "total_s": (10, 3600),
            "attempts": (1, 10),
            "concurrency": (1, 8),
            "page_mb": (1, 1024),
        }
        read = {}
        for name, value in default.items():
            low, high = bounds[name]
            try:
                read[name] = min(max(int(self._get(f"limits/{name}", value)), low), high)
            except (TypeError, ValueError):
                read[name] = value
        return NetworkLimits(**read)

    @limits.setter
    def limits(self, limits: NetworkLimits) -> None:
        for name, value in asdict(limits).items():
            self._set(f"limits/{name}", value)
