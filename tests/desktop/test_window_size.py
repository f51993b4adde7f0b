"""Windows beside the main one keep within the screen, however large the text is."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

BESIDE = ("report", "about", "guide", "document", "print", "copy-citations")


@pytest.fixture
def large(begin, qtbot):
    session = begin("IL21")
    session.theme.set_text_scale(2.0)
    return session


def looked_at(session, action):
    """The size of the window that an action opens, and of the least that its controls need."""
    seen = []

    def look():
        window = next(one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not session.window)
        seen.append((window.size(), window.minimumSizeHint(), window.screen().availableSize()))
        window.close()

    QTimer.singleShot(300, look)
    session.window.actions_by_id[action].trigger()
    return seen


@pytest.mark.parametrize("action", BESIDE)
def test_a_window_is_no_larger_than_the_screen_or_its_controls_need(qtbot, large, action):
    seen = looked_at(large, action)
    qtbot.waitUntil(lambda: bool(seen))
    ((size, least, screen),) = seen
    assert size.height() <= screen.height()
    assert size.width() <= max(screen.width(), least.width())


def test_the_dialog_for_a_figure_needs_no_more_than_a_usual_screen_with_text_of_double_size(qtbot, large):
    seen = looked_at(large, "export-domains")
    qtbot.waitUntil(lambda: bool(seen))
    ((_size, least, _screen),) = seen
    assert least.width() <= 1440
