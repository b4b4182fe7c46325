"""Paints a map sheet as a PDF in short turns: QGIS draws the maps in threads of its own, the layout only frames them.

Layouts belong to the main thread. A map is therefore drawn into a QPicture, which Qt lets any thread paint on, and
what was recorded is replayed under a layout whose maps show nothing. Where thousands of hatched areas would make the
page too large, they are drawn into an image instead.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Union

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsPrintLayout,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from qgis.PyQt.QtGui import QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter, QPicture

from ..errors import Code, KaznedraError
from . import sheet_legend

DPI = 300
_OVERVIEW_DPI = 150
"""Coarser: the outlines of the country have more points than a small map can show"""
_MM_PER_INCH = 25.4
MOST_BYTES = 1_500_000
"""Of a picture of areas; in the page it takes about as much, and Qt compresses the page in one piece at the end"""
_STRIP_PX, _LAP_PX = 256, 2
"""How much of an image goes into the page at once; strips overlap, lest a viewer smooths gaps between them"""

Turn = Union[QgsMapRendererCustomPainterJob, None, object]
"""What is to be waited for before the next turn, where there is anything; MORE where this one goes on"""


def wait_for(job: Turn) -> None:
    """Wait for what a turn has given."""
    if isinstance(job, QgsMapRendererCustomPainterJob):
        job.waitForFinished()


def paint(
    layout: QgsPrintLayout, main: QgsLayoutItemMap, path: Path, title: str, low: Sequence[QgsVectorLayer]
) -> Iterator[Turn]:
    """Write the only page of a layout, on which `main` is the map that counts; KaznedraError READ_ONLY.

    `low` are layers of `main`; where a picture of them exceeds MOST_BYTES, all but their labels becomes an image below
    the rest. The maps lose their layers. Where it is given up in between, nothing is written.
    """
    layout.renderContext().setTextRenderFormat(_text_as_text())
    layout.renderContext().setDpi(DPI)
    recorded = []
    for item in _maps(layout):
        recording = _Recording(item, DPI if item is main else _OVERVIEW_DPI)
        recorded.append(recording)
        yield from recording.record_small(low) if item is main else recording.record()
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
            yield from recording.replay(painter)
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
        self._image = QImage()
        """What lies below the picture"""

    def record(self) -> Iterator[Turn]:
        """Have QGIS draw the map."""
        self._picture = QPicture()
        yield from self._draw(self._settings(), self._picture)

    def record_small(self, low: Sequence[QgsVectorLayer]) -> Iterator[Turn]:
        """The same in three turns; where a picture of these layers exceeds MOST_BYTES, they are an image below."""
        yield from self._draw(self._settings_without_labels(low), self._picture)
        if self._picture.size() <= MOST_BYTES:
            yield None
            yield from self.record()
            return
        self._picture = QPicture()
        self._image = QImage(self._size.toSize(), QImage.Format.Format_RGB32)
        self._image.fill(self._item.backgroundColor())
        yield from self._draw(self._settings_without_labels(low), self._image)
        yield from self._draw(self._settings(), self._picture, only_labels_of=low)

    def _settings_without_labels(self, layers: Sequence[QgsVectorLayer]) -> QgsMapSettings:
        settings = self._settings()
        settings.setLayers(layers)
        settings.setFlag(QgsMapSettings.Flag.DrawLabeling, False)
        return settings

    def _settings(self) -> QgsMapSettings:
        return self._item.mapSettings(self._item.extent(), self._size, self._dpi, True)

    def _draw(
        self, settings: QgsMapSettings, onto: QPaintDevice, only_labels_of: Sequence[QgsVectorLayer] = ()
    ) -> Iterator[Turn]:
        painter = QPainter(onto)
        painter.setClipRect(QRectF(0, 0, self._size.width(), self._size.height()))
        job = QgsMapRendererCustomPainterJob(settings, painter)
        with _without_symbols(only_labels_of):
            job.start()  # takes copies of all that the layers are drawn by
        try:
            yield job
        finally:
            if job.isActive():
                job.cancel()
            painter.end()

    def replay(self, painter: QPainter) -> Iterator[Turn]:
        """Paint the map on its background, at its place on the page; gives MORE between strips of an image."""
        device, place = painter.device(), self._item.scenePos()
        dots = device.logicalDpiX() / _MM_PER_INCH
        painter.save()
        painter.translate(place.x() * dots, place.y() * dots)
        room = self._item.rect()
        painter.fillRect(QRectF(0, 0, room.width() * dots, room.height() * dots), self._item.backgroundColor())
        enlarged = device.logicalDpiX() / self._dpi
        for top in range(0, self._image.height(), _STRIP_PX):
            strip = self._image.copy(0, top, self._image.width(), min(_STRIP_PX + _LAP_PX, self._image.height() - top))
            painter.drawImage(QRectF(QPointF(0, top) * enlarged, QSizeF(strip.size()) * enlarged), strip)
            yield sheet_legend.MORE
        share = self._picture.logicalDpiX() / self._dpi  # drawPicture enlarges by the device's DPI over the picture's
        painter.scale(share, share)
        painter.drawPicture(0, 0, self._picture)
        painter.restore()
        self._item.setBackgroundEnabled(False)
        yield None


@contextmanager
def _without_symbols(layers: Iterable[QgsVectorLayer]) -> Iterator[None]:
    """Meanwhile nothing of these layers is drawn but labels."""
    symbols = [symbol for layer in layers for symbol in layer.renderer().symbols(QgsRenderContext())]
    shown = [part for symbol in symbols for part in symbol.symbolLayers() if part.enabled()]
    for part in shown:
        part.setEnabled(False)
    try:
        yield
    finally:
        for part in shown:
            part.setEnabled(True)


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
