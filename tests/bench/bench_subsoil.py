"""Medians of what the block grid costs: reading and writing codes, covering, outlines."""

import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from shapely.geometry import Point

from kaznedra_qgis.subsoil.blocks import Block, Rule, components, covering, outline, total_area_km2
from kaznedra_qgis.subsoil.codes import format_codes, format_grouped, read_codes
from kaznedra_qgis.subsoil.numbering import default_scheme

RESULT = Path(__file__).resolve().parents[2] / "build" / "bench" / "bench_subsoil.json"
ROUNDS = 15


def median_ms(work: Callable[[], object]) -> float:
    """Median of ROUNDS runs in milliseconds, after one to warm up."""
    work()
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return round(statistics.median(times), 2)


def figures() -> dict[str, float]:
    """What each job costs, in milliseconds."""
    scheme = default_scheme()
    plot = [Block(4000 + x, 3000 + y) for x in range(20) for y in range(10)]
    large = [Block(4000 + x, 3000 + y) for x in range(100) for y in range(50)]
    checkers = [block for block in large if (block.lon + block.lat) % 2]
    shape = outline(large)
    ragged = Point(67, 50).buffer(0.6, 5000)
    single, compact = format_codes(plot, scheme), format_grouped(plot, scheme)
    return {
        "read 200 codes, one by one": median_ms(lambda: read_codes(single, scheme)),
        "read 200 codes, grouped": median_ms(lambda: read_codes(compact, scheme)),
        "write 200 codes": median_ms(lambda: format_codes(plot, scheme)),
        "write 200 codes, grouped": median_ms(lambda: format_grouped(plot, scheme)),
        "write 5 000 codes": median_ms(lambda: format_codes(large, scheme)),
        "covering, rectangle of 5 000 blocks": median_ms(lambda: covering(shape, Rule.MAJORITY)),
        "covering, circle of 4 000 blocks and 20 000 vertices": median_ms(lambda: covering(ragged, Rule.WITHIN)),
        "outline of 5 000 blocks": median_ms(lambda: outline(large)),
        "outline of 2 500 blocks that touch in corners": median_ms(lambda: outline(checkers)),
        "components of 5 000 blocks": median_ms(lambda: components(large)),
        "area of 5 000 blocks": median_ms(lambda: total_area_km2(large)),
    }


def main() -> None:
    """Print the figures and keep them in build/bench."""
    found = figures()
    for name, milliseconds in found.items():
        print(f"{milliseconds:9.2f} ms  {name}")
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
