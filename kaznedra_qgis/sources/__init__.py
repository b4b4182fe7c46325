"""Where data comes from: source profiles, servers, files. Knows requests; no Qt, no QGIS."""

from pathlib import Path
from typing import TYPE_CHECKING, Optional, Union

if TYPE_CHECKING:
    from .http import Client
    from .profile import SourceProfile
    from .source import Source, Watch


def open_source(
    profile: "SourceProfile", client_or_path: Union["Client", str, Path, None] = None, watch: Optional["Watch"] = None
) -> "Source":
    """The source that a profile describes: over the client for a server, at the path for a file.

    Without a path the profile's address is taken. `watch` replaces the client's own. Nothing is asked or read yet.
    Raises KaznedraError BAD_PROFILE where profile and client do not go together, NOT_A_PLATFORM, CREDENTIALS_UNUSABLE.
    """
    from ..errors import Code, KaznedraError
    from .profile import FILE

    if profile.kind == FILE:
        from .files import FileSource

        if client_or_path is not None and not isinstance(client_or_path, (str, Path)):
            raise KaznedraError(Code.BAD_PROFILE, where="$.kind", reason="value")
        return FileSource(profile, client_or_path or profile.address)
    from .http import Client
    from .oapif import Platform

    if not isinstance(client_or_path, Client):
        raise KaznedraError(Code.BAD_PROFILE, where="$.kind", reason="value")
    if watch is not None:
        client_or_path.watch = watch
    return Platform(profile, client_or_path)
