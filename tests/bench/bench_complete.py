"""Who gets every feature once from a server without a stable order of pages: build/bench/complete.json.

QGIS Server with two workers over PostGIS at its defaults (synchronize_seqscans on), 100 000 features.
"""

import json
import tempfile
from pathlib import Path

from tests.bench.large import FOLDER, served
from tests.bench.pulls import run

COUNT = 100_000


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = tempfile.TemporaryDirectory(prefix="complete-", dir=FOLDER)
    with made as folder, served(COUNT, "synchronize_seqscans=on") as (address, _):
        told = {way: run(way, address, Path(folder), COUNT) for way in ("ours", "ogr2ogr", "qgis")}
    figures = {way: one["distinct"] for way, one in told.items()} | {"truth": COUNT}
    (FOLDER / "complete.json").write_text(json.dumps(figures, indent=2) + "\n")
    for way, one in told.items():
        print(f"{way:8} {one['features']} rows, {one['distinct']} distinct of {COUNT}, {one['seconds']:.1f} s")
    if told["ours"]["distinct"] != COUNT and told["ours"]["state"] == "complete":
        raise SystemExit("ours says complete and is not")


if __name__ == "__main__":
    main()
