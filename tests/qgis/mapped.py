"""Workspaces with hand-made features, pictures of layers, and the project's translations without compiling them."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize, QTranslator
from qgis.PyQt.QtGui import QColor, QImage

from kaznedra_qgis.themes import THEMES, Shape
from kaznedra_qgis.workspace.snapshots import Snapshot, State
from kaznedra_qgis.workspace.workspace import Workspace
from tests.house import ROOT

SQUARE = "MULTIPOLYGON(((76 50, 76.1 50, 76.1 50.1, 76 50.1, 76 50)))"
POINT = "POINT(76.05 50.05)"
PULLED = "2026-11-20T09:05:00Z"


def workspace(path: Path, **features: Iterable[Mapping[str, object]]) -> Path:
    """A workspace at `path` with a complete pull and, per theme, the given features (`geom` as WKT, None for none)."""
    made = Workspace.create(path)
    for theme, rows in features.items():
        snapshot = pulled(made, theme)
        add(path, theme, [{"first_seen": snapshot, **row} for row in rows])
    return path


def pulled(made: Workspace, theme: str, finished: str = PULLED, state: State = State.COMPLETE) -> int:
    """Write down a pull of a theme; returns its number."""
    nothing = dict.fromkeys(
        ("received", "distinct", "pages", "bytes", "added", "changed", "gone", "without_geometry", "invalid_geometry"),
        0,
    )
    snapshot = Snapshot(
        **nothing,
        id=0,
        pull=1,
        source="test",
        theme=theme,
        address="",
        started=finished,
        finished=finished,
        server_time="",
        expected=None,
        hash="",
        state=state,
        message=None,
        value_issues=0,
    )
    return made.record(snapshot).id


def add(path: Path, theme: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Append features to a theme table through GDAL, as a pull does."""
    from osgeo import gdal, ogr

    usual = SQUARE if THEMES[theme].shape is Shape.POLYGON else POINT
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = dataset.GetLayerByName(theme)
    for number, row in enumerate(rows, layer.GetFeatureCount() + 1):
        feature = ogr.Feature(layer.GetLayerDefn())
        values = {"source": "test", "feature_id": f"{theme}-{number}", "geom": usual, **row}
        wkt = values.pop("geom")
        if wkt is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        for name, value in values.items():
            if value is not None:
                feature.SetField(name, value)
        assert layer.CreateFeature(feature) == 0
    del layer, dataset


def picture(layers: Iterable, scale: float, centre=(76.05, 50.05), size=(400, 400)) -> tuple[QImage, list]:
    """Layers drawn on white in UTM at 1:`scale` around a position in degrees, and the labels that were placed."""
    width, height = size
    settings = QgsMapSettings()
    settings.setOutputDpi(96)
    settings.setOutputSize(QSize(width, height))
    settings.setBackgroundColor(QColor("white"))
    settings.setLayers(list(layers))
    utm = QgsCoordinateReferenceSystem("EPSG:32643")
    settings.setDestinationCrs(utm)
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    middle = QgsCoordinateTransform(degrees, utm, QgsProject.instance()).transform(QgsPointXY(*centre))
    metres = scale * 0.0254 / 96
    settings.setExtent(QgsRectangle.fromCenterAndSize(middle, metres * width, metres * height))
    assert settings.scale() == pytest.approx(scale, rel=0.01)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(None))
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    assert [error.message for error in job.errors()] == []
    return job.renderedImage(), job.takeLabelingResults().allLabels()


def colours(image: QImage) -> dict[str, int]:
    """How often each colour occurs, as #rrggbb."""
    counted: dict[str, int] = {}
    for y in range(image.height()):
        for x in range(image.width()):
            name = image.pixelColor(x, y).name()
            counted[name] = counted.get(name, 0) + 1
    return counted


class Tongue(QTranslator):
    """The project's Russian or Kazakh, read from i18n/*.ts."""

    def __init__(self, language: str) -> None:
        super().__init__()
        messages = ET.parse(ROOT / "i18n" / f"kaznedra_{language}.ts").getroot().iter("message")
        self.words = {message.findtext("source"): message.findtext("translation") for message in messages}

    def translate(self, context, source, disambiguation=None, n=-1):
        return self.words.get(source) if context == "Kaznedra" else None

    def isEmpty(self):
        return False
