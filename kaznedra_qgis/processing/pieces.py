"""Words for pieces of a text that could not be read: where they stand, why, and what they may have meant."""

from qgis.PyQt.QtCore import QCoreApplication

LONGEST = 60
"""Characters of a piece that are shown"""


def place(problem, text: str) -> tuple[int, int]:
    """Line and character, from 1, where a piece of `text` begins."""
    before = text[: problem.start]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def describe(problem, text: str) -> str:
    """A problem of subsoil.problems found in `text`, in one line."""
    line, column = place(problem, text)
    told = QCoreApplication.translate("Kaznedra", "line {line}, character {column}: “{piece}” – {reason}").format(
        line=line, column=column, piece=shortened(problem.text), reason=_reason(problem.reason)
    )
    if not problem.candidates:
        return told
    perhaps = QCoreApplication.translate("Kaznedra", "perhaps {candidates}")
    return f"{told}; {perhaps.format(candidates=', '.join(problem.candidates))}"


def shortened(piece: str) -> str:
    """A piece of text on one line, cut where it is long."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in piece).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _reason(reason) -> str:
    words = {
        "not_understood": QCoreApplication.translate("Kaznedra", "not understood"),
        "incomplete": QCoreApplication.translate("Kaznedra", "a part of the code is missing"),
        "no_sheet": QCoreApplication.translate("Kaznedra", "no map sheet before it"),
        "after_unread": QCoreApplication.translate("Kaznedra", "it continues a piece that could not be read"),
        "outside_country": QCoreApplication.translate("Kaznedra", "outside the country"),
        "no_such_sheet": QCoreApplication.translate("Kaznedra", "there is no such map sheet (1 to 144)"),
        "no_such_section": QCoreApplication.translate("Kaznedra", "there is no such section"),
        "no_such_subsection": QCoreApplication.translate("Kaznedra", "there is no such subsection"),
        "no_such_block": QCoreApplication.translate("Kaznedra", "there is no such block (1 to 25)"),
        "ambiguous_letter": QCoreApplication.translate("Kaznedra", "the letter can be read in several ways"),
        "wrong_side": QCoreApplication.translate("Kaznedra", "a section begins with 10, a subsection with 5"),
        "ambiguous_numbers": QCoreApplication.translate("Kaznedra", "the numbers can be read in several ways"),
        "stray_number": QCoreApplication.translate("Kaznedra", "a number that belongs to no code"),
        "backward_range": QCoreApplication.translate("Kaznedra", "the range runs backwards"),
        "ambiguous_range": QCoreApplication.translate("Kaznedra", "a range or only a dash: both are possible"),
        "ambiguous_mark": QCoreApplication.translate("Kaznedra", "the mark may belong to several blocks"),
        "contradicting_mark": QCoreApplication.translate("Kaznedra", "named once as partial and once as whole"),
        "ambiguous_order": QCoreApplication.translate("Kaznedra", "latitude or longitude first: both are possible"),
        "ambiguous_notation": QCoreApplication.translate("Kaznedra", "the figures can be read in several ways"),
        "out_of_range": QCoreApplication.translate("Kaznedra", "no coordinates of a point in the country"),
        "unpaired": QCoreApplication.translate("Kaznedra", "a latitude or a longitude is missing"),
        "no_zone": QCoreApplication.translate("Kaznedra", "metres without their zone: write it, such as zone 13"),
        "contradicting_zone": QCoreApplication.translate("Kaznedra", "the easting and the text name two zones"),
    }
    return words.get(reason.value, reason.value)
