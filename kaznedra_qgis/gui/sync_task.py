"""The sync as a background task: opens source and workspace, pulls, and tells the dock how far it is."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from ..errors import Code, KaznedraError
from ..settings import NetworkLimits, SourceSetting
from .task import Task

TELL_EVERY_S = 0.1
_WRITTEN = ("COMPLETE", "PARTIAL")


@dataclass(frozen=True)
class Progress:
    """How far the pull of a theme is; `size` in bytes."""

    theme: str
    features: int
    expected: Optional[int]
    size: int
    compared: Optional[float] = None
    """Share of the features whose block codes have been compared with their geometry, once all have come"""


class SyncTask(Task):
    """Pulls themes of a source into a workspace, which is made where there is none. It is also the sync's watch.

    `result` is a snapshot per theme.
    """

    progressed = pyqtSignal(object)
    """Progress; from the worker's thread, so that slots get it queued"""

    noted = pyqtSignal(str, object)
    """Theme and a KaznedraError that stops nothing; from the worker's thread as well"""

    def __init__(
        self,
        source: SourceSetting,
        workspace: Path,
        themes: tuple[str, ...],
        limits: NetworkLimits,
        accept: bool = False,
    ) -> None:
        super().__init__(
            QCoreApplication.translate("Kaznedra", "Kaznedra: sync of {source}").format(source=source.title)
        )
        self.source, self.workspace, self.themes, self.limits = source, workspace, themes, limits
        self.accept = accept
        """True where the user takes what the source changed, whatever it is"""
        self.pruned: Any = None
        """The workspace.pruning.Pruning that followed the pull, None where all history is kept"""
        self.not_pruned: Optional[KaznedraError] = None
        """Why it could not follow"""
        self.submissions: list[Any] = []
        """Applications of which the platform told something new"""
        self.waiting: list[Any] = []
        """Applications that the user wanted sent, and that could now be"""
        self._told_at = 0.0
        self._begun: list[str] = []

    @property
    def snapshots(self) -> list[Any]:
        """A snapshot per theme; none where the sync did not come so far."""
        return self.result or []

    @property
    def was_cancelled(self) -> bool:
        """True where the user stopped it before it changed anything."""
        if self.error is not None:
            return self.error.code is Code.CANCELLED
        return any(snapshot.state.name == "CANCELLED" for snapshot in self.snapshots)

    @property
    def written(self) -> list[str]:
        """Themes whose data is now in the workspace."""
        return [snapshot.theme for snapshot in self.snapshots if snapshot.state.name in _WRITTEN]

    def work(self) -> list[Any]:
        """Pull."""
        from ..connecting import open_from_setting
        from ..workspace.sync import sync

        source = open_from_setting(self.source, self.limits, self.feedback, self)
        themes = [theme for theme in self.themes if theme in source.profile.themes]
        workspace, is_new = self._open_workspace()
        snapshots: list[Any] = []
        try:
            snapshots = sync(source, workspace, themes, self, self.accept)
            self._prune(workspace, snapshots)
            self._ask_after_applications(workspace, source, snapshots)
        finally:
            if is_new and all(snapshot.state.name == "CANCELLED" for snapshot in snapshots):
                _remove(self.workspace)
        return snapshots

    def _prune(self, workspace: Any, snapshots: list[Any]) -> None:
        """Keep no more history than the user wants; the pull has succeeded, whatever becomes of this."""
        from ..workspace.pruning import prune_as_chosen

        if not any(snapshot.state.name in _WRITTEN for snapshot in snapshots):
            return
        try:
            self.pruned = prune_as_chosen(workspace, self.is_cancelled)
        except KaznedraError as error:
            self.not_pruned = error

    def _ask_after_applications(self, workspace: Any, source: Any, snapshots: list[Any]) -> None:
        from ..workspace.filing import follow, waiting

        if any(snapshot.state.name in _WRITTEN for snapshot in snapshots):
            self.submissions = follow(workspace, source, self.is_cancelled)
            self.waiting = waiting(workspace, source.profile)

    def _open_workspace(self) -> tuple[Any, bool]:
        from ..workspace import Workspace

        if self.workspace.exists():
            return Workspace.open(self.workspace), False
        try:
            self.workspace.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise KaznedraError(Code.READ_ONLY, path=str(self.workspace), reason=error.strerror or "") from error
        return Workspace.create(self.workspace), True

    def noticed(self, theme: str, notice: KaznedraError) -> None:
        """Pass on what is worth knowing of a theme's pull; told by the sync, from any thread."""
        self.noted.emit(theme, notice)

    def received(self, theme: str, features: int, expected: Optional[int], size: int) -> None:
        """Pass the sync's progress on, ten times a second at most; told by the sync, from any thread."""
        now = time.monotonic()
        is_first = theme not in self._begun
        is_last = expected is not None and features >= expected
        if now - self._told_at < TELL_EVERY_S and not is_first and not is_last:
            return
        if is_first:
            self._begun.append(theme)
        self._told_at = now
        share = min(features / expected, 1.0) if expected else 0.0
        self.setProgress(100 * (len(self._begun) - 1 + share) / max(len(self.themes), 1))
        self.progressed.emit(Progress(theme, features, expected, size))

    def compared(self, theme: str, share: float) -> None:
        """Pass on how far the comparison of block codes with geometry is, ten times a second at most."""
        now = time.monotonic()
        if now - self._told_at >= TELL_EVERY_S:
            self._told_at = now
            self.progressed.emit(Progress(theme, 0, None, 0, share))


def _remove(workspace: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        workspace.with_name(workspace.name + suffix).unlink(missing_ok=True)
