"""The draft that is worked on: how blocks are chosen, which they are, and what is known of them."""

from collections.abc import Callable, Iterable
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ..subsoil.blocks import Block
from . import words
from .block_model import BlockModel
from .block_tool import Gesture
from .block_tree import BlockTree
from .block_words import summary
from .draft_desk import DraftDesk
from .drafts_on_map import DraftsOnMap
from .elided_label import ElidedLabel
from .fitting_splitter import FittingSplitter
from .icons import icon
from .named_actions import NamedActions
from .section_tabs import SectionTabs
from .standing_on_map import StandingOnMap, legend

MOST_OF_HEIGHT = 0.3
"""Share of the section that the list of blocks may take from the findings"""


class OpenDraft(QWidget):
    """What the desk has open. Its signals are the other ways to choose blocks."""

    selection_wanted = pyqtSignal()
    layer_wanted = pyqtSignal()
    paste_wanted = pyqtSignal()
    file_wanted = pyqtSignal()

    def __init__(
        self,
        desk: DraftDesk,
        on_map: DraftsOnMap,
        standing_on_map: StandingOnMap,
        standing: Callable[[Block], tuple[str, str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraOpenDraft")
        self._desk, self._map, self._standing = desk, on_map, standing_on_map
        self.model = BlockModel(on_map.grid.scheme, standing, self)
        self.tree = BlockTree(self.model, self)
        self.summary = ElidedLabel(self)
        self.summary.setObjectName("kaznedraDraftSummary")
        self._make_actions()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        made = {
            "choose": ("choose", lambda: self._choose(Gesture.RECTANGLE)),
            "lasso": ("lasso", lambda: self._choose(Gesture.LASSO)),
            "standing": ("standing", self._show_standing),
            "undo": ("undo", lambda: self._desk.choice and self._desk.choice.stack.undo()),
            "redo": ("redo", lambda: self._desk.choice and self._desk.choice.stack.redo()),
            "selection": ("", self.selection_wanted.emit),
            "layer": ("", self.layer_wanted.emit),
            "paste": ("", self.paste_wanted.emit),
            "file": ("", self.file_wanted.emit),
            "copy": ("copy", self.copy),
            "remove": ("", self.remove),
            "zoom": ("", self._zoom),
            "partial": ("", lambda: self._mark(True)),
            "whole": ("", lambda: self._mark(False)),
        }
        self.actions_by_name = NamedActions(self, "kaznedraBlocks", made)
        for name in ("choose", "lasso", "standing"):
            self.actions_by_name[name].setCheckable(True)
        self.actions_by_name["standing"].setChecked(self._standing.is_wanted)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        button = self.actions_by_name.button
        row.addWidget(button("choose", True))
        row.addWidget(button("lasso"))
        row.addWidget(button("standing"))
        self.add = button("add", True)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setIcon(icon("add"))
        self.more = QMenu(self)
        for name in ("paste", "layer", "selection", "file"):
            self.more.addAction(self.actions_by_name[name])
        self.add.setMenu(self.more)
        row.addWidget(self.add)
        for name in ("undo", "redo", "copy"):
            row.addWidget(button(name))
        row.addStretch(1)
        self.ground = FittingSplitter(self.tree, MOST_OF_HEIGHT, self)
        self.ground.addWidget(self.tree)
        self.tabs = SectionTabs(self)
        self.tabs.setObjectName("kaznedraDraftTabs")
        self.add_section(self.ground, "section_blocks", lambda: QCoreApplication.translate("Kaznedra", "Blocks"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.summary)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.tree.doubleClicked.connect(lambda _index: self._zoom())
        self.tree.copy_wanted.connect(self.copy)
        self.tree.remove_wanted.connect(self.remove)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self._map.choosing.connect(self._show_choosing)
        self._desk.settled.connect(self.show_blocks)
        self._desk.opened.connect(self.show_blocks)

    # what stands beside the blocks

    def add_findings(self, widget: QWidget) -> None:
        """Put findings under the blocks, in view together with them."""
        self.ground.addWidget(widget)
        self.ground.setStretchFactor(1, 1)

    def add_section(self, widget: QWidget, picture: str, title: Callable[[], str]) -> None:
        """Put a tab beside the others; `picture` names its icon, `title` is asked for in the language in force."""
        self.tabs.add(widget, picture, title)

    # what is shown

    def show_blocks(self) -> None:
        """Show the blocks of the open draft as they are now."""
        choice = self._desk.choice
        blocks = choice.blocks if choice else frozenset()
        place = self.tree.verticalScrollBar().value()
        self.model.show(blocks, choice.partial if choice else frozenset())
        self.tree.verticalScrollBar().setValue(place)
        self.ground.fit()
        for name, possible in (
            ("undo", choice is not None and choice.stack.canUndo()),
            ("redo", choice is not None and choice.stack.canRedo()),
            ("copy", bool(blocks)),
        ):
            self.actions_by_name[name].setEnabled(possible)
        self._say_undo()
        self.summary.setText(summary(blocks))

    def _show_choosing(self, is_choosing: bool) -> None:
        if is_choosing:
            standing = self.actions_by_name["standing"]
            standing.setToolTip(words.tip(standing.text()) + legend())
        lasso = self._map.tool.gesture is Gesture.LASSO
        self.actions_by_name["choose"].setChecked(is_choosing and not lasso)
        self.actions_by_name["lasso"].setChecked(is_choosing and lasso)

    def refresh_ground(self) -> None:
        """More, or less, is known of the ground."""
        self.model.refresh()

    # what is done

    def _choose(self, gesture: Gesture) -> None:
        if self._map.is_choosing and self._map.tool.gesture is gesture:
            self._map.put_down()
        else:
            self._map.take_up(gesture)
        self._show_choosing(self._map.is_choosing)

    def _show_standing(self) -> None:
        self._standing.is_wanted = self.actions_by_name["standing"].isChecked()

    def selected(self) -> list[Block]:
        """The blocks that are selected in the list."""
        rows = self.tree.selectionModel().selectedRows()
        return [block for block in map(self.model.block, rows) if block is not None]

    def select(self, blocks: Iterable[Block]) -> None:
        """Select blocks in the list, and scroll to the first."""
        rows = sorted(row for row in map(self.model.row_of, blocks) if row >= 0)
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.model.index(row, 0), self.model.index(row, 1))
        self.tree.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            self.tree.scrollTo(self.model.index(rows[0], 0))

    def copy(self) -> None:
        """Copy the codes of the selected blocks, of all where none is selected."""
        rows = self.tree.selectionModel().selectedRows()
        every = [self.model.index(row, 0) for row in range(self.model.rowCount())]
        QGuiApplication.clipboard().setText(self.model.canonical(rows or every))

    def remove(self) -> None:
        """Remove the selected blocks from the draft."""
        if self._desk.choice is not None and self.selected():
            text = QCoreApplication.translate("Kaznedra", "Remove blocks")
            self._desk.choice.remove(self.selected(), text)

    def _mark(self, is_partial: bool) -> None:
        if self._desk.choice is not None:
            self._desk.choice.mark_partial(self.selected(), is_partial)

    def _zoom(self) -> None:
        block: Optional[Block] = self.model.block(self.tree.currentIndex())
        if block is not None:
            self._map.zoom(block=block)

    def _show_menu(self, where: QPoint) -> None:
        index: QModelIndex = self.tree.indexAt(where)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("zoom", "copy", "partial", "whole", "remove"):
            menu.addAction(self.actions_by_name[name])
        menu.popup(self.tree.viewport().mapToGlobal(where))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        texts = {
            "choose": QCoreApplication.translate("Kaznedra", "C&hoose"),
            "lasso": QCoreApplication.translate("Kaznedra", "Choose with a lasso"),
            "standing": QCoreApplication.translate("Kaznedra", "Show on the map how blocks stand"),
            "selection": QCoreApplication.translate("Kaznedra", "From the &selected features…"),
            "layer": QCoreApplication.translate("Kaznedra", "From a &layer…"),
            "paste": QCoreApplication.translate("Kaznedra", "&Paste codes or coordinates…"),
            "file": QCoreApplication.translate("Kaznedra", "From a &file…"),
            "copy": QCoreApplication.translate("Kaznedra", "&Copy codes"),
            "remove": QCoreApplication.translate("Kaznedra", "&Remove from the draft"),
            "zoom": QCoreApplication.translate("Kaznedra", "&Zoom to the block"),
            "partial": QCoreApplication.translate("Kaznedra", "Ask for it as a &partial block"),
            "whole": QCoreApplication.translate("Kaznedra", "Ask for it as a &whole block"),
        }
        self.actions_by_name.say(texts)
        self.actions_by_name["choose"].setToolTip(words.tip(_how_to_choose()))
        self.add.setText(QCoreApplication.translate("Kaznedra", "Add"))
        self.add.setToolTip(words.tip(QCoreApplication.translate("Kaznedra", "Other ways to choose blocks")))
        self.tree.setAccessibleName(QCoreApplication.translate("Kaznedra", "Blocks of the draft"))
        self.tabs.retranslate()
        self.show_blocks()

    def _say_undo(self) -> None:
        stack = self._desk.choice.stack if self._desk.choice else None
        undo, redo = QCoreApplication.translate("Kaznedra", "Undo"), QCoreApplication.translate("Kaznedra", "Redo")
        for name, title, step in (
            ("undo", undo, stack.undoText() if stack else ""),
            ("redo", redo, stack.redoText() if stack else ""),
        ):
            self.actions_by_name[name].setText(title)
            self.actions_by_name[name].setToolTip(words.tip(f"{title}: {step}" if step else title))


def _how_to_choose() -> str:
    return "\n".join(
        (
            QCoreApplication.translate("Kaznedra", "Click: choose a block, or no longer"),
            QCoreApplication.translate("Kaznedra", "Drag: add a rectangle; with Shift: remove it"),
            QCoreApplication.translate("Kaznedra", "Ctrl and drag: draw a lasso"),
            QCoreApplication.translate("Kaznedra", "Double click: fill the hole"),
            QCoreApplication.translate("Kaznedra", "Arrow keys and Space: by keyboard; Ctrl+Z: undo; Esc: leave"),
        )
    )
