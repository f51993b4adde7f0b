"""A figure on the screen: laid out to the width, with hover card, click, keyboard and voice."""

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from atlasview.desktop.panels.figure_tiles import FigureTiles
from atlasview.desktop.panels.hovering import Hovering
from atlasview.desktop.panels.revealing import reveal
from atlasview.desktop.panels.speaking import Speaker, announce, say, speak
from atlasview.desktop.theme import Theme
from atlasview.figures.marks import Figure, Mark, Measure
from atlasview.figures.style import FigureStyle
from atlasview.render.figure_index import FigureIndex
from atlasview.render.fonts import measure_for
from atlasview.render.painter import mark_bounds

Draw = Callable[[float, FigureStyle, Measure], Figure]
"""Lays a figure out for a width in pixels."""

Choose = Callable[[Mark, FigureStyle], Mark]
"""The mark of what is chosen, as it is shown then: within the bounds that it has."""

_FORWARD = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})
_BACKWARD = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
_REMEMBERED_WIDTHS = 3


def screen_style(theme: Theme) -> FigureStyle:
    """The theme's style of figures with the sizes of text that Qt really draws on a screen: whole pixels."""
    style = theme.figure_style()
    return replace(
        style, text=float(round(style.text)), small=float(round(style.small)), title=float(round(style.title))
    )


