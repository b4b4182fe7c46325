"""The words for attachments: who vouches for them, how they stand, when they run out."""

from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from . import words


def certified_words(certified: Any) -> str:
    """What the user confirms of a document."""
    return {
        "notary": QCoreApplication.translate("Kaznedra", "Certified by a notary, Kazakh and Russian"),
        "applicant": QCoreApplication.translate("Kaznedra", "Signed by the applicant, Kazakh and Russian"),
        "issuer": QCoreApplication.translate("Kaznedra", "Certified by the state body"),
    }[certified.value]


def reason_words(check: Any) -> str:
    """Why an attachment stands as it does."""
    told = {
        "there": QCoreApplication.translate("Kaznedra", "there"),
        "not_needed": QCoreApplication.translate("Kaznedra", "not needed here"),
        "need_unknown": QCoreApplication.translate("Kaznedra", "not known whether it is needed"),
        "missing": QCoreApplication.translate("Kaznedra", "missing"),
        "file_gone": QCoreApplication.translate("Kaznedra", "a file is no longer where it was"),
        "no_date": QCoreApplication.translate("Kaznedra", "its day of issue is not known"),
        "not_yet_issued": QCoreApplication.translate("Kaznedra", "its day of issue lies ahead"),
        "expired": QCoreApplication.translate("Kaznedra", "too old"),
        "not_certified": QCoreApplication.translate("Kaznedra", "not certified yet"),
    }[check.reason.value]
    if check.expires is None:
        return told
    until = QCoreApplication.translate("Kaznedra", "serves until {day}").format(day=words.day(check.expires))
    return f"{told}, {until}" if check.reason.value == "there" else told
