"""Rule-based renderers from short entries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Optional

from qgis.core import QgsRuleBasedRenderer, QgsSymbol


@dataclass
class Entry:
    """A line of the legend. `key` names the rule for ever, so that what a user has switched off stays off."""

    key: str
    label: str = ""
    filter: str = ""
    symbol: Optional[QgsSymbol] = None
    within: Sequence["Entry"] = field(default_factory=tuple)


def renderer(entries: Sequence[Entry], off: frozenset[str] = frozenset()) -> QgsRuleBasedRenderer:
    """Renderer of the entries in their order; the keys in `off` are switched off."""
    root = QgsRuleBasedRenderer.Rule(None)
    _append(root, entries, off)
    return QgsRuleBasedRenderer(root)


def switched_off(renderer: object) -> frozenset[str]:
    """Keys of the rules that the user has switched off in a renderer; none for other kinds of renderer."""
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return frozenset()
    return frozenset(rule.ruleKey() for rule in renderer.rootRule().descendants() if not rule.active())


def _append(parent: QgsRuleBasedRenderer.Rule, entries: Sequence[Entry], off: frozenset[str]) -> None:
    for entry in entries:
        rule = QgsRuleBasedRenderer.Rule(entry.symbol, 0, 0, entry.filter, entry.label)
        rule.setRuleKey(entry.key)
        rule.setActive(entry.key not in off)
        _append(rule, entry.within, off)
        parent.appendChild(rule)
