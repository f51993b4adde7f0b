"""A page on paper: everything of it, on white, with its foot; read back by pypdf."""

import re
from io import BytesIO

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog

from atlasview.desktop.dialogs.print_preview import PrintPreview
from atlasview.desktop.printing import PrintJob
from atlasview.export.sections import SECTIONS
from atlasview.records.place import Kind
from tests.desktop.reading import read

PLACES = ("IL21", "IL7R", "P16871", "CL:0002038", "GO:0005125", "PMID:11081504")


def pages_of(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(content)).pages]


@pytest.mark.parametrize("place", PLACES)
def test_every_section_is_printed_and_every_page_has_its_foot(qapp, atlas_path, place):
    profile = read(atlas_path, place)
    pages = pages_of(PrintJob(profile).pdf("A4", landscape=False).content)
    text = " ".join(pages)
    for section in SECTIONS[profile.place.kind]:
        assert section.heading in text
    for number, page in enumerate(pages, 1):
        assert f"page {number} of {len(pages)}" in page
        assert "Starter atlas 2026.11" in page and "AtlasView" in page


def test_the_facts_of_the_page_are_on_the_paper(qapp, atlas_path):
    profile = read(atlas_path, "IL7R")
    content = PrintJob(profile).pdf("A4", landscape=False).content
    text = " ".join(pages_of(content))
    sequence = profile.proteins[0].protein.sequence
    assert sequence[:10] in text and sequence[-9:] in text
    letters = re.sub(r"\s", "", text)
    for paper in profile.citations:
        assert paper.publication.pmid in letters
    for one in profile.diseases:
        assert re.sub(r"\s", "", one.disease.name) in letters
    assert "Fibronectin type-III" in text


def test_links_lead_to_databases_and_tables_repeat_their_titles(qapp, atlas_path):
    reader = pypdf.PdfReader(BytesIO(PrintJob(read(atlas_path, "IL7R")).pdf("A4", landscape=False).content))
    links = [link.get_object()["/A"]["/URI"] for page in reader.pages for link in page.annotations or ()]
    assert "https://pubmed.ncbi.nlm.nih.gov/2317865/" in links
    heads = [page.extract_text().split("\n", 2)[:2] for page in reader.pages]
    assert sum("Paper" in " ".join(head) for head in heads) >= 2


def test_the_paper_has_the_size_that_was_asked_for(qapp, atlas_path):
    job = PrintJob(read(atlas_path, "CL:0002038"))
    for size, turned, width in (("A4", False, 595), ("A4", True, 842), ("Letter", False, 612)):
        page = pypdf.PdfReader(BytesIO(job.pdf(size, turned).content)).pages[0]
        assert round(float(page.mediabox.width)) == width


def test_it_is_dark_on_white_from_the_dark_theme(qtbot, begin):
    session = begin(place="IL21", theme="dark")
    session.window.actions_by_id["print"].trigger()
    preview = session.window.findChild(QDialog, "print-preview")
    assert isinstance(preview, PrintPreview)
    qtbot.waitUntil(lambda: not preview.sheet.page.isNull(), timeout=15_000)
    image = preview.sheet.page.toImage()
    step = 3
    tones = [
        image.pixelColor(x, y).lightness()
        for x in range(0, image.width(), step)
        for y in range(0, image.height(), step)
    ]
    assert image.pixelColor(2, 2).lightness() == 255
    assert sum(tone > 250 for tone in tones) > 0.8 * len(tones)
    assert sum(tone < 120 for tone in tones) > 0.005 * len(tones)
    preview.close()


def test_the_preview_turns_pages_and_saves_a_pdf_without_a_printer(qtbot, session, asked):
    session.window.actions_by_id["print"].trigger()
    preview = session.window.findChild(QDialog, "print-preview")
    qtbot.waitUntil(lambda: preview.count > 1 and not preview.sheet.page.isNull(), timeout=15_000)
    first = preview.sheet.page.cacheKey()
    preview.turn_to(2)
    qtbot.waitUntil(lambda: preview.sheet.page.cacheKey() != first)
    assert preview._where.text() == f"Page 2 of {preview.count}"
    with qtbot.waitSignal(session.desk.exporting.saved, timeout=15_000) as saved:
        preview.save.click()
    assert saved.args[0].name == "IL21_page_starter-2026.11.pdf"
    assert len(pages_of(saved.args[0].read_bytes())) == preview.count
    preview.close()


def test_a_printer_gets_the_pages_that_were_chosen(qapp, atlas_path, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 3)
    assert PrintJob(read(atlas_path, "IL21")).print_on(None, printer) == 2
    pages = pages_of((tmp_path / "printed.pdf").read_bytes())
    assert len(pages) == 2 and "page 2 of" in pages[0]


def test_every_kind_of_page_has_a_report():
    assert set(SECTIONS) | {Kind.ATLAS} == set(Kind)  # the page of the atlas is put together from its manifest
