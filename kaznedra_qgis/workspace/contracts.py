"""The contract of a source, checked once a pull is staged and before anything is merged.

What would make the workspace say something false (axes exchanged, an attribute that matters lost, most features gone,
all under new ids) is a breach: nothing is merged, and the last good state stays in use until the source is right again
or the user accepts the change. Whatever else differs from the last complete pull is a notice.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Optional

from ..errors import Code, KaznedraError
from ..sources.profile import SourceProfile, ThemeProfile
from ..sources.promise import Promise, Told, changes
from ..sources.source import BBox, Contract, Offer
from ..themes import Theme
from . import merge, promises, snapshots
from .placement import Placement, placement, staged_bounds
from .snapshots import Snapshot, State
from .staging import Staging

_MANY = 10
"""Features before, from which on it is no matter of course that most are gone, or all have other ids"""
_LOOKED_AT_FIRST = 1000


@dataclass(frozen=True)
class Terms:
    """What a pull is held to: the source's own words, unless the user said to `accept` what it changed.

    Exchanged axes are never accepted.
    """

    offer: Optional[Offer]
    accept: bool = False

    @property
    def promise(self) -> Optional[Promise]:
        """All that the source says of the theme."""
        return self.offer.promise if self.offer else None

    @property
    def extent(self) -> Optional[BBox]:
        """The area that the source declares."""
        return self.offer.extent if self.offer else None


@dataclass(frozen=True)
class Verdict:
    """What came of the check. `promise` is what to keep with the snapshot if it becomes complete."""

    breach: Optional[KaznedraError] = None
    notices: tuple[KaznedraError, ...] = ()
    promise: Optional[Promise] = None

    def noted(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot with the notices."""
        return replace(snapshot, notices=(*snapshot.notices, *map(snapshots.noted, self.notices)))


def confirm(connection: sqlite3.Connection, snapshot: Snapshot, terms: Terms) -> Verdict:
    """Check a pull whose features are those of the last complete one, so that their attributes are, too."""
    before = promises.last(connection, snapshot.source, snapshot.theme)
    promise = terms.promise
    if promise is None:
        return Verdict()
    if before is None or before.told is not Told.PAGES:
        return Verdict(promise=replace(promise, attributes={}))
    promise = promise.with_pages(before.attributes)
    return Verdict(None, tuple(changes(before, promise, ())), promise)


def foresee(connection: sqlite3.Connection, contract: Contract, profile: SourceProfile) -> list[KaznedraError]:
    """What differs from the last complete pulls by a source's own words, before anything is pulled.

    Attributes are those of its schema or, where it has none, of its first feature.
    """
    found: list[KaznedraError] = []
    for theme, mapping in profile.themes.items():
        before = promises.last(connection, profile.id, theme)
        offer, missing = contract.offers.get(theme), contract.missing.get(theme)
        good = _good_count(connection, profile.id, theme)
        differing = [missing] if missing and good is not None else []
        if offer and good is not None and offer.expected is not None:
            differing += _collapsed(good, offer.expected)
        if before and offer and offer.promise:
            differing += changes(before, offer.promise, {read.source for read in mapping.attributes.values()})
        for error in differing:
            error.facts.setdefault("theme", theme)
        found += differing
    return found


def check(
    connection: sqlite3.Connection,
    theme: Theme,
    mapping: ThemeProfile,
    snapshot: Snapshot,
    terms: Terms,
    stagings: Sequence[Staging],
) -> Verdict:
    """Check what is staged (`merge.arrange` has run) against the last complete pull and the source's own words."""
    before = promises.last(connection, snapshot.source, theme.name)
    seen: dict[str, set[str]] = {}
    for staging in stagings:
        for name, kinds in staging.attributes.items():
            seen.setdefault(name, set()).update(kinds)
    promise = terms.promise or Promise(mapping.collection)
    paths = [path for staging in stagings for path in staging.paths]
    with merge.together(paths) as staged:
        placed = placement(staged, staged_bounds(paths), terms.extent)
        if snapshot.distinct:
            filled = _filled(staged, theme, mapping)
            promise = promise.with_pages(_attributes(seen, filled, before))
        elif before is not None:
            promise = promise.with_pages(before.attributes)
    mapped = {found.source for found in mapping.attributes.values()}
    notices = changes(before, promise, mapped) if before else []
    breaches = [
        *_misplaced(placed, notices),
        *_missed(connection, theme, snapshot, notices),
        *_vital(theme, mapping, before, promise, notices),
    ]
    final = [error for error in breaches if not terms.accept or error.code is Code.AXES_SWAPPED]
    for error in (*breaches, *notices):
        error.facts.setdefault("theme", theme.name)
    notices += [error for error in breaches if error not in final and error not in notices]
    return Verdict(final[0] if final else None, tuple(notices), promise)


