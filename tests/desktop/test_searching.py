import time

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication

from atlasview.records.place import Kind


@pytest.fixture
def seat(session, qtbot):
    return Seat(session, qtbot)


class Seat:
    """Somebody who searches."""

    def __init__(self, session, qtbot):
        self.session, self.bot = session, qtbot
        self.window, self.searching = session.window, session.desk.searching
        self.field, self.popup = session.window.tools.field, session.window.popup

    def types(self, text):
        self.field.setFocus()
        with self.bot.waitSignal(self.searching.answered):
            self.bot.keyClicks(self.field, text)
        self.bot.waitUntil(lambda: not self.searching.waiting)

    def presses(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.bot.keyClick(QApplication.focusWidget(), key, modifier)

    def listed(self):
        return [row.strong for row in self.popup.hits.rows.rows if not row.head]

    def page(self):
        tab = self.session.desk.tabs.current
        return tab.page.profile.place.label

    def waits_for(self, label):
        self.bot.waitUntil(lambda: self.page() == label)


def test_typing_opens_the_list_with_the_first_hit_selected(seat):
    seat.types("il7")
    assert seat.popup.isVisible()
    assert seat.listed()[:2] == ["IL7", "IL7R"]
    assert seat.popup.hits.chosen().strong == "IL7"
    assert seat.field.hasFocus()


def test_enter_opens_the_first_hit_and_gives_the_page_the_focus(seat):
    seat.types("cd127")
    seat.presses(Qt.Key.Key_Return)
    seat.waits_for("IL7R")
    assert not seat.popup.isVisible()
    assert not seat.field.hasFocus()


def test_enter_before_the_answer_opens_what_was_typed(seat):
    seat.field.setFocus()
    seat.bot.keyClicks(seat.field, "stat3")
    seat.presses(Qt.Key.Key_Return)
    seat.waits_for("STAT3")


def test_down_goes_into_the_list_over_heads_and_enter_opens(seat):
    seat.types("il7")
    seat.presses(Qt.Key.Key_Down)
    assert seat.popup.hits.hasFocus()
    assert seat.popup.hits.chosen().strong == "IL7R"
    seat.presses(Qt.Key.Key_Return)
    seat.waits_for("IL7R")


def test_up_from_the_first_row_returns_to_the_field_and_letters_do_too(seat):
    seat.types("il7")
    seat.presses(Qt.Key.Key_Down)
    seat.presses(Qt.Key.Key_Up)
    seat.presses(Qt.Key.Key_Up)
    assert seat.field.hasFocus()
    seat.presses(Qt.Key.Key_Down)
    with seat.bot.waitSignal(seat.searching.answered):
        seat.bot.keyClick(seat.popup.hits, "r")
    assert seat.field.text() == "il7r"
    assert seat.field.hasFocus()


@pytest.mark.parametrize("into_the_list", [False, True])
def test_escape_returns_to_the_page_as_it_was(seat, into_the_list):
    seat.types("il7")
    if into_the_list:
        seat.presses(Qt.Key.Key_Down)
    seat.presses(Qt.Key.Key_Escape)
    assert not seat.popup.isVisible()
    assert seat.page() == "IL21"
    assert not seat.field.hasFocus()
    assert seat.field.width() == seat.session.theme.width("search-field")


def test_control_enter_opens_a_new_tab(seat):
    seat.types("il7r")
    seat.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    seat.bot.waitUntil(lambda: seat.session.desk.tabs.count == 2)
    assert seat.page() == "IL21"


def test_a_click_opens_and_the_middle_button_opens_a_new_tab(seat):
    seat.types("il7")
    hits = seat.popup.hits
    row = hits.visualRect(hits.rows.index(2))
    seat.bot.mouseClick(hits.viewport(), Qt.MouseButton.MiddleButton, pos=row.center())
    seat.bot.waitUntil(lambda: seat.session.desk.tabs.count == 2)
    seat.types("x")
    seat.field.clear()
    seat.types("il7")
    seat.bot.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=hits.visualRect(hits.rows.index(2)).center())
    seat.waits_for("IL7R")


def test_the_field_grows_while_the_list_is_open(seat):
    closed = seat.field.width()
    seat.field.setFocus()
    assert seat.field.width() > closed
    assert seat.popup.width() == seat.field.width()
    seat.session.window.side.list.setFocus()
    assert seat.field.width() == closed
    assert not seat.popup.isVisible()


def test_a_name_of_several_genes_asks_and_enter_guesses_nothing(seat):
    seat.types("p55")
    assert "Which one?" in seat.popup.hits.rows.rows[0].strong
    assert {"IL2RA", "TNFRSF1A"} <= set(seat.listed())
    assert seat.popup.hits.chosen() is None
    seat.presses(Qt.Key.Key_Return)
    assert seat.page() == "IL21"
    assert seat.popup.isVisible() and seat.popup.hits.hasFocus()
    seat.presses(Qt.Key.Key_Return)
    seat.waits_for(seat.listed()[0])


