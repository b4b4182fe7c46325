"""The other ways to choose blocks for the open draft: from text, from a layer, from what is selected, from a file."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtWidgets import QDialog, QFileDialog

from ..subsoil.blocks import Block
from .draft_desk import DraftDesk
from .drafts_on_map import DraftsOnMap
from .notices import Notices
from .open_draft import OpenDraft
from .readable_files import FEATURES, TEXTS, is_text, pattern, text_of


class WaysToChoose(QObject):
    """Serves an OpenDraft: opens the dialogs, and gives their blocks to the open draft as one step of undo."""

    def __init__(self, iface: Any, desk: DraftDesk, on_map: DraftsOnMap, notices: Notices, page: OpenDraft) -> None:
        super().__init__(page)
        self._iface, self._desk, self._map, self._notices = iface, desk, on_map, notices
        self._dialog: Any = None
        page.paste_wanted.connect(self.paste)
        page.layer_wanted.connect(lambda: self.from_layer(False))
        page.selection_wanted.connect(lambda: self.from_layer(True))
        page.file_wanted.connect(self.from_file)

    def end(self) -> None:
        """Leave nothing open."""
        if self._dialog is not None:
            self._dialog.reject()

    def _open(self, dialog: QDialog) -> None:
        self.end()
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.show()

    def _closed(self, _answer: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def paste(self, text: str = "") -> None:
        """Have the user paste codes or coordinates."""
        from .paste_dialog import PasteDialog

        dialog = PasteDialog(self._map.grid.scheme, self._iface.mainWindow(), text)
        dialog.chosen.connect(self.give)
        self._open(dialog)

    def from_layer(self, selected_only: bool) -> None:
        """Have the user choose a layer; the active one is filled in."""
        from .layer_dialog import LayerDialog

        active = self._iface.activeLayer()
        layer = active if isinstance(active, QgsVectorLayer) and active.isSpatial() else None
        if selected_only and (layer is None or not layer.selectedFeatureCount()):
            self._notices.tell(
                QCoreApplication.translate(
                    "Kaznedra", "Nothing is selected in the active layer. Select features first."
                ),
                Qgis.MessageLevel.Warning,
            )
            return
        dialog = LayerDialog(self._map.grid.scheme, False, self._iface.mainWindow())
        dialog.choose_layer(layer, selected_only)
        dialog.chosen.connect(lambda blocks, replaces: self.give(blocks, (), replaces))
        self._open(dialog)

    def from_file(self) -> None:
        """Have the user choose a file: text is read as if it were pasted, anything else as a layer."""
        title = QCoreApplication.translate("Kaznedra", "Choose blocks from a file")
        texts = QCoreApplication.translate("Kaznedra", "Codes, coordinates or features")
        kinds = f"{texts} ({pattern(*TEXTS, *FEATURES)})"
        path, _ = QFileDialog.getOpenFileName(self._iface.mainWindow(), title, "", kinds)
        if path:
            self.from_file_at(Path(path))

    def from_file_at(self, path: Path) -> None:
        """Choose blocks by what is in a file."""
        from .layer_dialog import LayerDialog

        if is_text(path):
            self.paste(text_of(path))
            return
        dialog = LayerDialog(self._map.grid.scheme, True, self._iface.mainWindow())
        dialog.file.setFilePath(str(path))
        dialog.chosen.connect(lambda blocks, replaces: self.give(blocks, (), replaces))
        self._open(dialog)

    def give(self, blocks: Iterable[Block], partial: Collection[Block], replaces: bool) -> None:
        """Add blocks to the open draft, or let them take the place of its own; then show it whole."""
        choice = self._desk.choice
        if choice is None:
            return
        if replaces:
            choice.replace(blocks, QCoreApplication.translate("Kaznedra", "Replace the blocks"), partial)
        else:
            choice.add(blocks, QCoreApplication.translate("Kaznedra", "Add blocks"), partial)
        self._map.zoom()
