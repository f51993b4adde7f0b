import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from atlasview.desktop.actions import ACTIONS, LEFT_TO_WIDGETS, REASONS, Actions, Conditions
from atlasview.desktop.shortcuts import MENUS


@pytest.fixture
def window(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(theme, window):
    return Actions(theme, window)


def test_the_table_is_whole():
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)
    assert {spec.menu for spec in ACTIONS} == set(MENUS)
    assert {spec.condition for spec in ACTIONS} - {""} == set(REASONS)
    assert set(REASONS) == set(Conditions.__slots__)


def test_no_key_means_two_things():
    keys = [keys for spec in ACTIONS for keys in spec.shortcuts]
    assert len(keys) == len(set(keys))
    for written in keys:
        assert not QKeySequence(written).isEmpty(), written


KEYS = (
    "Ctrl+L Ctrl+K Ctrl+Shift+P Alt+Left Alt+Right Ctrl+T Ctrl+W Ctrl+Shift+T Ctrl+Tab Ctrl+B Ctrl++ Ctrl+- Ctrl+0 "
    "Ctrl+S F6 F1 F11"
)


@pytest.mark.parametrize("keys", KEYS.split())
def test_the_keys_of_the_design_are_there(keys):
    assert any(keys in spec.shortcuts for spec in ACTIONS)


def test_every_menu_holds_its_actions_in_order(actions):
    menus = {title: QMenu(title) for title in MENUS}
    actions.fill(menus)
    for title, menu in menus.items():
        listed = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert listed == [spec.title for spec in ACTIONS if spec.menu == title]
        assert not menu.actions()[0].isSeparator()


def test_an_action_without_something_to_do_is_a_mistake(actions):
    with pytest.raises(KeyError):
        actions.wire({spec.id: list for spec in ACTIONS[:-1]})


def test_actions_do_what_they_were_told(actions):
    done = []
    actions.wire({spec.id: lambda spec=spec: done.append(spec.id) for spec in ACTIONS})
    actions.refresh(Conditions(**dict.fromkeys(Conditions.__slots__, True)))
    for spec in ACTIONS:
        actions[spec.id].trigger()
    assert done == [spec.id for spec in ACTIONS]


def test_conditions_decide_what_can_be_done(actions):
    actions.refresh(Conditions(atlas=True, back=True))
    assert actions["back"].isEnabled() and actions["search"].isEnabled()
    assert not actions["forward"].isEnabled() and not actions["export-sequence"].isEnabled()
    assert actions["open-atlas"].isEnabled() and actions["about"].isEnabled()


def test_themes_exclude_each_other(actions):
    actions["theme-dark"].setChecked(True)
    actions["theme-light"].setChecked(True)
    assert not actions["theme-dark"].isChecked()


def test_copy_is_left_to_the_widget_with_the_focus(actions):
    assert {"copy"} == LEFT_TO_WIDGETS
    assert actions["copy"].shortcuts() == []


def test_icons_come_with_the_menu_and_follow_the_theme(actions, theme):
    menus = {title: QMenu(title) for title in MENUS}
    actions.fill(menus)
    assert actions["search"].icon().isNull()
    menus["Edit"].aboutToShow.emit()
    before = actions["search"].icon().pixmap(16, 16).toImage()
    theme.set_mode("dark")
    assert actions["search"].icon().pixmap(16, 16).toImage() != before
