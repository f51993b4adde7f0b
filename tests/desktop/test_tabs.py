from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from atlasview.desktop.pages.page_scroll import PageScroll
from atlasview.records.place import Kind, Place, Residues

IL7R = Place(Kind.GENE, "HGNC:6024", "IL7R")
TFH = Place(Kind.CELL_TYPE, "CL:0002038", "T follicular helper cell")
NOWHERE = Place(Kind.GENE, "HGNC:0", "NOBODY")


@pytest.fixture
def desk(session):
    return session.desk


@pytest.fixture
def tabs(desk):
    return desk.tabs


def titles(tabs):
    return [tabs.strip.bar.tabText(index) for index in range(tabs.strip.bar.count())]


def go(qtbot, tabs, place, new_tab=False):
    with qtbot.waitSignal(tabs.shown):
        tabs.open(place, new_tab)


def test_a_link_replaces_the_page_and_leaves_a_way_back(qtbot, desk, tabs):
    go(qtbot, tabs, IL7R)
    assert titles(tabs) == ["IL7R"]
    assert tabs.current.page.title() == "IL7R"
    assert desk.window.actions_by_id["back"].isEnabled()
    assert desk.window.windowTitle() == "IL7R – AtlasView"
    with qtbot.waitSignal(tabs.shown):
        desk.window.actions_by_id["back"].trigger()
    assert tabs.current.page.title() == "IL21"
    assert not desk.window.actions_by_id["back"].isEnabled()
    with qtbot.waitSignal(tabs.shown):
        desk.window.actions_by_id["forward"].trigger()
    assert tabs.current.page.title() == "IL7R"


def test_a_link_to_the_page_that_is_shown_keeps_what_the_tab_is_called(qtbot, tabs):
    go(qtbot, tabs, IL7R)
    go(qtbot, tabs, replace(IL7R, label=""))
    assert titles(tabs) == ["IL7R"]


def test_the_old_page_stays_until_the_new_one_is_there(qtbot, tabs):
    old = tabs.current.page
    with qtbot.waitSignal(tabs.shown):
        tabs.open(IL7R)
        assert tabs.current.page is old
        assert old.isVisible()
    assert tabs.current.page is not old


def test_a_new_tab_waits_in_the_background(qtbot, tabs):
    go(qtbot, tabs, IL7R, new_tab=True)
    assert titles(tabs) == ["IL21", "IL7R"]
    assert tabs.current.page.title() == "IL21"
    tabs.turn(1)
    assert tabs.current.page.title() == "IL7R"
    tabs.turn(1)
    assert tabs.current.page.title() == "IL21"


def test_each_tab_has_its_own_way_back(qtbot, tabs):
    go(qtbot, tabs, TFH, new_tab=True)
    go(qtbot, tabs, IL7R)
    tabs.turn(1)
    assert tabs.current.trail.back is None
    tabs.turn(-1)
    assert [tab.trail.back and tab.trail.back.id for tab in tabs._tabs] == ["HGNC:6005", None]


def test_several_tabs_opened_at_once_all_get_their_pages(qtbot, tabs):
    for place in (IL7R, TFH, IL7R):
        tabs.open(place, True)
    qtbot.waitUntil(lambda: all(tab.page is not None for tab in tabs._tabs))
    assert titles(tabs) == ["IL21", "IL7R", "T follicular helper cell", "IL7R"]


def test_a_closed_tab_comes_back_with_its_way_back(qtbot, desk, tabs):
    go(qtbot, tabs, IL7R)
    go(qtbot, tabs, TFH)
    tabs.close_current()
    assert tabs.count == 0
    assert desk.window.actions_by_id["reopen-tab"].isEnabled()
    with qtbot.waitSignal(tabs.shown):
        desk.window.actions_by_id["reopen-tab"].trigger()
    assert tabs.current.page.title() == "T follicular helper cell"
    assert tabs.current.trail.back.id == IL7R.id


def test_without_a_tab_the_window_says_how_to_go_on_and_search_opens_one(qtbot, desk, tabs):
    tabs.close_current()
    assert desk.window.centre.currentWidget().accessibleName() == "No page is open"
    with qtbot.waitSignal(tabs.shown):
        desk.open_place(IL7R)
    assert desk.window.centre.currentWidget() is tabs


def test_the_middle_button_closes_a_tab(qtbot, tabs):
    go(qtbot, tabs, IL7R, new_tab=True)
    bar = tabs.strip.bar
    qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(0).center())
    assert titles(tabs) == ["IL7R"]


def test_the_close_mark_is_on_the_current_tab_and_under_the_pointer(qtbot, tabs):
    go(qtbot, tabs, IL7R, new_tab=True)
    bar = tabs.strip.bar
    other = bar.close_box(1).center()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.close_box(0).center())
    assert titles(tabs) == ["IL7R"]
    go(qtbot, tabs, TFH, new_tab=True)
    qtbot.mouseMove(bar, bar.tabRect(1).center() - QPoint(20, 0))
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.close_box(1).center())
    assert titles(tabs) == ["IL7R"]
    assert other


def test_a_place_that_is_not_in_the_atlas_is_told_and_the_page_stays(qtbot, desk, tabs):
    with qtbot.waitSignal(tabs.failed):
        tabs.open(NOWHERE)
    assert tabs.current.page.title() == "IL21"
    assert titles(tabs) == ["IL21"]
    assert desk.notices.problems == 1
    with qtbot.waitSignal(tabs.failed):
        tabs.open(NOWHERE, True)
    assert titles(tabs) == ["IL21"]


