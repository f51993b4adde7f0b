"""How a page follows the scroll, the window and the keyboard."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from atlasview.desktop.pages.page_scroll import PageScroll
from atlasview.desktop.pages.section import Section
from atlasview.desktop.panels.banner import Banner
from atlasview.desktop.panels.compact_head import CompactHead
from atlasview.desktop.panels.overview import Beside
from atlasview.desktop.panels.section_list import SectionList
from tests.desktop.showing import settle


def section(page: QWidget, name: str) -> Section:
    return next(one for one in page.findChildren(Section) if one.plan.name == name)


def built(page: QWidget) -> list[str]:
    return [one.plan.name for one in page.findChildren(Section) if one.body is not None]


def top_of(page: QWidget, name: str) -> int:
    scroll = page.findChild(PageScroll)
    assert scroll is not None
    return section(page, name).mapTo(scroll, QPoint(0, 0)).y()


def test_sections_out_of_view_are_not_built(show):
    page = show("TP53")
    assert "Overview" in built(page)
    assert "Citations" not in built(page)
    assert "Identifiers" not in built(page)


def test_the_first_paint_builds_the_overview_alone(stage, theme, atlas_path):
    from atlasview.desktop.pages.factory import make_page
    from tests.desktop.reading import read

    page = make_page(read(atlas_path, "IL21"), theme)
    page.resize(1300, 800)
    seen = []
    page.findChild(PageScroll).content().painted.connect(lambda: seen.append(built(page)))
    stage.show(page, 1300, 800)
    assert seen[0] == ["Overview"]
    assert "Article" in built(page)


def test_choosing_in_the_list_scrolls_to_the_section_and_builds_it(show):
    page = show("IL7R")
    sections = page.findChild(SectionList)
    row = next(row for row, entry in enumerate(sections.entries) if entry.name == "Citations")
    where = sections.visualRect(sections.model().index(row, 0)).center()
    QTest.mouseClick(sections.viewport(), Qt.MouseButton.LeftButton, pos=where)
    settle()
    assert page.section() == "Citations"
    assert "Citations" in built(page)
    assert abs(top_of(page, "Citations") - page.findChild(PageScroll).line_height()) <= 1


def test_the_list_follows_the_scroll(show, qtbot):
    page = show("IL7R")
    bar = page.findChild(PageScroll).verticalScrollBar()
    with qtbot.waitSignal(page.section_changed):
        bar.setValue(section(page, "Article").y() + 40)
    assert page.findChild(SectionList).current() == "Article"
    assert page.place().section == "Article"
    bar.setValue(0)
    assert page.findChild(SectionList).current() == "Overview"
    assert page.place().section == ""


def test_arrow_keys_in_the_list_move_through_the_page(show):
    page = show("IL7R")
    sections = page.findChild(SectionList)
    sections.setFocus()
    QTest.keyClick(sections, Qt.Key.Key_Down)
    QTest.keyClick(sections, Qt.Key.Key_Down)
    settle()
    assert page.section() == "Cells"


def test_the_head_shrinks_to_one_line_once_scrolled(show):
    page = show("IL7R")
    scroll = page.findChild(PageScroll)
    assert page.findChild(CompactHead) is None
    scroll.verticalScrollBar().setValue(400)
    compact = page.findChild(CompactHead)
    assert compact.isVisible()
    assert compact.height() == scroll.line_height()
    scroll.verticalScrollBar().setValue(0)
    assert not compact.isVisible()


def test_the_line_of_the_head_moves_nothing_and_hides_nothing(show):
    page = show("IL7R")
    scroll = page.findChild(PageScroll)
    bar, overview = scroll.verticalScrollBar(), section(page, "Overview")
    while page.findChild(CompactHead) is None:
        before = overview.mapTo(scroll, QPoint(0, 0)).y()
        bar.setValue(bar.value() + 8)
    assert overview.mapTo(scroll, QPoint(0, 0)).y() == before - 8
    compact = page.findChild(CompactHead)
    line, viewport = (QRect(one.mapTo(page, QPoint(0, 0)), one.size()) for one in (compact, scroll.viewport()))
    assert compact.isVisible()
    assert not line.intersects(viewport)
    while compact.isVisible():
        before = overview.mapTo(scroll, QPoint(0, 0)).y()
        bar.setValue(bar.value() - 8)
    assert overview.mapTo(scroll, QPoint(0, 0)).y() == before + 8


def test_a_hand_on_the_bar_does_not_make_the_line_come_and_go(show):
    page = show("IL7R")
    scroll = page.findChild(PageScroll)
    told: list[bool] = []
    scroll.head_passed.connect(told.append)
    for value in range(0, 200, 5):
        scroll.verticalScrollBar().setValue(value)
    assert told == [True]


def test_scrolling_paints_only_what_comes_into_view(show):
    page = show("TP53")
    page.show_section("Diseases")
    settle()
    scroll = page.findChild(PageScroll)
    painted = Painted(scroll.content())
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().value() - 40)
    settle()
    seen = scroll.viewport().height()
    assert painted.region.boundingRect().height() <= 40 + 1 < seen


class Painted(QObject):
    """What of a widget has been painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event):
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False


