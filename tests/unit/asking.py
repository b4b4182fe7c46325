"""Asking the platform of the tests for its contract and its pages."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Optional

import pytest
import requests

from kaznedra_qgis.errors import KaznedraError
from kaznedra_qgis.sources import open_source
from kaznedra_qgis.sources.http import Client
from kaznedra_qgis.sources.limits import Limits
from kaznedra_qgis.sources.profile import SourceProfile, builtin_profiles
from kaznedra_qgis.sources.source import Page, Source, Watch
from tests.servers.faulty import Platform

LIMITS = Limits(attempts=1, connect_s=5, idle_s=5, total_s=20)
PROFILE = next(profile for profile in builtin_profiles() if profile.id == "kaznedra")
THEMES = ("licences", "licence_applications", "deposits", "restricted_areas")

LIMIT_25 = {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 25}}


def profile(address: str, **changes: Any) -> SourceProfile:
    themes = {name: PROFILE.theme(name) for name in THEMES}
    return replace(PROFILE, address=address, themes=themes, **{"page_size": 10, **changes})


def source(address: str, limits: Limits = LIMITS, watch: Optional[Watch] = None, **changes: Any) -> Source:
    session = requests.Session()
    session.trust_env = False
    return open_source(profile(address, **changes), Client(session, limits), watch)


def pull(platform: Platform, theme: str = "licences", limits: Limits = LIMITS, **changes: Any) -> list[Page]:
    opened = source(platform.url, limits, **changes)
    return in_order(opened.pages(opened.contract().offers[theme]))


def in_order(pages: Iterable[Page]) -> list[Page]:
    return sorted(pages, key=lambda page: page.number)


def ids(pages: list[Page]) -> list[str]:
    return [feature["id"] for page in pages for feature in json.loads(page.body)["features"]]


def wanted(platform: Platform, theme: str = "licences") -> list[str]:
    return [feature["id"] for feature in platform[theme].features]


def failure(platform: Platform, theme: str = "licences", **changes: Any) -> KaznedraError:
    with pytest.raises(KaznedraError) as caught:
        pull(platform, theme, **changes)
    return caught.value
