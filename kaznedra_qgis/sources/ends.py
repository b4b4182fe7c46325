"""How many features there are, shown by both ends of their list, where the total that a server tells is an estimate."""

from typing import Callable

_BEYOND = 100
"""Features asked for beyond those that the total would leave room for"""

Look = Callable[[int, int, bool], int]
"""How many features come from an offset on, at most a limit; sorted by what tells them apart, backwards or not"""


def are_all(came: int, told: int, look: Look) -> bool:
    """True where the ends of a server's list show that it has just as many features as different ones came.

    The list is looked at from the last of `came` on, forwards and backwards, for more than there is up to `told`;
    each time one feature has to come, and from the beginning on as many as asked for: no page is cut.

    Proof. D features came, and `limit` is asked for. Offset D - 1 gave one, so the list has N >= D rows. Suppose
    N > D, as when the total is right and the server holds some rows back. While N < D + limit, the look forwards
    shows all of the rows D to N, of which N - D are held back; backwards it shows rows 1 to N - D + 1, of which as
    many. With 2 limit <= D those are different rows: at least 2 (N - D) are held back, so at most 2 D - N < D are
    given. But D came. So N = D, and what came is all, as surely as where D is the told total: nothing is shown of a
    feature that came and one that went while the others were fetched. (N >= D + limit, more than is told by 100 at
    least, would take as many rows in one piece at both ends that are never given.)
    """
    limit = max(told - came, 0) + _BEYOND
    if came < 2 * limit or look(0, limit, False) != limit:
        return False
    return all(look(came - 1, limit, backwards) == 1 for backwards in (False, True))