def test_building_a_section_above_does_not_move_what_is_read(show):
    page = show("IL7R")
    page.show_section("Identifiers")
    settle()
    bar = page.findChild(PageScroll).verticalScrollBar()
    for _ in range(12):
        if "Diseases" in built(page):
            break
        before = top_of(page, "Identifiers")
        bar.setValue(bar.value() - 300)
        settle()
        assert abs(top_of(page, "Identifiers") - before - 300) <= 2
    assert "Diseases" in built(page)


def test_a_narrow_window_has_a_drop_down_in_the_place_of_the_list(show):
    page = show("IL7R", width=784, height=640)
    assert not page.findChild(SectionList).isVisible()
    choice = page.findChild(QComboBox, "section-drop-down")
    assert choice.isVisible()
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    settle()
    assert page.section() == "Article"
    page.resize(1300, 640)
    settle()
    assert page.findChild(SectionList).isVisible()
    assert not choice.isVisible()


def test_facts_and_aside_stand_beside_each_other_only_where_there_is_room(show):
    for width, beside in ((1300, True), (640, False)):
        page = show("IL21", width=width)
        main, aside = (page.findChild(Beside).layout().itemAt(place).geometry() for place in (0, 1))
        assert (aside.left() > main.right()) is beside
        assert (aside.top() > main.bottom()) is not beside


@pytest.mark.parametrize("width", [640, 784, 1024, 1300, 1800])
def test_nothing_is_wider_than_the_page(show, width):
    page = show("IL7R", width=width)
    viewport = page.findChild(PageScroll).viewport()
    for one in page.findChildren(Section):
        left = one.mapTo(viewport, QPoint(0, 0)).x()
        assert left >= 0
        assert left + one.width() <= viewport.width()


def test_the_page_grows_with_the_text(show, theme):
    page = show("IL21")
    before = page.findChild(PageScroll).content().height()
    theme.set_text_scale(1.5)
    settle()
    assert page.findChild(PageScroll).content().height() > before * 1.2
    for banner in page.findChildren(Banner):
        assert banner.height() >= banner.layout().totalHeightForWidth(banner.width())


def test_links_take_the_colour_of_a_new_theme(show, theme):
    page = show("IL21")
    theme.set_mode("dark")
    settle()
    facts = section(page, "Overview").findChild(Beside).findChildren(QWidget)[0]
    assert theme.colour("accent").name() in facts.toHtml().lower()


def test_the_tab_key_reaches_a_section_before_it_is_built(show):
    page = show("TP53")
    assert "Identifiers" not in built(page)
    late = section(page, "Identifiers")
    late.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert "Identifiers" in built(page)
    assert late.isAncestorOf(page.window().focusWidget())


def test_home_and_end_go_to_the_ends(show):
    page = show("IL7R")
    scroll = page.findChild(PageScroll)
    scroll.setFocus()
    QTest.keyClick(scroll, Qt.Key.Key_End)
    assert scroll.verticalScrollBar().value() > 0
    QTest.keyClick(scroll, Qt.Key.Key_Home)
    assert scroll.verticalScrollBar().value() == 0
