"""Reads where the themes of a source stand, off the main thread: a workspace may lie on a slow disk."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QUrl

from ..errors import Code
from ..settings import SourceSetting
from ..themes import THEMES
from . import memory
from .condition import Condition, Standing, standing
from .pulls import Pull, pulls_of
from .task import Task


@dataclass(frozen=True)
class SourceState:
    """Where the themes of a source's profile stand in a workspace, in the order of THEMES."""

    source: SourceSetting
    workspace: Optional[Path]
    standings: dict[str, Standing] = field(default_factory=dict)
    answered: str = ""
    """RFC 3339 time of the last pull of any theme, empty where there was none"""
    reachable: Optional[bool] = None
    """Whether the source answered then; None where it was never asked"""
    pulls: tuple[Pull, ...] = ()
    """All pulls of the workspace, of whichever source, in order"""
    keep: Any = None
    """The workspace.retention.Retention of the workspace; None where there is no workspace yet"""

    @property
    def known_themes(self) -> list[str]:
        """Themes of which there is data."""
        return [theme for theme, shown in self.standings.items() if shown.count is not None]

    @property
    def sources(self) -> list[str]:
        """Ids of the sources that the workspace has data of."""
        return sorted({snapshot.source for pull in self.pulls if pull.stands for snapshot in pull.snapshots})


class StateTask(Task):
    """Reads a SourceState, its `result`."""

    def __init__(self, source: SourceSetting, workspace: Optional[Path], freshness_days: float) -> None:
        """`freshness_days`: how old data may be where the source does not say."""
        super().__init__(QCoreApplication.translate("Kaznedra", "Kaznedra: reading the workspace"))
        self.source, self.workspace, self._freshness_days = source, workspace, freshness_days
        self._left_out = memory.left_out(source.id)

    def work(self) -> SourceState:
        """Read."""
        return read_state(self.source, self.workspace, self._left_out, self._freshness_days)


class OpenTask(Task):
    """Looks into a workspace that the user chose; `result` is its sources, as they were when pulled."""

    def __init__(self, workspace: Path) -> None:
        super().__init__(QCoreApplication.translate("Kaznedra", "Kaznedra: opening a workspace"))
        self.workspace = workspace

    def work(self) -> list[SourceSetting]:
        """Read. Raises KaznedraError where it is no workspace."""
        from ..workspace import Workspace

        workspace = Workspace.open(self.workspace)
        last = {snapshot.source: snapshot for snapshot in workspace.snapshots()}
        return [SourceSetting(name, _title(name, snap.address), address=snap.address) for name, snap in last.items()]


def _title(source: str, address: str) -> str:
    return QUrl(address).host() or Path(address).stem or source


def read_state(source: SourceSetting, path: Optional[Path], left_out: set[str], freshness_days: float) -> SourceState:
    """Where the themes stand, those that the user leaves out of the sync included; stale as the rules see it.

    Raises KaznedraError where the profile or the workspace cannot be read.
    """
    from ..connecting import days_allowed, profile_of

    allowed = days_allowed(profile_of(source), freshness_days)
    fresh = {theme: allowed[theme] for theme in THEMES if theme in allowed}
    if path is None or not path.exists():
        return SourceState(source, path, {theme: standing(None, days) for theme, days in fresh.items()})
    from ..workspace import Workspace, retention

    workspace = Workspace.open(path)
    states = workspace.theme_states(source.id)
    told = {theme: _without_cancelled(workspace, states.get(theme), source.id) for theme in fresh}
    standings = {theme: standing(told[theme], days) for theme, days in fresh.items()}
    asked = any(state and state.good for state in told.values())
    for theme, shown in standings.items():
        if asked and THEMES[theme].optional and theme not in left_out and shown.condition is Condition.NEVER:
            standings[theme] = replace(shown, condition=Condition.NOT_OFFERED)
    last = max((state.last for state in told.values() if state and state.last), key=lambda s: s.id, default=None)
    return SourceState(
        source,
        path,
        standings,
        answered=last.finished if last else "",
        reachable=_reached(last) if last else None,
        pulls=pulls_of(workspace.snapshots()),
        keep=retention.chosen(workspace),
    )


def _without_cancelled(workspace: Any, state: Any, source: str) -> Any:
    """The state as it was before the pulls that the user cancelled: those changed nothing."""
    if state is None or state.last is None or state.last.state.name != "CANCELLED":
        return state
    kept = [snap for snap in workspace.snapshots(source, state.theme) if snap.state.name != "CANCELLED"]
    return replace(state, last=kept[-1] if kept else None)


_AWAY = {
    code.value
    for code in (
        Code.UNREACHABLE,
        Code.TIMED_OUT,
        Code.CERTIFICATE,
        Code.PROXY,
        Code.CREDENTIALS_UNUSABLE,
        Code.UNAUTHORIZED,
        Code.FORBIDDEN,
        Code.NOT_A_PLATFORM,
    )
}


def _reached(snapshot: Any) -> bool:
    return snapshot.state.name != "FAILED" or (snapshot.message or {}).get("code") not in _AWAY
