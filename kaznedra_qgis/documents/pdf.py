"""HTML to A4 pages in a PDF, with a footer and page numbers. Nothing is loaded from anywhere."""

from pathlib import Path

from ..errors import Code, KaznedraError

MARGINS_MM = (25.0, 20.0, 15.0, 20.0)
"""Left, top, right, bottom; the footer stands in the bottom margin"""
_RESOLUTION = 300
_FOOTER_PT = 7.5


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
    document = _document(html, font, writer, body)
    painter = QPainter()
    if not painter.begin(writer):
        raise KaznedraError(Code.READ_ONLY, path=str(path))
    try:
        pages = document.pageCount()
        for page in range(pages):
            if page:
                writer.newPage()
            painter.save()
            painter.translate(left, top - page * body.height())
            document.drawContents(painter, QRectF(0, page * body.height(), body.width(), body.height()))
            painter.restore()
            line = QRectF(left, top + body.height() + 4 * dot, body.width(), bottom - 8 * dot)
            _footer(painter, line, font, footer, f"{page_word} {page + 1} / {pages}")
    finally:
        painter.end()
    return pages


def _document(html, font, device, size):
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
    document.setPageSize(size)
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
