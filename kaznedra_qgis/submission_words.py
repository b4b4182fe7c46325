"""Words for applications on their way to a platform: states, and what stops them, in the language in force."""

from collections.abc import Callable, Mapping
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from .errors import Code
from .facts import plain_fact

WORDS: dict[Code, Callable[[], tuple[str, str]]] = {
    Code.SUBMISSION_NOT_OFFERED: lambda: (
        QCoreApplication.translate("Kaznedra", "The source takes no applications"),
        QCoreApplication.translate(
            "Kaznedra", "Choose a source whose platform takes them, or export the application and hand it in otherwise."
        ),
    ),
    Code.APPLICATION_INCOMPLETE: lambda: (
        QCoreApplication.translate("Kaznedra", "The application lacks what cannot be left out"),
        QCoreApplication.translate("Kaznedra", "Choose blocks and an applicant, then try again."),
    ),
    Code.NOT_CONFIRMED: lambda: (
        QCoreApplication.translate("Kaznedra", "What would be sent is not what was confirmed"),
        QCoreApplication.translate("Kaznedra", "Look at the preview again, and confirm just that."),
    ),
    Code.SUBMISSION_UNDER_WAY: lambda: (
        QCoreApplication.translate(
            "Kaznedra", "The application was sent already, and it is not yet known whether it arrived"
        ),
        QCoreApplication.translate(
            "Kaznedra",
            "Ask the platform whether it has it. It can be sent again once the platform says that it has it not.",
        ),
    ),
    Code.ALREADY_FILED: lambda: (
        QCoreApplication.translate("Kaznedra", "The platform has the application already"),
        QCoreApplication.translate("Kaznedra", "Follow its status. To file another one, duplicate the draft."),
    ),
    Code.SUBMISSION_VANISHED: lambda: (
        QCoreApplication.translate("Kaznedra", "The platform no longer shows the application"),
        QCoreApplication.translate("Kaznedra", "Ask the platform's operator, and name the number of the receipt."),
    ),
    Code.SUBMISSION_UNPROVEN: lambda: (
        QCoreApplication.translate("Kaznedra", "The platform's answer does not tell whether it has the application"),
        QCoreApplication.translate(
            "Kaznedra", "Ask the platform's operator, and name the key, before you file it any other way."
        ),
    ),
}


def meaning(code: Code, facts: Mapping) -> str:
    """What an error means for an application on its way."""
    if code is Code.SUBMISSION_VANISHED:
        return QCoreApplication.translate("Kaznedra", "The receipt is kept on this computer.")
    if code is Code.SUBMISSION_UNPROVEN:
        return QCoreApplication.translate("Kaznedra", "It is not sent as long as that is not known.")
    if facts.get("taken") == "unknown":
        return QCoreApplication.translate("Kaznedra", "It is not known whether the platform has the application.")
    if facts.get("taken") == "no":
        return QCoreApplication.translate("Kaznedra", "The platform has not got the application.")
    return QCoreApplication.translate("Kaznedra", "Nothing was sent.")


def state_title(state: str) -> str:
    """A state of workspace.submissions in a few words."""
    return {
        "queued": QCoreApplication.translate("Kaznedra", "waits to be sent"),
        "sending": QCoreApplication.translate("Kaznedra", "being sent"),
        "uncertain": QCoreApplication.translate("Kaznedra", "sent, arrival not known"),
        "not_filed": QCoreApplication.translate("Kaznedra", "not filed"),
        "filed": QCoreApplication.translate("Kaznedra", "filed"),
        "dropped": QCoreApplication.translate("Kaznedra", "no longer wanted"),
    }[state]


def state_meaning(state: str) -> str:
    """What a state means, and what to do in it."""
    return {
        "queued": QCoreApplication.translate(
            "Kaznedra", "Nothing was sent. You will be asked again before anything is."
        ),
        "sending": QCoreApplication.translate(
            "Kaznedra", "If the sending broke off, ask the platform whether it has the application."
        ),
        "uncertain": QCoreApplication.translate(
            "Kaznedra",
            "The platform has not confirmed it. It will not be sent again before the platform says that it has it not.",
        ),
        "not_filed": QCoreApplication.translate(
            "Kaznedra", "The platform has not got the application. You may send it again."
        ),
        "filed": QCoreApplication.translate("Kaznedra", "The platform has the application. Its status is followed."),
        "dropped": QCoreApplication.translate("Kaznedra", "Nothing was sent."),
    }[state]


def way_out() -> str:
    """What to do where the platform leaves it open for good whether it has an application."""
    return QCoreApplication.translate(
        "Kaznedra",
        "Every pull asks the platform again. If the answer stays the same, ask the platform's operator about the key. "
        "Only if they have no application with that key, duplicate the draft and file the copy.",
    )


def status_title(status: str) -> str:
    """What the platform makes of an application, in a few words; a status that is not of the contract as it is."""
    return statuses().get(status, status)


def statuses() -> dict[str, str]:
    """The titles of an application's statuses, by their names in the contract."""
    return {
        "submitted": QCoreApplication.translate("Kaznedra", "Sent for review"),
        "accepted": QCoreApplication.translate("Kaznedra", "Accepted for review"),
        "refused": QCoreApplication.translate("Kaznedra", "Refused"),
        "withdrawn": QCoreApplication.translate("Kaznedra", "Withdrawn"),
        "annulled": QCoreApplication.translate("Kaznedra", "Annulled"),
        "licence_issued": QCoreApplication.translate("Kaznedra", "Licence issued"),
    }


def line(submission: Any) -> str:
    """A workspace.submissions.Submission in one line: how far it is, receipt, status, licence, remark."""
    told = [QCoreApplication.translate("Kaznedra", "Application: {state}").format(state=state_title(submission.state))]
    for name, phrase in (
        ("receipt_number", QCoreApplication.translate("Kaznedra", "receipt {value}")),
        ("status", "{value}"),
        ("licence_number", QCoreApplication.translate("Kaznedra", "licence {value}")),
        ("remark", "{value}"),
    ):
        value = submission.told(name)
        if value:
            told.append(phrase.format(value=plain_fact(status_title(value) if name == "status" else value)))
    return "; ".join(told)
