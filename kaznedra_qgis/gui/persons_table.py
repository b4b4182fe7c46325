"""A small table of persons: managers, or those who control a company."""

from collections.abc import Iterable
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .applicant_words import field_title
from .icons import icon


class PersonsTable(QWidget):
    """`persons()` are what the rows say; rows left empty are passed over. `edited` comes with every change."""

    edited = pyqtSignal()

    def __init__(self, name: str, title: str, role: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, 3, self)
        self.table.setObjectName(name)
        self.table.setHorizontalHeaderLabels([field_title("full_name"), field_title("number"), role])
        self.table.setAccessibleName(title)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(1, self.fontMetrics().horizontalAdvance("0" * 14))
        self.table.setMinimumHeight(self.fontMetrics().height() * 6)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        add = self._button(f"{name}Add", "add", QCoreApplication.translate("Kaznedra", "Add a person"), self.add)
        remove = self._button(
            f"{name}Remove",
            "delete",
            QCoreApplication.translate("Kaznedra", "Remove the selected persons"),
            self.remove,
        )
        label = QLabel(title, self)
        label.setBuddy(self.table)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addStretch(1)
        row.addWidget(add)
        row.addWidget(remove)
        self.stops = (add, remove, self.table)
        """In the order in which Tab goes through them"""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.table)
        self.table.itemChanged.connect(lambda _item: self.edited.emit())

    def _button(self, name: str, picture: str, text: str, job: Any) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(icon(picture))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.clicked.connect(lambda _checked=False: job())
        return button

    def show_persons(self, persons: Iterable[Any]) -> None:
        """Show these subsoil.applicants.Person."""
        self.table.setRowCount(0)
        for person in persons:
            self._put(person.name, person.number, person.role)

    def persons(self) -> tuple[Any, ...]:
        """What the rows say."""
        from ..subsoil.applicants import Person

        rows = [
            [self.table.item(row, column).text().strip() for column in range(3)] for row in range(self.table.rowCount())
        ]
        return tuple(Person(*row) for row in rows if any(row))

    def add(self) -> None:
        """Add an empty row and begin to write in it."""
        self._put("", "", "")
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self.table.setFocus()
        self.table.editItem(self.table.currentItem())

    def remove(self) -> None:
        """Remove the selected rows."""
        for row in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            self.table.removeRow(row)
        self.edited.emit()

    def _put(self, *texts: str) -> None:
        row = self.table.rowCount()
        self.table.blockSignals(True)
        self.table.insertRow(row)
        for column, text in enumerate(texts):
            self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.blockSignals(False)
