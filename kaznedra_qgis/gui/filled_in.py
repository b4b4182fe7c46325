"""What the user fills in for drafts beside their blocks: saved as it is filled in, or kept until it can be."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..errors import Code, KaznedraError
from ..workspace.drafts import Draft, Drafts
from .choice import AGAIN_MS

_TRIES_AT_THE_END = 100


class FilledIn(QObject):
    """Writes details of drafts; what another's writing holds up, and what fails, is not lost while this lives."""

    failed = pyqtSignal(object)
    """A KaznedraError: something could not be saved, and is tried again with the next change"""
    saved = pyqtSignal()
    """What was held up is saved now"""

    def __init__(self, drafts: Callable[[], Optional[Drafts]], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._waiting: dict[tuple[str, str], Any] = {}
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._try_again)

    @property
    def is_saved(self) -> bool:
        """Whether everything was written down."""
        return not self._waiting

    def keep(self, draft: str, detail: str, value: Any) -> None:
        """Save one of the details of a draft, now or as soon as can be."""
        self._waiting[draft, detail] = value
        self.save()

    def over(self, draft: Draft) -> Draft:
        """A draft as it was read, with what was filled in since."""
        since = {detail: value for (other, detail), value in self._waiting.items() if other == draft.id}
        return replace(draft, details={**draft.details, **since}) if since else draft

    def forget(self, draft: str) -> None:
        """The draft is gone."""
        self._waiting = {key: value for key, value in self._waiting.items() if key[0] != draft}

    def save(self) -> None:
        """Write down what waits."""
        drafts = self._drafts()
        for (draft, detail), value in list(self._waiting.items()) if drafts is not None else ():
            try:
                drafts.set_detail(draft, detail, value)
            except KaznedraError as error:
                if error.code is Code.LOCKED:
                    self._again.start()
                    return
                if error.code is Code.NO_SUCH_DRAFT:
                    self.forget(draft)
                self.failed.emit(error)
                return
            self._waiting.pop((draft, detail), None)

    def _try_again(self) -> None:
        self.save()
        if self.is_saved:
            self.saved.emit()

    def end(self) -> None:
        """Save what is not saved yet, waiting a little if need be, and stop."""
        for _ in range(_TRIES_AT_THE_END):
            self._again.stop()
            self.save()
            if not self._again.isActive():
                break
        self._again.stop()
        self._waiting.clear()
