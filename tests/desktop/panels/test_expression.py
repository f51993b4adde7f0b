"""The Expression section: choices, the selection that chart and table share, samples by the thousand."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.exports import FigureExport
from atlasview.desktop.panels.measured import MeasuredPanel
from tests.desktop.showing import settle
from tests.figures.looking import texts
from tests.figures.test_expression import LEVELS, PLACES, TISSUES, measured


@pytest.fixture
def panel_of(theme, stage):
    return lambda rows: stage.show(MeasuredPanel(theme, Exits(), rows), 900, 1400)


def shown_texts(panel):
    return texts(panel.chart._chart.figure())


def segments(panel):
    return {button.text(): button for button in panel.chart.findChildren(QToolButton) if button.isCheckable()}


def place_of(panel, sample):
    mark = next(one for one in panel.chart._chart.figure().marks if one.target.startswith(f"sample:{sample}|"))
    box = mark.shapes[0]
    return QPoint(round(box.x + 30), round(box.y + box.height / 2))


def selected(panel, theme):
    ground = theme.colour("selection").name().upper()
    marks = panel.chart._chart.figure().marks
    return [
        one.target for one in marks if any(getattr(s, "paint", None) and s.paint.fill == ground for s in one.shapes)
    ]


def chosen(panel):
    model = panel.values.table.records_model
    return [model.record(row).sample for row in panel.values.table.selected_rows()]


def test_il7r_has_tissues_and_cell_types(gene, panel_of):
    panel = panel_of(gene("IL7R").expression)
    assert list(segments(panel)) == ["Tissues", "Cell types"]
    assert "133.1" in shown_texts(panel)
    segments(panel)["Cell types"].click()
    settle()
    assert any(words.startswith("NX · HPA blood cells · tau 0.85") for words in shown_texts(panel))
    assert "MAIT T cell" in shown_texts(panel)
    assert panel.values.table.records_model.total == 80


def test_a_click_on_a_bar_chooses_the_row_and_a_row_its_bar_with_its_data_set(gene, panel_of, theme):
    panel = panel_of(gene("IL7R").expression)
    QTest.mouseClick(panel.chart._chart, Qt.MouseButton.LeftButton, pos=place_of(panel, "thymus"))
    assert chosen(panel) == ["thymus"]
    assert selected(panel, theme) == ["sample:thymus|"]
    model = panel.values.table.records_model
    at = next(row for row in range(model.rowCount()) if model.record(row).sample == "neutrophil")
    panel.values.table.setCurrentIndex(model.index(at, 0))
    panel.values.table.selectRow(at)
    settle()
    assert panel.chart._kinds.choice() == "cell type"
    assert selected(panel, theme) == ["sample:neutrophil|"]


def test_the_order_of_the_bars_is_chosen(gene, panel_of):
    panel = panel_of(gene("IL7R").expression)
    assert "Lymphoid organs" in shown_texts(panel)
    panel.chart._order.setCurrentIndex(1)
    panel.chart._order.activated.emit(1)
    assert "Lymphoid organs" not in shown_texts(panel)
    assert panel.chart.focused_export() == FigureExport("expression", dataset="HPA consensus tissues", order="value")


def test_levels_and_places_are_kinds_of_their_own(panel_of):
    panel = panel_of((*TISSUES, *LEVELS, *PLACES))
    segments(panel)["Protein levels"].click()
    assert "Protein level in stained tissue · Made" in shown_texts(panel)
    segments(panel)["Places in the cell"].click()
    assert "Reliability of the place · Made" in shown_texts(panel)
    assert not panel.chart._order.isVisible()


def test_units_of_one_data_set_are_chosen_apart(panel_of):
    panel = panel_of((measured("lung", 1.0), measured("liver", 2.0), measured("lung", 7.7, unit="")))
    drop_down = panel.chart._dataset
    assert [drop_down.itemText(at) for at in range(drop_down.count())] == ["Made (nTPM)", "Made (unit not stated)"]
    drop_down.setCurrentIndex(1)
    drop_down.activated.emit(1)
    assert "7.7" in shown_texts(panel)
    assert "2.0" not in shown_texts(panel)


def test_a_thousand_samples_are_first_the_best_hundred_and_stay_quick(panel_of):
    panel = panel_of(tuple(measured(f"sample {number}", number / 7) for number in range(1000)))
    assert panel.chart._more.text() == "Show all 1,000 samples"
    panel.chart._more.click()
    settle()
    assert len({mark.target for mark in panel.chart._chart.figure().marks if mark.target}) == 1000
    began = time.process_time()
    panel.chart._chart.redraw()
    panel.chart._chart.figure()
    assert time.process_time() - began < 1.5  # laid out anew; painting takes the rows in view alone


def test_the_table_says_level_reliability_and_term_and_filters(gene, panel_of):
    panel = panel_of(gene("IL7R").expression)
    panel.values.filter_field.setText("lymphoid organs")
    model = panel.values.table.records_model
    assert [model.record(row).sample for row in range(model.rowCount())] == [
        "lymph node", "thymus", "tonsil", "appendix", "spleen", "bone marrow",
    ]  # fmt: skip
    cells = {column.title: column.text(model.record(0)) for column in model.columns}
    assert cells["Term"] == "UBERON:0000029"
    assert (cells["Value"], cells["Unit"], cells["Organ"]) == ("133.1", "NX", "Lymphoid organs")
