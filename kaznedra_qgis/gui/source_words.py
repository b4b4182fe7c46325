"""What is said above the pages of the dock: how a source is, and what of it the map shows."""

from collections.abc import Iterable

from qgis.PyQt.QtCore import QCoreApplication

from ..connecting import is_address
from . import words
from .condition import Condition, Standing, kept, word, worst
from .state_task import SourceState


def source_state(state: SourceState) -> tuple[str, str, str]:
    """Icon, word and reason; only what the last pull told, for nothing is asked without the user."""
    moment = words.instant(state.answered)
    address = state.source.address
    if moment is None or state.reachable is None:
        return "never", QCoreApplication.translate("Kaznedra", "not asked yet"), address
    if state.reachable:
        said = (
            QCoreApplication.translate("Kaznedra", "answered: {age}")
            if is_address(address)
            else QCoreApplication.translate("Kaznedra", "read: {age}")
        )
        return "complete", said.format(age=words.age(moment)), f"{address}\n{words.exact(moment)}"
    failed = next((shown for shown in state.standings.values() if shown.stored), None)
    said = QCoreApplication.translate("Kaznedra", "did not answer: {age}").format(age=words.age(moment))
    return "failed", said, failed.tip if failed else address


def latest_pull(state: SourceState) -> str:
    """When the themes were pulled last, how good they are together, and their features."""
    shown = list(state.standings.values())
    pulled = [standing.pulled for standing in shown if standing.pulled]
    if not pulled:
        return QCoreApplication.translate("Kaznedra", "Nothing pulled yet. Press Sync.")
    features = words.count(sum(standing.count or 0 for standing in shown))
    told = QCoreApplication.translate("Kaznedra", "Features: {features}").format(features=features)
    return f"{words.exact(max(pulled))}  ·  {_whole_word(shown)}  ·  {told}"


def still_shown(standings: Iterable[Standing]) -> str:
    """What the map shows of themes, as it stood before a sync."""
    shown = list(standings)
    if len(shown) == 1:
        return kept(shown[0].pulled, shown[0].count, shown[0].whole)
    pulled = [standing.pulled for standing in shown if standing.pulled]
    if not pulled:
        return kept(None, None, False)
    return QCoreApplication.translate("Kaznedra", "The map shows what was pulled before, last on {date}.").format(
        date=words.exact(max(pulled))
    )


def _whole_word(shown: list[Standing]) -> str:
    """The state of all themes together: where one failed or is partial, the whole is partial."""
    condition = worst(shown)
    return word(Condition.PARTIAL if condition is Condition.FAILED else condition)
