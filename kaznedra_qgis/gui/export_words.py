"""What the export dialog says of an application: the check of this moment, and what differs from before."""

import re
from html import escape
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from . import words

MOST_RULES = 5


def languages() -> dict[str, str]:
    """The languages of the papers as check boxes name them."""
    return {
        "kk": QCoreApplication.translate("Kaznedra", "&Kazakh"),
        "ru": QCoreApplication.translate("Kaznedra", "&Russian"),
        "en": QCoreApplication.translate("Kaznedra", "En&glish, for reading"),
    }


def check_told(content: Any) -> str:
    """Rich text on a documents.content.ApplicationContent: the answer of the rules, what changed, what lacks."""
    counted = QCoreApplication.translate("Kaznedra", "{name}: {count} blocks")
    lines = [f"<b>{escape(counted.format(name=content.name, count=len(content.blocks)))}</b>"]
    if not content.blocks:
        lines.append(QCoreApplication.translate("Kaznedra", "There are no blocks in this draft: nothing to export."))
        return "<br/>".join(lines)
    lines += [escape(line) for line in (*_result(content), *_changes(content), *_lacks(content), *_papers(content))]
    return "<br/>".join(lines)


def _result(content: Any) -> list[str]:
    states = [finding["state"] for finding in content.report.get("findings", ())]
    result = {
        "clear": QCoreApplication.translate("Kaznedra", "Checked just now: clear."),
        "conflict": QCoreApplication.translate("Kaznedra", "Checked just now: conflict. Conflicts: {conflicts}; "),
        "unknown": QCoreApplication.translate("Kaznedra", "Checked just now: unknown. "),
    }[content.report.get("result", "unknown")]
    told = result.format(conflicts=states.count("conflict"))
    unknown = states.count("unknown")
    if unknown:
        told += QCoreApplication.translate("Kaznedra", "what could not be told: {count}.").format(count=unknown)
    return [told.rstrip("; ")]


def _changes(content: Any) -> list[str]:
    moment = words.instant(content.checked_before)
    if moment is None:
        return []
    when = words.exact(moment)
    if not content.worst_differences:
        return [QCoreApplication.translate("Kaznedra", "The same as when it was checked on {when}.").format(when=when)]
    lines = [QCoreApplication.translate("Kaznedra", "Otherwise than when it was checked on {when}:").format(when=when)]
    articles = {finding["rule"]: finding["article"] for finding in content.report.get("findings", ())}
    for each in content.worst_differences[:MOST_RULES]:
        line = QCoreApplication.translate("Kaznedra", "• article {article}: {before} → {after}, blocks: {count}")
        named = articles.get(each.rule, each.rule)
        told = line.format(article=named, before=_state(each.before), after=_state(each.after), count=len(each.blocks))
        lines.append(told)
    more = len(content.worst_differences) - MOST_RULES
    return lines + ([f"… +{more}"] if more > 0 else [])


def _state(state: str) -> str:
    states = {
        "clear": QCoreApplication.translate("Kaznedra", "clear"),
        "conflict": QCoreApplication.translate("Kaznedra", "conflict"),
        "unknown": QCoreApplication.translate("Kaznedra", "unknown"),
    }
    return states.get(state, "–")


def _lacks(content: Any) -> list[str]:
    missing = []
    if not content.applicant:
        missing.append(QCoreApplication.translate("Kaznedra", "applicant"))
    if not content.minerals:
        missing.append(QCoreApplication.translate("Kaznedra", "minerals"))
    if not content.plan:
        missing.append(QCoreApplication.translate("Kaznedra", "plan of works"))
    if not missing:
        return []
    told = QCoreApplication.translate("Kaznedra", "Not filled in yet: {what}. The papers say so in red.")
    return [told.format(what=", ".join(missing))]


def _papers(content: Any) -> list[str]:
    """How many attachments are missing, expired or not certified."""
    from ..subsoil.attachments import check_attachments, from_json

    try:
        attached = from_json(content.attachments)
    except ValueError:
        attached = {}
    day = content.made.astimezone().date()
    checks = check_attachments(
        content.rule_pack, attached, content.circumstances, day, lambda path: Path(path).is_file()
    )
    count = sum(each.state.value != "clear" for each in checks)
    told = QCoreApplication.translate("Kaznedra", "Attachments missing or not in order: {count}; Papers says which.")
    return [told.format(count=words.count(count))] if count else []


def suggested_folder(home: Path, content: Any) -> Path:
    """A folder that is not there yet, named after the draft and the day."""
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f\s]+', " ", content.name).strip(" .")[:60] or "application"
    wanted = home / f"{name} {content.made.date().isoformat()}"
    numbered = (wanted.with_name(f"{wanted.name} ({number})") for number in range(2, 1000))
    return wanted if not wanted.exists() else next(path for path in numbered if not path.exists())
