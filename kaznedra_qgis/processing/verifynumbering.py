"""kaznedra:verifynumbering: does the plugin's numbering of blocks agree with a licence at hand?"""

import json
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..errors import Code, KaznedraError
from ..messages import explain
from .block_algorithm import BlockAlgorithm, numbering, refusal
from .pieces import describe, place

SHOWN = 50
"""Findings that are told in the log; the report has all"""


class VerifyNumbering(BlockAlgorithm):
    """Compares block codes with corner coordinates."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "verifynumbering"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Verify the numbering of blocks")

    def tags(self) -> list[str]:
        """Further words that it is found by."""
        words = QCoreApplication.translate("Kaznedra", "blocks,codes,corners,coordinates,datum,licence,check,subsoil")
        return words.split(",")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Compares the codes of a licence's blocks with its corner coordinates. The order of sections, subsections "
            "and blocks inside a map sheet is a convention, and the law names no datum for the grid: a licence at "
            "hand shows whether the plugin's numbering is right.\n\n"
            "Paste the codes of one plot and all its corners, in degrees, or degrees, minutes and seconds, latitude "
            "or longitude first.\n\n"
            "Result: agrees; differs, with every difference by its place and size; or unknown, where a piece of the "
            "texts could not be read. Offsets that look like Pulkovo 1942 are pointed out.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare CODES, CORNERS, REPORT and the outputs."""
        codes = QCoreApplication.translate("Kaznedra", "Block codes")
        self.addParameter(QgsProcessingParameterString("CODES", codes, multiLine=True))
        corners = QCoreApplication.translate("Kaznedra", "Corner coordinates")
        self.addParameter(QgsProcessingParameterString("CORNERS", corners, multiLine=True))
        report = QCoreApplication.translate("Kaznedra", "Report")
        self.addParameter(QgsProcessingParameterFileDestination("REPORT", report, "JSON (*.json)", None, True, True))
        self.addOutput(QgsProcessingOutputString("RESULT", QCoreApplication.translate("Kaznedra", "Result")))
        for name, title in (
            ("DIFFERENCES", QCoreApplication.translate("Kaznedra", "Number of differences")),
            ("UNREAD", QCoreApplication.translate("Kaznedra", "Pieces that could not be read")),
            ("BLOCKS", QCoreApplication.translate("Kaznedra", "Number of blocks")),
            ("CORNERS_READ", QCoreApplication.translate("Kaznedra", "Number of corners")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """The comparison, told in the log and written to REPORT."""
        from ..subsoil.verification import verify_text

        codes = self.parameterAsString(parameters, "CODES", context)
        corners = self.parameterAsString(parameters, "CORNERS", context)
        found = _Outcome(verify_text(codes, corners, numbering()), codes, corners)
        if not found.unread and not (found.verification.blocks and found.verification.corners):
            raise refusal(
                QCoreApplication.translate("Kaznedra", "There are no codes or no corners to compare."),
                QCoreApplication.translate("Kaznedra", "Paste the codes of a plot and the coordinates of its corners."),
            )
        found.tell(feedback)
        results = {
            "RESULT": found.result,
            "DIFFERENCES": len(found.verification.findings),
            "UNREAD": len(found.unread),
            "BLOCKS": found.verification.blocks,
            "CORNERS_READ": found.verification.corners,
        }
        path = self.parameterAsFileOutput(parameters, "REPORT", context)
        if path:
            _write(Path(path), found.report())
            results["REPORT"] = path
        return results


class _Outcome:
    """A comparison and the texts that it was made of."""

    def __init__(self, verification: Any, codes: str, corners: str) -> None:
        self.verification, self.codes, self.corners = verification, codes, corners

    @property
    def result(self) -> str:
        """agrees, differs, or unknown: what was not read can hide a difference, or look like one."""
        if self.unread:
            return "unknown"
        return "agrees" if self.verification.agrees else "differs"

    @property
    def unread(self) -> list[tuple[str, Any]]:
        """Problems, each with the text it is a piece of."""
        found = self.verification
        return [
            (text, problem)
            for text, readings in ((self.codes, found.codes_read), (self.corners, found.corners_read))
            for reading in readings
            for problem in reading.problems
        ]

    def tell(self, feedback) -> None:
        """Say it in the log."""
        for text, problem in self.unread:
            feedback.pushWarning(describe(problem, text))
        findings = self.verification.findings
        for finding in findings[:SHOWN]:
            feedback.pushWarning(_finding(finding))
        if len(findings) > SHOWN:
            more = QCoreApplication.translate("Kaznedra", "Further differences, in the report: {count}")
            feedback.pushWarning(more.format(count=len(findings) - SHOWN))
        for hint in sorted(self.verification.hints):
            feedback.pushWarning(_hint(hint))
        told = {
            "agrees": QCoreApplication.translate(
                "Kaznedra", "The numbering agrees with the coordinates (blocks: {blocks}; corners: {corners})."
            ),
            "differs": QCoreApplication.translate(
                "Kaznedra", "The numbering and the coordinates differ (blocks: {blocks}; corners: {corners})."
            ),
            "unknown": QCoreApplication.translate(
                "Kaznedra",
                "Not known: a part of the texts could not be read (blocks: {blocks}; corners: {corners}). "
                "Correct it and run again.",
            ),
        }[self.result]
        counts = {"blocks": self.verification.blocks, "corners": self.verification.corners}
        (feedback.pushInfo if self.result == "agrees" else feedback.pushWarning)(told.format(**counts))

    def report(self) -> dict[str, Any]:
        """The comparison for programs; places in degrees, offsets in seconds of arc and metres."""
        found, scheme = self.verification, numbering()
        return {
            "result": self.result,
            "numbering": scheme.id,
            "datum": scheme.datum,
            "blocks": found.blocks,
            "corners": found.corners,
            "hints": sorted(hint.value for hint in found.hints),
            "findings": [
                {
                    "kind": finding.kind.value,
                    "lon": finding.lon,
                    "lat": finding.lat,
                    "offset": finding.offset and finding.offset._asdict(),
                    "codes": list(finding.codes),
                }
                for finding in found.findings
            ],
            "unread": [
                {
                    "in": "codes" if text is self.codes else "corners",
                    **dict(zip(("line", "column"), place(problem, text))),
                    "text": problem.text,
                    "reason": problem.reason.value,
                    "candidates": list(problem.candidates),
                }
                for text, problem in self.unread
            ],
        }


def _finding(finding) -> str:
    words = {
        "off_minute": QCoreApplication.translate("Kaznedra", "a corner lies on no whole minute"),
        "not_a_corner": QCoreApplication.translate("Kaznedra", "a corner is not on the outline of the blocks"),
        "no_corner": QCoreApplication.translate("Kaznedra", "coordinates of a corner are missing"),
        "block_not_enclosed": QCoreApplication.translate("Kaznedra", "a block of the codes is not inside the corners"),
        "block_not_named": QCoreApplication.translate("Kaznedra", "a block inside the corners is not in the codes"),
    }
    told = f"{_degrees(finding.lat)} N {_degrees(finding.lon)} E: {words[finding.kind.value]}"
    if finding.offset is not None:
        away = QCoreApplication.translate("Kaznedra", "{metres} m away ({lon}″ east, {lat}″ north)").format(
            metres=round(finding.offset.metres),
            lon=f"{finding.offset.lon_seconds:+.1f}",
            lat=f"{finding.offset.lat_seconds:+.1f}",
        )
        told = f"{told}, {away}"
    return f"{told} [{', '.join(finding.codes)}]" if finding.codes else told


def _degrees(value: float) -> str:
    minutes, seconds = divmod(round(abs(value) * 36000), 600)
    return f"{minutes // 60}°{minutes % 60:02d}′{seconds / 10:04.1f}″"


def _hint(hint) -> str:
    words = {
        "grid_in_pulkovo": QCoreApplication.translate(
            "Kaznedra", "All corners miss the minutes to the north-west, as if the blocks were drawn in Pulkovo 1942."
        ),
        "corners_in_pulkovo": QCoreApplication.translate(
            "Kaznedra", "All corners miss the minutes to the south-east, as if the coordinates were in Pulkovo 1942."
        ),
    }
    return words[hint.value]


def _write(path: Path, report: dict[str, Any]) -> None:
    try:
        path.write_text(json.dumps(report, ensure_ascii=False, indent=2), encoding="utf-8")
    except OSError as refused:
        error = KaznedraError(Code.READ_ONLY, path=str(path), reason=refused.strerror or "")
        raise QgsProcessingException(explain(error).plain()) from refused
