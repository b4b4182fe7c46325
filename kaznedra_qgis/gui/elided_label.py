"""A label that shortens its text with an ellipsis where the room is short, and shows all of it as a tooltip."""

from typing import Optional

from qgis.PyQt.QtCore import QPointF, QSize, Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from . import words


class ElidedLabel(QLabel):
    """One line of plain text; `text()` is always the whole of it."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show a text; it is its own tooltip unless `explain` gave one."""
        super().setText(text)
        super().setToolTip(words.tip(self._tip or text))
        self.setAccessibleName(text)

    def explain(self, tip: str) -> None:
        """Tooltip in plain text, shown instead of the label's own text."""
        self._tip = tip
        super().setToolTip(words.tip(tip or self.text()))

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        width = self.fontMetrics().horizontalAdvance(self.text() + " ")
        return QSize(width, self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.fontMetrics().horizontalAdvance("MMM…"), self.fontMetrics().height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, shortened at its end."""
        metrics, room = self.fontMetrics(), self.contentsRect()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        baseline = room.top() + (room.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(
            QPointF(room.left(), baseline),
            metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width()),
        )
