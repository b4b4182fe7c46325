"""How old data may be before nothing is called clear by it: one judgement for the dock, the map and the rules."""

from datetime import date, datetime, timezone
from typing import Optional

DEFAULT_DAYS = 7.0
"""Where neither the source's profile nor the user says otherwise"""


def age_in_days(pulled: datetime, day: date) -> int:
    """Midnights of UTC between the end of a pull and a day."""
    return (day - pulled.astimezone(timezone.utc).date()).days


def is_stale(pulled: datetime, day: date, days: Optional[float]) -> bool:
    """Whether a pull is older on that day than `days`; 0 or None: never."""
    return bool(days) and age_in_days(pulled, day) > days
