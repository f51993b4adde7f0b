"""Terms, variants, identifiers, isoforms and cells of real genes as tables."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from atlasview.desktop.panels.cells import CellsPanel
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.identifiers import IdentifiersPanel
from atlasview.desktop.panels.isoforms import IsoformsPanel
from atlasview.desktop.panels.terms import TermsPanel, group_of
from atlasview.desktop.panels.transcripts import TranscriptsPanel
from atlasview.desktop.panels.variants import VariantsPanel
from atlasview.glossary import term_of
from tests.figures.scores import MIXED, computed


@pytest.fixture
def exits(qtbot) -> Exits:
    return Exits()


MORE_KINDS = ("GMT", "InterPro", "Keyword", "Pfam", "SubcellularLocation")


def cells(panel, row: int = 0) -> dict[str, str]:
    model = panel.table.records_model
    return {column.title: column.text(model.record(row)) for column in model.columns}


def targets(panel, row: int = 0) -> dict[str, str]:
    model = panel.table.records_model
    return {column.title: column.target(model.record(row)) for column in model.columns}


def test_terms_are_linked_and_chosen_by_kind(stage, theme, exits, gene):
    panel = stage.show(TermsPanel(theme, exits, gene("IL21").terms), 1000, 500)
    model = panel.table.records_model
    assert {group_of(linked) for linked in model.records()} >= {"Reactome", "GO process", "GO function"}
    choice = {button.text(): button for button in panel.findChildren(QAbstractButton)}
    choice["Reactome"].click()
    assert {group_of(linked) for linked in model.records()} == {"Reactome"}
    names = [linked.term.name for linked in model.records()]
    assert "Interleukin-21 signaling" in names
    row = names.index("Interleukin-21 signaling")
    assert targets(panel, row)["Term"] == "place:term:Reactome:R-HSA-9020958"
    assert cells(panel, row)["Identifier"] == "R-HSA-9020958"
    choice["All"].click()
    panel.filter_field.setText("cytokine activity")
    assert [linked.term.id for linked in model.records()] == ["GO:0005125"]


def test_identifiers_of_pathways_are_whole_in_a_narrow_window(stage, theme, exits, gene):
    terms = gene("IL7R").terms
    made = [replace(terms[0], term=replace(terms[0].term, id=f"{kind}:1", category="")) for kind in MORE_KINDS]
    table = stage.show(TermsPanel(theme, exits, (*terms, *made)), 786, 500).table
    assert table.width() <= 786
    at = next(place for place, one in enumerate(table.records_model.columns) if one.title == "Identifier")
    assert table.columnWidth(at) > table.fontMetrics().horizontalAdvance("R-HSA-8856825") + theme.px(16)


def test_many_kinds_of_terms_are_chosen_from_a_list_that_cuts_none_off(stage, theme, exits, gene):
    terms = gene("IL21").terms
    made = [replace(terms[0], term=replace(terms[0].term, id=f"{prefix}:1", category="")) for prefix in MORE_KINDS]
    panel = stage.show(TermsPanel(theme, exits, (*terms, *made)), 800, 500)
    kinds = panel.findChild(DropDown, "term-kinds")
    said = [kinds.itemText(row) for row in range(kinds.count())]
    assert said[:2] == ["all", "Reactome"] and {"Gene set", "Subcellular location"} < set(said)
    QTest.keyClick(kinds, Qt.Key.Key_End)
    model = panel.table.records_model
    assert {group_of(linked) for linked in model.records()} == {said[-1]}
    QTest.keyClick(kinds, Qt.Key.Key_Home)
    assert len(model.records()) == len(terms) + len(made)


def test_variants_say_residue_change_and_disease(stage, theme, exits, gene):
    profile = gene("IL21")
    names = {one.disease.id: one.disease.name for one in profile.diseases}
    panel = stage.show(VariantsPanel(theme, exits, profile.variants, profile.sources, names), 1000, 300)
    said = cells(panel)
    assert said["Residue"] == "56"
    assert said["Change"] == "p.Leu56Pro"
    assert said["Disease"] == "Immunodeficiency, common variable, 11"
    assert targets(panel)["Residue"] == "residues:56-56"
    assert targets(panel)["Disease"] == "place:disease:OMIM:615767"


@pytest.mark.parametrize("text", ["R175H", "p.r175h", "arg175his"])
def test_variants_are_found_by_one_letter_as_by_three(stage, theme, exits, gene, text):
    profile = gene("TP53")
    panel = stage.show(VariantsPanel(theme, exits, profile.variants, profile.sources, {}), 1000, 300)
    model = panel.table.records_model
    model.set_filter(text)
    assert {one.hgvs_p for one in model.records()} == {"p.Arg175His"}


def test_what_a_source_says_of_a_variant_besides_stands_in_the_table(stage, theme, exits, gene):
    profile = gene("TP53")
    panel = stage.show(VariantsPanel(theme, exits, profile.variants, profile.sources, {}), 1000, 300)
    model = panel.table.records_model
    row = model.row_of(lambda one: (one.hgvs_p, one.origin) == ("p.Arg175His", "germline"))
    assert cells(panel, row)["Note"].startswith("in LFS; germline mutation and in sporadic cancers; somatic mutation")


def test_transcripts_say_who_chose_them_and_what_they_make(stage, theme, exits, gene):
    profile = gene("JAK1")
    panel = stage.show(TranscriptsPanel(theme, exits, profile.transcripts, profile.sources), 1000, 300)
    assert cells(panel) == {
        "Transcript": "ENST00000342505.5", "Drawn": "✓", "Chosen by": "MANE Select", "Biotype": "protein coding",
        "Bases": "5,092", "Exons": "25", "Coded protein": "ENSP00000343204.4", "Isoform": "P23458-1",
        "Assembly": "GRCh38", "Place": "1:64,833,229-64,966,549 -",
    }  # fmt: skip
    assert targets(panel)["Transcript"].endswith("ENST00000342505.5")


def test_positions_of_a_record_say_so(stage, theme, exits, gene):
    profile = gene("PTEN")
    contig = replace(profile.transcripts[0], id="NM_000314.4", assembly="NT_030059.13", chromosome="", canonical=True)
    panel = stage.show(TranscriptsPanel(theme, exits, (contig,), profile.sources), 1000, 300)
    place = next(column for column in panel.table.records_model.columns if column.title == "Place")
    assert place.hint(contig).endswith(" +: positions of the record NT_030059.13, not of a chromosome")
    assert ":" not in cells(panel)["Place"]
    assert targets(panel)["Transcript"] == ""


def test_a_variant_without_a_position_says_what_is_known_of_it(stage, theme, exits, gene):
    profile = gene("IL7R")
    panel = stage.show(VariantsPanel(theme, exits, profile.variants, profile.sources, {}), 1000, 500)
    model = panel.table.records_model
    vague = [variant for variant in model.records() if not variant.hgvs_p]
    assert vague
    row = model.row_of(lambda variant: variant is vague[0])
    assert cells(panel, row)["Change"] == vague[0].note
    assert targets(panel, row)["Residue"] == ""


def test_columns_that_nothing_fills_are_left_out(stage, theme, exits, gene):
    profile = gene("IL21")
    panel = stage.show(VariantsPanel(theme, exits, profile.variants, profile.sources, {}), 1000, 300)
    assert "Seen" not in cells(panel)


def test_identifiers_have_addresses(stage, theme, exits, gene):
    profile = gene("IL21")
    panel = stage.show(IdentifiersPanel(theme, exits, profile.identifiers), 1000, 500)
    row = panel.table.records_model.row_of(lambda one: one.database == "NCBIGene")
    assert cells(panel, row)["Database"] == "NCBI Gene"
    assert cells(panel, row)["Identifier"] == "59067"
    assert targets(panel, row)["Address"] == "https://www.ncbi.nlm.nih.gov/gene/59067"
    assert "Of" not in cells(panel)


def test_identifiers_of_gene_and_protein_say_whose_they_are(stage, theme, exits, gene):
    profile = gene("IL21")
    both = (*profile.identifiers, *profile.proteins[0].identifiers)
    panel = stage.show(IdentifiersPanel(theme, exits, both), 1000, 500)
    assert {cells(panel, row)["Of"] for row in range(len(both))} == {"HGNC:6005", "UniProtKB:Q9HBE4"}


def test_isoforms_say_length_and_difference(stage, theme, exits, protein):
    panel = stage.show(IsoformsPanel(theme, exits, protein("IL21").isoforms), 1000, 300)
    assert cells(panel)["Against the canonical"] == "canonical"
    assert cells(panel)["Length"] == "162 aa"
    assert "differ" in cells(panel, 1)["Against the canonical"]


def test_chart_and_table_share_one_selection(stage, theme, exits, gene, qtbot):
    profile = gene("IL21")
    panel = stage.show(CellsPanel(theme, exits, profile.significance, profile.sources), 1000, 600)
    panel.landscape.row_selected.emit("CL:0002038")
    assert panel.cells.table.selected_rows() == [0]
    panel.cells.table.clearSelection()
    with qtbot.waitSignal(panel.cells.table.record_chosen):
        panel.cells.table.setCurrentIndex(panel.cells.table.records_model.index(0, 1))


def test_every_score_is_explained(stage, theme, exits, gene):
    profile = gene("IL21")
    panel = stage.show(CellsPanel(theme, exits, profile.significance, profile.sources), 1000, 600)
    scores = [column for column in panel.cells.table.records_model.columns if column.number]
    assert [column.title for column in scores] == [
        "CSI",
        "95 % interval",
        "rCSI",
        "PRS",
        "Threshold",
        "Fold change",
        "Delta",
        "n / m",
    ]
    assert all(term_of(column.title) is not None for column in scores)


def test_what_scores_rest_on_stands_in_the_table(stage, theme, exits):
    panel = stage.show(CellsPanel(theme, exits, MIXED, {}), 1300, 900)
    columns = {column.title: column for column in panel.cells.table.records_model.columns}
    assert "Number of cells" not in columns
    few = next(row for row in MIXED if row.cell_type.id == "CL:0000815")
    assert [columns[name].text(few) for name in ("Donors", "Replication")] == ["4", "few donors"]
    assert all(term_of(name) is not None for name in ("Donors", "Number of cells", "% of cells", "Replication"))


def test_chart_and_table_agree_on_context_and_data_set(stage, theme, exits):
    lung = computed("CL:0000899", "T-helper 17 cell", "t-cell", 3.3, 2.0, context="lung")
    theirs = computed("CL:0000899", "T-helper 17 cell", "t-cell", 7.7, 2.0, dataset="Theirs")
    panel = stage.show(CellsPanel(theme, exits, (lung, theirs, *MIXED), {}), 1300, 900)
    table, landscape = panel.cells.table, panel.landscape

    def chosen():
        return table.records_model.record(table.selected_rows()[0])

    def shown():
        return landscape.chosen_context(), landscape.chosen_dataset()

    landscape.row_selected.emit("CL:0000899")
    assert (chosen().context.id, chosen().scores.dataset) == ("overall", shown()[1])
    for row in (theirs, lung):
        table.select(lambda one, row=row: one is row)
        table.record_chosen.emit(row)
        assert shown() == (row.context.id, row.scores.dataset)
        assert [one.scores.csi for one in landscape.shown()] == [row.scores.csi]
        landscape.row_selected.emit("CL:0000899")
        assert chosen() is row


def test_a_row_beyond_the_highest_is_drawn_when_the_table_chooses_it(stage, theme, exits):
    rows = tuple(computed(f"CL:{n:07}", f"cell type {n}", "t-cell", 200.0 - n, 4.0) for n in range(1, 120))
    panel = stage.show(CellsPanel(theme, exits, rows, {}), 1000, 900)
    chart = panel.landscape._chart
    assert all(mark.target != "cell:CL:0000110" for mark in chart.figure().marks)
    panel.cells.table.record_chosen.emit(rows[109])
    assert any(mark.target == "cell:CL:0000110" for mark in chart.figure().marks)
    assert chart.current() == "cell:CL:0000110"


def test_the_selected_cell_type_stays_marked_in_another_metric_and_another_theme(stage, theme, exits):
    panel = stage.show(CellsPanel(theme, exits, MIXED, {}), 1300, 900)

    def bold():
        marks = panel.landscape._chart.figure().marks
        return [mark.target for mark in marks for shape in mark.shapes if getattr(shape, "weight", 0) == 600]

    def edged():
        marks = panel.treemap.chart.figure().marks
        return [mark.target for mark in marks if mark.target.startswith("cell:") and mark.shapes[0].paint.stroke]

    heads = [target for target in bold() if not target]
    panel.landscape._choose("cell:CL:0000899")
    for change in (lambda: None, lambda: panel.landscape._metrics.choose("fold"), lambda: theme.set_mode("dark")):
        change()
        panel.landscape._refresh()
        assert bold().count("cell:CL:0000899") == 2
        assert len(bold()) == len(heads) + 2
        assert edged() == ["cell:CL:0000899"]
    panel.treemap.activate("cell:CL:0002038")
    assert bold().count("cell:CL:0002038") == 2
    assert edged() == ["cell:CL:0002038"]


def test_names_of_cell_types_can_be_told_apart_beside_all_scores(stage, theme, exits, gene):
    profile = gene("IL7R")
    panel = stage.show(CellsPanel(theme, exits, profile.significance, profile.sources), 900, 900)
    table = panel.cells.table
    metrics, room = table.fontMetrics(), table.columnWidth(0) - 2 * theme.px(8)
    names = {row.cell_type.name for row in profile.significance}
    shown = {metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) for name in names}
    assert len(shown) == len(names) == 10
