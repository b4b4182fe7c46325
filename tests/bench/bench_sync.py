"""A pull of 100 000 polygons beside the peers, in one run: build/bench/sync.json.

Ours (over QGIS's network, with history, spatial index and a durable commit), ogr2ogr, QGIS's own provider, and the
floor: the same pages fetched with the same concurrency and thrown away. All take the same page size from the same
QGIS Server with two workers over PostGIS; synchronize_seqscans is off, so that the peers' pages are right too. `boxes`
is the floor of our own way: what we ask for, thrown away.
ROUNDS (default 3) medians; MILLION=0 leaves the million out.
"""

import json
import os
import shutil
import statistics
import tempfile
from pathlib import Path

from tests.bench.large import FOLDER, served
from tests.bench.pulls import run
from tests.servers.postgis import Cluster

COUNT = 100_000
ROUNDS = int(os.environ.get("ROUNDS", "3"))
STABLE = "synchronize_seqscans=off"


def _round(address: str, cluster: Cluster, folder: Path) -> dict[str, dict[str, object]]:
    """Each way once; ours from nothing, then again unchanged, then with one percent changed."""
    told = {way: run(way, address, folder, COUNT) for way in ("floor", "boxes", "ours")}
    told["resync_same"] = run("ours", address, folder, COUNT)
    cluster.run(
        f"UPDATE licences_{COUNT} SET block_count = block_count + 1, "
        f"changed_at = (SELECT max(changed_at) + interval '1 hour' FROM licences_{COUNT}) WHERE id % 100 = 7"
    )
    told["resync_1pct"] = run("ours", address, folder, COUNT)
    told["ogr2ogr"] = run("ogr2ogr", address, folder, COUNT)
    told["qgis"] = run("qgis", address, folder, COUNT)
    for name, one in told.items():
        print(
            f"  {name:12} {one['seconds']:7.2f} s  {one['features']} features, {one['distinct']} distinct", flush=True
        )
        if one["distinct"] != COUNT:
            raise SystemExit(f"{name} has {one['distinct']} of {COUNT}")
    return told


def _hundred_thousand(folder: Path) -> dict[str, object]:
    with served(COUNT, STABLE) as (address, cluster):
        rounds = []
        for number in range(ROUNDS):
            print(f"round {number + 1} of {ROUNDS}", flush=True)
            place = folder / str(number)
            place.mkdir()
            rounds.append(_round(address, cluster, place))

    def median(way: str, figure: str = "seconds") -> float:
        return round(statistics.median(float(str(one[way][figure])) for one in rounds), 2)

    figures: dict[str, object] = {f"{way}_s": median(way) for way in rounds[0]}
    figures["rss_extra_mb"] = median("ours", "rss_extra_mb")
    figures["longest_pause_ms"] = median("ours", "longest_pause_ms")
    figures["grown_by_same_mb"] = round(median("resync_same", "file_mb") - median("ours", "file_mb"), 3)
    return figures


def _million(folder: Path) -> dict[str, object]:
    with served(10 * COUNT, STABLE) as (address, _):
        told = run("ours", address, folder, 10 * COUNT)
    print(f"  a million: {told}", flush=True)
    return {"million_s": round(float(str(told["seconds"])), 1), "million_rss_extra_mb": told["rss_extra_mb"]}


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="pulls-", dir=FOLDER))
    try:
        figures = _hundred_thousand(folder)
        if os.environ.get("MILLION", "1") != "0":
            figures.update(_million(folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    figures["cores"] = os.cpu_count()
    (FOLDER / "sync.json").write_text(json.dumps(figures, indent=2) + "\n")
    _compare(figures)


def _compare(figures: dict[str, object]) -> None:
    def ratio(upper: str, lower: str) -> float:
        return float(str(figures[upper])) / float(str(figures[lower]))

    lines = [
        ("times as fast as ogr2ogr", ratio("ogr2ogr_s", "ours_s"), "at least 3"),
        ("times as fast as QGIS's provider", ratio("qgis_s", "ours_s"), "at least 5.5"),
        ("times the floor", ratio("ours_s", "floor_s"), "at most 1.8"),
        ("times the floor of our own way", ratio("ours_s", "boxes_s"), "none"),
        ("unchanged: times the floor", ratio("resync_same_s", "floor_s"), "at most 1.25"),
        ("1 % changed: times as fast as the first", ratio("ours_s", "resync_1pct_s"), "at least 15"),
        ("longest pause of the main thread, ms", float(str(figures["longest_pause_ms"])), "under 50"),
    ]
    if "million_s" in figures:
        lines.append(("a million: times the hundred thousand", ratio("million_s", "ours_s"), "at most 11"))
        lines.append(("a million: MB above the start", float(str(figures["million_rss_extra_mb"])), "at most 300"))
    for what, value, aim in lines:
        print(f"{value:8.2f}  {what} (aim: {aim})")


if __name__ == "__main__":
    main()
