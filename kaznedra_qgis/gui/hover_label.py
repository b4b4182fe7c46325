"""What is said of the block under the mouse, beside the mouse."""

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QLabel, QToolTip, QWidget

_AWAY = 18
"""Pixels from the mouse"""


class HoverLabel(QLabel):
    """Plain text over the map that takes no mouse; hidden while it is empty."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraHover")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.setPalette(QToolTip.palette())
        self.setFont(QToolTip.font())
        self.setForegroundRole(self.palette().ColorRole.ToolTipText)
        self.setBackgroundRole(self.palette().ColorRole.ToolTipBase)
        self.setContentsMargins(6, 4, 6, 4)
        self.setFrameShape(QLabel.Shape.Box)
        self.hide()

    def tell(self, text: str) -> None:
        """Say something else, or nothing."""
        if text != self.text():
            self.setText(text)
            self.adjustSize()
        self.setVisible(bool(text))

    def put(self, mouse: QPoint) -> None:
        """Stand beside the mouse, wherever there is room."""
        room = self.parentWidget().size()
        x = mouse.x() + _AWAY
        y = mouse.y() + _AWAY
        if x + self.width() > room.width():
            x = mouse.x() - _AWAY - self.width()
        if y + self.height() > room.height():
            y = mouse.y() - _AWAY - self.height()
        self.move(max(0, x), max(0, y))
