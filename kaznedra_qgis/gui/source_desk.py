"""What the user does with sources and workspaces: add, edit, test, remove, choose, open."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QObject, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog

from .. import paths
from ..messages import Message
from ..settings import Settings, SourceSetting
from . import memory
from .notices import Notices
from .state_task import OpenTask

DEMO = "kaznedra-demo"
"""Id of the source of demo data"""
GEOPACKAGES = "GeoPackage (*.gpkg)"


class SourceDesk(QObject):
    """Changes the settings, and says so by `changed`."""

    changed = pyqtSignal()
    sync_wanted = pyqtSignal()
    opened = pyqtSignal()
    """A workspace with data was opened, to be shown on the map"""

    def __init__(self, iface: Any, settings: Settings, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._iface, self._settings, self._notices = iface, settings, notices
        self._dialog: Any = None
        self._task: Optional[OpenTask] = None

    def workspace(self) -> Optional[Path]:
        """The workspace in use; a default beside the source's name before the first sync made one."""
        source = self._settings.source
        if self._settings.workspace is not None:
            return self._settings.workspace
        return self._settings.workspace_folder / f"{source.id}.gpkg" if source else None

    def choose(self, source_id: str) -> None:
        """Use another source, with the workspace it was used with before."""
        before, source = self._settings.source, self._named(source_id)
        if source is None or (before is not None and before.id == source_id and self._settings.workspace):
            return
        self._settings.source = source
        self._settings.workspace = memory.workspace_of(source_id)
        self.changed.emit()

    def keep_workspace(self, path: Path) -> None:
        """Use a workspace with the present source from now on."""
        self._settings.workspace = path
        source = self._settings.source
        if source is not None:
            memory.remember_workspace(source.id, path)

    def _named(self, source_id: str) -> Optional[SourceSetting]:
        return next((source for source in self._settings.sources if source.id == source_id), None)

    def _keep(self, source: SourceSetting) -> None:
        sources = self._settings.sources
        known = [kept.id for kept in sources]
        if source.id in known:
            sources[known.index(source.id)] = source
        else:
            sources.append(source)
        self._settings.sources = sources

    def use_demo(self) -> None:
        """Pull the demo data that comes with the plugin."""
        path = paths.resources("demo", "kaznedra_demo.gpkg")
        if not path.is_file():
            self._notices.warn(
                Message(
                    QCoreApplication.translate("Kaznedra", "The demo data is not in this copy of the plugin."),
                    QCoreApplication.translate("Kaznedra", "Nothing was changed."),
                    QCoreApplication.translate(
                        "Kaznedra", "Install the plugin from its zip; in a developer's checkout call: make package"
                    ),
                ),
                str(path),
            )
            return
        title = QCoreApplication.translate("Kaznedra", "Kaznedra demo data")
        self._keep(SourceSetting(DEMO, title, "kaznedra", str(path)))
        self.choose(DEMO)
        self.changed.emit()
        self.sync_wanted.emit()

    def add(self) -> None:
        """Ask for a new source."""
        self._ask(None)

    def edit(self) -> None:
        """Change the present source."""
        self._ask(self._settings.source)

    def test(self) -> None:
        """Test the present source."""
        self._ask(self._settings.source)
        if self._dialog is not None:
            self._dialog.toggle_test()

    def _ask(self, source: Optional[SourceSetting]) -> None:
        from .source_dialog import SourceDialog

        taken = frozenset(kept.id for kept in self._settings.sources)
        dialog = SourceDialog(self._settings.limits, source, taken, self._iface.mainWindow(), self._settings.workspace)
        dialog.finished.connect(self._asked)
        self._dialog = dialog
        dialog.open()

    def _asked(self, answer: int) -> None:
        dialog, self._dialog = self._dialog, None
        if answer:
            source = dialog.source()
            self._keep(source)
            self.choose(source.id)
            self.changed.emit()
        dialog.deleteLater()

    def remove(self) -> None:
        """Take the present source off the list; its workspace stays where it is."""
        source, workspace = self._settings.source, self.workspace()
        if source is None:
            return
        self._settings.sources = [kept for kept in self._settings.sources if kept.id != source.id]
        memory.forget(source.id)
        left = next(iter(self._settings.sources), None)
        self._settings.source = left
        self._settings.workspace = memory.workspace_of(left.id) if left else None
        if workspace is not None and workspace.exists():
            self._notices.tell(
                QCoreApplication.translate(
                    "Kaznedra", "{source} is off the list. Its data stays in {workspace}; open it again from the menu."
                ).format(source=source.title, workspace=workspace)
            )
        self.changed.emit()

    def open_workspace(self) -> None:
        """Ask for a workspace and use it."""
        title = QCoreApplication.translate("Kaznedra", "Open a workspace")
        path, _ = QFileDialog.getOpenFileName(self._iface.mainWindow(), title, self._folder(), GEOPACKAGES)
        if path:
            self.open_workspace_at(Path(path))

    def open_workspace_at(self, path: Path) -> None:
        """Use a workspace, with the sources that were pulled into it."""
        self._task = OpenTask(path)
        self._task.ended.connect(self._opened)
        self._task.start()

    def _opened(self, task: OpenTask) -> None:
        self._task = None
        if task.error is not None:
            self._notices.warn_of(task.error)
            return
        found: list[SourceSetting] = task.result
        for source in found:
            if self._named(source.id) is None:
                self._keep(source)
            memory.remember_workspace(source.id, task.workspace)
        if found:
            self._settings.source = self._named(found[-1].id)
        self._settings.workspace = task.workspace
        if not found:
            self._notices.tell(
                QCoreApplication.translate("Kaznedra", "Nothing was pulled into this workspace yet. Choose a source.")
            )
        self.changed.emit()
        self.opened.emit()

    def new_workspace(self) -> None:
        """Ask where the present source's next sync shall make a workspace."""
        title = QCoreApplication.translate("Kaznedra", "New workspace")
        path, _ = QFileDialog.getSaveFileName(self._iface.mainWindow(), title, self._folder(), GEOPACKAGES)
        if path:
            self.new_workspace_at(Path(path).with_suffix(".gpkg"))

    def new_workspace_at(self, path: Path) -> None:
        """Make the workspace there at the next sync; a file that exists is never overwritten."""
        if path.exists():
            self._notices.warn(
                Message(
                    QCoreApplication.translate("Kaznedra", "There is a file of this name already: {path}.").format(
                        path=path
                    ),
                    QCoreApplication.translate("Kaznedra", "It was left as it is."),
                    QCoreApplication.translate("Kaznedra", "Choose another name, or open the file as a workspace."),
                ),
                str(path),
            )
            return
        self.keep_workspace(path)
        self.changed.emit()

    def show_folder(self) -> None:
        """Open the workspace's folder in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder()))

    def _folder(self) -> str:
        workspace = self.workspace()
        folder = workspace.parent if workspace is not None else self._settings.workspace_folder
        while not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        return str(folder)

    def find_demo_again(self) -> None:
        """Follow the demo data to where the plugin stands now."""
        demo = self._named(DEMO)
        here = str(paths.resources("demo", "kaznedra_demo.gpkg"))
        if demo is not None and demo.address != here:
            self._keep(replace(demo, address=here))

    def close(self) -> None:
        """Leave nothing open."""
        if self._dialog is not None:
            self._dialog.reject()
        if self._task is not None:
            self._task.ended.disconnect(self._opened)
            self._task = None
