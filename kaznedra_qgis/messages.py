"""What a KaznedraError means for the user: what happened, what it means for the data, what to do now."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from qgis.PyQt.QtCore import QCoreApplication

from . import differences, submission_words
from .errors import Code, KaznedraError
from .facts import circumstances


class Message(NamedTuple):
    """Three sentences of plain text in the language in force."""

    happened: str
    meaning: str
    remedy: str

    def plain(self) -> str:
        """The message as one line of plain text."""
        return " ".join(part for part in self if part)

    def html(self) -> str:
        """The message as rich text, every value escaped."""
        from html import escape

        return " ".join(escape(part) for part in self if part)


def explain(error: KaznedraError, kept: str = "", brief: bool = False) -> Message:
    """Message for an error. `kept` says what the map still shows, where the caller knows.

    `brief` leaves addresses and reasons out, for where there is little room and Details are at hand.
    """
    code, facts = error.code, error.facts
    happened, remedy = _WORDS.get(code, _WORDS[Code.UNEXPECTED])()
    told = circumstances(facts, brief)
    return Message(f"{happened} ({told})." if told else f"{happened}.", kept or _meaning(code, facts), remedy)


def explain_stored(stored: Mapping, kept: str = "") -> Message:
    """Message for an error as a snapshot keeps it: {"code": …, "facts": {…}}; anything else is UNEXPECTED."""
    return explain(from_stored(stored), kept)


def from_stored(stored: Mapping) -> KaznedraError:
    """The error that a snapshot keeps; UNEXPECTED where it cannot be read."""
    entry = stored if isinstance(stored, Mapping) else {}
    facts = entry.get("facts")
    facts = {str(name): value for name, value in facts.items()} if isinstance(facts, Mapping) else {}
    facts.pop("code", None)
    try:
        code = Code(entry.get("code"))
    except ValueError:
        code = Code.UNEXPECTED
        facts.setdefault("reason", str(entry.get("code") or ""))
    return KaznedraError(code, **facts)


def _meaning(code: Code, facts: Mapping) -> str:
    if facts.get("noted"):
        return ""
    if code in submission_words.WORDS or "taken" in facts:
        return submission_words.meaning(code, facts)
    if code in _OF_INPUT:
        return QCoreApplication.translate("Kaznedra", "Nothing was made from this input.")
    if code in (Code.BAD_TEMPLATE, Code.NO_FONT, Code.NOT_EMPTY, Code.NO_BLOCKS, Code.BAD_APPLICANT, Code.WINDOW_BUSY):
        return QCoreApplication.translate("Kaznedra", "Nothing was written.")
    if code in (Code.NOT_A_WORKSPACE, Code.NEWER_VERSION, Code.BAD_FILE):
        return QCoreApplication.translate("Kaznedra", "The file was left as it is.")
    if code in (Code.NO_IDS, Code.DUPLICATES, Code.COUNT_DIFFERS, Code.TOTAL_CHANGED):
        return QCoreApplication.translate("Kaznedra", "What came was added, and nothing was taken away.")
    if code is Code.OVERTAKEN:
        return QCoreApplication.translate("Kaznedra", "What that one brought stays, and nothing is lost.")
    if code is Code.RESUMED:
        return QCoreApplication.translate("Kaznedra", "The pages that had come then were not fetched again.")
    if code is Code.MOVED_ON:
        return QCoreApplication.translate("Kaznedra", "Everything was fetched again.")
    return QCoreApplication.translate("Kaznedra", "The data on this computer is as it was before.")


_OF_INPUT = (
    Code.UNREADABLE_CODES,
    Code.UNKNOWN_SHEET,
    Code.NOT_DEGREES,
    Code.NO_TRANSFORMATION,
    Code.OUTSIDE_COUNTRY,
    Code.NO_SUCH_MOMENT,
    Code.BLOCK_COUNT,
    Code.LICENCE_YEARS,
)

_WORDS: dict[Code, Callable[[], tuple[str, str]]] = {
    Code.UNREACHABLE: lambda: (
        QCoreApplication.translate("Kaznedra", "The source cannot be reached"),
        QCoreApplication.translate(
            "Kaznedra",
            "Check the address and your connection, then try again. You can work on offline with what "
            "was pulled before.",
        ),
    ),
    Code.TIMED_OUT: lambda: (
        QCoreApplication.translate("Kaznedra", "The source did not answer in time"),
        QCoreApplication.translate(
            "Kaznedra",
            "Try again later. On a slow link raise the time-outs in Settings, Options, Kaznedra.",
        ),
    ),
    Code.CERTIFICATE: lambda: (
        QCoreApplication.translate("Kaznedra", "The server's certificate is not trusted, so nothing was sent to it"),
        QCoreApplication.translate(
            "Kaznedra",
            "Check the address and the clock of this computer. If your organisation uses its own "
            "certificates, add them in Settings, Options, Authentication.",
        ),
    ),
    Code.PROXY: lambda: (
        QCoreApplication.translate("Kaznedra", "The proxy did not let the request through"),
        QCoreApplication.translate("Kaznedra", "Check Settings, Options, Network: the proxy's address and sign-in."),
    ),
    Code.CREDENTIALS_UNUSABLE: lambda: (
        QCoreApplication.translate("Kaznedra", "The chosen sign-in could not be used, so nothing was sent"),
        QCoreApplication.translate(
            "Kaznedra",
            "Open the source and choose its authentication again. Check the master password, and that "
            "this QGIS knows the authentication method.",
        ),
    ),
    Code.REDIRECT_LOOP: lambda: (
        QCoreApplication.translate("Kaznedra", "The server keeps sending the request on to other addresses"),
        QCoreApplication.translate("Kaznedra", "Check the address of the source, or tell the platform's operator."),
    ),
    Code.FOREIGN_LINK: lambda: (
        QCoreApplication.translate(
            "Kaznedra",
            "The server pointed to an address of another server, which was not followed",
        ),
        QCoreApplication.translate(
            "Kaznedra",
            "Tell the platform's operator. If the other server is the right one, enter its address in the source.",
        ),
    ),
    Code.UNAUTHORIZED: lambda: (
        QCoreApplication.translate("Kaznedra", "The server wants a sign-in that it accepts"),
        QCoreApplication.translate(
            "Kaznedra",
            "Open the source, choose an authentication configuration with valid credentials, and test the connection.",
        ),
    ),
    Code.FORBIDDEN: lambda: (
        QCoreApplication.translate("Kaznedra", "The server knows you but does not let you see this"),
        QCoreApplication.translate(
            "Kaznedra",
            "Ask the platform's operator for access, or leave the theme out of the sync.",
        ),
    ),
    Code.NOT_FOUND: lambda: (
        QCoreApplication.translate("Kaznedra", "The server has nothing at this address"),
        QCoreApplication.translate(
            "Kaznedra",
            "Check the address of the source: it is that of the landing page, without /collections at its end.",
        ),
    ),
    Code.TOO_MANY_REQUESTS: lambda: (
        QCoreApplication.translate("Kaznedra", "The server asks for fewer requests"),
        QCoreApplication.translate(
            "Kaznedra",
            "Wait some minutes and try again. Fewer requests at once can be set in Settings, Options, Kaznedra.",
        ),
    ),
    Code.SERVER_FAULT: lambda: (
        QCoreApplication.translate("Kaznedra", "The server answered with a fault of its own"),
        QCoreApplication.translate(
            "Kaznedra",
            "Try again later. If it lasts, tell the platform's operator what stands under Details.",
        ),
    ),
    Code.REFUSED: lambda: (
        QCoreApplication.translate("Kaznedra", "The server refused the request"),
        QCoreApplication.translate(
            "Kaznedra",
            "Test the connection. If it lasts, tell the platform's operator what stands under Details.",
        ),
    ),
    Code.BODY_CUT: lambda: (
        QCoreApplication.translate("Kaznedra", "The answer broke off before its end"),
        QCoreApplication.translate(
            "Kaznedra",
            "Try again. If it happens each time, the link or the proxy cuts long answers: let the "
            "profile ask for smaller pages.",
        ),
    ),
    Code.NOT_JSON: lambda: (
        QCoreApplication.translate("Kaznedra", "The server answered with something other than data"),
        QCoreApplication.translate(
            "Kaznedra",
            "Open the address in a browser: often a sign-in page of the network or a notice of "
            "maintenance stands there.",
        ),
    ),
    Code.TOO_LARGE: lambda: (
        QCoreApplication.translate("Kaznedra", "An answer was larger than allowed and was not read"),
        QCoreApplication.translate(
            "Kaznedra",
            "Raise the page size limit in Settings, Options, Kaznedra, or let the profile ask for smaller pages.",
        ),
    ),
    Code.NOT_A_PLATFORM: lambda: (
        QCoreApplication.translate("Kaznedra", "At this address there is no OGC API - Features"),
        QCoreApplication.translate(
            "Kaznedra",
            "Check the address: it is that of the landing page. Ask the platform's operator for it.",
        ),
    ),
    Code.THEME_MISSING: lambda: (
        QCoreApplication.translate("Kaznedra", "The source does not offer this theme"),
        QCoreApplication.translate(
            "Kaznedra",
            "Leave the theme out of the sync, or choose a source profile that names its collection.",
        ),
    ),
    Code.OTHER_CRS: lambda: (
        QCoreApplication.translate("Kaznedra", "The source gives coordinates in a system other than EPSG:4326"),
        QCoreApplication.translate("Kaznedra", "Tell the platform's operator, or use another source for this theme."),
    ),
    Code.BAD_PROFILE: lambda: (
        QCoreApplication.translate("Kaznedra", "The source profile cannot be used"),
        QCoreApplication.translate("Kaznedra", "Correct the profile file, or choose another profile in the source."),
    ),
    Code.BAD_FILE: lambda: (
        QCoreApplication.translate("Kaznedra", "The file cannot be read as map data"),
        QCoreApplication.translate(
            "Kaznedra",
            "Choose a GeoPackage that opens in QGIS. QGIS saves other layers as one: Export, Save Features As.",
        ),
    ),
    Code.NOT_FEATURES: lambda: (
        QCoreApplication.translate("Kaznedra", "The server's answer is not a list of features"),
        QCoreApplication.translate(
            "Kaznedra",
            "Test the connection. If it lasts, tell the platform's operator what stands under Details.",
        ),
    ),
    Code.REPEATED_PAGE: lambda: (
        QCoreApplication.translate("Kaznedra", "The server sent the same page again instead of the next"),
        QCoreApplication.translate(
            "Kaznedra", "Tell the platform's operator: its paging does not work, so nobody can get all of its data."
        ),
    ),
    Code.ENDLESS_PAGES: lambda: (
        QCoreApplication.translate("Kaznedra", "The server sends pages without end"),
        QCoreApplication.translate(
            "Kaznedra", "Tell the platform's operator: its paging does not work, so nobody can get all of its data."
        ),
    ),
    Code.NO_IDS: lambda: (
        QCoreApplication.translate("Kaznedra", "Features came without an identifier, so their history cannot be kept"),
        QCoreApplication.translate(
            "Kaznedra", "Name the attribute that identifies a feature in the source profile, or tell the operator."
        ),
    ),
    Code.DUPLICATES: lambda: (
        QCoreApplication.translate("Kaznedra", "Some features came twice, so that others may be missing"),
        QCoreApplication.translate(
            "Kaznedra", "Try again. If it lasts, tell the platform's operator that its pages have no stable order."
        ),
    ),
    Code.COUNT_DIFFERS: lambda: (
        QCoreApplication.translate("Kaznedra", "Another number of features came than the source promised"),
        QCoreApplication.translate("Kaznedra", "Try again. Until then a place without a feature is not free ground."),
    ),
    Code.TOTAL_CHANGED: lambda: (
        QCoreApplication.translate("Kaznedra", "The data of the source changed while it was being pulled"),
        QCoreApplication.translate("Kaznedra", "Try again in some minutes."),
    ),
    Code.OVERTAKEN: lambda: (
        QCoreApplication.translate("Kaznedra", "Another pull of this theme finished while this one was under way"),
        QCoreApplication.translate("Kaznedra", "Sync once more to be sure of the newest state."),
    ),
    Code.RESUMED: lambda: (
        QCoreApplication.translate("Kaznedra", "An interrupted pull was resumed"),
        QCoreApplication.translate("Kaznedra", "Sync once more where a change of the last hours matters."),
    ),
    Code.MOVED_ON: lambda: (
        QCoreApplication.translate("Kaznedra", "The source has changed since the interrupted pull"),
        QCoreApplication.translate("Kaznedra", "Nothing need be done."),
    ),
    Code.NOT_A_WORKSPACE: lambda: (
        QCoreApplication.translate("Kaznedra", "The file is not a Kaznedra workspace"),
        QCoreApplication.translate("Kaznedra", "Choose a GeoPackage that Kaznedra made, or create a new workspace."),
    ),
    Code.READ_ONLY: lambda: (
        QCoreApplication.translate("Kaznedra", "The workspace cannot be written"),
        QCoreApplication.translate(
            "Kaznedra",
            "Check the permissions of the file and its folder, or copy it to a folder of your own.",
        ),
    ),
    Code.NEWER_VERSION: lambda: (
        QCoreApplication.translate("Kaznedra", "The workspace was made by a newer version of Kaznedra"),
        QCoreApplication.translate("Kaznedra", "Update the plugin, or open another workspace."),
    ),
    Code.LOCKED: lambda: (
        QCoreApplication.translate("Kaznedra", "The workspace is in use by another program"),
        QCoreApplication.translate(
            "Kaznedra",
            "Close the program that holds it (often a second QGIS), then try again.",
        ),
    ),
    Code.DISK_FULL: lambda: (
        QCoreApplication.translate("Kaznedra", "There is no room left on the disk"),
        QCoreApplication.translate(
            "Kaznedra",
            "Free some space, or move the workspace to another disk, then try again.",
        ),
    ),
    Code.UNREADABLE_CODES: lambda: (
        QCoreApplication.translate("Kaznedra", "Some block codes could not be read"),
        QCoreApplication.translate("Kaznedra", "Correct the pieces named here and try again."),
    ),
    Code.UNKNOWN_SHEET: lambda: (
        QCoreApplication.translate("Kaznedra", "This is not the number of a map sheet"),
        QCoreApplication.translate("Kaznedra", "Write it like M-44-77 or M-43-XXIV."),
    ),
    Code.NOT_DEGREES: lambda: (
        QCoreApplication.translate("Kaznedra", "These coordinates are not degrees"),
        QCoreApplication.translate(
            "Kaznedra", "Set the coordinate system that they are in, or give them as longitude and latitude in degrees."
        ),
    ),
    Code.NO_TRANSFORMATION: lambda: (
        QCoreApplication.translate("Kaznedra", "The transformation between the datums cannot be had here"),
        QCoreApplication.translate(
            "Kaznedra",
            "Put the grid file named here into a folder that PROJ reads, or choose another transformation of SK-42 "
            "in QGIS's options, page Kaznedra.",
        ),
    ),
    Code.OUTSIDE_COUNTRY: lambda: (
        QCoreApplication.translate("Kaznedra", "This place lies outside the block grid of Kazakhstan"),
        QCoreApplication.translate("Kaznedra", "Check the coordinates: longitude first, then latitude."),
    ),
    Code.NO_SUCH_MOMENT: lambda: (
        QCoreApplication.translate("Kaznedra", "The workspace's history has no such moment"),
        QCoreApplication.translate(
            "Kaznedra",
            "Give a day such as 2026-11-22, a time such as 2026-11-22T08:00:00Z, or the number of a snapshot.",
        ),
    ),
    Code.NO_SUCH_DRAFT: lambda: (
        QCoreApplication.translate("Kaznedra", "The workspace has no such draft"),
        QCoreApplication.translate("Kaznedra", "Open the page Applications anew; another window may have deleted it."),
    ),
    Code.BLOCK_COUNT: lambda: (
        QCoreApplication.translate("Kaznedra", "An exploration licence is not issued for that number of blocks"),
        QCoreApplication.translate("Kaznedra", "Give a number of blocks from 1 up to the limit."),
    ),
    Code.LICENCE_YEARS: lambda: (
        QCoreApplication.translate("Kaznedra", "An exploration licence does not run for that number of years"),
        QCoreApplication.translate("Kaznedra", "Give a number of years from 1 up to the limit."),
    ),
    Code.BAD_RULE_PACK: lambda: (
        QCoreApplication.translate("Kaznedra", "A rule pack cannot be used"),
        QCoreApplication.translate("Kaznedra", "Correct the file or take it away; the plugin's own pack then serves."),
    ),
    Code.NO_RULE_PACK: lambda: (
        QCoreApplication.translate("Kaznedra", "There is no rule pack for this day"),
        QCoreApplication.translate("Kaznedra", "Install the plugin again, or add a rule pack that is valid then."),
    ),
    Code.BAD_TEMPLATE: lambda: (
        QCoreApplication.translate("Kaznedra", "A template of the application's papers cannot be used"),
        QCoreApplication.translate(
            "Kaznedra", "Correct the file at the place named here, or take it away; the plugin's own then serves."
        ),
    ),
    Code.NO_FONT: lambda: (
        QCoreApplication.translate("Kaznedra", "No font on this computer has all Kazakh letters"),
        QCoreApplication.translate("Kaznedra", "Install DejaVu Sans or Noto Sans, then start QGIS again."),
    ),
    Code.NOT_EMPTY: lambda: (
        QCoreApplication.translate("Kaznedra", "There is something in this folder already"),
        QCoreApplication.translate("Kaznedra", "Choose a new or an empty folder."),
    ),
    Code.NO_BLOCKS: lambda: (
        QCoreApplication.translate("Kaznedra", "There are no blocks in this application"),
        QCoreApplication.translate("Kaznedra", "Choose blocks on the map or by their codes."),
    ),
    Code.BAD_APPLICANT: lambda: (
        QCoreApplication.translate("Kaznedra", "The applicant cannot be read"),
        QCoreApplication.translate("Kaznedra", "Choose an applicant, or give the path of a profile in JSON."),
    ),
    Code.BAD_PACK: lambda: (
        QCoreApplication.translate("Kaznedra", "This pack is not as its manifest says"),
        QCoreApplication.translate("Kaznedra", "Do not rely on it: export the application again."),
    ),
    Code.WINDOW_BUSY: lambda: (
        QCoreApplication.translate("Kaznedra", "QGIS was too busy to draw the map sheets"),
        QCoreApplication.translate("Kaznedra", "Let what holds its window up come to an end, then try again."),
    ),
    Code.CANCELLED: lambda: (
        QCoreApplication.translate("Kaznedra", "You cancelled"),
        QCoreApplication.translate("Kaznedra", "Start again whenever you like."),
    ),
    Code.UNEXPECTED: lambda: (
        QCoreApplication.translate("Kaznedra", "Something happened that Kaznedra did not foresee"),
        QCoreApplication.translate(
            "Kaznedra",
            "Open the log, panel Kaznedra, and send what stands there to the plugin's tracker.",
        ),
    ),
    **differences.WORDS,
    **submission_words.WORDS,
}
