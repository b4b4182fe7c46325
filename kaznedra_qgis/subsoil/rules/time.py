"""Rules on time: who came first, what was freed lately, what the applicant lost or gave up (articles 187 to 190)."""

from collections.abc import Iterable
from datetime import datetime, timezone

from ..aftermath import After, Aftermath, auction_window, refusal
from ..area_classes import instant
from ..findings import Finding, State
from ..surroundings import Area
from . import words
from .case import Case
from .rule import Rule
from .words import Worded, say, worded


class PendingApplications(Rule):
    """First come, first served: applications received earlier come before this one."""

    id = "pending_application"
    article = "187(9), 189(1)"
    title = worded("Pending applications", "Заявления на рассмотрении", "Қаралып жатқан өтініштер")
    themes = ("licence_applications",)
    refuses = True

    def findings(self, case: Case) -> Iterable[Finding]:
        """A conflict for each earlier one that meets the blocks; unknown where its time is not told."""
        for meeting in case.meeting("exploration_application"):
            state, more = _priority(case, meeting.area)
            text = words.WHOLE if not meeting.part else words.PART
            yield self.met(case, meeting, meeting.blocks, text, meeting.found.part, state, more)
        for meeting, blocks in case.issued_unseen:
            message = say(_ISSUED, name=meeting.area.name(), blocks=len(blocks))
            yield self.finding(State.UNKNOWN, blocks, message, [case.surroundings.evidence(meeting.area)])


def _priority(case: Case, area: Area) -> tuple[State, Worded]:
    """Who of the two comes first; an application that is not filed yet comes after all that are."""
    theirs, ours = instant(area.attributes.get("filed_at")), case.application.filed_at
    if ours is not None and ours.tzinfo is None:
        ours = ours.replace(tzinfo=timezone.utc)
    if case.is_own(area):
        return State.UNKNOWN, _OWN
    if theirs is None:
        return State.UNKNOWN, _WITHOUT_TIME
    if ours == theirs:
        return State.UNKNOWN, say(_AT_ONCE, filed=_told(theirs))
    if ours is None or theirs < ours:
        return State.CONFLICT, say(_EARLIER, filed=_told(theirs))
    return State.CLEAR, say(_LATER, filed=_told(theirs))


_ISSUED = worded(
    "A licence was issued on the application {name}, and the licences pulled do not show it yet; blocks: {blocks}.",
    "По заявлению {name} выдана лицензия, в полученных данных о лицензиях её ещё нет; блоков: {blocks}.",
    "{name} өтініші бойынша лицензия берілген, алынған лицензия деректерінде ол әлі жоқ; блоктар: {blocks}.",
)
_OWN = worded(
    " It is the applicant's own; what a second one for the same blocks would do, the law as read does not say.",
    " Оно подано самим заявителем; что даст второе на те же блоки, по прочитанному закону не установить.",
    " Оны өтініш берушінің өзі берген; сол блоктарға екінші өтініш не беретінін оқылған заң айтпайды.",
)
_EARLIER = worded(
    " It was received on {filed} and comes first.",
    " Получено {filed} и имеет приоритет.",
    " {filed} алынған және басымдыққа ие.",
)
_AT_ONCE = worded(
    " It was received on {filed}, at the same moment as this one; which comes first cannot be told.",
    " Получено {filed}, одновременно с данным заявлением; чей приоритет, установить нельзя.",
    " {filed} алынған, осы өтінішпен бір мезетте; қайсысы басым екенін айту мүмкін емес.",
)
_LATER = worded(
    " It was received on {filed}, later than this one.",
    " Получено {filed}, позже данного заявления.",
    " {filed} алынған, осы өтініштен кейін.",
)
_WITHOUT_TIME = worded(
    " When it was received is not told.", " Время его получения не указано.", " Оның алынған уақыты көрсетілмеген."
)


