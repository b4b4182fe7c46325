"""What the map tool costs: hover and toggle with 5 000 licences and 200 chosen blocks, by the whole page Applications.

The handlers are timed from the mouse event to their return: the label beside the mouse, the undo step, the draft saved
in the workspace, the list of blocks. Painting is QGIS's own time and told by itself.
"""

import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

RESULT = Path(__file__).resolve().parents[2] / "build" / "bench" / "bench_choosing.json"
LICENCES = 5_000
CHOSEN = 200
WEST, SOUTH = 77 * 60, 48 * 60
COLUMNS, ROWS = 600, 300
"""Minutes that the licences are spread over"""
VIEW = (WEST + 250, SOUTH + 120, WEST + 350, SOUTH + 170)
"""5 000 blocks"""
TIMES = 400


def workspace(folder: Path) -> Path:
    """A workspace with all themes that a standing needs, licences of 1 to 30 blocks; a fifth were revoked lately."""
    from dataclasses import replace

    from shapely.geometry import mapping

    from kaznedra_qgis.subsoil.blocks import Block, outline
    from kaznedra_qgis.subsoil.standing import THEMES_THAT_COUNT
    from kaznedra_qgis.workspace import Workspace
    from kaznedra_qgis.workspace.sync import sync
    from tests.qgis.pages import Pages, feature, profile

    draw = random.Random(4)
    made = Workspace.create(folder / "workspace.gpkg")
    licences = []
    for number in range(LICENCES):
        west, south = WEST + draw.randrange(COLUMNS), SOUTH + draw.randrange(ROWS)
        blocks = [Block(west + x, south + y) for x in range(draw.randrange(1, 7)) for y in range(draw.randrange(1, 6))]
        words = {"number": f"{number}-EL", "kind": "exploration", "status": "active", "holder_en": f"Holder {number}"}
        if number % 5 == 0:
            ended = datetime.now(timezone.utc).date() - timedelta(days=number % 400)
            words.update(status="revoked", ended_on=ended.isoformat())
        licences.append(feature(number, mapping(outline(blocks)), **words))
    for theme in THEMES_THAT_COUNT:
        pages = Pages(licences if theme == "licences" else [], mapped=replace(profile(theme), id="bench"))
        sync(pages, made, [theme])
    return made.path


