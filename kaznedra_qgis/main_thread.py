"""The main thread, to which windows, layouts and QGIS's network belong, and how other threads ask something of it."""

import threading
from typing import Any, TypeVar

from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QThread, pyqtSignal, pyqtSlot


def is_here() -> bool:
    """Whether it is the main thread that asks."""
    return bool(QThread.currentThread() == QCoreApplication.instance().thread())


class Desk(QObject):
    """Where other threads hand in what only the main thread may do; it lives there, as does all that it makes."""

    asked = pyqtSignal(object)
    """Emitted in any thread; what is handed in is taken when the main thread's event loop comes to it"""

    def __init__(self) -> None:
        super().__init__()
        self.moveToThread(QCoreApplication.instance().thread())
        self.asked.connect(self.take, Qt.ConnectionType.QueuedConnection)

    @pyqtSlot(object)
    def take(self, errand: Any) -> None:
        """Begin what was handed in; on the main thread."""
        raise NotImplementedError


D = TypeVar("D", bound=Desk)

_lock = threading.Lock()
_desks: dict[type[Desk], Any] = {}


def desk(kind: type[D]) -> D:
    """The one desk of its kind, made by whichever thread asks first."""
    with _lock:
        if kind not in _desks:
            _desks[kind] = kind()
        found: D = _desks[kind]
        return found
