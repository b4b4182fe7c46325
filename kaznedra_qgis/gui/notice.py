"""A message of three sentences for QGIS's message bar: it wraps and grows, where QGIS's own item would scroll."""

from collections.abc import Callable
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class WrappedLabel(QLabel):
    """A label that asks for the height its text takes at the width it has."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height at the new width."""
        super().resizeEvent(event)
        # the height asked for so far would count as the least that the text takes
        self.setMinimumHeight(0)
        self.setFixedHeight(self.heightForWidth(self.width()))


class Notice(QWidget):
    """Text over a row of buttons. `html` has its values escaped already."""

    def __init__(self, html: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraNotice")
        self.text = WrappedLabel(html, self)
        self.text.setObjectName("kaznedraNoticeText")
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 3, 0, 3)
        layout.addWidget(self.text)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        layout.addLayout(self._buttons)

    def add_button(self, name: str, text: str, pressed: Callable[[], None]) -> None:
        """Add a button to the row."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: pressed())
        self._buttons.insertWidget(self._buttons.count() - 1, button)
