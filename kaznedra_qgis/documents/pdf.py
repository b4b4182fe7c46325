"""HTML to A4 pages in a PDF, with a footer and page numbers. Nothing is loaded from anywhere."""

from pathlib import Path

from ..errors import Code, KaznedraError
from .pagination import OVERLAP, Page, pages

MARGINS_MM = (25.0, 20.0, 15.0, 20.0)
"""Left, top, right, bottom; the footer stands in the bottom margin"""
_RESOLUTION = 300
_FOOTER_PT = 7.5
_EDGE = 4.0
"""Dots beside the text that lines of tables take"""


def write_pdf(path: Path, html: str, font: str, title: str, footer: str, page_word: str) -> int:
    """Write the pages; returns how many. May be called in any thread. KaznedraError READ_ONLY."""
    from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF
    from qgis.PyQt.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setCreator("Kaznedra for QGIS")
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    dot = _RESOLUTION / 25.4
    left, top, right, bottom = (side * dot for side in MARGINS_MM)
    body = QSizeF(writer.width() - left - right, writer.height() - top - bottom)
    document = _document(html, font, writer, body.width())
    painter = QPainter()
    if not painter.begin(writer):
        raise KaznedraError(Code.READ_ONLY, path=str(path))
    try:
        found = pages(document, body.height())
        for number, page in enumerate(found, 1):
            if number > 1:
                writer.newPage()
            _body(painter, document, page, QRectF(left, top, body.width(), body.height()))
            line = QRectF(left, top + body.height() + 4 * dot, body.width(), bottom - 8 * dot)
            _footer(painter, line, font, footer, f"{page_word} {number} / {len(found)}")
    finally:
        painter.end()
    return len(found)


def _body(painter, document, page: Page, place) -> None:
    """Paint the text of a page, below the head of the table that goes on there."""
    from qgis.PyQt.QtCore import QRectF

    at = place.top()
    for top, bottom in filter(None, (page.head, (page.top, page.bottom))):
        painter.save()
        painter.translate(place.left(), at - top)
        shown = QRectF(-_EDGE, top + OVERLAP, place.width() + 2 * _EDGE, bottom - top - 2 * OVERLAP)
        document.drawContents(painter, shown)
        painter.restore()
        at += bottom - top


def _document(html, font, device, width):
    from qgis.PyQt.QtCore import QSizeF
    from qgis.PyQt.QtGui import QFont, QTextDocument

    class Paper(QTextDocument):
        """Text that loads no pictures and no files, whatever a template asks for."""

        def loadResource(self, kind, name):
            return None

    document = Paper()
    document.documentLayout().setPaintDevice(device)
    base = QFont(font)
    base.setPointSizeF(10)
    document.setDefaultFont(base)
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setPageSize(QSizeF(width, -1))
    return document


def _footer(painter, line, font, text, number) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF

    small = QFont(font)
    small.setPointSizeF(_FOOTER_PT)
    painter.setFont(small)
    painter.setPen(QColor("#404040"))
    metrics = QFontMetricsF(small, painter.device())
    room = line.width() - metrics.boundingRect(number).width() - 3 * metrics.averageCharWidth()
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), elided)
    painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), number)
