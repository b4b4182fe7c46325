"""What the tests of algorithms share."""

from qgis.core import QgsProcessingFeedback


class Log(QgsProcessingFeedback):
    """A feedback that remembers."""

    def __init__(self) -> None:
        super().__init__(False)
        self.infos, self.warnings, self.errors, self.steps = [], [], [], []
        self.progressChanged.connect(self.steps.append)

    def pushInfo(self, info: str) -> None:
        """Remember what is said."""
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:
        """Remember a warning."""
        self.warnings.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        """Remember what went wrong."""
        self.errors.append(error)
