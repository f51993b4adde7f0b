"""Isoforms of a protein: a row of the table is set against the canonical one."""

import pytest
from PySide6.QtGui import QGuiApplication

from atlasview.desktop.panels.alignment import IsoformsSection
from atlasview.desktop.panels.exits import Exits
from tests.desktop.showing import settle
from tests.export.proteins import SEQUENCE, detail, isoform


@pytest.fixture
def section(theme, stage, protein):
    made = IsoformsSection(theme, Exits(), protein("IL7R"))
    stage.show(made, 1000, 800)
    settle()
    return made


def test_only_the_lines_that_differ_are_shown_at_first(section):
    alignment = section.alignment
    assert alignment.words().endswith("by the differences that UniProt states.")
    shown = alignment._text.toPlainText()
    assert "MTILGTTFGMVF" not in shown
    alignment._show.setCurrentIndex(1)
    alignment._show.activated.emit(1)
    assert "MTILGTTFGMVF" in alignment._text.toPlainText()


@pytest.mark.parametrize("width", [1000, 640, 420])
def test_lines_are_as_long_as_there_is_room(theme, stage, large, width):
    made = IsoformsSection(theme, Exits(), large.proteins[0])
    stage.show(made, 1000, 800)
    made.resize(width, 800)
    settle()
    text = made.alignment._text
    lines = text.toPlainText().splitlines()
    assert text.document().idealWidth() <= text.viewport().width()
    assert lines[0].startswith("A0MAD1A001-1     1 ")
    letters = max(len(line.split()[2]) for line in lines if len(line.split()) == 4)
    assert letters == 60 or (letters + 10) * text.fontMetrics().horizontalAdvance("M") > width / 3


def test_a_row_of_the_table_is_set_against_the_first(section):
    model = section.table.table.records_model
    wanted = next(one for one in model.records() if one.id == "P16871-4")
    section.table.table.record_chosen.emit(wanted)
    assert section.alignment.pair().second_id == "P16871-4"


def test_the_whole_alignment_is_copied(section):
    section.alignment._copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("# P16871-1 and P16871-2: ")
    assert "MTILGTTFGMVF" in copied


def test_what_cannot_be_aligned_is_said_in_place(theme, stage):
    long = "A" * 6_000
    made = IsoformsSection(theme, Exits(), detail(isoforms=(isoform(1, "1", long), isoform(2, "2", f"{long}C"))))
    stage.show(made, 800, 500)
    assert "too long to be aligned" in made.alignment.words()
    assert not made.alignment._copy.isEnabled()


def test_one_sequence_has_nothing_beside_it(theme, stage):
    made = IsoformsSection(theme, Exits(), detail(isoforms=(isoform(1, "1", SEQUENCE), isoform(2, "2", None))))
    assert made.alignment is None
