"""Tabs that are all in view in a narrow dock, too: where their titles do not fit, they are told by their icons.

No tab ever moves when another is chosen: the title of the current one then stands beside the icons.
"""

from collections.abc import Callable
from typing import NamedTuple

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QIcon, QResizeEvent
from qgis.PyQt.QtWidgets import QTabWidget, QWidget

from .elided_label import ElidedLabel
from .icons import icon


class Section(NamedTuple):
    """A tab: its icon, and its title in the language in force."""

    picture: QIcon
    title: Callable[[], str]


class SectionTabs(QTabWidget):
    """Shows all titles; where these do not fit, all icons, and the current title beside them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self._sections: list[Section] = []
        self._room_for_titles = 0
        self._is_short = False
        side = self.fontMetrics().height()
        self.setIconSize(QSize(side, side))
        self.title = ElidedLabel(self)
        self.title.setObjectName("kaznedraSectionTitle")
        self.setCornerWidget(self.title, Qt.Corner.TopRightCorner)
        self.currentChanged.connect(lambda _place: self._fit())

    def add(self, widget: QWidget, picture: str, title: Callable[[], str]) -> None:
        """Add a tab; `picture` names its icon."""
        self._sections.append(Section(icon(picture), title))
        self.addTab(widget, "")
        self.retranslate()

    @property
    def titles(self) -> list[str]:
        """The titles of all tabs, shown or not."""
        return [section.title() for section in self._sections]

    @property
    def is_short(self) -> bool:
        """Whether tabs are told by their icons."""
        return self._is_short

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        bar = self.tabBar()
        for place, title in enumerate(self.titles):
            self.setTabToolTip(place, title)
            if hasattr(bar, "setAccessibleTabName"):  # Qt 5.14
                bar.setAccessibleTabName(place, title)
        self._show_titles()
        self._is_short = False
        self._room_for_titles = bar.sizeHint().width()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell tabs in as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.retranslate()

    def _fit(self) -> None:
        is_short = self._room_for_titles > self.width()
        if is_short != self._is_short:
            self._show_icons() if is_short else self._show_titles()
        self._is_short = is_short
        self.title.setText(self.titles[self.currentIndex()] if is_short and self._sections else "")
        room = self.width() - self.tabBar().sizeHint().width()
        self.title.setFixedWidth(max(min(self.title.sizeHint().width(), room), 0) if is_short else 0)

    def _show_titles(self) -> None:
        for place, title in enumerate(self.titles):
            self.setTabText(place, title)
            self.setTabIcon(place, QIcon())

    def _show_icons(self) -> None:
        for place, section in enumerate(self._sections):
            self.setTabText(place, "")
            self.setTabIcon(place, section.picture)
