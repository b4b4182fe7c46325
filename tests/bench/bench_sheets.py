"""How long the window at most does not answer while kaznedra:exportapplication runs from the toolbox, by draft.

The workspace has 5 000 rights and 8 100 areas; the figures go to build/bench.
"""

import json
import tempfile
import time
from datetime import datetime, timezone
from pathlib import Path

from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.codes import format_codes
from kaznedra_qgis.subsoil.numbering import default_scheme
from tests.bench.bench_application import made
from tests.bench.pulls import Pauses

RESULT = Path(__file__).resolve().parents[2] / "build" / "bench" / "bench_sheets.json"
RIGHTS = 5_000
DRAFTS = {
    "6 blocks": [Block(4300 + x, 2900 + y) for x in range(3) for y in range(2)],
    "200 blocks, 20 by 10": [Block(4300 + x, 2900 + y) for x in range(20) for y in range(10)],
    "200 blocks in a row": [Block(4300 + x, 2900) for x in range(200)],
    "200 blocks, 2 minutes apart": [Block(4300 + 3 * x, 2900) for x in range(200)],
    "20 plots, 800 km": [Block(3900 + 40 * x + y, 2820 + 13 * (x % 5)) for x in range(20) for y in range(3)],
}


def exported(workspace: Path, blocks: list[Block], folder: Path) -> dict[str, float]:
    """Run the algorithm as a task, three languages, while the event loop turns."""
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgRunnerTask,
        QgsProcessingContext,
        QgsProcessingFeedback,
    )

    codes = format_codes(blocks, default_scheme())
    given = {"WORKSPACE": str(workspace), "CODES": codes, "OUTPUT": str(folder)}
    context, feedback, ended = QgsProcessingContext(), QgsProcessingFeedback(False), []
    pauses, begun = Pauses(), time.perf_counter()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("kaznedra:exportapplication")
    task = QgsProcessingAlgRunnerTask(algorithm, given, context, feedback)
    task.executed.connect(lambda *told: ended.append(told))
    QgsApplication.taskManager().addTask(task)
    while not ended:
        QgsApplication.processEvents()
        time.sleep(0.0005)
    pauses.stop()
    if not ended[0][0]:
        raise SystemExit(feedback.textLog())
    seconds = time.perf_counter() - begun
    largest = max(path.stat().st_size for path in folder.rglob("map.*.pdf")) / 1e6
    return {
        "longest pause, ms": round(pauses.longest_ms),
        "seconds": round(seconds, 2),
        "largest sheet, MB": round(largest, 2),
    }


def main() -> None:
    """Print the figures and keep them in build/bench."""
    from qgis.core import QgsApplication

    from kaznedra_qgis.processing.provider import KaznedraProvider

    workspace = made(RIGHTS).path
    application = QgsApplication([], True)
    application.initQgis()
    provider = KaznedraProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    figures = {}
    with tempfile.TemporaryDirectory() as room:
        exported(workspace, DRAFTS["6 blocks"], Path(room, "first"))
        for number, (draft, blocks) in enumerate(DRAFTS.items()):
            figures[draft] = exported(workspace, blocks, Path(room, str(number)))
            print(f"{draft:32}" + "".join(f"  {name} {value:8}" for name, value in figures[draft].items()), flush=True)
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps({"made": datetime.now(timezone.utc).isoformat(), **figures}, indent=2))
    application.exitQgis()


if __name__ == "__main__":
    main()
