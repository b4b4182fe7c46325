"""Codes, corners and files dropped on the map while a draft is worked on.

QGIS takes what is dropped on its window for layers and projects, and tells no handler where it was dropped. So the
map's own viewport is watched: what blocks can be chosen by is taken there, and there only; all else is QGIS's as ever.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Optional, Union

from qgis.core import QgsMimeDataUtils
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ..compat import drop_position
from .hover_label import HoverLabel
from .icons import icon
from .readable_files import is_text, readable, text_of

GLANCE = 4_000
"""Characters of a text that tell what it is"""


class DroppedFile(NamedTuple):
    """A file that blocks can be chosen by, and all that was dropped with it."""

    path: Path
    urls: list[QUrl]


class MapDrop(QObject):
    """`text_dropped` gives text of codes or corners, `file_dropped` the path of a file that the user chose to read."""

    text_dropped = pyqtSignal(str)
    file_dropped = pyqtSignal(object)

    def __init__(self, canvas: Any, window: QWidget, is_wanted: Callable[[], bool], parent: QObject) -> None:
        """`is_wanted` tells whether a draft is being worked on; `window` is QGIS's, for what it is to open."""
        super().__init__(parent)
        self._view, self._window, self._is_wanted = canvas.viewport(), window, is_wanted
        self._held: Union[str, DroppedFile, None] = None
        self._label: Optional[HoverLabel] = None
        self._view.installEventFilter(self)

    def end(self) -> None:
        """Watch no more."""
        self._view.removeEventFilter(self)
        self._let_go()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a drag that enters the map with something to choose blocks by, and what becomes of it."""
        kind = event.type()
        if kind == QEvent.Type.DragEnter:
            self._let_go()
            self._held = self._taken(event.mimeData()) if self._is_wanted() else None
        if self._held is None:
            return False
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            self._hover(event)
        elif kind == QEvent.Type.Drop:
            self._drop(event)
        elif kind == QEvent.Type.DragLeave:
            self._let_go()
        else:
            return False
        return True

    def _taken(self, data: QMimeData) -> Union[str, DroppedFile, None]:
        """A text or a file that blocks can be chosen by, None for what is QGIS's."""
        if QgsMimeDataUtils.isUriList(data) or data.hasFormat("application/qgis.layertreemodeldata"):
            return None
        if not data.hasUrls():
            return data.text() if _is_readable(data.text()) else None
        urls = data.urls()
        path = readable([Path(url.toLocalFile()) for url in urls]) if all(url.isLocalFile() for url in urls) else None
        return DroppedFile(path, urls) if path is not None else None

    def _hover(self, event: QDragMoveEvent) -> None:
        _accept(event)
        if self._label is None:
            self._label = HoverLabel(self._view)
            self._label.tell(QCoreApplication.translate("Kaznedra", "Drop it here to choose blocks by it"))
        self._label.put(drop_position(event))

    def _drop(self, event: QDropEvent) -> None:
        _accept(event)
        held, where = self._held, self._view.mapToGlobal(drop_position(event))
        self._let_go()
        # whoever dragged waits for the answer
        if isinstance(held, DroppedFile):
            QTimer.singleShot(0, lambda: self._ask(held, where))
        else:
            QTimer.singleShot(0, lambda: self.text_dropped.emit(held))

    def _let_go(self) -> None:
        self._held = None
        if self._label is not None:
            self._label.hide()
            self._label.deleteLater()
            self._label = None

    def _ask(self, file: DroppedFile, where: QPoint) -> None:
        """Have the user say what a file is for; a text that is of no blocks is QGIS's without a question."""
        path = file.path
        if is_text(path) and not _lists_blocks(path):
            self._leave_to_qgis(file)
            return
        menu = QMenu(self._window)
        menu.setObjectName("kaznedraDropped")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QCoreApplication.translate("Kaznedra", "&Choose blocks by {file}…")
        choose = menu.addAction(icon("choose"), text.format(file=path.name.replace("&", "&&")))
        choose.triggered.connect(lambda _checked=False: self.file_dropped.emit(path))
        menu.setDefaultAction(choose)
        load = menu.addAction(icon("open"), QCoreApplication.translate("Kaznedra", "&Open it in QGIS"))
        load.triggered.connect(lambda _checked=False: self._leave_to_qgis(file))
        menu.addSeparator()
        menu.addAction(QCoreApplication.translate("Kaznedra", "&Do nothing"))
        menu.popup(where, choose)

    def _leave_to_qgis(self, file: DroppedFile) -> None:
        """Drag the file on into QGIS's window and drop it there, as if the map had not been asked."""
        data = QMimeData()
        data.setUrls(file.urls)
        how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        # Qt brings a drop to what took the drag
        QCoreApplication.sendEvent(self._window, QDragEnterEvent(QPoint(0, 0), *how))
        QCoreApplication.sendEvent(self._window, QDropEvent(QPointF(0, 0), *how))


def _lists_blocks(path: Path) -> bool:
    try:
        return _is_readable(text_of(path))
    except OSError:
        return False


def _is_readable(text: str) -> bool:
    """Whether a text begins with codes or corners; the last line of the glance may have been cut."""
    from ..subsoil.numbering import default_scheme
    from ..subsoil.pasted import Kind, read_pasted

    glance = text if len(text) <= GLANCE else text[:GLANCE].rpartition("\n")[0] or text[:GLANCE]
    return read_pasted(glance, default_scheme()).kind is not Kind.NOTHING


def _accept(event: QDropEvent) -> None:
    """Copy, whatever else the source would allow: nothing is taken away from where it was dragged from."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
