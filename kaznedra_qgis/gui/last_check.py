"""What the last check of a draft found, where it was of just the blocks that the draft has now."""

from functools import lru_cache

from ..workspace.drafts import Draft


def result(draft: Draft) -> str:
    """'clear', 'conflict' or 'unknown'; empty where these blocks have not been checked."""
    checked = draft.details.get("checked") or {}
    of_these = draft.blocks and _codes(draft.blocks) == checked.get("codes")
    return str(checked.get("result", "")) if of_these else ""


def moment(draft: Draft) -> str:
    """When the last check was, RFC 3339; empty where there was none."""
    return str((draft.details.get("checked") or {}).get("at", ""))


@lru_cache(maxsize=64)
def _codes(blocks: frozenset) -> list[str]:
    from ..subsoil.numbering import default_scheme

    return sorted(map(default_scheme().code, blocks))
