"""Cards of terms: by pointer and by key, on heads of columns and sections, on facts, chips, measures and tracks."""

import re

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from atlasview.desktop.controls import SegmentButton
from atlasview.desktop.pages.section import Section
from atlasview.desktop.panels.chips import Chip
from atlasview.desktop.panels.facts import Facts
from atlasview.desktop.panels.hover_card import HoverCard
from atlasview.desktop.panels.section_head import SectionHead
from atlasview.desktop.panels.term_card import TermCard, Word, explain, lines_of
from atlasview.desktop.panels.terms import evidence_words
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.glossary import term, term_of

PLAIN = {
    *("Name", "Also", "Note", "Kind", "Place", "Title", "Authors", "Year", "Label", "Of", "Address", "Unit", "Species"),
    "Drawn",
}
"""Heads of columns that every reader knows: no term of the field."""

PLACES = ("IL7R", "IL21", "JAK1", "P16871", "CL:0002038", "GO:0005125", "PMID:11081504")


def built(session):
    """Every section of the page that is seen, built."""
    page = session.desk.tabs.current.page
    for section in page.findChildren(Section):
        section.ensure_built(900)
    return page


def cells_of(page):
    return page.findChild(RecordTable, "significant-cells-table")


def said(session):
    return [card.text() for card in session.window.findChildren(HoverCard) if card.isVisible()]


def word_at(card, text):
    return next(word for word in card._words() if word.text == text)


@pytest.mark.parametrize("place", PLACES)
def test_every_column_section_and_fact_of_every_page_is_a_known_word_or_a_plain_one(begin, place):
    page = built(begin(place))
    for table in page.findChildren(RecordTable):
        for column in table.records_model.columns:
            assert column.title in PLAIN or term_of(column.title) is not None, (table.objectName(), column.title)
    facts = {word.text for each in page.findChildren(Facts) for word in each.findChild(TermCard)._words()}
    plain = {"Definition", "Related names", "Short names", "Also short", "As an allergen", "In biotechnology"}
    plain |= {"Authors", "Published", "Cite", "Journal", "Title", "Address"}
    assert [text for text in facts - plain if term_of(text) is None] == []
    heads = [section.plan.name for section in page.findChildren(Section)]
    assert [name for name in heads if name != "Overview" and term_of(name) is None] == []


def test_the_pointer_at_rest_on_a_column_shows_its_meaning(session, qtbot):
    table = cells_of(built(session))
    session.desk.tabs.current.page.show_section("Cells")
    head = table.horizontalHeader()
    at = word_at(head.terms, "CSI").box.center()
    QTest.mouseMove(head.viewport(), at)
    assert said(session) == []
    qtbot.waitUntil(lambda: said(session) != [], timeout=2000)
    (text,) = said(session)
    assert "Cell Significance Index" in text and "log10(p)" in text and 'href="guide:glossary#csi"' in text
    QTest.mouseMove(head.viewport(), QPoint(at.x(), at.y()))
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert said(session) == []


