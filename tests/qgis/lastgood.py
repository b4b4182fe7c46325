"""What a workspace held before a pull that went wrong, and how it heals."""

from pathlib import Path
from typing import Optional

from kaznedra_qgis.workspace import Snapshot, State, Workspace
from tests.qgis.pulling import SOURCE, THEMES, current, integrity, pull
from tests.servers.misbehaving import Misbehaving


class Before:
    """What a workspace held before a pull, to be compared with what it holds after."""

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace
        self.good = {theme: self._good(theme) for theme in THEMES}
        self.features = {theme: current(workspace, theme) for theme in THEMES}

    def is_untouched(self, theme: str = "licences") -> bool:
        """The theme's features are those of before, the good snapshot is that of before, the file is whole."""
        assert integrity(self.workspace) == []
        return current(self.workspace, theme) == self.features[theme] and self._good(theme) == self.good[theme]

    def lost(self, theme: str = "licences") -> set[str]:
        """Ids that are there no more."""
        return {row[0] for row in self.features[theme]} - {row[0] for row in current(self.workspace, theme)}

    def _good(self, theme: str) -> Optional[Snapshot]:
        return Workspace.open(self.workspace).theme_states(SOURCE)[theme].good


def code_of(snapshot: Snapshot) -> Optional[str]:
    return snapshot.message["code"] if snapshot.message else None


def heals(workspace: Path, platform: Misbehaving) -> None:
    """The server is repaired, and the next pull is complete and right."""
    platform.play("licences", None)
    for theme, snapshot in pull(workspace, platform.url).items():
        assert (snapshot.state, snapshot.message) == (State.COMPLETE, None)
        assert snapshot.distinct == len(current(workspace, theme)) == len(platform[theme].features)
    assert integrity(workspace) == []
