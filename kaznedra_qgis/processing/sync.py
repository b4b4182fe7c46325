"""kaznedra:sync: what the dock's Sync button does, for scripts, models and qgis_process."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import submission_words
from ..errors import Code, KaznedraError
from ..messages import explain, explain_stored
from ..settings import Settings
from ..themes import THEMES
from ..titles import theme_title

_WORST_LAST = ("complete", "partial", "cancelled", "failed")


class Sync(QgsProcessingAlgorithm):
    """Pulls themes of a source into a workspace, each as one snapshot."""

    def name(self) -> str:
        return "sync"

    def displayName(self) -> str:
        return QCoreApplication.translate("Kaznedra", "Sync a workspace")

    def group(self) -> str:
        return QCoreApplication.translate("Kaznedra", "Workspace")

    def groupId(self) -> str:
        return "workspace"

    def tags(self) -> list[str]:
        return ["kaznedra", "licences", "deposits", "pull", "download", "ogc api features"]

    def shortHelpString(self) -> str:
        return QCoreApplication.translate(
            "Kaznedra",
            "Pulls licences, applications, deposits and the other themes from a source into a workspace. Every theme "
            "becomes a dated, counted snapshot; features that changed get a new version and the old one is kept. "
            "A theme that fails keeps its last good state.\n\n"
            "Source: the name of one of your sources, the name or file of a source profile, the address of a "
            "platform, or a GeoPackage.\n"
            "Workspace: a GeoPackage; it is made where there is none.\n"
            "Themes: all that the profile has, where none is chosen.\n"
            "Pull everything: also what has not changed. Otherwise, where the source tells what has changed since the "
            "last pull, that alone is fetched.\n"
            "Accept: take what the source changed, although most features are gone, all have other identifiers or an "
            "attribute that matters is lost. Without it such a pull fails and the last good state stays.",
        )

    def createInstance(self) -> "Sync":
        return Sync()

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.addParameter(QgsProcessingParameterString("SOURCE", QCoreApplication.translate("Kaznedra", "Source")))
        self.addParameter(
            QgsProcessingParameterFile(
                "WORKSPACE", QCoreApplication.translate("Kaznedra", "Workspace"), extension="gpkg"
            )
        )
        themes = QgsProcessingParameterEnum(
            "THEMES",
            QCoreApplication.translate("Kaznedra", "Themes"),
            options=list(THEMES),
            allowMultiple=True,
            optional=True,
            usesStaticStrings=True,
        )
        self.addParameter(themes)
        self.addParameter(
            QgsProcessingParameterAuthConfig(
                "AUTHCFG", QCoreApplication.translate("Kaznedra", "Authentication"), optional=True
            )
        )
        full = QgsProcessingParameterBoolean("FULL", QCoreApplication.translate("Kaznedra", "Pull everything"), False)
        full.setFlags(full.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(full)
        self.addParameter(
            QgsProcessingParameterBoolean(
                "ACCEPT", QCoreApplication.translate("Kaznedra", "Accept what the source changed"), defaultValue=False
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "REPORT",
                QCoreApplication.translate("Kaznedra", "Report"),
                "JSON (*.json)",
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(QgsProcessingOutputString("STATE", QCoreApplication.translate("Kaznedra", "State")))
        self.addOutput(QgsProcessingOutputNumber("FEATURES", QCoreApplication.translate("Kaznedra", "Features")))

    def processAlgorithm(self, parameters, context, feedback) -> dict[str, Any]:
        from ..network import off_main

        path = Path(self.parameterAsString(parameters, "WORKSPACE", context))
        themes = [name for name in self.parameterAsEnumStrings(parameters, "THEMES", context) if name]
        authcfg = self.parameterAsString(parameters, "AUTHCFG", context)
        named = self.parameterAsString(parameters, "SOURCE", context).strip()
        full = self.parameterAsBool(parameters, "FULL", context)
        accept = self.parameterAsBool(parameters, "ACCEPT", context)
        try:
            snapshots = off_main(lambda: _pull(named, authcfg, path, themes, full, accept, feedback))
        except KaznedraError as error:
            raise QgsProcessingException(explain(error).plain()) from error
        for snapshot in snapshots:
            _tell(snapshot, feedback)
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            _write(Path(report), snapshots)
        if snapshots and all(snapshot.state.value == "failed" for snapshot in snapshots):
            raise QgsProcessingException(explain_stored(snapshots[0].message).plain())
        states = {snapshot.state.value for snapshot in snapshots}
        return {
            "STATE": max(states, key=_WORST_LAST.index, default="failed"),
            "FEATURES": sum(snapshot.distinct for snapshot in snapshots),
            **({"REPORT": report} if report else {}),
        }


class _Watch:
    """The sync's watch over a Processing feedback."""

    def __init__(self, feedback, themes: int) -> None:
        self._feedback, self._themes, self._seen = feedback, max(themes, 1), []

    def is_cancelled(self) -> bool:
        return self._feedback.isCanceled()

    def noticed(self, theme: str, notice: KaznedraError) -> None:
        self._feedback.pushInfo(explain(notice).happened)

    def received(self, theme: str, features: int, expected: Optional[int], size: int) -> None:
        if theme not in self._seen:
            self._seen.append(theme)
            self._feedback.pushInfo(theme_title(theme))
        share = min(features / expected, 1) if expected else 0
        self._feedback.setProgress(100 * (len(self._seen) - 1 + share) / self._themes)

    def compared(self, theme: str, share: float) -> None:
        if share == 0:
            told = QCoreApplication.translate("Kaznedra", "{theme}: comparing block codes with geometry")
            self._feedback.pushInfo(told.format(theme=theme_title(theme)))


