"""Tells a style of the plugin's own from one that the user has changed since."""

import re
from hashlib import sha256

from qgis.core import QgsReadWriteContext, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

_CHANCE = re.compile(r"^(checkstate|id|key)=|^[\w:]+=\"(\{[0-9a-f-]{36}\}|0x[0-9a-f]+)\"$")
"""What says nothing of the look: switched on or off, and identifiers that QGIS draws by lot"""


def fingerprint(layer: QgsVectorLayer) -> str:
    """Stands for the layer's symbols and labels; the same after saving and reading the project.

    Qt writes the attributes of an element in an order of chance, so they are sorted.
    """
    document = QDomDocument()
    context = QgsReadWriteContext()
    root = document.createElement("look")
    document.appendChild(root)
    root.appendChild(layer.renderer().save(document, context))
    if layer.labeling() is not None:
        root.appendChild(layer.labeling().save(document, context))
    pairs = re.findall(r'[\w:-]+="[^"]*"', document.toString(-1))
    told = sorted(pair for pair in pairs if not _CHANCE.match(pair))
    return sha256("\n".join(told).encode()).hexdigest()[:16]
