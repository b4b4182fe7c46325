"""Method and unit of the works that are current, for where the table has no room for their columns."""

from qgis.PyQt.QtCore import QCoreApplication, QModelIndex
from qgis.PyQt.QtWidgets import QComboBox, QDataWidgetMapper, QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from .works_model import Column, WorksDelegate, WorksModel, unit_titles


class FoldedFields(QWidget):
    """What is written here goes into the model, as if it were written in the table."""

    def __init__(self, model: WorksModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.method, self.unit = QLineEdit(self), QComboBox(self)
        self.method.setObjectName("kaznedraWorksMethod")
        self.unit.setObjectName("kaznedraWorksUnit")
        self.unit.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._labels = {Column.METHOD: QLabel(self), Column.UNIT: QLabel(self)}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for row, (column, field) in enumerate(((Column.METHOD, self.method), (Column.UNIT, self.unit))):
            self._labels[column].setBuddy(field)
            grid.addWidget(self._labels[column], row, 0)
            grid.addWidget(field, row, 1)
        self._mapper = QDataWidgetMapper(self)
        self._mapper.setModel(model)
        self._mapper.setItemDelegate(WorksDelegate(self))
        self._mapper.addMapping(self.method, Column.METHOD)
        self._mapper.addMapping(self.unit, Column.UNIT)
        self.unit.activated.connect(lambda _place: self._mapper.submit())
        self.retranslate()

    def follow(self, index: QModelIndex) -> None:
        """Show the works of a cell."""
        self._mapper.setCurrentModelIndex(index)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._labels[Column.METHOD].setText(QCoreApplication.translate("Kaznedra", "Met&hod"))
        self._labels[Column.UNIT].setText(QCoreApplication.translate("Kaznedra", "U&nit"))
        self.unit.clear()
        for name, title in unit_titles().items():
            self.unit.addItem(title, name)
        self._mapper.revert()
