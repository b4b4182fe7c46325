"""Block codes compared with geometry at each pull, each version once, and what is kept of it."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from shapely.geometry import mapping, shape

from kaznedra_qgis.sources.source import Watch
from kaznedra_qgis.subsoil.blocks import Block, outline
from kaznedra_qgis.subsoil.codes import format_codes
from kaznedra_qgis.subsoil.numbering import NumberingScheme, default_scheme
from kaznedra_qgis.subsoil.rulepack import newest_rule_pack
from kaznedra_qgis.themes import THEMES
from kaznedra_qgis.workspace import Workspace, agreements
from kaznedra_qgis.workspace.pruning import prune
from kaznedra_qgis.workspace.retention import Retention
from tests.qgis.pages import Pages, feature, profile, square
from tests.qgis.shelf import Shelf
from tests.qgis.test_workspace import pull

WEST, EAST = Block(4820, 2987), Block(4821, 2987)
BOTH = frozenset({WEST, EAST})


def licence(number: str, listed=BOTH, covered=BOTH, **properties):
    codes = format_codes(listed, default_scheme()) if listed else None
    geometry = mapping(outline(covered)) if covered else None
    return feature(number, geometry, number=number, blocks=codes, **properties)


GOOD, LESS, MORE = licence("good"), licence("less", {WEST}), licence("more", BOTH, {EAST})
PLAIN, BARE = feature("plain", square(), number="plain"), licence("bare", BOTH, frozenset())


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.create(tmp_path / "workspace.gpkg")


def counts(snapshot) -> tuple:
    return snapshot.codes_agree, snapshot.codes_disagree, snapshot.codes_unknown


def findings(workspace) -> list[tuple]:
    with workspace.reading() as connection:
        rows = connection.execute(
            """SELECT feature_id, found.kind, found.blocks, detail FROM code_findings AS found JOIN licences USING (fid)
               WHERE theme = 'licences' ORDER BY fid"""
        )
        return [tuple(row) for row in rows]


@pytest.fixture
def compared(monkeypatch) -> list:
    """The codes of every comparison that is made."""
    made = []
    real = agreements.Comparer.compare
    monkeypatch.setattr(agreements.Comparer, "compare", lambda self, *of: made.append(of[0]) or real(self, *of))
    return made


def test_what_disagrees_is_counted_in_the_snapshot_and_kept_with_the_version(workspace):
    (snapshot,) = pull(workspace, Pages([GOOD, LESS, MORE, PLAIN, BARE, feature("odd", square(), blocks="по акту")]))
    assert counts(snapshot) == (1, 2, 3)
    assert [counts(kept) for kept in workspace.snapshots()] == [(1, 2, 3)]
    code = default_scheme().code
    assert findings(workspace) == [
        ("less", "not_listed", 1, code(EAST)),
        ("more", "not_covered", 1, code(WEST)),
        ("odd", "unreadable", 1, "по акту"),
    ]


def test_a_version_is_compared_once(workspace, compared):
    assert counts(pull(workspace, Pages([GOOD, LESS]))[0]) == (1, 1, 0)
    assert counts(pull(workspace, Pages([GOOD, LESS]))[0]) == (1, 1, 0)
    assert counts(pull(workspace, Pages([LESS], [GOOD]))[0]) == (1, 1, 0)
    assert len(compared) == 2
    assert counts(pull(workspace, Pages([GOOD, {**GOOD, "id": "less"}]))[0]) == (2, 0, 0)
    assert len(compared) == 3
    assert counts(pull(workspace, Pages([GOOD], expected=2))[0]) == (2, 0, 0)
    assert len(findings(workspace)) == 1


def test_themes_without_codes_are_not_compared(workspace, compared):
    (snapshot,) = pull(workspace, Pages([feature("a", square())], mapped=profile("restricted_areas")))
    assert counts(snapshot) == (None, None, None) and not compared


def test_the_map_of_blocks_is_compared_with_the_numbering(workspace):
    code = default_scheme().code
    blocks = [
        feature("1", mapping(outline({WEST})), code=code(WEST)),
        feature("2", mapping(outline({WEST})), code=code(EAST)),
    ]
    (snapshot,) = pull(workspace, Pages(blocks, mapped=profile("blocks")))
    assert counts(snapshot) == (1, 1, 0)


def test_sources_are_told_apart(workspace):
    other = profile()
    object.__setattr__(other, "id", "other")
    pull(workspace, Pages([LESS]))
    assert counts(pull(workspace, Pages([GOOD], mapped=other))[0]) == (1, 0, 0)
    assert counts(pull(workspace, Pages([LESS]))[0]) == (0, 1, 0)


def test_cancelled_meanwhile_nothing_is_claimed_and_the_next_pull_compares(workspace, compared):
    class Impatient(Watch):
        share = None

        def is_cancelled(self) -> bool:
            return self.share is not None

        def compared(self, theme: str, share: float) -> None:
            self.share = share

    many = [licence(str(number), {WEST}) for number in range(150)]
    (snapshot,) = pull(workspace, Pages(many), Impatient())
    assert snapshot.state.value == "complete" and counts(snapshot) == (None, None, None)
    assert len(compared) == 100 and not findings(workspace)
    assert counts(pull(workspace, Pages(many))[0]) == (0, 150, 0)
    assert counts(workspace.snapshots()[0]) == (None, None, None)


def test_another_numbering_compares_everything_anew(workspace, monkeypatch, compared):
    pull(workspace, Pages([GOOD, LESS]))
    table = {**newest_rule_pack().data["numbering"]}
    rows = [list(reversed(row)) for row in table["blocks"]["value"]]
    mirrored = NumberingScheme({**table, "blocks": {**table["blocks"], "value": rows}})
    monkeypatch.setattr(agreements, "default_scheme", lambda: mirrored)
    assert counts(pull(workspace, Pages([GOOD, LESS]))[0]) == (0, 2, 0)
    assert len(compared) == 4 and len(findings(workspace)) == 4


def test_a_grid_in_another_datum_is_compared_in_it(workspace, monkeypatch):
    table = {**newest_rule_pack().data["numbering"]}
    scheme = NumberingScheme({**table, "datum": {**table["datum"], "value": "EPSG:4284"}})
    monkeypatch.setattr(agreements, "default_scheme", lambda: scheme)
    systems = (QgsCoordinateReferenceSystem(name) for name in ("EPSG:4284", "EPSG:4326"))
    way = QgsCoordinateTransform(*systems, QgsProject.instance())
    geometry = mapping(outline(BOTH))
    geometry["coordinates"] = [
        [[tuple(way.transform(QgsPointXY(*point))) for point in ring] for ring in rings]
        for rings in geometry["coordinates"]
    ]
    assert shape(geometry).distance(outline(BOTH)) < 0.001
    moved = {**GOOD, "id": "moved", "geometry": geometry}
    (snapshot,) = pull(workspace, Pages([GOOD, moved]))
    assert counts(snapshot) == (1, 1, 0)
    assert [row[:2] for row in findings(workspace)] == [("good", "corners_in_pulkovo")]


def test_pruning_takes_the_findings_of_what_it_takes(workspace):
    pull(workspace, Pages([LESS]))
    pull(workspace, Pages([MORE]))
    assert [row[0] for row in findings(workspace)] == ["less", "more"]
    prune(workspace, Retention(last=1))
    assert [row[0] for row in findings(workspace)] == ["more"]
    with workspace.reading() as connection:
        assert connection.execute("SELECT count(*) FROM code_findings").fetchone()[0] == 1


def test_a_pull_of_changes_counts_on_from_the_one_before(workspace, compared):
    shelf = Shelf()

    def put(number, of):
        shelf.put(number)
        shelf.features[str(number)]["geometry"] = of["geometry"]
        shelf.features[str(number)]["properties"]["blocks"] = of["properties"].get("blocks")

    for number, of in enumerate((GOOD, LESS, MORE, PLAIN, BARE, GOOD, GOOD, *[PLAIN] * 40)):
        put(number, of)
    (first,) = pull(workspace, shelf)
    assert counts(first) == (3, 2, 42)
    del compared[:]
    for number, of in ((0, LESS), (1, GOOD), (3, MORE), (50, GOOD)):
        put(number, of)
    shelf.take(2)
    (second,) = pull(workspace, shelf)
    assert second.by_changes and (second.added, second.changed, second.gone) == (1, 3, 1)
    with workspace.reading() as connection:
        everything = agreements.count(connection, THEMES["licences"], "source = ? AND gone_at IS NULL", ("test",))
    assert counts(second) == everything == (4, 2, 41)
    assert len(compared) == 4
    (third,) = pull(workspace, shelf)
    assert third.by_changes and counts(third) == counts(second)
