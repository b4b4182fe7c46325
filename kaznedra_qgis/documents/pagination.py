"""Where the pages of a text begin and end: between lines and between rows of tables, never through them.

Qt's own pages cut tall rows. Lengths are in dots of the device that the text was laid out for, on one endless page.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Optional

Span = tuple[float, float]
"""From the top down"""


_CSS_DPI = 96
_LINE_BREAK = "\u2028"
OVERLAP = 1.1
"""Dots by which Qt lets lines overlap: it rounds their heights up"""
_WORTHWHILE = 0.25
"""Share of a page that must be left for a row to begin there which goes on over pages anyway"""


class Page(NamedTuple):
    """What of the text stands on a page; `head` is that of a table which goes on here, and is repeated above."""

    top: float
    bottom: float
    head: Optional[Span] = None


@dataclass(frozen=True)
class Piece:
    """A line, or a row of a table: it stays whole where a page has room for it."""

    top: float
    bottom: float
    head: Optional[Span] = None
    """Of the table that it is a row of"""
    lines: Sequence[Span] = ()
    """In a row: none of these may be cut"""
    keeps_with_next: bool = False
    begins_page: bool = False

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


def pages(document: Any, height: float) -> list[Page]:
    """The pages of a QTextDocument of endless height; a paragraph that goes on overleaf becomes two of them."""
    while True:
        found = paginate(list(_of_frame(document, document.rootFrame())), height)
        if not _part(document, [page.bottom for page in found[:-1]]):
            return found


def _part(document: Any, ends: Sequence[float]) -> bool:
    """Part the paragraphs that have lines above and below one of `ends`; whether there were any.

    Where Qt paints the lower lines of a paragraph, it also writes the line before, where a reader does not see it.
    """
    from qgis.PyQt.QtGui import QTextCursor

    places = list(_places_to_part(document, ends))
    cursor = QTextCursor(document)
    # laid out anew once; from the end, so that the places before stay where they are
    cursor.beginEditBlock()
    for place in reversed(places):
        cursor.setPosition(place)
        _part_at(cursor)
    cursor.endEditBlock()
    return bool(places)


def _places_to_part(document: Any, ends: Sequence[float]) -> Iterator[int]:
    """Where in the text the lines begin that are the first below an end, with others of their paragraph above it."""
    block = document.begin()
    while block.isValid():
        tops = [top for top, _ in _lines(document, block)]
        below = {bisect_right(tops, end - 2 * OVERLAP) for end in ends}
        for number in sorted(below - {0, len(tops)}):
            yield block.position() + block.layout().lineAt(number).textStart()
        block = block.next()


def _part_at(cursor: Any) -> None:
    if cursor.document().characterAt(cursor.position() - 1) == _LINE_BREAK:
        cursor.deletePreviousChar()
    upper, lower = cursor.blockFormat(), cursor.blockFormat()
    upper.setBottomMargin(0)
    lower.setTopMargin(0)
    cursor.setBlockFormat(upper)
    cursor.insertBlock(lower)


def paginate(pieces: Sequence[Piece], height: float) -> list[Page]:
    """Pages so high: as many pieces to each as fit. A piece higher than a page is divided between its lines."""
    left, found = list(pieces), []
    while left:
        head = left[0].head
        room = height - (head[1] - head[0] if head else 0)
        count = _fitting(left, room)
        if count < len(left) and left[count].height > room and not (count and left[count].begins_page):
            rest = room - (left[count].top - left[0].top)
            if not count or rest > room * _WORTHWHILE:
                cut = _cut(left[count], rest)
                left[count : count + 1] = [replace(left[count], bottom=cut), replace(left[count], top=cut)]
                count += 1
        found.append(Page(left[0].top, left[count - 1].bottom, head))
        del left[:count]
    return found or [Page(0, 0)]


def _fitting(pieces: Sequence[Piece], room: float) -> int:
    """How many pieces go onto a page, no heading being the last of them; 0 where the first is too high."""
    count = 0
    while count < len(pieces) and pieces[count].bottom - pieces[0].top <= room:
        if count and pieces[count].begins_page:
            return count
        count += 1
    kept = count
    while 0 < kept < len(pieces) and pieces[kept - 1].keeps_with_next and pieces[kept].height <= room:
        kept -= 1
    return kept or count


def _cut(piece: Piece, room: float) -> float:
    """Where a piece is divided: the lowest place in so much room that no line crosses."""
    last = piece.top + room
    ends = (bottom for _, bottom in piece.lines if piece.top < bottom <= last)
    free = [at for at in ends if not any(top + OVERLAP < at < bottom - OVERLAP for top, bottom in piece.lines)]
    return max(free, default=last)


def _of_frame(document: Any, frame: Any) -> Iterator[Piece]:
    from qgis.PyQt.QtGui import QTextTable

    place, is_after_table = frame.begin(), False
    while not place.atEnd():
        inner, block = place.currentFrame(), place.currentBlock()
        if isinstance(inner, QTextTable):
            yield from _of_table(document, inner)
        elif inner is not None:
            yield from _of_frame(document, inner)
        elif block.text() or not is_after_table:
            # the empty paragraph that Qt puts after a table lies beside its last rule: no page may begin with it
            yield from _of_block(document, block)
        is_after_table = isinstance(inner, QTextTable)
        place += 1


def _of_block(document: Any, block: Any) -> Iterator[Piece]:
    from qgis.PyQt.QtGui import QFont, QTextFormat

    lines = _lines(document, block)
    is_heading = block.charFormat().fontWeight() > QFont.Weight.Normal and len(lines) < 3
    begins = bool(block.blockFormat().pageBreakPolicy() & QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    for number, (top, bottom) in enumerate(lines):
        yield Piece(top, bottom, keeps_with_next=is_heading, begins_page=begins and number == 0)


def _lines(document: Any, block: Any) -> list[Span]:
    box, layout = document.documentLayout().blockBoundingRect(block), block.layout()
    shift = box.top() - layout.boundingRect().top()
    boxes = (layout.lineAt(number).rect() for number in range(layout.lineCount()))
    return [(shift + line.top(), shift + line.bottom()) for line in boxes]


def _of_table(document: Any, table: Any) -> Iterator[Piece]:
    """A piece per row, with the rules above and below it: they lie in the middle between the text of two rows."""
    form, dots = table.format(), document.documentLayout().paintDevice().logicalDpiY() / _CSS_DPI
    rows = [
        [line for column in range(table.columns()) for line in _of_cell(document, table.cellAt(row, column))]
        for row in range(table.rows())
    ]
    spans = [(min(top for top, _ in lines), max(bottom for _, bottom in lines)) for lines in rows]
    rule = form.border() * dots / 2
    edge = form.cellPadding() * dots + rule
    between = [(above[1] + below[0]) / 2 for above, below in zip(spans, spans[1:])]
    places = [spans[0][0] - edge, *between, spans[-1][1] + edge]
    tops, bottoms = [place - rule - 1 - OVERLAP for place in places], [place + rule - 1 + OVERLAP for place in places]
    heads = form.headerRowCount()
    head = (tops[0], tops[heads] + 2 * OVERLAP) if 0 < heads < len(rows) else None
    for number, lines in enumerate(rows):
        is_head = number < heads
        yield Piece(tops[number], bottoms[number + 1], None if is_head else head, lines, keeps_with_next=is_head)


def _of_cell(document: Any, cell: Any) -> list[Span]:
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    lines = _lines(document, block)
    while block != last:
        block = block.next()
        lines += _lines(document, block)
    return lines
