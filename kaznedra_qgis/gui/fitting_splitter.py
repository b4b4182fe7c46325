"""Two parts, one over the other: the upper as high as its rows take, the rest for the lower, until the user decides."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QSplitter, QTreeView, QWidget


def height_of_rows(tree: QTreeView, rows: int) -> int:
    """What a flat list with its header takes to show so many rows, in pixels."""
    row = max(tree.sizeHintForRow(0), tree.fontMetrics().height() + 2)
    return tree.header().sizeHint().height() + row * rows + 2 * tree.frameWidth()


class FittingSplitter(QSplitter):
    """The upper part holds `tree`; it gets no more than a share (0 to 1) of the height. A moved handle stays."""

    def __init__(self, tree: QTreeView, share: float, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setChildrenCollapsible(False)
        self._tree, self._share = tree, share
        self._is_moved = False
        self.splitterMoved.connect(self._keep)

    def fit(self) -> None:
        """Share the height out anew; to be called when there are more rows, or fewer."""
        if self._is_moved or self.count() < 2 or self.widget(1).isHidden():
            return
        upper = self.widget(0)
        beside = max(upper.minimumSizeHint().height() - self._tree.minimumSizeHint().height(), 0)
        wanted = beside + height_of_rows(self._tree, max(self._tree.model().rowCount(), 1))
        room = self.height() - self.handleWidth()
        height = min(wanted, int(room * self._share))
        self.setSizes([height, max(room - height, 1)])

    def _keep(self, _place: int, _handle: int) -> None:
        self._is_moved = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new height out."""
        super().resizeEvent(event)
        self.fit()
