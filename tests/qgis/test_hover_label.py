"""What is said of the block under the mouse stays on the map."""

import pytest
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QApplication, QWidget

from kaznedra_qgis.gui.hover_label import HoverLabel

MORE = "M-44-77-(10е-5а-11)\ntaken\nLicences: DEMO-139-EL, Demo Altyn Group LLP (Exploration licence)"


@pytest.fixture
def label(qgis_app):
    home = QWidget()
    home.resize(1200, 400)
    home.show()
    made = HoverLabel(home)
    yield made
    home.close()
    home.deleteLater()


@pytest.mark.parametrize("mouse", [QPoint(1180, 380), QPoint(1000, 200), QPoint(20, 20)])
def test_it_stays_on_the_map_when_more_is_known_and_when_the_map_becomes_smaller(label, mouse):
    label.tell("…")
    label.put(mouse)
    label.tell(MORE)
    assert label.parentWidget().rect().contains(label.geometry())
    assert not label.geometry().contains(mouse)
    label.parentWidget().resize(700, 390)
    QApplication.processEvents()
    assert label.parentWidget().rect().contains(label.geometry())
