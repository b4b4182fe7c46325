"""Actions by name: made, put on buttons, and told in the language in force."""

from collections.abc import Callable, Mapping

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QToolButton, QWidget

from . import words
from .icons import icon


class NamedActions(dict[str, QAction]):
    """Actions of a widget by name; their object names begin with a `prefix`, and so do those of their buttons."""

    def __init__(self, parent: QWidget, prefix: str, made: Mapping[str, tuple[str, Callable[[], object]]]) -> None:
        """`made`: the icon, empty for none, and what is done."""
        super().__init__()
        self._parent, self._prefix = parent, prefix
        for name, (picture, slot) in made.items():
            action = self[name] = QAction(parent)
            action.setObjectName(f"{prefix}_{name}")
            if picture:
                action.setIcon(icon(picture))
            action.triggered.connect(lambda _checked=False, slot=slot: slot())

    def button(self, name: str, with_text: bool = False) -> QToolButton:
        """A flat button for an action; where there is none of that name, for whatever it is given."""
        button = QToolButton(self._parent)
        button.setObjectName(f"{self._prefix}Button_{name}")
        button.setAutoRaise(True)
        if name in self:
            button.setDefaultAction(self[name])
        if with_text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def enable(self, *names: str, possible: bool) -> None:
        """Offer actions, or do not."""
        for name in names:
            self[name].setEnabled(possible)

    def say(self, texts: Mapping[str, str]) -> None:
        """Give actions their texts, and tooltips of the same without mnemonics."""
        for name, text in texts.items():
            self[name].setText(text)
            self[name].setToolTip(words.tip(text.replace("&", "").rstrip("…")))
