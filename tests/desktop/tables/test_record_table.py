"""The table view: height, links, keys, copying, and speed with many rows."""

import time
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtTest import QTest

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from tests.desktop.showing import Stage

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


@dataclass(frozen=True)
class Gene:
    symbol: str
    score: float | None
    id: str


COLUMNS = (
    Column("Gene", lambda gene: gene.symbol, link=lambda gene: f"place:gene:{gene.id}"),
    Column("Score", lambda gene: f"{gene.score}" if gene.score else "", key=lambda gene: gene.score, number=True),
    Column("Identifier", lambda gene: gene.id, stretch=1),
)
GENES = (Gene("IL21", 11.3, "HGNC:6005"), Gene("CXCL13", 22.43, "HGNC:10639"), Gene("IL7R", None, "HGNC:6024"))


@pytest.fixture
def exits(qtbot) -> Exits:
    return Exits()


@pytest.fixture
def make(theme, exits):
    with Stage() as stage:

        def table(genes=GENES, rows_shown=14, width=600) -> RecordTable:
            made = RecordTable(theme, exits, COLUMNS, genes, rows_shown)
            return stage.show(made, width, made.sizeHint().height())

        yield table


@pytest.fixture
def visits(exits):
    seen = []
    exits.place_requested.connect(lambda place, new_tab: seen.append((place.id, new_tab)))
    return seen


def middle(table: RecordTable, row: int, column: int) -> QPoint:
    box = table.visualRect(table.records_model.index(row, column))
    return QPoint(box.left() + 16, box.center().y())


def shown(table: RecordTable) -> list[str]:
    return [gene.symbol for gene in table.records_model.records()]


def test_a_short_table_is_as_high_as_its_rows_and_a_long_one_scrolls(make, theme):
    rows, head = theme.height("table-row"), theme.height("table-head")
    assert make().sizeHint().height() == pytest.approx(head + 3 * rows, abs=2)
    long = make([Gene(f"G{n}", n, f"HGNC:{n}") for n in range(100)], rows_shown=5)
    assert long.sizeHint().height() == pytest.approx(head + 5 * rows, abs=2)
    assert long.verticalScrollBar().maximum() > 0


def test_a_spare_column_is_shown_where_there_is_room_and_found_by_always(theme, exits):
    spare = Column("Note", lambda gene: f"a note on {gene.id}", widest=300, least=80, spare=True)
    with Stage() as stage:
        table = stage.show(RecordTable(theme, exits, (*COLUMNS, spare), GENES), 600, 200)
        place = len(COLUMNS)
        assert not table.isColumnHidden(place)
        stage.show(table, 260, 200)
        assert table.isColumnHidden(place)
        assert table.horizontalScrollBar().maximum() == 0
        table.records_model.set_filter("note 10639")
        assert [gene.symbol for gene in table.records_model.records()] == ["CXCL13"]
        assert "a note on HGNC:10639" in table.records_model.tsv([0])


def test_a_table_whose_columns_shrink_below_their_least_keeps_no_room_for_a_scroll_bar(theme, exits):
    wide = Column("Identifier", lambda gene: gene.id * 9, widest=400, least=320, stretch=1)
    with Stage() as stage:
        table = RecordTable(theme, exits, (*COLUMNS[:2], wide), GENES)
        stage.show(table, theme.px(360), 300)
        assert table.horizontalScrollBar().maximum() == 0
        assert table.columnWidth(2) < theme.px(320)
        assert table.sizeHint().height() == pytest.approx(
            theme.height("table-head") + 3 * theme.height("table-row"), abs=2
        )


def test_columns_fill_the_width(make):
    table = make(width=700)
    assert sum(table.columnWidth(column) for column in range(3)) == table.viewport().width()


@pytest.mark.parametrize(
    ("button", "keys", "new_tab"), [(LEFT, NONE, False), (LEFT, CONTROL, True), (MIDDLE, NONE, True)]
)
def test_a_click_on_a_link_follows_it(make, visits, button, keys, new_tab):
    table = make()
    QTest.mouseClick(table.viewport(), button, keys, middle(table, 1, 0))
    assert visits == [("HGNC:10639", new_tab)]


