"""One pull in a process of its own, timed from inside: python3 -m tests.bench.pulls WAY ADDRESS FOLDER [COUNT].

WAY is ours, plain (ours over requests alone), ogr2ogr, qgis, floor or boxes. Prints JSON: seconds, features, distinct,
and for ours state, cpu_s (of this process), rss_extra_mb (most memory above the start of the pull), file_mb and
longest_pause_ms.
"""

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

PAGE = 10_000
CONCURRENCY = 4


def _profile(address: str):
    from kaznedra_qgis.sources.profile import read_profile

    themes = {"licences": {"collection": "licences", "changed_attribute": "changed_at", "changed_filter": "datetime"}}
    made = read_profile({"id": "bench", "title": {"en": "Bench"}, "kind": "ogc-api-features", "themes": themes})
    return replace(made, address=address, page_size=PAGE, concurrency=CONCURRENCY)


def _memory_mb(peak: bool) -> float:
    if peak:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


class Pauses:
    """How long the main thread's event loop at most did not turn, as a window would feel it."""

    def __init__(self) -> None:
        from qgis.PyQt.QtCore import QTimer

        self.longest_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._turn)
        self._timer.start(1)

    def _turn(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, 1000 * (now - self._last))
        self._last = now

    def stop(self) -> None:
        self._timer.stop()


def ours(address: str, folder: Path, count: int, over_qgis: bool = True) -> dict[str, object]:
    """Our sync into FOLDER/ours.gpkg, which a second pull finds as the first left it."""
    from qgis.core import QgsApplication, QgsFeedback

    application = QgsApplication([], False)
    application.initQgis()
    import requests
    from osgeo import gdal  # noqa: F401 (loaded before the memory is looked at)

    from kaznedra_qgis.network import off_main, session
    from kaznedra_qgis.sources import open_source
    from kaznedra_qgis.sources.http import Client
    from kaznedra_qgis.workspace import Workspace
    from kaznedra_qgis.workspace.sync import sync

    path = folder / "ours.gpkg"
    workspace = Workspace.open(path) if path.exists() else Workspace.create(path)
    carried = session(feedback=QgsFeedback()) if over_qgis else requests.Session()
    before, cpu_before = _memory_mb(peak=False), time.process_time()
    pauses = Pauses()
    begun = time.perf_counter()
    source = open_source(_profile(address), Client(carried))
    (snapshot,) = off_main(lambda: sync(source, workspace, ["licences"]))
    seconds = time.perf_counter() - begun
    pauses.stop()
    told = {name: value for name, value in asdict(snapshot).items() if name in ("added", "changed", "gone", "message")}
    return {
        "seconds": seconds,
        "features": snapshot.received,
        "distinct": workspace.theme_states("bench")["licences"].count,
        "state": snapshot.state.value,
        "rss_extra_mb": _memory_mb(peak=True) - before,
        "cpu_s": time.process_time() - cpu_before,
        "file_mb": path.stat().st_size / 1e6,
        "longest_pause_ms": pauses.longest_ms,
        **told,
    }


def plain(address: str, folder: Path, count: int) -> dict[str, object]:
    """The same over requests alone."""
    return ours(address, folder, count, over_qgis=False)


def ogr2ogr(address: str, folder: Path, count: int) -> dict[str, object]:
    """GDAL's own tool into FOLDER/ogr2ogr.gpkg."""
    out = folder / "ogr2ogr.gpkg"
    out.unlink(missing_ok=True)
    command = ["ogr2ogr", "-f", "GPKG", str(out), f"OAPIF:{address}", "licences", "-oo", f"PAGE_SIZE={PAGE}"]
    begun = time.perf_counter()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return {"seconds": time.perf_counter() - begun, **_counted(out)}


def qgis(address: str, folder: Path, count: int) -> dict[str, object]:
    """QGIS's OAPIF provider, written to FOLDER/qgis.gpkg."""
    from qgis.core import QgsApplication, QgsProject, QgsVectorFileWriter, QgsVectorLayer

    application = QgsApplication([], False)
    application.initQgis()
    out = folder / "qgis.gpkg"
    out.unlink(missing_ok=True)
    begun = time.perf_counter()
    uri = f"typename='licences' url='{address}' pagingEnabled='true' pageSize='{PAGE}'"
    layer = QgsVectorLayer(uri, "licences", "OAPIF")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    context = QgsProject.instance().transformContext()
    problem = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(out), context, options)
    seconds = time.perf_counter() - begun
    if problem[0] != QgsVectorFileWriter.WriterError.NoError:
        raise SystemExit(f"QGIS could not write: {problem}")
    return {"seconds": seconds, **_counted(out)}


def floor(address: str, folder: Path, count: int) -> dict[str, object]:
    """The same pages with the same concurrency, thrown away."""
    from concurrent.futures import ThreadPoolExecutor

    import requests

    session = requests.Session()

    def fetch(offset: int) -> int:
        url = f"{address}/collections/licences/items?limit={PAGE}&offset={offset}"
        return len(session.get(url, timeout=600).content)

    begun = time.perf_counter()
    with ThreadPoolExecutor(CONCURRENCY) as pool:
        size = sum(pool.map(fetch, range(0, count, PAGE)))
    return {"seconds": time.perf_counter() - begun, "features": count, "distinct": count, "size_mb": size / 1e6}


def boxes(address: str, folder: Path, count: int) -> dict[str, object]:
    """The floor of our own way: the boxes that a first pull asks for, thrown away."""
    import requests

    from kaznedra_qgis.sources import open_source
    from kaznedra_qgis.sources.http import Client
    from kaznedra_qgis.sources.source import Way

    begun = time.perf_counter()
    source = open_source(_profile(address), Client(requests.Session()))
    offer = source.contract().offers["licences"]
    features = sum(page.returned or 0 for page in source.pages(offer, way=Way.SPLIT))
    return {"seconds": time.perf_counter() - begun, "features": features, "distinct": count}


def _counted(path: Path) -> dict[str, int]:
    from osgeo import gdal

    dataset = gdal.OpenEx(str(path))
    name = dataset.GetLayer(0).GetName()
    found = dataset.ExecuteSQL(f'SELECT count(*), count(DISTINCT number) FROM "{name}"')  # nosec B608
    row = found.GetNextFeature()
    return {"features": row.GetField(0), "distinct": row.GetField(1)}


WAYS = {"ours": ours, "plain": plain, "ogr2ogr": ogr2ogr, "qgis": qgis, "floor": floor, "boxes": boxes}


def run(way: str, address: str, folder: Path, count: int) -> dict[str, object]:
    """What a new process prints for that pull. Raises CalledProcessError."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.bench.pulls", way, address, str(folder), str(count)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


if __name__ == "__main__":
    chosen, where, into, many = sys.argv[1:]
    print(json.dumps(WAYS[chosen](where, Path(into), int(many))), flush=True)
    os._exit(0)
