"""The plan of works of a draft: year, type, method, volume, cost, checked against the minimum expenditure of each year.

`show_plan(draft.details.get("plan"), draft.details.get("minerals"))` when a draft is opened, `show_costs` whenever its
costs change; what `changed` and `minerals_changed` send is kept as the draft's details "plan" and "minerals", a list of
the contract's codes.
"""

from dataclasses import replace
from typing import Any, Optional

from qgis.gui import QgsCheckableComboBox
from qgis.PyQt.QtCore import QCoreApplication, QModelIndex, QSignalBlocker, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .. import cost_words
from .icons import icon
from .state_words import STATE_ICONS, state_word
from .words import tip
from .works_folded import FoldedFields
from .works_model import Column, WorksDelegate, WorksModel

WIDE_CHARS = 80
"""With fewer letters in a line the types of works would not be readable beside all columns"""


class WorksTable(QTableView):
    """View of a WorksModel; Delete removes the selected works."""

    remove_wanted = pyqtSignal()
    folded = pyqtSignal(bool)
    """Whether method and unit are left out"""

    def __init__(self, model: WorksModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraWorks")
        self.setModel(model)
        self.setItemDelegate(WorksDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in (Column.KIND, Column.METHOD):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 5)
        self.setColumnWidth(Column.UNIT, self.fontMetrics().averageCharWidth() * 9)
        for column in (Column.YEAR, Column.VOLUME, Column.COST):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave method and unit out where the room is short; the unit then stands with the volume."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.fontMetrics().averageCharWidth() * WIDE_CHARS
        for column in (Column.METHOD, Column.UNIT):
            self.setColumnHidden(column, is_narrow)
        self.model().show_units(is_narrow)
        self.folded.emit(is_narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes works."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class WorksForm(QWidget):
    """The minerals looked for, the works and, under them, how each year stands."""

    changed = pyqtSignal(object)
    minerals_changed = pyqtSignal(object)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraPlan")
        self._costs: Any = None
        self.minerals_label = QLabel(self)
        self.minerals = QgsCheckableComboBox(self)
        self.minerals.setObjectName("kaznedraMinerals")
        self.minerals.setMaxVisibleItems(20)
        self.minerals.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.minerals_label.setBuddy(self.minerals)
        self.model = WorksModel(self)
        self.table = WorksTable(self.model, self)
        self.table.setMinimumHeight(self.fontMetrics().height() * 8)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.folded = FoldedFields(self.model, self)
        self.empty = QLabel(self)
        self.empty.setObjectName("kaznedraNoWorks")
        self.empty.setWordWrap(True)
        self.verdict = QLabel(self)
        self.verdict.setWordWrap(True)
        self.verdict.setObjectName("kaznedraPlanVerdict")
        self.years = QGridLayout()
        self.years.setVerticalSpacing(1)
        self.years.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []
        self.buttons: dict[str, QToolButton] = {}
        self._lay_out()
        self.table.remove_wanted.connect(self.remove)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.table.selectionModel().currentChanged.connect(lambda now, _before: self._follow(now))
        self.table.folded.connect(lambda _is_narrow: self._follow(self.table.currentIndex()))
        self.model.modelReset.connect(lambda: self._follow(QModelIndex()))
        self.model.edited.connect(self._edited)
        self.minerals.checkedItemsChanged.connect(lambda _texts: self.minerals_changed.emit(self.chosen_minerals()))
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        jobs = (("add", "add", self.add), ("next", "duplicate", self.repeat), ("remove", "delete", self.remove))
        for name, picture, job in jobs:
            button = QToolButton(self)
            button.setObjectName(f"kaznedraWorks_{name}")
            button.setIcon(icon(picture))
            button.setAutoRaise(True)
            if name == "add":
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _checked=False, job=job: job())
            self.buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 4, 0)
        above = QHBoxLayout()
        above.addWidget(self.minerals_label)
        above.addWidget(self.minerals, 1)
        layout.addLayout(above)
        layout.addLayout(row)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.folded)
        layout.addWidget(self.verdict)
        layout.addLayout(self.years)

    def show_plan(self, told: Any, minerals: Any = None) -> None:
        """Show the plan as `changed` sent it, and the codes of minerals; what cannot be read is no plan."""
        from ..subsoil.plan import from_json

        self._list_minerals(minerals if isinstance(minerals, list) else [])
        try:
            self.model.show_works(from_json(told))
        except ValueError:
            self.model.show_works(())
        self._show_years()

    def show_costs(self, costs: Any) -> None:
        """Check against these subsoil.costs.Amounts, None where there are none."""
        self._costs = costs
        self._show_years()

    def chosen_minerals(self) -> list[str]:
        """Codes of the minerals that are ticked."""
        return [str(code) for code in self.minerals.checkedItemsData()]

    def _list_minerals(self, chosen: list) -> None:
        from ..mapping.minerals import solid_minerals

        quiet = QSignalBlocker(self.minerals)
        self.minerals.clear()
        titles = solid_minerals()
        for code in (*titles, *(code for code in map(str, chosen) if code not in titles)):
            state = Qt.CheckState.Checked if code in chosen else Qt.CheckState.Unchecked
            self.minerals.addItemWithCheckState(titles.get(code, code), state, code)
        del quiet

    # what is done

    def add(self) -> None:
        """Add a work to the year of the one that is current, and begin to edit it."""
        from ..subsoil.plan import Work, work_types

        current = self.table.currentIndex().row()
        year = self.model.works[current].year if current >= 0 else 1
        kind = next(iter(work_types().values()))
        index = self.model.add(Work(year, kind.id, unit=kind.unit), current + 1 if current >= 0 else None)
        self.table.setCurrentIndex(index)
        self.table.setFocus()

    def repeat(self) -> None:
        """Copy the selected works to the year after."""
        from .works_model import MOST_YEARS

        for row in self._selected():
            work = self.model.works[row]
            if work.year < MOST_YEARS:
                self.table.setCurrentIndex(self.model.add(replace(work, year=work.year + 1)))

    def remove(self) -> None:
        """Remove the selected works."""
        if self._selected():
            self.model.remove(self._selected())

    def _selected(self) -> list[int]:
        return sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})

    def _edited(self) -> None:
        from ..subsoil.plan import to_json

        self._show_years()
        self.changed.emit(to_json(self.model.works))

    # what is shown

    def _allow(self) -> None:
        chosen = bool(self._selected())
        for name in ("next", "remove"):
            self.buttons[name].setEnabled(chosen)

    def _follow(self, index: QModelIndex) -> None:
        self.folded.follow(index)
        # once the rows have their heights
        QTimer.singleShot(0, lambda: self.table.scrollTo(self.table.currentIndex()))
        self.folded.setVisible(index.isValid() and self.table.isColumnHidden(Column.METHOD))

    def _show_years(self) -> None:
        from ..subsoil.plan import beyond, check_plan

        for line in self._lines[len(self._costs.years) if self._costs is not None else 0 :]:
            for label in line:
                label.hide()
        self._allow()
        self.empty.setVisible(not self.model.works)
        if self._costs is None:
            self.verdict.setText(
                QCoreApplication.translate("Kaznedra", "Choose blocks first: what must be spent depends on them.")
            )
            return
        late = beyond(self.model.works, len(self._costs.years))
        self.verdict.setText(
            QCoreApplication.translate("Kaznedra", "Works in years that the costs do not show: {number}.").format(
                number=len(late)
            )
            if late
            else _against(self._costs)
        )
        for row, check in enumerate(check_plan(self.model.works, self._costs)):
            self._show_year(row, check)

    def _show_year(self, row: int, check: Any) -> None:
        if row == len(self._lines):
            picture, text = QLabel(self), QLabel(self)
            text.setObjectName(f"kaznedraPlanYear{check.year}")
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            self.years.addWidget(picture, row, 0)
            self.years.addWidget(text, row, 1)
            self._lines.append((picture, text))
        picture, text = self._lines[row]
        picture.setPixmap(
            icon(STATE_ICONS[check.state.value]).pixmap(self.fontMetrics().height(), self.fontMetrics().height())
        )
        picture.setToolTip(tip(state_word(check.state.value)))
        picture.setAccessibleName(state_word(check.state.value))
        text.setText(_told(check))
        picture.show()
        text.show()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        for name, (text, explained) in {
            "add": (
                QCoreApplication.translate("Kaznedra", "&Add works"),
                QCoreApplication.translate("Kaznedra", "Add works to the year that is current"),
            ),
            "next": (
                QCoreApplication.translate("Kaznedra", "Next &year too"),
                QCoreApplication.translate("Kaznedra", "Copy the selected works to the year after"),
            ),
            "remove": (
                QCoreApplication.translate("Kaznedra", "&Remove"),
                QCoreApplication.translate("Kaznedra", "Remove the selected works"),
            ),
        }.items():
            self.buttons[name].setText(text)
            self.buttons[name].setToolTip(tip(explained))
        self.empty.setText(
            QCoreApplication.translate(
                "Kaznedra",
                "No works yet. Add those of the first year, with volume and cost; then repeat them in the next years.",
            )
        )
        self.folded.retranslate()
        self.minerals_label.setText(QCoreApplication.translate("Kaznedra", "&Minerals"))
        self.minerals.setDefaultText(QCoreApplication.translate("Kaznedra", "none chosen yet"))
        self._list_minerals(self.chosen_minerals())
        self.table.setAccessibleName(QCoreApplication.translate("Kaznedra", "Plan of works"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.table.viewport().update()
        self._show_years()


def _against(costs: Any) -> str:
    if not costs.is_several:
        return QCoreApplication.translate("Kaznedra", "Planned cost against minimum expenditure:")
    return QCoreApplication.translate(
        "Kaznedra",
        "Planned cost against the minimum expenditure of {count} licences together. Each must spend its own: how the "
        "works are divided between the plots is not checked.",
    ).format(count=len(costs.licences))


def _told(check: Any) -> str:
    cost = cost_words.in_tenge(check.cost)
    if check.minimum is None:
        told = QCoreApplication.translate("Kaznedra", "Year {year}: {cost} planned; the MCI of the year is not known")
        return told.format(year=check.year, cost=cost)
    told = (
        QCoreApplication.translate("Kaznedra", "Year {year}: {cost} planned, {minimum} needed; {short} short")
        if check.short
        else QCoreApplication.translate("Kaznedra", "Year {year}: {cost} planned, {minimum} needed")
    ).format(
        year=check.year,
        cost=cost,
        minimum=cost_words.in_tenge(check.minimum),
        short=cost_words.in_tenge(check.short),
    )
    if not check.uncosted:
        return told
    more = QCoreApplication.translate("Kaznedra", "works without a cost: {number}").format(number=check.uncosted)
    return f"{told}; {more}"
