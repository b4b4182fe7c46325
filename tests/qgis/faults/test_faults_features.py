"""Whole pulls of odd features: they are kept and told of, and set right by the next pull."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kaznedra_qgis.workspace import State, Workspace
from tests.qgis.lastgood import Before, heals
from tests.qgis.pulling import current, integrity, pull
from tests.servers.misbehaving import Asked, Misbehaving

BOW_TIE = [[[60, 44], [61, 45], [61, 44], [60, 45], [60, 44]]]


Feature = dict[str, Any]


def properties(**given: Any) -> Callable[[Feature], None]:
    return lambda feature: feature["properties"].update(given)


def geometry(kind: str, coordinates: Any) -> Callable[[Feature], None]:
    return lambda feature: feature.update(geometry={"type": kind, "coordinates": coordinates})


@dataclass(frozen=True)
class Odd:
    """A change to the second feature; then how often each snapshot count, and what some of its columns hold."""

    change: Callable[[Feature], Any]
    counts: dict[str, int]
    columns: dict[str, Any]


ODD: dict[str, Odd] = {
    "text became number": Odd(properties(number=17), {"value_issues": 0}, {"number": "17"}),
    "text became list": Odd(properties(number=["a", "б"]), {"value_issues": 0}, {"number": '[ "a", "б" ]'}),
    "text became boolean": Odd(properties(number=True), {"value_issues": 0}, {}),
    "number became text": Odd(properties(area_km2="large"), {"value_issues": 1}, {"area_km2": None}),
    "time became number": Odd(properties(changed_at=20261122), {"value_issues": 1}, {"changed_at": None}),
    "lost attribute": Odd(lambda feature: feature["properties"].pop("number"), {"value_issues": 0}, {"number": None}),
    "lost properties": Odd(lambda feature: feature.update(properties=None), {}, {"number": None}),
    "300 fields": Odd(properties(**{f"field_{n}": n for n in range(300)}), {"value_issues": 0}, {"number": "1-EL"}),
    "10 MB string": Odd(properties(number="Қ" * 4_990_000), {}, {"length(number)": 4_990_000}),
    "nested JSON": Odd(properties(number={"a": [{"b": "Қ"}]}), {}, {"number": '{ "a": [ { "b": "Қ" } ] }'}),
    "null geometry": Odd(lambda feature: feature.update(geometry=None), {"without_geometry": 1}, {}),
    "bow tie": Odd(geometry("Polygon", BOW_TIE), {"invalid_geometry": 1, "without_geometry": 0}, {}),
    "line among polygons": Odd(geometry("LineString", [[60, 44], [61, 45]]), {"without_geometry": 1}, {}),
    "point among polygons": Odd(geometry("Point", [60, 44]), {"without_geometry": 1}, {}),
    "NaN": Odd(geometry("Polygon", [[[60, 44], [math.nan, 44], [60, 45], [60, 44]]]), {"invalid_geometry": 1}, {}),
    "NaN at first": Odd(geometry("Polygon", [[[math.nan, 44], [61, 44], [60, 45]]]), {"without_geometry": 1}, {}),
    "Infinity": Odd(geometry("Polygon", [[[60, 44], [math.inf, 44], [60, 45], [60, 44]]]), {"without_geometry": 1}, {}),
    "no ring": Odd(geometry("Polygon", []), {"without_geometry": 1}, {}),
    "coordinates of text": Odd(geometry("Polygon", [[["60", "44"], ["61", "44"]]]), {"without_geometry": 1}, {}),
    "no such geometry": Odd(geometry("Blob", [60, 44]), {"without_geometry": 1}, {}),
}


@pytest.mark.parametrize("oddity", ODD)
def test_an_odd_feature_is_kept_told_of_and_set_right_by_the_next_pull(
    platform: Misbehaving, workspace: Path, oddity: str
) -> None:
    odd = ODD[oddity]
    before = Before(workspace)

    def give(asked: Asked) -> None:
        page = asked.page
        for each in page["features"]:
            if each["id"] == "licences.1":
                odd.change(each)
        asked.give(page)

    platform.play("licences", give)
    snapshot = pull(workspace, platform.url)["licences"]
    assert (snapshot.state, snapshot.message, snapshot.distinct) == (State.COMPLETE, None, 25)
    assert {name: getattr(snapshot, name) for name in odd.counts} == odd.counts
    assert (snapshot.added, snapshot.gone) == (0, 0) and snapshot.changed <= 1
    with Workspace.open(workspace).reading() as connection:
        for column, held in odd.columns.items():
            sql = f"SELECT {column} FROM licences WHERE gone_at IS NULL AND feature_id = 'licences.1'"
            assert connection.execute(sql).fetchone()[0] == held
        extent = connection.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents").fetchall()
        assert all(edge is None or math.isfinite(edge) for box in extent for edge in box)
    assert before.lost() == set()
    assert integrity(workspace) == []
    heals(workspace, platform)
    assert current(workspace, "licences") == before.features["licences"]