def test_a_key_explains_the_column_of_the_current_cell_and_then_the_next(session):
    page = built(session)
    table = cells_of(page)
    page.show_section("Cells")
    titles = [column.title for column in table.records_model.columns]
    table.setCurrentIndex(table.records_model.index(0, titles.index("PRS")))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert "Percentile Rank Score" in said(session)[0]
    QTest.keyClick(table, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert "Threshold" in said(session)[0]
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert said(session) == []


def test_screen_readers_get_the_meaning_of_columns_and_sections(session):
    page = built(session)
    table = cells_of(page)
    titles = [column.title for column in table.records_model.columns]
    described = table.records_model.headerData(
        titles.index("Delta"), Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleDescriptionRole
    )
    assert term("delta").means.rstrip(".") in described
    head = next(one for one in page.findChildren(SectionHead) if one.accessibleName() == "Variants")
    voice = QAccessible.queryAccessibleInterface(head)
    assert voice.role() == QAccessible.Role.Heading
    text = voice.text(QAccessible.Text.Description)
    assert term("variant").means.rstrip(".") in text and "from " in text


def test_labels_of_facts_and_names_inside_of_them_have_cards(begin, qtbot):
    session = begin("IL7R")
    facts = session.window.findChild(Facts)
    card = facts.findChild(TermCard)
    words = [word.text for word in card._words()]
    assert words[0] == "Gene type" and "CRC64" in words and words.index("Protein") < words.index("CRC64")
    QTest.mouseMove(facts.viewport(), word_at(card, "CRC64").box.center())
    qtbot.waitUntil(lambda: said(session) != [], timeout=2000)
    assert "checksum" in said(session)[0]
    card.hide()
    facts.setFocus()
    assert term("locus-type").means.rstrip(".") in facts.accessibleDescription()
    heard = []
    for _ in range(len([word for word in words if term_of(word)])):
        assert explain(facts)
        heard += re.findall(r"guide:glossary#([\w-]+)", said(session)[0])
    assert {"locus-type", "crc64", "isoform", "protein"} <= set(heard)


def test_chips_and_measures_have_cards(session):
    page = built(session)
    chip = next(one for one in page.findChildren(Chip) if one.chip.kind == "HGNC")
    assert explain(chip)
    assert "HUGO Gene Nomenclature Committee" in said(session)[0] and 'href="HGNC:6005"' in said(session)[0]
    page.show_section("Cells")
    button = next(one for one in page.findChildren(SegmentButton) if one.text() == "rCSI")
    assert explain(button)
    assert any("relative Cell Significance Index" in text for text in said(session))


def test_what_is_no_term_is_explained_by_what_it_stands_in(session):
    page = built(session)
    page.show_section("Citations")
    field = page.findChild(QWidget, "citations-table-filter")
    assert explain(field)
    assert "guide:glossary#citation" in said(session)[0]
    assert not explain(session.window.tools.field)
    session.window.tools.field.setFocus()
    session.window.actions_by_id["explain"].trigger()
    assert "F1 opens the guide" in session.window.status.findChild(QWidget, "status-message").text()


def test_the_name_of_a_track_says_what_kind_of_feature_stands_in_it(begin, qtbot):
    session = begin("IL7R")
    page = built(session)
    page.show_section("Protein")
    track = page.findChild(QWidget, "feature-track")
    canvas = track._canvas(track.width())
    row = next(row for row in canvas.sheet.rows if row.track.label == "Topology")
    QTest.mouseMove(track, QPoint(10, round(row.top + row.height / 2)))
    qtbot.waitUntil(lambda: said(session) != [], timeout=2000)
    assert "which side of a membrane" in said(session)[0]


def test_the_link_of_a_card_opens_the_glossary_at_the_term(session, qtbot):
    from atlasview.desktop.guide.window import GuideWindow

    chip = next(one for one in built(session).findChildren(Chip) if one.chip.kind == "HGNC")
    explain(chip)
    card = next(card for card in session.window.findChildren(HoverCard) if card.isVisible())
    card._text.linkActivated.emit("guide:glossary#hgnc")
    qtbot.waitUntil(lambda: session.window.findChild(GuideWindow) is not None)
    assert str(session.window.findChild(GuideWindow).spot) == "glossary#hgnc"


def test_evidence_codes_are_told_each_once():
    text = evidence_words(["IDA", "IEA", "IDA", "QQQ"])
    assert text.count("IDA") == 1 and "direct assay" in text and "looked at by nobody" in text and "QQQ" not in text


def test_lines_of_a_card_are_four_at_most_and_empty_for_a_plain_word():
    assert lines_of(Word("Year", QRect())) == ()
    assert lines_of(Word("dbSNP", QRect(), "A click opens it."))[2] == "A click opens it."
    assert len(lines_of(Word("CSI", QRect(), "more"))) == 4