class FigureView(Speaker):
    """Shows what a `Draw` returns, as high as it is.

    activated        target of the mark that was clicked or entered
    status           what the pointer or the cursor stands on
    place_requested  a place that a link of the hover card leads to
    """

    activated = Signal(str)
    status = Signal(str)
    place_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None, interactive: bool = True) -> None:
        """`interactive` is False for drawings without targets, which the keyboard passes by."""
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if interactive else Qt.FocusPolicy.NoFocus)
        self._draw: Draw | None = None
        self._laid: dict[int, FigureIndex] = {}
        self._tiles = FigureTiles()
        self._reading: tuple[int, list[str]] | None = None
        self._current: str = ""
        self._chosen_look: Choose | None = None
        self._chosen_target: str = ""
        self.hovering = Hovering(theme, self)
        self.hovering.place_requested.connect(self.place_requested)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.redraw)

    # --- what is shown

    def set_drawing(self, draw: Draw, choose: Choose | None = None) -> None:
        """Show another figure; cursor and choice stay where the new one has the same target.

        choose  how the mark of what is chosen looks, see `set_chosen`
        """
        self._draw, self._chosen_look = draw, choose
        self.redraw()

    def set_chosen(self, target: str) -> None:
        """Put the cursor on a target, and show it as chosen, without telling anyone; nothing is laid out again."""
        before, self._chosen_target = self._chosen_target, target
        for index in self._laid.values():
            bands = (*index.show_instead(before), *self._show_chosen(index))
            self._tiles.forget(bands)
        self.set_current(target)

    def has(self, target: str) -> bool:
        """Whether the figure at the present width has a mark of the target."""
        return self._mark(target) is not None

    def _show_chosen(self, index: FigureIndex) -> tuple[int, ...]:
        choose, style = self._chosen_look, screen_style(self._theme)
        return index.show_instead(self._chosen_target, lambda mark: choose(mark, style)) if choose is not None else ()

    def redraw(self) -> None:
        """Lay out again: the data, the theme or the text size has changed."""
        self._laid.clear()
        self._reading = None
        self._tiles.forget()
        self.hovering.leave()
        self.updateGeometry()
        self.update()
        say(self)

    def draw_again(self) -> None:
        """Another part of the same figure: the page is laid out again only where that has another height."""
        before = self.heightForWidth(self.width())
        self._laid.clear()
        self._reading = None
        self._tiles.forget()
        self.hovering.leave()
        if self.heightForWidth(self.width()) != before:
            self.updateGeometry()
        self.update()

    def lines_of(self, mark: Mark) -> tuple[str, ...]:
        """Lines of the hover card of a mark."""
        return mark.hint

    def figure(self) -> Figure:
        """The figure at the present width."""
        return self._index_at(self.width()).figure

    def current(self) -> str:
        """Target that the keyboard's cursor stands on, empty for none."""
        return self._current

    def set_current(self, target: str) -> None:
        """Put the cursor on a target without telling anyone."""
        self._current = target
        self.update()
        say(self)

    # --- size

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the figure at a width."""
        return math.ceil(self._index_at(width).height)

    def sizeHint(self) -> QSize:
        """As high as it was laid out last: a layout asks heightForWidth where the height matters."""
        known = next(reversed(self._laid.values()), None)
        return QSize(self._theme.px(240), math.ceil(known.height) if known else self._theme.height("track"))

    def minimumSizeHint(self) -> QSize:
        """Narrow figures wrap."""
        return QSize(self._theme.px(160), 0)

    # --- voice

    def spoken(self) -> str:
        """The lines of the current mark."""
        mark = self._mark(self._current)
        return ", ".join(self.lines_of(mark)) if mark else ""

    def described(self) -> str:
        """The figure's own description."""
        return self._index_at(max(self.width(), 1)).figure.description

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pictures of the exposed part, and the ring round the current mark."""
        index = self._index_at(self.width())
        with QPainter(self) as painter:
            ground = self.palette().color(self.backgroundRole())
            self._tiles.paint(painter, event.rect(), index, self._family(), ground)
            mark = self._mark(self._current)
            if mark and self.hasFocus():
                self._paint_ring(painter, mark)

    def _paint_ring(self, painter: QPainter, mark: Mark) -> None:
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        box = mark_bounds(mark, self._family()).adjusted(-2, -2, 2, 2).intersected(inside)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus-ring"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)

    # --- pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the pointer; a card follows when it rests."""
        mark = self._mark_at(event.position())
        target = mark.target if mark else ""
        lines = self.lines_of(mark) if mark else ()
        if self.hovering.over(target, lambda: lines, self._box_under(mark, event.position())):
            self.setCursor(Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor)
            self.status.emit(", ".join(lines[:2]))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        if self.hovering.key:
            self.status.emit("")
        self.hovering.leave()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """A card does not outlive its panel."""
        self.hovering.hide()
        super().hideEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click activates the mark."""
        mark = self._mark_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or mark is None:
            super().mousePressEvent(event)
            return
        self._activate(mark.target)

    # --- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go from mark to mark, Enter activates, Space shows the card and then its links."""
        key, targets = Qt.Key(event.key()), self._targets()
        if not targets:
            super().keyPressEvent(event)
            return
        place = targets.index(self._current) if self._current in targets else -1
        if key in _FORWARD:
            self._move_to(targets[min(place + 1, len(targets) - 1)])
        elif key in _BACKWARD:
            self._move_to(targets[max(place - 1, 0)])
        elif key == Qt.Key.Key_Home:
            self._move_to(targets[0])
        elif key == Qt.Key.Key_End:
            self._move_to(targets[-1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self._activate(self._current)
        elif key == Qt.Key.Key_Space and self._current:
            self._show_card(self._mark(self._current))
        elif key == Qt.Key.Key_Escape and self.hovering.hide():
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor appears where it was, else on the first mark."""
        targets = self._targets()
        if targets and self._current not in targets:
            self._current = targets[0]
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self.update()
        super().focusOutEvent(event)

    # --- inside

    def _index_at(self, width: int) -> FigureIndex:
        if width not in self._laid:
            if len(self._laid) >= _REMEMBERED_WIDTHS:
                self._laid.pop(next(iter(self._laid)))
            style = screen_style(self._theme)
            empty = Figure(width, 0.0, "", "", ())
            figure = self._draw(width, style, measure_for(self._family())) if self._draw else empty
            self._laid[width] = FigureIndex(figure)
            self._show_chosen(self._laid[width])
        return self._laid[width]

    def _mark_at(self, place: QPointF) -> Mark | None:
        return self._index_at(self.width()).at(place.x(), place.y())

    def _family(self) -> str:
        return self._theme.font("chart-label").family()

    def _targets(self) -> list[str]:
        """Targets in the order in which they are read; a figure may show other ones at another width."""
        if self._reading is None or self._reading[0] != self.width():
            marks = self._read(self.figure())
            self._reading = self.width(), list(dict.fromkeys(mark.target for mark in marks if mark.target))
        return self._reading[1]

    def _read(self, figure: Figure) -> list[Mark]:
        """Marks in reading order: as they are drawn, which for rows is downwards."""
        return list(figure.marks)

    def _mark(self, target: str) -> Mark | None:
        return self._index_at(self.width()).mark(target)

    def _move_to(self, target: str) -> None:
        self._current = target
        self.update()
        self._make_visible(target)
        self.status.emit(self.spoken())
        speak(self)

    def _make_visible(self, target: str) -> None:
        """Scroll the page so that the mark is in view."""
        mark = self._mark(target)
        if mark is not None:
            reveal(self, mark_bounds(mark, self._family()).toAlignedRect(), self._theme.px(20))

    def _activate(self, target: str) -> None:
        self._current = target
        self.update()
        say(self)
        self.activated.emit(target)

    def _show_card(self, mark: Mark | None) -> None:
        """Show the card of a mark and read it aloud; where it is shown, go to its links."""
        if not self.hovering.enter():
            self.hovering.show(self.lines_of(mark) if mark else (), self._box_under(mark, None))
            announce(self, self.hovering.words())

    def _box_under(self, mark: Mark | None, pointer: QPointF | None) -> QRect:
        """Where a card stands: beside the mark, beside the pointer where the mark is as wide as the panel."""
        if mark is None:
            return QRect()
        box = mark_bounds(mark, self._family())
        if pointer is not None and box.width() > self.width() / 2:
            box = QRectF(pointer.x() - 6, box.top(), 12, box.height())
        return box.toAlignedRect()
