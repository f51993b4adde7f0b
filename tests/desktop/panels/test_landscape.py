"""The cell significance panel: choices, selection, honesty."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from atlasview.desktop.panels.landscape import LandscapePanel
from atlasview.records.source import Source
from tests.desktop.showing import settle
from tests.figures.looking import texts
from tests.figures.scores import MIXED, computed


def panel_of(theme, stage, rows, sources=None):
    panel = LandscapePanel(theme)
    panel.show_rows(rows, sources or {})
    stage.show(panel, 800, 700)
    return panel


def segments(panel):
    return {button.text(): button for button in panel.findChildren(QToolButton) if button.isCheckable()}


def shown_texts(panel):
    return texts(panel._chart.figure())


def row_place(panel, identifier):
    mark = next(mark for mark in panel._chart.figure().marks if mark.target == f"cell:{identifier}")
    box = mark.shapes[0]
    return QPoint(60, round(box.y + box.height / 2))


def test_il21_shows_its_one_bar_and_whose_it_is(theme, stage, gene):
    panel = panel_of(theme, stage, gene("IL21").significance, gene("IL21").sources)
    assert panel.objectName() == "landscape-panel"
    assert "11.30" in shown_texts(panel)
    words = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert "as published by Genular" in words


def test_metrics_without_values_cannot_be_chosen_and_say_why(theme, stage, gene):
    panel = panel_of(theme, stage, gene("IL21").significance)
    enabled = {name for name, button in segments(panel).items() if button.isEnabled()}
    assert enabled == {"CSI", "rCSI", "PRS"}
    assert segments(panel)["Delta"].toolTip() == "not given by Genular"


def test_only_the_source_of_what_is_drawn_is_named(theme, stage):
    other = computed("CL:0002038", "T follicular helper cell", "t-cell", 7.7, 2.0, dataset="Theirs")
    other = replace(other, scores=replace(other.scores, source="theirs"))
    sources = {key: Source(key, f"Database {key}", "2") for key in ("own", "theirs")}
    panel = panel_of(theme, stage, (*MIXED, other), sources)
    assert "Source: Database own 2." in panel._about.text()
    panel.show_set("overall", "Theirs")
    assert "Source: Database theirs 2." in panel._about.text()


def test_choosing_a_metric_draws_it(theme, stage, gene):
    panel = panel_of(theme, stage, gene("IL21").significance)
    segments(panel)["rCSI"].click()
    settle()
    assert panel.chosen_metric() == "rcsi"
    assert "8.46 %" in shown_texts(panel)


def test_choices_of_one_are_not_offered(theme, stage, gene):
    panel = panel_of(theme, stage, gene("IL21").significance)
    assert not panel._context.isVisible()
    assert not panel._dataset.isVisible()
    assert not panel._group.isVisible()


def test_contexts_and_data_sets_are_kept_apart(theme, stage):
    lung = computed("CL:0002038", "T follicular helper cell", "t-cell", 3.3, 2.0, context="lung")
    other = computed("CL:0002038", "T follicular helper cell", "t-cell", 7.7, 2.0, dataset="Theirs")
    panel = panel_of(theme, stage, (lung, *MIXED, other))
    assert panel._context.isVisible()
    assert panel.chosen_context() == "overall"
    assert [panel._dataset.itemText(i) for i in range(panel._dataset.count())] == ["Own", "Theirs"]
    assert "7.7" not in shown_texts(panel)
    panel._dataset.setCurrentIndex(1)
    panel._dataset.activated.emit(1)
    assert shown_texts(panel).count("7.7") == 1
    assert "5.2" not in shown_texts(panel)
    panel._context.setCurrentIndex(1)
    panel._context.activated.emit(1)
    assert "3.3" in shown_texts(panel)


def test_a_click_selects_the_row_and_tells(theme, stage, qtbot):
    panel = panel_of(theme, stage, MIXED)
    with qtbot.waitSignal(panel.row_selected) as told:
        QTest.mouseClick(panel._chart, Qt.MouseButton.LeftButton, pos=row_place(panel, "CL:0000899"))
    assert told.args == ["CL:0000899"]
    assert _selected(panel, theme) == ["CL:0000899"]


def test_selecting_from_outside_marks_without_telling(theme, stage, qtbot):
    panel = panel_of(theme, stage, MIXED)
    with qtbot.assertNotEmitted(panel.row_selected):
        panel.select("CL:0000786")
    assert _selected(panel, theme) == ["CL:0000786"]
    panel.select("CL:0")
    assert _selected(panel, theme) == []


def _selected(panel, theme):
    ground = theme.colour("selection").name().upper()
    marks = panel._chart.figure().marks
    rects = [(mark, shape) for mark in marks for shape in mark.shapes if hasattr(shape, "paint")]
    return [mark.target.removeprefix("cell:") for mark, shape in rects if shape.paint.fill == ground]


def test_grouping_and_the_order_by_value(theme, stage):
    panel = panel_of(theme, stage, MIXED)
    assert "T cell" in shown_texts(panel)
    panel._group.setCurrentIndex(1)
    panel._group.activated.emit(1)
    assert "T cell" not in shown_texts(panel)


def test_eight_hundred_cell_types_are_first_the_best_sixty(theme, stage):
    many = tuple(computed(f"CL:{i:07}", f"cell type {i}", "t-cell", 40 - i / 20, 5.0) for i in range(800))
    panel = panel_of(theme, stage, many)
    assert len(_targets(panel)) == 60
    assert panel._more.text() == "Show all 800 cell types"
    panel._more.click()
    settle()
    assert len(_targets(panel)) == 800
    assert panel._more.text() == "Show the highest 60 only"
    panel._more.click()
    settle()
    assert len(_targets(panel)) == 60


def _targets(panel):
    return [mark for mark in panel._chart.figure().marks if mark.target]


def test_the_keyboard_walks_the_rows_and_is_heard(theme, stage, qtbot):
    panel = panel_of(theme, stage, MIXED)
    panel.activateWindow()
    panel._chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(panel._chart, Qt.Key.Key_Down)
    assert panel._chart.spoken().startswith("T-helper 17 cell · CL:0000899, CSI 5.20")
    with qtbot.waitSignal(panel.row_selected) as told:
        QTest.keyClick(panel._chart, Qt.Key.Key_Return)
    assert told.args == ["CL:0000899"]


def test_no_rows_are_said(theme, stage):
    panel = panel_of(theme, stage, ())
    assert shown_texts(panel) == ["This atlas holds no cell significance of this gene."]
    assert panel.chosen_context() == panel.chosen_dataset() == ""


def test_the_dark_theme_draws_again(theme, stage):
    panel = panel_of(theme, stage, MIXED)
    before = panel._chart.figure()
    theme.set_mode("dark")
    settle()
    after = panel._chart.figure()
    assert after != before
    assert theme.colour("text").name().upper() in {shape.colour for shape in after.shapes() if hasattr(shape, "colour")}
