"""The gene page on the real starter atlas."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from atlasview.desktop.pages.factory import make_page
from atlasview.desktop.pages.gene_reasons import no_diseases
from atlasview.desktop.panels.chips import Chip
from atlasview.desktop.panels.exports import SequenceExport
from atlasview.desktop.panels.menu_button import MenuButton
from atlasview.desktop.panels.protein import ProteinPanel
from atlasview.desktop.panels.rich_text import RichText
from atlasview.desktop.panels.section_list import SectionList
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.records.place import Kind, Place, Residues
from atlasview.records.profile import GeneProfile
from tests.desktop.reading import read
from tests.desktop.showing import settle


def texts(widget: QWidget) -> str:
    """Everything that a page says in words."""
    rich = [text.toPlainText() for text in widget.findChildren(RichText)]
    return "\n".join([*rich, *(label.text() for label in widget.findChildren(QLabel))])


def names(page: QWidget) -> list[str]:
    return [entry.name for entry in page.findChild(SectionList).entries]


def notes(page: QWidget) -> dict[str, str]:
    return {entry.name: entry.note for entry in page.findChild(SectionList).entries}


def table(page: QWidget, name: str) -> RecordTable:
    found = page.findChild(RecordTable, name)
    assert found is not None, name
    return found


def test_il21_says_what_it_is(show):
    page = show("IL21")
    said = texts(page)
    assert page.objectName() == "gene-page"
    assert page.title() == "IL21"
    assert "its transcript is read into a protein" in said
    assert "Protein-coding gene  ·  4q27" in said
    assert "162 aa · 18,653 Da · CRC64 54EFD4EED3AB97FE ✓" in said.replace("\xa0", " ")
    chips = {chip.chip.kind: chip.chip.value for chip in page.findChildren(Chip)}
    assert chips["NCBI Gene"] == "59067"
    assert chips["HGNC"] == "6005"
    assert chips["Ensembl"] == "ENSG00000138684"
    assert chips["UniProt"] == "Q9HBE4"


def test_the_sections_stand_in_order_with_their_counts(show):
    page = show("IL21")
    assert names(page) == [
        "Overview",
        "Article",
        "Cells",
        "Markers",
        "Protein",
        "Features",
        "Transcripts",
        "Variants",
        "Diseases",
        "Associated with",
        "Expression",
        "Interactions",
        "Homologies",
        "Citations",
        "Identifiers",
    ]
    assert notes(page)["Protein"] == "162 aa"
    assert notes(page)["Cells"] == "1"


def test_every_panel_has_its_name(show):
    page = show("IL21")
    for section in names(page):
        page.show_section(section)
        settle()
    for name in (
        "section-list",
        "overview-panel",
        "article-panel",
        "landscape-panel",
        "significant-cells-table",
        "sequence-panel",
        "feature-track",
        "variants-table",
        "diseases-panel",
        "terms-table",
        "citations-table",
        "identifiers-table",
    ):
        found = page.findChild(QWidget, name)
        assert found is not None, name
        assert found.accessibleName(), name


def test_the_significant_cell_has_its_published_scores(show):
    page = show("IL21")
    page.show_section("Cells")
    cells = table(page, "significant-cells-table").records_model
    said = {column.title: column.text(cells.record(0)) for column in cells.columns}
    assert said["Cell type"] == "T follicular helper cell"
    assert said["Cell Ontology"] == "CL:0002038"
    assert said["CSI"] == "11.30"
    assert said["rCSI"] == "8.46 %"
    assert said["PRS"] == "100"
    assert said["Threshold"] == ""
    assert cells.index(0, list(said).index("Threshold")).data() == "–"


def test_all_papers_of_il7r_are_listed_and_filtered(show):
    page = show("IL7R")
    page.show_section("Citations")
    citations = table(page, "citations-table")
    assert citations.records_model.rowCount() == len(page.profile.citations)
    assert citations.records_model.rowCount() >= 65
    citations.records_model.set_filter("omenn")
    assert citations.records_model.rowCount() >= 1
    assert "Omenn" in citations.records_model.record(0).publication.title


def test_links_lead_to_places_and_the_middle_button_to_a_new_tab(show, qtbot):
    page = show("IL21")
    facts = next(text for text in page.findChildren(RichText) if "Interleukin-21" in text.toPlainText())
    cursor = facts.document().find("Interleukin-21")
    where = facts.cursorRect(cursor).center()
    where.setX(where.x() - 8)
    with qtbot.waitSignal(page.place_requested) as asked:
        QTest.mouseClick(facts.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [Place(Kind.PROTEIN, "UniProtKB:Q9HBE4"), False]
    with qtbot.waitSignal(page.place_requested) as asked:
        QTest.mouseClick(facts.viewport(), Qt.MouseButton.MiddleButton, pos=where)
    assert asked.args[1] is True


def test_a_link_of_the_article_is_reached_with_the_keyboard(show, qtbot):
    page = show("IL21")
    page.show_section("Article")
    article = next(text for text in page.findChildren(RichText) if "Cellular roles" in text.toPlainText())
    article.setFocus()
    QTest.keyClick(article, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.place_requested) as asked:
        QTest.keyClick(article, Qt.Key.Key_Return)
    assert asked.args[0].kind in {Kind.GENE, Kind.PUBLICATION, Kind.CELL_TYPE, Kind.TERM}


def test_a_chip_copies_its_identifier(show, qtbot):
    page = show("IL21")
    chip = next(chip for chip in page.findChildren(Chip) if chip.chip.kind == "HGNC")
    with qtbot.waitSignal(page.status) as said:
        chip.click()
    assert QGuiApplication.clipboard().text() == "HGNC:6005"
    assert said.args == ["HGNC:6005 copied"]


def test_an_address_is_opened_only_from_the_menu_of_a_chip(show, qtbot):
    page = show("IL21")
    chip = next(chip for chip in page.findChildren(Chip) if chip.chip.kind == "UniProt")
    opening = next(action for action in chip.menu().actions() if action.text().startswith("Open "))
    with qtbot.waitSignal(page.outward) as asked:
        opening.trigger()
    assert asked.args == ["https://www.uniprot.org/uniprotkb/Q9HBE4/entry"]


def test_a_gene_of_nothing_says_why_each_section_is_empty(show):
    page = show("IL21-AS1")
    said = texts(page)
    assert "Long non-coding RNA: its transcript is not read into a protein." in said
    for name in ("Article", "Cells", "Protein", "Diseases", "Citations"):
        assert notes(page)[name] == "–"
        page.show_section(name)
    settle()
    said = texts(page)
    assert "IL21-AS1 is a long non-coding RNA gene" in said
    assert "missing is not zero" in said
    assert "No article yet" in said
    assert exports(page) == ["Page as JSON…", "Print…"]


def test_a_protein_coding_gene_without_its_protein_is_not_said_to_make_none(show):
    page = show("CXCL13")
    page.show_section("Protein")
    settle()
    said = texts(page)
    assert "CXCL13 makes a protein, but" in said
    assert "makes no protein" not in said
    assert notes(page)["Cells"] == "1"


def exports(page: QWidget) -> list[str]:
    menu = page.findChild(MenuButton, "export-button").fill_menu()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_only_what_the_gene_has_can_be_exported(show, qtbot):
    assert exports(show("CXCL13"))[0] == "Cell significance…"
    page = show("IL21")
    assert exports(page) == [
        "Sequence (FASTA)…",
        "Sequence with features (GenPept)…",
        "Features (GFF3)…",
        "All 2 isoforms…",
        "Copy sequence as FASTA",
        "Domain diagram…",
        "Feature tracks…",
        "Cell significance…",
        "Cell types by lineage, as a treemap…",
        "Variants on the protein…",
        "Expression…",
        f"{len(page.profile.citations)} citations…",
        "Copy citations in a style…",
        "Page as JSON…",
        "Print…",
    ]
    with qtbot.waitSignal(page.export_requested) as asked:
        page.findChild(QPushButton, "export-button").menu().actions()[0].trigger()
    assert asked.args == [SequenceExport(form="fasta"), page.profile]


def test_the_menu_names_the_isoform_and_the_residues_that_are_shown(show):
    page = show("IL7R")
    page.show_residues(Residues(40, 60))
    settle()
    assert "Selected residues 40-60…" in exports(page)
    page.findChild(ProteinPanel)._choose_isoform("P16871-3")
    page.findChild(ProteinPanel)._isoform.choose("P16871-3")
    assert exports(page)[0] == "Sequence of P16871-3 (FASTA)…"


def test_a_gene_without_variants_says_which_files_have_them(show):
    page = show("CXCL13")
    assert notes(page)["Variants"] == "–"
    page.show_section("Variants")
    settle()
    said = texts(page)
    for name in ("humsavar.txt", "variant_summary.txt", "MAF", "Cancer Hotspots", "VCF", "HGVS"):
        assert name in said


def test_diseases_that_only_variants_are_tied_to_are_said(atlas_path):
    profile = read(atlas_path, "IL7R")
    assert isinstance(profile, GeneProfile)
    gene = replace(profile, diseases=())
    said = no_diseases(gene)
    assert said.what == "Only variants of this gene are tied to diseases"
    assert "They name Omenn syndrome, multiple sclerosis, acute T cell leukemia and 3 more: see Variants." in said.why
    assert no_diseases(replace(gene, variants=())).what == "No disease is tied to this gene"


def test_a_gene_that_makes_no_protein_has_no_variants_of_one(stage, theme, atlas_path):
    profile = read(atlas_path, "CXCL13")
    assert isinstance(profile, GeneProfile)
    without = replace(profile, gene=replace(profile.gene, locus_type="RNA, long non-coding"), proteins=())
    assert "Variants" not in names(stage.show(make_page(without, theme), 1300, 800))


def test_a_failing_section_says_so_and_the_rest_of_the_page_lives(stage, theme, atlas_path, caplog):
    profile = read(atlas_path, "IL21")
    assert isinstance(profile, GeneProfile)
    broken = replace(profile.articles[0], sections=(None,))  # type: ignore[arg-type]
    page = stage.show(make_page(replace(profile, articles=(broken,)), theme), 1300, 800)
    page.show_section("Article")
    settle()
    assert "The section Article could not be drawn" in texts(page)
    page.show_section("Citations")
    settle()
    assert table(page, "citations-table").records_model.rowCount() == len(profile.citations)
    assert any("Article" in record.getMessage() for record in caplog.records)
    caplog.clear()


def test_a_place_with_residues_opens_the_protein(stage, theme, atlas_path):
    profile = read(atlas_path, "IL7R")
    place = replace(profile.place, residues=Residues(185, 185))
    page = stage.show(make_page(replace(profile, place=place), theme), 1300, 800)
    assert page.section() == "Protein"
    assert page.findChild(QWidget, "sequence-panel") is not None
    assert page.place().residues == Residues(185, 185)


def test_a_residue_of_a_variant_leads_into_the_sequence(show):
    page = show("IL7R")
    page.show_section("Variants")
    variants = table(page, "variants-table")
    variants.setCurrentIndex(variants.records_model.index(0, 0))
    position = variants.records_model.record(0).position
    QTest.keyClick(variants, Qt.Key.Key_Return)
    settle()
    assert page.section() == "Protein"
    assert page.place().residues == Residues(position, position)


@pytest.mark.parametrize("place", ["TP53", "INS", "HTT", "IL7R"])
def test_every_section_of_a_gene_can_be_built(show, place):
    page = show(place)
    for section in names(page):
        page.show_section(section)
        settle()
    assert "could not be drawn" not in texts(page)


def test_what_the_card_of_il7r_says_otherwise_is_marked_beside_what_is_drawn(begin):
    session = begin("IL7R")
    page = session.desk.tabs.current.page
    page.show_section("Protein")
    page.show_section("Features")
    panel, table = page.protein_panel(), page._features_panel.table.table
    said = panel._note.text()
    assert said.startswith("≠ Sources differ. Disulfide bonds: 4 paired cysteines; UniProt has 3 bonds. ")
    assert "Fibronectin domains: 2 in the outer part; UniProt has 1 (131-231)" in said
    assert said.endswith("(Atlas of Genetics and Cytogenetics in Oncology and Haematology, IL7R)")
    assert panel._note.isVisible()
    assert "tyrosine that the signal passes on from" in panel.words(401)
    records = table.records_model
    card = [row for row in records.records() if row.feature.source == "atlas-haematology-il7r"]
    assert [(row.start, row.end) for row in card] == [(401, 401), (449, 449)]
    assert records.columns[-1].title == "Source"


def test_ranks_are_as_published_or_have_two_decimals_all(show):
    page = show("IL7R")
    page.show_section("Cells")
    cells = table(page, "significant-cells-table").records_model
    (rank,) = [column for column in cells.columns if column.title == "PRS"]
    said = [rank.text(row) for row in cells.records()]
    assert len(said) == 10
    assert all(text.partition(".")[2].isdigit() and len(text.partition(".")[2]) == 2 for text in said)


def test_the_section_of_cells_says_how_few_genes_the_data_set_holds(show):
    page = show("IL7R")
    page.show_section("Cells")
    assert "Few genes: 19 of the 119 genes of this atlas have scores from 10x PBMC 68k, 700 cells." in texts(page)


@pytest.mark.parametrize("symbol", ["IL7R", "TP53", "INS"])
def test_a_small_window_cuts_no_substitution_and_moves_no_table_sideways(begin, symbol):
    session = begin(symbol, size=(1024, 700))
    page = session.desk.tabs.current.page
    page.show_section("Variants")
    settle()
    table = page._variants_panel.table.table
    assert table.isVisible()
    assert table.horizontalScrollBar().maximum() == 0
    model, bold = table.records_model, QFontMetrics(page.theme.font("strong"))
    column = next(place for place, one in enumerate(model.columns) if one.title == "Change")
    short = [one.hgvs_p for one in model.records() if one.ref and len(one.alt) == 1 and one.hgvs_p]
    assert short
    assert max(map(bold.horizontalAdvance, short)) + 2 * page.theme.px(8) <= table.columnWidth(column)
