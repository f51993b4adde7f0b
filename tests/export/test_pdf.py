"""PDF as independent readers see it: exact size, embedded fonts, text as text, the recipe, no clock in it."""

import os
import re
import subprocess
import sys
from typing import Any

import pytest
from pypdf import PdfReader

from atlasview.export.figure_request import FigureRequest
from atlasview.export.pdf import pdf_bytes
from atlasview.export.pdf_objects import PdfObjects
from atlasview.export.presets import PRESETS
from atlasview.figures.marks import Figure, Mark, Paint, Rect, Text
from tests.conftest import CHECKOUT
from tests.export.figures_read import difference, needs, picture, said, saved

MM = 25.4 / 72
REQUESTS = {
    "domains-89": ("IL7R", FigureRequest("domains", PRESETS["nature-single"], letter="a")),
    "domains-183": ("HSPG2", FigureRequest("domains", PRESETS["nature-double"])),
    "landscape-89": ("IL21", FigureRequest("landscape", PRESETS["nature-single"], metric="prs")),
    "a4": ("TP53", FigureRequest("domains", PRESETS["a4"])),
    "free": ("IL21", FigureRequest("landscape", PRESETS["free"], width=77.7, height=33.3)),
}


@pytest.fixture(params=REQUESTS)
def made(request, genes, qapp, tmp_path):
    symbol, asked = REQUESTS[request.param]
    return saved(tmp_path, genes[symbol], asked, "pdf")


def test_the_page_has_the_size_to_a_hundredth_of_a_millimetre(made):
    drawing, path = made
    (page,) = PdfReader(path).pages
    for box in (page.mediabox, page.cropbox, page.trimbox):
        assert float(box.width) * MM == pytest.approx(drawing.width_mm, abs=0.01)
        assert float(box.height) * MM == pytest.approx(drawing.height_mm, abs=0.01)
        assert (float(box.left), float(box.bottom)) == (0, 0)


def test_every_text_of_the_figure_can_be_extracted(made):
    drawing, path = made
    extracted = "".join(PdfReader(path).pages[0].extract_text().split())
    written = {"".join(shape.text.split()) for shape in drawing.figure.shapes() if isinstance(shape, Text)}
    assert sorted(text for text in written if text not in extracted) == []


def test_words_can_be_searched_for_as_they_are_written(made):
    """Not with a ligature in the place of two letters, nor with tabs for spaces."""
    _drawing, path = made
    extracted = PdfReader(path).pages[0].extract_text()
    assert not {"\t", "\u00a0", "\ufb01", "\ufb02"} & set(extracted)
    assert "Starter atlas 2026" in extracted


def entry(owner: Any, *keys: str) -> Any:
    """What stands in a dictionary of the file under keys, one in the other."""
    for key in keys:
        owner = owner.get_object()[key]
    return owner.get_object()


def test_every_font_is_embedded_and_is_the_one_of_the_recipe(made):
    drawing, path = made
    fonts = entry(PdfReader(path).pages[0], "/Resources", "/Font")
    assert len(fonts) > 0
    for font in fonts.values():
        (inner,) = entry(font, "/DescendantFonts")
        assert len(entry(inner, "/FontDescriptor", "/FontFile2").get_data()) > 1000
        names = {entry(font, "/BaseFont"), entry(inner, "/BaseFont"), entry(inner, "/FontDescriptor", "/FontName")}
        assert len(names) == 1
        assert re.fullmatch(rf"/[A-Z]{{6}}\+{drawing.family.replace(' ', '')}(-Bold)?", names.pop())


def test_nothing_in_it_tells_the_time(made):
    drawing, path = made
    reader = PdfReader(path)
    assert reader.metadata is not None
    assert not {"/CreationDate", "/ModDate"} & set(reader.metadata)
    assert b"Date" not in path.read_bytes()
    assert reader.metadata.title == drawing.figure.title
    assert reader.metadata.creator.startswith("AtlasView ")
    assert entry(reader.trailer, "/Root", "/Metadata").get_data().count(b"CreatorTool") == 2


