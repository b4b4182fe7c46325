"""As of: a slider over the pulls of a workspace, a date, and the way back to today."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QDate, QSignalBlocker, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QLabel, QSlider, QToolButton, QVBoxLayout, QWidget

from . import words
from .elided_label import ElidedLabel
from .icons import icon
from .pulls import Pull, end_of, time_of, told

PATIENCE_MS = 200
"""How long the slider must rest before the map follows"""
_TICKS_AT_MOST = 40


class AsOfRow(QFrame):
    """Two lines. `asked` (moment, '' for today) tells what the user wants to see."""

    asked = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraAsOf")
        self._pulls: tuple[Pull, ...] = ()
        self._moment = ""
        self._make_widgets()
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PATIENCE_MS)
        self._soon.timeout.connect(lambda: self.asked.emit(self._moment))
        self.slider.valueChanged.connect(self._slide)
        self.slider.sliderReleased.connect(self._ask_now)
        self.date.dateChanged.connect(self._pick)
        self.today.clicked.connect(lambda _checked=False: self._go_back())
        self.retranslate()

    def _make_widgets(self) -> None:
        self.icon = QLabel(self)
        self.title = QLabel(self)
        self.told = ElidedLabel(self)
        self.told.setObjectName("kaznedraAsOfMoment")
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName("kaznedraAsOfSlider")
        self.slider.setPageStep(1)
        self.title.setBuddy(self.slider)
        self.date = QDateEdit(self)
        self.date.setObjectName("kaznedraAsOfDate")
        self.date.setCalendarPopup(True)
        self.date.setKeyboardTracking(False)
        self.date.setMinimumDate(QDate(2000, 1, 1))
        self.today = QToolButton(self)
        self.today.setObjectName("kaznedraToday")

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for each in (self.icon, self.title, self.told, self.today):
            first.addWidget(each, 1 if each is self.told else 0)
        second.addWidget(self.slider, 1)
        second.addWidget(self.date)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 3, 4, 3)
        layout.setSpacing(3)
        layout.addLayout(first)
        layout.addLayout(second)
        self.setTabOrder(self.slider, self.date)
        self.setTabOrder(self.date, self.today)

    def show_pulls(self, pulls: Sequence[Pull], moment: str) -> None:
        """Fill the slider with the pulls that brought data; its right end is today."""
        self._pulls = tuple(pull for pull in pulls if pull.stands and pull.finished)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(len(self._pulls) - 1, 0))
        self.slider.setEnabled(len(self._pulls) > 1)
        is_long = len(self._pulls) > _TICKS_AT_MOST
        self.slider.setTickPosition(QSlider.TickPosition.NoTicks if is_long else QSlider.TickPosition.TicksBelow)
        self.setEnabled(bool(self._pulls))
        self.show_moment(moment)

    def show_moment(self, moment: str) -> None:
        """Say which moment is shown; what the user is about to choose stands."""
        if self._soon.isActive() or self.slider.isSliderDown():
            return
        self._moment = moment
        with QSignalBlocker(self.slider):
            self.slider.setValue(self._place(moment))
        self._say()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.title.setText(QCoreApplication.translate("Kaznedra", "As &of"))
        self.today.setText(QCoreApplication.translate("Kaznedra", "To&day"))
        self.today.setToolTip(QCoreApplication.translate("Kaznedra", "Show the map as it is now"))
        self.slider.setToolTip(words.tip(QCoreApplication.translate("Kaznedra", "Show the map as of an earlier pull")))
        self.slider.setAccessibleName(QCoreApplication.translate("Kaznedra", "Pulls"))
        self.date.setToolTip(words.tip(QCoreApplication.translate("Kaznedra", "Show the map as of the end of a day")))
        self.date.setAccessibleName(QCoreApplication.translate("Kaznedra", "Day"))
        self.date.setLocale(words.locale())
        self.date.setDisplayFormat("d MMM yyyy")
        self._say()

    def _place(self, moment: str) -> int:
        """Where the slider stands: at the last pull by then."""
        when = time_of(moment, self._pulls) if moment else None
        if when is None:
            return self.slider.maximum()
        return max(bisect_right([pull.finished for pull in self._pulls], when) - 1, 0)

    def _say(self) -> None:
        is_past = bool(self._moment)
        self.told.setText(told(self._moment, self._pulls))
        font = self.told.font()
        font.setBold(is_past)
        self.told.setFont(font)
        size = self.fontMetrics().height()
        self.icon.setVisible(is_past)
        self.icon.setPixmap(icon("stale").pixmap(QSize(size, size)))
        # the colours of a tip, which every theme has, and which nothing else in the dock has
        self.setAutoFillBackground(is_past)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase if is_past else QPalette.ColorRole.Window)
        for label in (self.title, self.told):
            label.setForegroundRole(QPalette.ColorRole.ToolTipText if is_past else QPalette.ColorRole.WindowText)
        self.setFrameShape(QFrame.Shape.StyledPanel if is_past else QFrame.Shape.NoFrame)
        self.today.setEnabled(is_past)
        self._show_date()

    def _show_date(self) -> None:
        when = time_of(self._moment, self._pulls) if self._moment else datetime.now().astimezone()
        now = QDate.currentDate()
        with QSignalBlocker(self.date):
            self.date.setMaximumDate(now)
            if when is not None:
                local = when.astimezone()
                self.date.setDate(QDate(local.year, local.month, local.day))

    def _slide(self, place: int) -> None:
        is_last = place == self.slider.maximum()
        self._note("" if is_last else self._pulls[place].moment)

    def _pick(self, chosen: QDate) -> None:
        self._note("" if chosen >= QDate.currentDate() else end_of(chosen.toPyDate()))
        with QSignalBlocker(self.slider):
            self.slider.setValue(self._place(self._moment))

    def _go_back(self) -> None:
        self._note("")
        with QSignalBlocker(self.slider):
            self.slider.setValue(self.slider.maximum())
        self._ask_now()

    def _note(self, moment: str) -> None:
        """Say at once what is wanted, and ask for it once the user rests."""
        self._moment = moment
        self._say()
        self._soon.start()

    def _ask_now(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self.asked.emit(self._moment)
