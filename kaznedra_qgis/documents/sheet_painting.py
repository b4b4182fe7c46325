"""Paints a map sheet as a PDF in short turns: QGIS draws the maps in threads of its own, the layout only frames them.

Layouts belong to the main thread. A map is therefore drawn into a QPicture, which Qt lets any thread paint on, and
what was recorded is replayed under a layout whose maps show nothing.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Union

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsMapRendererCustomPainterJob,
    QgsPrintLayout,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QPicture

from ..errors import Code, KaznedraError
from . import sheet_legend

DPI = 300
_OVERVIEW_DPI = 150
"""Coarser: the outlines of the country have more points than a small map can show"""
_MM_PER_INCH = 25.4

Turn = Union[QgsMapRendererCustomPainterJob, None, object]
"""What is to be waited for before the next turn, where there is anything; MORE where this one goes on"""


def wait_for(job: Turn) -> None:
    """Wait for what a turn has given."""
    if isinstance(job, QgsMapRendererCustomPainterJob):
        job.waitForFinished()


def paint(layout: QgsPrintLayout, main: QgsLayoutItemMap, path: Path, title: str) -> Iterator[Turn]:
    """Write the only page of a layout, on which `main` is the map that counts; KaznedraError READ_ONLY.

    Its maps lose their layers. Where it is given up in between, nothing is written.
    """
    layout.renderContext().setTextRenderFormat(_text_as_text())
    layout.renderContext().setDpi(DPI)
    recorded = []
    for item in _maps(layout):
        recording = _Recording(item, DPI if item is main else _OVERVIEW_DPI)
        recorded.append(recording)
        yield from recording.record()
    settings = main.mapSettings(main.extent(), QSizeF(main.rect().width(), main.rect().height()), _MM_PER_INCH, True)
    for item in layout.items():
        if isinstance(item, QgsLayoutItemLegend):
            yield from sheet_legend.narrow(item, settings)
            sheet_legend.fit(item)
    yield None
    painter, writer = QPainter(), _writer(path, layout, title)
    if not painter.begin(writer):
        raise KaznedraError(Code.READ_ONLY, path=str(path))
    is_whole = False
    try:
        for recording in recorded:
            yield recording.replay(painter)
        yield _paint_items(layout, painter)
        is_whole = True
    finally:
        is_whole = painter.end() and is_whole
        if not is_whole:
            path.unlink(missing_ok=True)
    yield None
    _georeference(path, layout, main)


class _Recording:
    """The picture of a map: lengths in dots of `dpi`."""

    def __init__(self, item: QgsLayoutItemMap, dpi: float) -> None:
        self._item, self._dpi = item, dpi
        self._size = QSizeF(item.rect().width(), item.rect().height()) * (dpi / _MM_PER_INCH)
        self._picture = QPicture()

    def record(self) -> Iterator[Turn]:
        """Have QGIS draw the map."""
        painter = QPainter(self._picture)
        painter.setClipRect(QRectF(0, 0, self._size.width(), self._size.height()))
        settings = self._item.mapSettings(self._item.extent(), self._size, self._dpi, True)
        job = QgsMapRendererCustomPainterJob(settings, painter)
        job.start()
        try:
            yield job
        finally:
            if job.isActive():
                job.cancel()
            painter.end()

    def replay(self, painter: QPainter) -> None:
        """Paint what was recorded, on the map's background, at the map's place on the page."""
        device, place = painter.device(), self._item.scenePos()
        dots = device.logicalDpiX() / _MM_PER_INCH
        painter.save()
        painter.translate(place.x() * dots, place.y() * dots)
        room = self._item.rect()
        painter.fillRect(QRectF(0, 0, room.width() * dots, room.height() * dots), self._item.backgroundColor())
        share = self._picture.logicalDpiX() / self._dpi  # drawPicture enlarges by the device's DPI over the picture's
        painter.scale(share, share)
        painter.drawPicture(0, 0, self._picture)
        painter.restore()
        self._item.setBackgroundEnabled(False)


def _paint_items(layout: QgsPrintLayout, painter: QPainter) -> None:
    """Paint all but what the maps show. A map without any layer would show those of the project."""
    nothing = QgsVectorLayer("Point?crs=EPSG:4326", "", "memory")
    layout.project().addMapLayer(nothing, False)
    layout.pageCollection().setPageStyleSymbol(QgsFillSymbol.createSimple({"style": "no", "outline_style": "no"}))
    for item in _maps(layout):
        item.setLayers([nothing])
    QgsLayoutExporter(layout).renderPage(painter, 0)


def _maps(layout: QgsPrintLayout) -> list[QgsLayoutItemMap]:
    return [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]


def _georeference(path: Path, layout: QgsPrintLayout, main: QgsLayoutItemMap) -> None:
    """Tell in the PDF where on the earth the sheet lies, as QGIS's export does; not where GDAL cannot."""
    from osgeo import gdal

    before = gdal.GetThreadLocalConfigOption("GDAL_PDF_DPI")
    gdal.SetThreadLocalConfigOption("GDAL_PDF_DPI", str(DPI))
    try:
        page = gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_UPDATE)
    except RuntimeError:
        page = None
    finally:
        gdal.SetThreadLocalConfigOption("GDAL_PDF_DPI", before)
    if page is not None:
        across, turn_x, west, turn_y, down, north = QgsLayoutExporter(layout).computeWorldFileParameters(DPI)
        page.SetGeoTransform((west, across, turn_x, north, turn_y, down))
        page.SetProjection(main.crs().toWkt())


def _writer(path: Path, layout: QgsPrintLayout, title: str) -> QPdfWriter:
    made = QPdfWriter(str(path))
    size = layout.pageCollection().page(0).pageSize()
    made.setTitle(title)
    made.setCreator("Kaznedra for QGIS")
    made.setResolution(DPI)
    made.setPageSize(QPageSize(size.toQSizeF(), QPageSize.Unit.Millimeter))
    made.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    return made


def _text_as_text() -> Any:
    """Letters stay letters in the PDF, to be searched and copied."""
    from qgis.core import Qgis, QgsRenderContext

    kinds = getattr(Qgis, "TextRenderFormat", None)
    return kinds.AlwaysText if kinds else QgsRenderContext.TextRenderFormat.TextFormatAlwaysText
