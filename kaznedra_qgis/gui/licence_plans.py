"""Which licences each draft leads to: by the check of its blocks as they are now, else by how they lie."""

from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..subsoil.blocks import Block
from ..workspace.drafts import Draft
from . import last_check
from .draft_desk import DraftDesk

if TYPE_CHECKING:
    from ..subsoil.licences import PlannedLicences


class LicencePlans(QObject):
    """One answer for all that shows costs. `changed` tells that a check of the open draft gave a new one."""

    changed = pyqtSignal()

    def __init__(self, desk: DraftDesk, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._noted: Any = None
        self._predicted: dict[str, tuple[frozenset[Block], Any]] = {}

    def of(self, draft: Draft) -> "PlannedLicences":
        """Of a draft, unsaved changes included."""
        blocks = self._desk.blocks(draft)[0]
        checked, licences = self._predicted.get(draft.id, (None, None))
        if licences is not None and checked == blocks:
            return licences
        return last_check.licences(replace(draft, blocks=blocks)) or _as_chosen(blocks)

    def of_open(self) -> "PlannedLicences":
        """Of the open draft; of no blocks where none is open."""
        draft = self._desk.draft
        return self.of(draft) if draft is not None else _as_chosen(frozenset())

    def note(self, report: Any) -> None:
        """Take what a check of the open draft predicts; None where there was none."""
        if report is None or report is self._noted or not self._desk.open_id:
            return
        self._noted = report
        self._predicted[self._desk.open_id] = (frozenset(report.application.blocks), report.licences)
        self.changed.emit()


@lru_cache(maxsize=64)
def _as_chosen(blocks: Collection[Block]) -> "PlannedLicences":
    from ..subsoil.licences import as_chosen

    return as_chosen(blocks)
