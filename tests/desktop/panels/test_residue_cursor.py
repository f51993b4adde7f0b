"""The cursor and the selection that panels share."""

import pytest

from atlasview.desktop.panels.residue_cursor import ResidueCursor
from atlasview.records.place import Residues


@pytest.fixture
def cursor(qapp):
    cursor = ResidueCursor()
    cursor.start_on(100)
    return cursor


def test_it_stays_on_the_sequence(cursor):
    for asked, found in ((-5, 1), (50, 50), (500, 100)):
        cursor.place(asked)
        assert cursor.position == found


def test_extending_goes_both_ways_from_where_it_began(cursor):
    cursor.place(50)
    cursor.step(5, extend=True)
    assert cursor.selection == Residues(50, 55)
    cursor.step(-10, extend=True)
    assert cursor.selection == Residues(45, 50)
    cursor.place(10)
    assert cursor.selection is None


def test_extending_a_selection_keeps_its_first_end(cursor):
    cursor.select(Residues(20, 30))
    cursor.place(40, extend=True)
    assert cursor.selection == Residues(20, 40)


def test_the_first_step_is_onto_the_first_residue(cursor):
    cursor.step(10)
    assert cursor.position == 1


def test_selections_are_cut_at_the_end(cursor):
    cursor.select(Residues(90, 500))
    assert cursor.selection == Residues(90, 100)
    cursor.select(Residues(200, 500))
    assert cursor.selection is None


def test_it_tells_when_it_moves_and_when_the_sequence_changes(cursor, qtbot):
    with qtbot.waitSignal(cursor.moved):
        cursor.place(3)
    with qtbot.waitSignal(cursor.moved):
        cursor.start_on(5)
    assert cursor.position == 0
    cursor.start_on(0)
    cursor.place(3)
    assert cursor.position == 0