@contextmanager
def room(path: Path) -> Iterator[Any]:
    """The page Applications over a canvas that shows VIEW, a draft of CHOSEN blocks open, the tool taken up."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
    from qgis.gui import QgsMapCanvas, QgsMapToolPan
    from qgis.PyQt import sip
    from qgis.PyQt.QtWidgets import QMainWindow, QVBoxLayout, QWidget

    from kaznedra_qgis.gui.applications_room import ApplicationsRoom
    from kaznedra_qgis.gui.notices import Notices
    from kaznedra_qgis.settings import Settings
    from kaznedra_qgis.subsoil.blocks import Block

    window, canvas, page = QMainWindow(), QgsMapCanvas(), QWidget()
    window.setCentralWidget(canvas)
    window.resize(1200, 900)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32643"))
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)

    class Window:
        def mapCanvas(self) -> Any:
            return canvas

        def mainWindow(self) -> Any:
            return window

    layout = QVBoxLayout(page)
    found = ApplicationsRoom(Window(), Settings("kaznedra-bench"), Notices(Window()), page)
    layout.addWidget(found.page)
    page.resize(400, 800)
    for each in (window, page):
        each.show()
    degrees = QgsRectangle(*(minutes / 60 for minutes in VIEW))
    canvas.setExtent(found.map.grid.transform.transformBoundingBox(degrees))
    found.follow(path)
    middle = [Block(VIEW[0] + 40 + x, VIEW[1] + 20 + y) for x in range(20) for y in range(CHOSEN // 20)]
    found.desk.new("Bench", middle)
    found.map.take_up()
    settle(found)
    yield found
    found.end()
    canvas.unsetMapTool(pan)
    # Qt's own order of deletion, not Python's: a canvas deletes its items
    for each in (page, window):
        sip.delete(each)


def settle(found: Any) -> None:
    """Let everything that was started come to its end."""
    from qgis.core import QgsApplication

    until = time.monotonic() + 20
    while time.monotonic() < until:
        QgsApplication.processEvents()
        ground = found.ground
        if not (ground._tasks or ground._pause.isActive() or found.checks.is_running):
            return
        time.sleep(0.01)
    raise RuntimeError("it did not come to rest")


def timed(jobs: list[Callable[[], None]]) -> dict[str, float]:
    """Milliseconds of each job: median, 95th percentile, most. What they cause later is let happen between them."""
    from qgis.core import QgsApplication

    took = []
    for job in jobs:
        start = time.perf_counter()
        job()
        took.append((time.perf_counter() - start) * 1000)
        QgsApplication.processEvents()
    return {
        "median_ms": round(statistics.median(took), 3),
        "p95_ms": round(sorted(took)[int(len(took) * 0.95)], 3),
        "max_ms": round(max(took), 3),
    }


def hatching(item: Any) -> Callable[[], None]:
    """Paint the hatches of the view as after a change of the map."""
    from qgis.PyQt.QtGui import QImage, QPainter

    picture = QImage(item.boundingRect().size().toSize(), QImage.Format.Format_ARGB32_Premultiplied)

    def paint() -> None:
        item.reproject()
        painter = QPainter(picture)
        item.paint(painter)
        painter.end()

    return paint


def figures() -> dict[str, Any]:
    """Hover over other blocks all the time, and toggle blocks all over the view."""
    from qgis.gui import QgsMapMouseEvent
    from qgis.PyQt.QtCore import QEvent, QPoint, Qt

    from kaznedra_qgis.subsoil.blocks import Block

    draw = random.Random(5)
    with tempfile.TemporaryDirectory() as name, room(workspace(Path(name))) as found:
        tool, grid, canvas = found.map.tool, found.map.grid, found.map.grid.canvas

        def event(block: Block, kind: QEvent.Type, button: Qt.MouseButton) -> QgsMapMouseEvent:
            place = canvas.getCoordinateTransform().transform().map(grid.shape(block)).boundingRect().center()
            return QgsMapMouseEvent(canvas, kind, QPoint(round(place.x()), round(place.y())), button, button)

        def hover(block: Block) -> Callable[[], None]:
            moved = event(block, QEvent.Type.MouseMove, Qt.MouseButton.NoButton)
            return lambda: tool.canvasMoveEvent(moved)

        def toggle(block: Block) -> Callable[[], None]:
            pressed = event(block, QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton)
            released = event(block, QEvent.Type.MouseButtonRelease, Qt.MouseButton.LeftButton)

            def click() -> None:
                tool.canvasPressEvent(pressed)
                tool.canvasReleaseEvent(released)

            return click

        blocks = [
            Block(draw.randrange(VIEW[0] + 1, VIEW[2] - 1), draw.randrange(VIEW[1] + 1, VIEW[3] - 1))
            for _ in range(TIMES)
        ]
        known = found.ground.standing(blocks[0])
        result = {
            "licences": LICENCES,
            "chosen": len(found.desk.choice.blocks),
            "ground is read": known is not None,
            "hover": timed([hover(block) for block in blocks]),
            # on and off again, so that about as many stay chosen
            "toggle": timed([toggle(block) for block in blocks for _ in range(2)]),
            "chosen after": len(found.desk.choice.blocks),
            "hatches of the view, anew": timed([hatching(found.standing.item)] * 20),
        }
        settle(found)
        return result


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    found = figures()
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps(found, indent=2), encoding="utf-8")
    for name, value in found.items():
        print(f"{name}: {value}")
    application.exitQgis()


if __name__ == "__main__":
    main()
