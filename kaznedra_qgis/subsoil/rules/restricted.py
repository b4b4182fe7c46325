"""Rules on restricted territories (article 25(1)), protected natural areas (article 26), and the consents they take."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..blocks import Block
from ..findings import Finding, State
from . import words
from .case import Case, Meeting
from .rule import Rule, evidence_of
from .words import Worded, say, worded

_CATEGORIES = {
    "defence": worded(
        "land of defence and national security",
        "земли обороны и национальной безопасности",
        "қорғаныс және ұлттық қауіпсіздік жерлері",
    ),
    "settlement": worded("settlement", "населённый пункт", "елді мекен"),
    "hydraulic_structure": worded("hydraulic structure", "гидротехническое сооружение", "гидротехникалық құрылыс"),
    "water_fund": worded("water fund land", "земли водного фонда", "су қоры жерлері"),
    "drinking_groundwater": worded(
        "drinking-groundwater deposit", "месторождение питьевых подземных вод", "ауызсу жерасты сулары кен орны"
    ),
    "burial_ground": worded("burial ground", "захоронение", "қорым"),
    "third_party_land": worded("land of others", "чужой земельный участок", "бөгде жер учаскесі"),
    "infrastructure": worded("infrastructure", "объект инфраструктуры", "инфрақұрылым объектісі"),
    "state_needs": worded("land for state needs", "земли для государственных нужд", "мемлекет мұқтажына арналған жер"),
    "protected_area": worded(
        "protected natural area", "особо охраняемая природная территория", "ерекше қорғалатын табиғи аумақ"
    ),
}
_WITHIN = worded("{category} {name}", "{category} {name}", "{category} {name}")
_WITH_BUFFER = worded(
    "{category} {name} and {metres} m around it",
    "{category} {name} и {metres} м вокруг",
    "{category} {name} және айналасы {metres} м",
)
_WHOLE = worded(
    "Wholly in {area}; not granted: {blocks}.",
    "Целиком в границах: {area}; не предоставляются, блоков: {blocks}.",
    "Толығымен мына шекарада: {area}; берілмейді, блоктар: {blocks}.",
)
_PART = worded(
    "Partly in {area}; operations are banned on that part; blocks: {blocks}.",
    "Частично в границах: {area}; на этой части операции запрещены; блоков: {blocks}.",
    "Ішінара мына шекарада: {area}; сол бөлігінде операцияларға тыйым салынған; блоктар: {blocks}.",
)
_TOGETHER = worded(
    "Wholly in several restricted territories together; not granted: {blocks}.",
    "Целиком в нескольких территориях с ограничениями вместе; не предоставляются, блоков: {blocks}.",
    "Бірнеше шектеулі аумақта бірге толығымен жатыр; берілмейді, блоктар: {blocks}.",
)
_LIFTED = worded(
    "In {area}; the agreement or consent is at hand; blocks: {blocks}.",
    "В границах: {area}; соглашение или согласие имеется; блоков: {blocks}.",
    "Мына шекарада: {area}; келісім бар; блоктар: {blocks}.",
)


class RestrictedWhole(Rule):
    """A block that lies wholly in territories of article 25(1), alone or together, is not granted."""

    id = "restricted_whole"
    article = "186(2)"
    title = worded(
        "Wholly in a restricted territory", "Целиком в территории с ограничениями", "Толығымен шектеулі аумақта"
    )
    themes = ("restricted_areas",)
    refuses = True
    classes = ("restricted_area",)

    def findings(self, case: Case) -> Iterable[Finding]:
        """A conflict for each territory that holds blocks wholly, and for blocks that several hold together."""
        alone: set[Block] = set()
        standing = [meeting for meeting in case.meeting(*self.classes) if not is_lifted(case, meeting)]
        for meeting in standing:
            if meeting.whole:
                alone.update(meeting.whole)
                bar = meeting.found.whole
                state = State.UNKNOWN if bar is None or not bar.certain else State.CONFLICT
                yield self._finding(case, state, meeting.whole, _WHOLE, meeting, bar.article if bar else "")
        together = dict(_together(standing, alone))
        if together:
            met = {id(meeting): meeting.area for found in together.values() for meeting in found}
            message = say(_TOGETHER, blocks=len(together))
            yield self.finding(State.CONFLICT, together, message, evidence_of(case, met.values()))

    def _finding(
        self, case: Case, state: State, blocks: tuple[Block, ...], text: Worded, meeting: Meeting, article: str = ""
    ) -> Finding:
        message = say(text, area=told(meeting), blocks=len(blocks))
        return self.finding(state, blocks, message, [case.surroundings.evidence(meeting.area)], article)


class RestrictedPart(RestrictedWhole):
    """A block partly in such a territory stays whole, but operations are banned on that part."""

    id = "restricted_part"
    article = "25(1)"
    title = worded(
        "Partly in a restricted territory", "Частично в территории с ограничениями", "Ішінара шектеулі аумақта"
    )
    refuses = False

    def findings(self, case: Case) -> Iterable[Finding]:
        """A conflict for each territory that meets blocks in part; where consent lifts it, that is told."""
        for meeting in case.meeting(*self.classes):
            if is_lifted(case, meeting):
                yield self._finding(case, State.CLEAR, meeting.blocks, _LIFTED, meeting)
            elif meeting.part:
                yield self._finding(case, State.CONFLICT, meeting.part, _PART, meeting, meeting.found.article)


class ProtectedWhole(RestrictedWhole):
    """A block that lies wholly in a protected natural area."""

    id = "protected_whole"
    article = "26"
    title = worded(
        "Wholly in a protected natural area",
        "Целиком в особо охраняемой природной территории",
        "Толығымен ерекше қорғалатын табиғи аумақта",
    )
    classes = ("protected_area",)


class ProtectedPart(RestrictedPart):
    """A block that lies partly in a protected natural area."""

    id = "protected_part"
    article = "26"
    title = worded(
        "Partly in a protected natural area",
        "Частично в особо охраняемой природной территории",
        "Ішінара ерекше қорғалатын табиғи аумақта",
    )
    classes = ("protected_area",)


class Consents(Rule):
    """Consents and agreements that overlapping takes: of holders of production plots, of owners, with settlements."""

    id = "consents"
    article = "186(2)"
    title = worded("Consents needed", "Необходимые согласия", "Қажетті келісімдер")
    themes = ("licences", "restricted_areas")

    def findings(self, case: Case) -> Iterable[Finding]:
        """A conflict for each that is needed and not at hand."""
        for meeting in case.meetings:
            needed = exception_of(case, meeting)
            if needed:
                yield self._needed(case, meeting, needed)

    def _needed(self, case: Case, meeting: Meeting, needed: Mapping[str, Any]) -> Finding:
        own = needed["condition"] == "holder_consent" and case.is_own(meeting.area)
        have = own or case.has_consent(meeting.area)
        whole = meeting.found.whole
        no_help = meeting.area.theme == "licences" and whole is not None and not whole.unless
        blocks = meeting.part if no_help else meeting.blocks
        what = _CONDITIONS[needed["condition"]]
        message = say(_AT_HAND if have else _NEEDED, what=what, name=meeting.area.name(), blocks=len(blocks))
        state = State.CLEAR if have else State.CONFLICT if needed["confidence"] != "L" else State.UNKNOWN
        found = self.finding(state, blocks, message, [case.surroundings.evidence(meeting.area)], needed["article"])
        return replace(found, circumstance=_circumstance(needed["condition"], meeting))


def _circumstance(condition: str, meeting: Meeting) -> str:
    if condition == "holder_consent":
        return "hydrocarbon_overlap" if meeting.found.name.startswith("hydrocarbon") else "production_overlap"
    return "settlement_zone" if condition == "socio_economic_agreement" else "third_party_land"


_CONDITIONS = {
    "holder_consent": worded(
        "the holder's written consent",
        "письменное согласие недропользователя",
        "жер қойнауын пайдаланушының жазбаша келісімі",
    ),
    "socio_economic_agreement": worded(
        "a socio-economic agreement",
        "соглашение о социально-экономической поддержке",
        "әлеуметтік-экономикалық қолдау туралы келісім",
    ),
    "owner_consent": worded("the owner's consent", "согласие собственника", "меншік иесінің келісімі"),
}
_NEEDED = worded(
    "Operations there take {what}: {name}; blocks: {blocks}.",
    "Для операций там требуется {what}: {name}; блоков: {blocks}.",
    "Ондағы операциялар үшін қажет: {what}: {name}; блоктар: {blocks}.",
)
_AT_HAND = worded(
    "At hand: {what}: {name}; blocks: {blocks}.",
    "Имеется {what}: {name}; блоков: {blocks}.",
    "Бар: {what}: {name}; блоктар: {blocks}.",
)


def exception_of(case: Case, meeting: Meeting) -> Mapping[str, Any]:
    """What lifts an area's bar: condition, article, confidence; empty where nothing does."""
    if meeting.area.theme == "restricted_areas":
        category = meeting.area.attributes.get("category")
        rows = case.pack.data.get("restricted_areas", ())
        return next((row.get("exception", {}) for row in rows if row["category"] == category), {})
    part, whole = meeting.found.part, meeting.found.whole
    if part and part.unless == "holder_consent" and (meeting.part or (whole or part).unless):
        return {"condition": "holder_consent", "article": part.article, "confidence": part.confidence}
    return {}


