"""Pulling nothing where the source says that every page is what it was: ETags (RFC 9110, 8.8.3 and 13.1.2).

All the pages of which the current features were made have to have kept their ETags, and the source has to promise as
many features as there are; so a feature that would stand on a page of its own, or where there was none, is seen too.
"""

from dataclasses import replace
from pathlib import Path
from typing import Optional

from ..sources.source import Conditional, Offer, Source
from ..themes import THEMES
from .digests import Known
from .fetching import Fetched, now, unchanged
from .snapshots import Snapshot
from .staging import Staging


def is_possible(source: Source, offer: Offer, known: Known) -> bool:
    """True where each page of the last complete pull had an ETag, and as many features are promised as came then."""
    if not isinstance(source, Conditional) or known.good is None or not known.digests:
        return False
    return known.digests.keys() == known.etags.keys() and offer.expected == known.good.distinct


def confirm(source: Source, offer: Offer, snapshot: Snapshot, known: Known, folder: Path) -> Optional[Fetched]:
    """The complete snapshot of a theme that is as it was; None where any page is not. Raises CANCELLED."""
    assert isinstance(source, Conditional) and known.good is not None  # nosec B101
    pages = [known.etags[number] for number in sorted(known.etags)]
    if not source.is_unchanged(offer, pages):
        return None
    mapping = source.profile.theme(offer.theme)
    staging = Staging(folder / f"{offer.theme}-same", THEMES[offer.theme], mapping, known.digests)
    staging.confirm()
    told = replace(snapshot, expected=offer.expected, pages=staging.pages, hash=staging.hash, fetched=now())
    return unchanged(told, known.good), [staging]
