"""Writes the QGIS project that publishes a GeoPackage's layers: python3 -m tests.servers.project DATA.gpkg OUT.qgs."""

import os
import sys
from pathlib import Path

from kaznedra_qgis.themes import THEMES
from tests.servers.filed import add_applications

TITLE = "Kaznedra demo platform"
WRITABLE = ("applications",)
"""Layers that take POST, PUT and DELETE"""
CHANGED = "changed_at"
"""What `datetime` asks for"""
DECIMALS = 7
"""Of a degree in answers: about a centimetre"""


def title(name: str) -> str:
    """Title of a layer: licence_applications -> Licence applications (demo)."""
    return f"{name.replace('_', ' ').capitalize()} (demo)"


def write_project(data: Path, out: Path) -> None:
    """A project that publishes the GeoPackage's themes; ValueError when it has none. Needs a QgsApplication."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    project.setTitle(TITLE)
    published = {}
    for name in (*THEMES, *WRITABLE):
        layer = QgsVectorLayer(f"{data}|layername={name}", name, "ogr")
        if layer.isValid():
            _describe(layer, name)
            project.addMapLayer(layer)
            published[name] = layer.id()
    if not published:
        raise ValueError(f"{data} has no layer of a theme")
    project.writeEntry("WFSLayers", "/", list(published.values()))
    for layer_id in published.values():
        project.writeEntry("WFSLayersPrecision", f"/{layer_id}", DECIMALS)
    writable = [layer_id for name, layer_id in published.items() if name in WRITABLE]
    for operation in ("Insert", "Update", "Delete"):
        project.writeEntry("WFSTLayers", f"/{operation}", writable)
    project.writeEntry("WMSServiceCapabilities", "/", True)
    project.writeEntry("WMSServiceTitle", "/", TITLE)
    if not project.write(str(out)):
        raise OSError(f"QGIS could not write {out}: {project.error()}")


def _describe(layer, name: str) -> None:  # type: ignore[no-untyped-def]
    from qgis.core import QgsVectorLayerServerProperties

    properties = layer.serverProperties()
    described = properties if hasattr(properties, "setShortName") else layer
    described.setShortName(name)
    described.setTitle(title(name))
    if layer.fields().indexOf(CHANGED) >= 0:
        # else `datetime` asks for the first date of the table
        properties.addWmsDimension(QgsVectorLayerServerProperties.WmsDimensionInfo("time", CHANGED))
    described.setAbstract("Invented data: no right, holder or outline in it is real, but for mines with demo = false.")


def main() -> None:
    """Command line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    try:
        add_applications(Path(sys.argv[1]))
        write_project(Path(sys.argv[1]), Path(sys.argv[2]))
    finally:
        application.exitQgis()


if __name__ == "__main__":
    main()
