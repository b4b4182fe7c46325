"""Rules on rights and areas that bar a block from exploration: each line of article 186(2), and what is like them."""

from collections.abc import Iterable
from typing import Optional

from ..area_classes import Bar
from ..blocks import Block
from ..findings import Finding, State
from . import words
from .case import Case, Meeting
from .rule import Rule
from .words import Worded, worded


class BarRule(Rule):
    """Areas of some classes bar a block that lies in them wholly, or already in part, as the pack has it."""

    def __init__(
        self,
        id: str,
        article: str,
        title: Worded,
        themes: tuple[str, ...],
        classes: tuple[str, ...],
        refuses: bool = True,
    ) -> None:
        self.id = id
        self.article = article
        self.title = title
        self.themes = themes
        self.classes = classes
        self.refuses = refuses

    def findings(self, case: Case) -> Iterable[Finding]:
        """A conflict for each area and way in which it bars blocks; what a part leaves is for `PartialBlocks`."""
        for meeting in case.meeting(*self.classes):
            found = meeting.found
            yield from self._barred(case, meeting, meeting.whole, found.whole or found.part, words.WHOLE)
            if found.part and not (meeting.cuts and found.part.certain):
                yield from self._barred(case, meeting, meeting.part, found.part, words.PART)

    def _barred(
        self, case: Case, meeting: Meeting, blocks: tuple[Block, ...], bar: Optional[Bar], text: Worded
    ) -> Iterable[Finding]:
        if not blocks or bar is None:
            return
        area = meeting.area
        if bar.unless == "holder_consent" and (case.has_consent(area) or case.is_own(area)):
            state = State.CLEAR if bar.lifted_for_sure else State.UNKNOWN
            yield self.met(case, meeting, blocks, words.WITH_CONSENT, bar, state)
        elif bar.unless == "applicant_is_national_company":
            if not case.application.national_company:
                yield self.met(case, meeting, blocks, text, bar, more=words.ONLY_NATIONAL)
        else:
            yield self.met(case, meeting, blocks, text, bar)


ARTICLE_186_2 = (
    BarRule(
        "hydrocarbon_production",
        "186(2)",
        worded("Hydrocarbon production plots", "Участки добычи углеводородов", "Көмірсутектерді өндіру учаскелері"),
        ("licences",),
        ("hydrocarbon_production", "hydrocarbon_contract"),
    ),
    BarRule(
        "subsoil_space",
        "186(2)",
        worded("Use of subsoil space", "Использование пространства недр", "Жер қойнауы кеңістігін пайдалану"),
        ("licences",),
        ("subsoil_space",),
    ),
    BarRule(
        "exploration_licence",
        "186(2)",
        worded("Other exploration licences", "Другие лицензии на разведку", "Барлауға арналған басқа лицензиялар"),
        ("licences",),
        ("exploration",),
    ),
    BarRule(
        "production",
        "186(2)",
        worded("Production plots", "Участки добычи", "Өндіру учаскелері"),
        ("licences",),
        ("production", "solid_mineral_production", "contract"),
    ),
    BarRule(
        "production_application",
        "186(2)",
        worded(
            "Pending production applications", "Заявления на добычу на рассмотрении", "Қаралып жатқан өндіру өтініштері"
        ),
        ("licence_applications",),
        ("production_application",),
    ),
    BarRule(
        "liquidation_area",
        "186(2)",
        worded("Liquidation territories", "Территории ликвидации", "Жою аумақтары"),
        ("liquidation_areas",),
        ("liquidation_area",),
    ),
    BarRule(
        "uranium_production",
        "186(2)",
        worded("Uranium production plots", "Участки добычи урана", "Уран өндіру учаскелері"),
        ("licences",),
        ("uranium_production",),
    ),
)
STATE_PROGRAMME = (
    BarRule(
        "uranium_programme",
        "187(1)",
        worded(
            "Uranium territories of the state programme",
            "Урановые территории государственной программы",
            "Мемлекеттік бағдарламаның уран аумақтары",
        ),
        ("state_programme_areas",),
        ("uranium_programme",),
    ),
    BarRule(
        "auction_area",
        "189-1",
        worded("Areas for auction", "Участки для аукциона", "Аукционға арналған учаскелер"),
        ("state_programme_areas",),
        ("auction_area",),
    ),
    BarRule(
        "state_study",
        "68-1",
        worded(
            "State geological study",
            "Государственное геологическое изучение недр",
            "Жер қойнауын мемлекеттік геологиялық зерттеу",
        ),
        ("state_programme_areas",),
        ("state_study",),
        refuses=False,
    ),
)


class OtherRights(BarRule):
    """Rights that article 186(2) does not name: they are told, and bar nothing; unknown where that is not certain."""

    def findings(self, case: Case) -> Iterable[Finding]:
        """Every such right that meets the blocks."""
        for meeting in case.meeting(*self.classes):
            state = State.UNKNOWN if meeting.found.confidence == "L" else State.CLEAR
            more = words.UNCERTAIN if state is State.UNKNOWN else _NO_BAR
            text = words.WHOLE if not meeting.part else words.PART
            yield self.met(case, meeting, meeting.blocks, text, None, state, more)


_NO_BAR = worded(
    " Article 186(2) does not name it among what bars exploration.",
    " В статье 186(2) среди препятствий для разведки не названо.",
    " 186(2)-бапта барлауға кедергілердің қатарында аталмаған.",
)
OTHER_RIGHTS = OtherRights(
    "other_rights",
    "186(2)",
    worded("Other rights", "Иные права", "Өзге құқықтар"),
    ("licences", "licence_applications"),
    ("geological_study", "artisanal", "other_application", "untold_application"),
    refuses=False,
)


class UnreadableRecords(Rule):
    """Records that do not say what or where they are, and blocks where nobody looked: of those nothing is clear."""

    id = "readable_records"
    article = "186(2)"
    title = worded("Readable records", "Читаемость записей", "Жазбалардың оқылуы")
    themes = ("licences", "licence_applications", "restricted_areas", "state_programme_areas", "liquidation_areas")

    def findings(self, case: Case) -> Iterable[Finding]:
        """Unknown for the blocks that such a record meets, and for those beyond what was read."""
        for meeting in case.meeting("unreadable"):
            text = words.CODES_DISAGREE if meeting.area.doubt else words.UNREADABLE
            message = words.say(text, name=meeting.area.name(), blocks=len(meeting.blocks))
            yield self.finding(State.UNKNOWN, meeting.blocks, message, [case.surroundings.evidence(meeting.area)])
        if case.beyond:
            beyond = [block for block in case.blocks if block in case.beyond]
            yield self.finding(State.UNKNOWN, beyond, words.say(words.BEYOND, blocks=len(beyond)))

    def all_clear(self, case: Case, blocks: list[Block]) -> Worded:
        """That nothing was left unread."""
        return words.say(words.ALL_READABLE, blocks=len(blocks))