class FreedBlocks(Rule):
    """Blocks freed lately: several applications within the window lead to an auction."""

    id = "freed_blocks"
    article = "189-1"
    title = worded("Blocks freed lately", "Недавно освободившиеся блоки", "Жақында босаған блоктар")
    themes = ("licences",)

    def findings(self, case: Case) -> Iterable[Finding]:
        """Unknown for blocks that a right left within the window, for others may apply, too."""
        days = case.pack.figure("limits", "auction_window").value
        days += case.pack.figure("limits", "auction_window_holidays").value
        for meeting in case.left_by:
            found = auction_window(meeting.area, case.classes)
            if found is not None:
                told = say(_FREED, name=meeting.area.name(), ended=_day(found), days=days, blocks=len(meeting.blocks))
                yield self.finding(State.UNKNOWN, meeting.blocks, told, [case.surroundings.evidence(meeting.area)])


_FREED = worded(
    "Freed by {name} on {ended}: with several applications within {days} working days, public holidays allowed for, "
    "the blocks go to auction; blocks: {blocks}.",
    "Освобождены: {name}, {ended}. При нескольких заявлениях в течение {days} рабочих дней (с запасом на праздники) "
    "блоки выставляются на аукцион; блоков: {blocks}.",
    "Босатылған: {name}, {ended}. {days} жұмыс күні ішінде (мерекелер ескерілген) бірнеше өтініш түссе, блоктар "
    "аукционға шығарылады; блоктар: {blocks}.",
)


class _LostRight(Rule):
    """A right that ended in one way within a time: refused if it was the applicant's."""

    after: tuple[After, ...] = ()
    text: Worded = {}
    themes = ("licences",)
    refuses = True

    def findings(self, case: Case) -> Iterable[Finding]:
        """A conflict where the right was the applicant's, unknown where the applicant or the holder is not told."""
        for meeting in case.left_by:
            found = refusal(meeting.area, case.classes, case.application.applicant)
            if found is None or found.after not in self.after:
                continue
            text = _VANISHED if found.after is After.VANISHED else self.text
            told = say(text, name=meeting.area.name(), ended=_day(found), blocks=len(meeting.blocks))
            state = State.CONFLICT if found.refuses else State.UNKNOWN
            evidence = [case.surroundings.evidence(meeting.area)]
            yield self.finding(state, meeting.blocks, told, evidence, found.article)


class Revoked(_LostRight):
    """The plot's licence was revoked from the applicant within a year."""

    id = "revoked"
    article = "190"
    title = worded("Revoked within a year", "Отозванные в течение года", "Бір жыл ішінде кері қайтарып алынған")
    after = (After.REVOKED,)
    text = worded(
        "{name} was revoked on {ended}; refused within a year if it was the applicant's; blocks: {blocks}.",
        "{name}: отозвана {ended}; в течение года отказ, если принадлежала заявителю; блоков: {blocks}.",
        "{name}: {ended} кері қайтарып алынған; өтініш берушінікі болса, бір жыл ішінде бас тартылады; блоктар: "
        "{blocks}.",
    )


class Relinquished(_LostRight):
    """The applicant gave the plot back within a calendar year: counted as a whole year from that day.

    What vanished from the register without a word may have been given up.
    """

    id = "relinquished"
    article = "190"
    title = worded("Given back within a year", "Возвращённые в течение года", "Бір жыл ішінде қайтарылған")
    after = (After.RELINQUISHED, After.VANISHED)
    text = worded(
        "{name} was given back on {ended}; refused within a calendar year if it was the applicant's; blocks: {blocks}.",
        "{name}: участок возвращён {ended}; в течение календарного года отказ, если принадлежал заявителю; блоков: "
        "{blocks}.",
        "{name}: учаске {ended} қайтарылған; өтініш берушінікі болса, күнтізбелік жыл ішінде бас тартылады; блоктар: "
        "{blocks}.",
    )


_VANISHED = worded(
    "{name} vanished from the register there by {ended} without a word why: revoked or given back, if it was the "
    "applicant's, would mean refusal; blocks: {blocks}.",
    "{name}: на этих блоках исчезла из реестра к {ended} без объяснений; отзыв или возврат, если принадлежала "
    "заявителю, означал бы отказ; блоков: {blocks}.",
    "{name}: бұл блоктарда {ended} қарай тізілімнен түсіндірмесіз жоғалған; қайтарып алу не қайтару, өтініш "
    "берушінікі болса, бас тартуды білдірер еді; блоктар: {blocks}.",
)


def _day(found: Aftermath) -> str:
    return found.ended.isoformat() if found.ended else "–"


def _told(moment: datetime) -> str:
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%d %H:%M:%S UTC")
