"""kaznedra:exportapplication: an application for new blocks as papers, map sheets, data files and one pack."""

from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..connecting import freshness_days
from ..settings import Settings
from ..themes import LANGUAGES
from .algorithm import Algorithm
from .block_algorithm import reading_of, refusal

_HALF = 50
"""Per cent of the work that the map sheets are"""


class ExportApplication(Algorithm):
    """Writes a draft, or codes and an applicant, to a new folder."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "exportapplication"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Export an application")

    def group(self) -> str:
        """Title of the group in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Applications")

    def groupId(self) -> str:
        """Name of the group."""
        return "applications"

    def tags(self) -> list[str]:
        """Further words that it is found by."""
        found = QCoreApplication.translate("Kaznedra", "application,export,licence,blocks,corners,pack,ODT,PDF,KML")
        return found.split(",")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Writes an application for an exploration licence to a new folder: the application as ODT and PDF, the "
            "findings report, the map sheet, the block list, the corner catalogue in WGS 84, SK-42 and QazTRF-23 with "
            "the transformation named, and the blocks as GeoJSON, GeoPackage, KML and Shapefile. A pack, "
            "application.zip, holds all of them with a manifest: SHA-256 of each part, snapshots, rule pack and "
            "version of the plugin.\n\n"
            "Draft: name or id of a draft of the workspace. Without one, give block codes.\n"
            "Applicant: name, IIN or BIN of one of your profiles, or the path of a profile in JSON.\n"
            "Templates: a folder with your own application.html, content.xml, words.kk.json …; what is not there is "
            "taken from the plugin.\n\n"
            "Nothing is sent and nothing is signed. The folder must be new or empty.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare WORKSPACE, DRAFT, CODES, APPLICANT, LANGUAGES, TEMPLATES, OUTPUT, PACK and PARTS."""
        add = self.addParameter
        workspace = QCoreApplication.translate("Kaznedra", "Workspace")
        add(QgsProcessingParameterFile("WORKSPACE", workspace, extension="gpkg", optional=True))
        draft = QCoreApplication.translate("Kaznedra", "Draft, by name or id")
        add(QgsProcessingParameterString("DRAFT", draft, optional=True))
        codes = QCoreApplication.translate("Kaznedra", "Block codes, where there is no draft")
        add(QgsProcessingParameterString("CODES", codes, multiLine=True, optional=True))
        applicant = QCoreApplication.translate("Kaznedra", "Applicant")
        add(QgsProcessingParameterString("APPLICANT", applicant, optional=True))
        languages = QCoreApplication.translate("Kaznedra", "Languages")
        options = list(LANGUAGES)
        add(
            QgsProcessingParameterEnum(
                "LANGUAGES", languages, options, allowMultiple=True, defaultValue=options, usesStaticStrings=True
            )
        )
        templates = QCoreApplication.translate("Kaznedra", "Folder of your own templates")
        folder = QgsProcessingParameterFile.Behavior.Folder
        add(QgsProcessingParameterFile("TEMPLATES", templates, folder, optional=True))
        output = QCoreApplication.translate("Kaznedra", "Folder for the application")
        add(QgsProcessingParameterFolderDestination("OUTPUT", output))
        self.addOutput(QgsProcessingOutputFile("PACK", QCoreApplication.translate("Kaznedra", "Pack")))
        self.addOutput(QgsProcessingOutputNumber("PARTS", QCoreApplication.translate("Kaznedra", "Number of parts")))

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """The application, written to OUTPUT."""
        from shutil import rmtree
        from tempfile import mkdtemp

        from ..documents.application_pack import check_target, export
        from ..documents.sheet_drawing import Order, draw_sheets

        def heard_from(per_cent: int) -> Callable[[int, int], bool]:
            def heard(done: int, total: int) -> bool:
                feedback.setProgress(per_cent + _HALF * done / total)
                return not feedback.isCanceled()

            return heard

        folder, own = self._folder(parameters, context), self._own(parameters, context)
        languages = self._languages(parameters, context)
        content = self._gathered(parameters, context)
        check_target(folder, content)
        shown = self.parameterAsString(parameters, "WORKSPACE", context)
        room = Path(mkdtemp(prefix="kaznedra-"))
        try:
            order = Order(content, languages, room, Path(shown) if shown else None, own)
            sheets = draw_sheets(order, heard_from(0))
            written = export(content, folder, languages, own, sheets, heard_from(_HALF))
        finally:
            rmtree(room, ignore_errors=True)
        return {"OUTPUT": str(folder), "PACK": str(written.pack), "PARTS": len(written.parts)}

    def _languages(self, parameters: dict, context: Any) -> list[str]:
        return self.parameterAsEnumStrings(parameters, "LANGUAGES", context) or list(LANGUAGES)

    def _folder(self, parameters: dict, context: Any) -> Path:
        return Path(self.parameterAsString(parameters, "OUTPUT", context))

    def _own(self, parameters: dict, context: Any) -> Optional[Path]:
        named = self.parameterAsString(parameters, "TEMPLATES", context)
        return Path(named) if named else None

    def _gathered(self, parameters: dict, context: Any) -> Any:
        from ..documents import gathering
        from ..documents.content import ApplicationContent
        from ..workspace import Workspace

        path, named, codes, applicant = (
            self.parameterAsString(parameters, name, context) for name in ("WORKSPACE", "DRAFT", "CODES", "APPLICANT")
        )
        workspace = Workspace.open(Path(path)) if path else None
        now, profile, before = datetime.now(timezone.utc), gathering.find_applicant(applicant), None
        if named and workspace is not None:
            draft = gathering.find_draft(workspace, named)
            content, before = gathering.of_draft(draft, now, profile), draft.details.get("checked")
        elif named or not codes.strip():
            raise refusal(
                QCoreApplication.translate("Kaznedra", "There is nothing to export."),
                QCoreApplication.translate("Kaznedra", "Give a workspace and a draft of it, or block codes."),
            )
        else:
            reading = reading_of(codes)
            name = QCoreApplication.translate("Kaznedra", "Application of {day}").format(day=now.date().isoformat())
            blocks = frozenset(read.block for read in reading.blocks)
            content = ApplicationContent(
                name, blocks, now, frozenset(reading.partial), applicant=profile or {}, sk_42=Settings().sk_42
            )
        if workspace is None:
            return content
        return gathering.checked(content, workspace, freshness_days(Settings()), before)
