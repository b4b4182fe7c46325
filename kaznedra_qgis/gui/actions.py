"""The actions of the dock, for its menu."""

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtWidgets import QAction, QMenu

from .icons import icon

_MENU = (
    ("add_source", "add"),
    ("edit_source", ""),
    ("test_source", "test"),
    ("remove_source", ""),
    None,
    ("open_workspace", "open"),
    ("new_workspace", "workspace"),
    ("show_folder", ""),
    None,
    ("add_grid", ""),
    None,
    ("show_options", "settings"),
    ("show_log", "log"),
)
_OF_A_SOURCE = ("edit_source", "test_source", "remove_source")


class Actions(QObject):
    """One QAction per entry, named as `slots` names what it does."""

    def __init__(self, slots: dict[str, Callable[[], None]], parent: QObject) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self.menu.setObjectName("kaznedraMenu")
        self.by_name: dict[str, QAction] = {}
        for entry in _MENU:
            if entry is None:
                self.menu.addSeparator()
                continue
            name, icon_name = entry
            action = QAction(self)
            action.setObjectName("kaznedra_" + name)
            if icon_name:
                action.setIcon(icon(icon_name))
            action.triggered.connect(lambda _checked=False, slot=slots[name]: slot())
            self.menu.addAction(action)
            self.by_name[name] = action
        self.retranslate()

    def show_has_source(self, has_source: bool, is_busy: bool) -> None:
        """Offer what a source allows; nothing that would change it while it is being pulled."""
        for name in _OF_A_SOURCE:
            self.by_name[name].setEnabled(has_source and not is_busy)
        for name in ("add_source", "open_workspace", "new_workspace"):
            self.by_name[name].setEnabled(not is_busy)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        texts = {
            "add_source": QCoreApplication.translate("Kaznedra", "&Add a source…"),
            "edit_source": QCoreApplication.translate("Kaznedra", "&Edit the source…"),
            "test_source": QCoreApplication.translate("Kaznedra", "&Test connection"),
            "remove_source": QCoreApplication.translate("Kaznedra", "&Remove the source from the list"),
            "open_workspace": QCoreApplication.translate("Kaznedra", "&Open workspace…"),
            "new_workspace": QCoreApplication.translate("Kaznedra", "&New workspace…"),
            "show_folder": QCoreApplication.translate("Kaznedra", "Show the workspace's &folder"),
            "add_grid": QCoreApplication.translate("Kaznedra", "Add the block &grid"),
            "show_options": QCoreApplication.translate("Kaznedra", "&Settings…"),
            "show_log": QCoreApplication.translate("Kaznedra", "Show &log"),
        }
        for name, text in texts.items():
            self.by_name[name].setText(text)