def _pull(named: str, authcfg: str, path: Path, themes: list[str], full: bool, accept: bool, feedback) -> list:
    from ..connecting import named_source, open_from_setting
    from ..workspace import Workspace
    from ..workspace.sync import sync

    settings = Settings()
    setting = named_source(named, authcfg, settings)
    watch = _Watch(feedback, len(themes) or len(THEMES))
    source = open_from_setting(setting, settings.limits, feedback, watch)
    workspace = Workspace.open(path) if path.exists() else Workspace.create(path)
    wanted = themes or [theme for theme in THEMES if theme in source.profile.themes]
    snapshots = sync(source, workspace, wanted, watch, accept, full)
    if any(snapshot.state.value in ("complete", "partial") for snapshot in snapshots):
        _prune(workspace, feedback)
        _ask_after_applications(workspace, source, feedback)
    return snapshots


def _ask_after_applications(workspace, source, feedback) -> None:
    from ..workspace.filing import follow, waiting

    for submission in follow(workspace, source, feedback.isCanceled):
        feedback.pushInfo(submission_words.line(submission))
    for submission in waiting(workspace, source.profile):
        feedback.pushWarning(submission_words.line(submission))


def _prune(workspace, feedback) -> None:
    """Keep no more history than the user wants; the pull has succeeded, whatever becomes of this."""
    from ..workspace.pruning import prune_as_chosen

    try:
        done = prune_as_chosen(workspace, feedback.isCanceled)
    except KaznedraError as error:
        feedback.pushWarning(explain(error).plain())
        return
    if done is not None and done.goes:
        told = QCoreApplication.translate("Kaznedra", "Snapshots removed: {goes}; kept: {stays}")
        feedback.pushInfo(told.format(goes=len(done.goes), stays=done.stays))


def _tell(snapshot, feedback) -> None:
    line = QCoreApplication.translate("Kaznedra", "{theme}: {state}, received {received} of {expected}").format(
        theme=theme_title(snapshot.theme),
        state=snapshot.state.value,
        received=snapshot.distinct,
        expected="?" if snapshot.expected is None else snapshot.expected,
    )
    if snapshot.message:
        feedback.pushWarning(f"{line}. {explain_stored(snapshot.message).plain()}")
    else:
        feedback.pushInfo(line)
    if snapshot.codes_disagree:
        told = QCoreApplication.translate("Kaznedra", "{theme}: codes and geometry disagree: {count}")
        feedback.pushWarning(told.format(theme=theme_title(snapshot.theme), count=snapshot.codes_disagree))
    for notice in snapshot.notices:
        told = explain_stored(notice)
        feedback.pushInfo(f"{told.happened} {told.remedy}")


def _write(path: Path, snapshots: list) -> None:
    report = {"snapshots": [{**asdict(snapshot), "state": snapshot.state.value} for snapshot in snapshots]}
    try:
        path.write_text(json.dumps(report, ensure_ascii=False, indent=2), encoding="utf-8")
    except OSError as refusal:
        error = KaznedraError(Code.READ_ONLY, path=str(path), detail=str(refusal))
        raise QgsProcessingException(explain(error).plain()) from refusal
