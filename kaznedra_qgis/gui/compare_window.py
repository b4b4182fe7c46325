"""A window beside the map that compares two drafts: blocks in one, in both, in the other."""

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from .. import i18n
from ..subsoil.blocks import Block, components, total_area_km2
from ..subsoil.codes import PARTIAL_MARKS, format_code
from ..subsoil.licences import PlannedLicences
from ..workspace.drafts import Draft
from . import draft_costs, words
from .draft_desk import DraftDesk
from .draft_model import swatch
from .drafts_on_map import DraftsOnMap
from .licence_plans import LicencePlans
from .state_words import STATE_ICONS, state_word


class CompareWindow(QDialog):
    """Follows the drafts as they are edited."""

    def __init__(self, desk: DraftDesk, plans: LicencePlans, on_map: DraftsOnMap, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraCompare")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._plans, self._map = desk, plans, on_map
        self.sides = [QComboBox(self), QComboBox(self)]
        self.figures = QTableWidget(self)
        self.lists = [QListWidget(self) for _ in range(3)]
        self.titles = [QLabel(self) for _ in range(3)]
        self._lay_out()
        self._name()
        for signal in (desk.listed, desk.settled, plans.changed):
            signal.connect(self.show_drafts)
        for side in self.sides:
            side.activated.connect(lambda _index: self._show())
        self.show_drafts()
        self.resize(self.fontMetrics().averageCharWidth() * 110, self.fontMetrics().height() * 28)

    def _name(self) -> None:
        for place, side in enumerate(self.sides):
            side.setObjectName(f"kaznedraCompareSide{place}")
        for place, blocks in enumerate(self.lists):
            blocks.setObjectName(f"kaznedraCompareBlocks{place}")
        self.figures.setObjectName("kaznedraCompareFigures")
        self.setWindowTitle(QCoreApplication.translate("Kaznedra", "Compare drafts"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        for place, side in enumerate(self.sides):
            side.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            grid.addWidget(side, 0, 2 * place)
        for place, blocks in enumerate(self.lists):
            self.titles[place].setBuddy(blocks)
            grid.addWidget(self.titles[place], 1, place)
            grid.addWidget(blocks, 2, place)
            copy = QPushButton(QCoreApplication.translate("Kaznedra", "Copy codes"), self)
            copy.setObjectName(f"kaznedraCompareCopy{place}")
            copy.setAutoDefault(False)
            copy.clicked.connect(lambda _checked=False, place=place: self._copy(place))
            grid.addWidget(copy, 3, place)
            grid.setColumnStretch(place, 1)
            blocks.itemActivated.connect(lambda item: self._map.zoom(block=Block(*item.data(Qt.ItemDataRole.UserRole))))
        self.figures.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.figures.setColumnCount(2)
        self.figures.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self.figures.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        close = QDialogButtonBox(self)
        button = close.addButton(
            QCoreApplication.translate("Kaznedra", "C&lose"), QDialogButtonBox.ButtonRole.RejectRole
        )
        button.setObjectName("kaznedraCompareClose")
        close.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addLayout(grid, 3)
        layout.addWidget(self.figures, 2)
        layout.addWidget(close)

    def show_drafts(self) -> None:
        """Offer the drafts there are; what was compared stays so where it can."""
        wanted = [side.currentData() for side in self.sides]
        drafts = self._desk.all
        if wanted[0] is None:
            others = [draft.id for draft in drafts if draft.id != self._desk.open_id]
            wanted = [self._desk.open_id, others[-1] if others else None]
        for side, chosen in zip(self.sides, wanted):
            side.clear()
            for draft in drafts:
                side.addItem(swatch(draft.colour), draft.name, draft.id)
            side.setCurrentIndex(max(0, side.findData(chosen)))
        self._show()

    def _show(self) -> None:
        found = [self._desk.named(side.currentData()) for side in self.sides]
        if None in found:
            return
        one, other = (self._desk.blocks(draft)[0] for draft in found)
        partial = frozenset().union(*(self._desk.blocks(draft)[1] for draft in found))
        for place, (title, blocks) in enumerate(
            (
                (QCoreApplication.translate("Kaznedra", "Only in the first: {count}"), one - other),
                (QCoreApplication.translate("Kaznedra", "In both: {count}"), one & other),
                (QCoreApplication.translate("Kaznedra", "Only in the second: {count}"), other - one),
            )
        ):
            self.titles[place].setText(title.format(count=words.count(len(blocks))))
            self._fill(self.lists[place], blocks, partial)
        self._show_figures([self._told(draft) for draft in found if draft], found)

    def _told(self, draft: Draft) -> dict[str, str]:
        return figures(draft, self._desk.blocks(draft)[0], self._plans.of(draft))

    def _fill(self, view: QListWidget, blocks: frozenset[Block], partial: frozenset[Block]) -> None:
        view.clear()
        scheme = self._map.grid.scheme
        for block in sorted(blocks, key=scheme.sort_key):
            view.addItem(format_code(block, scheme, block in partial, PARTIAL_MARKS[i18n.language()]))
            view.item(view.count() - 1).setData(Qt.ItemDataRole.UserRole, tuple(block))

    def _show_figures(self, told: list[dict[str, str]], drafts: list[Optional[Draft]]) -> None:
        self.figures.setHorizontalHeaderLabels([draft.name for draft in drafts if draft])
        self.figures.setRowCount(len(told[0]))
        self.figures.setVerticalHeaderLabels(list(told[0]))
        for column, side in enumerate(told):
            for row, text in enumerate(side.values()):
                item = QTableWidgetItem(text)
                item.setToolTip(words.tip(text))
                self.figures.setItem(row, column, item)

    def _copy(self, place: int) -> None:
        view = self.lists[place]
        QGuiApplication.clipboard().setText("\n".join(view.item(row).text() for row in range(view.count())))


def figures(draft: Draft, blocks: frozenset[Block], planned: PlannedLicences) -> dict[str, str]:
    """What is compared of a draft, in words: title to figure."""
    area = words.locale().toString(float(total_area_km2(blocks)), "f", 1)
    states = list((draft.details.get("checked") or {}).get("summary", {}).values())
    told = {
        QCoreApplication.translate("Kaznedra", "Blocks"): words.count(len(blocks)),
        QCoreApplication.translate("Kaznedra", "Area, km²"): area,
        QCoreApplication.translate("Kaznedra", "Plots"): words.count(len(components(blocks))),
        **draft_costs.figures(planned, draft.details.get("costs")),
    }
    for state in STATE_ICONS:
        rules = sum(bool(of_rule.get(state)) for of_rule in states)
        title = QCoreApplication.translate("Kaznedra", "Rules that say: {state}").format(state=state_word(state))
        told[title] = words.count(rules) if states else "–"
    return told
