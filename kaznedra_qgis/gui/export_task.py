"""The two jobs of an export that run off the main thread: to check the draft anew, and to write the pack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from .task import Task


@dataclass(frozen=True)
class Chosen:
    """What the user wants written, and where."""

    folder: Path
    languages: Sequence[str]
    templates: Optional[Path] = None


class CheckTask(Task):
    """Gathers a draft and checks it on the newest snapshots; its result is a documents.content.ApplicationContent."""

    def __init__(self, workspace: Path, draft: str, freshness_days: Mapping[str, float]) -> None:
        super().__init__(QCoreApplication.translate("Kaznedra", "Kaznedra: checking an application"))
        self._workspace, self._draft, self._freshness_days = workspace, draft, freshness_days

    def work(self) -> Any:
        """Gather and check."""
        from ..documents import gathering
        from ..workspace import Workspace

        workspace = Workspace.open(self._workspace)
        draft = gathering.find_draft(workspace, self._draft)
        content = gathering.of_draft(draft, datetime.now(timezone.utc))
        return gathering.checked(content, workspace, self._freshness_days, draft.details.get("checked"))


class ExportTask(Task):
    """Writes the application; its result is a documents.application_pack.Export."""

    went_on = pyqtSignal(int, int)
    """Steps done, and of how many"""

    def __init__(self, content: Any, chosen: Chosen, sheets: Sequence[Path]) -> None:
        super().__init__(QCoreApplication.translate("Kaznedra", "Kaznedra: writing an application"))
        self._content, self._chosen, self._sheets = content, chosen, sheets

    def work(self) -> Any:
        """Write."""
        from ..documents.application_pack import export

        chosen = self._chosen
        return export(self._content, chosen.folder, chosen.languages, chosen.templates, self._sheets, self._heard)

    def _heard(self, done: int, total: int) -> bool:
        self.went_on.emit(done, total)
        self.setProgress(100 * done / total)
        return not self.is_cancelled()
