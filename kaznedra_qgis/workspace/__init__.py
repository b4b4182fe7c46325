"""The local GeoPackage: schema, snapshots, sync. Knows osgeo, sqlite3, `subsoil` and `sources`."""