def test_nothing_found_says_so_with_a_way_on(seat):
    seat.types("zzzz")
    assert seat.listed() == []
    assert "zzzz" in seat.popup.hits.empty_title
    assert seat.popup.hits.empty_reason
    seat.presses(Qt.Key.Key_Return)
    assert seat.page() == "IL21"


@pytest.mark.parametrize(
    "text", ['"', "'; DROP TABLE term; --", "a*b(", "%_%", "ИЛ-21", "白细胞介素", "x" * 5000, "\t", "NOT"]
)
def test_odd_input_does_no_harm(seat, text):
    seat.field.setFocus()
    seat.field.setText(text)
    seat.field.textEdited.emit(text)
    seat.bot.waitUntil(lambda: not seat.searching.waiting)
    seat.field.clear()
    seat.types("il21")
    assert seat.listed()[0] == "IL21"
    assert seat.session.desk.notices.standing == ()


def test_an_empty_field_offers_suggestions_then_recent_pages(seat):
    seat.field.setFocus()
    assert seat.popup.hits.rows.rows[0].strong == "Worth a first look"
    seat.types("il7r")
    seat.presses(Qt.Key.Key_Return)
    seat.waits_for("IL7R")
    seat.field.clear()
    seat.field.setFocus()
    seat.bot.waitUntil(seat.popup.isVisible)
    assert [row.strong for row in seat.popup.hits.rows.rows] == ["Recent", "IL7R", "IL21"]


def test_a_typed_form_in_the_column_is_searched_for(seat):
    seat.field.setFocus()
    column = seat.popup.column
    at = next(at for at, row in enumerate(column.rows.rows) if row.strong == "cell:Tfh")
    with seat.bot.waitSignal(seat.searching.answered):
        seat.bot.mouseClick(
            column.viewport(), Qt.MouseButton.LeftButton, pos=column.visualRect(column.rows.index(at)).center()
        )
    assert seat.field.text() == "cell:Tfh"
    assert seat.listed()[0] == "T follicular helper cell"


def test_the_side_panel_follows_the_search(seat):
    seat.types("il7")
    side = seat.session.window.side
    seat.bot.waitUntil(lambda: [row.strong for row in side.list.rows.rows][:2] == ["IL7", "IL7R"])
    seat.bot.keyClicks(side.findChild(type(seat.field).__mro__[1], "side-filter"), "receptor")
    assert all("receptor" in row.spoken.casefold() for row in side.list.rows.rows if not row.head)


def test_the_list_fits_into_a_small_window(begin, qtbot):
    seat = Seat(begin(size=(700, 420)), qtbot)
    seat.types("il7")
    assert seat.popup.geometry().bottom() <= seat.window.height()
    assert not seat.popup.column.isVisible()
    assert seat.popup.hits.visualRect(seat.popup.hits.rows.index(1)).isValid()


def test_a_residue_opens_the_protein_there(seat):
    seat.types("IL7R p.S185C")
    seat.presses(Qt.Key.Key_Return)
    seat.waits_for("IL7R")
    place = seat.session.desk.tabs.current.trail.place
    assert place.kind is Kind.GENE
    assert (place.section, place.residues.start) == ("Protein", 185)


class Painted(QObject):
    """Notes when a widget has been painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
            self.region = event.region().boundingRect()
        return False


def test_a_keystroke_is_answered_within_a_few_frames(seat):
    """The goal of 16 ms at p99 is measured by the benchmarks; here a broken design, not a slow machine, fails."""
    seat.types("i")
    painted, waits = Painted(seat.popup.hits.viewport()), []
    for letter in "nterleukin":
        begun = time.perf_counter()
        with seat.bot.waitSignal(seat.searching.answered):
            seat.bot.keyClick(seat.field, letter)
        seat.bot.waitUntil(lambda begun=begun: painted.at > begun)
        waits.append(painted.at - begun)
    assert sorted(waits)[len(waits) // 2] < 0.08


def test_the_page_below_is_not_painted_again_for_each_letter(seat):
    seat.types("il")
    seat.bot.wait(250)
    page = seat.session.desk.tabs.current.page
    assert page.rect().translated(page.mapTo(seat.window, QPoint(0, 0))).intersects(seat.popup.geometry())
    painted = Painted(page)
    with seat.bot.waitSignal(seat.searching.answered):
        seat.bot.keyClick(seat.field, "7")
    seat.bot.wait(20)
    assert painted.at == 0.0


@pytest.mark.parametrize(("scale", "wider"), [(1.0, False), (2.0, True)])
def test_the_list_has_room_for_names_where_large_text_makes_the_field_narrow(seat, scale, wider):
    seat.window.resize(1024, 700)
    seat.session.theme.set_text_scale(scale)
    seat.types("IL7")
    field = seat.field
    seat.bot.waitUntil(lambda: (seat.popup.width() > field.width()) == wider)
    popup = seat.popup.geometry()
    assert seat.window.rect().contains(popup)
    assert popup.width() == field.width() or popup.width() >= 900
    left = field.mapTo(seat.window, QPoint(0, 0)).x()
    assert popup.left() <= left and popup.right() >= left + field.width() - 1
