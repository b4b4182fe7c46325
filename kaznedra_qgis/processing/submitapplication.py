"""kaznedra:submitapplication: files a draft at its platform, by the word for exactly what is sent."""

from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputString,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import submission_words
from ..errors import Code, KaznedraError
from ..messages import explain, from_stored
from ..settings import Settings
from .history_algorithm import HistoryAlgorithm


class SubmitApplication(HistoryAlgorithm):
    """Shows what would be sent; sends it where CONFIRM is the digest of just that."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "submitapplication"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Submit an application")

    def group(self) -> str:
        """Title of the group in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Applications")

    def groupId(self) -> str:
        """Name of the group."""
        return "applications"

    def tags(self) -> list[str]:
        """Further words that it is found by."""
        return QCoreApplication.translate("Kaznedra", "application,submit,file,send,receipt,status").split(",")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Files the draft of an application at a platform that takes applications.\n\n"
            "Without a confirmation nothing is sent: the report and the result CONFIRM tell exactly what would be "
            "sent, and the digest of it. Run again with that digest as the confirmation, and just that is sent, once. "
            "Where the draft, the applicant or the platform changed meanwhile, the digest is another, and nothing is "
            "sent.\n\n"
            "Before it is sent the platform is asked whether it has the application already. Where the answer is lost, "
            "it is not sent again before the platform says that it has it not; run again without a confirmation to "
            "ask.\n\n"
            "Applicant: name or id of a profile on this computer; left out, the draft's own.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare WORKSPACE, DRAFT, SOURCE, APPLICANT, AUTHCFG, CONFIRM, REPORT and the results."""
        self.add_workspace()
        for name, title, optional in (
            ("DRAFT", QCoreApplication.translate("Kaznedra", "Draft, by name or id"), False),
            ("SOURCE", QCoreApplication.translate("Kaznedra", "Source: name, profile or address"), False),
            ("APPLICANT", QCoreApplication.translate("Kaznedra", "Applicant"), True),
        ):
            self.addParameter(QgsProcessingParameterString(name, title, optional=optional))
        sign_in = QCoreApplication.translate("Kaznedra", "Authentication")
        self.addParameter(QgsProcessingParameterAuthConfig("AUTHCFG", sign_in, optional=True))
        confirm = QCoreApplication.translate("Kaznedra", "Confirmation: the digest of what is to be sent")
        self.addParameter(QgsProcessingParameterString("CONFIRM", confirm, optional=True))
        self.add_report()
        for name, title in (
            ("STATE", QCoreApplication.translate("Kaznedra", "State")),
            ("STATUS", QCoreApplication.translate("Kaznedra", "Status at the platform")),
            ("RECEIPT", QCoreApplication.translate("Kaznedra", "Number of the receipt")),
            ("CONFIRM", QCoreApplication.translate("Kaznedra", "Digest of what would be sent")),
        ):
            self.addOutput(QgsProcessingOutputString(name, title))

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """Show, look up, or send."""
        from ..network import off_main

        named = {
            name: self.parameterAsString(parameters, name, context).strip()
            for name in ("DRAFT", "SOURCE", "APPLICANT", "AUTHCFG", "CONFIRM")
        }
        workspace = self.workspace(parameters, context)
        report = off_main(lambda: _run(workspace, named, feedback))
        return {
            "STATE": report["state"],
            "STATUS": report["status"],
            "RECEIPT": report["receipt_number"],
            "CONFIRM": report["confirm"],
            **self.write_report(parameters, context, report),
        }


def _run(workspace: Any, named: dict[str, str], feedback: Any) -> dict[str, Any]:
    from ..connecting import named_source, open_from_setting
    from ..sources.source import Watch
    from ..workspace.filing import look_up, prepare, submit
    from ..workspace.submissions import submissions_of

    settings = Settings()
    setting = named_source(named["SOURCE"], named["AUTHCFG"], settings)
    # the network looks at the feedback, too
    source = open_from_setting(setting, settings.limits, feedback, Watch())
    draft = _draft(workspace, named["DRAFT"])
    try:
        prepared = prepare(workspace, draft, _applicant(draft, named["APPLICANT"]), source.profile)
    except KaznedraError as error:
        if named["CONFIRM"] or error.code not in (Code.ALREADY_FILED, Code.SUBMISSION_UNDER_WAY):
            raise
        last = [one for one in submissions_of(workspace, draft.id) if one.source == source.profile.id][-1]
        return _told(look_up(workspace, last, source), feedback)
    if not named["CONFIRM"]:
        return _previewed(prepared, feedback)
    return _told(submit(workspace, prepared, named["CONFIRM"], source), feedback)


def _draft(workspace: Any, named: str) -> Any:
    from ..workspace.drafts import drafts_of

    found = [draft for draft in drafts_of(workspace) if named in (draft.id, draft.name)]
    if len(found) != 1:
        raise KaznedraError(Code.NO_SUCH_DRAFT, draft=named)
    return found[0]


def _applicant(draft: Any, named: str) -> Any:
    from ..applicant_profiles import ApplicantProfiles

    profiles = ApplicantProfiles()
    if not named:
        return profiles.of(draft.details.get("applicant"))
    found = [one for one in profiles.all() if named in (one.id, one.number, *one.name.values())]
    return found[0] if len(found) == 1 else None


def _previewed(prepared: Any, feedback: Any) -> dict[str, Any]:
    from ..sources.submission import readable

    content = prepared.feature.body
    told = QCoreApplication.translate("Kaznedra", "Nothing was sent. To {address}, collection {collection}, would go:")
    feedback.pushInfo(told.format(address=prepared.feature.address, collection=prepared.feature.collection))
    feedback.pushInfo(readable(content))
    digest = QCoreApplication.translate("Kaznedra", "Confirmation for just this: {digest}").format(digest=prepared.word)
    feedback.pushInfo(digest)
    return {**_EMPTY, "state": "preview", "confirm": prepared.word, "content": content.decode()}


_EMPTY = {"status": "", "receipt_number": "", "filed_at": "", "licence_number": "", "differs": [], "error": None}


def _told(submission: Any, feedback: Any) -> dict[str, Any]:
    feedback.pushInfo(submission_words.line(submission))
    if submission.error:
        feedback.pushWarning(explain(from_stored(submission.error)).plain())
    else:
        feedback.pushInfo(submission_words.state_meaning(submission.state))
    return {
        **{name: submission.told(name) for name in ("status", "receipt_number", "filed_at", "licence_number")},
        "state": submission.state.value,
        "confirm": submission.digest,
        "content": submission.content,
        "differs": submission.record.get("differs", []),
        "error": submission.error,
    }
