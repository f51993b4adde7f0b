"""Pages of every other kind that search can find, and the stack that holds them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QWidget

from atlasview.atlas.manifest import atlas_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.desktop.pages.factory import PageStack, make_page
from atlasview.desktop.panels.atlas_tables import SOURCES
from atlasview.desktop.panels.rich_text import RichText
from atlasview.desktop.panels.section_list import SectionList
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.records.difference import remark_on_protein
from atlasview.records.place import Kind, Place
from tests.desktop.reading import read
from tests.desktop.showing import settle


def texts(widget: QWidget) -> str:
    rich = [text.toPlainText() for text in widget.findChildren(RichText)]
    return "\n".join([*rich, *(label.text() for label in widget.findChildren(QLabel))])


def build_all(page: QWidget) -> None:
    for entry in page.findChild(SectionList).entries:
        page.show_section(entry.name)
        settle()


@pytest.mark.parametrize(
    ("place", "name", "title"),
    [
        ("UniProtKB:Q9HBE4", "protein-page", "Interleukin-21"),
        ("CL:0002038", "cell-type-page", "T follicular helper cell"),
        ("GO:0005125", "term-page", "cytokine activity"),
        ("R-HSA-9020958", "term-page", "Interleukin-21 signaling"),
        ("OMIM:615767", "disease-page", "Immunodeficiency, common variable, 11"),
        ("pmid:11081504", "publication-page", "Parrish-Novak J. 2000"),
    ],
)
def test_each_kind_has_its_page(show, place, name, title):
    page = show(place)
    assert page.objectName() == name
    assert page.title() == title
    assert page.place().id == page.profile.place.id
    build_all(page)
    assert "could not be drawn" not in texts(page)


def test_a_cell_type_lists_its_genes_by_rank(show):
    page = show("CL:0002038")
    genes = page.findChild(RecordTable, "genes-table").records_model
    rows = [[column.text(record) for column in genes.columns] for record in genes.records()]
    assert [row[0] for row in rows] == ["IL21", "CXCL13"]
    assert rows[0][2] == "100"
    assert rows[1][2] == "99.65"
    assert {"11.30", "8.46 %"} <= set(rows[0])


def test_the_tree_leads_to_parents(show, qtbot):
    page = show("CL:0002038")
    tree = page.findChild(QListView, "lineage-tree")
    row = next(row for row, line in enumerate(tree.lines) if line.name == "CD4-positive helper T cell")
    where = tree.visualRect(tree.model().index(row, 0)).center()
    with qtbot.waitSignal(page.place_requested) as asked:
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [Place(Kind.CELL_TYPE, "CL:0000492"), False]
    tree.setCurrentIndex(tree.model().index(row, 0))
    with qtbot.waitSignal(page.place_requested) as asked:
        QTest.keyClick(tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args[1] is True


def test_the_term_itself_leads_nowhere(show, qtbot):
    page = show("CL:0002038")
    tree = page.findChild(QListView, "lineage-tree")
    current = next(row for row, line in enumerate(tree.lines) if line.current)
    tree.setCurrentIndex(tree.model().index(current, 0))
    with qtbot.assertNotEmitted(page.place_requested):
        QTest.keyClick(tree, Qt.Key.Key_Return)


def test_a_cell_type_without_scores_says_so(show):
    page = show("CL:0000084")
    page.show_section("Genes")
    settle()
    assert "No cell significance scores for this cell type" in texts(page)


def test_a_protein_says_its_gene_and_evidence(show):
    said = texts(show("UniProtKB:Q9HBE4"))
    assert "evidence at protein level" in said
    assert "IL21 (interleukin 21)" in said
    assert "CRC64 54EFD4EED3AB97FE ✓" in said


def test_a_paper_says_what_it_is_used_for(show, qtbot):
    page = show("pmid:11081504")
    assert "Nature 408:57-63 (2000)" in texts(page)
    uses = page.findChild(RecordTable, "uses-table")
    assert uses.records_model.rowCount() == len(page.profile.used_by)
    uses.setCurrentIndex(uses.records_model.index(0, 0))
    with qtbot.waitSignal(page.place_requested) as asked:
        QTest.keyClick(uses, Qt.Key.Key_Return)
    assert asked.args[0].id == page.profile.used_by[0].place.id


def test_the_stack_keeps_the_old_page_until_the_new_one_is_there(stage, theme, atlas_path, qtbot):
    stack = stage.show(PageStack(theme), 1300, 800)
    assert stack.page() is None
    first = make_page(read(atlas_path, "IL21"), theme)
    stack.show_page(first)
    assert stack.page() is first
    second = make_page(read(atlas_path, "IL7R"), theme)
    assert stack.page() is first
    with qtbot.waitSignal(first.destroyed):
        stack.show_page(second)
    assert stack.page() is second
    with qtbot.waitSignal(stack.status) as said:
        second.exits.copy("HGNC:6024")
    assert said.args == ["HGNC:6024 copied"]


def test_the_focus_moves_from_the_old_page_to_the_new(stage, theme, atlas_path):
    stack = stage.show(PageStack(theme), 1300, 800)
    stack.show_page(make_page(read(atlas_path, "IL21"), theme))
    stack.page().findChild(SectionList).setFocus()
    settle()
    new = make_page(read(atlas_path, "IL7R"), theme)
    stack.show_page(new)
    settle()
    assert new.isAncestorOf(stack.window().focusWidget())


def test_a_protein_says_what_other_sources_say_of_it_as_the_page_of_its_gene_does(show, atlas_path):
    page = show("UniProtKB:P16871")
    page.show_section("Protein")
    settle()
    remark = page.protein_panel()._note
    assert remark.text().startswith("≠ Sources differ. Disulfide bonds: 4 paired cysteines; UniProt has 3 bonds. ")
    assert remark.isVisible()
    gene = read(atlas_path, "IL7R")
    assert remark.text() == remark_on_protein(gene.differences, gene.sources)
    assert "Atlas of Genetics and Cytogenetics" in "\n".join(label.text() for label in page.findChildren(QLabel))
    other = show("UniProtKB:P01308")
    other.show_section("Protein")
    settle()
    assert "Sources differ" not in other.protein_panel()._note.text()


@pytest.mark.parametrize("width", [1150, 820])
def test_the_release_of_a_source_can_be_read(stage, theme, atlas_path, width):
    with AtlasReader(atlas_path) as reader:
        page = make_page(atlas_profile(reader), theme)
    stage.show(page, width, 700)
    page.show_section("Sources")
    settle()
    table = next(one for one in page.findChildren(RecordTable) if one.records_model.columns[0] is SOURCES[0])
    release = [column.title for column in table.records_model.columns].index("Release")
    assert table.columnWidth(release) > table.fontMetrics().horizontalAdvance("2024-10-18") + theme.px(8)
