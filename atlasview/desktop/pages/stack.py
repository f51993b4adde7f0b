"""The content of one tab: the page that is shown, and the old one until the new one is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from atlasview.desktop.pages.page import Page
from atlasview.desktop.theme import Theme

_PASSED_ON = (
    "place_requested", "status", "outward", "export_requested", "section_changed", "asked", "notebook_wanted",
    "action_requested",
)  # fmt: skip


class PageStack(QWidget):
    """Shows one page at a time and passes its signals on, so that a tab connects once."""

    place_requested = Signal(object, bool)
    status = Signal(str)
    outward = Signal(str)
    action_requested = Signal(str)
    export_requested = Signal(object, object)
    section_changed = Signal(str)
    notebook_wanted = Signal(object)
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = QStackedLayout(self)

    def page(self) -> Page | None:
        """The page that is shown, None before the first."""
        widget = self._layout.currentWidget()
        return widget if isinstance(widget, Page) else None

    def show_page(self, page: Page) -> None:
        """Show a new page in the place of the old one, which is deleted."""
        old = self.page()
        for name in _PASSED_ON:
            getattr(page, name).connect(getattr(self, name))
        self._layout.addWidget(page)
        had_focus = old is not None and _holds_focus(old)
        self._layout.setCurrentWidget(page)
        if old is not None and old is not page:
            self._layout.removeWidget(old)
            old.deleteLater()
        if had_focus:
            page.setFocus()


def _holds_focus(page: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return isinstance(focused, QWidget) and (focused is page or page.isAncestorOf(focused))
