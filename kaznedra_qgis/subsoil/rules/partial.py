"""The rule on partial blocks (article 186(3)): what plots leave of a block, and whether that can be granted."""

from collections.abc import Iterable

from ..blocks import Block
from ..findings import Finding, State
from ..partial_blocks import Remainder
from .case import Case
from .rule import Rule, evidence_of
from .words import say, worded

_TEXTS = {
    State.CLEAR: worded(
        "Partial block: {km2} km² remain outside {names}, with a whole shared side.",
        "Неполный блок: вне участков ({names}) остаётся {km2} км², общая сторона целиком снаружи.",
        "Толық емес блок: учаскелерден ({names}) тыс {km2} км² қалады, ортақ қабырғасы толығымен сыртта.",
    ),
    State.UNKNOWN: worded(
        "Partial block: {km2} km² remain outside {names}, but only a part of a shared side; whether that suffices, the "
        "law as read does not say.",
        "Неполный блок: вне участков ({names}) остаётся {km2} км², но лишь часть общей стороны; достаточно ли этого, "
        "по прочитанному закону не установить.",
        "Толық емес блок: учаскелерден ({names}) тыс {km2} км² қалады, бірақ ортақ қабырғаның бір бөлігі ғана; бұл "
        "жеткілікті ме, оқылған заң айтпайды.",
    ),
    State.CONFLICT: worded(
        "No shared side is left outside {names}; {km2} km² remain and are not granted.",
        "Вне участков ({names}) не остаётся ни одной общей стороны; остаток {km2} км² не предоставляется.",
        "Учаскелерден ({names}) тыс бірде-бір ортақ қабырға қалмайды; қалған {km2} км² берілмейді.",
    ),
}
_NOTHING_LEFT = worded(
    "Wholly on plots together: {names}; not granted.",
    "Целиком на участках вместе: {names}; не предоставляется.",
    "Учаскелерде бірге толығымен жатыр: {names}; берілмейді.",
)
_UNMARKED = worded(
    " The application names it as whole.", " В заявлении он указан как полный.", " Өтініште ол толық деп көрсетілген."
)
_NOTHING_CUTS = worded(
    "Marked as partial, but nothing that is known cuts them: {blocks}.",
    "Указаны как неполные, но ничто известное их не разрезает: {blocks}.",
    "Толық емес деп белгіленген, бірақ оларды белгілі ештеңе кеспейді: {blocks}.",
)
_FRAGMENTS = worded(
    " The remainder falls into pieces: {pieces}.",
    " Остаток распадается на части: {pieces}.",
    " Қалдық бөліктерге бөлінеді: {pieces}.",
)


class PartialBlocks(Rule):
    """A block partly on a plot that bars it is granted without that part, if it keeps a shared side outside."""

    id = "partial_blocks"
    article = "186(3)"
    title = worded("Partial blocks", "Неполные блоки", "Толық емес блоктар")
    themes = ("licences", "licence_applications", "liquidation_areas")

    def findings(self, case: Case) -> Iterable[Finding]:
        """For each block that is cut what remains; for blocks marked as partial that nothing cuts, that."""
        found = case.remainders
        for block, remainder in found.items():
            yield self._finding(case, block, remainder)
        uncut = [block for block in case.blocks if block in case.application.partial and block not in found]
        if uncut:
            yield self.finding(State.UNKNOWN, uncut, say(_NOTHING_CUTS, blocks=len(uncut)))

    def _finding(self, case: Case, block: Block, remainder: Remainder) -> Finding:
        named = [area.name() for area in remainder.areas]
        names = {language: ", ".join(name[language] for name in named) for language in named[0]}
        marked = block in case.application.partial
        state = remainder.keeps_side
        if not remainder.pieces:
            message = say(_NOTHING_LEFT, names=names)
            return self.finding(State.CONFLICT, (block,), message, evidence_of(case, remainder.areas), "186(2)")
        message = say(_TEXTS[state], names=names, km2=f"{remainder.area_km2:.3f}")
        added = [] if marked or state is State.CONFLICT else [_UNMARKED]
        if remainder.pieces > 1:
            added.append(say(_FRAGMENTS, pieces=remainder.pieces))
        message = {language: text + "".join(each[language] for each in added) for language, text in message.items()}
        if state is State.CLEAR and not marked:
            state = State.CONFLICT
        return self.finding(state, (block,), message, evidence_of(case, remainder.areas))
