"""How blocks stand, hatched on the map while they are chosen."""

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QToolButton

from kaznedra_qgis.workspace import Workspace
from tests.qgis.desktop.conftest import click, turn, wait_for, widget


def hatched(ground):
    """How many pixels of each kind's colour are on each block in view: block to (kind, pixels)."""
    from kaznedra_qgis.gui.standing_on_map import looks

    ground.canvas.waitWhileRendering()
    turn()
    switch = widget("kaznedraBlocksButton_standing", QToolButton)
    shown = ground.canvas.viewport().grab().toImage()
    click(switch)
    turn()
    bare = ground.canvas.viewport().grab().toImage()
    click(switch)
    turn()
    found = {}
    for east in range(-4, 5):
        for north in range(-4, 5):
            block = ground.middle._replace(lon=ground.middle.lon + east, lat=ground.middle.lat + north)
            middle, side = ground.at(east, north), ground.room.map.grid.pixels(block)
            reach = int(side / 2) - 3
            near = [(middle.x() + x, middle.y() + y) for x in range(-reach, reach) for y in range(-reach, reach)]
            painted = sum(shown.pixel(*place) != bare.pixel(*place) for place in near)
            kind = ground.room.ground.standing(block).kind.value
            assert kind == "free" or kind in looks()
            found[block] = kind, painted / len(near)
    return found


def test_the_map_hatches_what_is_not_free(known):
    ground, _ = known
    QgsProject.instance().layerTreeRoot().setItemVisibilityCheckedRecursive(False)
    wait_for(lambda: ground.room.ground.in_view is not None)
    found = hatched(ground)
    assert {"taken", "free"} <= {kind for kind, _ in found.values()}
    for block, (kind, share) in found.items():
        if kind == "free":
            assert share == 0, block
        elif kind in ("partly", "restricted_partly"):
            assert 0.02 < share < 0.4, (block, kind, share)
        else:
            assert 0.05 < share < 0.6, (block, kind, share)


def test_a_theme_that_is_missing_makes_the_ground_unknown_at_sight(known):
    ground, _ = known
    wait_for(lambda: ground.room.ground.in_view is not None)
    with Workspace(ground.desk.workspace).writing() as connection:
        connection.execute("UPDATE snapshots SET state = 'failed' WHERE theme = 'restricted_areas'")
    ground.desk.reload()
    wait_for(lambda: ground.room.ground.in_view is not None)
    found = hatched(ground)
    assert "free" not in {kind for kind, _ in found.values()}
    assert all(share > 0 for _, share in found.values())


def test_ground_that_was_not_read_is_not_left_bare(known):
    ground, _ = known
    QgsProject.instance().layerTreeRoot().setItemVisibilityCheckedRecursive(False)
    wait_for(lambda: ground.room.ground.in_view is not None)
    ground.canvas.waitWhileRendering()
    ground.room.ground.follow(None)
    turn()
    dotted = ground.canvas.viewport().grab().toImage()
    ground.room.standing.item.hide()
    turn()
    bare = ground.canvas.viewport().grab().toImage()
    for east in range(-3, 4):
        middle = ground.at(east, 0)
        near = [(middle.x() + x, middle.y() + y) for x in range(-9, 9) for y in range(-9, 9)]
        assert any(dotted.pixel(*place) != bare.pixel(*place) for place in near), east


def test_it_is_there_only_while_blocks_are_chosen(known):
    ground, _ = known
    item = ground.room.standing.item
    wait_for(lambda: ground.room.ground.in_view is not None and item.isVisible())
    switch = widget("kaznedraBlocksButton_standing", QToolButton)
    assert "taken" in switch.toolTip() and "<img" in switch.toolTip()
    click(switch)
    assert not item.isVisible() and not ground.desk.settings.shows_standing
    click(switch)
    assert item.isVisible() and ground.desk.settings.shows_standing
    click(widget("kaznedraBlocksButton_choose", QToolButton))
    assert not item.isVisible()


def test_small_blocks_are_left_bare_and_another_crs_is_followed(known):
    ground, _ = known
    wait_for(lambda: ground.room.ground.in_view is not None)
    ground.look("EPSG:32643")
    wait_for(lambda: ground.room.ground.in_view is not None)
    before = hatched(ground)
    assert any(share > 0.05 for kind, share in before.values() if kind == "taken")
    ground.look(minutes=400)
    turn()
    assert ground.room.map.grid.pixels(ground.middle) < 6
    shown = ground.canvas.viewport().grab().toImage()
    ground.room.standing.item.hide()
    turn()
    assert ground.canvas.viewport().grab().toImage() == shown
