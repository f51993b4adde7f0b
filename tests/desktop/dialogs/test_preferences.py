"""The preferences: what is chosen holds at once, and is kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from atlasview.desktop.dialogs.preferences import Preferences
from atlasview.home.settings import SETTINGS
from atlasview.home.settings_file import read_settings


@pytest.fixture
def session(begin, home):
    return begin(home=home)


@pytest.fixture
def preferences(session):
    session.window.actions_by_id["preferences"].trigger()
    return session.window.findChild(Preferences)


def test_they_offer_every_setting_that_is_to_be_offered(preferences):
    assert set(preferences.controls) == {setting.key for setting in SETTINGS if setting.offered}
    for control in preferences.controls.values():
        assert control.isVisible() and (control.accessibleName() or control.text())


def test_the_keyboard_reaches_them_and_turns_the_window_dark(qtbot, session):
    qtbot.keyClick(session.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = session.window.findChild(Preferences)
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or dialog))
    assert QApplication.focusWidget().accessibleName() == "Theme: System"
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    reached = set()
    for _ in range(20):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        reached |= {key for key, control in dialog.controls.items() if control is focus or control.isAncestorOf(focus)}
    assert reached == set(dialog.controls)
    assert session.theme.dark
    assert session.window.actions_by_id["theme-dark"].isChecked()


def test_every_choice_holds_at_once_and_is_kept(session, preferences, home):
    preferences.controls["text-size"].choose("1.5")
    preferences.controls["text-size"].chosen.emit("1.5")
    preferences.controls["side-panel-width"].setValue(320)
    preferences.controls["restore-session"].setChecked(False)
    preferences.controls["welcome"].setChecked(False)
    assert session.theme.text_scale == 1.5
    assert session.window.side_room.width() == session.theme.px(320)
    preferences.close()
    session.close()
    kept = read_settings(home).values
    assert (kept["text-size"], kept["side-panel-width"]) == (1.5, 320)
    assert (kept["restore-session"], kept["welcome"]) == (False, False)


def test_they_say_where_everything_is_kept(preferences, home):
    assert preferences.findChild(QWidget, "preferences-home").text() == str(home)


def test_they_are_there_once(session, preferences):
    session.window.actions_by_id["preferences"].trigger()
    assert len(session.window.findChildren(Preferences)) == 1


def test_without_a_home_they_say_so(begin):
    session = begin()
    session.window.actions_by_id["preferences"].trigger()
    dialog = session.window.findChild(Preferences)
    assert "nothing is kept" in dialog.findChild(QWidget, "preferences-home").text()
    dialog.home.click()
    assert "nothing could be kept" in session.desk.notices.standing[-1].message


def test_they_follow_what_the_menus_choose(session, preferences):
    session.window.actions_by_id["theme-dark"].trigger()
    session.window.actions_by_id["text-larger"].trigger()
    assert preferences.controls["theme"].choice() == "dark"
    assert preferences.controls["text-size"].choice() == "1.1"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_words_are_cut_off_at_any_text_size(qtbot, session, scale):
    session.theme.set_text_scale(scale)
    session.window.actions_by_id["preferences"].trigger()
    dialog = session.window.findChild(Preferences)
    wrapped = [label for label in dialog.findChildren(QLabel) if label.wordWrap()]
    assert len(wrapped) == 2
    qtbot.waitUntil(lambda: all(label.height() >= label.heightForWidth(label.width()) for label in wrapped))


def test_no_words_are_cut_off_when_the_text_grows_while_they_are_open(qtbot, session, preferences):
    session.theme.set_text_scale(2.0)
    wrapped = [label for label in preferences.findChildren(QLabel) if label.wordWrap()]
    qtbot.waitUntil(lambda: all(label.height() >= label.heightForWidth(label.width()) > 60 for label in wrapped))
