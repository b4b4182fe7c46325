"""What the dock shows before there is a source: what Kaznedra is for, and three ways to begin."""

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCommandLinkButton, QLabel, QScrollArea, QVBoxLayout, QWidget

from .icons import icon


class FirstStart(QScrollArea):
    """Three offers; each is a signal."""

    demo_wanted = pyqtSignal()
    platform_wanted = pyqtSignal()
    workspace_wanted = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraFirstStart")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        self.heading = QLabel(page)
        self.heading.setObjectName("kaznedraFirstStartHeading")
        font = self.heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.heading.setFont(font)
        self.purpose = QLabel(page)
        for label in (self.heading, self.purpose):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        self.demo = self._offer(page, "kaznedraDemo", "kaznedra", self.demo_wanted)
        self.platform = self._offer(page, "kaznedraPlatform", "test", self.platform_wanted)
        self.workspace = self._offer(page, "kaznedraOpenWorkspace", "workspace", self.workspace_wanted)
        layout.addStretch(1)
        self.setWidget(page)
        self.retranslate()

    def _offer(self, page: QWidget, name: str, icon_name: str, wanted) -> "Offer":
        offer = Offer(page)
        offer.button.setObjectName(name)
        offer.button.setIcon(icon(icon_name))
        offer.button.setIconSize(QSize(24, 24))
        offer.button.clicked.connect(wanted)
        page.layout().addWidget(offer)
        return offer

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.heading.setText(QCoreApplication.translate("Kaznedra", "Where should the data come from?"))
        self.purpose.setText(
            QCoreApplication.translate(
                "Kaznedra",
                "Kaznedra pulls licences, applications, deposits and restricted areas into a file on this computer, "
                "keeps their history and shows them on your map, also without a network.",
            )
        )
        self.demo.say(
            QCoreApplication.translate("Kaznedra", "Try the &demo data"),
            QCoreApplication.translate("Kaznedra", "Invented licences in a file of the plugin. Needs no network."),
        )
        self.platform.say(
            QCoreApplication.translate("Kaznedra", "Connect to a &platform"),
            QCoreApplication.translate("Kaznedra", "You need the address of its OGC API, and a sign-in if it asks."),
        )
        self.workspace.say(
            QCoreApplication.translate("Kaznedra", "Open a &workspace"),
            QCoreApplication.translate("Kaznedra", "A GeoPackage that Kaznedra made here or on another computer."),
        )


class Offer(QWidget):
    """A command link, and under it what it is about, wrapped to the width there is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        self.button = QCommandLinkButton(self)
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setIndent(36)
        self.about.setBuddy(self.button)
        layout.addWidget(self.button)
        layout.addWidget(self.about)

    def say(self, title: str, about: str) -> None:
        """Set the texts."""
        self.button.setText(title)
        self.button.setAccessibleDescription(about)
        self.about.setText(about)
