"""Tells the user how a job ended: an item in QGIS's message bar, and the whole of it in the log panel."""

from collections.abc import Callable
from html import escape
from typing import Any, Optional

from qgis.core import Qgis
from qgis.gui import QgsMessageBarItem, QgsMessageViewer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication

from .. import log
from ..errors import Code, KaznedraError
from ..messages import Message, explain, from_stored
from ..titles import theme_title
from . import words
from .notice import Notice
from .sync_task import SyncTask

TITLE = "Kaznedra"
SECONDS = 8


class Notices:
    """Messages to the user through `iface`; one item stands at a time."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._item: Any = None

    def tell(self, text: str, level: "Qgis.MessageLevel" = Qgis.MessageLevel.Info) -> None:
        """A short plain text that goes away by itself."""
        log.note(text, level)
        self.show(escape(text), level, SECONDS)

    def show(self, html: str, level: "Qgis.MessageLevel", seconds: int = 0) -> Notice:
        """Show a notice in place of the one before; 0 seconds: until it is closed. `html` is escaped already."""
        self.clear()
        notice, self._item = self._push(html, level, seconds)
        return notice

    def add(self, html: str, level: "Qgis.MessageLevel") -> Notice:
        """Show a notice beside the one that stands, until it is closed."""
        return self._push(html, level, 0)[0]

    def _push(self, html: str, level: "Qgis.MessageLevel", seconds: int) -> tuple[Notice, QgsMessageBarItem]:
        bar = self._iface.messageBar()
        notice = Notice(f"<b>{TITLE}</b>: {html}", bar)
        item = QgsMessageBarItem(notice, level, seconds)
        bar.pushItem(item)
        return notice, item

    def warn(self, message: Message, details: str, again: Optional[Callable[[], None]] = None, more: str = "") -> None:
        """A message that stays until closed, with Try again (where there is something to try), Details and log."""
        log.note(f"{message.plain()}\n{details}".strip(), Qgis.MessageLevel.Warning)
        notice = self.show(f"{message.html()} {escape(more)}".strip(), Qgis.MessageLevel.Warning)
        text = "\n\n".join(part for part in (*message, more, details) if part)
        if again is not None:
            notice.add_button(
                "kaznedraTryAgain", QCoreApplication.translate("Kaznedra", "&Try again"), lambda: self._again(again)
            )
        notice.add_button(
            "kaznedraDetails", QCoreApplication.translate("Kaznedra", "&Details"), lambda: self.show_text(text)
        )
        notice.add_button("kaznedraOpenLog", QCoreApplication.translate("Kaznedra", "Open &log"), self.open_log)

    def _again(self, again: Callable[[], None]) -> None:
        self.clear()
        again()

    def warn_of(self, error: KaznedraError, again: Optional[Callable[[], None]] = None, kept_data: str = "") -> None:
        """The message of an error."""
        self.warn(explain(error, kept_data, brief=True), facts_in_full(error), again)

    def clear(self) -> None:
        """Take the standing item away."""
        item, self._item = self._item, None
        if item is not None and not sip.isdeleted(item):
            self._iface.messageBar().popWidget(item)

    def open_log(self) -> None:
        """Show QGIS's log panel."""
        self._iface.openMessageLog()

    def show_text(self, text: str) -> None:
        """Show plain text in a window of its own that can be copied from and does not block."""
        viewer = QgsMessageViewer(self._iface.mainWindow())
        viewer.setObjectName("kaznedraDetailsWindow")
        viewer.setTitle(TITLE)
        viewer.setMessageAsPlainText(text)
        viewer.setCheckBoxVisible(False)
        viewer.showMessage(False)

    def tell_outcome(self, sync: SyncTask, kept_of: Callable[[tuple], str], again: Callable[[tuple], None]) -> None:
        """How a sync ended. `kept_of` says what the map shows of themes, `again` is given the themes to try again."""
        _note_pruning(sync)
        if sync.was_cancelled:
            cancelled = explain(KaznedraError(Code.CANCELLED))
            self.tell(f"{cancelled.happened} {cancelled.meaning}")
            return
        if sync.error is not None:
            self.warn_of(sync.error, lambda: again(sync.themes))
            return
        wanting = [snap for snap in sync.snapshots if snap.state.name != "COMPLETE" and not is_absent(snap)]
        if not wanting:
            self.tell(_success(sync.snapshots), Qgis.MessageLevel.Success)
            log.note(in_full(sync.snapshots))
            return
        code = from_stored(wanting[0].message).code
        alike = [snap for snap in wanting if from_stored(snap.message).code is code]
        others = [theme_title(snap.theme) for snap in wanting if snap not in alike]
        more = ""
        if others:
            more = QCoreApplication.translate("Kaznedra", "Also not complete: {themes}.").format(
                themes=", ".join(others)
            )
        message = _message(alike, is_all=len(alike) == len(sync.snapshots), kept_of=kept_of)
        themes = tuple(snap.theme for snap in wanting)
        self.warn(message, in_full(sync.snapshots), lambda: again(themes), more)


