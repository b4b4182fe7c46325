"""What the dock shows before there is a source: what Kaznedra is for, and three ways to begin."""

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

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
        self.demo = Offer("kaznedraDemo", "kaznedra", page)
        self.platform = Offer("kaznedraPlatform", "test", page)
        self.workspace = Offer("kaznedraOpenWorkspace", "workspace", page)
        wanted = (self.demo_wanted, self.platform_wanted, self.workspace_wanted)
        for offer, signal in zip((self.demo, self.platform, self.workspace), wanted):
            offer.button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
            layout.addWidget(offer)
        layout.addStretch(1)
        self.setWidget(page)
        self.retranslate()

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
            QCoreApplication.translate("Kaznedra", "Demo data"),
            QCoreApplication.translate("Kaznedra", "Invented licences in a file of the plugin. Needs no network."),
            QCoreApplication.translate("Kaznedra", "&Try"),
        )
        self.platform.say(
            QCoreApplication.translate("Kaznedra", "A platform"),
            QCoreApplication.translate("Kaznedra", "You need the address of its OGC API, and a sign-in if it asks."),
            QCoreApplication.translate("Kaznedra", "&Connect…"),
        )
        self.workspace.say(
            QCoreApplication.translate("Kaznedra", "A workspace"),
            QCoreApplication.translate("Kaznedra", "A GeoPackage that Kaznedra made here or on another computer."),
            QCoreApplication.translate("Kaznedra", "&Open…"),
        )


class Offer(QWidget):
    """Icon, title, what it is about, and a button; texts wrap to the width there is."""

    def __init__(self, name: str, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        mark = QLabel(self)
        mark.setPixmap(icon(icon_name).pixmap(QSize(24, 24)))
        mark.setFixedWidth(30)
        self.title, self.about = QLabel(self), QLabel(self)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        for label in (self.title, self.about):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(self)
        self.button.setObjectName(name)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setColumnStretch(1, 1)
        layout.addWidget(mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.title, 0, 1)
        layout.addWidget(self.about, 1, 1)
        layout.addWidget(self.button, 2, 1, Qt.AlignmentFlag.AlignLeft)

    def say(self, title: str, about: str, verb: str) -> None:
        """Set the texts."""
        self.title.setText(title)
        self.about.setText(about)
        self.button.setText(verb)
        self.button.setAccessibleName(title)
        self.button.setAccessibleDescription(about)
