"""The list of sections, and the small parts of a page that are not panels of their own."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton, QWidget

from atlasview.desktop.panels.beside_layout import BesideLayout
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.flow_layout import FlowLayout
from atlasview.desktop.panels.section_head import SectionHead
from atlasview.desktop.panels.section_list import Entry, SectionList

ENTRIES = (Entry("Overview"), Entry("Cells", empty=True), Entry("Citations", "72"))


@pytest.fixture
def sections(stage, theme) -> SectionList:
    return stage.show(SectionList(theme, ENTRIES), 172, 300)


def test_the_model_keeps_qts_rules(sections):
    QAbstractItemModelTester(sections.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, sections)


def test_counts_and_empty_sections_are_said_aloud(sections):
    said = [sections.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(ENTRIES))]
    assert said == ["Overview", "Cells, empty", "Citations, 72"]
    assert [entry.note for entry in ENTRIES] == ["", "–", "72"]


def test_an_empty_section_can_be_chosen(sections, qtbot):
    with qtbot.waitSignal(sections.chosen) as chosen:
        QTest.mouseClick(
            sections.viewport(),
            Qt.MouseButton.LeftButton,
            pos=sections.visualRect(sections.model().index(1, 0)).center(),
        )
    assert chosen.args == ["Cells"]


def test_marking_tells_nobody(sections, qtbot):
    with qtbot.assertNotEmitted(sections.chosen):
        sections.mark("Citations")
        sections.mark("no such section")
    assert sections.current() == "Citations"


def test_the_current_section_has_an_accent_mark(sections, theme):
    sections.mark("Citations")
    box = sections.visualRect(sections.model().index(2, 0))
    picture = sections.viewport().grab().toImage()
    assert picture.pixelColor(1, box.center().y()) == theme.colour("accent")
    other = sections.visualRect(sections.model().index(1, 0))
    assert picture.pixelColor(1, other.center().y()) == theme.colour("surface")


def test_chips_flow_into_further_lines_and_hidden_ones_take_no_room(stage, theme):
    holder = QWidget()
    flow = FlowLayout(holder, 8)
    buttons = [QPushButton(f"identifier {number}") for number in range(4)]
    for button in buttons:
        flow.addWidget(button)
    stage.show(holder, 1000, 200)
    assert len({button.y() for button in buttons}) == 1
    one_line = flow.heightForWidth(1000)
    assert flow.heightForWidth(200) > 2 * one_line
    before = buttons[2].x()
    buttons[1].hide()
    flow.activate()
    assert buttons[2].x() < before


def test_an_aside_goes_under_the_main_part_where_there_is_no_room(theme, qapp):
    holder = QWidget()
    layout = BesideLayout(holder, main=300, least=200, most=260, gap=40, share=1 / 3)
    main, aside = QPushButton("main"), QPushButton("aside")
    layout.addWidget(main)
    layout.addWidget(aside)
    layout.setGeometry(QRect(0, 0, 800, 100))
    assert aside.geometry() == QRect(540, 0, 260, aside.height())
    layout.setGeometry(QRect(0, 0, 500, 100))
    assert aside.x() == 0
    assert aside.y() > main.geometry().bottom()
    assert layout.heightForWidth(500) > layout.heightForWidth(800)


def test_a_drop_down_tells_what_the_person_picks_and_not_what_is_set(stage, theme, qtbot):
    choice = stage.show(DropDown(theme, "Section", [("a", "Article"), ("c", "Cells")]), 200, 28)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.choose("c")
    assert choice.choice() == "c"
    with qtbot.waitSignal(choice.chosen) as picked:
        QTest.keyClick(choice, Qt.Key.Key_Up)
    assert picked.args == ["a"]


def test_long_sources_are_cut_and_then_said_by_a_tooltip(stage, theme):
    head = stage.show(SectionHead(theme, "Diseases", "A source with a long name · and another one"), 200, 40)
    head.grab()
    assert head.toolTip() == "A source with a long name · and another one"
    wide = stage.show(SectionHead(theme, "Diseases", "HGNC"), 600, 40)
    wide.grab()
    assert wide.toolTip() == ""
