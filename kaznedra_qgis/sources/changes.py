"""What a server of OGC API - Features tells of a collection's changes since a time, and of how many features there are.

QGIS Server keeps its `numberMatched` of a whole collection from its first count on, and gives the same for a filtered
one: neither shows that a feature has vanished. So the end of the collection is looked at as well, where its links show
that offsets lead there, and a filtered walk goes on until nothing more comes.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Callable, Optional

from ..errors import Code, KaznedraError
from .paging import Fetched, Paging
from .profile import ThemeProfile
from .source import Count, Page
from .ways import identifying

INTERVAL = "datetime"
"""The filter of OGC API - Features, Part 1 (17-069r4, 7.15.4): a time, or an interval open at one end"""

_AT_THE_END = 100


class AskedChanges:
    """Changes of one collection. `walk` begins a walk through its items, `names` are the query parameters they take.

    `first` is the answer to a request for the first feature alone.
    """

    def __init__(
        self, walk: Callable[[], Paging], names: Collection[str], mapping: ThemeProfile, first: Fetched
    ) -> None:
        self._walk = walk
        self._names = names
        self._mapping = mapping
        self._goes_by_offset = first.goes_by_offset
        # QGIS Server gives no id without the attribute that it is made of
        self._identifier = mapping.id_attribute or identifying(names)

    def since(self, time: str) -> Iterator[Page]:
        """Pages of the features that changed at `time` or later; where the filter is ignored, of any."""
        name = self._mapping.changed_filter
        asked = {name: f"{time}/.." if name == INTERVAL else time}
        return self._walk().ask(asked, is_total_known=False).pages()

    def count(self, near: int) -> Count:
        """How many features there are now, as told and, where the server goes by offset, by what lies at the end."""
        # a time takes QGIS Server as long to write as all the rest
        walk = self._walk().ask(self._leave_out([self._identifier or self._mapping.changed_attribute]))
        if not self._goes_by_offset:
            return Count(walk.piece(0, 1).page.matched)
        offset = max(near - 1, 0)
        try:
            end = walk.piece(offset, _AT_THE_END)
        except KaznedraError as error:
            # QGIS Server refuses an offset behind the end
            if error.code not in (Code.REFUSED, Code.NOT_FOUND):
                raise
            return Count(walk.piece(0, 1).page.matched, offset, _AT_THE_END, 0)
        return Count(end.page.matched, offset, _AT_THE_END, end.count)

    def outlines(self) -> Optional[Iterator[Page]]:
        """Pages of all features without what the server can leave out; None where that is nothing."""
        left_out = self._leave_out([self._identifier, self._mapping.changed_attribute])
        return self._walk().ask(left_out).pages() if left_out else None

    def _leave_out(self, kept: Sequence[str]) -> dict[str, str]:
        """Parameters of a request for no more than these attributes, as far as the server has any."""
        possible = {"properties": ",".join(filter(None, kept)), "skipGeometry": "true"}
        return {name: value for name, value in possible.items() if name in self._names}
