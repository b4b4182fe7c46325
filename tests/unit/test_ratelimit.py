"""Quotas that servers tell in their headers."""

import pytest
from requests.structures import CaseInsensitiveDict

from kaznedra_qgis.sources.ratelimit import pause

NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0),
        ({"RateLimit": '"default";r=0;t=30'}, 30),
        ({"RateLimit": '"default";r=50;t=30', "RateLimit-Policy": '"default";q=100;w=60'}, 0),
        ({"RateLimit": "limit=100, remaining=0, reset=12"}, 12),
        ({"RateLimit": "limit=100, remaining=2, reset=12"}, 4),
        ({"RateLimit-Limit": "10", "RateLimit-Remaining": "0", "RateLimit-Reset": "7"}, 7),
        ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(NOW) + 20)}, 20),
        ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(NOW) - 20)}, 0),
        ({"X-Rate-Limit-Remaining": "1", "X-Rate-Limit-Reset": "10"}, 5),
        ({"X-RateLimit-Remaining": "none", "X-RateLimit-Reset": "soon"}, 0),
        ({"RateLimit": '"hourly";r=1;t=3600'}, 5),
        ({"RateLimit": "r=99999999999;t=1"}, 0),
        ({"RateLimit-Remaining": "0"}, 0),
    ],
)
def test_the_pause_that_a_quota_asks_for(headers, seconds):
    assert pause(CaseInsensitiveDict(headers), 4, NOW) == pytest.approx(seconds)
