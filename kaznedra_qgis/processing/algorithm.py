"""The frame of the algorithms: what they raise becomes the plugin's words."""

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from ..errors import KaznedraError
from ..messages import explain


class Algorithm(QgsProcessingAlgorithm):
    """Subclasses write `compute`, which may raise KaznedraError."""

    def createInstance(self) -> "Algorithm":
        """A fresh one for a run."""
        return type(self)()

    def processAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run; whatever stops it is told in three sentences: what happened, what it means, what to do."""
        try:
            return self.compute(parameters, context, feedback or QgsProcessingFeedback())
        except KaznedraError as error:
            raise QgsProcessingException(explain(error).plain()) from error

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """The results by name."""
        raise NotImplementedError
