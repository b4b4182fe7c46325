"""Reads block codes token by token, carrying the prefix on; whatever is not certain becomes a problem."""

from typing import Optional

from .letters import is_latin_order, is_row_letter, part_letter, row_letter
from .numbering import SHEETS_ACROSS, NumberingScheme, Sheet100k
from .pieces import LAST_BLOCK, Closing, Gap, Item, Mark, Piece, Prefix
from .problems import Reason
from .tokens import Kind, Token, tokens

_LAST_SHEET = SHEETS_ACROSS**2
_DASHES = (Kind.DASH, Kind.RANGE)
_ENDS = (Kind.CLOSE, Kind.COMMA, Kind.SEMICOLON, Kind.END)
_GARBLED = {Reason.INCOMPLETE, Reason.NO_SUCH_SECTION, Reason.NO_SUCH_SUBSECTION, Reason.WRONG_SIDE}
"""such a part may be what is left of a sheet"""
_WRITTEN = (Kind.UNKNOWN, Kind.KNOWN, Kind.NUMBER, Kind.LETTER)


class CodeReader:
    """One reading of one text. `pieces` and `passed` (spans without a code) are its result."""

    def __init__(self, text: str, scheme: NumberingScheme, latin_order: bool = False) -> None:
        self.scheme = scheme
        self.latin_order = latin_order
        self.tokens = tokens(text)
        self.pieces: list[Piece] = []
        self.passed: list[tuple[int, int]] = []
        self.latin_letters: set[str] = set()
        self._prefix = Prefix()
        self._begun: Optional[int] = None
        """where a prefix began that no number has followed yet"""
        self._in_section = False
        """that prefix has come down to a section"""
        self._listing = False
        """a number after a comma goes on with the list"""
        self._depth = 0
        self._group = 0
        self._numeral = 0
        """the last numeral of a numbered list"""

    @property
    def counts_in_latin_order(self) -> bool:
        """True when the text also writes Latin letters that make its Latin e ambiguous."""
        return "e" in self.latin_letters and any(map(is_latin_order, self.latin_letters))

    def read(self) -> None:
        """Fill `pieces` and `passed`."""
        at = 0
        while self.tokens[at].kind is not Kind.END:
            if self.tokens[at].broken and self._begun is None:
                self.pieces.append(Gap.LINE)
            at = self._read(at)
        self._finish_prefix(at)

    def _read(self, at: int) -> int:
        token = self.tokens[at]
        if token.kind is Kind.LETTER:
            if self._is_sheet(at):
                return self._read_sheet(at)
            return self._read_part(at, at)
        if token.kind is Kind.NUMBER:
            if self._is_sided(at):
                return self._read_part(at, at + 1)
            return self._read_number(at)
        if token.kind in _DASHES:
            return self._read_dash(at)
        if token.kind is Kind.UNKNOWN:
            return self._read_unknown(at)
        if token.kind in (Kind.COMMA, Kind.SEMICOLON):
            self._finish_prefix(at)
            self.pieces.append(Gap.COMMA if token.kind is Kind.COMMA else Gap.SEMICOLON)
        elif token.kind is Kind.MARK:
            self.pieces.append(Mark(token.start, token.end, token.text.startswith("("), self._depth > 0))
        elif token.kind is Kind.DOT:
            self.pieces.append(Gap.COMMA)
        elif token.kind is Kind.OPEN:
            self._open()
        elif token.kind is Kind.CLOSE:
            self._close(at)
        if token.kind in (Kind.KNOWN, Kind.COMMA, Kind.RANGE):
            self.passed.append((token.start, token.end))
        return at + 1

    # sheets, sections, subsections

    def _skip(self, at: int, *kinds: Kind) -> int:
        while self.tokens[at].kind in kinds:
            at += 1
        return at

    def _is_sheet(self, at: int) -> bool:
        """True when a letter here and the number after it begin a sheet, not a section."""
        if self.tokens[at].kind is not Kind.LETTER:
            return False
        zone = self._skip(at + 1, Kind.DASH)
        if self.tokens[zone].kind is not Kind.NUMBER or self.tokens[zone + 1].kind is Kind.LETTER:
            return False
        if is_row_letter(self.tokens[at].text):
            return True
        sheet = self._skip(zone + 1, Kind.DASH)
        return self.tokens[zone].number > LAST_BLOCK and self.tokens[sheet].kind is Kind.NUMBER

    def _is_whole_sheet(self, at: int) -> bool:
        """True when a sheet here goes on with a bracket or a section."""
        if not self._is_sheet(at):
            return False
        sheet = self._skip(self._skip(at + 1, Kind.DASH) + 1, Kind.DASH)
        behind = self._skip(sheet + (self.tokens[sheet].kind is Kind.NUMBER), Kind.DASH)
        return self.tokens[behind].kind is Kind.OPEN or self._is_sided(behind)

    def _read_sheet(self, at: int) -> int:
        self._finish_prefix(at)
        zone = self._skip(at + 1, Kind.DASH)
        sheet = self._skip(zone + 1, Kind.DASH)
        rows, reason = row_letter(self.tokens[at].text)
        zones, number = self.tokens[zone].text, -1
        if self.tokens[sheet].kind is Kind.NUMBER and self.tokens[sheet + 1].kind is not Kind.LETTER:
            number = self.tokens[sheet].number
            after = sheet + 1
        else:
            after = zone + 1
            if 3 <= len(zones) <= 5:
                zones, number, reason = zones[:2], int(zones[2:]), reason or Reason.AMBIGUOUS_NUMBERS
            else:
                reason = Reason.INCOMPLETE
        self._begin_sheet(rows[0], int(zones) if len(zones) <= 6 else -1, number, reason)
        before = self._unread_before()
        if before and before.end == self.tokens[at].start:
            self._distrust()
        self._begun = self.tokens[at].start
        self._depth = 0
        return self._skip(after, Kind.DASH)

    def _begin_sheet(self, row: str, zone: int, number: int, reason: Optional[Reason]) -> None:
        if row not in self.scheme.sheet_rows or zone not in self.scheme.zones:
            sheets: tuple[Sheet100k, ...] = ()
            reason = Reason.OUTSIDE_COUNTRY
        elif not 1 <= number <= _LAST_SHEET:
            sheets, reason = (), reason or Reason.NO_SUCH_SHEET
        else:
            sheets = (Sheet100k(row, zone, number),)
        self._prefix = Prefix(sheets, self.scheme.sections, self.scheme.subsections, reason)
        self._in_section = self._listing = False
        self._group += 1

    def _read_part(self, at: int, letter: int) -> int:
        """A section or subsection: a letter, with its side in minutes before it or not."""
        side = self.tokens[at].number if at < letter else None
        after = self._skip(letter + 1, Kind.DASH)
        deeper = self._skip(after, Kind.OPEN, Kind.COLON, Kind.DASH)
        numbered = self.tokens[deeper].kind is Kind.NUMBER
        follows = self.tokens[deeper + numbered].kind is Kind.LETTER and not self._is_sheet(deeper + numbered)
        if side is None and not follows and not numbered:
            return self._read_unknown(letter)
        self.latin_letters.add(self.tokens[letter].text.lower())
        if follows or side == 10:
            self._begin_section(self.tokens[letter].text, side)
        else:
            self._begin_subsection(self.tokens[letter].text, side)
        if self._begun is None:
            self._begun = self.tokens[at].start
        self._in_section = True
        self._listing = False
        return after

    def _begin_section(self, text: str, side: Optional[int]) -> None:
        if self._in_section:
            self._prefix.sheet_reason = self._prefix.sheet_reason or Reason.INCOMPLETE
        if self._depth == 0:
            self._group += 1
        prefix = self._prefix
        letters = part_letter(text, self.scheme.sections, Reason.NO_SUCH_SECTION, self.latin_order)
        prefix.sections, prefix.section_reason = letters
        if side not in (None, 10):
            prefix.section_reason = Reason.WRONG_SIDE
        prefix.subsections, prefix.subsection_reason = self.scheme.subsections, Reason.INCOMPLETE

    def _begin_subsection(self, text: str, side: Optional[int]) -> None:
        prefix = self._prefix
        carried = not self._in_section
        letters = part_letter(text, self.scheme.subsections, Reason.NO_SUCH_SUBSECTION, self.latin_order)
        prefix.subsections, prefix.subsection_reason = letters
        if side not in (None, 5):
            prefix.subsection_reason = Reason.WRONG_SIDE
        elif side is None and carried:
            prefix.subsection_reason = prefix.subsection_reason or Reason.AMBIGUOUS_LETTER

    def _finish_prefix(self, at: int) -> None:
        """Where a prefix ends without a number, it is a problem, and nothing may be carried on from it."""
        if self._begun is None:
            return
        whole = self._prefix.codes(f"1-{LAST_BLOCK}") if self._in_section and not self._prefix.reason else ()
        reason = self._prefix.sheet_reason or (self._prefix.reason if self._in_section else None) or Reason.INCOMPLETE
        self._problem(self._begun, self.tokens[at - 1].end, reason, whole)
        self._distrust()

    def _problem(self, start: int, end: int, reason: Reason, candidates: tuple[str, ...] = ()) -> None:
        self.pieces.append(Item(start, end, [], reason, candidates, self._group))
        self._begun = None
        self._in_section = False

    def _distrust(self) -> None:
        """Let nothing be read under the prefix any more, until a sheet begins anew."""
        if self._prefix.sheet_reason is None:
            self._prefix.sheet_reason = Reason.AFTER_UNREAD

    def _unread_before(self) -> Optional[Item]:
        """The last piece, when it was not read."""
        before = next((piece for piece in reversed(self.pieces) if piece is not Gap.LINE), None)
        return before if isinstance(before, Item) and before.reason else None

    # brackets, dashes, unknown words

    def _open(self) -> None:
        if self._depth == 0 and self._begun is None:
            self._group += 1
        self._depth += 1

    def _close(self, at: int) -> None:
        if self._in_section:
            self._finish_prefix(at)
        self._depth = max(0, self._depth - 1)
        if self._depth == 0:
            self._listing = False
            self.pieces.append(Closing(self._group))

    def _read_unknown(self, at: int) -> int:
        self._finish_prefix(at)
        token, end = self.tokens[at], at
        if token.broken and token.text[0].isdigit() and self._is_sheet(self._skip(at + 1, Kind.DOT, Kind.KNOWN)):
            self.passed.append((token.start, token.end))
            return at + 1
        while self.tokens[end + 1].kind is Kind.UNKNOWN and not self.tokens[end + 1].broken:
            end += 1
        self._problem(token.start, self.tokens[end].end, Reason.NOT_UNDERSTOOD)
        self._distrust()
        return end + 1

    def _read_dash(self, at: int) -> int:
        token, after = self.tokens[at], self.tokens[at + 1]
        unread = self._unread_before()
        if unread and unread.end == token.start and self._begun is None:
            unread.end = token.end
            self._distrust()
            return at + 1
        coded = self.pieces and isinstance(self.pieces[-1], (Item, Closing)) and not unread
        parted = token.broken or not coded or self.tokens[at - 1].kind is Kind.KNOWN
        hyphen = self._begun is not None or after.kind in (Kind.MARK, Kind.KNOWN)
        bullet = parted and (after.kind is not Kind.NUMBER or self._is_start(at + 1))
        if hyphen or bullet:
            return at + 1
        if self._is_start(at + 1) or after.kind is Kind.OPEN:
            self._problem(token.start, token.end, Reason.AMBIGUOUS_RANGE)
        elif after.kind is Kind.NUMBER:
            self._problem(token.start, after.end, Reason.AMBIGUOUS_RANGE)
            self._distrust()
            return at + 2
        else:
            self._problem(token.start, token.end, Reason.INCOMPLETE)
        return at + 1

    def _is_start(self, at: int) -> bool:
        """True when a sheet, section or subsection begins here."""
        return self.tokens[at].kind is Kind.LETTER or self._is_sided(at)

    def _is_sided(self, at: int) -> bool:
        """True when a section or subsection begins here with its side in minutes."""
        if self.tokens[at].kind is not Kind.NUMBER or self.tokens[at + 1].kind is not Kind.LETTER:
            return False
        own_side = self.tokens[at].number in (5, 10) and not is_row_letter(self.tokens[at + 1].text)
        return own_side or not self._is_sheet(at + 1)

    # numbers

    def _read_number(self, at: int) -> int:
        token = self.tokens[at]
        goes_on = self._listing and self._after_separator(at)
        if self._begun is None:
            after = self._after_numeral(at)
            if after and (not goes_on or (self._depth == 0 and 0 < self._numeral == token.number - 1)):
                self._numeral = token.number
                self.passed.append((token.start, token.end))
                return after
            if after and self._ambiguous_numeral(at):
                self._problem(token.start, token.end, Reason.AMBIGUOUS_NUMBERS, self._prefix.codes(token.text))
                return after
            if self.tokens[at + 1].kind is Kind.DASH and self.tokens[at + 2].kind is Kind.OPEN and self._depth == 0:
                return self._read_next_sheet(at, goes_on)
        if self._begun is not None or goes_on:
            return self._read_item(at)
        self._problem(token.start, token.end, Reason.STRAY_NUMBER, self._prefix.codes(token.text))
        self._distrust()
        return at + 1

    def _after_separator(self, at: int) -> bool:
        at -= 1
        while at >= 0 and self.tokens[at].kind in (Kind.KNOWN, Kind.MARK):
            at -= 1
        return at >= 0 and self.tokens[at].kind in (Kind.COMMA, Kind.SEMICOLON)

    def _after_numeral(self, at: int) -> int:
        """Index behind the numeral of a numbered list (1. or 1) or a row number) that a sheet follows; 0 if none."""
        behind = at + 1
        if self.tokens[behind].kind in (Kind.DOT, Kind.CLOSE):
            behind += 1
        follows = self._skip(behind, Kind.KNOWN, Kind.MARK, Kind.COLON, Kind.DASH)
        if self.tokens[follows].broken and not self.tokens[at].broken:
            return 0
        return behind if self._is_sheet(follows) else 0

    def _ambiguous_numeral(self, at: int) -> bool:
        """True when a number that goes on with a list may as well be a numeral."""
        if self._depth == 0:
            return True
        return 0 < self._numeral == self.tokens[at].number - 1

    def _read_next_sheet(self, at: int, goes_on: bool) -> int:
        """A sheet written as its number alone: 78-(10а-5б-2) after M-44-77-(…)."""
        token, known = self.tokens[at], self._prefix.sheets
        if goes_on or not known or self._prefix.sheet_reason or not (self._after_separator(at) or token.broken):
            self._problem(token.start, token.end, Reason.AMBIGUOUS_NUMBERS, self._prefix.codes(token.text))
            self._distrust()
        else:
            self._begin_sheet(known[0].row, known[0].zone, token.number, None)
            self._begun = token.start
        return at + 2

    def _read_item(self, at: int) -> int:
        """A block number, a range, or numbers that cannot be told apart."""
        start = self.tokens[at].start if self._begun is None else self._begun
        end, numbers = self._extent(at)
        text = "-".join(str(number.number) if number.number >= 0 else number.text for number in numbers)
        reason, candidates = self._prefix.reason, self._prefix.codes(text)
        torn = self._torn(end) - end
        if torn:
            end, reason, candidates = end + torn, Reason.NOT_UNDERSTOOD, ()
        elif numbers[-1].number == 10 and self.tokens[end].kind is Kind.DASH and self._is_sided(end + 1):
            end, reason, candidates = end + 1, Reason.INCOMPLETE, ()
        elif len(numbers) > 2 or (len(numbers) == 2 and end != at + 3):
            reason, candidates = (
                Reason.AMBIGUOUS_NUMBERS,
                self._prefix.either(*(number.text for number in numbers)) if end == at + 2 else (),
            )
        elif self.tokens[end].kind in _DASHES and self.tokens[end + 1].kind in _ENDS:
            end, reason, candidates = end + 1, Reason.INCOMPLETE, ()
        elif not all(1 <= number.number <= LAST_BLOCK for number in numbers):
            reason, candidates = Reason.NO_SUCH_BLOCK, ()
        elif numbers[0].number > numbers[-1].number:
            reason = Reason.BACKWARD_RANGE
            candidates = self._prefix.codes(f"{numbers[1].number}-{numbers[0].number}")
        self._item(
            start, self.tokens[end - 1].end, range(numbers[0].number, numbers[-1].number + 1), reason, candidates
        )
        if torn or self.tokens[end - 1].kind is Kind.DASH or (reason and self.tokens[end].kind is Kind.LETTER):
            # what was not read may have begun the prefix that follows
            self._distrust()
        return end

    def _torn(self, at: int) -> int:
        """Index behind strange text that touches the number before, and what touches that: 2@3 is neither 2 nor 3."""
        strange = self.tokens[at].kind in (Kind.UNKNOWN, Kind.KNOWN)
        if strange or (self.tokens[at].kind is Kind.LETTER and not self._is_whole_sheet(at)):
            while self.tokens[at].kind in _WRITTEN and self.tokens[at].start == self.tokens[at - 1].end:
                at += 1
        return at

    def _item(
        self, start: int, end: int, numbers: range, reason: Optional[Reason], candidates: tuple[str, ...]
    ) -> None:
        blocks = [] if reason else self._prefix.blocks(numbers, self.scheme)
        if not all(map(self.scheme.contains, blocks)):
            reason, blocks, candidates = Reason.OUTSIDE_COUNTRY, [], ()
        self.pieces.append(Item(start, end, blocks, reason, candidates if reason else (), self._group))
        if self._prefix.sheet_reason not in (None, Reason.NO_SHEET):
            self._prefix.sheet_reason = Reason.AFTER_UNREAD
        elif {self._prefix.section_reason, self._prefix.subsection_reason} & _GARBLED:
            self._distrust()
        self._begun = None
        self._in_section = False
        self._listing = True

    def _extent(self, at: int) -> tuple[int, list[Token]]:
        """Index behind the number here and all that hangs on it without a separator, and the numbers among it."""
        numbers = [self.tokens[at]]
        at += 1
        while True:
            following = at + (self.tokens[at].kind in _DASHES)
            token = self.tokens[following]
            if token.kind is not Kind.NUMBER or (self._is_sided(following) and token.number in (5, 10)):
                return at, numbers
            dashed = following > at
            closing = self.tokens[following + 1].kind is Kind.CLOSE and self._depth > 0
            row = token.broken and (self._depth == 0 or self.tokens[following + 1].kind is Kind.DOT)
            if not dashed and row and not closing and self._after_numeral(following):
                return at, numbers
            numbers.append(token)
            at = following + 1
