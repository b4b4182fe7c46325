"""The page Applications of the dock: the drafts, and under them the one that is worked on."""

from dataclasses import replace
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QColorDialog, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from .draft_costs import year_one
from .draft_desk import DraftDesk
from .draft_model import Column, DraftModel
from .draft_tree import DraftTree
from .drafts_on_map import DraftsOnMap
from .fitting_splitter import FittingSplitter
from .licence_plans import LicencePlans
from .named_actions import NamedActions
from .open_draft import OpenDraft

MOST_OF_HEIGHT = 0.25
"""Share of the page that the drafts may take from the open one"""


class ApplicationsPage(QWidget):
    """Shows what the desk has, and tells it what the user wants."""

    def __init__(
        self, desk: DraftDesk, plans: LicencePlans, on_map: DraftsOnMap, open_draft: OpenDraft, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraApplications")
        self._desk, self._plans, self._map = desk, plans, on_map
        self._shows_archived = False
        self._comparison: Optional[QWidget] = None
        self.model = DraftModel(self)
        self.tree = DraftTree(self.model, self)
        self.open_draft = open_draft
        self.empty = QLabel(self)
        self.empty.setObjectName("kaznedraNoDrafts")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._make_actions()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        made = {
            "new": ("add", lambda: self._desk.new()),
            "duplicate": ("duplicate", lambda: self._with_current(self._desk.duplicate)),
            "compare": ("compare", self.compare),
            "archive": ("archive", self._archive),
            "delete": ("delete", lambda: self._with_current(self._desk.delete)),
            "rename": ("", lambda: self.tree.edit(self.tree.currentIndex().siblingAtColumn(Column.NAME))),
            "colour": ("", self._choose_colour),
            "zoom": ("", lambda: self._with_current(self._map.zoom)),
            "show_archived": ("", self._show_archived),
        }
        self.actions_by_name = NamedActions(self, "kaznedraDraft", made)
        self.actions_by_name["show_archived"].setCheckable(True)

    def _lay_out(self) -> None:
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(2)
        for name in ("new", "duplicate", "compare", "archive", "delete"):
            self.buttons.addWidget(self.actions_by_name.button(name, name == "new"))
        self.buttons.addStretch(1)
        upper = QWidget(self)
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(2)
        above.addLayout(self.buttons)
        above.addWidget(self.empty, 1)
        above.addWidget(self.tree, 1)
        self.splitter = FittingSplitter(self.tree, MOST_OF_HEIGHT, self)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self.open_draft)
        self.splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        self.model.renamed.connect(self._desk.rename)
        self.model.shown.connect(self._desk.show)
        self.tree.selectionModel().currentRowChanged.connect(lambda now, _before: self._open(now))
        self.tree.doubleClicked.connect(lambda _index: self._with_current(self._map.zoom))
        self.tree.delete_wanted.connect(lambda: self._with_current(self._desk.delete))
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self._desk.listed.connect(self.show_drafts)
        self._desk.opened.connect(self.show_drafts)
        self._desk.settled.connect(self.show_drafts)
        self._plans.changed.connect(self.show_drafts)

    # what is shown

    def show_drafts(self) -> None:
        """Show the drafts as they are now, the open one as current."""
        listed = [
            replace(draft, blocks=self._desk.blocks(draft)[0])
            for draft in self._desk.all
            if self._shows_archived or not draft.archived or draft.id == self._desk.open_id
        ]
        costs = {draft.id: year_one(self._plans.of(draft), draft.details.get("costs")) for draft in listed}
        self.model.show(listed, self._desk.hidden, self._desk.open_id, costs)
        row = self.model.row_of(self._desk.open_id)
        if row >= 0 and self.tree.currentIndex().row() != row:
            self.tree.setCurrentIndex(self.model.index(row, Column.NAME))
        self.empty.setVisible(not listed)
        self.tree.setVisible(bool(listed))
        self.open_draft.setVisible(self._desk.choice is not None)
        self.splitter.fit()
        self.actions_by_name.enable("duplicate", "archive", "delete", "rename", "colour", "zoom", possible=row >= 0)
        self.actions_by_name.enable("compare", possible=len(self._desk.all) > 1 and row >= 0)
        self._say_archive()

    def _open(self, index) -> None:
        draft = self.model.draft(index)
        if draft is not None:
            self._desk.open(draft.id)

    def _with_current(self, job) -> None:
        if self._desk.open_id:
            job(self._desk.open_id)

    # what is done

    def compare(self) -> None:
        """Open a window that compares the open draft with another."""
        from .compare_window import CompareWindow

        if self._comparison is not None:
            self._comparison.close()
        self._comparison = CompareWindow(self._desk, self._plans, self._map, self.window())
        self._comparison.destroyed.connect(self._forget_comparison)
        self._comparison.show()

    def _forget_comparison(self) -> None:
        self._comparison = None

    def _archive(self) -> None:
        draft = self._desk.draft
        if draft is not None:
            self._desk.archive(draft.id, not draft.archived)

    def _show_archived(self) -> None:
        self._shows_archived = not self._shows_archived
        self.show_drafts()

    def _choose_colour(self) -> None:
        draft = self._desk.draft
        if draft is None:
            return
        title = QCoreApplication.translate("Kaznedra", "Colour of the draft")
        colour = QColorDialog.getColor(QColor(draft.colour), self, title)
        if colour.isValid():
            self._desk.recolour(draft.id, colour.name())

    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.tree.indexAt(where).isValid():
            for name in ("zoom", "rename", "colour", "duplicate", "compare", "archive", "delete"):
                menu.addAction(self.actions_by_name[name])
            menu.addSeparator()
        menu.addAction(self.actions_by_name["new"])
        menu.addAction(self.actions_by_name["show_archived"])
        menu.popup(self.tree.viewport().mapToGlobal(where))

    def end(self) -> None:
        """Leave nothing open."""
        if self._comparison is not None:
            self._comparison.close()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        texts = {
            "new": QCoreApplication.translate("Kaznedra", "&New draft"),
            "duplicate": QCoreApplication.translate("Kaznedra", "&Duplicate the draft"),
            "compare": QCoreApplication.translate("Kaznedra", "&Compare drafts…"),
            "delete": QCoreApplication.translate("Kaznedra", "De&lete the draft"),
            "rename": QCoreApplication.translate("Kaznedra", "&Rename"),
            "colour": QCoreApplication.translate("Kaznedra", "C&olour…"),
            "zoom": QCoreApplication.translate("Kaznedra", "&Zoom to the draft"),
            "show_archived": QCoreApplication.translate("Kaznedra", "&Show archived drafts"),
        }
        self.actions_by_name.say(texts)
        self.tree.setAccessibleName(QCoreApplication.translate("Kaznedra", "Drafts"))
        self.empty.setText(
            QCoreApplication.translate(
                "Kaznedra",
                "No drafts yet. Press New draft, then choose blocks on the map, from a layer, "
                "or paste their codes or corner coordinates.",
            )
        )
        self._say_archive()
        self.open_draft.retranslate()
        self.show_drafts()

    def _say_archive(self) -> None:
        draft = self._desk.draft
        away = QCoreApplication.translate("Kaznedra", "&Archive the draft")
        back = QCoreApplication.translate("Kaznedra", "Take the draft out of the &archive")
        self.actions_by_name.say({"archive": back if draft is not None and draft.archived else away})
