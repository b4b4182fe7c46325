"""What the user does with the history of a workspace: compare pulls, choose how much is kept."""

from typing import Any, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from . import words
from .history_page import HistoryPage
from .notices import Notices
from .state_task import SourceState


class HistoryDesk(QObject):
    """Serves a HistoryPage."""

    pruned = pyqtSignal()
    """The workspace has less history now, or keeps another amount of it"""

    def __init__(self, iface: Any, page: HistoryPage, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._iface, self._notices = iface, notices
        self._state: Optional[SourceState] = None
        self._dialog: Any = None
        self._compared: Any = None
        page.changes_wanted.connect(self.compare)
        page.detail_wanted.connect(notices.show_text)
        page.retention_wanted.connect(self.choose_retention)

    def follow(self, state: Optional[SourceState]) -> None:
        """Take the state of the workspace that was just read."""
        self._state = state

    def compare(self, since: str, until: str, themes: list[str]) -> None:
        """Open kaznedra:changes, filled in: what it writes and where is the user's to see before it runs."""
        if self._state is None:
            return
        try:
            from processing import createAlgorithmDialog
        except ImportError:
            self._notices.tell(
                QCoreApplication.translate("Kaznedra", "Switch on the plugin Processing to compare pulls."),
                Qgis.MessageLevel.Warning,
            )
            return
        given = {"WORKSPACE": str(self._state.workspace), "FROM": since, "TO": until, "THEMES": themes}
        self._compared = createAlgorithmDialog("kaznedra:changes", given)
        self._compared.setObjectName("kaznedraChangesDialog")
        self._compared.show()

    def choose_retention(self) -> None:
        """Ask how much history to keep."""
        from .retention_dialog import RetentionDialog

        if self._state is None or self._state.workspace is None or self._state.keep is None:
            return
        dialog = RetentionDialog(self._state.workspace, self._state.keep, self._iface.mainWindow())
        dialog.finished.connect(self._chosen)
        self._dialog = dialog
        dialog.open()

    def _chosen(self, answer: int) -> None:
        dialog, self._dialog = self._dialog, None
        if answer and dialog.pruned is not None:
            if dialog.pruned.goes:
                self._notices.tell(_outcome(dialog.pruned), Qgis.MessageLevel.Success)
            self.pruned.emit()
        dialog.deleteLater()

    def end(self) -> None:
        """Leave nothing open."""
        if self._dialog is not None:
            self._dialog.reject()


def _outcome(done: Any) -> str:
    told = QCoreApplication.translate("Kaznedra", "Snapshots removed: {goes}; kept: {stays}").format(
        goes=words.count(len(done.goes)), stays=words.count(done.stays)
    )
    if done.size_after is None:
        return f"{told}."
    freed = QCoreApplication.translate("Kaznedra", "the file is smaller by {size}").format(
        size=words.size(max(done.size_before - done.size_after, 0))
    )
    return f"{told}; {freed}."
