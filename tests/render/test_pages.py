"""Paper: pages of one size, headings with what they head, figures as vectors."""

from io import BytesIO

import pypdf
import pytest
from PySide6.QtGui import QPageSize

from atlasview.figures.marks import Figure, Mark, Paint, Rect, Text
from atlasview.render.pages import Pages, Paper, figure_mark, page_layout, pdf

pytestmark = pytest.mark.usefixtures("qapp")
A4 = QPageSize.PageSizeId.A4
FAMILY = "Liberation Sans"


def paper(html: str, *figures: Figure) -> Paper:
    return Paper("One", html, tuple((figure, FAMILY) for figure in figures), "the foot", FAMILY)


def texts(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(content)).pages]


def figure(width: float, height: float) -> Figure:
    shapes = (Rect(0, 0, width, height, Paint(fill="#D55E00")), Text(5, 20, "in vectors", 9.0, "#000000"))
    return Figure(width, height, "", "", (Mark("one", shapes),))


def test_a_heading_stands_on_the_page_of_what_it_heads():
    for lines in range(40, 75):
        content = pdf(paper(f"{'<p>line</p>' * lines}<h2>Heading</h2><p>below it</p><p>more</p>"), A4)
        page = next(text for text in texts(content) if "Heading" in text)
        assert "below it" in page


def test_headings_between_tables_keep_their_height():
    table = "<table width='100%'><thead><tr><th>T</th></tr></thead>" + "<tr><td>row</td></tr>" * 33 + "</table>"
    content = pdf(paper("".join(f"<h2>Heading {number}</h2>{table}" for number in range(12))), A4)
    whole = " ".join(texts(content))
    for number in range(12):
        assert f"Heading {number}" in whole


def test_a_figure_is_text_and_vectors_and_shrinks_to_the_page():
    content = pdf(paper(f"<p>before</p>{figure_mark(0)}<p>after</p>", figure(900, 1500)), A4)
    reader = pypdf.PdfReader(BytesIO(content))
    assert "vectors" in " ".join(texts(content))
    assert all(not page.images for page in reader.pages)
    assert len(reader.pages) <= 3


def test_the_last_page_knows_how_many_there_are():
    content = pdf(paper("<p>line</p>" * 300), A4)
    pages = texts(content)
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert f"page {number} of {len(pages)}" in page and "the foot" in page


def test_a_picture_of_a_page_is_white_where_nothing_stands():
    layout = page_layout(A4)
    pages = Pages(paper("<p>line</p>"), layout)
    whole, body = layout.fullRect(layout.Unit.Point), layout.paintRect(layout.Unit.Point)
    image = pages.picture(1, 72.0, whole.size(), body.topLeft())
    assert (image.width(), image.height()) == (595, 842)
    assert image.pixelColor(5, 5).name() == image.pixelColor(300, 400).name() == "#ffffff"
