"""Exons on the page: drawn with their table, in one cursor with the protein."""

import pytest

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.exports import FigureExport
from atlasview.desktop.panels.gene_structure import TranscriptsSection
from atlasview.records.coding import CodingMap
from atlasview.records.place import Residues
from tests.desktop.showing import settle


@pytest.fixture
def section(theme, stage, gene):
    page = gene("JAK1")
    made = TranscriptsSection(theme, Exits(), "JAK1", page.transcripts, page.sources)
    stage.show(made, 1000, 700)
    settle()
    return made


def test_mane_select_is_drawn_first_and_a_row_draws_its_transcript(section):
    assert section.structure.transcript().mane_select
    model = section.table.table.records_model
    other = next(one for one in model.records() if not one.mane_select)
    section.table.table.record_chosen.emit(other)
    assert section.structure.transcript() == other
    assert section.structure.focused_export() == FigureExport("structure", transcript=other.id)


def test_the_table_marks_the_drawn_transcript_and_files_do_not(section):
    model = section.table.table.records_model
    at = next(place for place, column in enumerate(model.columns) if column.title == "Drawn")

    def marked():
        return [model.record(row) for row in range(model.rowCount()) if model.index(row, at).data() == "✓"]

    assert marked() == [section.structure.transcript()]
    other = next(one for one in model.records() if not one.mane_select)
    section.structure.show_transcript(other)
    assert marked() == [other]
    assert section.table.table.selected_rows() == []
    assert "Drawn" not in model.tsv([0]).splitlines()[0]


def test_another_choice_marks_its_row(section):
    choice = section.structure._choice
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    settle()
    (row,) = section.table.table.selected_rows()
    assert section.table.table.records_model.record(row) == section.structure.transcript()


def test_residue_45_is_the_same_in_gene_tracks_variants_and_sequence(begin, qtbot):
    session = begin("JAK1")
    page = session.desk.tabs.current.page
    for name in ("Protein", "Transcripts", "Variants"):
        page.show_section(name)
        qtbot.wait(100)
    qtbot.waitUntil(lambda: None not in (page._protein_panel, page._transcripts_panel, page._variants_panel))
    protein, structure = page.protein_panel(), page._transcripts_panel.structure
    protein.show_residues(Residues(45, 45))
    exon = CodingMap(structure.transcript()).exons_of(45)
    assert structure._chart.position() == 45
    assert page._variants_panel.diagram._chart.position() == 45
    spoken = protein.sequence.spoken()
    assert spoken == protein.track.spoken()
    assert spoken.split()[1].startswith("45")
    assert spoken.endswith(f"exon {exon[0]}") or " and " in spoken
    places = structure._places(45, structure._chart.width())
    parts = {part.number: part for part in CodingMap(structure.transcript()).parts()}
    assert len(exon) == 1
    held = parts[exon[0]].residues
    assert held is not None
    assert held[0] <= 45 <= held[1]
    assert 1 <= len(places) <= 3
    structure._chart.activated.emit(f"exon:{exon[0]}")
    assert protein.selection() == Residues(*held)


def test_an_isoform_without_a_transcript_marks_nothing(theme, stage, gene):
    page = gene("IL7R")
    made = TranscriptsSection(theme, Exits(), "IL7R", page.transcripts, page.sources)
    made.structure.show_isoform("P16871-4")
    assert made.structure.exon_words(45) == ""
    assert made.structure._places(45, 500) == []
