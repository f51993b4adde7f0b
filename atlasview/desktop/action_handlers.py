"""What each action does, by its id."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from atlasview.desktop.export_handlers import export_handlers
from atlasview.desktop.find_handlers import find_handlers
from atlasview.desktop.home_handlers import home_handlers
from atlasview.desktop.theme import MODES

if TYPE_CHECKING:
    from atlasview.desktop.desk import Desk
    from atlasview.desktop.main_window import MainWindow


def handlers(desk: "Desk") -> dict[str, Callable[[], object]]:
    """A function for every action of `actions.ACTIONS`."""
    return {
        **_of_tabs(desk),
        **_of_the_view(desk),
        **find_handlers(desk),
        **export_handlers(desk),
        **_of_help(desk),
        **home_handlers(desk),
    }


def _of_tabs(desk: "Desk") -> dict[str, Callable[[], object]]:
    tabs = desk.tabs

    def new_tab() -> None:
        tabs.new_tab()
        desk.searching.focus_field()

    return {
        "new-tab": new_tab,
        "close-tab": tabs.close_current,
        "reopen-tab": lambda: desk.furnish().reopen_tab(),
        "back": partial(tabs.step, -1),
        "forward": partial(tabs.step, 1),
        "next-tab": partial(tabs.turn, 1),
        "previous-tab": partial(tabs.turn, -1),
        "copy": _copy,
        "copy-address": partial(_copy_identifier, desk),
        "search": partial(_search, desk),
        "commands": partial(_open_commands, desk),
        "quit": desk.window.close,
    }


def _of_the_view(desk: "Desk") -> dict[str, Callable[[], object]]:
    window, theme, action = desk.window, desk.theme, desk.window.actions_by_id
    action["side-panel"].setChecked(window.side_panel_shown)
    action["full-screen"].setChecked(window.isFullScreen())
    for mode in MODES:
        action[f"theme-{mode}"].setChecked(mode == theme.mode)

    def show_side(view: str) -> None:
        desk.furnish()
        window.set_side_panel(True)
        window.side.show_view(view)
        window.side.list.setFocus()

    def set_mode(mode: str) -> None:
        desk.settings.theme = mode
        theme.set_mode(mode)

    def set_text(change: Callable[[], object]) -> None:
        change()
        desk.settings.text_scale = theme.text_scale
        window.status.say(f"Text size {theme.text_scale:.0%}")

    return {
        "side-panel": lambda: window.set_side_panel(action["side-panel"].isChecked()),
        "results": partial(show_side, "results"),
        "history": partial(show_side, "history"),
        "text-larger": partial(set_text, partial(theme.step_text_scale, 1)),
        "text-smaller": partial(set_text, partial(theme.step_text_scale, -1)),
        "text-normal": partial(set_text, partial(theme.set_text_scale, 1.0)),
        **{f"theme-{mode}": partial(set_mode, mode) for mode in MODES},
        "next-pane": partial(window.turn_pane, 1),
        "previous-pane": partial(window.turn_pane, -1),
        "full-screen": partial(_turn_full_screen, window),
    }


def _turn_full_screen(window: "MainWindow") -> None:
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _of_help(desk: "Desk") -> dict[str, Callable[[], object]]:
    theme, window, opening = desk.theme, desk.window, desk.opening

    def show_information() -> None:
        from atlasview.records.place import atlas_place

        if opening.label is not None:
            desk.open_place(atlas_place(opening.label.name))

    def guide() -> None:
        desk.guiding.open_here()

    def explain() -> None:
        desk.guiding.explain()

    def show_about() -> None:
        from atlasview.desktop.dialogs.about import About

        About.show_for(theme, window)

    return {
        "open-atlas": opening.choose,
        "open-starter": opening.open_starter,
        "atlas-information": show_information,
        "guide": guide,
        "explain": explain,
        "glossary": lambda: desk.guiding.open("glossary"),
        "keyboard": lambda: desk.guiding.open("keyboard"),
        "welcome": lambda: desk.furnish().show_welcome(True),
        "about": show_about,
    }


def _search(desk: "Desk") -> None:
    desk.searching.focus_field()


def _open_commands(desk: "Desk") -> None:
    desk.furnish()
    desk.window.open_commands()


def _copy() -> None:
    """Copy means what it means for the widget with the focus, which knows it by its key."""
    focus = QApplication.focusWidget()
    if focus is not None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
            QApplication.sendEvent(focus, event)


def _copy_identifier(desk: "Desk") -> None:
    tab = desk.tabs.current
    if tab is not None and tab.trail.place is not None:
        QGuiApplication.clipboard().setText(tab.trail.place.id)
        desk.window.status.say(f"Copied {tab.trail.place.id}")
