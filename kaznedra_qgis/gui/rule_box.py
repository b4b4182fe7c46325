"""The choice of when a block counts as covered."""

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ..subsoil.blocks import Rule


class RuleBox(QComboBox):
    """Wholly inside, more than half inside (at first), touched."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        for text, rule in (
            (QCoreApplication.translate("Kaznedra", "Blocks wholly inside"), Rule.WITHIN),
            (QCoreApplication.translate("Kaznedra", "Blocks more than half inside"), Rule.MAJORITY),
            (QCoreApplication.translate("Kaznedra", "Blocks touched"), Rule.TOUCH),
        ):
            self.addItem(text, rule.value)
        self.setCurrentIndex(self.findData(Rule.MAJORITY.value))

    @property
    def rule(self) -> Rule:
        """The rule that is chosen."""
        return Rule(self.currentData())
