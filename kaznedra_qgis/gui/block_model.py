"""The blocks of the open draft as rows: code, and what is known of the ground."""

from collections.abc import Callable, Collection
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt

from ..subsoil.blocks import Block
from ..subsoil.codes import format_code
from ..subsoil.numbering import NumberingScheme
from . import words


class BlockModel(QAbstractTableModel):
    """A row per block, in the order of the numbering. `standing` is asked for a word and a reason of each."""

    def __init__(
        self,
        scheme: NumberingScheme,
        standing: Callable[[Block], tuple[str, str]],
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._scheme, self._standing = scheme, standing
        self._blocks: list[Block] = []
        self._partial: frozenset[Block] = frozenset()

    def show(self, blocks: Collection[Block], partial: Collection[Block]) -> None:
        """Show these blocks."""
        self.beginResetModel()
        self._blocks = sorted(blocks, key=self._scheme.sort_key)
        self._partial = frozenset(partial)
        self.endResetModel()

    def refresh(self) -> None:
        """Ask for the standings anew."""
        if self._blocks:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._blocks) - 1, 1))

    def block(self, index: QModelIndex) -> Optional[Block]:
        """The block of a row."""
        return self._blocks[index.row()] if index.isValid() and index.row() < len(self._blocks) else None

    def row_of(self, block: Block) -> int:
        """The row of a block, -1 where it is not listed."""
        return self._blocks.index(block) if block in self._blocks else -1

    def rowCount(self, parent: Optional[QModelIndex] = None) -> int:
        """Blocks."""
        return 0 if parent is not None and parent.isValid() else len(self._blocks)

    def columnCount(self, parent: Optional[QModelIndex] = None) -> int:
        """Code and standing."""
        return 0 if parent is not None and parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = QCoreApplication.translate("Kaznedra", "Block"), QCoreApplication.translate("Kaznedra", "Standing")
        return titles[section]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        block = self.block(index)
        if block is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._scheme.code(block) if index.column() == 0 else self._told(block)
        if role == Qt.ItemDataRole.ToolTipRole:
            told = (self._scheme.code(block), self._told(block), self._standing(block)[1])
            return words.tip("\n".join(part for part in told if part))
        return None

    def _told(self, block: Block) -> str:
        """How the ground stands, and that only a part of the block is asked for."""
        standing = self._standing(block)[0]
        if block not in self._partial:
            return standing
        return QCoreApplication.translate("Kaznedra", "{standing}; asked for in part").format(standing=standing)

    def canonical(self, indexes: Collection[QModelIndex]) -> str:
        """The codes of rows as documents write them, a line each."""
        rows = sorted({index.row() for index in indexes})
        blocks = (self._blocks[row] for row in rows)
        return "\n".join(format_code(block, self._scheme, block in self._partial) for block in blocks)
