import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from atlasview.desktop.settings import READY

FIXED_NAMES = ["search-field", "page-tabs", "section-list", "gene-page", "status-message"]


@pytest.fixture
def window(session):
    return session.window


def test_the_parts_carry_their_fixed_names_and_speak(window):
    assert (window.objectName(), window.accessibleName()) == ("atlasview", "AtlasView")
    for name in FIXED_NAMES:
        part = window.findChild(QWidget, name)
        assert part is not None and part.isVisible(), name
        assert part.accessibleName(), name
    assert window.findChild(QWidget, "search-results").accessibleName()


def test_the_status_bar_names_page_and_atlas(window):
    assert window.status.message == "IL21 opened"
    assert window.findChild(QToolButton, "status-atlas").text() == "Starter atlas 2026.11"


def test_the_side_panel_hides_and_comes_back(window):
    action = window.actions_by_id["side-panel"]
    assert window.side_panel_shown and action.isChecked()
    action.trigger()
    assert not window.side_panel_shown
    action.trigger()
    assert window.side_panel_shown


def test_a_narrow_window_has_no_side_panel_until_it_is_asked_for(window, session):
    wide = session.theme.breakpoint("hide-side-panel-below")
    window.resize(wide - 20, 700)
    assert not window.side_panel_shown
    assert not window.actions_by_id["side-panel"].isChecked()
    window.actions_by_id["side-panel"].trigger()
    assert window.side_panel_shown
    window.actions_by_id["side-panel"].trigger()
    window.resize(wide + 20, 700)
    assert not window.side_panel_shown


def test_a_window_made_narrow_and_wide_again_is_as_before(window, session):
    wide = session.theme.breakpoint("hide-side-panel-below")
    window.resize(wide - 20, 700)
    window.resize(wide + 20, 700)
    assert window.side_panel_shown


def test_large_text_makes_a_window_narrow(begin):
    session = begin(size=(1280, 800))
    assert session.window.side_panel_shown
    session.theme.set_text_scale(2.0)
    assert not session.window.side_panel_shown
    session.theme.set_text_scale(1.0)
    assert session.window.side_panel_shown


@pytest.mark.parametrize(
    ("size", "scale"), [((1440, 900), 1.0), ((1024, 700), 1.0), ((1440, 900), 2.0), ((700, 500), 1.5)]
)
def test_nothing_of_the_tool_row_overlaps_or_leaves_the_window(begin, size, scale):
    session = begin(size=size)
    session.theme.set_text_scale(scale)
    tools = session.window.tools
    boxes = sorted(
        (child.geometry() for child in tools.children() if isinstance(child, QWidget)), key=lambda box: box.left()
    )
    assert boxes[0].left() >= 0 and boxes[-1].right() <= tools.width()
    for left, right in itertools.pairwise(boxes):
        assert left.right() < right.left()


def test_f6_goes_round_the_panes_and_back(qtbot, window):
    seen = []
    for _ in range(len(window.panes())):
        window.turn_pane(1)
        seen.append(QApplication.focusWidget())
    assert len(set(seen)) == len(seen) >= 4
    assert window.tools.field in seen and window.side.list in seen
    window.turn_pane(-1)
    assert QApplication.focusWidget() is seen[-2]


def test_text_size_steps_are_told(window, session):
    window.actions_by_id["text-larger"].trigger()
    assert session.theme.text_scale == session.settings.text_scale == 1.1
    assert window.status.message == "Text size 110%"
    window.actions_by_id["text-normal"].trigger()
    assert session.theme.text_scale == 1.0


def test_the_theme_is_chosen_live_and_remembered(window, session):
    window.actions_by_id["theme-dark"].trigger()
    assert session.settings.theme == "dark"
    assert window.actions_by_id["theme-dark"].isChecked()
    dark = session.theme.colour("window")
    assert window.palette().color(QPalette.ColorRole.Window) == dark
    assert window.grab().toImage().pixelColor(3, window.height() - 3) == dark


def test_full_screen_and_back(window):
    window.actions_by_id["full-screen"].trigger()
    assert window.isFullScreen()
    window.actions_by_id["full-screen"].trigger()
    assert not window.isFullScreen()


def test_a_problem_in_the_status_bar_has_its_sign_and_colour(window, session):
    image = window.status.grab().toImage()
    window.status.say("1 problem", problem=True)
    assert window.findChild(QLabel, "status-message").palette().color(
        QPalette.ColorRole.WindowText
    ) == session.theme.colour("problem")
    assert window.status.grab().toImage() != image
    window.status.say(READY)
    assert window.status.message == READY


def test_copy_copies_what_is_selected_where_the_focus_is(window):
    field = window.tools.field
    field.setFocus()
    field.setText("IL21 45-96")
    field.selectAll()
    QApplication.clipboard().clear()
    window.actions_by_id["copy"].trigger()
    assert QApplication.clipboard().text() == "IL21 45-96"


def test_the_identifier_of_the_page_is_copied(window):
    window.actions_by_id["copy-address"].trigger()
    assert QApplication.clipboard().text() == "HGNC:6005"
    assert window.status.message == "Copied HGNC:6005"


def test_the_more_menu_opens_at_its_button(qtbot, window):
    button = window.findChild(QWidget, "tool-more")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert next(action.objectName() for action in menu.actions() if not action.isSeparator()) == "commands"
    assert menu.geometry().right() <= button.mapToGlobal(QPoint(button.width(), 0)).x() + 1
    menu.close()


def test_nothing_of_the_network_is_loaded(session):
    import sys

    assert "PySide6.QtNetwork" not in sys.modules