PROGRAM = """
import sys
from atlasview.cli import main
sys.exit(main(["export", "figure", "IL7R", "--view", "domains", "-o", sys.argv[1]]))
"""


@pytest.mark.parametrize("form", ["svg", "pdf", "png", "tiff"])
def test_the_same_command_in_another_process_gives_the_same_bytes(atlas_path, tmp_path, form):
    files = []
    for seed in ("0", "1", "2", "3"):
        files.append(tmp_path / f"{seed}.{form}")
        where = {"PYTHONPATH": str(CHECKOUT), "ATLASVIEW_ATLAS": str(atlas_path)}
        chance = {"PYTHONHASHSEED": seed} | ({"QT_HASH_SEED": "0"} if seed == "0" else {})
        subprocess.run(
            [sys.executable, "-c", PROGRAM, files[-1]], env={**os.environ, **where, **chance}, check=True, cwd=tmp_path
        )
    assert len({path.read_bytes() for path in files}) == 1


def test_fonts_come_in_the_order_of_their_use_whatever_qt_numbers_them(qapp):
    words = (Text(5, 20, "plain", 7, "#000000"), Text(5, 40, "bold", 7, "#000000", 700), Text(5, 50, "γ", 7, "#000000"))
    figure = Figure(100, 60, "Figure – γ (1)", r"A \ and (b)", (Mark("words", words),))
    made = {pdf_bytes(figure, "Liberation Sans", {"a": "(\\) γ"}) for _ in range(5)}
    assert len(made) == 1


def test_signs_that_pdf_and_xml_give_a_meaning_come_through(qapp, tmp_path):
    title, description = "γc <&> (1) \\ ", "A) ( \\b"
    marks = (Mark("m", (Rect(0, 0, 9, 9, Paint(fill="#D55E00")),)),)
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_bytes(Figure(100.5, 60.25, title, description, marks), "Liberation Sans", {"a": "(\\ γ\n"}))
    told = PdfReader(path).metadata
    assert told is not None
    assert (str(told["/Title"]), str(told["/Subject"])) == (title, description)


def test_a_file_that_qt_would_not_write_is_not_taken_apart():
    for content in (b"", b"%PDF-1.6\n", b"startxref\n9\n%%EOF\n", b"%PDF-1.4 xref\n0 1\nstartxref\n9\n%%EOF"):
        with pytest.raises(ValueError, match=r"no table|nothing under"):
            PdfObjects(content)


@needs("pdfinfo")
def test_poppler_reads_size_fonts_text_and_recipe(made):
    drawing, path = made
    told = said("pdfinfo", "-custom", path)
    assert '"view"' in told and '"sha256"' in told
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+) pts", said("pdfinfo", path))
    assert size is not None
    assert float(size[1]) * MM == pytest.approx(drawing.width_mm, abs=0.1)
    assert float(size[2]) * MM == pytest.approx(drawing.height_mm, abs=0.1)
    for line in said("pdffonts", path).splitlines()[2:]:
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line  # embedded, a part of the font, with Unicode
    assert drawing.figure.title.split(",")[0] in said("pdftotext", path, "-")


@needs("pdftoppm")
def test_poppler_draws_what_the_picture_shows_and_white_is_white(made, genes, request, tmp_path):
    _drawing, path = made
    said("pdftoppm", "-r", "300", "-png", "-singlefile", path, tmp_path / "page")
    symbol, asked = REQUESTS[request.node.callspec.params["made"]]
    _drawing, png = saved(tmp_path, genes[symbol], asked, "png", 300)
    page = picture(tmp_path / "page.png")
    assert page.getpixel((page.width - 1, page.height - 1)) == (255, 255, 255)
    assert difference(page, picture(png)) < 1.6


@needs("qpdf")
def test_qpdf_finds_no_fault(made):
    _drawing, path = made
    assert "No syntax or stream encoding errors found" in said("qpdf", "--check", path)


@needs("gs")
def test_ghostscript_finds_no_fault(made):
    _drawing, path = made
    assert said("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage", path) == ""
