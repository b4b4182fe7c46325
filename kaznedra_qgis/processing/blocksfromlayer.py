"""kaznedra:blocksfromlayer: the blocks that the polygons of a layer cover, or what lies near its lines and points."""

from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from .block_algorithm import BlockAlgorithm, check_size, grid_crs, grouped, numbering, outside, rectangle, refusal

WIDEST_M = 100_000
"""Metres: the largest distance around features"""
THIN_M = 0.05
"""Metres that lines and points are widened by where touched blocks are wanted"""
BUFFER_SEGMENTS = 16
"""Pieces of a quarter of a circle"""
AT_ONCE = 1000
"""Polygons that are united in one go; between goes the run can be cancelled"""


class BlocksFromLayer(BlockAlgorithm):
    """Makes the blocks that polygons cover."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "blocksfromlayer"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Blocks from polygons")

    def tags(self) -> list[str]:
        """Further words that it is found by."""
        words = QCoreApplication.translate("Kaznedra", "blocks,polygons,cover,licence,application,area,subsoil")
        return words.split(",")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Makes the blocks that the polygons of a layer cover together, each block once, row by row from the "
            "north-west.\n\n"
            "Wholly inside: no part of the block lies outside the polygons. More than half inside: by area. "
            "Touched: any part of the block lies inside; a common edge or corner does not count.\n\n"
            "With a distance, what lies as near as that to the features counts as well. Lines and points need one, "
            "unless touched blocks are wanted: these are the blocks that they lie in.\n\n"
            "Corners are taken into the coordinates of the block grid, and edges run straight between them there. "
            "Features without a geometry are left out and counted; invalid geometries are repaired and counted.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare INPUT, RULE, BUFFER and OUTPUT."""
        features = QCoreApplication.translate("Kaznedra", "Polygons, lines or points")
        self.addParameter(
            QgsProcessingParameterFeatureSource("INPUT", features, [QgsProcessing.SourceType.TypeVectorAnyGeometry])
        )
        rules = [
            QCoreApplication.translate("Kaznedra", "Blocks wholly inside"),
            QCoreApplication.translate("Kaznedra", "Blocks more than half inside"),
            QCoreApplication.translate("Kaznedra", "Blocks touched"),
        ]
        rule = QCoreApplication.translate("Kaznedra", "Which blocks")
        self.addParameter(QgsProcessingParameterEnum("RULE", rule, rules, defaultValue=0))
        distance = QCoreApplication.translate("Kaznedra", "Distance around the features, metres")
        kind = QgsProcessingParameterNumber.Type.Double
        self.addParameter(
            QgsProcessingParameterNumber("BUFFER", distance, kind, defaultValue=0, minValue=0, maxValue=WIDEST_M)
        )
        self.add_blocks_output()
        for name, title in (
            ("WITHOUT_GEOMETRY", QCoreApplication.translate("Kaznedra", "Features without a geometry")),
            ("REPAIRED", QCoreApplication.translate("Kaznedra", "Invalid geometries that were repaired")),
            ("UNUSABLE", QCoreApplication.translate("Kaznedra", "Geometries that could not be used")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """Blocks that the polygons cover by the rule."""
        from shapely import wkb

        from ..subsoil.blocks import Rule, covering

        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        rule = Rule(self.parameterAsEnum(parameters, "RULE", context))
        distance = self.parameterAsDouble(parameters, "BUFFER", context)
        if rule is Rule.TOUCH and not _is_area(source):
            distance = max(distance, THIN_M)
        polygons = _Polygons(source, context.transformContext(), feedback, distance)
        united = polygons.united()
        polygons.tell()
        counts = {"WITHOUT_GEOMETRY": polygons.without, "REPAIRED": polygons.repaired, "UNUSABLE": polygons.unusable}
        if feedback.isCanceled():
            return counts
        if united.isEmpty():
            raise refusal(
                QCoreApplication.translate("Kaznedra", "There is no polygon to take blocks from."),
                QCoreApplication.translate(
                    "Kaznedra", "Choose a layer with polygons, or select some of its features; give lines a distance."
                ),
            )
        inside = united.intersection(rectangle(*numbering().extent))
        if inside.isEmpty():
            raise outside()
        blocks = covering(wkb.loads(bytes(inside.asWkb())), rule)
        check_size(len(blocks))
        return {**self.write_blocks(parameters, context, feedback, blocks), **counts}


def _is_area(source: QgsProcessingFeatureSource) -> bool:
    return QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry


class _Polygons:
    """The polygons of a source, in the CRS of the grid, and a count of those that are not as they should be."""

    def __init__(self, source: QgsProcessingFeatureSource, transform_context, feedback, distance: float) -> None:
        self._source, self._feedback, self._distance = source, feedback, distance
        self._transform = QgsCoordinateTransform(source.sourceCrs(), grid_crs(), transform_context)
        self.without = self.repaired = self.unusable = 0

    def united(self) -> QgsGeometry:
        """All polygons as one; empty where there are none."""
        heap: list[QgsGeometry] = []
        request = QgsFeatureRequest().setSubsetOfAttributes([])
        lax = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        total = max(self._source.featureCount(), 1)
        for done, feature in enumerate(self._source.getFeatures(request, lax)):
            if self._feedback.isCanceled():
                return QgsGeometry()
            self._feedback.setProgress(100 * done / total)
            polygon = self._usable(feature.geometry())
            if polygon is not None:
                heap.append(polygon)
            if len(heap) >= AT_ONCE:
                heap = [QgsGeometry.unaryUnion(heap)]
        return QgsGeometry.unaryUnion(heap) if heap else QgsGeometry()

    def _usable(self, geometry: QgsGeometry) -> Optional[QgsGeometry]:
        if geometry.isNull() or geometry.isEmpty():
            self.without += 1
            return None
        geometry = QgsGeometry(geometry)
        geometry.convertToStraightSegment()
        valid = geometry.isGeosValid()
        try:
            geometry.transform(self._transform)
            geometry = geometry.makeValid()
            if self._distance:
                geometry = _widened(geometry, self._distance)
        except QgsCsException:
            self.unusable += 1
            return None
        if geometry.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
            geometry.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
        is_area = geometry.type() == QgsWkbTypes.GeometryType.PolygonGeometry
        if not is_area or geometry.isEmpty() or not geometry.boundingBox().isFinite():
            self.unusable += 1
            return None
        self.repaired += not valid
        return geometry

    def tell(self) -> None:
        """Warn of what was left out or repaired."""
        for count, told in (
            (self.without, QCoreApplication.translate("Kaznedra", "Left out, for want of a geometry: {count}")),
            (self.repaired, QCoreApplication.translate("Kaznedra", "Invalid, and repaired: {count}")),
            (self.unusable, QCoreApplication.translate("Kaznedra", "Left out, for it could not be used: {count}")),
        ):
            if count:
                self._feedback.pushWarning(told.format(count=grouped(count)))


def _widened(geometry: QgsGeometry, metres: float) -> QgsGeometry:
    """A geometry in degrees of the grid and what lies as near to it as that, measured around its middle.

    Raises QgsCsException where it has no place on the ground.
    """
    middle = geometry.boundingBox().center()
    around = f"+proj=aeqd +lat_0={middle.y():.9f} +lon_0={middle.x():.9f} +ellps=WGS84 +units=m +no_defs"
    plane = QgsCoordinateReferenceSystem.fromProj(around)
    to_plane = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), plane, QgsCoordinateTransformContext())
    geometry.transform(to_plane)
    wide = geometry.buffer(metres, BUFFER_SEGMENTS)
    wide.transform(to_plane, Qgis.TransformDirection.Reverse)
    return wide
