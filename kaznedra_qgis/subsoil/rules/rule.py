"""What all rules have in common: an id, an article, a title, the themes they need, and three answers."""

from collections.abc import Collection, Iterable
from typing import Optional

from ...themes import LANGUAGES
from ..area_classes import Bar
from ..blocks import Block
from ..findings import Evidence, Finding, State
from ..surroundings import Area, Coverage
from . import words
from .case import Case, Meeting
from .words import Worded, say


class Rule:
    """A line of the law. Subclasses say what conflicts; what is then left is clear, or unknown where a theme is not
    known well enough."""

    id: str = ""
    article: str = ""
    title: Worded = {}
    themes: tuple[str, ...] = ()
    """Without these, whole and fresh, nothing is clear"""
    refuses: bool = False
    """Whether a block in conflict is not granted"""

    def check(self, case: Case) -> list[Finding]:
        """What the rule says of every block of the application."""
        found = list(self.findings(case))
        clear = {block for finding in found if finding.state is State.CLEAR for block in finding.blocks}
        told = {block for finding in found if finding.state is not State.CLEAR for block in finding.blocks}
        rest = [block for block in case.blocks if block not in told]
        return [*found, *self._rest(case, rest, clear)]

    def findings(self, case: Case) -> Iterable[Finding]:
        """Conflicts, and what the rule itself finds unknown or worth saying of what is clear."""
        raise NotImplementedError

    def _rest(self, case: Case, rest: list[Block], told_clear: Collection[Block]) -> Iterable[Finding]:
        unsound = case.surroundings.unsound(*self.themes)
        if not rest:
            return
        if unsound:
            told = say(words.UNKNOWN_THEMES, rule=self.title, blocks=len(rest), themes=_themes_told(unsound))
            yield self.finding(State.UNKNOWN, rest, told, [each.evidence() for each in unsound])
            return
        doubtful = case.doubtful(*self.themes)
        clear = [block for block in rest if block not in doubtful and block not in told_clear]
        if clear:
            evidence = [each.evidence() for theme in self.themes for each in case.surroundings.covered(theme)]
            yield self.finding(State.CLEAR, clear, self.all_clear(case, clear), evidence)

    def all_clear(self, case: Case, blocks: list[Block]) -> Worded:
        """What is said where nothing is in the way."""
        return say(words.CLEAR, rule=self.title, blocks=len(blocks))

    def finding(
        self,
        state: State,
        blocks: Iterable[Block],
        message: Worded,
        evidence: Iterable[Evidence] = (),
        article: str = "",
    ) -> Finding:
        """A finding of this rule."""
        return Finding(self.id, article or self.article, state, tuple(blocks), message, tuple(evidence))

    def met(
        self,
        case: Case,
        meeting: Meeting,
        blocks: Iterable[Block],
        text: Worded,
        bar: Optional[Bar] = None,
        state: Optional[State] = None,
        more: Worded = words.NOTHING_MORE,
    ) -> Finding:
        """A finding on an area that meets blocks: a conflict, or unknown where the law is not certain of the bar."""
        blocks = tuple(blocks)
        if state is None:
            state = State.CONFLICT if bar is None or bar.certain else State.UNKNOWN
        told = say(text, what=words.CLASSES[meeting.found.name], name=meeting.area.name(), blocks=len(blocks))
        uncertain = bar is not None and not bar.certain and state is not State.CLEAR
        added = [more, words.UNCERTAIN] if uncertain else [more]
        message = {language: told[language] + "".join(each[language] for each in added) for language in told}
        article = bar.article if bar else meeting.found.article
        return self.finding(state, blocks, message, [case.surroundings.evidence(meeting.area)], article)


def _themes_told(unsound: Iterable[Coverage]) -> Worded:
    """Which themes are not known, and why."""
    told = [
        say(words.COVERAGE[each.state.value], theme=words.THEMES[each.theme], days=each.age_days or 0)
        for each in unsound
    ]
    return {language: "; ".join(dict.fromkeys(each[language] for each in told)) for language in LANGUAGES}


def evidence_of(case: Case, areas: Iterable[Area]) -> list[Evidence]:
    """Those areas as evidence."""
    return [case.surroundings.evidence(area) for area in areas]
