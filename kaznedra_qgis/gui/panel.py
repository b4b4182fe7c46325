"""What is in the dock: the source and its data, the sync, and the themes to switch on the map."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from ..connecting import unlock_authentication
from ..errors import Code, KaznedraError
from ..messages import explain
from ..settings import Settings
from . import memory, source_words, submission_news, words
from .actions import Actions
from .as_of import AsOf
from .condition import Condition, word
from .disagreements import Disagreements
from .history_desk import HistoryDesk
from .map_link import MapLink
from .notices import Notices
from .pages import Pages
from .progress_row import ProgressRow
from .source_desk import SourceDesk
from .source_row import SourceRow
from .state_task import SourceState, StateTask
from .sync_task import Progress, SyncTask
from .theme_menu import ThemeMenu
from .theme_model import GRID, ThemeModel

PATIENCE_MS = 10_000
"""How long unloading waits for a sync to stop"""


class Panel(QStackedWidget):
    """The first start's page, or the map page. Construction reads no file; `begin` has the state read."""

    def __init__(self, iface: Any, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraPanel")
        self._iface, self._settings = iface, settings
        self.notices = Notices(iface)
        self.desk = SourceDesk(iface, settings, self.notices, self)
        self.map = MapLink(iface, self)
        self.as_of = AsOf(self.map, self)
        self.disagreements = Disagreements(self)
        self.theme_menu = ThemeMenu(iface, self.map, self.notices, self)
        self.state: Optional[SourceState] = None
        self._sync: Optional[SyncTask] = None
        self._reading: Optional[StateTask] = None
        self._shows_opened = False
        self._first_start: Any = None
        self._make_widgets()
        self._connect()
        self.retranslate()

    def _make_widgets(self) -> None:
        slots = {
            "add_source": self.desk.add,
            "edit_source": self.desk.edit,
            "test_source": self.desk.test,
            "remove_source": self.desk.remove,
            "open_workspace": self.desk.open_workspace,
            "new_workspace": self.desk.new_workspace,
            "show_folder": self.desk.show_folder,
            "add_grid": lambda: self.map.switch(GRID, True, None),
            "show_options": lambda: self._iface.showOptionsDialog(self._iface.mainWindow(), "Kaznedra"),
            "show_log": self.notices.open_log,
        }
        self.commands = Actions(slots, self)
        self.page = QWidget(self)
        self.source_row = SourceRow(self.commands.menu, self.page)
        self.snapshot = QLabel(self.page)
        self.snapshot.setObjectName("kaznedraSnapshot")
        self.snapshot.setTextFormat(Qt.TextFormat.PlainText)
        self.snapshot.setWordWrap(True)
        self.progress = ProgressRow(self.page)
        self.themes = ThemeModel(self)
        self.pages = Pages(self.themes, self.page)
        self.list, self.as_of_row = self.pages.list, self.pages.as_of_row
        self.pages.applications.begin(self._iface, self._settings, self.notices)
        self.history = HistoryDesk(self._iface, self.pages.history, self.notices, self)
        layout = QVBoxLayout(self.page)
        layout.setContentsMargins(6, 6, 6, 6)
        for row in (self.source_row, self.snapshot, self.pages, self.progress):
            layout.addWidget(row, 1 if row is self.pages else 0)
        self.addWidget(self.page)
        self.setTabOrder(self.source_row.sync, self.pages)
        self.setTabOrder(self.pages, self.progress.cancel)

    def _connect(self) -> None:
        self.source_row.sync.clicked.connect(lambda _checked=False: self.start_sync())
        self.source_row.source_chosen.connect(self.desk.choose)
        self.source_row.themes_chosen.connect(self._remember_themes)
        self.progress.cancelled.connect(self.cancel_sync)
        self.themes.switched.connect(self._switch)
        self.list.menu_wanted.connect(lambda row, where: self.theme_menu.show(row, where, self._sync is not None))
        self.theme_menu.sync_wanted.connect(lambda theme, accept: self.start_sync((theme,), accept))
        self.theme_menu.disagreements_wanted.connect(self._show_disagreements)
        self.map.changed.connect(self._show_visible)
        self.map.changed.connect(self.as_of.follow_project)
        for asking in (self.as_of_row, self.pages.history):
            asking.asked.connect(self.as_of.ask)
        self.pages.shown_source.chosen.connect(self.as_of.show_source)
        self.history.pruned.connect(self.reload)
        self.as_of.changed.connect(self._show_moment)
        self.as_of.failed.connect(self.notices.warn_of)
        self.disagreements.shown.connect(self.map.zoom)
        self.disagreements.failed.connect(lambda message: self.notices.warn(message, ""))
        self.desk.changed.connect(self.reload)
        self.desk.opened.connect(self._show_opened)
        self.desk.sync_wanted.connect(self.start_sync)

    def begin(self) -> None:
        """Listen to the project, and have the state of the source read."""
        self.map.connect_project()
        self.desk.find_demo_again()
        self.reload()
        self._show_visible()

    def end(self) -> None:
        """Stop what runs, and listen no more."""
        self.desk.close()
        self.as_of.end()
        self.history.end()
        self.pages.applications.end()
        self.disagreements.end()
        self._stop_tasks()
        self.map.disconnect_project()
        self.notices.clear()
        self.commands.menu.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        """Ages may have changed since it was last seen."""
        super().showEvent(event)
        self.themes.refresh()

    def _stop_tasks(self) -> None:
        if self._reading is not None:
            self._reading.ended.disconnect(self._show_state)
            self._reading = None
        sync, self._sync = self._sync, None
        if sync is None:
            return
        sync.ended.disconnect(self._synced)
        sync.cancel()
        waited = QTimer()
        waited.setSingleShot(True)
        waited.start(PATIENCE_MS)
        while not sync.is_over and waited.isActive():
            QCoreApplication.processEvents()

    # what is shown

    def reload(self) -> None:
        """Show the sources as set, and have the state of the present one read."""
        source = self._settings.source
        if self.state is not None and (source is None or source.id != self.state.source.id):
            self.state = None
            self.themes.show({})
            self.source_row.show_themes([], set())
        self._show_source()
        if source is None:
            return
        self._reading = StateTask(source, self.desk.workspace(), self._settings.freshness_days)
        self._reading.ended.connect(self._show_state)
        self._reading.start()

    def _show_source(self) -> None:
        source = self._settings.source
        self.source_row.show_sources(self._settings.sources, source)
        if source is None and self._first_start is None:
            self._make_first_start()
        self.setCurrentWidget(self._first_start if source is None else self.page)
        self._show_busy()

    def _make_first_start(self) -> None:
        from .first_start import FirstStart

        self._first_start = FirstStart(self)
        self._first_start.demo_wanted.connect(self.desk.use_demo)
        self._first_start.platform_wanted.connect(self.desk.add)
        self._first_start.workspace_wanted.connect(self.desk.open_workspace)
        self.addWidget(self._first_start)

    def _show_state(self, task: StateTask) -> None:
        if task is not self._reading:
            return
        self._reading = None
        self.state = task.result
        if self.state is None:
            self._show_unreadable(task.error)
            return
        self.as_of.follow(self.state)
        self.history.follow(self.state)
        self.pages.applications.follow(self.state.workspace)
        self.pages.history.show_state(self.state, self._titles())
        self.source_row.show_themes(list(self.state.standings), memory.left_out(task.source.id))
        self._show_visible()
        if self._shows_opened:
            self._shows_opened = False
            self._show_on_map(self.state.known_themes)

    def _show_unreadable(self, error: KaznedraError) -> None:
        if error.code is Code.CANCELLED:
            return
        message = explain(error)
        self.themes.show({})
        self.source_row.show_themes([], set())
        self.source_row.show_state("failed", message.happened, message.plain())
        self.snapshot.setText("")
        self.notices.warn_of(error, self.reload)

    def _show_moment(self) -> None:
        """Show the themes as they are, or as they were at the moment that the map shows."""
        if self.state is None:
            return
        past = self.as_of.past
        self.themes.show(past.standings if past else self.state.standings)
        self.as_of_row.show_pulls(self.state.pulls, self.as_of.moment)
        self.pages.shown_source.show_sources(self.state.sources, self._titles(), self.as_of.source)
        self._show_summary()

    def _titles(self) -> dict[str, str]:
        return {source.id: source.title for source in self._settings.sources}

    def _show_opened(self) -> None:
        self._shows_opened = True

    def _show_summary(self) -> None:
        if self.state is None:
            return
        if self._sync is None:
            self.source_row.show_state(*source_words.source_state(self.state))
        path = self.state.workspace
        kept_in = QCoreApplication.translate("Kaznedra", "Workspace: {path}").format(path=path) if path else ""
        self.snapshot.setToolTip(words.tip(kept_in))
        pulled = [standing.pulled for standing in self.state.standings.values() if standing.pulled]
        is_past = bool(pulled and self.as_of.past)
        self.snapshot.setText(self.as_of.sentence(max(pulled)) if is_past else source_words.latest_pull(self.state))

    def _show_visible(self) -> None:
        self.themes.show_visible(self.map.visible([row.name for row in self.themes.rows()]))

    def _show_busy(self) -> None:
        is_busy = self._sync is not None
        self.source_row.sync.setEnabled(not is_busy)
        self.source_row.sources.setEnabled(not is_busy)
        self.commands.show_has_source(self._settings.source is not None, is_busy)

    # what is done

    def start_sync(self, themes: Optional[tuple[str, ...]] = None, accept: bool = False) -> None:
        """Pull `themes`, or those ticked; `accept` what the source changed as right. Nothing while a sync runs."""
        source, workspace = self._settings.source, self.desk.workspace()
        if self._sync is not None or source is None or workspace is None:
            return
        wanted = themes or self.source_row.ticked_themes() or self._all_themes()
        if not wanted:
            self.notices.tell(
                QCoreApplication.translate("Kaznedra", "No theme is ticked. Tick some in the menu of Sync."),
                Qgis.MessageLevel.Warning,
            )
            return
        if not unlock_authentication(source):
            self.notices.warn_of(KaznedraError(Code.CREDENTIALS_UNUSABLE), self.start_sync)
            return
        self.notices.clear()
        self._sync = SyncTask(source, workspace, wanted, self._settings.limits, accept)
        self._sync.progressed.connect(self._show_progress)
        self._sync.noted.connect(self.progress.note)
        self._sync.ended.connect(self._synced)
        self.progress.start(wanted)
        self.source_row.show_state("running", word(Condition.RUNNING), source.address)
        self._show_busy()
        self._sync.start()

    def _all_themes(self) -> tuple[str, ...]:
        """Every theme, where the list of the source's own has not been read yet."""
        if self.state is not None:
            return ()
        from ..themes import THEMES

        left_out = memory.left_out(self._settings.source.id)
        return tuple(theme for theme in THEMES if theme not in left_out)

    def cancel_sync(self) -> None:
        """Stop the sync; the data stays as it was."""
        if self._sync is not None:
            self._sync.cancel()

    def _show_progress(self, progress: Progress) -> None:
        if self._sync is not None:
            self.progress.tell(progress)
            self.themes.show_pulling({progress.theme})

    def _synced(self, task: SyncTask) -> None:
        self._sync = None
        self.progress.stop()
        self.themes.show_pulling(set())
        self._show_busy()
        if task.workspace.exists():
            self.desk.keep_workspace(task.workspace)
        self.notices.tell_outcome(task, self._kept_of, self.start_sync)
        submission_news.tell(self.notices, task, self.pages.show_applications)
        self._show_on_map(task.written, task.workspace)
        if task.written:
            self.as_of.note_news()
        self.reload()

    def _kept_of(self, themes: tuple[str, ...]) -> str:
        """What the map shows of themes, as it stood before the sync."""
        known = self.state.standings if self.state else {}
        return source_words.still_shown(known[theme] for theme in themes if theme in known)

    def _show_on_map(self, themes: list[str], workspace: Optional[Path] = None) -> None:
        path = workspace or (self.state.workspace if self.state else None)
        if themes and path is not None:
            self.map.show_themes(path, themes)

    def _switch(self, name: str, on: bool) -> None:
        self.map.switch(name, on, self.state.workspace if self.state else None)

    def _remember_themes(self) -> None:
        source = self._settings.source
        if source is not None and self.state is not None:
            memory.remember_left_out(source.id, set(self.state.standings) - set(self.source_row.ticked_themes()))

    def _show_disagreements(self, theme: str) -> None:
        if self.state is not None and self.state.workspace is not None:
            self.disagreements.list(self.state.workspace, theme, self.state.source.id)

    def retranslate(self) -> None:
        """Say everything in the language in force, here and on the map."""
        self.commands.retranslate()
        self.source_row.retranslate()
        self.progress.retranslate()
        self.pages.retranslate()
        self.as_of.retranslate()
        self.themes.refresh()
        if self._first_start is not None:
            self._first_start.retranslate()
        self._show_summary()
