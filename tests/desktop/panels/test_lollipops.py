"""Variants on the page: the diagram, its filters and the table show the same, with the cursor of the protein."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.exports import FigureExport
from atlasview.desktop.panels.variants import VariantsSection
from atlasview.figures.variant_pins import PIN
from atlasview.records.place import Residues
from tests.desktop.showing import settle


@pytest.fixture
def section(theme, stage, gene):
    return section_of(theme, stage, gene("IL7R"))


def section_of(theme, stage, page):
    names = {one.disease.id: one.disease.name for one in page.diseases}
    detail = page.proteins[0] if page.proteins else None
    made = VariantsSection(theme, Exits(), detail, page.variants, page.sources, names)
    stage.show(made, 1000, 900)
    made.activateWindow()
    settle()
    return made


def targets(section):
    marks = section.diagram._chart.figure().marks
    return [mark.target for mark in marks if mark.target.startswith(PIN)]


def choose(section, field, value):
    drop_down = section.diagram._filters[field]
    index = drop_down.findData(value)
    assert index >= 0
    drop_down.setCurrentIndex(index)
    drop_down.activated.emit(index)
    settle()


def test_a_filter_narrows_diagram_and_table(section):
    choose(section, "origin", "somatic")
    assert targets(section) == ["variants:185:below"]
    assert [one.origin for one in section.table.table.records_model.records()] == ["somatic", "somatic"]
    assert section.diagram.focused_export() == FigureExport("variants", only=(("origin", "somatic"),))
    choose(section, "origin", "")
    assert len(section.table.table.records_model.records()) == 13


def test_a_pin_chooses_its_residue_and_its_row(section, qtbot):
    with qtbot.waitSignal(section.residues_chosen) as chosen:
        section.diagram._chart.activated.emit("variants:244:above")
    assert chosen.args == [Residues(244, 244)]
    (row,) = section.table.table.selected_rows()
    assert section.table.table.records_model.record(row).position == 244


def test_a_domain_selects_its_residues(section, qtbot):
    chart = section.diagram._chart
    (domain,) = [
        mark
        for mark in chart.figure().marks
        if mark.target.startswith("feature:") and "Fibronectin type-III" in chart.lines_of(mark)[0]
    ]
    with qtbot.waitSignal(section.residues_chosen) as chosen:
        section.diagram._chart.activated.emit(domain.target)
    assert chosen.args == [Residues(131, 231)]


def test_the_keyboard_goes_along_the_protein_and_speaks(section):
    chart = section.diagram._chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    said = [chart.spoken()]
    for _ in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Right)
        said.append(chart.spoken())
    assert [words.split(",")[0] for words in said] == [
        "Isoleucine 66",
        "Glutamic acid 113",
        "Cysteine 118",
        "Proline 132",
    ]
    assert "Pathogenic" in said[2]


def test_drop_downs_offer_only_what_there_is(theme, stage, gene):
    section = section_of(theme, stage, gene("TP53"))
    filters = section.diagram._filters
    assert not filters["significance"].isVisible()
    assert filters["origin"].isVisible()
    assert not section.diagram._height.isVisible()  # no source of the starter counts


def test_a_disease_is_chosen_by_its_name_and_narrows_diagram_and_table(theme, stage, gene):
    page = gene("INS")
    section = section_of(theme, stage, page)
    drop_down = section.diagram._filters["disease"]
    named = {drop_down.itemData(row): drop_down.itemText(row) for row in range(1, drop_down.count())}
    assert named["OMIM:616214"] == "Hyperproinsulinemia"
    assert drop_down.accessibleName() == "Disease"
    assert list(named.values()) == sorted(named.values())
    choose(section, "disease", "OMIM:616214")
    there = [one for one in page.variants if one.disease == "OMIM:616214"]
    assert list(section.table.table.records_model.records()) == sorted(there, key=lambda one: one.position)
    pins = {f"variants:{one.position}:above" for one in there}
    assert set(targets(section)) == pins
    assert section.diagram.focused_export().only == (("disease", "OMIM:616214"),)


def test_without_a_protein_there_is_the_table_alone(theme, stage, gene):
    from dataclasses import replace

    section = section_of(theme, stage, replace(gene("IL7R"), proteins=()))
    assert section.diagram is None
    assert section.table.table.records_model.total == 13


def test_one_cursor_stands_in_protein_and_diagram(begin, qtbot):
    session = begin("IL7R")
    page = session.desk.tabs.current.page
    for name in ("Protein", "Variants"):
        page.show_section(name)
        qtbot.wait(100)
    qtbot.waitUntil(lambda: page.protein_panel() is not None and page._variants_panel is not None)
    diagram = page._variants_panel.diagram
    page.protein_panel().show_residues(Residues(185, 185))
    assert diagram._chart.position() == 185
    diagram._chart.activated.emit("variants:118:above")
    assert page.protein_panel().residues.position == 118
    page.protein_panel()._choose_isoform("P16871-4")
    assert diagram._isoform == "P16871-4"
    assert "variants:118:above" in [mark.target for mark in diagram._chart.figure().marks]


@pytest.mark.parametrize("symbol", ["TP53", "JAK1"])
def test_all_columns_are_in_view_in_a_window_of_1024_pixels(theme, stage, gene, symbol):
    section = section_of(theme, stage, gene(symbol))
    section.resize(782, 900)
    settle()
    table = section.table.table
    assert sum(table.columnWidth(at) for at in range(table.records_model.columnCount())) <= table.viewport().width()
