import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from atlasview.records.place import Kind, Place

IL7R = Place(Kind.GENE, "HGNC:6024", "IL7R")


@pytest.fixture
def side(session):
    return session.window.side


def strong(side):
    return [row.strong for row in side.list.rows.rows]


def test_before_a_search_it_offers_the_atlas(qtbot, side):
    qtbot.waitUntil(lambda: len(strong(side)) > 3)
    assert side._title.text() == "In the starter atlas"
    assert side.list.chosen().strong == "IL21"


def test_a_row_opens_its_page(qtbot, session, side):
    qtbot.waitUntil(lambda: "IL7R" in strong(side))
    side.list.choose(strong(side).index("IL7R"))
    with qtbot.waitSignal(session.desk.tabs.shown):
        qtbot.keyClick(side.list, Qt.Key.Key_Return)
    assert session.desk.tabs.current.page.title() == "IL7R"
    assert side.list.chosen().strong == "IL7R"
    with qtbot.waitSignal(session.desk.tabs.shown):
        qtbot.mouseClick(
            side.list.viewport(),
            Qt.MouseButton.MiddleButton,
            pos=side.list.visualRect(side.list.rows.index(0)).center(),
        )
    assert session.desk.tabs.count == 2


def test_the_history_lists_the_pages_of_the_session_newest_first(qtbot, session, side):
    with qtbot.waitSignal(session.desk.tabs.shown):
        session.desk.open_place(IL7R)
    session.window.actions_by_id["history"].trigger()
    assert strong(side) == ["IL7R", "IL21"]
    assert side.list.rows.rows[0].below == "interleukin 7 receptor"
    assert side.list.rows.rows[0].right.startswith("today")
    session.window.actions_by_id["results"].trigger()
    assert strong(side) != ["IL7R", "IL21"]


def test_the_history_opens_a_hidden_panel(session, side):
    session.window.set_side_panel(False)
    session.window.actions_by_id["history"].trigger()
    assert session.window.side_panel_shown
    assert side.list.hasFocus()


def test_the_filter_keeps_rows_with_every_word(qtbot, side):
    qtbot.waitUntil(lambda: len(strong(side)) > 3)
    field = side.findChild(QLineEdit, "side-filter")
    assert field.placeholderText() == f"Filter {len(strong(side))} results"
    qtbot.keyClicks(field, "interleukin recep")
    assert strong(side)
    assert all(
        "interleukin" in row.spoken.casefold() and "recep" in row.spoken.casefold() for row in side.list.rows.rows
    )
    qtbot.keyClicks(field, " zzzz")
    assert strong(side) == []
    assert side.list.empty_title == "Nothing fits the filter"


def test_letters_go_on_in_the_filter_and_escape_goes_back_to_the_page(qtbot, session, side):
    qtbot.waitUntil(lambda: len(strong(side)) > 3)
    field = side.findChild(QLineEdit, "side-filter")
    side.list.setFocus()
    qtbot.keyClick(side.list, Qt.Key.Key_J)
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert (field.hasFocus(), field.text(), strong(side)[0]) == (True, "ja", "JAK1")
    side.list.setFocus()
    qtbot.keyClick(side.list, Qt.Key.Key_Backspace)
    assert field.text() == "j"
    side.list.choose(0)
    side.list.setFocus()
    qtbot.keyClick(side.list, Qt.Key.Key_Up)
    assert field.hasFocus()
    side.list.setFocus()
    qtbot.keyClick(side.list, Qt.Key.Key_Escape)
    page = session.desk.tabs.current.page
    assert page is QApplication.focusWidget() or page.isAncestorOf(QApplication.focusWidget())


def test_a_title_that_is_too_long_ends_in_dots_and_is_whole_in_its_tip(qtbot, session, side):
    words = "interleukin receptor alpha signaling"
    session.desk.searching.search_for(words)
    whole = f"Results for “{words}”"
    qtbot.waitUntil(lambda: side._title.toolTip() == whole)
    assert side._title.text().endswith("…")
    assert side._title.sizeHint().width() <= side._title.width()
    session.window.side_room.set_wanted(520)
    qtbot.waitUntil(lambda: side._title.text() == whole)
    assert side._title.toolTip() == ""
