"""Renders layers as the map canvas does, and reads the pixels."""

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QPointF, QSize
from qgis.PyQt.QtGui import QColor, QImage

WGS84 = "EPSG:4326"


def settings(
    layers: Sequence[QgsMapLayer],
    crs: str = WGS84,
    centre: tuple[float, float] = (77.25, 48.5),
    scale: float = 200_000,
    size: tuple[int, int] = (800, 600),
) -> QgsMapSettings:
    """A view of the layers round a centre (degrees) at 1:scale, 96 dpi, on white."""
    view = QgsMapSettings()
    destination = QgsCoordinateReferenceSystem(crs)
    view.setDestinationCrs(destination)
    view.setLayers(list(layers))
    view.setOutputSize(QSize(*size))
    view.setOutputDpi(96)
    view.setBackgroundColor(QColor("white"))
    middle = transform(destination).transform(QgsPointXY(*centre))
    view.setExtent(QgsRectangle(middle.x() - 0.5, middle.y() - 0.5, middle.x() + 0.5, middle.y() + 0.5))
    for _ in range(3):
        extent = view.extent()
        extent.scale(scale / view.scale())
        view.setExtent(extent)
    return view


def transform(crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
    """From WGS 84 to a CRS."""
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), crs, QgsCoordinateTransformContext())


def render(view: QgsMapSettings) -> QImage:
    """The picture of a view, by the job that the map canvas uses."""
    job = QgsMapRendererParallelJob(view)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def pixel(view: QgsMapSettings, lon: float, lat: float) -> QPointF:
    """Where a point of WGS 84 lies in the picture."""
    point = transform(view.destinationCrs()).transform(QgsPointXY(lon, lat))
    return view.mapToPixel().transform(point).toQPointF()


def darkness(image: QImage, at: QPointF, reach: int = 1) -> int:
    """0 (white) to 255 (black): the darkest of the pixels round a point."""
    x, y = round(at.x() - 0.5), round(at.y() - 0.5)
    assert image.rect().contains(x, y), f"{x}, {y} is off the picture"
    return max(
        255 - image.pixelColor(x + dx, y + dy).lightness()
        for dx in range(-reach, reach + 1)
        for dy in range(-reach, reach + 1)
    )


def ink(image: QImage) -> int:
    """Number of pixels that are not white."""
    return sum(image.pixelColor(x, y) != QColor("white") for x in range(image.width()) for y in range(image.height()))