def is_lifted(case: Case, meeting: Meeting) -> bool:
    """Whether a consent or agreement at hand lifts the restriction."""
    return bool(exception_of(case, meeting)) and case.has_consent(meeting.area)


def told(meeting: Meeting) -> Worded:
    """The territory in words, with the distance around it."""
    category = _CATEGORIES.get(str(meeting.area.attributes.get("category")), words.CLASSES["restricted_area"])
    text = _WITH_BUFFER if meeting.found.buffer_m else _WITHIN
    return say(text, category=category, name=meeting.area.name(), metres=f"{meeting.found.buffer_m:g}")


def _together(standing: list[Meeting], alone: set[Block]) -> Iterator[tuple[Block, list[Meeting]]]:
    """Blocks that no territory holds wholly, but several together do."""
    from shapely.ops import unary_union
    from shapely.prepared import prep

    from ..blocks import polygon
    from ..footprints import territory

    met: dict[Block, list[Meeting]] = {}
    for meeting in standing:
        for block in meeting.part:
            met.setdefault(block, []).append(meeting)
    for block, several in met.items():
        if len(several) > 1 and block not in alone:
            shape = polygon(block)
            parts = (territory(meeting.area, meeting.found.buffer_m) for meeting in several)
            ground = unary_union(
                [part.buffer(0).intersection(shape.buffer(1e-4)) for part in parts if part is not None]
            )
            if prep(ground.buffer(1e-7)).contains(shape):
                yield block, several