def _note_pruning(sync: SyncTask) -> None:
    if sync.pruned is not None and sync.pruned.goes:
        told = QCoreApplication.translate("Kaznedra", "Snapshots removed: {goes}; kept: {stays}")
        log.note(told.format(goes=words.count(len(sync.pruned.goes)), stays=words.count(sync.pruned.stays)))
    if sync.not_pruned is not None:
        log.note(explain(sync.not_pruned).plain(), Qgis.MessageLevel.Warning)


def _message(alike: list[Any], is_all: bool, kept_of: Callable[[tuple], str]) -> Message:
    """The message of themes that are wanting for the same reason; where that is all themes, none is named."""
    error = from_stored(alike[0].message)
    if len(alike) > 1:
        own = ("theme", "page", "pages", "expected", "received", "distinct", "first", "last")
        error.facts = {name: value for name, value in error.facts.items() if name not in own}
        if not is_all:
            error.facts["theme"] = ", ".join(theme_title(snap.theme) for snap in alike)
    still = "" if alike[0].state.name == "PARTIAL" else kept_of(tuple(snap.theme for snap in alike))
    return explain(error, still, brief=True)


def is_absent(snapshot: Any) -> bool:
    """True where the source does not offer the theme: worth knowing, nothing to repair."""
    return from_stored(snapshot.message).code is Code.THEME_MISSING


def facts_in_full(error: KaznedraError) -> str:
    """Every fact of an error, one a line, for whoever looks into it."""
    return "\n".join([error.code.value, *(f"  {name}: {value}" for name, value in error.facts.items())])


def in_full(snapshots: list[Any]) -> str:
    """What every theme of a sync brought, one a line, with the facts of what went wrong."""
    lines, before = [], ""
    for snap in snapshots:
        expected = "?" if snap.expected is None else words.count(snap.expected)
        lines.append(
            QCoreApplication.translate(
                "Kaznedra",
                "{theme}: expected {expected}, received {received}, added {added}, changed {changed}, gone {gone}",
            ).format(
                theme=theme_title(snap.theme),
                expected=expected,
                received=words.count(snap.distinct if snap.by_changes else snap.received),
                added=words.count(snap.added),
                changed=words.count(snap.changed),
                gone=words.count(snap.gone),
            )
        )
        facts = facts_in_full(from_stored(snap.message)) if snap.message else ""
        if facts and facts != before:
            lines.append(facts)
        before = facts
    return "\n".join(lines)


def _success(snapshots: list[Any]) -> str:
    whole = [snap for snap in snapshots if snap.state.name == "COMPLETE"]
    told = QCoreApplication.translate(
        "Kaznedra", "The sync is complete. Features: {features}; added: {added}, changed: {changed}, gone: {gone}."
    ).format(
        features=words.count(sum(snap.distinct for snap in whole)),
        added=words.count(sum(snap.added for snap in whole)),
        changed=words.count(sum(snap.changed for snap in whole)),
        gone=words.count(sum(snap.gone for snap in whole)),
    )
    disagreeing = sum(snap.codes_disagree or 0 for snap in whole)
    if disagreeing:
        told += " " + QCoreApplication.translate("Kaznedra", "Codes and geometry disagree: {count}.").format(
            count=words.count(disagreeing)
        )
    absent = [theme_title(snap.theme) for snap in snapshots if is_absent(snap)]
    if absent:
        told += " " + QCoreApplication.translate("Kaznedra", "Not offered by the source: {themes}.").format(
            themes=", ".join(absent)
        )
    return told
