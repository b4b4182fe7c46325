"""What the rules say, in three languages. `{name}` and the like are filled in per language."""

from collections.abc import Mapping
from typing import Union

from ...themes import LANGUAGES

Worded = Mapping[str, str]


def worded(en: str, ru: str, kk: str) -> Worded:
    """A text in the three languages."""
    return dict(zip(LANGUAGES, (en, ru, kk)))


def say(text: Worded, **facts: Union[str, int, float, Worded]) -> dict[str, str]:
    """The text with its facts; those that are worded in the same language."""
    return {
        language: text[language].format(
            **{name: fact[language] if isinstance(fact, Mapping) else fact for name, fact in facts.items()}
        )
        for language in LANGUAGES
    }


NOTHING_MORE = worded("", "", "")
CLEAR = worded("{rule}: none; blocks: {blocks}.", "{rule}: нет; блоков: {blocks}.", "{rule}: жоқ; блоктар: {blocks}.")
ALL_READABLE = worded(
    "All records at the blocks can be read; blocks: {blocks}.",
    "Все записи на этих блоках читаются; блоков: {blocks}.",
    "Бұл блоктардағы барлық жазба оқылады; блоктар: {blocks}.",
)
UNKNOWN_THEMES = worded(
    "{rule}: cannot be told; {themes}; blocks: {blocks}.",
    "{rule}: ответа нет; {themes}; блоков: {blocks}.",
    "{rule}: айту мүмкін емес; {themes}; блоктар: {blocks}.",
)
BEYOND = worded(
    "Nothing was looked up there; blocks: {blocks}.",
    "Там данные не запрашивались; блоков: {blocks}.",
    "Ол жерде деректер сұралмаған; блоктар: {blocks}.",
)
UNREADABLE = worded(
    "The record {name} does not say what it is; blocks: {blocks}.",
    "Запись {name} не говорит, что это такое; блоков: {blocks}.",
    "{name} жазбасы оның не екенін айтпайды; блоктар: {blocks}.",
)
CODES_DISAGREE = worded(
    "The block codes of {name} list these blocks, its geometry does not cover them; blocks: {blocks}.",
    "Коды блоков ({name}) называют эти блоки, а геометрия их не покрывает; блоков: {blocks}.",
    "{name} блок кодтары бұл блоктарды атайды, ал геометриясы оларды жаппайды; блоктар: {blocks}.",
)
UNCERTAIN = worded(
    " Whether this bars them, the law as read does not say for certain.",
    " Препятствует ли это, по прочитанному закону точно не установить.",
    " Бұл кедергі бола ма, оқылған заң нақты айтпайды.",
)
COVERAGE = {
    "partial": worded("{theme}: incomplete pull", "{theme}: получено не всё", "{theme}: толық алынбаған"),
    "stale": worded(
        "{theme}: stale, age in days {days}",
        "{theme}: устарели, возраст в днях {days}",
        "{theme}: ескірген, жасы күнмен {days}",
    ),
    "failed": worded(
        "{theme}: the last pull failed", "{theme}: последнее получение не удалось", "{theme}: соңғы алу сәтсіз аяқталды"
    ),
    "missing": worded("{theme}: no data", "{theme}: данных нет", "{theme}: деректер жоқ"),
}
THEMES = {
    "licences": worded("licences", "лицензии", "лицензиялар"),
    "licence_applications": worded("applications", "заявления", "өтініштер"),
    "restricted_areas": worded("restricted areas", "территории с ограничениями", "шектеулі аумақтар"),
    "state_programme_areas": worded(
        "state programme areas", "участки программы управления фондом", "қорды басқару бағдарламасының учаскелері"
    ),
    "liquidation_areas": worded("liquidation areas", "территории ликвидации", "жою аумақтары"),
}
WHOLE = worded(
    "Wholly in {what} {name}; blocks: {blocks}.",
    "Целиком в границах ({what} {name}); блоков: {blocks}.",
    "Толығымен мына шекарада ({what} {name}); блоктар: {blocks}.",
)
PART = worded(
    "Partly in {what} {name}; blocks: {blocks}.",
    "Частично в границах ({what} {name}); блоков: {blocks}.",
    "Ішінара мына шекарада ({what} {name}); блоктар: {blocks}.",
)
WITH_CONSENT = worded(
    "In {what} {name}, whose holder agrees or is the applicant; blocks: {blocks}.",
    "В границах ({what} {name}); согласие есть или право принадлежит заявителю; блоков: {blocks}.",
    "Мына шекарада ({what} {name}); келісім бар немесе құқық өтініш берушінікі; блоктар: {blocks}.",
)
ONLY_NATIONAL = worded(
    " Only the national company may apply there.",
    " Там подать заявление может только национальная компания.",
    " Онда тек ұлттық компания өтініш бере алады.",
)
CLASSES = {
    "exploration": worded("the exploration licence", "лицензия на разведку", "барлауға арналған лицензия"),
    "production": worded("the production plot", "участок добычи", "өндіру учаскесі"),
    "solid_mineral_production": worded(
        "the solid mineral production plot",
        "участок добычи твёрдых полезных ископаемых",
        "қатты пайдалы қазбаларды өндіру учаскесі",
    ),
    "hydrocarbon_production": worded(
        "the hydrocarbon production plot", "участок добычи углеводородов", "көмірсутектерді өндіру учаскесі"
    ),
    "uranium_production": worded("the uranium production plot", "участок добычи урана", "уран өндіру учаскесі"),
    "contract": worded("the contract plot", "контрактный участок", "келісімшарттық учаске"),
    "hydrocarbon_contract": worded(
        "the hydrocarbon contract plot",
        "контрактный участок углеводородов",
        "көмірсутектер бойынша келісімшарттық учаске",
    ),
    "subsoil_space": worded(
        "the plot for use of subsoil space",
        "участок использования пространства недр",
        "жер қойнауы кеңістігін пайдалану учаскесі",
    ),
    "geological_study": worded(
        "the area of geological study", "участок геологического изучения", "геологиялық зерттеу учаскесі"
    ),
    "artisanal": worded("the artisanal mining plot", "участок старательства", "кен іздеушілік учаскесі"),
    "exploration_application": worded(
        "the territory of the application", "территория по заявлению", "өтініш бойынша аумақ"
    ),
    "production_application": worded(
        "the territory of the production application",
        "территория по заявлению на добычу",
        "өндіруге өтініш берілген аумақ",
    ),
    "other_application": worded("the territory of the application", "территория по заявлению", "өтініш бойынша аумақ"),
    "untold_application": worded(
        "the territory of the application for an untold kind of right",
        "территория по заявлению на право, вид которого не указан",
        "түрі көрсетілмеген құқыққа өтініш бойынша аумақ",
    ),
    "liquidation_area": worded("the liquidation territory", "территория ликвидации", "жою аумағы"),
    "restricted_area": worded("the restricted territory", "территория с ограничениями", "шектеулі аумақ"),
    "protected_area": worded(
        "the protected natural area", "особо охраняемая природная территория", "ерекше қорғалатын табиғи аумақ"
    ),
    "uranium_programme": worded(
        "the uranium territory of the state programme",
        "урановая территория программы",
        "бағдарламаның уран аумағы",
    ),
    "auction_area": worded("the area for auction", "участок для аукциона", "аукционға арналған учаске"),
    "state_study": worded(
        "the area of state geological study",
        "территория государственного геологического изучения",
        "мемлекеттік геологиялық зерттеу аумағы",
    ),
}