def _filled(staged: sqlite3.Connection, theme: Theme, mapping: ThemeProfile) -> dict[str, bool]:
    """The source's attributes that are read, and whether any feature has a value; most show it at once."""
    columns = {f"a{number}": mapping.source_of(attribute.name) for number, attribute in enumerate(theme.attributes)}
    columns = {column: name for column, name in columns.items() if name}
    filled = dict.fromkeys(columns.values(), False)
    for rows in (f"(SELECT * FROM staged LIMIT {_LOOKED_AT_FIRST})", "staged"):  # nosec B608
        asked = [column for column, name in columns.items() if not filled[name]]
        if asked:
            tests = ", ".join(f"max({column} IS NOT NULL)" for column in asked)
            found = staged.execute(f"SELECT {tests} FROM {rows}").fetchone()  # nosec B608
            for column, value in zip(asked, found):
                filled[columns[column]] |= bool(value)
    return filled


def _attributes(seen: Mapping[str, set[str]], filled: Mapping[str, bool], before: Optional[Promise]) -> dict[str, str]:
    """Attributes that were seen or have a value, with their types.

    Of a page not all features may have been looked at: of a type that was not seen, the one before is believed. A
    column of a file whose values are all null looks like text, so any other type is.
    """
    known = before.attributes if before else {}
    found = {}
    for name in {**seen, **{name: None for name, has_value in filled.items() if has_value}}:
        kinds = seen.get(name) or {known.get(name) or "text"}
        others = kinds - {"text"}
        kind = next(iter(others)) if len(others) == 1 else "text"
        kind = known[name] if known.get(name) in kinds else kind
        found[name] = kind if filled.get(name) else ""
    return found


def _misplaced(found: Placement, notices: list[KaznedraError]) -> list[KaznedraError]:
    """Exchanged axes; features outside the declared area are noted."""
    if found.is_swapped:
        facts = {"received": found.placed, "outside": found.outside, "swapped": found.swapped}
        return [KaznedraError(Code.AXES_SWAPPED, **facts)]
    if found.outside:
        facts = {"outside": found.outside, **({"swapped": found.swapped} if found.swapped else {})}
        notices.append(KaznedraError(Code.OUTSIDE_EXTENT, **facts))
    return []


def _missed(
    connection: sqlite3.Connection, theme: Theme, snapshot: Snapshot, notices: list[KaznedraError]
) -> list[KaznedraError]:
    """Most features gone from a complete pull, or none of them with an id of before."""
    before, now = _good_count(connection, snapshot.source, theme.name) or 0, snapshot.distinct
    if snapshot.state is not State.COMPLETE:
        return []
    collapsed = _collapsed(before, now)
    if collapsed and before >= _MANY:
        return collapsed
    notices += collapsed
    if min(before, now) >= _MANY and not merge.shares_ids(connection, theme, snapshot.source):
        return [KaznedraError(Code.IDS_CHANGED, before=before, now=now)]
    return []


def _good_count(connection: sqlite3.Connection, source: str, theme: str) -> Optional[int]:
    """Features of the last complete pull; None where there was none."""
    row = connection.execute(
        "SELECT distinct_ids FROM snapshots WHERE source = ? AND theme = ? AND state = ? ORDER BY id DESC LIMIT 1",
        (source, theme, State.COMPLETE.value),
    ).fetchone()
    return int(row[0]) if row else None


def _collapsed(before: int, now: int) -> list[KaznedraError]:
    """That none is left, or of many less than half."""
    gone = before > 0 and now == 0 or before >= _MANY and 2 * now < before
    return [KaznedraError(Code.TOTAL_COLLAPSED, before=before, now=now)] if gone else []


def _vital(
    theme: Theme,
    mapping: ThemeProfile,
    before: Optional[Promise],
    promise: Promise,
    notices: list[KaznedraError],
) -> list[KaznedraError]:
    """Of the notices, those of attributes without which the theme misleads."""
    if before is None or not promise.attributes:
        return []
    lost, retyped = set(), set()
    for names in theme.vital_groups():
        sources = {mapping.source_of(name) for name in names} - {""}
        had = {name for name in sources if before.attributes.get(name)}
        if had and not any(promise.attributes.get(name) for name in had):
            lost |= had
        if any(theme.attribute(name).codes for name in names):
            retyped |= {name for name in had if promise.attributes.get(name) not in (before.attributes[name], "", None)}
    found = [error for error in notices if error.code is Code.ATTRIBUTE_LOST and lost]
    found += [error for error in notices if error.code is Code.ATTRIBUTE_TYPE and error.facts["attribute"] in retyped]
    return found
