"""The properties window of the block grid."""

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QDialogButtonBox

from kaznedra_qgis.gui.grid_properties import GridProperties
from kaznedra_qgis.mapping import grid_layer
from kaznedra_qgis.mapping.grid_layer import GridLayer


@pytest.fixture
def window(qgis_app):
    window = GridProperties(GridLayer())
    yield window
    window.deleteLater()


def change(window: GridProperties) -> None:
    window.colour.setColor(QColor("#0000aa"))
    window.labels.setChecked(False)
    window.opacity.setOpacity(0.25)


def look(layer: GridLayer) -> tuple:
    return layer.colour().name(), layer.labels(), layer.opacity()


@pytest.mark.parametrize("button", ["Ok", "Apply"])
def test_ok_and_apply_change_the_grid(window, button):
    change(window)
    window.buttons.button(getattr(QDialogButtonBox.StandardButton, button)).click()
    assert look(window._layer) == ("#0000aa", False, 0.25)


def test_cancel_changes_nothing(window):
    change(window)
    window.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert look(window._layer) == (grid_layer.GREY, True, 1.0)


def test_a_double_click_asks_for_the_window(qgis_app):
    asked = []
    grid_layer.register(asked.append)
    layer = grid_layer.add_block_grid(QgsProject.instance())
    layer_type = QgsApplication.pluginLayerRegistry().pluginLayerType(grid_layer.TYPE)
    assert layer_type.showLayerProperties(layer) is True
    assert asked == [layer]
    grid_layer.unregister()
    grid_layer.register()
    layer = grid_layer.grid_of(QgsProject.instance())
    layer_type = QgsApplication.pluginLayerRegistry().pluginLayerType(grid_layer.TYPE)
    assert layer_type.showLayerProperties(layer) is False
    QgsProject.instance().clear()
    grid_layer.unregister()
