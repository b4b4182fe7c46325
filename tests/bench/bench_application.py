"""What checking an application costs: 200 blocks against 50 000 rights, beside QGIS's own overlays on the same file.

Also the standing of a view of 5 000 blocks, and of one block under the cursor. The workspace is made once, in
build/bench; the surroundings are made anew in every run of "cold", and kept in those of "warm".
"""

import json
import random
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional

from shapely.geometry import Point, mapping

from kaznedra_qgis.sources.profile import read_profile
from kaznedra_qgis.subsoil.application_check import check
from kaznedra_qgis.subsoil.blocks import Block, outline
from kaznedra_qgis.subsoil.codes import format_codes
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.subsoil.standing import THEMES_THAT_COUNT, prepare, standings
from kaznedra_qgis.themes import RESTRICTED_CATEGORIES
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.surroundings import around, around_blocks
from kaznedra_qgis.workspace.sync import sync
from tests.qgis.pages import Pages, feature

RESULT = Path(__file__).resolve().parents[2] / "build" / "bench" / "bench_application.json"
WORKSPACE = RESULT.with_name("application_50000.gpkg")
RIGHTS = 50_000
WEST, SOUTH, EAST, NORTH = 60 * 60, 44 * 60, 84 * 60, 54 * 60
PLOT = [Block(4300 + x, 2900 + y) for x in range(20) for y in range(10)]
VIEW = (4260, 2880, 4360, 2930)
"""100 x 50 blocks"""
TODAY = datetime.now(timezone.utc).date()


def rights(draw: random.Random, count: int) -> Iterator[dict[str, Any]]:
    """Licences of 1 to 30 blocks, four fifths of them for exploration."""
    scheme = default_scheme()
    for number in range(count):
        west, south = draw.randrange(WEST, EAST), draw.randrange(SOUTH, NORTH)
        blocks = [Block(west + x, south + y) for x in range(draw.randrange(1, 7)) for y in range(draw.randrange(1, 6))]
        kind = draw.choice(["exploration"] * 8 + ["production", "geological_study"])
        yield feature(
            number,
            mapping(outline(blocks)),
            number=f"{number}-EL",
            kind=kind,
            status=draw.choice(["active"] * 4 + ["expired"]),
            holder_en=f"Holder {number % 900}",
            minerals="Cu, Au",
            blocks=format_codes(blocks, scheme),
        )


