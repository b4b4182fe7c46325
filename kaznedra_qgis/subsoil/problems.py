"""What a reader could not read: the piece, where it stands, why, and what it might have been."""

from enum import Enum
from typing import NamedTuple


class Reason(str, Enum):
    """Why a piece was not read."""

    # any text
    NOT_UNDERSTOOD = "not_understood"
    """belongs to nothing that is read here"""
    # block codes
    INCOMPLETE = "incomplete"
    """a part of the code is missing"""
    NO_SHEET = "no_sheet"
    """a section or block with no sheet before it"""
    AFTER_UNREAD = "after_unread"
    """carries on the prefix of a piece that was not read"""
    OUTSIDE_COUNTRY = "outside_country"
    NO_SUCH_SHEET = "no_such_sheet"
    """sheets of 1:100 000 are numbered 1 to 144"""
    NO_SUCH_SECTION = "no_such_section"
    NO_SUCH_SUBSECTION = "no_such_subsection"
    NO_SUCH_BLOCK = "no_such_block"
    """blocks are numbered 1 to 25"""
    AMBIGUOUS_LETTER = "ambiguous_letter"
    """a letter of the other alphabet, or of another place, that may stand for each of the candidates"""
    WRONG_SIDE = "wrong_side"
    """a section is written 10 and a letter, a subsection 5 and a letter: their sides in minutes"""
    AMBIGUOUS_NUMBERS = "ambiguous_numbers"
    """numbers with a separator missing, or a number that may be a block or the numeral of a list"""
    STRAY_NUMBER = "stray_number"
    """a number that no list leads up to"""
    BACKWARD_RANGE = "backward_range"
    AMBIGUOUS_RANGE = "ambiguous_range"
    """a dash between two codes: a range, or just a dash"""
    AMBIGUOUS_MARK = "ambiguous_mark"
    """a mark of partial blocks that may belong to each of the candidates"""
    CONTRADICTING_MARK = "contradicting_mark"
    """a block named twice, once as partial and once not"""
    # coordinates
    AMBIGUOUS_ORDER = "ambiguous_order"
    """latitude first or longitude first: both lie in the country"""
    AMBIGUOUS_NOTATION = "ambiguous_notation"
    """the figures may be read as each of the candidates"""
    OUT_OF_RANGE = "out_of_range"
    """minutes or seconds of 60 and over, or no point of the country"""
    UNPAIRED = "unpaired"
    """a latitude without a longitude, or the other way round"""
    NO_ZONE = "no_zone"
    """metres without the zone that they are counted in"""
    CONTRADICTING_ZONE = "contradicting_zone"
    """the easting says another zone than the text"""


class Problem(NamedTuple):
    """A piece that was not read: `text` = source[start:end]; `candidates` are what it might have been, never used."""

    text: str
    start: int
    end: int
    reason: Reason
    candidates: tuple[str, ...] = ()
