"""The blocks of a draft that is worked on: every change can be undone, and is saved as it is made."""

from collections.abc import Collection, Iterable
from typing import NamedTuple, Optional

from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from ..errors import Code, KaznedraError
from ..subsoil.blocks import Block
from ..workspace.drafts import Draft, Drafts

try:
    from qgis.PyQt.QtWidgets import QUndoCommand, QUndoStack
except ImportError:  # Qt 6 has them elsewhere
    from qgis.PyQt.QtGui import QUndoCommand, QUndoStack

AGAIN_MS = 100
"""Until a change is tried again that another's writing held up"""
SETTLE_MS = 1000
"""Until the disk itself is asked to hold what was changed"""


class State(NamedTuple):
    """The blocks of a draft, and those of them that are partial."""

    blocks: frozenset[Block]
    partial: frozenset[Block]


class _Change(QUndoCommand):
    """From one state of a choice to another."""

    def __init__(self, choice: "Choice", before: State, after: State, text: str) -> None:
        super().__init__(text)
        self._choice, self._before, self._after = choice, before, after

    def redo(self) -> None:
        """Called when it is pushed, too."""
        self._choice.become(self._after)

    def undo(self) -> None:
        """Back to what was before."""
        self._choice.become(self._before)


class Choice(QObject):
    """`changed` tells of other blocks, `saved` whether all changes are on their way to the disk."""

    changed = pyqtSignal()
    saved = pyqtSignal(bool)
    failed = pyqtSignal(object)
    """A KaznedraError: a change could not be saved, and is kept here until it can"""

    def __init__(self, drafts: Drafts, draft: Draft, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._drafts, self.id = drafts, draft.id
        self._state = State(draft.blocks, draft.partial)
        self._kept = self._state
        self.stack = QUndoStack(self)
        self.stack.indexChanged.connect(self._tell)
        self._again = self._timer(AGAIN_MS, self.save)
        self._settle = self._timer(SETTLE_MS, self._settled)

    def _timer(self, interval: int, slot) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    @property
    def blocks(self) -> frozenset[Block]:
        """The blocks as they are now."""
        return self._state.blocks

    @property
    def partial(self) -> frozenset[Block]:
        """Those of them that are asked for as partial."""
        return self._state.partial

    @property
    def is_saved(self) -> bool:
        """Whether every change was written down."""
        return self._state == self._kept

    # what the user does, each one step of undo

    def toggle(self, block: Block) -> None:
        """Choose a block, or no longer."""
        if block in self.blocks:
            self.remove([block], QCoreApplication.translate("Kaznedra", "Remove a block"))
        else:
            self.add([block], QCoreApplication.translate("Kaznedra", "Add a block"))

    def add(self, blocks: Iterable[Block], text: str, partial: Collection[Block] = ()) -> None:
        """Choose more blocks."""
        added = frozenset(blocks)
        self._push(State(self.blocks | added, self.partial | (added & frozenset(partial))), text)

    def remove(self, blocks: Iterable[Block], text: str) -> None:
        """Choose fewer blocks."""
        removed = frozenset(blocks)
        self._push(State(self.blocks - removed, self.partial - removed), text)

    def replace(self, blocks: Iterable[Block], text: str, partial: Collection[Block] = ()) -> None:
        """Choose these blocks and no others."""
        wanted = frozenset(blocks)
        self._push(State(wanted, wanted & frozenset(partial)), text)

    def mark_partial(self, blocks: Iterable[Block], is_partial: bool) -> None:
        """Ask for blocks as partial ones, or as whole ones."""
        marked = frozenset(blocks) & self.blocks
        partial = self.partial | marked if is_partial else self.partial - marked
        whole = QCoreApplication.translate("Kaznedra", "Mark as whole")
        text = QCoreApplication.translate("Kaznedra", "Mark as partial") if is_partial else whole
        self._push(State(self.blocks, partial), text)

    def _push(self, after: State, text: str) -> None:
        if after != self._state:
            self.stack.push(_Change(self, self._state, after, text))

    def become(self, state: State) -> None:
        """Take a state on and save it; for the undo stack."""
        self._state = state
        self.save()

    def _tell(self, _index: int) -> None:
        self.changed.emit()

    # saving

    def save(self) -> None:
        """Write down what changed; what another holds up is tried again soon."""
        before, now = self._kept, self._state
        if before == now:
            return
        altered = (now.blocks - before.blocks) | ((now.partial ^ before.partial) & now.blocks)
        try:
            self._drafts.change_blocks(self.id, altered, before.blocks - now.blocks, now.partial)
        except KaznedraError as error:
            self.saved.emit(False)
            if error.code is Code.LOCKED:
                self._again.start()
            else:
                self.failed.emit(error)
            return
        self._kept = now
        self._settle.start()
        self.saved.emit(True)

    def _settled(self) -> None:
        try:
            self._drafts.settle()
        except KaznedraError:
            self._settle.start()

    def end(self) -> None:
        """Save what is not saved yet, waiting a little if need be, and stop."""
        # a stack clears itself when it is deleted, and would tell of it
        self.stack.indexChanged.disconnect(self._tell)
        for _ in range(100):
            self.save()
            if self.is_saved or not self._again.isActive():
                break
        self._again.stop()
        if self._settle.isActive():
            self._settle.stop()
            self._settled_at_last()

    def leave(self) -> None:
        """The draft is gone: stop, and save nothing more."""
        self._kept = self._state
        self.end()
        self.deleteLater()

    def _settled_at_last(self) -> None:
        try:
            self._drafts.settle()
        except KaznedraError:
            # the change is written; what is put off is only the disk's own confirmation
            return