def test_a_click_beside_a_link_selects_the_row_only(make, visits):
    table = make()
    QTest.mouseClick(table.viewport(), LEFT, NONE, middle(table, 1, 2))
    assert visits == []
    assert table.selected_rows() == [1]


def test_enter_follows_the_link_of_the_row(make, visits, qtbot):
    table = make()
    table.setCurrentIndex(table.records_model.index(2, 2))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert visits == [("HGNC:6024", False)]
    QTest.keyClick(table, Qt.Key.Key_Return, CONTROL)
    assert visits[-1] == ("HGNC:6024", True)


def test_a_click_on_a_head_sorts_numbers_from_the_largest_and_turns_at_the_second(make):
    table = make()
    head = table.horizontalHeader()
    where = QPoint(head.sectionViewportPosition(1) + 10, head.height() // 2)
    QTest.mouseClick(head.viewport(), LEFT, NONE, where)
    assert shown(table) == ["CXCL13", "IL21", "IL7R"]
    QTest.mouseClick(head.viewport(), LEFT, NONE, where)
    assert shown(table) == ["IL21", "CXCL13", "IL7R"]


def test_copying_takes_the_selected_rows_else_all(make, exits, qtbot):
    table = make()
    with qtbot.waitSignal(exits.status) as said:
        table.copy()
    assert said.args == ["3 rows copied"]
    assert QGuiApplication.clipboard().text().count("\n") == 4
    table.selectRow(1)
    QTest.keySequence(table, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Gene\tScore\tIdentifier\nCXCL13\t22.43\tHGNC:10639\n"


def test_selecting_by_record_tells_nobody_and_moving_does(make, qtbot):
    table = make()
    with qtbot.assertNotEmitted(table.record_chosen):
        assert table.select(lambda gene: gene.symbol == "IL7R")
    assert table.selected_rows() == [2]
    assert not table.select(lambda gene: gene.symbol == "TP53")
    with qtbot.waitSignal(table.record_chosen) as told:
        QTest.keyClick(table, Qt.Key.Key_Up)
    assert told.args[0].symbol == "CXCL13"


def test_the_menu_offers_links_copying_and_sorting(make, visits):
    table = make()
    table.setCurrentIndex(table.records_model.index(0, 0))
    actions = {action.text(): action for action in table.menu().actions()}
    assert {"Copy 1 selected", "Open IL21", "Sort by"} <= set(actions)
    actions["Open IL21"].trigger()
    assert visits == [("HGNC:6005", False)]
    sorting = {action.text(): action for action in actions["Sort by"].menu().actions()}
    sorting["Score"].trigger()
    assert shown(table) == ["CXCL13", "IL21", "IL7R"]


def test_the_tab_key_leaves_the_table(make):
    assert not make().tabKeyNavigation()


def test_a_theme_change_restyles_rows(make, theme):
    table = make()
    before = table.verticalHeader().defaultSectionSize()
    theme.set_text_scale(2.0)
    assert table.verticalHeader().defaultSectionSize() == pytest.approx(2 * before, abs=2)


def test_fifteen_hundred_rows_are_filtered_and_painted_at_once(make):
    table = make([Gene(f"GENE{n}", n * 0.5, f"HGNC:{n}") for n in range(1500)])
    picture = QPixmap(table.size())
    table.records_model.set_filter("GENE1")
    start = time.perf_counter()
    table.records_model.set_filter("GENE14")
    table.sort_by(1, Qt.SortOrder.DescendingOrder)
    table.render(picture)
    assert time.perf_counter() - start < 0.25
    assert shown(table)[0] == "GENE1499"


def test_a_filter_that_leaves_nothing_says_so(make):
    table = make()
    table.records_model.set_filter("nothing")
    assert table.records_model.rowCount() == 0
    assert not table.grab().isNull()
