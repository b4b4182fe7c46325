"""The page Applications as the dock holds it: made when it is first seen, so that QGIS's start need not wait."""

from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget


class Applications(QWidget):
    """`room` is None until the page was seen once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.room: Any = None
        self._iface: Any = None
        self._settings: Any = None
        self._notices: Any = None
        self._path: Optional[Path] = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def begin(self, iface: Any, settings: Any, notices: Any) -> None:
        """Take what the page needs once it is made."""
        self._iface, self._settings, self._notices = iface, settings, notices

    def follow(self, path: Optional[Path]) -> None:
        """Show the drafts of a workspace, and how the ground stands by it."""
        self._path = path
        if self.room is not None:
            self.room.follow(path)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the page the first time."""
        super().showEvent(event)
        if self.room is None and self._iface is not None:
            from .applications_room import ApplicationsRoom

            self.room = ApplicationsRoom(self._iface, self._settings, self._notices, self)
            self.layout().addWidget(self.room.page)
            self.room.follow(self._path)

    def end(self) -> None:
        """Save everything and leave nothing on the map."""
        if self.room is not None:
            self.room.end()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        if self.room is not None:
            self.room.retranslate()
