"""Which source, how it is, Sync, and what else can be done."""

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ..connecting import is_address
from ..settings import SourceSetting
from ..titles import theme_title
from .elided_label import ElidedLabel
from .icons import icon


class TickMenu(QMenu):
    """A menu that stays open while its entries are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick and stay."""
        action = self.activeAction()
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)


class SourceRow(QWidget):
    """Two lines: source and menu; its state and Sync."""

    source_chosen = pyqtSignal(str)
    """Id of the source"""
    themes_chosen = pyqtSignal()
    """The user ticked themes in Sync's menu"""

    def __init__(self, menu: QMenu, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraSourceRow")
        self.sources = QComboBox(self)
        self.sources.setObjectName("kaznedraSource")
        self.sources.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sources.setMinimumContentsLength(8)
        self.sources.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.sources.activated.connect(self._choose)
        self.more = QToolButton(self)
        self.more.setObjectName("kaznedraMore")
        self.more.setText("…")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(menu)
        self.state_icon = QLabel(self)
        self.state_icon.setObjectName("kaznedraSourceStateIcon")
        self.state = ElidedLabel(self)
        self.state.setObjectName("kaznedraSourceState")
        self.sync = QToolButton(self)
        self.sync.setObjectName("kaznedraSync")
        self.sync.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.sync.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.sync.setIcon(icon("sync"))
        self.theme_menu = TickMenu(self)
        self.theme_menu.setObjectName("kaznedraSyncThemes")
        self.sync.setMenu(self.theme_menu)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sources, 0, 0)
        layout.addWidget(self.more, 0, 1)
        second = QHBoxLayout()
        second.addWidget(self.state_icon)
        second.addWidget(self.state, 1)
        second.addWidget(self.sync)
        layout.addLayout(second, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        self.setTabOrder(self.sources, self.more)
        self.setTabOrder(self.more, self.sync)

    def show_sources(self, sources: list[SourceSetting], chosen: Optional[SourceSetting]) -> None:
        """Fill the list of sources."""
        self.sources.clear()
        for source in sources:
            self.sources.addItem(icon("test" if is_address(source.address) else "workspace"), source.title, source.id)
            self.sources.setItemData(self.sources.count() - 1, source.address, Qt.ItemDataRole.StatusTipRole)
        self.sources.setCurrentIndex(self.sources.findData(chosen.id) if chosen else -1)

    def show_state(self, name: str, word: str, why: str) -> None:
        """Show the state of the source: icon, word and reason (plain text)."""
        size = self.fontMetrics().height()
        self.state_icon.setPixmap(icon(name).pixmap(QSize(size, size)))
        self.state.explain(why)
        self.state.setText(word)

    def show_themes(self, themes: list[str], left_out: set[str]) -> None:
        """Fill Sync's menu with the themes of the source."""
        self.theme_menu.clear()
        for theme in themes:
            action = QAction(theme_title(theme), self.theme_menu)
            action.setObjectName(f"kaznedraSync_{theme}")
            action.setCheckable(True)
            action.setChecked(theme not in left_out)
            action.setData(theme)
            action.triggered.connect(self.themes_chosen)
            self.theme_menu.addAction(action)

    def ticked_themes(self) -> tuple[str, ...]:
        """Themes that Sync pulls, in order."""
        return tuple(action.data() for action in self.theme_menu.actions() if action.isChecked())

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.sources.setToolTip(QCoreApplication.translate("Kaznedra", "Source of the data"))
        self.sources.setAccessibleName(QCoreApplication.translate("Kaznedra", "Source of the data"))
        self.more.setToolTip(QCoreApplication.translate("Kaznedra", "Source, workspace and settings"))
        self.more.setAccessibleName(QCoreApplication.translate("Kaznedra", "Source, workspace and settings"))
        self.sync.setText(QCoreApplication.translate("Kaznedra", "&Sync"))
        self.sync.setToolTip(
            QCoreApplication.translate("Kaznedra", "Pull the ticked themes from the source into the workspace")
        )
        for action in self.theme_menu.actions():
            action.setText(theme_title(action.data()))

    def _choose(self, index: int) -> None:
        self.source_chosen.emit(str(self.sources.itemData(index)))
