"""Pulls made, failed and dated by a test, and what a moment of them shows."""

from tests.qgis.pages import Pages, cut_off
from tests.qgis.test_workspace import pull


def put(workspace, *features, mapped=None, **promised):
    """Pull these features; the snapshot."""
    return pull(workspace, Pages(list(features), mapped=mapped, **promised))[0]


def fail(workspace, mapped=None):
    source = Pages(mapped=mapped)
    source.fails = cut_off()
    return pull(workspace, source)[0]


def finish(workspace, snapshot, when):
    """Give a snapshot another time of its end."""
    with workspace.writing() as connection:
        connection.execute("UPDATE snapshots SET finished = ? WHERE id = ?", (when, snapshot.id))


def shown(workspace, state, theme="licences", column="number"):
    """What a layer with the state's filter shows, by feature id."""
    subset = state.subset(theme)
    with workspace.reading() as connection:
        return dict(connection.execute(f"SELECT feature_id, {column} FROM {theme} WHERE {subset}").fetchall())


def squared(west=70.0, east=70.1):
    """GeoJSON of a rectangle from 48 to 48.1 north."""
    return {"type": "Polygon", "coordinates": [[[west, 48], [east, 48], [east, 48.1], [west, 48.1], [west, 48]]]}
