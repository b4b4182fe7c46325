"""Export of a draft: what a check of this moment says of it, what to write, and where.

`ExportDialog(workspace, draft_id, parent).open()`; `checked` gives the application as it was gathered and checked, so
that the page can keep the check with the draft, `exported` the documents.application_pack.Export once it is written.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QCoreApplication, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..connecting import freshness_days
from ..errors import Code, KaznedraError
from ..messages import explain
from ..settings import Settings
from . import export_words
from .export_task import CheckTask, Chosen, ExportTask

_LANGUAGES = ("kk", "ru", "en")
_DRAWN = 50
"""Per cent of the work that the map sheets are"""


class ExportDialog(QDialog):
    """Does not close while it writes; Cancel then leaves nothing behind."""

    checked = pyqtSignal(object)
    exported = pyqtSignal(object)

    def __init__(
        self, workspace: Path, draft: str, parent: Optional[QWidget] = None, settings: Optional[Settings] = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraExport")
        self._workspace, self._draft = workspace, draft
        self._settings = settings or Settings()
        self._content: Any = None
        self._job: Any = None
        self._sheets: Optional[TemporaryDirectory] = None
        self.written: Optional[Path] = None
        self._make_widgets()
        self._lay_out()
        self.resize(self.fontMetrics().averageCharWidth() * 84, self.sizeHint().height())
        self._check()

    def _make_widgets(self) -> None:
        self.setWindowTitle(QCoreApplication.translate("Kaznedra", "Export an application"))
        self.told = QLabel(QCoreApplication.translate("Kaznedra", "Checking on the newest data…"), self)
        self.told.setObjectName("kaznedraExportTold")
        self.told.setWordWrap(True)
        self.folder = self._folder_widget("kaznedraExportFolder")
        self.templates = self._folder_widget("kaznedraExportTemplates")
        self.templates.setFilePath(self._settings.templates_folder)
        self.copy = QPushButton(QCoreApplication.translate("Kaznedra", "&Put ours there"), self)
        self.copy.setObjectName("kaznedraExportCopy")
        tip = QCoreApplication.translate(
            "Kaznedra", "Puts the plugin's own templates into the folder, for you to change; yours are left as they are"
        )
        self.copy.setToolTip(tip)
        titles = export_words.languages()
        self.languages = {language: QCheckBox(titles[language], self) for language in _LANGUAGES}
        for language, box in self.languages.items():
            box.setObjectName(f"kaznedraExport_{language}")
            box.setChecked(language in self._settings.export_languages)
            box.toggled.connect(self._enable)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.state = QLabel(self)
        self.state.setObjectName("kaznedraExportState")
        self.state.setWordWrap(True)
        self.export = QPushButton(QCoreApplication.translate("Kaznedra", "&Export"), self)
        self.export.setObjectName("kaznedraExportStart")
        self.export.setDefault(True)
        self.show_folder = QPushButton(QCoreApplication.translate("Kaznedra", "&Open the folder"), self)
        self.show_folder.setObjectName("kaznedraExportOpen")

    def _folder_widget(self, name: str) -> QgsFileWidget:
        made = QgsFileWidget(self)
        made.setObjectName(name)
        made.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        made.fileChanged.connect(self._enable)
        return made

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(QCoreApplication.translate("Kaznedra", "&New folder"), self.folder)
        row = QHBoxLayout()
        for box in self.languages.values():
            row.addWidget(box)
        row.addStretch(1)
        form.addRow(QCoreApplication.translate("Kaznedra", "Languages"), row)
        own = QHBoxLayout()
        own.addWidget(self.templates, 1)
        own.addWidget(self.copy)
        label = QLabel(QCoreApplication.translate("Kaznedra", "Your own &templates"), self)
        label.setBuddy(self.templates)
        form.addRow(label, own)
        self.buttons = QDialogButtonBox(self)
        self.buttons.addButton(self.show_folder, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(self.export, QDialogButtonBox.ButtonRole.AcceptRole)
        self.close_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setObjectName("kaznedraExportClose")
        self.show_folder.hide()
        self.export.clicked.connect(lambda _checked=False: self.start())
        self.show_folder.clicked.connect(lambda _checked=False: self._open_folder())
        self.copy.clicked.connect(lambda _checked=False: self._copy_templates())
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.told)
        layout.addLayout(form)
        layout.addWidget(self.bar)
        layout.addWidget(self.state)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self._enable()

    # checking

    def _check(self) -> None:
        job = CheckTask(self._workspace, self._draft, freshness_days(self._settings))
        self._run(job, self._show_check)

    def _show_check(self, content: Any) -> None:
        self._content = content
        self.told.setText(export_words.check_told(content))
        self._fit()
        if not self.folder.filePath():
            self.folder.setFilePath(str(export_words.suggested_folder(self._settings.workspace_folder, content)))
        self._enable()
        self.checked.emit(content)

    # writing

    def start(self) -> None:
        """Write what was chosen; where it cannot be, the reason stands in the dialog and nothing was written."""
        from ..documents.application_pack import check_target
        from ..documents.sheet_drawing import Order, SheetDrawing

        chosen = self._chosen()
        try:
            check_target(chosen.folder, self._content)
        except KaznedraError as error:
            self._say(explain(error).plain())
            return
        self._settings.export_languages = list(chosen.languages)
        self._settings.templates_folder = self.templates.filePath().strip()
        self._sheets = TemporaryDirectory(prefix="kaznedra-")
        self.show_folder.hide()
        self.bar.setRange(0, 100)
        self.bar.setValue(0)
        self.bar.show()
        self._say(QCoreApplication.translate("Kaznedra", "Drawing the map sheets"))
        room = Path(self._sheets.name)
        order = Order(self._content, chosen.languages, room, self._workspace, chosen.templates)
        drawing = SheetDrawing(order, self)
        drawing.went_on.connect(lambda done, total: self.bar.setValue(_DRAWN * done // total))
        self._run(drawing, lambda sheets: self._write(chosen, sheets))

    def _chosen(self) -> Chosen:
        own = self.templates.filePath().strip()
        languages = [language for language, box in self.languages.items() if box.isChecked()]
        return Chosen(Path(self.folder.filePath().strip()), languages, Path(own) if own else None)

    def _write(self, chosen: Chosen, sheets: Sequence[Path]) -> None:
        self._say(QCoreApplication.translate("Kaznedra", "Writing the papers and files"))
        job = ExportTask(self._content, chosen, sheets)
        job.went_on.connect(lambda done, total: self.bar.setValue(_DRAWN + (100 - _DRAWN) * done // total))
        self._run(job, self._show_written)

    def _show_written(self, written: Any) -> None:
        self._end_writing()
        self.written = written.folder
        told = QCoreApplication.translate(
            "Kaznedra", "Written: {parts} parts and the pack {pack}. Nothing was sent and nothing was signed."
        )
        self._say(told.format(parts=len(written.parts), pack=written.pack.name))
        self.show_folder.show()
        self.exported.emit(written)

    def _end_writing(self) -> None:
        if self._sheets is not None:
            self._sheets.cleanup()
        self._sheets, self._job = None, None
        self.bar.hide()
        self._enable()

    def _fail(self, error: KaznedraError) -> None:
        self._end_writing()
        self._say(explain(error).plain())

    # both

    def _run(self, job: Any, show: Any) -> None:
        self._job = job
        job.ended.connect(lambda ended: self._take(ended, show))
        self._enable()
        job.start()

    def _take(self, ended: Any, show: Any) -> None:
        if ended is not self._job:
            return
        self._job = None
        if ended.error is not None:
            self._fail(ended.error)
            if self._content is None:
                self.told.setText("")
            return
        show(ended.result)

    def _enable(self, *_: object) -> None:
        is_writing = self._sheets is not None
        for each in (self.folder, self.templates, *self.languages.values()):
            each.setEnabled(not is_writing)
        own = bool(self.templates.filePath().strip())
        self.copy.setEnabled(own and not is_writing)
        some = any(box.isChecked() for box in self.languages.values())
        ready = self._content is not None and self._job is None and bool(self._content.blocks)
        self.export.setEnabled(ready and some and bool(self.folder.filePath().strip()))
        if hasattr(self, "close_button"):
            cancel, close = (
                QCoreApplication.translate("Kaznedra", "&Cancel"),
                QCoreApplication.translate("Kaznedra", "C&lose"),
            )
            self.close_button.setText(cancel if is_writing else close)

    def _say(self, text: str) -> None:
        self.state.setText(text)
        self._fit()

    def _fit(self) -> None:
        """Grow where the text has become longer: a layout lets wrapped lines be cut."""
        self.layout().activate()
        self.resize(self.width(), max(self.height(), self.layout().totalHeightForWidth(self.width())))

    def reject(self) -> None:
        """Cancel what is being written, or else close."""
        if self._sheets is not None:
            if self._job is not None:
                self._job.cancel()
            return
        if self._job is not None:
            self._job.cancel()
            self._job = None
        super().reject()

    def _open_folder(self) -> None:
        if self.written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written)))

    def _copy_templates(self) -> None:
        from ..documents.templates import copy_to

        try:
            made = copy_to(Path(self.templates.filePath().strip()))
        except OSError as refused:
            error = KaznedraError(Code.READ_ONLY, path=self.templates.filePath(), detail=str(refused))
            self._say(explain(error).plain())
            return
        told = QCoreApplication.translate("Kaznedra", "Templates put there: {count}")
        self._say(told.format(count=len(made)))
