"""The scroll of a page: head and sections under each other, each section built when it comes into view."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from atlasview.desktop.pages.section import Section
from atlasview.desktop.theme import Theme

_AHEAD = 160
"""A section is built this many design pixels before it is seen."""
_FOOT = 40


class _Content(QWidget):
    """Holds head and sections; tells when one of them wants another height, and when it was painted first."""

    unsettled = Signal()
    painted = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.unsettled.emit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()


class PageScroll(QScrollArea):
    """Scrolls per pixel. `section_in_view` carries a name, `head_passed` whether the head has scrolled away."""

    section_in_view = Signal(str)
    head_passed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head: QWidget | None = None
        self._sections: list[Section] = []
        self._margin = theme.space("page-margin")
        self._busy = False
        self._painted = False
        self._pinned = ""
        self._depth = 0
        self._in_view = ""
        self._past_head = False
        self._laid_out: tuple[object, ...] = ()
        self._covered = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._content = _Content()
        self._content.setBackgroundRole(QPalette.ColorRole.Base)
        self._content.setAutoFillBackground(True)
        self.setWidget(self._content)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._content.unsettled.connect(self._settle)
        self._content.painted.connect(self._first_painted)
        theme.changed.connect(self._settle)

    def content(self) -> QWidget:
        """The widget that sections have as their parent."""
        return self._content

    def fill(self, head: QWidget, sections: list[Section]) -> None:
        """Set head and sections, once; both are children of `content`."""
        self._head = head
        self._sections = sections
        for section in sections:
            section.entered.connect(self._enter)

    def set_margin(self, margin: int) -> None:
        """Distance of head and sections from both edges."""
        if margin != self._margin:
            self._margin = margin
            self._settle()

    def line_height(self) -> int:
        """Height of the head once it has shrunk to one line."""
        return self._theme.height("section-head")

    # --- where it stands: counted from the upper edge of the area, whether the head's line covers it or not

    def position(self) -> int:
        """How many pixels have scrolled away over the upper edge."""
        return self.verticalScrollBar().value() - self._covered

    def _move_to(self, position: int) -> None:
        self.verticalScrollBar().setValue(position + self._covered)

    def cover(self, height: int) -> None:
        """Leave so many pixels at the upper edge to the head's line; what is in view stays where it is.

        The line must not lie over what scrolls: Qt then moves what it has painted, and paints only what is new.
        """
        if height == self._covered:
            return
        position, self._busy = self.position(), True
        try:
            self._covered = height
            self.setViewportMargins(0, height, 0, 0)
            self._move_to(position)
        finally:
            self._busy = False

    # --- layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._settle_anew()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out for the first time, when the size is known."""
        super().showEvent(event)
        self._settle_anew()

    def _settle_anew(self) -> None:
        """Settle where that has not been done for this size: a page that is shown is told of it more than once.

        A viewport that a scroll bar has made narrower leaves the sections as wide as they were.
        """
        if self._laid_out != self._look():
            self._settle()
        else:
            self._content.resize(self.viewport().width(), self._content.height())

    def _look(self) -> tuple[object, ...]:
        return self.width(), self.height(), self._margin, self._pinned, self._painted

    def _settle(self) -> None:
        if not self.isVisible():
            self._laid_out = ()
        if self._busy or self._head is None or not self.isVisible():
            return
        wanted = self._section(self._pinned) or (self._sections[0] if self._sections else None)
        if wanted is not None:
            wanted.ensure_built(self._width())
        self._lay_out(self._anchor())
        if self._pinned:
            self._scroll_to(self._pinned)
        if self._painted:
            self._build_visible()
        if self._pinned:
            self._scroll_to(self._pinned)
        self._note_position()

    def _width(self) -> int:
        """Width of the sections, the same with and without the scroll bar."""
        return self.width() - self.verticalScrollBar().sizeHint().width() - 2 * self._margin

    def _lay_out(self, anchor: tuple[QWidget, int] | None) -> None:
        if self._head is None:
            return
        self._busy = True
        try:
            width = self._width()
            top = 0
            height = self._head.heightForWidth(width)
            self._head.setGeometry(self._margin, top, width, height)
            top += height
            for section in self._sections:
                height = section.height_at(width)
                section.setGeometry(self._margin, top, width, height)
                section.place()
                top += height
            self._content.resize(self.viewport().width(), max(top + self._theme.px(_FOOT), self.viewport().height()))
            if anchor is not None:
                self._move_to(anchor[0].y() + anchor[1])
            self._laid_out = self._look()
        finally:
            self._busy = False

    def _anchor(self, below: bool = False) -> tuple[QWidget, int] | None:
        """What keeps its place on the screen: the section at the top of the view, or the first that begins in it."""
        top = self.position()
        if top <= 0:
            return None
        for section in self._sections:
            edge = section.y() if below else section.y() + section.height()
            if edge > top:
                return section, top - section.y()
        return None

    def _build_visible(self) -> None:
        while (section := self._unbuilt_in_view()) is not None:
            above = section.y() < self.position()
            anchor = self._anchor(below=above)
            section.ensure_built(self._width())
            self._lay_out(anchor)

    def is_complete(self) -> bool:
        """Whether all sections in view are built."""
        return self._unbuilt_in_view() is None

    def _unbuilt_in_view(self) -> Section | None:
        top = self.position()
        end = top + self._covered + self.viewport().height() + self._theme.px(_AHEAD)
        for section in self._sections:
            if section.body is None and section.y() < end and section.y() + section.height() > top:
                return section
        return None

    def _first_painted(self) -> None:
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._settle)

    # --- moving

    def show_section(self, name: str, depth: int = 0) -> None:
        """Scroll to a section and build it; the first one shows the head too. An unknown name does nothing.

        `depth` is how many pixels lower the view stands then, as `depth` has said it.
        """
        if self._section(name) is not None:
            self._pinned, self._depth = name, depth
            self._settle()

    def depth(self) -> int:
        """How many pixels below the place of `show_section` the section in view stands."""
        section = self._section(self.in_view())
        if section is None or not self._painted:
            return self._depth
        return self.position() - self._place_of(section)

    def _place_of(self, section: Section) -> int:
        return 0 if section is self._sections[0] else section.y() - self.line_height()

    def enter_section(self, name: str) -> None:
        """Show a section and put the focus on the first thing in it that takes keys."""
        self.show_section(name)
        section = self._section(name)
        if section is not None:
            section.take_focus()

    def _section(self, name: str) -> Section | None:
        return next((one for one in self._sections if one.plan.name == name), None)

    def show_widget(self, widget: QWidget, top: int = 0) -> None:
        """Scroll so far that a part of a section stands below the head's line."""
        self._pinned = ""
        where = widget.mapTo(self._content, widget.rect().topLeft()).y() + top
        self._move_to(where - self.line_height() - self._theme.px(8))

    def _scroll_to(self, name: str) -> None:
        section = self._section(name)
        if section is None:
            return
        self._busy = True
        try:
            self._move_to(self._place_of(section) + self._depth)
        finally:
            self._busy = False

    def _scrolled(self, _value: int) -> None:
        if self._busy:
            return
        self._pinned = ""
        if self._painted:
            self._build_visible()
        self._note_position()

    def _enter(self, section: Section) -> None:
        """The tab key has come to a section that is not built: build it and go on to its first control."""
        section.ensure_built(self._width())
        self._lay_out(self._anchor())
        section.focusNextChild()

    def in_view(self) -> str:
        """Name of the section that is at the top of the view, or that was asked for last."""
        if self._pinned or not self._painted:  # before that, all sections may lie at one place
            return self._pinned or (self._sections[0].plan.name if self._sections else "")
        top = self.position() + self.line_height() + self._theme.px(24)
        name = self._sections[0].plan.name if self._sections else ""
        for section in self._sections:
            if section.y() <= top:
                name = section.plan.name
        return name

    def body_in_view(self) -> QWidget | None:
        """The body of the section in view, None while it is not built."""
        section = self._section(self.in_view())
        return section.body if section is not None else None

    def _note_position(self) -> None:
        name = self.in_view()
        if name != self._in_view:
            self._in_view = name
            self.section_in_view.emit(name)
        # The bar's own value: a hand that drags it over this place does not make the line come and go.
        past = self._head is not None and self.verticalScrollBar().value() > self._head.height() // 2
        if past != self._past_head:
            self._past_head = past
            self.head_passed.emit(past)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the ends of the page."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() == Qt.Key.Key_Space:
            bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
        else:
            super().keyPressEvent(event)
