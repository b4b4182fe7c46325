"""Stands in for the plugin where a Python library is missing: says which, and installs it or tells how."""

import shutil
import sys
import sysconfig
from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QCoreApplication, QProcess, QTimer
from qgis.PyQt.QtWidgets import QApplication

from .. import i18n, log
from ..messages import Message
from ..settings import Settings
from .notices import Notices

PLUGIN = "kaznedra_qgis"
WITH_QGIS = "osgeo"
"""GDAL's library: it comes with QGIS, and no installer of Python's gives one that fits"""


class MissingLibraries:
    """What QGIS loads in the plugin's place; a message instead of a traceback."""

    def __init__(self, iface: Any, missing: list[str]) -> None:
        self._iface, self._missing = iface, missing
        self._notices = Notices(iface) if iface is not None else None
        self._process: Optional[QProcess] = None

    def initGui(self) -> None:
        """Say what is missing once the window stands."""
        i18n.install(Settings().language)
        QTimer.singleShot(0, self.tell)

    def initProcessing(self) -> None:
        """Say in the log what is missing: there is no window."""
        log.note(self.message().plain(), Qgis.MessageLevel.Critical)

    def unload(self) -> None:
        """Leave nothing behind."""
        if self._process is not None:
            self._process.kill()
            self._process.waitForFinished(1000)
        if self._notices is not None:
            self._notices.clear()
        i18n.remove()

    def message(self) -> Message:
        """What is missing, and what to do about it on this system."""
        if WITH_QGIS in self._missing:
            remedy = QCoreApplication.translate("Kaznedra", "Install QGIS again: this library comes with it.")
        elif is_managed():
            remedy = QCoreApplication.translate("Kaznedra", "Run this in a terminal, then start QGIS again: {command}")
        else:
            remedy = QCoreApplication.translate("Kaznedra", "Press Install, or run this in a terminal: {command}")
        return Message(
            QCoreApplication.translate(
                "Kaznedra", "Python libraries that Kaznedra stands on are missing: {names}."
            ).format(names=", ".join(self._missing)),
            QCoreApplication.translate("Kaznedra", "The plugin is not started. Your data is as it was."),
            remedy.format(command=" ".join(install_command(self._missing))),
        )

    def tell(self) -> None:
        """Show the message, with what can be done at once."""
        message = self.message()
        log.note(message.plain(), Qgis.MessageLevel.Warning)
        notice = self._notices.show(message.html(), Qgis.MessageLevel.Warning)
        if WITH_QGIS in self._missing:
            return
        if not is_managed():
            notice.add_button("kaznedraInstall", QCoreApplication.translate("Kaznedra", "&Install"), self.install)
        command = " ".join(install_command(self._missing))
        notice.add_button(
            "kaznedraCopyCommand",
            QCoreApplication.translate("Kaznedra", "&Copy the command"),
            lambda: QApplication.clipboard().setText(command),
        )

    def install(self) -> None:
        """Have pip install what is missing for this user, in a process of its own."""
        self.run(install_command(self._missing))

    def run(self, command: list[str]) -> None:
        """Run a command that installs, and start the plugin when it went well."""
        self._notices.tell(
            QCoreApplication.translate("Kaznedra", "Installing: {names}").format(names=", ".join(self._missing))
        )
        self._process = QProcess(self._iface.mainWindow())
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.finished.connect(self._installed)
        self._process.errorOccurred.connect(lambda _error: self._installed(-1))
        self._process.start(command[0], command[1:])

    def _installed(self, code: int, *_status: Any) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.deleteLater()
        said = bytes(process.readAll()).decode("utf-8", "replace")
        if code == 0:
            log.note(said)
            QTimer.singleShot(0, start_plugin)
            return
        self._notices.warn(
            Message(
                QCoreApplication.translate("Kaznedra", "The libraries could not be installed."),
                QCoreApplication.translate("Kaznedra", "The plugin is not started. Your data is as it was."),
                QCoreApplication.translate("Kaznedra", "Open Details to see why, or ask whoever installed QGIS."),
            ),
            said or process.errorString(),
            self.install,
        )


def is_managed() -> bool:
    """True where the system's packages own Python's libraries (PEP 668), and pip must keep off."""
    return Path(sysconfig.get_path("stdlib"), "EXTERNALLY-MANAGED").exists()


def package_manager() -> str:
    """The program that installs the system's packages."""
    return next((name for name in ("apt", "dnf", "zypper") if shutil.which(name)), "apt")


def install_command(names: list[str]) -> list[str]:
    """The command that installs libraries on this system."""
    if is_managed():
        return [
            "sudo",
            package_manager(),
            "install",
            *(f"python3-{'gdal' if name == WITH_QGIS else name}" for name in names),
        ]
    return [str(python()), "-m", "pip", "install", "--user", *names]


def python() -> Path:
    """The Python that QGIS runs, as a program: `sys.executable` is QGIS itself on some systems."""
    home = Path(sys.exec_prefix)
    names = ("python3.exe", "python.exe", "bin/python3", f"bin/python{sys.version_info[0]}.{sys.version_info[1]}")
    return next((home / name for name in names if (home / name).is_file()), Path(sys.executable or "python3"))


def start_plugin() -> None:
    """Load the plugin again, now that its libraries may be there."""
    import importlib
    import site

    import qgis.utils

    importlib.invalidate_caches()
    folder = site.getusersitepackages()
    if Path(folder).is_dir() and folder not in sys.path:
        site.addsitedir(folder)
    qgis.utils.reloadPlugin(PLUGIN)
