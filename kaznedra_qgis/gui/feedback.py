"""The feedback of an algorithm that a window runs."""

from qgis.core import QgsProcessingFeedback


class Feedback(QgsProcessingFeedback):
    """Remembers what stopped the algorithm, and what it warned of."""

    def __init__(self) -> None:
        super().__init__(False)
        self.refusal = ""
        self.warnings: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:
        """Called by the algorithm's thread."""
        self.refusal = error

    def pushWarning(self, warning: str) -> None:
        """Called by the algorithm's thread."""
        self.warnings.append(warning)