def test_back_comes_to_the_section_that_was_left(qtbot, tabs):
    tabs.open(Place(Kind.GENE, "HGNC:6005", "IL21", "Citations"))
    qtbot.waitUntil(lambda: tabs.current.page.section() == "Citations")
    go(qtbot, tabs, IL7R)
    with qtbot.waitSignal(tabs.shown):
        tabs.step(-1)
    qtbot.waitUntil(lambda: tabs.current.page.section() == "Citations")


@pytest.mark.parametrize("residues", [None, Residues(20, 30)], ids=["without residues", "with residues"])
def test_back_comes_to_the_line_that_was_left(qtbot, desk, tabs, residues):
    with qtbot.waitSignal(desk.window.page_shown):
        tabs.open(Place(Kind.GENE, "HGNC:6024", "IL7R", "", residues))
    scroll = tabs.current.page.findChild(PageScroll)
    qtbot.waitUntil(scroll.is_complete)
    tabs.current.page.show_section("Citations")
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().value() + 211)
    left = (tabs.current.page.section(), tabs.current.page.depth())
    assert left[0] == "Citations" and left[1] > 150
    go(qtbot, tabs, TFH)
    with qtbot.waitSignal(tabs.shown):
        tabs.step(-1)
    page = tabs.current.page
    qtbot.waitUntil(page.is_complete)
    qtbot.wait(100)
    assert (page.section(), page.depth()) == left
    assert page.place().residues == residues
    scroll = page.findChild(PageScroll)
    citations = next(section for section in scroll._sections if section.plan.name == "Citations")
    assert scroll.position() == citations.y() - scroll.line_height() + left[1]


def test_a_tab_that_was_never_looked_at_is_remembered_at_its_top(qtbot, tabs):
    go(qtbot, tabs, IL7R, new_tab=True)
    assert [trail.place.section for trail in tabs.trails()] == ["", ""]
    tabs.close_tab(1)
    with qtbot.waitSignal(tabs.shown):
        tabs.reopen()
    qtbot.waitUntil(tabs.current.page.is_complete)
    assert tabs.current.page.section() == "Overview" and tabs.current.page.depth() == 0


def test_back_twice_in_a_hurry_goes_back_two_pages(qtbot, tabs):
    go(qtbot, tabs, IL7R)
    go(qtbot, tabs, TFH)
    with qtbot.waitSignal(tabs.shown):
        tabs.step(-1)
        tabs.step(-1)
        tabs.step(-1)
    assert tabs.current.page.title() == "IL21"
    assert tabs.current.trail.position == 0


def test_back_and_forward_in_a_hurry_stays(qtbot, tabs):
    go(qtbot, tabs, IL7R)
    page = tabs.current.page
    tabs.step(-1)
    tabs.step(1)
    qtbot.wait(300)
    assert tabs.current.page is page and tabs.current.trail.position == 1


def test_a_section_chosen_while_another_page_is_read_is_what_is_wanted(qtbot, tabs):
    tabs.open(IL7R)
    tabs.open(Place(Kind.GENE, "HGNC:6005", "IL21", "Citations"))
    qtbot.wait(300)
    assert titles(tabs) == ["IL21"] and tabs.current.page.section() == "Citations"


def test_a_new_tab_shows_the_same_page_and_goes_to_the_search_field(qtbot, desk, tabs):
    with qtbot.waitSignal(tabs.shown):
        desk.window.actions_by_id["new-tab"].trigger()
    assert titles(tabs) == ["IL21", "IL21"]
    assert desk.window.tools.field.hasFocus()


def test_an_ampersand_in_a_title_is_no_shortcut(qtbot, tabs):
    tabs.current.trail.stay(Place(Kind.TERM, "GO:1", "salt & water"))
    assert tabs.current.title == "salt & water"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_arrows_beside_tabs_that_are_too_many_can_be_seen(qtbot, session, tabs, scale):
    session.theme.set_text_scale(scale)
    for _ in range(25):
        tabs.open(TFH, True)
    right = tabs.strip.bar.findChild(QToolButton, "ScrollRightButton")
    qtbot.waitUntil(lambda: right.isVisible() and right.isEnabled())
    picture = right.grab().toImage()
    sides = range(picture.width()), range(picture.height() - 1)
    rows = {y for x in sides[0] for y in sides[1] if picture.pixelColor(x, y) != picture.pixelColor(1, 1)}
    assert len(rows) >= 6 * scale


def test_tabs_too_many_for_the_window_scroll_and_stay_wide(qtbot, tabs):
    for _ in range(12):
        go(qtbot, tabs, TFH, new_tab=True)
    bar = tabs.strip.bar
    assert bar.width() <= tabs.width()
    assert bar.tabRect(5).width() == bar.tabSizeHint(5).width()


def test_the_mouse_goes_back_and_forward(qtbot, desk, tabs):
    go(qtbot, tabs, IL7R)
    with qtbot.waitSignal(tabs.shown):
        qtbot.mouseClick(desk.window.windowHandle(), Qt.MouseButton.BackButton, pos=QPoint(600, 400))
    assert tabs.current.page.title() == "IL21"
