"""How the blocks around the map's view and in the open draft stand, read beside the window."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from ..connecting import freshness_days
from ..settings import Settings
from ..subsoil.blocks import Block, bounds
from .canvas_grid import CanvasGrid
from .task import Task

PAUSE_MS = 150
"""How long the map has to stand still before the ground is read"""
WIDEST = 60_000
"""Blocks of a view above which single ones are not told apart"""

Box = tuple[int, int, int, int]
"""West, south, east, north in whole minutes"""


class GroundTask(Task):
    """Reads the standings of all blocks of a box, its `result`."""

    def __init__(self, path: Path, box: Box, freshness: Mapping[str, float], applicant: str) -> None:
        super().__init__(QCoreApplication.translate("Kaznedra", "Kaznedra: reading the ground"))
        self.path, self.box, self._freshness, self._applicant = path, box, freshness, applicant

    def work(self) -> Any:
        """Read."""
        from ..subsoil.standing import standings
        from ..workspace import Workspace
        from ..workspace.surroundings import around

        found = around(Workspace.open(self.path), (), self.box, today(), self._freshness)
        return standings(self.box, found, applicant=self._applicant)


def today() -> date:
    """The day that the law's times and the age of the data are counted to."""
    return datetime.now(timezone.utc).date()


class Ground(QObject):
    """`changed` tells that more is known. What was not read yet is None; that is not the same as free."""

    changed = pyqtSignal()

    def __init__(self, grid: CanvasGrid, settings: Settings, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._grid, self._settings = grid, settings
        self._path: Optional[Path] = None
        self._freshness: dict[str, float] = {}
        self._applicant = ""
        self._day = today()
        self._view: Any = None
        self._chosen: Any = None
        self._blocks: frozenset[Block] = frozenset()
        self._tasks: dict[str, GroundTask] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)
        grid.canvas.extentsChanged.connect(self._pause.start)

    def follow(self, path: Optional[Path]) -> None:
        """Read from another workspace, or the same one anew: what was pulled meanwhile counts."""
        self._path = path if path is not None and path.is_file() else None
        self._view = self._chosen = None
        self._freshness = freshness_days(self._settings)
        self._pause.start()
        self.changed.emit()

    def follow_applicant(self, number: str) -> None:
        """Tell how the ground stands to the one of that BIN or IIN; empty where nobody is named."""
        if number != self._applicant:
            self._applicant = number
            self._view = self._chosen = None
            self._pause.start()
            self.changed.emit()

    def follow_blocks(self, blocks: Iterable[Block]) -> None:
        """Know these blocks wherever the map looks."""
        self._blocks = frozenset(blocks)
        if not self._holds(self._chosen, self._blocks):
            self._pause.start()

    def end(self) -> None:
        """Stop what runs."""
        self._grid.canvas.extentsChanged.disconnect(self._pause.start)
        self._pause.stop()
        for task in self._tasks.values():
            task.ended.disconnect(self._read)
            task.cancel()
        self._tasks.clear()

    def standing(self, block: Block) -> Any:
        """How a block stands today (subsoil.standing.Standing); None where that was not read."""
        if self._day != today():
            self._day, self._view, self._chosen = today(), None, None
            self._pause.start()
        for known in (self._view, self._chosen):
            if known is not None and _inside(block, known.view):
                return known.of(block)
        return None

    @property
    def in_view(self) -> Any:
        """How all blocks around the map's view stand (subsoil.standing.StandingMap); None where that was not read."""
        return self._view

    @property
    def is_known(self) -> bool:
        """Whether there is a workspace to read."""
        return self._path is not None

    # reading

    def _look(self) -> None:
        box = self._box_in_view()
        if box is not None and not (self._view is not None and _covers(self._view.view, box)):
            self._start("view", _wider(box))
        if self._blocks and not self._holds(self._chosen, self._blocks):
            box = bounds(self._blocks)
            if (box[2] - box[0]) * (box[3] - box[1]) <= WIDEST:
                self._start("chosen", (box[0] - 5, box[1] - 5, box[2] + 5, box[3] + 5))

    def _holds(self, known: Any, blocks: frozenset[Block]) -> bool:
        return known is not None and (not blocks or _covers(known.view, bounds(blocks)))

    def _box_in_view(self) -> Optional[Box]:
        import math

        canvas = self._grid.canvas
        width, height = canvas.width(), canvas.height()
        places = [self._grid.degrees(x * width / 4, y * height / 4) for x in range(5) for y in range(5)]
        found = [place for place in places if place is not None]
        if len(found) < len(places):
            return None
        lons, lats = zip(*found)
        west, south, east, north = self._grid.scheme.extent
        box = (
            max(west, math.floor(min(lons) * 60)),
            max(south, math.floor(min(lats) * 60)),
            min(east, math.ceil(max(lons) * 60)),
            min(north, math.ceil(max(lats) * 60)),
        )
        columns, rows = box[2] - box[0], box[3] - box[1]
        return box if columns > 0 and rows > 0 and columns * rows <= WIDEST else None

    def _start(self, kind: str, box: Box) -> None:
        if self._path is None:
            return
        before = self._tasks.pop(kind, None)
        if before is not None:
            before.ended.disconnect(self._read)
            before.cancel()
        task = self._tasks[kind] = GroundTask(self._path, box, self._freshness, self._applicant)
        task.ended.connect(self._read)
        task.start_quietly()

    def _read(self, task: GroundTask) -> None:
        kind = next((kind for kind, running in self._tasks.items() if running is task), None)
        if kind is None:
            return
        del self._tasks[kind]
        if task.result is None:
            return
        if kind == "view":
            self._view = task.result
        else:
            self._chosen = task.result
        self.changed.emit()


def _inside(block: Block, box: Box) -> bool:
    return box[0] <= block.lon < box[2] and box[1] <= block.lat < box[3]


def _covers(outer: Box, inner: Box) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def _wider(box: Box) -> Box:
    """The box and a quarter of it on each side, so that a small move of the map needs no reading."""
    east, north = (box[2] - box[0]) // 4 + 1, (box[3] - box[1]) // 4 + 1
    return box[0] - east, box[1] - north, box[2] + east, box[3] + north
