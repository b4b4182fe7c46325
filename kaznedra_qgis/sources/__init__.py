"""Where data comes from: source profiles, servers, files. Knows requests; no Qt, no QGIS."""
