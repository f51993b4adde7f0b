"""A section of a page: its head, and a body that is built when it first comes into view."""

import logging

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from atlasview.desktop.pages.plan import SectionPlan
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.section_head import SectionHead
from atlasview.desktop.theme import Theme

_log = logging.getLogger(__name__)
_ABOVE, _BELOW_HEAD, _BELOW = 8, 12, 12


class Section(QWidget):
    """Keeps a guessed height free until it is built; a body that fails says so in its place.

    entered  the tab key has come to the section before it was built (the section itself)
    """

    entered = Signal(object)

    def __init__(self, theme: Theme, exits: Exits, plan: SectionPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._exits = exits
        self.plan = plan
        self.body: QWidget | None = None
        self.setAccessibleName(plan.name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._head = SectionHead(theme, plan.name, plan.sources, self)

    def ensure_built(self, width: int) -> None:
        """Build the body if that has not been done, for a width in pixels."""
        if self.body is not None:
            return
        try:
            self.body = self.plan.build()
        except Exception as error:  # noqa: BLE001 -- the section says so in its place
            _log.exception("the section %s could not be built", self.plan.name)
            from atlasview.desktop.pages.failed_body import FailedBody

            self.body = FailedBody(self._theme, self._exits, self.plan.name, error)
        self.body.setParent(self)
        self.body.resize(width, 1)  # a widget that was never sized is laid out for a size of its own when shown
        self.body.show()

    def take_focus(self) -> None:
        """Put the focus on the first thing that the tab key stops at; nothing where there is none."""
        stops = _as_read(self.body) if self.body is not None else []
        first = next((one for one in stops if one.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _order_keys(self, body: QWidget) -> None:
        """The tab key goes through sections from the top, in whatever order they were built, and reads like a page."""
        before: QWidget = self
        for widget in _as_read(body):
            QWidget.setTabOrder(before, widget)
            before = widget
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The tab key reaches a section before it is built."""
        super().focusInEvent(event)
        if self.body is None:
            self.entered.emit(self)

    # --- size: placed by hand, because nested layouts would lay out every body several times over

    def _top(self) -> int:
        """Where the body begins."""
        return self._theme.px(_ABOVE) + self._theme.height("section-head") + self._theme.px(_BELOW_HEAD)

    def height_at(self, width: int) -> int:
        """Height in pixels that the section needs at a width."""
        body = self._theme.px(self.plan.guess) if self.body is None else height_for(self.body, width)
        return self._top() + body + self._theme.px(_BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place head and body."""
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Place head and body in the size that the page has given the section."""
        width, top = self.width(), self._top()
        self._head.setGeometry(0, self._theme.px(_ABOVE), width, self._theme.height("section-head"))
        if self.body is not None:
            self.body.setGeometry(0, top, width, max(0, self.height() - top - self._theme.px(_BELOW)))
            if self.focusPolicy() != Qt.FocusPolicy.NoFocus and self.isVisible():
                self._order_keys(self.body)

    def event(self, event: QEvent) -> bool:
        """A body that wants another height makes the page lay out again."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


def height_for(widget: QWidget, width: int) -> int:
    """Height in pixels that a widget needs at a width."""
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()


def _as_read(body: QWidget) -> list[QWidget]:
    """What the tab key stops at, line by line from the top, each line from the left."""
    places = {
        widget: widget.rect().translated(widget.mapTo(body, QPoint(0, 0)))
        for widget in body.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is body.window()
    }
    lines: list[list[QWidget]] = []
    for widget in sorted(places, key=lambda one: places[one].top()):
        if lines and places[widget].top() < min(places[one].bottom() for one in lines[-1]):
            lines[-1].append(widget)
        else:
            lines.append([widget])
    return [widget for line in lines for widget in sorted(line, key=lambda one: places[one].left())]
