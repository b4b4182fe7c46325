"""How far the sync is: theme, features, bytes, time, and Cancel."""

import time
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ..errors import Code, KaznedraError
from ..messages import explain
from ..titles import theme_title
from . import words
from .elided_label import ElidedLabel
from .sync_task import Progress

STEPS = 1000


class ProgressRow(QWidget):
    """Hidden until `start`, hidden again by `stop`."""

    cancelled = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraProgress")
        self._started = 0.0
        self._sizes: dict[str, int] = {}
        self._last: Optional[Progress] = None
        self._notes: dict[str, KaznedraError] = {}
        self._is_cancelling = False
        self._place: dict[str, int] = {}
        self.theme = ElidedLabel(self)
        self.theme.setObjectName("kaznedraProgressTheme")
        self.features = QLabel(self)
        self.features.setObjectName("kaznedraProgressFeatures")
        self.bar = QProgressBar(self)
        self.bar.setObjectName("kaznedraProgressBar")
        self.bar.setTextVisible(False)
        self.figures = ElidedLabel(self)
        self.figures.setObjectName("kaznedraProgressFigures")
        self.cancel = QPushButton(self)
        self.cancel.setObjectName("kaznedraCancel")
        self.cancel.clicked.connect(self._cancel)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addWidget(self.theme, 1)
        line.addWidget(self.features)
        layout.addLayout(line, 0, 0, 1, 2)
        layout.addWidget(self.bar, 1, 0, 1, 2)
        layout.addWidget(self.figures, 2, 0)
        layout.addWidget(self.cancel, 2, 1)
        layout.setColumnStretch(0, 1)
        self._clock = QTimer(self)
        self._clock.setInterval(500)
        self._clock.timeout.connect(self._tick)
        self.hide()
        self.retranslate()

    def start(self, themes: tuple[str, ...]) -> None:
        """Show the row for a sync of these themes, nothing received yet."""
        self._started, self._sizes, self._last, self._is_cancelling = time.monotonic(), {}, None, False
        self._notes = {}
        self._place = {theme: place for place, theme in enumerate(themes, 1)}
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self._clock.start()
        self.retranslate()
        self.show()

    def stop(self) -> None:
        """Hide the row."""
        self._clock.stop()
        self.hide()

    def tell(self, progress: Progress) -> None:
        """Show how far a theme is."""
        self._last = progress
        if progress.compared is not None:
            self.bar.setRange(0, STEPS)
            self.bar.setValue(round(STEPS * progress.compared))
            self._show()
            return
        self._sizes[progress.theme] = progress.size
        if progress.expected:
            self.bar.setRange(0, STEPS)
            self.bar.setValue(round(STEPS * min(progress.features / progress.expected, 1.0)))
        else:
            self.bar.setRange(0, 0)
        self._show()

    def note(self, theme: str, notice: KaznedraError) -> None:
        """Show beside the figures what is worth knowing of a theme's pull."""
        self._notes[theme] = notice
        self._tick()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.cancel.setText(QCoreApplication.translate("Kaznedra", "&Cancel"))
        self._show()

    def _cancel(self) -> None:
        self._is_cancelling = True
        self.cancel.setEnabled(False)
        self._show()
        self.cancelled.emit()

    def _show(self) -> None:
        self.theme.setText(self._told())
        self.features.setText(self._counted())
        self._tick()

    def _told(self) -> str:
        if self._is_cancelling:
            return QCoreApplication.translate("Kaznedra", "Cancelling; your data stays as it was")
        if self._last is None:
            return QCoreApplication.translate("Kaznedra", "Asking the source what it offers")
        title, place = theme_title(self._last.theme), self._place.get(self._last.theme)
        return f"{place}/{len(self._place)}  {title}" if place else title

    def _counted(self) -> str:
        if self._is_cancelling or self._last is None:
            return ""
        if self._last.compared is not None:
            return QCoreApplication.translate("Kaznedra", "comparing codes")
        features = words.count(self._last.features)
        return features if self._last.expected is None else f"{features} / {words.count(self._last.expected)}"

    def _tick(self) -> None:
        size, time_so_far = sum(self._sizes.values()), time.monotonic() - self._started
        told = [words.size(size)] if size else []
        note = self._notes.get(self._last.theme) if self._last else None
        noted = [_note(note)] if note else []
        self.figures.explain(explain(note).plain() if note else "")
        self.figures.setText("  ·  ".join([*told, words.elapsed(time_so_far), *noted]))


def _note(notice: KaznedraError) -> str:
    notes = {
        Code.RESUMED: QCoreApplication.translate("Kaznedra", "resumed"),
        Code.MOVED_ON: QCoreApplication.translate("Kaznedra", "starting over, the source has changed"),
    }
    return notes.get(notice.code) or explain(notice).happened
