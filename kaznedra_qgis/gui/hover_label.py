"""What is said of the block under the mouse, beside the mouse."""

from qgis.PyQt.QtCore import QEvent, QObject, QPoint, QSize, Qt
from qgis.PyQt.QtWidgets import QLabel, QToolTip, QWidget

_AWAY = 18
"""Pixels from the mouse"""
_WIDEST = 56
"""Letters"""


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
        self.setMargin(4)
        self.setWordWrap(True)
        self.setFrameShape(QLabel.Shape.Box)
        self._mouse = QPoint()
        parent.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay within a map that becomes smaller."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.put(self._mouse)
        return super().eventFilter(watched, event)

    def tell(self, text: str) -> None:
        """Say something else, or nothing."""
        if text != self.text():
            self.setText(text)
            self.resize(self._good_size(text))
            self.put(self._mouse)
        self.setVisible(bool(text))

    def _good_size(self, text: str) -> QSize:
        """As wide as the longest line, but no wider than is quickly read."""
        metrics, around = self.fontMetrics(), 2 * (self.margin() + self.frameWidth()) + 2
        widest = metrics.averageCharWidth() * _WIDEST
        width = min(max(map(metrics.horizontalAdvance, text.split("\n"))), widest) + around
        return QSize(width, self.heightForWidth(width))

    def put(self, mouse: QPoint) -> None:
        """Stand beside the mouse, wherever there is room."""
        self._mouse = QPoint(mouse)
        room = self.parentWidget().size()
        x = mouse.x() + _AWAY
        y = mouse.y() + _AWAY
        if x + self.width() > room.width():
            x = mouse.x() - _AWAY - self.width()
        if y + self.height() > room.height():
            y = mouse.y() - _AWAY - self.height()
        self.move(max(0, min(x, room.width() - self.width())), max(0, min(y, room.height() - self.height())))
