"""kaznedra:exportapplication: an application for new blocks as papers, map sheets, data files and one pack."""

from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..connecting import freshness_days
from ..errors import KaznedraError
from ..messages import explain
from ..settings import Settings
from ..themes import LANGUAGES
from .algorithm import Algorithm
from .block_algorithm import reading_of, refusal

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory


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

    def prepareAlgorithm(self, parameters, context, feedback) -> bool:
        """Gather the application and draw its map sheets: layouts belong to the main thread, where this runs."""
        try:
            self._content = self._gathered(parameters, context)
            self._sheets = self._drawn(parameters, context)
        except KaznedraError as error:
            raise QgsProcessingException(explain(error).plain()) from error
        return True

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """The application, written to OUTPUT."""
        from ..documents.application_pack import export

        def heard(done: int, total: int) -> bool:
            feedback.setProgress(100 * done / total)
            return not feedback.isCanceled()

        folder, own = self._folder(parameters, context), self._own(parameters, context)
        sheets = sorted(Path(self._sheets.name).iterdir())
        written = export(self._content, folder, self._languages(parameters, context), own, sheets, heard)
        self._sheets.cleanup()
        return {"OUTPUT": str(folder), "PACK": str(written.pack), "PARTS": len(written.parts)}

    def _drawn(self, parameters: dict, context: Any) -> "TemporaryDirectory[str]":
        from tempfile import TemporaryDirectory

        from ..documents.application_pack import check_target
        from ..documents.map_sheet import write_map_sheet

        check_target(self._folder(parameters, context), self._content)
        room = TemporaryDirectory(prefix="kaznedra-")
        workspace = self.parameterAsString(parameters, "WORKSPACE", context)
        for language in self._languages(parameters, context):
            path = Path(room.name) / f"map.{language}.pdf"
            shown = Path(workspace) if workspace else None
            write_map_sheet(self._content, path, language, shown, self._own(parameters, context))
        return room

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
