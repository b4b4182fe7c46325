"""The ends of a list show how many features there are, or nothing: a server that holds some back proves nothing."""

from hypothesis import assume, given
from hypothesis import strategies as st

from kaznedra_qgis.sources import ends
from kaznedra_qgis.sources.ends import are_all


class Listed:
    """A server's list of so many rows, some of which it never gives; it cuts pages at `most`."""

    def __init__(self, rows: int, held_back: frozenset[int] = frozenset(), most: int = 10**6) -> None:
        self.rows, self.held_back, self.most = rows, held_back, most
        self.looks: list[tuple[int, int, bool]] = []

    def look(self, offset: int, limit: int, backwards: bool) -> int:
        self.looks.append((offset, limit, backwards))
        order = range(self.rows - 1, -1, -1) if backwards else range(self.rows)
        return sum(row not in self.held_back for row in order[offset : offset + min(limit, self.most)])

    @property
    def given(self) -> int:
        return self.rows - len(self.held_back)


def test_an_estimate_is_seen_through_with_three_looks() -> None:
    for told in (988, 1000, 1012):
        server = Listed(1000)
        assert are_all(1000, told, server.look)
        assert [look[0] for look in server.looks] == [0, 999, 999]


def test_one_feature_too_few_or_too_many_is_no_proof() -> None:
    assert not are_all(999, 1012, Listed(1000).look)
    assert not are_all(1001, 1012, Listed(1000).look)


def test_what_is_held_back_at_the_end_of_the_list_is_not_taken_for_an_estimate() -> None:
    """By offsets forwards the list would seem to end with the last that came."""
    server = Listed(1012, frozenset(range(1000, 1012)))
    assert server.look(999, 100, False) == 1
    assert not are_all(1000, 1012, server.look)
    assert not are_all(1000, 1012, Listed(1012, frozenset(range(12))).look)


def test_pages_that_are_cut_prove_nothing() -> None:
    assert not are_all(999, 1012, Listed(1000, most=1).look)


def test_where_a_total_leaves_too_much_room_nothing_is_looked_at() -> None:
    server = Listed(1000)
    assert not are_all(1000, 1500, server.look)
    assert not are_all(150, 149, server.look) and not server.looks


@given(
    st.integers(20, 60),
    st.sets(st.integers(0, 59), max_size=20),
    st.integers(0, 3),
    st.integers(-10, 10),
    st.integers(1, 60),
)
def test_what_is_taken_for_all_is_all(rows: int, held: set[int], unseen: int, wrong: int, most: int) -> None:
    server = Listed(rows, frozenset(each for each in held if each < rows), most)
    came, told = server.given - unseen, rows + wrong
    beyond, ends._BEYOND = ends._BEYOND, 3
    try:
        assume(came > 0 and rows < came + max(told - came, 0) + ends._BEYOND)
        if are_all(came, told, server.look):
            assert came == rows
    finally:
        ends._BEYOND = beyond


@given(st.integers(200, 400), st.integers(-400, 100))
def test_whatever_is_told_all_of_a_list_is_known_to_be_all(rows: int, wrong: int) -> None:
    assert are_all(rows, rows + wrong, Listed(rows).look) == (rows >= 2 * (max(wrong, 0) + 100))
