"""What differs between QGIS 3.22 and 4.x, in one place."""

from qgis.core import QgsField
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
        "text": QVariant.String,
        "integer": QVariant.LongLong,
        "real": QVariant.Double,
        "boolean": QVariant.Bool,
    }


def field(name: str, kind: str = "text") -> QgsField:
    """A QgsField of kind text, integer (64 bit), real or boolean."""
    return QgsField(name, _TYPES[kind])
