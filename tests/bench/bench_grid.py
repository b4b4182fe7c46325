"""How long a picture of the block grid takes, by CRS, number of blocks and codes (1200 x 900 pixels, 96 dpi)."""

import json
import os
import statistics
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "build" / "bench" / "bench_grid.json"
CRSES = ("EPSG:4326", "EPSG:3857", "EPSG:32643")
VIEWS = {"5 000 blocks": (100, 50), "20 000 blocks": (160, 125)}
CODES = {"numbers in blocks": 160_000, "full codes": 25_000}
"""Scales at which they stand"""
TIMES = 15


def milliseconds(layer, view, scale: float) -> float:
    """Median time of one picture, without the job around it."""
    from qgis.core import Qgis, QgsRenderContext
    from qgis.PyQt.QtGui import QImage, QPainter

    took = []
    for _ in range(TIMES):
        image = QImage(view.outputSize(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        context = QgsRenderContext.fromMapSettings(view)
        context.setPainter(painter)
        context.setRendererScale(scale)
        transform, extent = view.layerTransform(layer), view.visibleExtent()
        context.setCoordinateTransform(transform)
        if transform.isValid():
            extent = transform.transformBoundingBox(extent, Qgis.TransformDirection.Reverse)
        context.setExtent(extent)
        renderer = layer.createMapRenderer(context)
        start = time.perf_counter()
        renderer.render()
        took.append((time.perf_counter() - start) * 1000)
        painter.end()
    return round(statistics.median(took), 1)


def figures() -> dict[str, float]:
    from qgis.core import QgsRectangle

    from kaznedra_qgis.mapping.grid_layer import GridLayer
    from tests.qgis.pictures import settings, transform

    found = {}
    layer = GridLayer()
    for crs in CRSES:
        layer.set_labels(False)
        for name, (columns, rows) in VIEWS.items():
            view = settings([layer], crs, size=(1200, 900))
            degrees = QgsRectangle(77, 48, 77 + columns / 60, 48 + rows / 60)
            view.setExtent(transform(view.destinationCrs()).transformBoundingBox(degrees))
            found[f"{crs}, lines of {name}, ms"] = milliseconds(layer, view, min(view.scale(), 500_000))
        layer.set_labels(True)
        for name, scale in CODES.items():
            view = settings([layer], crs, scale=scale, size=(1200, 900))
            found[f"{crs}, lines and {name}, ms"] = milliseconds(layer, view, scale)
    return found


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    found = figures()
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps(found, indent=2), encoding="utf-8")
    for name, value in found.items():
        print(f"{name}: {value}")
    application.exitQgis()


if __name__ == "__main__":
    main()
