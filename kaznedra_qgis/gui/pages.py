"""The pages of the dock: the map with its themes and moment, the applications, and the history."""

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from .applications import Applications
from .as_of_row import AsOfRow
from .history_page import HistoryPage
from .shown_source import ShownSource
from .theme_list import ThemeList
from .theme_model import ThemeModel


class Pages(QTabWidget):
    """Three pages; what happens in them is the panel's."""

    def __init__(self, themes: ThemeModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraPages")
        self.setDocumentMode(True)
        page = QWidget(self)
        self.shown_source = ShownSource(page)
        self.list = ThemeList(themes, page)
        self.as_of_row = AsOfRow(page)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.shown_source)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.as_of_row)
        self.applications = Applications(self)
        self.history = HistoryPage(self)
        for each in (page, self.applications, self.history):
            self.addTab(each, "")
        self.setTabOrder(self.shown_source.sources, self.list)
        self.setTabOrder(self.list, self.as_of_row.slider)

    def show_applications(self) -> None:
        """Bring the applications into view."""
        self.setCurrentWidget(self.applications)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.setTabText(0, QCoreApplication.translate("Kaznedra", "Map"))
        self.setTabText(1, QCoreApplication.translate("Kaznedra", "Applications"))
        self.setTabText(2, QCoreApplication.translate("Kaznedra", "History"))
        self.list.setAccessibleName(QCoreApplication.translate("Kaznedra", "Themes"))
        for row in (self.shown_source, self.as_of_row, self.applications, self.history):
            row.retranslate()
