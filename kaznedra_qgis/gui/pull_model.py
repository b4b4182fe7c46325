"""The pulls of a workspace as a tree: the newest first, under each its themes, with what changed and how it ended."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, Qt

from ..errors import Code
from ..messages import explain_stored
from ..titles import theme_title
from . import words
from .condition import Condition, word
from .icons import icon
from .pulls import Pull

_STATES = {"COMPLETE": Condition.COMPLETE, "PARTIAL": Condition.PARTIAL, "FAILED": Condition.FAILED}
_WORST_FIRST = ("FAILED", "PARTIAL", "CANCELLED", "COMPLETE")


class Column(IntEnum):
    """Columns of the tree."""

    WHEN = 0
    CHANGES = 1
    STATE = 2


class PullModel(QAbstractItemModel):
    """Read only."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._pulls: tuple[Pull, ...] = ()
        self._titles: Mapping[str, str] = {}
        self._with_words = self._with_sources = True

    def show(self, pulls: Sequence[Pull], titles: Mapping[str, str]) -> None:
        """Show pulls; `titles` are those of their sources, by id, told where there is more than one."""
        self.beginResetModel()
        self._pulls, self._titles = tuple(reversed(pulls)), titles
        self.endResetModel()

    def show_with(self, state_words: bool, sources: bool) -> None:
        """Show states by icon and word or by icon alone; name the source of each pull, where there are several, or not.

        Tips and what is read aloud have both.
        """
        self._with_words, self._with_sources = state_words, sources

    def whens(self) -> list[str]:
        """What the pulls are called, without their sources."""
        return [self._when(pull) for pull in self._pulls]

    def pull(self, index: QModelIndex) -> Pull:
        """The pull of a row, or of the row above it."""
        return self._pulls[index.internalId() - 1 if index.internalId() else index.row()]

    def snapshot(self, index: QModelIndex) -> Optional[Any]:
        """The snapshot of a row; None where the row is a pull."""
        return self.pull(index).snapshots[index.row()] if index.internalId() else None

    def before(self, index: QModelIndex) -> Optional[Any]:
        """What a row's state came after: the pull before that brought data, or the theme's own snapshot before."""
        earlier = self._pulls[self._pulls.index(self.pull(index)) + 1 :]
        snapshot = self.snapshot(index)
        if snapshot is None:
            return next((pull for pull in earlier if pull.stands), None)
        of_it = (
            each
            for pull in earlier
            for each in pull.snapshots
            if (each.source, each.theme) == (snapshot.source, snapshot.theme) and each.state.name in _STATES
        )
        return next((each for each in of_it if each.state.name != "FAILED"), None)

    def index(self, row: int, column: int, parent: QModelIndex = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Index of a pull, or of a theme in one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: QModelIndex = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The pull that a theme belongs to."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Pulls, or the themes of one."""
        if not parent.isValid():
            return len(self._pulls)
        is_pull = not parent.internalId() and parent.column() == 0
        return len(self._pulls[parent.row()].snapshots) if is_pull else 0

    def columnCount(self, _parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Columns."""
        return len(Column)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the view shows."""
        if not index.isValid():
            return None
        column, snapshots = Column(index.column()), self._snapshots(index)
        if role == Qt.ItemDataRole.DisplayRole:
            is_hidden = column is Column.STATE and not self._with_words
            return "" if is_hidden else self._text(index, column, snapshots)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if column is Column.WHEN:
                return ", ".join(self._text(index, each, snapshots) for each in Column)
            return _spoken(snapshots) if column is Column.CHANGES else self._text(index, column, snapshots)
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.tip(self.tip(index))
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STATE:
            return icon(_icon(_worst(snapshots)))
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.CHANGES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def tip(self, index: QModelIndex) -> str:
        """Plain text: when, from where, how many, what changed, and what went wrong with what to do."""
        pull, snapshot = self.pull(index), self.snapshot(index)
        source = pull.snapshots[0].source
        lines = [f"{self._when(pull)}  ·  {self._titles.get(source, source)}"]
        for each in [snapshot] if snapshot else pull.snapshots:
            lines.append(f"{theme_title(each.theme)}: {_told(each)}")
            if snapshot:
                stored = [each.message, *each.notices]
                lines += [part for message in stored if message for part in explain_stored(message)]
        return "\n".join(line for line in lines if line)

    def _snapshots(self, index: QModelIndex) -> Sequence[Any]:
        snapshot = self.snapshot(index)
        return [snapshot] if snapshot else self.pull(index).snapshots

    def _text(self, index: QModelIndex, column: Column, snapshots: Sequence[Any]) -> str:
        if column is Column.CHANGES:
            return _changes(snapshots)
        if column is Column.STATE:
            return _state(_worst(snapshots))
        snapshot = self.snapshot(index)
        if snapshot:
            return theme_title(snapshot.theme)
        when, source = self._when(self.pull(index)), snapshots[0].source
        return f"{when}  ·  {self._titles.get(source, source)}" if self._names_sources else when

    @property
    def _names_sources(self) -> bool:
        return self._with_sources and len(self._titles) > 1

    @staticmethod
    def _when(pull: Pull) -> str:
        return words.exact(pull.finished) if pull.finished else pull.moment


def _is_absent(snapshot: Any) -> bool:
    return snapshot.state.name == "FAILED" and (snapshot.message or {}).get("code") == Code.THEME_MISSING.value


def _worst(snapshots: Sequence[Any]) -> Any:
    """The snapshot to know of first; what the source does not offer is nothing to repair."""
    offered = [snapshot for snapshot in snapshots if not _is_absent(snapshot)] or snapshots
    return min(offered, key=lambda snapshot: _WORST_FIRST.index(snapshot.state.name))


def _icon(snapshot: Any) -> str:
    if _is_absent(snapshot):
        return Condition.NOT_OFFERED.value
    return _STATES.get(snapshot.state.name, Condition.NEVER).value


def _state(snapshot: Any) -> str:
    if _is_absent(snapshot):
        return word(Condition.NOT_OFFERED)
    if snapshot.state.name == "CANCELLED":
        return QCoreApplication.translate("Kaznedra", "cancelled")
    return word(_STATES[snapshot.state.name])


def _sums(snapshots: Sequence[Any]) -> tuple[int, int, int]:
    return tuple(sum(getattr(each, name) for each in snapshots) for name in ("added", "changed", "gone"))


def _changes(snapshots: Sequence[Any]) -> str:
    """'+12 ~3 −1', without those of which there are none; empty where no data came."""
    if not any(each.state.name in ("COMPLETE", "PARTIAL") for each in snapshots):
        return ""
    counted = zip("+~−", _sums(snapshots))
    return " ".join(f"{sign}{words.count(number)}" for sign, number in counted if number) or "="


def _spoken(snapshots: Sequence[Any]) -> str:
    added, changed, gone = _sums(snapshots)
    return QCoreApplication.translate("Kaznedra", "added {added}, changed {changed}, gone {gone}").format(
        added=words.count(added), changed=words.count(changed), gone=words.count(gone)
    )


def _told(snapshot: Any) -> str:
    state = _state(snapshot)
    if snapshot.state.name not in ("COMPLETE", "PARTIAL"):
        return state
    expected = "?" if snapshot.expected is None else words.count(snapshot.expected)
    return f"{state} {words.count(snapshot.distinct)}/{expected}, {_spoken([snapshot])}"