def others(draw: random.Random) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Restricted areas, a third of them with a buffer, applications, and areas of the other themes."""

    def circles(count: int, least: float, most: float) -> Iterator[tuple[int, Any]]:
        for number in range(count):
            place = Point(draw.uniform(WEST, EAST) / 60, draw.uniform(SOUTH, NORTH) / 60)
            yield number, mapping(place.buffer(draw.uniform(least, most), 12))

    yield (
        "licence_applications",
        [
            feature(n, g, number=f"A-{n}", kind="exploration", status="submitted", filed_at="2026-01-05T05:00:00Z")
            for n, g in circles(1500, 0.02, 0.06)
        ],
    )
    yield (
        "restricted_areas",
        [
            feature(n, g, category=RESTRICTED_CATEGORIES[n % 10], name_en=f"Area {n}", buffer_m=0.0)
            for n, g in circles(6000, 0.005, 0.05)
        ],
    )
    yield "state_programme_areas", [feature(n, g, kind="auction", name_en=str(n)) for n, g in circles(300, 0.05, 0.2)]
    yield "liquidation_areas", [feature(n, g, status="under_way", name_en=str(n)) for n, g in circles(300, 0.01, 0.05)]


def made(count: int = RIGHTS) -> Workspace:
    """The workspace of so many rights, made where it is not there or was not finished."""
    path = WORKSPACE.with_name(f"application_{count}.gpkg")
    if path.exists():
        return Workspace.open(path)
    unfinished = path.with_name("application_unfinished.gpkg")
    for left in unfinished.parent.glob(f"{unfinished.name}*"):
        left.unlink()
    workspace, draw = Workspace.create(unfinished), random.Random(7)
    for theme, features in [("licences", list(rights(draw, count))), *others(draw)]:
        profile = read_profile(
            {
                "id": "bench",
                "title": {"en": "Bench"},
                "kind": "ogc-api-features",
                "address": "http://localhost/",
                "themes": {theme: {"collection": theme}},
            }
        )
        pages = [features[at : at + 1000] for at in range(0, len(features), 1000)]
        sync(Pages(*pages, mapped=profile), workspace, [theme])
    with workspace.writing():
        pass
    shutil.move(unfinished, path)
    return Workspace.open(path)


def milliseconds(work: Callable[[], object], rounds: int, share: float = 0.5, warm: bool = True) -> float:
    """The quantile `share` of the rounds."""
    if warm:
        work()
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return round(sorted(times)[int(share * len(times))], 3)


def ours(workspace: Workspace) -> dict[str, float]:
    """Our figures."""
    ages = dict.fromkeys(THEMES_THAT_COUNT, 0.0)

    def read() -> Any:
        return around_blocks(workspace, (), PLOT, TODAY, freshness_days=ages)

    known = around(workspace, (), VIEW, TODAY, freshness_days=ages)
    started = time.perf_counter()
    prepare(known)
    first = (time.perf_counter() - started) * 1000
    shown = standings(VIEW, known)
    places = [Block(VIEW[0] + step % 100, VIEW[1] + step % 50) for step in range(2000)]
    hovers = iter(places * 3)
    return {
        "read the surroundings of 200 blocks": milliseconds(read, 9),
        "check 200 blocks, reading included": milliseconds(lambda: check(PLOT, read()), 7),
        "read a view of 5 000 blocks": milliseconds(lambda: around(workspace, (), VIEW, TODAY), 5),
        "footprints of that view, once": round(first, 2),
        "standing of a view of 5 000 blocks": milliseconds(lambda: standings(VIEW, known), 15),
        "standing of one block, 95th percentile": milliseconds(lambda: shown.of(next(hovers)), 2000, 0.95),
        "areas around the view": float(sum(map(len, known.areas.values()))),
        "features of the workspace": float(RIGHTS + 8100),
    }


def qgis() -> dict[str, float]:
    """The same question, which rights and areas meet which of the 200 blocks, asked with QGIS's own algorithms."""
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsVectorLayer

    application = QgsApplication([], False)
    application.initQgis()
    provider = QgsNativeAlgorithms()
    QgsApplication.processingRegistry().addProvider(provider)
    blocks = QgsVectorLayer("Polygon?crs=EPSG:4326", "blocks", "memory")
    drawn = []
    for block in PLOT:
        drawn.append(QgsFeature())
        drawn[-1].setGeometry(QgsGeometry.fromWkt(outline([block]).geoms[0].wkt))
    blocks.dataProvider().addFeatures(drawn)
    layers = {
        theme: QgsVectorLayer(
            f"{WORKSPACE}|layername={theme}|option:QGIS_FORCE_WAL=ON|subset=gone_at IS NULL", theme, "ogr"
        )
        for theme in THEMES_THAT_COUNT
    }

    def run(name: str, **given: Any) -> Any:
        return _run(name, {"OUTPUT": "memory:", **given})

    def overlay() -> None:
        for theme, layer in layers.items():
            if theme == "restricted_areas":
                # 0.0126 degrees: 1 000 m, for lack of buffers in metres in these algorithms
                layer = run("native:buffer", INPUT=layer, DISTANCE=0.0126, SEGMENTS=8)["OUTPUT"]
            run("native:intersection", INPUT=blocks, OVERLAY=layer)

    figures = {"the same by native:buffer and native:intersection": milliseconds(overlay, 3, warm=True)}
    layers.clear()
    application.exitQgis()
    return figures


def _run(name: str, parameters: dict[str, Any], held: Optional[list[Any]] = None) -> Any:
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProcessingUtils

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    results, fine = algorithm.run(parameters, context, feedback)
    if not fine:
        raise SystemExit(f"{name}: {feedback.textLog()}")
    layer = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
    return {"OUTPUT": context.takeResultLayer(layer.id())}


def main() -> None:
    """Print the figures and keep them in build/bench."""
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    found = {**ours(made()), **qgis()}
    for name, figure in found.items():
        print(f"{figure:12.3f}  {name}")
    RESULT.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
