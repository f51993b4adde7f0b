"""A figure on the screen: pointer, keyboard, card, voice, theme."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from atlasview.desktop.panels.figure_view import FigureView
from atlasview.figures.marks import Figure, Mark, Paint, Rect, Text
from tests.desktop.panels.pictures import picture, share
from tests.desktop.showing import settle


def three_bars(width, style, _measure):
    """Three bars below each other that can be chosen, and a title that cannot."""
    marks = [Mark("title", (Text(0, 14, "Bars", style.title, style.ink, 600),))]
    for i, name in enumerate(("one", "two", "three")):
        box = Rect(0, 20 + i * 40, width / 2, 30, Paint(fill="#D55E00"))
        marks.append(Mark(name, (box,), f"bar:{name}", (f"Bar {name}", "PMID:2317865 says so")))
    return Figure(width, 140.0, "Bars", "Three bars", tuple(marks))


@pytest.fixture
def view(theme, stage):
    view = FigureView(theme)
    view.setAccessibleName("Bars")
    view.set_drawing(three_bars)
    stage.show(view, 400, 200)
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    return view


def test_it_is_as_high_as_its_figure(view):
    assert view.heightForWidth(300) == 140
    assert view.hasHeightForWidth()


def test_it_is_laid_out_once_for_a_width(theme, stage):
    widths = []

    def draw(width, style, measure):
        widths.append(width)
        return three_bars(width, style, measure)

    page = QWidget()
    column = QVBoxLayout(page)
    view = FigureView(theme)
    view.set_drawing(draw)
    column.addWidget(view)
    stage.show(page, 500, 300)
    assert widths == [500 - column.contentsMargins().left() - column.contentsMargins().right()]


def test_the_keyboard_goes_from_mark_to_mark(view, qtbot):
    assert view.current() == "bar:one"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current() == "bar:two"
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.current() == "bar:three"
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current() == "bar:one"
    with qtbot.waitSignal(view.activated) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == ["bar:one"]


def test_the_focus_can_be_seen(view, theme):
    ring = theme.colour("focus-ring")
    focused = share(picture(view), ring)
    view.clearFocus()
    settle()
    assert focused > share(picture(view), ring) + 0.002


def test_a_click_activates_what_is_under_it(view, qtbot):
    with qtbot.waitSignal(view.activated) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 115))
    assert told.args == ["bar:three"]
    with qtbot.assertNotEmitted(view.activated):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(350, 115))


def test_a_card_comes_when_the_pointer_rests_and_stays_under_it(view, qtbot):
    with qtbot.waitSignal(view.status) as said:
        QTest.mouseMove(view, QPoint(50, 35))
    assert said.args == ["Bar one, PMID:2317865 says so"]
    assert view.hovering.text() == ""
    qtbot.waitUntil(lambda: "Bar one" in view.hovering.text(), timeout=2000)
    card = view.hovering._card
    corner = view.mapTo(view.window(), QPoint(0, 20))
    assert not card.geometry().contains(corner + QPoint(50, 10))
    view.hovering.leave()
    QCoreApplication.sendEvent(card, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    QTest.qWait(400)
    assert card.isVisible(), "the card stays while the pointer is over it"
    QCoreApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: view.hovering.text() == "", timeout=2000)


def test_space_shows_the_card_and_escape_takes_it_away(view):
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert "Bar one" in view.hovering.text()
    assert "PMID 2317865</a>" in view.hovering.text()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.hovering.text() == ""


def test_links_of_the_card_lead_to_places(view, qtbot):
    QTest.keyClick(view, Qt.Key.Key_Space)
    label = view.hovering._card.findChild(QLabel)
    with qtbot.waitSignal(view.place_requested) as asked:
        label.linkActivated.emit("PMID:2317865")
    assert asked.args[0].id == "PMID:2317865"
    assert view.hovering.text() == ""


def test_it_speaks(view):
    voice = QAccessible.queryAccessibleInterface(view)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert voice.text(QAccessible.Text.Name) == "Bars: Bar two, PMID:2317865 says so"
    assert voice.text(QAccessible.Text.Description) == "Three bars"
    assert voice.role() == QAccessible.Role.Graphic
    assert voice.rect().width() == view.width()


def test_the_theme_changes_the_picture_and_keeps_data_colours(view, theme):
    view.clearFocus()
    assert share(picture(view), theme.colour("text"), 40) > 0
    theme.set_mode("dark")
    settle()
    assert theme.dark
    ink = view.figure().marks[0].shapes[0].colour
    assert ink == theme.colour("text").name().upper()
    assert share(picture(view), theme.fill("feature", "modified-residue")) > 0.1


def test_only_what_is_exposed_is_asked_to_be_painted(theme, stage):
    def tall(width, style, measure):
        marks = tuple(
            Mark(f"row-{i}", (Rect(0, i * 20, width, 18, Paint(fill="#D55E00")),), f"row:{i}") for i in range(500)
        )
        return Figure(width, 10_000.0, "", "", marks)

    area, view = QScrollArea(), FigureView(theme)
    view.set_drawing(tall)
    area.setWidgetResizable(True)
    area.setWidget(view)
    view.setMinimumHeight(10_000)
    stage.show(area, 300, 200)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_End)
    settle()
    assert area.verticalScrollBar().value() > 9_000


def test_choosing_changes_one_mark_and_lays_nothing_out_again(theme, stage):
    laid = []

    def rows(width, style, _measure):
        laid.append(width)
        return Figure(width, 2_000.0, "", "", tuple(bar(at, width) for at in range(100)))

    def bar(at, width):
        return Mark(f"row-{at}", (Rect(0, at * 20, width, 16, Paint(fill="#D55E00")),), f"row:{at}", (f"Row {at}",))

    def chosen(mark, _style):
        return mark._replace(shapes=(mark.shapes[0]._replace(paint=Paint(fill="#0072B2")),))

    view = FigureView(theme, interactive=False)
    view.set_drawing(rows, chosen)
    stage.show(view, 300, 2_000)
    plain, calls = picture(view), len(laid)
    for target, at in (("row:3", 3), ("row:6", 6), ("row:60", 60)):
        view.set_chosen(target)
        settle()
        image = picture(view)
        blue = [row for row in range(100) if image.pixelColor(100, row * 20 + 8).name() == "#0072b2"]
        assert blue == [at]
        assert [mark.target for mark in view.figure().marks if mark.shapes[0].paint.fill == "#0072B2"] == [target]
        assert (view.current(), view.has(target), view.has("row:100")) == (target, True, False)
    assert len(laid) == calls
    view.redraw()
    settle()
    assert picture(view) == image
    view.set_chosen("")
    settle()
    assert picture(view) == plain
