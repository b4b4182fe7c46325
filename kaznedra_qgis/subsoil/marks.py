"""Which block a mark of partial blocks belongs to: the one that stands nearer, with less between."""

from typing import Optional

from .numbering import NumberingScheme
from .pieces import Closing, Gap, Item, Mark, Piece
from .problems import Reason

_FAR = Gap.SEMICOLON + 1


def bind_marks(pieces: list[Piece], scheme: NumberingScheme) -> list[Item]:
    """Set `partial` on the items that a mark names; the marks that may belong to several come back as problems.

    A mark belongs to the item before or after it, whichever is parted from it by less: nothing, a line break, a
    comma; a mark in brackets looks back over a line break. After a bracketed group of several blocks, or a range, it
    may mean all of them or the last: that is a problem, not a guess.
    """
    groups: dict[int, list[Item]] = {}
    for piece in pieces:
        if isinstance(piece, Item):
            groups.setdefault(piece.group, []).append(piece)
    problems = []
    at = 0
    while at < len(pieces):
        last = at
        while isinstance(pieces[last], Mark) and last + 1 < len(pieces) and isinstance(pieces[last + 1], Mark):
            last += 1
        mark, end = pieces[at], pieces[last]
        if isinstance(mark, Mark) and isinstance(end, Mark):
            whole = Mark(mark.start, end.end, mark.bracketed, mark.inside)
            problem = _bind(
                whole, _before(pieces, at, mark.bracketed, groups), _after(pieces, last, mark.inside, groups)
            )
            if problem:
                codes = tuple(scheme.code(block) for block in problem.blocks)
                problems.append(Item(problem.start, problem.end, [], Reason.AMBIGUOUS_MARK, codes))
        at = last + 1
    return problems


def _bind(mark: Mark, before: tuple[list[Item], int], after: tuple[list[Item], int]) -> Optional[Item]:
    """Mark the one block that is meant; None, or the mark with the blocks that it may belong to."""
    (earlier, left), (later, right) = before, after
    if min(left, right) >= Gap.SEMICOLON:
        meant = []
    elif left == right:
        meant = earlier + later
    else:
        meant = earlier if left < right else later
    if len(meant) == 1 and (meant[0].reason or len(meant[0].blocks) == 1):
        item = meant[0]
        item.partial, item.start, item.end = True, min(item.start, mark.start), max(item.end, mark.end)
        return None
    return Item(mark.start, mark.end, [block for item in meant for block in item.blocks])


def _before(pieces: list[Piece], at: int, bracketed: bool, groups: dict[int, list[Item]]) -> tuple[list[Item], int]:
    """The items that a mark right behind them means, and the gap between."""
    gap = Gap.NOTHING
    closed = None
    for index in range(at - 1, -1, -1):
        piece = pieces[index]
        if isinstance(piece, Item):
            return (groups[piece.group] if piece.group == closed else [piece]), gap
        if isinstance(piece, Mark):
            break
        if isinstance(piece, Closing):
            closed = piece.group
        elif piece != Gap.LINE or not bracketed:
            gap = max(gap, piece)
    return [], _FAR


def _after(pieces: list[Piece], last: int, inside: bool, groups: dict[int, list[Item]]) -> tuple[list[Item], int]:
    """The items that a mark right before them means, and the gap between."""
    gap = Gap.NOTHING
    for index in range(last + 1, len(pieces)):
        piece = pieces[index]
        if isinstance(piece, Item):
            return ([piece] if inside else groups[piece.group]), gap
        if isinstance(piece, (Mark, Closing)):
            break
        gap = max(gap, piece)
    return [], _FAR
