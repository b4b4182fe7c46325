"""Has the rules look at the open draft whenever it changes, beside the window, and keeps what they found."""

from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from ..connecting import freshness_days
from ..errors import KaznedraError
from ..settings import Settings
from .draft_desk import DraftDesk
from .task import Task

PAUSE_MS = 300
"""How long the user has to stop choosing before the rules look"""


class CheckTask(Task):
    """Checks blocks against a workspace; `result` is a subsoil.application_check.Report."""

    def __init__(self, path: Path, draft: str, proposed: Any, freshness: Mapping[str, float]) -> None:
        super().__init__(QCoreApplication.translate("Kaznedra", "Kaznedra: checking a draft"))
        self.draft = draft
        self._path, self._proposed, self._freshness = path, proposed, freshness

    def work(self) -> Any:
        """Check."""
        from ..subsoil.application_check import check
        from ..workspace import Workspace
        from ..workspace.surroundings import around_blocks

        day = datetime.now(timezone.utc).date()
        blocks = self._proposed.blocks
        known = around_blocks(Workspace.open(self._path), (), blocks, day, freshness_days=self._freshness)
        return check(self._proposed, known, day=day)


class Checks(QObject):
    """`changed` tells that a check began, ended or failed."""

    changed = pyqtSignal()

    def __init__(
        self, desk: DraftDesk, settings: Settings, applicant: Callable[[], str], parent: Optional[QObject] = None
    ) -> None:
        """`applicant` is asked for the BIN or IIN of the open draft's applicant."""
        super().__init__(parent)
        self._desk, self._settings, self._applicant = desk, settings, applicant
        self._task: Optional[CheckTask] = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._start)
        self.report: Any = None
        """Of the open draft; None where there is none (yet)"""
        self.error: Optional[KaznedraError] = None
        self.differences: tuple = ()
        """What differs from the last check that was noted of the same blocks (application_check.Difference)"""
        desk.opened.connect(self._other_draft)
        desk.changed.connect(self.again)

    @property
    def is_running(self) -> bool:
        """Whether what is shown is not the last word."""
        return self._pause.isActive() or self._task is not None

    def again(self) -> None:
        """Check anew soon: blocks, what is known of the ground, or the applicant changed."""
        self._pause.start()
        self.changed.emit()

    def _other_draft(self) -> None:
        self.report, self.error, self.differences = None, None, ()
        self.again()

    def end(self) -> None:
        """Stop what runs."""
        self._pause.stop()
        self._drop()

    def _drop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.ended.disconnect(self._ended)
            task.cancel()

    def _start(self) -> None:
        self._drop()
        draft, path = self._desk.draft, self._desk.path
        if draft is None or path is None or not self._desk.blocks(draft)[0]:
            self.report, self.error, self.differences = None, None, ()
            self.changed.emit()
            return
        proposed = proposed_of(*self._desk.blocks(draft), self._applicant())
        self._task = CheckTask(path, draft.id, proposed, freshness_days(self._settings))
        self._task.ended.connect(self._ended)
        self._task.start_quietly()
        self.changed.emit()

    def _ended(self, task: CheckTask) -> None:
        if task is not self._task:
            return
        self._task = None
        self.report, self.error = task.result, task.error
        self.differences = ()
        if self.report is not None:
            self._compare()
        self.changed.emit()

    def _compare(self) -> None:
        """Note the check; where only the world changed since the last one, say how and leave noting to the user."""
        from ..subsoil.application_check import differences

        draft = self._desk.draft
        if draft is None:
            return
        before = draft.details.get("checked") or {}
        same_blocks = before.get("codes") == sorted(self.report.codes(self.report.application.blocks))
        if same_blocks and before.get("digest") != self.report.digest():
            self.differences = tuple(differences(before.get("summary") or {}, self.report.summary()))
        if not self.differences and not (same_blocks and before.get("snapshots") == self._snapshots()):
            self.note()

    def _snapshots(self) -> list[int]:
        return sorted({number for numbers in self.report.snapshots.values() for number in numbers})

    def note(self) -> None:
        """Note what was found with the draft: the next check is compared with it, and its snapshots are kept."""
        if self.report is None:
            return
        self.differences = ()
        summary = self.report.summary().items()
        self._desk.note_check(
            self._desk.open_id,
            self._snapshots(),
            self.report.digest(),
            summary={rule: {state: list(codes) for state, codes in states.items()} for rule, states in summary},
            codes=sorted(self.report.codes(self.report.application.blocks)),
            result=self.report.result.value,
            licences=self.report.licences.to_json(),
        )
        self.changed.emit()


def proposed_of(blocks: frozenset, partial: frozenset, applicant: str = "") -> Any:
    """What of a draft the rules are asked about (subsoil.rules.ProposedBlocks)."""
    from ..subsoil.numbering import default_scheme
    from ..subsoil.rules import ProposedBlocks

    ordered = tuple(sorted(blocks, key=default_scheme().sort_key))
    return ProposedBlocks(ordered, partial, applicant)
