"""Sequences from the window, read back by independent readers: the same as the page shows."""

import gffutils
from Bio import SeqIO
from PySide6.QtWidgets import QPushButton, QWidget

from atlasview.desktop.panels.exports import SequenceExport
from atlasview.desktop.panels.linked_genes import LinkedGenesPanel
from atlasview.desktop.panels.protein import ProteinPanel
from atlasview.records.place import Kind, Place, Residues


def read(path, form="fasta"):
    with path.open(encoding="utf-8") as file:
        return list(SeqIO.parse(file, form))


def shown(session):
    return session.desk.tabs.current.page.profile.proteins[0]


def test_genpept_has_the_sequence_and_the_features_of_the_page(begin, asked, take, tmp_path):
    session = begin(place="IL7R")
    path = take(session, "export-genpept")
    assert path.name == "IL7R_sequence_starter-2026.11.gp"
    (record,) = read(path, "genbank")
    detail = shown(session)
    assert str(record.seq) == detail.protein.sequence
    own = [one for one in detail.features if one.sequence == detail.protein.accession]
    written = {(int(one.location.start) + 1, int(one.location.end)) for one in record.features}
    assert {(one.start, one.end) for one in own} <= written


def test_gff3_has_every_feature_of_the_page_in_its_place(begin, asked, take):
    session = begin(place="IL7R")
    path = take(session, "export-gff3")
    base = gffutils.create_db(str(path), ":memory:", merge_strategy="create_unique", keep_order=True)
    try:
        detail = shown(session)
        written = sorted((one.start, one.end) for one in base.all_features())
        own = [one for one in detail.features if one.sequence == detail.protein.accession and one.type != "DISULFID"]
        for feature in own:
            assert (feature.start, feature.end) in written, feature
    finally:
        base.conn.close()


def test_the_isoform_and_the_residues_on_the_screen_are_what_is_written(qtbot, begin, asked, take):
    session = begin(place="IL7R")
    page = session.desk.tabs.current.page
    page.show_section("Protein")
    qtbot.waitUntil(lambda: page.findChild(ProteinPanel) is not None)
    panel = page.findChild(ProteinPanel)
    panel._isoform.choose("P16871-3")
    panel._choose_isoform("P16871-3")
    whole = next(one.sequence for one in shown(session).isoforms if one.id == "P16871-3")
    (record,) = read(take(session, "export-sequence"))
    assert str(record.seq) == whole and "P16871-3" in record.id
    page.show_residues(Residues(30, 44))
    path = take(session, "export-selection")
    assert path.name == "IL7R_sequence_P16871-3_30-44_starter-2026.11.fasta"
    (record,) = read(path)
    assert str(record.seq) == whole[29:44]


def test_all_isoforms_are_each_in_the_file(begin, asked, take):
    session = begin(place="IL7R")
    records = read(take(session, "export-isoforms"))
    known = [one for one in shown(session).isoforms if one.sequence or one.canonical]
    assert len(records) == len(known) == 4


def test_without_a_selection_the_person_is_told_what_to_do(begin, told):
    session = begin(place="IL21")
    notice = told(session, "export-selection")
    assert "no residues are selected" in notice.message.lower()


def test_the_genes_of_all_tabs_go_into_one_file(qtbot, session, asked, take):
    for identifier, symbol in (("HGNC:6024", "IL7R"), ("GO:0005125", "")):
        kind = Kind.GENE if symbol else Kind.TERM
        session.desk.tabs.open(Place(kind, identifier, symbol), new_tab=True)
    qtbot.waitUntil(lambda: session.desk.tabs.count == 3)
    path = take(session, "export-tabs")
    assert path.name == "2-pages_sequence_starter-2026.11.fasta"
    records = read(path)
    assert [record.id.split("|")[1] for record in records] == ["Q9HBE4", "P16871"]


def test_the_genes_of_a_term_that_are_selected(qtbot, begin, asked, take, copy):
    session = begin(place="GO:0005125")
    panel = session.desk.tabs.current.page.findChild(LinkedGenesPanel)
    names = [panel.table.records_model.record(row).symbol for row in range(3)]
    panel.table.selectRow(1)
    assert panel.sequences().part == "selected"
    menu = panel._export.fill_menu()
    titles = [action.text() for action in menu.actions()]
    assert "Protein sequences of 1 gene" in titles and "FASTA…\t.fasta" in titles
    (record,) = read(take(session, panel.sequences("fasta")))
    assert f"GN={names[1]}" in record.description
    panel.table.clearSelection()
    count = panel.table.records_model.rowCount()
    text = copy(session, panel.sequences(copy=True)).text()
    assert 0 < text.count(">") <= count


def test_a_gene_without_protein_is_left_out_and_named(session, asked, told):
    places = (Place(Kind.GENE, "HGNC:6024", "IL7R"), Place(Kind.GENE, "HGNC:10639", "CXCL13"))
    session.desk.tabs.current.page.exits.take_away(SequenceExport(form="fasta", places=places, part="genes"))
    notice = told(session, "side-panel")
    assert "CXCL13 is left out" in notice.detail


def test_many_genes_are_told_while_they_are_read_and_can_be_left(qtbot, session, asked, tmp_path):
    places = tuple(Place(Kind.GENE, "HGNC:6024", "IL7R") for _ in range(400))
    session.desk.tabs.current.page.exits.take_away(SequenceExport(form="fasta", places=places, part="genes"))
    (notice,) = session.desk.notices.standing
    assert notice.kind == "working" and "400" in notice.message
    session.window.notice_area.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: session.desk.notices.standing == ())
    qtbot.wait(200)
    assert asked == [] and list(tmp_path.glob("*.fasta")) == []


def test_ctrl_s_takes_the_part_with_the_focus(qtbot, begin, asked, take):
    session = begin(place="IL7R")
    page = session.desk.tabs.current.page
    for section, name, stem in (
        ("Variants", "variants-table", "IL7R_variants_"),
        ("Protein", "sequence-panel", "IL7R_sequence_"),
        ("Citations", "citations-table", "IL7R_citations_"),
    ):
        page.show_section(section)
        qtbot.waitUntil(lambda name=name: page.findChild(QWidget, name) is not None)
        page.findChild(QWidget, name).setFocus()
        assert take(session, "export").name.startswith(stem)
