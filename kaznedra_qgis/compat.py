"""What differs between QGIS 3.22 and 4.x, in one place."""

from typing import Any

from qgis.core import Qgis, QgsEditFormConfig, QgsField, QgsPalLayerSettings, QgsSymbolLayer, QgsUnitTypes
from qgis.PyQt.QtCore import QVariant

try:
    from qgis.PyQt.QtCore import QMetaType

    _TYPES = {
        "text": QMetaType.Type.QString,
        "integer": QMetaType.Type.LongLong,
        "real": QMetaType.Type.Double,
        "boolean": QMetaType.Type.Bool,
    }
    QgsField("probe", _TYPES["text"])
except (ImportError, AttributeError, TypeError):
    _TYPES = {
        "text": QVariant.Type.String,
        "integer": QVariant.Type.LongLong,
        "real": QVariant.Type.Double,
        "boolean": QVariant.Type.Bool,
    }


def field(name: str, kind: str = "text") -> QgsField:
    """A QgsField of kind text, integer (64 bit), real or boolean."""
    return QgsField(name, _TYPES[kind])


def _member(home: object, *names: str) -> object:
    """The first of `names` that `home` has: enums and their members were renamed, the meaning stayed."""
    for name in names:
        found = getattr(home, name, None)
        if found is not None:
            return found
    raise AttributeError(f"{home} has none of {', '.join(names)}")


def _enum(name: str, before: object, name_before: str) -> object:
    """The enum `Qgis.<name>`, or the one of older versions: `before.<name_before>`."""
    return getattr(Qgis, name, None) or getattr(before, name_before)


MILLIMETRES = _member(_enum("RenderUnit", QgsUnitTypes, "RenderUnit"), "Millimeters", "RenderMillimeters")
POINTS = _member(_enum("RenderUnit", QgsUnitTypes, "RenderUnit"), "Points", "RenderPoints")

LAYOUT_MILLIMETRES = _member(_enum("LayoutUnit", QgsUnitTypes, "LayoutUnit"), "Millimeters", "LayoutMillimeters")
KILOMETRES = _member(_enum("DistanceUnit", QgsUnitTypes, "DistanceUnit"), "Kilometers", "DistanceKilometers")


def placement(name: str) -> object:
    """Where labels go: a member of LabelPlacement by name (Horizontal, OverPoint, OrderedPositionsAroundPoint)."""
    return getattr(_enum("LabelPlacement", QgsPalLayerSettings, "Placement"), name)


def offset_from_symbol() -> object:
    """Label distance is counted from the symbol's edge, not from the point."""
    return _enum("LabelOffsetType", QgsPalLayerSettings, "OffsetType").FromSymbolBounds


def symbol_property(name: str) -> object:
    """Key of a data-defined property of a symbol layer, by its bare name (Size, Width, LayerEnabled)."""
    return _member(QgsSymbolLayer.Property, name, f"Property{name}")


def label_below_right(settings: QgsPalLayerSettings) -> None:
    """Have a label over a point stand below it and to its right."""
    quadrant = _member(
        _enum("LabelQuadrantPosition", QgsPalLayerSettings, "QuadrantPosition"), "BelowRight", "QuadrantBelowRight"
    )
    if hasattr(settings, "pointSettings"):
        settings.pointSettings().setQuadrant(quadrant)
    else:
        settings.quadOffset = quadrant


def designed_form() -> object:
    """The form layout that follows the order of the containers it is given."""
    return _member(_enum("AttributeFormLayout", QgsEditFormConfig, "EditorLayout"), "DragAndDrop", "TabLayout")


def allow_overlap(settings: QgsPalLayerSettings) -> None:
    """Let labels overlap where there is no other place for them."""
    if hasattr(settings, "placementSettings"):
        settings.placementSettings().setOverlapHandling(Qgis.LabelOverlapHandling.AllowOverlapIfRequired)
    else:
        settings.displayAll = True


def drop_position(event: Any) -> Any:
    """Where something was dropped, a QPoint of the widget: Qt 5 has `pos`, Qt 6 `position`."""
    return event.position().toPoint() if hasattr(event, "position") else event.pos()
