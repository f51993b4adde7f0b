"""The diagram of variants of a very large protein: zoom by button, wheel, key and click; what the keyboard meets."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from atlasview.desktop.panels.lollipops import LollipopPanel
from atlasview.figures.lollipop_towers import TOWER, residues_of_tower
from atlasview.figures.lollipops import pin_scale
from atlasview.figures.variant_pins import PIN, residue_of
from atlasview.records.place import Residues
from tests.desktop.showing import settle


@pytest.fixture
def panel(theme, stage, large):
    made = LollipopPanel(theme, large.proteins[0], large.variants, large.sources, {})
    stage.show(made, 900, 500)
    made.activateWindow()
    settle()
    return made


@pytest.fixture
def view(panel):
    return panel._chart


def wheel(view, notches=0, across=0, held=Qt.KeyboardModifier.NoModifier, x=0.5):
    place = QPointF(view.width() * x, 60)
    event = QWheelEvent(
        place, QPointF(view.mapToGlobal(place.toPoint())), QPoint(), QPoint(-across * 120, notches * 120),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(view, event)
    settle()
    return event.isAccepted()


def residue_under(view, x):
    window = view.in_view()
    return pin_scale(view.width(), view._theme.figure_style(), window.first, window.last).residue_at(view.width() * x)


def targets(view, beginning):
    return [mark.target for mark in view.figure().marks if mark.target.startswith(beginning)]


def test_it_begins_with_towers_of_the_whole_protein(view):
    assert view.in_view().is_whole
    assert len(targets(view, TOWER)) > 100
    assert targets(view, PIN) == []


def test_ctrl_and_wheel_zoom_under_the_pointer_and_a_bare_wheel_is_the_pages(view):
    before, under = view.in_view().span, residue_under(view, 0.3)
    assert wheel(view, 1, held=Qt.KeyboardModifier.ControlModifier, x=0.3)
    assert view.in_view().span < before
    assert residue_under(view, 0.3) == pytest.approx(under, abs=40)  # a pixel
    window = view.in_view()
    assert not wheel(view, 1)
    assert view.in_view() == window
    assert wheel(view, across=1)
    assert view.in_view().first > window.first
    assert view.in_view().span == pytest.approx(window.span)


def test_keys_zoom_and_show_all_again(view):
    view.setFocus()
    spans = [view.in_view().span]
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Plus)
        spans.append(view.in_view().span)
    assert spans == sorted(spans, reverse=True)
    assert len(set(spans)) == 4
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.in_view().span == pytest.approx(spans[2])
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert view.in_view().is_whole


def test_buttons_are_of_use_where_they_change_what_is_shown(panel, view):
    zoom = panel._zoom
    assert (zoom.out.isEnabled(), zoom.into.isEnabled(), zoom.whole.isEnabled()) == (False, True, False)
    zoom.into.click()
    assert (zoom.out.isEnabled(), zoom.whole.isEnabled()) == (True, True)
    view.zoom_to(Residues(100, 100))
    for _ in range(20):
        zoom.into.click()
    assert not zoom.into.isEnabled()
    zoom.whole.click()
    assert view.in_view().is_whole


def test_a_click_on_a_tower_zooms_to_its_residues_and_chooses_them(panel, view, qtbot):
    target = targets(view, TOWER)[40]
    with qtbot.waitSignal(panel.residues_chosen) as chosen:
        view.activated.emit(target)
    first, last = residues_of_tower(target)
    assert chosen.args == [Residues(first, last)]
    window = view.in_view()
    assert window.first <= first
    assert last <= window.last
    assert window.span < 3 * (last - first + 1)
    assert {residue_of(one) for one in targets(view, PIN)} >= {
        one.position for one in panel._variants if first <= one.position <= last
    }


def test_the_keyboard_goes_on_beyond_what_is_in_view(view):
    view.zoom_to(Residues(12_000, 12_200))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    met = [residue_of(view.current())]
    while view.in_view().last < 13_000 and len(met) < 200:
        QTest.keyClick(view, Qt.Key.Key_Right)
        met.append(residue_of(view.current()))
        assert view.in_view().first - 1 <= met[-1] <= view.in_view().last + 1
        assert f" {met[-1]}, " in view.spoken()
    assert met == sorted(met)
    assert view.in_view().last >= 13_000


def test_at_another_width_the_keyboard_meets_what_is_drawn_there(panel, view):
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current() in targets(view, TOWER)
    panel.resize(420, 500)
    settle()
    QTest.keyClick(view, Qt.Key.Key_Home)
    for _ in range(10):
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert view.current() in targets(view, TOWER)
        assert view.spoken()


def test_zooming_leaves_the_page_where_it_is(panel, view):
    before = view.height()
    for _ in range(12):
        view.zoom_in()
        settle()
        assert view.height() == before


def test_the_cursor_comes_into_view(view):
    view.zoom_to(Residues(12_000, 12_200))
    view.show_residue(30_000)
    window = view.in_view()
    assert window.first <= 30_000 <= window.last
    assert len(view._places_of(30_000, view.width())) == 1
    assert view._places_of(5, view.width()) == ()
