"""What the user does with the drafts of the workspace in use: make, open, name, copy, put away, delete."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from ..errors import Code, KaznedraError
from ..subsoil.blocks import Block
from ..workspace import Workspace
from ..workspace.drafts import Draft, Drafts
from .choice import Choice
from .filled_in import FilledIn
from .notices import SECONDS, Notices

COLOURS = ("#CC79A7", "#56B4E9", "#009E73", "#E69F00", "#D55E00", "#0072B2")
"""Okabe-Ito, told apart by colour-blind users; a new draft takes the first that no other has"""


class DraftDesk(QObject):
    """The drafts of one workspace. `listed` tells that one came, went or changed, `opened` that another is open."""

    listed = pyqtSignal()
    opened = pyqtSignal()
    changed = pyqtSignal()
    """The open draft has other blocks"""
    settled = pyqtSignal()
    """The same, once there is a moment for it: for lists and sums, which the mouse need not wait for"""

    def __init__(self, notices: Notices, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.settled)
        self._drafts: Optional[Drafts] = None
        self._choices: dict[str, Choice] = {}
        self._filled_in = FilledIn(lambda: self._drafts, self)
        self._filled_in.failed.connect(self._tell_unsaved)
        self._filled_in.saved.connect(self.refresh)
        self.all: list[Draft] = []
        self.hidden: set[str] = set()
        """Drafts that the user does not want to see on the map"""
        self.open_id = ""
        self.path: Optional[Path] = None

    # the workspace

    def follow(self, path: Optional[Path]) -> None:
        """Use the drafts of another workspace; the same one is read anew."""
        if path != self.path:
            self.end()
            self.path = path
        self.reload()

    def end(self) -> None:
        """Save everything and let go of the file."""
        for choice in self._choices.values():
            choice.end()
            choice.deleteLater()
        self._choices.clear()
        self._filled_in.end()
        if self._drafts is not None:
            self._drafts.close()
        self._drafts, self.all, self.path = None, [], None
        self._open("")

    def reload(self) -> None:
        """Read the drafts anew; without a workspace there are none."""
        if self._drafts is None and self.path is not None and self.path.is_file():
            self._drafts = Drafts(Workspace(self.path))
        drafts = self._drafts
        found = self._try(drafts.all) if drafts is not None else []
        self.all = [self._filled_in.over(draft) for draft in found or []]
        if self.draft is None:
            last = next((draft.id for draft in reversed(self.all) if not draft.archived), "")
            self._open(last)
        self.listed.emit()

    def _try(self, job: Callable[[], Any]) -> Any:
        """What the job returns; where it is refused the user is told, and it is None."""
        try:
            return job()
        except KaznedraError as error:
            self._notices.warn_of(error)
            return None

    def _tell_unsaved(self, error: KaznedraError) -> None:
        kept = QCoreApplication.translate(
            "Kaznedra", "What you changed is kept in this window only, and is saved with your next change."
        )
        self._notices.warn_of(error, kept_data=kept if error.code is not Code.NO_SUCH_DRAFT else "")

    def save(self) -> bool:
        """Have the open draft written down; False where that cannot be now."""
        choice = self.choice
        if choice is not None:
            choice.save()
        self._filled_in.save()
        return self._filled_in.is_saved and (choice is None or choice.is_saved)

    # what there is

    @property
    def draft(self) -> Optional[Draft]:
        """The open draft, as it was last read."""
        return self.named(self.open_id)

    def named(self, draft: str) -> Optional[Draft]:
        """The draft of an id."""
        return next((each for each in self.all if each.id == draft), None)

    @property
    def choice(self) -> Optional[Choice]:
        """The blocks of the open draft, with all that can be undone."""
        return self._choices.get(self.open_id)

    def blocks(self, draft: Draft) -> tuple[frozenset[Block], frozenset[Block]]:
        """The blocks of a draft and those that are partial, unsaved changes included."""
        choice = self._choices.get(draft.id)
        return (choice.blocks, choice.partial) if choice else (draft.blocks, draft.partial)

    @property
    def seen(self) -> list[Draft]:
        """The drafts that are to be seen on the map: the open one, and those with a tick."""
        return [
            draft
            for draft in self.all
            if draft.id not in self.hidden and (not draft.archived or draft.id == self.open_id)
        ]

    # what is done

    def new(self, name: str = "", blocks: Iterable[Block] = (), partial: Collection[Block] = ()) -> Optional[Draft]:
        """Make a draft and open it; where there is no workspace yet, it is made for it."""
        if self._drafts is None and self.path is not None:
            made = self._try(lambda: Workspace.create(self.path))
            self._drafts = Drafts(made) if made is not None else None
        drafts = self._drafts
        if drafts is None:
            return None
        draft = self._try(lambda: drafts.create(name or self._free_name(), self._free_colour(), blocks, partial))
        if draft is not None:
            self._reopen(draft.id)
        return draft

    def _free_name(self) -> str:
        taken = {draft.name for draft in self.all}
        title = QCoreApplication.translate("Kaznedra", "Draft {number}")
        numbers = range(1, len(taken) + 2)
        return next(name for name in (title.format(number=number) for number in numbers) if name not in taken)

    def _free_colour(self) -> str:
        taken = [draft.colour for draft in self.all if not draft.archived]
        return min(COLOURS, key=taken.count)

    def _reopen(self, draft: str) -> None:
        self.reload()
        self.open(draft)

    def open(self, draft: str) -> None:
        """Work on a draft."""
        if draft != self.open_id and self.named(draft) is not None:
            self._open(draft)
            self.listed.emit()

    def _open(self, draft: str) -> None:
        before, self.open_id = self.open_id, draft
        found = self.named(draft)
        if found is not None and draft not in self._choices and self._drafts is not None:
            choice = Choice(self._drafts, found, self)
            choice.changed.connect(self._note_blocks)
            choice.failed.connect(self._tell_unsaved)
            self._choices[draft] = choice
        if before != draft:
            self.opened.emit()

    def _note_blocks(self) -> None:
        self.changed.emit()
        self._soon.start()

    def refresh(self) -> None:
        """Read what the list shows of each draft anew."""
        drafts = self._drafts
        found = self._try(drafts.all) if drafts is not None else None
        if found is not None:
            self.all = [self._filled_in.over(draft) for draft in found]
            self.listed.emit()

    def show(self, draft: str, is_shown: bool) -> None:
        """Show a draft on the map, or do not."""
        self.hidden = self.hidden - {draft} if is_shown else self.hidden | {draft}
        self.listed.emit()

    def rename(self, draft: str, name: str) -> None:
        """Give a draft another name."""
        self._change(lambda drafts: drafts.rename(draft, name))

    def recolour(self, draft: str, colour: str) -> None:
        """Give a draft another colour."""
        self._change(lambda drafts: drafts.recolour(draft, colour))

    def set_detail(self, draft: str, detail: str, value: Any) -> None:
        """Keep what a form of the page was filled in with."""
        self._filled_in.keep(draft, detail, value)
        self.refresh()

    def note_check(self, draft: str, snapshots: list[int], digest: str, **found: Any) -> None:
        """Keep what a check found, and the snapshots that it rests on."""
        self._change(lambda drafts: drafts.note_check(draft, snapshots, digest, **found))

    def archive(self, draft: str, archived: bool) -> None:
        """Put a draft away, or take it back."""
        self._change(lambda drafts: drafts.archive(draft, archived))

    def _change(self, job: Callable[[Drafts], None]) -> None:
        drafts = self._drafts
        if drafts is not None:
            self._try(lambda: job(drafts))
            self.refresh()

    def duplicate(self, draft: str) -> None:
        """Copy a draft, and work on the copy."""
        drafts, source = self._drafts, self.named(draft)
        if drafts is None or source is None:
            return
        title = QCoreApplication.translate("Kaznedra", "{name}, copy").format(name=source.name)
        copy = self._try(lambda: drafts.duplicate(draft, title, self._free_colour()))
        if copy is not None:
            self._reopen(copy.id)

    def delete(self, draft: str) -> None:
        """Delete a draft; a notice offers to bring it back."""
        drafts = self._drafts
        if drafts is None:
            return
        choice = self._choices.get(draft)
        if choice is not None:
            choice.save()
        was = self._try(lambda: drafts.delete(draft))
        if was is None:
            self.reload()
            return
        was = self._filled_in.over(was)
        self._filled_in.forget(draft)
        if choice is not None:
            was = replace(was, blocks=choice.blocks, partial=choice.partial)
            del self._choices[draft]
            choice.leave()
        self.reload()
        from html import escape

        told = QCoreApplication.translate("Kaznedra", "{name} was deleted.").format(name=was.name)
        notice = self._notices.show(escape(told), Qgis.MessageLevel.Info, SECONDS * 2)
        text = QCoreApplication.translate("Kaznedra", "&Bring it back")
        notice.add_button("kaznedraBringBack", text, lambda: self.bring_back(was))

    def bring_back(self, draft: Draft) -> None:
        """Undo `delete`."""
        drafts = self._drafts
        self._notices.clear()
        if drafts is not None:
            self._try(lambda: drafts.restore(draft))
            self._reopen(draft.id)
