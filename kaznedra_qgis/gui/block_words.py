"""How many blocks there are, on which area, in how many plots."""

from qgis.PyQt.QtCore import QCoreApplication

from ..subsoil.blocks import Block, components, total_area_km2
from . import words


def summary(blocks: frozenset[Block]) -> str:
    """'Blocks: 9  ·  19.9 km²  ·  plots: 1'"""
    told = [
        QCoreApplication.translate("Kaznedra", "Blocks: {count}").format(count=words.count(len(blocks))),
        QCoreApplication.translate("Kaznedra", "{area} km²").format(
            area=words.locale().toString(float(total_area_km2(blocks)), "f", 1)
        ),
        QCoreApplication.translate("Kaznedra", "plots: {count}").format(count=words.count(len(components(blocks)))),
    ]
    return "  ·  ".join(told) if blocks else QCoreApplication.translate("Kaznedra", "No blocks chosen yet")
