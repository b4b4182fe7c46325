"""Ties the page Applications together: the drafts, the map, the ground, and the ways to choose blocks."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from ..subsoil.blocks import Block
from .applications_page import ApplicationsPage
from .draft_desk import DraftDesk
from .draft_sections import DraftSections
from .drafts_on_map import DraftsOnMap
from .open_draft import OpenDraft


class ApplicationsRoom(QObject):
    """`page` is the widget; everything else lives and ends with this."""

    def __init__(self, iface: Any, notices: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._iface, self._notices = iface, notices
        self.desk = DraftDesk(notices, self)
        self.map = DraftsOnMap(iface, self.desk, self._describe)
        self.open_draft = OpenDraft(self.desk, self.map, self._standing, parent)
        self.sections = DraftSections(self.desk, self.open_draft)
        self.page = ApplicationsPage(self.desk, self.map, self.open_draft, parent)
        self.map.tool.told.connect(lambda text: notices.tell(text, Qgis.MessageLevel.Warning))
        self.desk.changed.connect(self.desk_changed)

    def desk_changed(self) -> None:
        """Blocks came or went."""

    def follow(self, path: Optional[Path], source: str) -> None:
        """Show the drafts of a workspace."""
        self.desk.follow(path)

    def _describe(self, block: Block) -> str:
        return self.map.grid.scheme.code(block)

    def _standing(self, block: Block) -> tuple[str, str]:
        return "", ""

    def end(self) -> None:
        """Save everything, and take everything off the map."""
        self.page.end()
        self.map.end()
        self.desk.end()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.page.retranslate()
        self.sections.retranslate()
