import pytest
from PySide6.QtCore import Qt

from atlasview.desktop.actions import ACTIONS


@pytest.fixture
def commands(session):
    session.window.actions_by_id["commands"].trigger()
    return session.window.commands


def titles(commands):
    return [row.strong for row in commands.list.rows.rows]


def test_all_commands_are_listed_with_their_keys(commands):
    assert commands.isVisible() and commands.field.hasFocus()
    assert titles(commands) == [spec.title for spec in ACTIONS if spec.id != "commands"]
    row = next(row for row in commands.list.rows.rows if row.strong == "Side panel")
    assert row.right == "Ctrl+B"


def test_what_cannot_be_done_says_why(commands):
    row = next(row for row in commands.list.rows.rows if row.strong == "Forward")
    assert row.right == "nothing lies forward"


def test_letters_filter_and_enter_runs(qtbot, session, commands):
    qtbot.keyClicks(commands.field, "dark th")
    assert titles(commands) == ["Dark theme"]
    qtbot.keyClick(commands.field, Qt.Key.Key_Return)
    assert session.theme.dark
    assert not commands.isVisible()


def test_down_and_up_choose(qtbot, session, commands):
    qtbot.keyClicks(commands.field, "theme")
    qtbot.keyClick(commands.field, Qt.Key.Key_Down)
    qtbot.keyClick(commands.field, Qt.Key.Key_Down)
    qtbot.keyClick(commands.field, Qt.Key.Key_Up)
    assert commands.list.chosen().strong == "Light theme"


def test_a_command_that_cannot_be_done_does_nothing(qtbot, session, commands):
    qtbot.keyClicks(commands.field, "forward")
    qtbot.keyClick(commands.field, Qt.Key.Key_Return)
    assert commands.isVisible()


def test_escape_and_an_unknown_name(qtbot, session, commands):
    qtbot.keyClicks(commands.field, "zzz")
    assert titles(commands) == []
    qtbot.keyClick(commands.field, Qt.Key.Key_Return)
    qtbot.keyClick(commands.field, Qt.Key.Key_Escape)
    assert not commands.isVisible()
    assert not commands.field.hasFocus()


def test_a_click_elsewhere_closes_the_list(session, commands):
    session.window.side.list.setFocus()
    assert not commands.isVisible()
