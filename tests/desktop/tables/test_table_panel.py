"""A table with its filter field, counts and copy button."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from atlasview.desktop.controls import Segments
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from tests.desktop.showing import Stage, settle

NAMES = ("apple", "apricot", "banana", "cherry", "date", "elder", "fig")


@pytest.fixture
def make(qapp, theme):
    with Stage() as stage:

        def window(names=NAMES, **more) -> QWidget:
            """A panel as a page holds it: in a widget that sets its size."""
            exits = Exits()
            table = RecordTable(theme, exits, [Column("Name", str)], names)
            holder = QWidget()
            panel = TablePanel(theme, exits, table, "names-table", "Names", noun="name", **more)
            panel.setParent(holder)
            panel.resize(700, 400)
            return stage.show(holder, 1000, 420)

        yield window


def counts(panel: TablePanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_typing_filters_and_the_count_says_so(make):
    panel = make().findChild(TablePanel)
    assert "7 names" in counts(panel)
    QTest.keyClicks(panel.filter_field, "ap")
    assert "2 of 7 names" in counts(panel)
    assert panel.table.objectName() == "names-table"
    assert panel.table.accessibleName() == "Names"


def test_few_rows_get_no_filter_field(make):
    assert not make(NAMES[:3]).findChild(TablePanel).filter_field.isVisible()
    assert make().findChild(TablePanel).filter_field.isVisible()


def test_the_button_copies_what_is_selected(make):
    panel = make().findChild(TablePanel)
    panel.table.selectRow(2)
    assert "1 of 7 selected" in counts(panel)
    panel.findChild(QPushButton).click()
    assert QGuiApplication.clipboard().text() == "Name\nbanana\n"


def test_choices_before_the_filter_move_to_a_line_of_their_own_in_a_narrow_window(make):
    choices = Segments([("a", "All of these names"), ("b", "Only some of them"), ("c", "None")], "Kind")
    window = make(leading=choices)
    panel = window.findChild(TablePanel)
    panel.resize(1000, 400)
    settle()
    assert abs(choices.geometry().center().y() - panel.filter_field.geometry().center().y()) < 8
    panel.resize(420, 400)
    settle()
    assert choices.geometry().bottom() < panel.filter_field.geometry().top()
    panel.resize(1000, 400)
    settle()
    assert abs(choices.geometry().center().y() - panel.filter_field.geometry().center().y()) < 8
