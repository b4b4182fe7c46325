"""Pages of the papers: rows of tables stay whole, no line is cut, and nothing is lost or told twice."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.PyQt.QtGui import QPdfWriter

from kaznedra_qgis import paths
from kaznedra_qgis.documents import fonts, pagination, pdf
from kaznedra_qgis.documents.application_pack import export
from kaznedra_qgis.documents.pagination import Piece, paginate
from tests.qgis.application import LEGAL_ENTITY, PLAN, application, pages_of, text_of

HEIGHT = 3000.0


@st.composite
def stacked(draw):
    """Pieces below each other, some higher than a page, made of lines of 10."""
    pieces, top = [], 0.0
    for _ in range(draw(st.integers(1, 25))):
        count = draw(st.sampled_from([1, 1, 2, 5, 12, 40]))
        lines = [(top + 10 * n, top + 10 * n + 10) for n in range(count)]
        keeps, begins = draw(st.booleans()), draw(st.integers(0, 9)) == 0
        pieces.append(Piece(top, top + 10 * count, lines=lines, keeps_with_next=keeps, begins_page=begins))
        top += 10 * count
    return pieces


@given(stacked())
def test_pages_follow_each_other_without_a_gap_and_cut_no_line(pieces):
    found = paginate(pieces, 100)
    assert found[0].top == 0 and found[-1].bottom == pieces[-1].bottom
    assert all(one.bottom == other.top for one, other in zip(found, found[1:]))
    assert all(0 < page.bottom - page.top <= 100 for page in found)
    ends = {page.bottom for page in found}
    for piece in pieces:
        if piece.height <= 100:
            assert not any(piece.top < end < piece.bottom for end in ends)
        assert not any(top < end < bottom for end in ends for top, bottom in piece.lines)
        assert not piece.begins_page or piece.top in {page.top for page in found}


def test_a_heading_goes_with_what_it_heads():
    lines = [Piece(10 * n, 10 * n + 10, keeps_with_next=n == 9) for n in range(15)]
    assert [page.bottom for page in paginate(lines, 100)] == [90, 150]


def test_a_head_is_repeated_where_a_table_goes_on():
    head = (0.0, 10.0)
    rows = [Piece(0, 10, keeps_with_next=True), *(Piece(10 * n, 10 * n + 10, head) for n in range(1, 20))]
    assert [(page.top, page.bottom, page.head) for page in paginate(rows, 100)] == [
        (0, 100, None),
        (100, 190, head),
        (190, 200, head),
    ]


@pytest.fixture
def long(qgis_app):
    """Rows of all heights: one of several pages, and many that would fall on the end of a page."""
    people = [f"Қатысушы {n:03}, " + "ұзақ мекенжай, " * (n % 7) for n in range(120)]
    works = [
        {**PLAN[0], "year": year % 6 + 1, "method": f"Кезең {year:03} " * (1 + year * 7 % 40)} for year in range(40)
    ]
    return application(applicant={**LEGAL_ENTITY, "controlling": people}, plan=works)


def test_nothing_is_lost_at_the_end_of_a_page(long, tmp_path):
    made = export(long, tmp_path / "long", ["kk"])
    path = made.folder / "application.kk.pdf"
    text = text_of(path)
    assert pages_of(path) > 8
    assert re.findall(r"Қатысушы (\d{3})", text) == [f"{n:03}" for n in range(120)]
    for year in range(40):
        assert text.count(f"{year:03}") - (year < 120) >= 1 + year * 7 % 40, year
    assert text.count("Жұмыстар Көлемі") >= 2


def test_no_line_of_a_paper_is_cut_and_no_row_that_fits_a_page(long, tmp_path):
    from kaznedra_qgis.documents import templates, view

    html = templates.rendered("application.html", view.context(long, "kk", fonts.document_font(), "1"))
    writer = QPdfWriter(str(tmp_path / "x.pdf"))
    writer.setResolution(300)
    document = pdf._document(html, fonts.document_font(), writer, 2000)
    found = pagination.pages(document, HEIGHT)
    pieces = list(pagination._of_frame(document, document.rootFrame()))
    ends = [page.bottom for page in found[:-1]]
    lines = [line for piece in pieces for line in piece.lines or [(piece.top, piece.bottom)]]
    assert len(lines) > 500 and len(ends) > 5
    assert not [(top, bottom, end) for end in ends for top, bottom in lines if top + 1 < end < bottom - 1]
    fitting = [
        piece for piece in pieces if piece.height + (piece.head[1] - piece.head[0] if piece.head else 0) <= HEIGHT
    ]
    slack = 8
    assert not [piece for end in ends for piece in fitting if piece.top + slack < end < piece.bottom - slack]
    heads = {piece.head for piece in pieces if piece.head}
    assert len(heads) >= 4 and {page.head for page in found} - {None} <= heads


def test_no_page_begins_with_the_end_of_a_table(qgis_app, tmp_path):
    """Pages of many heights, so that the last row of a table ends one of them."""
    rows = "".join(f"<tr><td>{number}</td><td>{'сөз ' * (number * 7 % 30)}</td></tr>" for number in range(20))
    css = (paths.resources("templates", "application", "page.css")).read_text(encoding="utf-8")
    table = f'<table cellpadding="3" border="1"><thead><tr><th>1</th><th>2</th></tr></thead>{rows}</table>'
    writer = QPdfWriter(str(tmp_path / "x.pdf"))
    writer.setResolution(300)
    html = f'<style>{css}</style><p>A</p>{table}\n<p class="heading1">B</p><p>C</p>'
    document = pdf._document(html, fonts.document_font(), writer, 2000)
    *_, last, head, _text = pagination._of_frame(document, document.rootFrame())
    ended = 0
    for height in range(int(last.bottom) - 40, int(head.bottom) + 40, 3):
        found = pagination.pages(document, height)
        ended += len(found) > 1 and abs(found[0].bottom - last.bottom) < 1
        assert all(one.bottom <= other.top + 8 for one, other in zip(found, found[1:])), height
    assert ended > 10


def test_a_paragraph_over_many_pages_is_parted_at_each_end_and_keeps_its_words(qgis_app, tmp_path):
    writer = QPdfWriter(str(tmp_path / "x.pdf"))
    writer.setResolution(300)
    lines = [f"Жол {number:03}" for number in range(100)]
    html = f"<p>Бірінші</p><p>{' сөз' * 900}</p><p>{'<br/>'.join(lines)}</p><p>Соңғы</p>"
    document = pdf._document(html, fonts.document_font(), writer, 2000)
    whole, before = document.toPlainText(), document.blockCount()
    found = pagination.pages(document, 700)
    parted = document.blockCount() - before
    assert before == 4 and len(found) > parted > 5
    assert document.toPlainText().split() == whole.split()
    ends = [page.bottom for page in found[:-1]]
    block = document.begin()
    while block.isValid():
        tops = [top for top, _ in pagination._lines(document, block)]
        assert not [end for end in ends if tops[0] < end - 10 and tops[-1] > end], block.text()
        block = block.next()
