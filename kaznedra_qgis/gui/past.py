"""The themes of a workspace as of a moment of the past: what the map shows of them, and how good that was."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication

from . import words
from .condition import Condition, Standing, word
from .task import Task


@dataclass(frozen=True)
class PastStanding(Standing):
    """A theme of a source as it stood then."""

    unknown: str = ""
    """Why nothing is known, the value of `workspace.history.Unknown`"""
    known_from: str = ""
    failed_since: int = 0

    @property
    def word(self) -> str:
        """The state in a word."""
        return word(self.condition)

    @property
    def tip(self) -> str:
        """Plain text: what the map shows, or why it shows nothing."""
        if self.condition is Condition.UNKNOWN:
            return "\n".join((self._why(), QCoreApplication.translate("Kaznedra", "Unknown is not free ground.")))
        told = QCoreApplication.translate("Kaznedra", "The map shows the pull of {date}. Features: {features}.").format(
            date=words.exact(self.pulled) if self.pulled else "?", features=words.count(self.count or 0)
        )
        return "\n".join(part for part in (told, self._partial(), self._failed()) if part)

    def _why(self) -> str:
        if self.unknown == "pruned" and self.known_from:
            began = words.instant(self.known_from)
            told = QCoreApplication.translate("Kaznedra", "The history of this theme before {date} was pruned.")
            return told.format(date=words.exact(began) if began else self.known_from)
        return {
            "pruned": QCoreApplication.translate("Kaznedra", "The history of then was pruned."),
            "not_yet": QCoreApplication.translate("Kaznedra", "This theme was not pulled until later."),
            "no_good_pull": QCoreApplication.translate("Kaznedra", "No pull of this theme had succeeded by then."),
        }.get(
            self.unknown,
            QCoreApplication.translate("Kaznedra", "This theme was never pulled from this source."),
        )

    def _partial(self) -> str:
        if self.condition is not Condition.PARTIAL:
            return ""
        return QCoreApplication.translate(
            "Kaznedra", "Fewer features came than the source promised. A missing feature is not free ground."
        )

    def _failed(self) -> str:
        if not self.failed_since:
            return ""
        return QCoreApplication.translate("Kaznedra", "Pulls after it that did not succeed by then: {number}.").format(
            number=self.failed_since
        )


@dataclass(frozen=True)
class Past:
    """What the map and the list of themes show as of a moment."""

    moment: str
    subsets: dict[str, Optional[str]]
    """Filters of the themes' layers, None where a theme is unknown"""
    partly: frozenset[str]
    """Themes that are known of some of the sources shown only"""
    standings: dict[str, PastStanding]
    """Of the present source"""


class PastTask(Task):
    """Reads a Past, its `result`, off the main thread."""

    def __init__(self, workspace: Path, moment: str, only: str, source: str, themes: Iterable[str]) -> None:
        super().__init__(QCoreApplication.translate("Kaznedra", "Kaznedra: reading the history"))
        self.workspace, self.moment = workspace, moment
        self._only, self._source, self._themes = only, source, tuple(themes)

    def work(self) -> Past:
        """Read. Raises KaznedraError NO_SUCH_MOMENT, and what opening a workspace raises."""
        from ..themes import THEMES
        from ..workspace import Workspace
        from ..workspace.history import as_of

        workspace = Workspace.open(self.workspace)
        state = as_of(workspace, self.moment, THEMES)
        partly = {theme for theme in THEMES if state.known(theme, self._only) and state.unknown(theme, self._only)}
        with workspace.reading() as connection:
            standings = {
                theme: _standing(connection, theme, [*state.known(theme, self._source), None][0], state, self._source)
                for theme in self._themes
            }
        subsets = {theme: state.subset(theme, self._only) for theme in THEMES}
        return Past(self.moment, subsets, frozenset(partly), standings)


def _standing(connection: Any, theme: str, ground: Any, state: Any, source: str) -> PastStanding:
    if ground is None:
        why = next(iter(state.unknown(theme, source)), None)
        reason = why.unknown.value if why and why.unknown else ""
        return PastStanding(Condition.UNKNOWN, unknown=reason, known_from=why.known_from if why else "")
    snapshot = ground.snapshot
    is_whole = snapshot.state.name == "COMPLETE"
    count = snapshot.distinct
    if not is_whole:
        counted = f'SELECT count(*) FROM "{theme}" WHERE {ground.condition}'  # nosec B608
        count = connection.execute(counted).fetchone()[0]
    return PastStanding(
        Condition.COMPLETE if is_whole else Condition.PARTIAL,
        count=count,
        pulled=words.instant(snapshot.finished),
        whole=is_whole,
        received=snapshot.distinct,
        expected=snapshot.expected,
        failed_since=ground.failed_since,
    )
