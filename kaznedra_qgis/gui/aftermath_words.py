"""What rights and applications that are over leave on a block, in words: a short line each."""

from collections.abc import Iterable
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from . import words


def over(left: Iterable[Any]) -> str:
    """How and when what left them (subsoil.aftermath.Aftermath, of one area) ended: 'revoked 20 Nov 2026'."""
    by_what = {each.after.value: each for each in left}
    told = {
        "issued": "",
        "vanished": QCoreApplication.translate("Kaznedra", "gone from the register by {date}"),
        "revoked": QCoreApplication.translate("Kaznedra", "revoked {date}"),
        "relinquished": QCoreApplication.translate("Kaznedra", "given back {date}"),
        "auction": QCoreApplication.translate("Kaznedra", "freed {date}"),
    }
    name = next((name for name in told if name in by_what), "issued")
    if not told[name]:
        return ""
    ended = by_what[name].ended
    unknown = QCoreApplication.translate("Kaznedra", "on an untold day")
    return told[name].format(date=words.day(ended) if ended else unknown)


def line(left: Any) -> str:
    """What it means for the block, until when and by which article."""
    if left.after.value == "issued":
        return QCoreApplication.translate("Kaznedra", "Licence issued; those pulled do not show it yet")
    if left.until is None:
        return _without_end(left.after.value).format(article=left.article)
    if left.refuses:
        text = QCoreApplication.translate("Kaznedra", "The applicant is refused until {date}, art. {article}")
    else:
        text = _until(left.after.value)
    return text.format(date=words.day(left.until), article=left.article)


def _until(after: str) -> str:
    if after == "auction":
        return QCoreApplication.translate("Kaznedra", "Auction possible until {date}, art. {article}")
    if after == "vanished":
        return QCoreApplication.translate("Kaznedra", "Its holder may be refused until {date}, art. {article}")
    return QCoreApplication.translate("Kaznedra", "Its holder is refused until {date}, art. {article}")


def _without_end(after: str) -> str:
    if after == "auction":
        return QCoreApplication.translate("Kaznedra", "Auction possible, art. {article}")
    return QCoreApplication.translate("Kaznedra", "Its holder may be refused for a year, art. {article}")
