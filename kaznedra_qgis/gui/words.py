"""Numbers, sizes, times and ages as the user reads them, in the language in force. No plural forms are needed."""

from datetime import date as Date
from datetime import datetime, timezone
from functools import cache
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from .. import i18n

THIN_SPACE = "\u202f"
"""Narrow and non-breaking, between thousands and before units"""


def tip(text: str) -> str:
    """Plain text as a tooltip: escaped, and wrapped by Qt."""
    from html import escape

    return f"<qt>{escape(text)}</qt>".replace("\n", "<br/>") if text else ""


def locale() -> QLocale:
    """Locale of the language in force."""
    return _locale(i18n.language())


@cache
def _locale(language: str) -> QLocale:
    return QLocale({"en": "en_GB", "ru": "ru_RU", "kk": "kk_KZ"}[language])


def count(number: int) -> str:
    """12345 -> '12 345', with narrow spaces."""
    return f"{number:,}".replace(",", THIN_SPACE)


def size(count_of_bytes: int) -> str:
    """Bytes in the unit that leaves at most four digits: '873 KB', '3.4 MB', '1.20 GB'."""
    if count_of_bytes < 999_500:
        return QCoreApplication.translate("Kaznedra", "{number} KB").format(number=round(count_of_bytes / 1e3))
    if count_of_bytes < 999_500_000:
        number = locale().toString(count_of_bytes / 1e6, "f", 1)
        return QCoreApplication.translate("Kaznedra", "{number} MB").format(number=number)
    number = locale().toString(count_of_bytes / 1e9, "f", 2)
    return QCoreApplication.translate("Kaznedra", "{number} GB").format(number=number)


def elapsed(seconds: float) -> str:
    """'12 s' or '2 min 05 s'."""
    whole = max(int(seconds), 0)
    if whole < 60:
        return QCoreApplication.translate("Kaznedra", "{seconds} s").format(seconds=whole)
    return QCoreApplication.translate("Kaznedra", "{minutes} min {seconds} s").format(
        minutes=whole // 60, seconds=f"{whole % 60:02d}"
    )


def instant(written: str) -> Optional[datetime]:
    """The moment an RFC 3339 text names, in UTC; None where it names none."""
    try:
        moment = datetime.fromisoformat(written.strip().replace("Z", "+00:00").replace("z", "+00:00"))
    except (ValueError, AttributeError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def exact(moment: datetime) -> str:
    """'22 Nov 2026 14:05' in the computer's time zone."""
    stamp = QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000))
    return locale().toString(stamp, "d MMM yyyy HH:mm")


def day(date: Date) -> str:
    """'22 Nov 2026'"""
    return locale().toString(QDate(date.year, date.month, date.day), "d MMM yyyy")


def age(moment: datetime, now: Optional[datetime] = None) -> str:
    """'today', 'yesterday', '3 days', by the computer's calendar; a date for what lies ahead of its clock."""
    days = days_since(moment, now)
    if days < 0:
        return exact(moment)
    if days == 0:
        return QCoreApplication.translate("Kaznedra", "today")
    if days == 1:
        return QCoreApplication.translate("Kaznedra", "yesterday")
    return QCoreApplication.translate("Kaznedra", "{days} days").format(days=days)


def days_since(moment: datetime, now: Optional[datetime] = None) -> int:
    """Midnights that have passed since the moment, by the computer's calendar."""
    today = (now or datetime.now(timezone.utc)).astimezone().date()
    return (today - moment.astimezone().date()).days
