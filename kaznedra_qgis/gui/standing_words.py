"""How a block stands, in words: one for the list, several lines for beside the mouse."""

from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from .. import i18n
from ..titles import theme_title
from . import aftermath_words, words

MOST_AREAS = 4
"""Areas that are named beside the mouse"""


def word(standing: Any) -> str:
    """How a block stands (subsoil.standing.Standing), in a word or two."""
    if standing is None:
        return QCoreApplication.translate("Kaznedra", "not read yet")
    return of_kind(standing.kind.value)


def of_kind(kind: str) -> str:
    """The word or two of a kind (subsoil.standing.Kind)."""
    told = {
        "taken": QCoreApplication.translate("Kaznedra", "taken"),
        "applied": QCoreApplication.translate("Kaznedra", "applied for"),
        "restricted": QCoreApplication.translate("Kaznedra", "restricted"),
        "programme": QCoreApplication.translate("Kaznedra", "state programme"),
        "refused": QCoreApplication.translate("Kaznedra", "refused to the applicant"),
        "partly": QCoreApplication.translate("Kaznedra", "partly taken"),
        "unknown": QCoreApplication.translate("Kaznedra", "unknown"),
        "restricted_partly": QCoreApplication.translate("Kaznedra", "partly restricted"),
        "free": QCoreApplication.translate("Kaznedra", "free"),
    }
    return told.get(kind, kind)


def brief(standing: Any) -> str:
    """The word and, where an area makes it so, the first of them: 'taken: 1234-EL, Holder'."""
    if standing is None or not standing.makers:
        return word(standing)
    return f"{word(standing)}: {_name(standing.areas[0])}"


def _name(area: Any) -> str:
    return str(area.name().get(i18n.language()) or area.feature_id)


def lines(standing: Any) -> list[str]:
    """The word, by what it is so, and which themes are not known, a line each."""
    if standing is None:
        return [word(standing)]
    areas = [text for area in standing.areas[:MOST_AREAS] for text in _area(standing, area)]
    more = len(standing.areas) - MOST_AREAS
    if more > 0:
        areas.append(QCoreApplication.translate("Kaznedra", "and {count} more").format(count=words.count(more)))
    reasons = [*areas, *_missing(standing)]
    if not reasons and standing.kind.value == "unknown":
        reasons.append(QCoreApplication.translate("Kaznedra", "Nothing was looked up there"))
    return [word(standing), *reasons]


def _area(standing: Any, area: Any) -> list[str]:
    """'Licence 1234-EL, Holder (exploration licence)', as far as it is told, and what it leaves where it is over."""
    from ..mapping.words import code_words

    values = area.attributes
    name = _name(area)
    detail = "category" if area.theme == "restricted_areas" else "kind"
    kind = code_words(area.theme, detail).get(str(values.get(detail) or ""), "")
    filed = _filed(values) if area.theme == "licence_applications" else ""
    left = [each for each in standing.aftermath if each.area is area]
    inside = "; ".join(part for part in (kind, filed, aftermath_words.over(left)) if part)
    title = theme_title(area.theme)
    told = f"{title}: {name} ({inside})" if inside else f"{title}: {name}"
    return [told, *_doubts(area), *map(aftermath_words.line, left)]


def _doubts(area: Any) -> list[str]:
    """That a right is here by its block codes alone."""
    if area.doubt != "codes":
        return []
    return [QCoreApplication.translate("Kaznedra", "Its block codes name the block, its geometry leaves it out")]


def _filed(values: Any) -> str:
    moment = words.instant(str(values.get("filed_at") or ""))
    if moment is None:
        return ""
    return QCoreApplication.translate("Kaznedra", "filed {date}").format(date=words.exact(moment))


def _missing(standing: Any) -> list[str]:
    """The themes that are not fully known, by what is wrong with them."""
    told = {
        "missing": QCoreApplication.translate("Kaznedra", "Never pulled: {themes}"),
        "failed": QCoreApplication.translate("Kaznedra", "Last pull failed: {themes}"),
        "partial": QCoreApplication.translate("Kaznedra", "Not all came: {themes}"),
        "stale": QCoreApplication.translate("Kaznedra", "Stale: {themes}"),
    }
    found = []
    for state, text in told.items():
        themes = [theme_title(each.theme) for each in standing.missing if each.state.value == state]
        if themes:
            found.append(text.format(themes=", ".join(dict.fromkeys(themes))))
    return found
