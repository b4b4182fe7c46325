"""What the last check of a draft found, where it was of just the blocks that the draft has now."""

from functools import lru_cache
from typing import TYPE_CHECKING, Optional

from ..workspace.drafts import Draft

if TYPE_CHECKING:
    from ..subsoil.licences import PlannedLicences


def result(draft: Draft) -> str:
    """'clear', 'conflict' or 'unknown'; empty where these blocks have not been checked."""
    return str(_of_these(draft).get("result", ""))


def licences(draft: Draft) -> "Optional[PlannedLicences]":
    """Those that it was found to lead to; None where these blocks have not been checked."""
    from ..subsoil.licences import from_json

    try:
        return from_json(_of_these(draft).get("licences"))
    except ValueError:
        return None


def _of_these(draft: Draft) -> dict:
    checked = draft.details.get("checked") or {}
    return checked if draft.blocks and _codes(draft.blocks) == checked.get("codes") else {}


def moment(draft: Draft) -> str:
    """When the last check was, RFC 3339; empty where there was none."""
    return str((draft.details.get("checked") or {}).get("at", ""))


@lru_cache(maxsize=64)
def _codes(blocks: frozenset) -> list[str]:
    from ..subsoil.numbering import default_scheme

    return sorted(map(default_scheme().code, blocks))
