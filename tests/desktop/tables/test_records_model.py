"""The model of every table: any records, sorted by raw values, filtered by words."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.records_model import RecordsModel

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Paper:
    title: str
    year: int | None
    authors: str = ""


COLUMNS = (
    Column("Title", lambda paper: paper.title),
    Column("Year", lambda paper: f"{paper.year}" if paper.year else "", key=lambda paper: paper.year, number=True),
    Column("Authors", lambda paper: paper.authors, help="who wrote it"),
)
PAPERS = (
    Paper("beta", 2000, "Ye SK"),
    Paper("Alpha", None),
    Paper("gamma", 998, "Park JH"),
    Paper("delta", 2013, "Ye SK\tLevy"),
)


@pytest.fixture
def model(qtbot) -> RecordsModel:
    model = RecordsModel(COLUMNS, PAPERS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def titles(model: RecordsModel) -> list[str]:
    return [paper.title for paper in model.records()]


def test_cells_say_what_the_columns_say(model):
    assert model.rowCount() == 4
    assert model.columnCount() == 3
    assert model.index(0, 0).data() == "beta"
    assert model.index(1, 1).data() == "–"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Authors"
    assert model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == "who wrote it"
    assert model.rowCount(model.index(0, 0)) == 0


def test_numbers_sort_by_value_and_missing_ones_stand_last_both_ways(model):
    model.sort(1, UP)
    assert titles(model) == ["gamma", "beta", "delta", "Alpha"]
    model.sort(1, DOWN)
    assert titles(model) == ["delta", "beta", "gamma", "Alpha"]


def test_text_sorts_whatever_its_case(model):
    model.sort(0, UP)
    assert titles(model) == ["Alpha", "beta", "delta", "gamma"]


def test_equal_ones_keep_the_order_they_came_in(qtbot):
    model = RecordsModel(COLUMNS, [Paper("second", 2000), Paper("first", 2000), Paper("third", 1999)])
    model.sort(1, DOWN)
    assert titles(model) == ["second", "first", "third"]


def test_a_row_that_is_held_follows_its_record_through_sorting(model):
    from PySide6.QtCore import QPersistentModelIndex

    held = QPersistentModelIndex(model.index(0, 0))
    model.sort(1, DOWN)
    assert held.row() == 1
    assert held.data() == "beta"


def test_a_filter_takes_words_from_any_column(model):
    model.set_filter("YE 20")
    assert titles(model) == ["beta", "delta"]
    model.set_filter("ye 2013")
    assert titles(model) == ["delta"]
    model.set_filter("nothing of the kind")
    assert model.rowCount() == 0
    model.set_filter("")
    assert model.rowCount() == 4


def test_a_condition_and_words_hold_together_and_sorting_survives_both(model):
    model.sort(0, DOWN)
    model.set_condition(lambda paper: paper.year is not None)
    assert titles(model) == ["gamma", "delta", "beta"]
    model.set_filter("ye")
    assert titles(model) == ["delta", "beta"]
    model.set_condition(None)
    model.set_filter("")
    assert titles(model) == ["gamma", "delta", "beta", "Alpha"]


def test_tab_separated_text_has_titles_and_leaves_the_unknown_empty(model):
    assert model.tsv([1, 3]) == "Title\tYear\tAuthors\nAlpha\t\t\ndelta\t2013\tYe SK Levy\n"


def test_a_record_is_found_by_what_it_is(model):
    assert model.row_of(lambda paper: paper.year == 998) == 2
    assert model.row_of(lambda paper: paper.year == 1) == -1


def test_nothing_is_said_of_no_cell(model):
    assert model.data(QModelIndex()) is None


def test_an_optional_column_is_needed_where_a_record_fills_it():
    column = Column("Year", COLUMNS[1].text, optional=True)
    assert column.is_needed(PAPERS)
    assert not column.is_needed([Paper("alone", None)])
