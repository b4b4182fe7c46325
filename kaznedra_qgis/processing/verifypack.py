"""kaznedra:verifypack: whether every part of a pack is as its manifest says."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString, QgsProcessingParameterFile
from qgis.PyQt.QtCore import QCoreApplication

from .algorithm import Algorithm


class VerifyPack(Algorithm):
    """Reopens a pack of an application."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "verifypack"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Verify the pack of an application")

    def group(self) -> str:
        """Title of the group in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Applications")

    def groupId(self) -> str:
        """Name of the group."""
        return "applications"

    def tags(self) -> list[str]:
        """Further words that it is found by."""
        return QCoreApplication.translate("Kaznedra", "application,pack,manifest,SHA-256,verify").split(",")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Reopens the pack that an export wrote, application.zip, and compares every part with the manifest: none "
            "may be missing, changed, damaged or added. Whoever changes a part and the manifest with it is not found "
            "out: that is what a signature is for.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare PACK, RESULT and PROBLEMS."""
        pack = QCoreApplication.translate("Kaznedra", "Pack")
        self.addParameter(QgsProcessingParameterFile("PACK", pack, extension="zip"))
        self.addOutput(QgsProcessingOutputString("RESULT", QCoreApplication.translate("Kaznedra", "Result")))
        self.addOutput(QgsProcessingOutputNumber("PROBLEMS", QCoreApplication.translate("Kaznedra", "Problems")))

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """`intact`, or `flawed` with a warning for every problem."""
        from ..documents.pack import verify_pack

        problems = verify_pack(Path(self.parameterAsString(parameters, "PACK", context)))
        said = {
            "not_a_pack": QCoreApplication.translate("Kaznedra", "This is no pack: {detail}"),
            "newer_format": QCoreApplication.translate("Kaznedra", "A newer version of the plugin wrote this pack."),
            "missing": QCoreApplication.translate("Kaznedra", "Missing: {part}"),
            "changed": QCoreApplication.translate("Kaznedra", "Changed: {part}"),
            "damaged": QCoreApplication.translate("Kaznedra", "Damaged: {part} ({detail})"),
            "not_listed": QCoreApplication.translate("Kaznedra", "Not in the manifest: {part}"),
        }
        for problem in problems:
            feedback.pushWarning(said[problem.flaw.value].format(part=problem.part, detail=problem.detail))
        if not problems:
            feedback.pushInfo(QCoreApplication.translate("Kaznedra", "Every part is as the manifest says."))
        return {"RESULT": "flawed" if problems else "intact", "PROBLEMS": len(problems)}
