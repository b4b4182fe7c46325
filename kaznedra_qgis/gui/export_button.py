"""The button that opens the export of the open draft."""

from collections.abc import Callable
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from ..settings import Settings
from .export_dialog import ExportDialog
from .words import tip


class ExportButton(QPushButton):
    """`save` has the draft written down before it is read; False: it cannot be now."""

    def __init__(self, settings: Settings, save: Callable[[], bool], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraExportDraft")
        self._settings, self._save = settings, save
        self._workspace: Optional[Path] = None
        self._draft = ""
        self.dialog: Optional[ExportDialog] = None
        self.clicked.connect(lambda _checked=False: self.open_dialog())
        self.retranslate()
        self.follow(None, "")

    def follow(self, workspace: Optional[Path], draft: str) -> None:
        """Another draft is open; '' for none."""
        self._workspace, self._draft = workspace, draft
        self.setEnabled(workspace is not None and bool(draft))

    def open_dialog(self) -> None:
        """Check the draft anew and offer to write it."""
        if self._workspace is None or not self._draft or not self._save():
            return
        self.dialog = ExportDialog(self._workspace, self._draft, self.window(), self._settings)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.setText(QCoreApplication.translate("Kaznedra", "&Export the application…"))
        self.setToolTip(
            tip(
                QCoreApplication.translate(
                    "Kaznedra",
                    "The application as ODT and PDF, map sheets, corner catalogue, data files and one pack of them all",
                )
            )
        )
