"""The list of the blocks of a draft."""

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from .block_model import BlockModel
from .fitting_splitter import height_of_rows


class BlockTree(QTreeView):
    """View of a BlockModel."""

    copy_wanted = pyqtSignal()
    remove_wanted = pyqtSignal()

    def __init__(self, model: BlockModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraBlocks")
        self.setModel(model)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies codes, Delete removes blocks."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Room for the header and three rows."""
        return QSize(super().minimumSizeHint().width(), height_of_rows(self, 3))
