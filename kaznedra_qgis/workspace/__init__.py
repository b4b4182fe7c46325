"""The local GeoPackage: schema, snapshots, sync. Knows osgeo, sqlite3, `subsoil` and `sources`."""

from .snapshots import Snapshot, State, ThemeState
from .workspace import Workspace

__all__ = ["Snapshot", "State", "ThemeState", "Workspace"]
