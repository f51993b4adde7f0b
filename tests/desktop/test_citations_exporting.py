"""Citations from the window, read back by independent readers: the papers that the table shows."""

import json
from dataclasses import replace
from io import StringIO

import bibtexparser
import pytest
import rispy
from Bio import Medline
from PySide6.QtWidgets import QWidget

from atlasview.desktop.dialogs.citation_style import CitationStyleDialog
from atlasview.desktop.panels.citations import CitationsPanel, PapersTable
from atlasview.desktop.panels.citations_menu import known_words
from atlasview.desktop.panels.menu_button import MenuButton
from tests.export.test_csl_json import validate


@pytest.fixture
def papers(qtbot, begin):
    """The session on IL7R, and its table of papers with three rows selected."""
    session = begin(place="IL7R")
    page = session.desk.tabs.current.page
    page.show_section("Citations")
    qtbot.waitUntil(lambda: page.findChild(CitationsPanel) is not None)
    table = page.findChild(PapersTable)
    for row in (0, 2, 5):
        index = table.table.records_model.index(row, 0)
        flags = table.table.selectionModel().SelectionFlag
        table.table.selectionModel().select(index, flags.Select | flags.Rows)
    return session, table


READERS = {
    "ris": lambda text: [one.get("accession_number", "") for one in rispy.loads(text)],
    "bibtex": lambda text: [one.fields_dict["pmid"].value for one in bibtexparser.parse_string(text).entries],
    "csl-json": lambda text: [one.get("PMID", "") for one in json.loads(text)],
    "nbib": lambda text: [one.get("PMID", "") for one in Medline.parse(StringIO(text))],
}


@pytest.mark.parametrize("form", READERS)
def test_the_selected_papers_are_read_back(papers, asked, take, form):
    session, table = papers
    wanted = table.citations(form)
    path = take(session, wanted)
    assert path.name.startswith("IL7R_citations_selected_starter")
    text = path.read_text(encoding="utf-8")
    assert READERS[form](text) == [paper.pmid for paper in wanted.papers]
    assert len(wanted.papers) == 3
    if form == "csl-json":
        validate(json.loads(text))


def test_the_button_and_the_menu_say_what_will_be_written(papers):
    _, table = papers
    assert table._export.text() == "Export 3 selected"
    titles = [action.text() for action in table._export.fill_menu().actions()]
    assert titles[0] == "Selected papers: 3"
    known = known_words(table.citations().papers)
    assert known in titles and "3 of 3 have a PMID, 1 of 3 a DOI" in known
    assert "Export all 72…" in titles
    table.table.clearSelection()
    table.filter_field.setText("leukemia")
    count = table.table.records_model.rowCount()
    assert 1 < count < 72
    assert table._export.text() == f"Export {count} papers"
    assert len(table.citations().papers) == count


def test_a_style_is_searched_seen_and_copied_plain_and_formatted(qtbot, papers, copy, theme):
    session, table = papers
    wanted = table.citations("text", copy=True)
    dialog = CitationStyleDialog(theme, session.window, session.desk.exporting.worker, wanted, "vancouver")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.styles.count() > 20 and "1." in dialog.preview.toPlainText(), timeout=15_000)
    before = dialog.preview.toPlainText()
    dialog.search.setText("journal immunology")
    shown = [dialog.styles.item(row) for row in range(dialog.styles.count())]
    assert 0 < sum(not item.isHidden() for item in shown) < 5
    dialog.search.setText("nature")
    dialog.choose("nature")
    qtbot.waitUntil(lambda: "1." in dialog.preview.toPlainText() and dialog.preview.toPlainText() != before)
    dialog._copy.click()
    assert dialog.chosen == replace(wanted, style="nature", copy=True)
    data = copy(session, dialog.chosen)
    assert data.text().count("\n") == 3
    assert "<i>" in data.html()
    assert table.citations().papers[0].title.rstrip(".")[:40] in data.text()


def test_a_style_that_cannot_be_used_is_refused_in_place(qtbot, papers, theme, tmp_path):
    session, table = papers
    broken = tmp_path / "broken.csl"
    broken.write_text("<style>")
    dialog = CitationStyleDialog(theme, session.window, session.desk.exporting.worker, table.citations("text"))
    qtbot.addWidget(dialog)
    dialog.choose(str(broken))
    qtbot.waitUntil(lambda: "cannot be read" in dialog.preview.toPlainText(), timeout=15_000)
    assert not dialog._save.isEnabled()


def test_text_in_a_style_and_pmids(papers, asked, take, copy):
    session, table = papers
    path = take(session, table.citations("text", "nature"))
    assert path.name == "IL7R_citations_selected_nature_starter-2026.11.txt"
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3
    numbers = copy(session, table.citations("pmids", copy=True)).text().split()
    assert numbers == [paper.pmid for paper in table.citations().papers]


def test_the_literature_of_an_article_and_the_page_of_a_paper(qtbot, begin, asked, take):
    session = begin(place="IL21")
    page = session.desk.tabs.current.page
    page.show_section("Article")
    qtbot.waitUntil(lambda: page.findChild(QWidget, "article-references-export") is not None)
    button = page.findChild(MenuButton, "article-references-export")
    with qtbot.waitSignal(session.desk.exporting.saved, timeout=10_000) as saved:
        next(one for one in button.fill_menu().actions() if one.text().startswith("RIS")).trigger()
    cited = rispy.loads(saved.args[0].read_text(encoding="utf-8"))
    assert button.text() == f"Export {len(cited)} references"
    other = begin(place="PMID:11081504")
    (paper,) = rispy.loads(take(other, "export").read_text(encoding="utf-8"))
    assert paper["accession_number"] == "11081504"
