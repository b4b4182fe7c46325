"""From a source as the user names it to a source that can be pulled. Nothing is sent here; heavy imports are inside."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from qgis.core import QgsApplication, QgsFeedback

from .errors import Code, KaznedraError
from .settings import NetworkLimits, Settings, SourceSetting
from .themes import THEMES


def is_address(text: str) -> bool:
    """True for the address of a server, False for a name or a path."""
    return urlsplit(text).scheme in ("http", "https")


def origin(address: str) -> str:
    """Scheme, host and port: all that credentials may be sent to."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def unlock_authentication(setting: SourceSetting) -> bool:
    """Ask for QGIS's master password where the source needs it; False where the user gave none. Main thread only."""
    return not setting.authcfg or QgsApplication.authManager().setMasterPassword(True)


def named_source(name: str, authcfg: str, settings: Settings) -> SourceSetting:
    """The source meant by a user's source, a profile's name or file, a platform's address or a GeoPackage.

    An address that is none of the user's sources becomes a source of its own, named by it, so that two platforms
    never mix in one workspace. Raises KaznedraError BAD_PROFILE where it is none of these.
    """
    for setting in settings.sources:
        if name in (setting.id, setting.title, setting.address):
            return replace(setting, authcfg=authcfg or setting.authcfg)
    if is_address(name):
        parts = urlsplit(name)
        where = parts.netloc.rpartition("@")[2] + parts.path.rstrip("/")
        return SourceSetting(f"kaznedra@{where}", name, "kaznedra", name, authcfg)
    path = Path(name)
    if path.suffix.lower() == ".gpkg":
        return SourceSetting(f"file@{path.stem}", path.stem, "kaznedra", str(path.resolve()))
    profile = profile_of(SourceSetting("", name, name))
    return SourceSetting(profile.id, profile.title_in("en"), name, profile.address, authcfg)


def profile_of(setting: SourceSetting) -> Any:
    """The source's profile with the setting's id and address. Raises KaznedraError BAD_PROFILE."""
    from .sources.profile import builtin_profiles, read_profile

    built_in = next((profile for profile in builtin_profiles() if profile.id == setting.profile), None)
    profile = built_in or read_profile(Path(setting.profile))
    address = setting.address or profile.address
    kind = "ogc-api-features" if is_address(address) else "file"
    return replace(profile, id=setting.id or profile.id, kind=kind, address=address)


def days_allowed(profile: Any, otherwise: float) -> dict[str, float]:
    """How many days old each theme of a source may be: as its profile says, else `otherwise`; 0: any age."""
    found = {}
    for name, theme in profile.themes.items():
        told = (theme.freshness_days, profile.freshness_days, otherwise)
        found[name] = next(days for days in told if days is not None)
    return found


def freshness_days(settings: Settings) -> dict[str, float]:
    """How many days old each theme may be, by 'source/theme' for the user's sources and by theme for all others."""
    found = dict.fromkeys(THEMES, settings.freshness_days)
    for setting in settings.sources:
        try:
            profile = profile_of(setting)
        except KaznedraError:
            continue
        for name, days in days_allowed(profile, settings.freshness_days).items():
            found[f"{profile.id}/{name}"] = days
    return found


def open_from_setting(setting: SourceSetting, limits: NetworkLimits, feedback: QgsFeedback, watch: Any) -> Any:
    """The source, ready to be asked. Raises KaznedraError; nothing is sent yet."""
    from .sources import open_source

    profile = profile_of(setting)
    if profile.kind == "file":
        path = Path(profile.address)
        if not path.is_file():
            raise KaznedraError(Code.BAD_FILE, path=profile.address)
        return open_source(profile, path, watch)
    from .network import session
    from .sources.http import Client, Limits

    bounds = Limits(
        idle_s=limits.idle_s,
        total_s=limits.total_s,
        attempts=limits.attempts,
        concurrency=limits.concurrency,
        page_bytes=limits.page_mb * 1_000_000,
    )
    carried = session(setting.authcfg, origin(profile.address), feedback, bounds)
    client = Client(carried, bounds, watch)
    return open_source(profile, client, watch)
