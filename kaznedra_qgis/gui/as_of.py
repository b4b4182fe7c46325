"""Has the map show a moment of the past, and keeps it there until the user goes back to today."""

from datetime import datetime
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ..errors import Code
from .map_link import MapLink
from .past import Past, PastTask
from .pulls import told
from .state_task import SourceState
from .words import exact


class AsOf(QObject):
    """`past` is what is shown, None where that is today."""

    changed = pyqtSignal()
    """Another moment or source is shown"""
    failed = pyqtSignal(object)
    """KaznedraError: the moment cannot be shown; today is"""

    def __init__(self, shown_on: MapLink, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._map = shown_on
        self._state: Optional[SourceState] = None
        self._task: Optional[PastTask] = None
        self._source = ""
        self.past: Optional[Past] = None
        self.has_news = False
        """Whether data was pulled while the past was shown"""

    @property
    def workspace(self) -> Optional[Path]:
        """The workspace in question."""
        return self._state.workspace if self._state else None

    @property
    def moment(self) -> str:
        """The moment that is shown or about to be; empty for today."""
        if self._task is not None:
            return self._task.moment
        return self.past.moment if self.past else ""

    @property
    def source(self) -> str:
        """The only source whose features are shown; empty where those of all are."""
        return self._map.shown(self.workspace)[1]

    @property
    def words(self) -> str:
        """The moment in words."""
        return told(self.moment, self._state.pulls if self._state else ())

    def sentence(self, latest: datetime) -> str:
        """That the map does not show today, and that it has no data of the `latest` pull, where that came meanwhile."""
        shown = QCoreApplication.translate("Kaznedra", "The map shows {moment}, not today.").format(moment=self.words)
        news = QCoreApplication.translate("Kaznedra", "New data came on {date}.").format(date=exact(latest))
        return f"{shown} {news}" if self.has_news else shown

    def follow(self, state: Optional[SourceState]) -> None:
        """Take a state of the workspace that was just read: what a moment shows may have been pruned."""
        self._state = state
        self._read(self._map.shown(self.workspace)[0])

    def follow_project(self) -> None:
        """Show in the dock what the project shows, which another may have been opened with."""
        moment, source = self._map.shown(self.workspace)
        if source != self._source:
            self._source = source
            self.changed.emit()
        if self._task is None and moment != (self.past.moment if self.past else ""):
            self._read(moment)

    def ask(self, moment: str) -> None:
        """Show a moment, '' for today; what was asked for before is forgotten."""
        if not moment:
            self._map.show_as_of("", None)
        elif self._state is not None and self._state.workspace is not None:
            self._map.prepare(self._state.workspace, self._state.known_themes)
        self._read(moment)

    def show_source(self, source: str, title: str) -> None:
        """Show the features of one source only, or of all, as of the same moment."""
        moment = self.moment
        if self._state is not None and self._state.workspace is not None:
            self._map.prepare(self._state.workspace, self._state.known_themes)
        self._map.show_source(source, title)
        self._read(moment)

    def note_news(self) -> None:
        """Data was pulled."""
        self.has_news = bool(self.moment)

    def retranslate(self) -> None:
        """Say on the map which moment it shows, in the language in force."""
        if self.past is not None:
            self._show(self.past)

    def end(self) -> None:
        """Forget what is being read."""
        if self._task is not None:
            self._task.ended.disconnect(self._show_read)
            self._task.cancel()
            self._task = None

    def _read(self, moment: str) -> None:
        self.end()
        state = self._state
        if not moment or state is None or state.workspace is None:
            self.past, self.has_news = None, False
            self.changed.emit()
            return
        self._task = PastTask(state.workspace, moment, self.source, state.source.id, state.standings)
        self._task.ended.connect(self._show_read)
        self._task.start_quietly()

    def _show_read(self, task: PastTask) -> None:
        if task is not self._task:
            return
        self._task = None
        if task.error is not None:
            self._map.show_as_of("", None)
            self.past = None
            if task.error.code is not Code.CANCELLED:
                self.failed.emit(task.error)
        else:
            self.past = task.result
            self._show(task.result)
        self.changed.emit()

    def _show(self, past: Past) -> None:
        self._map.show_as_of(past.moment, past.subsets, self.words, past.partly)
