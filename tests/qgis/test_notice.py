"""Notices in the message bar: as high as their text takes, however wide the bar becomes."""

import pytest
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtWidgets import QApplication, QHBoxLayout, QWidget

from kaznedra_qgis.gui.notice import Notice

TEXT = "Заявления, о которых есть новости от платформы: 1. " * 6


def height_needed(label):
    """What the label's text takes at its width."""
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    document.setHtml(label.text())
    document.setTextWidth(label.width())
    return document.size().height()


@pytest.mark.parametrize("widths", [(900, 300), (300, 900), (700, 400, 800, 500)])
def test_a_notice_is_as_high_as_its_text_at_any_width(qgis_app, widths):
    home = QWidget()
    notice = Notice(TEXT, home)
    QHBoxLayout(home).addWidget(notice)
    home.show()
    for width in widths:
        home.resize(width, home.height())
        for _ in range(5):
            QApplication.processEvents()
        home.layout().activate()
        needed = height_needed(notice.text)
        line = notice.fontMetrics().lineSpacing()
        assert needed <= notice.text.height() + 1 < needed + line, width
    home.close()
