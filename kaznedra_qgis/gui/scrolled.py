"""A form that is scrolled up and down where the dock is low, and never cut at its sides."""

from typing import Optional

from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QScrollArea, QWidget


class Scrolled(QScrollArea):
    """Asks for the width that its content needs at least."""

    def __init__(self, content: Optional[QWidget] = None, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if content is not None:
            self.setWidget(content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give wrapped texts the height that they take at the new width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do so when the content changes, too."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        content = self.widget()
        if content is None or content.layout() is None or not content.layout().hasHeightForWidth():
            return
        layout, width = content.layout(), self.viewport().width()
        # each alone falls short of some nested layout of wrapped texts
        heights = (layout.minimumHeightForWidth(width), layout.totalHeightForWidth(width))
        wanted = max(*heights, layout.totalMinimumSize().height())
        if wanted != content.minimumHeight():
            content.setMinimumHeight(wanted)

    def minimumSizeHint(self) -> QSize:
        """Wide enough that nothing is cut at the sides."""
        content = self.widget()
        width = content.minimumSizeHint().width() if content is not None else 0
        return QSize(width + self.verticalScrollBar().sizeHint().width(), super().minimumSizeHint().height())
