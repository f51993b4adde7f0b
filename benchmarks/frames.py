"""Frames: what a person does to a widget of a window off screen, and how long until all is painted that follows."""

import time
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from atlasview.desktop.pages.page_scroll import PageScroll

STEPS = 60
"""Frames of a motion, one way."""
_NOTCH = 120
_STEP, _DISTANCE = 30, 120
"""Pixels that a page scrolls at once, and how far one way."""
Action = Callable[[], object]
Motion = Callable[[QWidget], Iterator[Action]]
Frames = list[tuple[float, float]]
"""Milliseconds of each frame: by the clock, and of processor time of the thread that paints."""


class Watched(QObject):
    """Counts the paints of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.paints = 0
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        """Nothing is kept from the widget."""
        if event.type() == QEvent.Type.Paint:
            self.paints += 1
        return False

    def leave(self) -> None:
        """Count no more."""
        self._widget.removeEventFilter(self)


def frames(widget: QWidget, actions: Iterator[Action]) -> list[tuple[float, float]]:
    """Milliseconds of each frame, by the clock and of the processor's time; actions that paint nothing are left out."""
    watched, took = Watched(widget), []
    for action in actions:
        before, began, used = watched.paints, time.perf_counter(), time.thread_time()
        action()
        QCoreApplication.processEvents()
        if watched.paints > before:
            took.append(((time.perf_counter() - began) * 1000, (time.thread_time() - used) * 1000))
    watched.leave()
    return took


def wheel(widget: QWidget, down: int = 0, across: int = 0, held: Qt.KeyboardModifier | None = None) -> None:
    """Turn the wheel over the middle of a widget, in notches."""
    place = QPointF(widget.width() * 0.62, min(widget.height() - 4, 120))
    event = QWheelEvent(
        place, QPointF(widget.mapToGlobal(place.toPoint())), QPoint(), QPoint(-across * _NOTCH, -down * _NOTCH),
        Qt.MouseButton.NoButton, held or Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(widget, event)


def mouse(widget: QWidget, kind: QEvent.Type, x: float, y: float) -> None:
    """A press, a move or a release of the left button."""
    place = QPointF(x, y)
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind, place, QPointF(widget.mapToGlobal(place.toPoint())), button, held, Qt.KeyboardModifier.NoModifier
    )
    QCoreApplication.sendEvent(widget, event)


def back_and_forth(forward: Action, backward: Action, each: int = STEPS) -> Iterator[Action]:
    """So many of one, then so many of the other."""
    yield from (forward for _ in range(each))
    yield from (backward for _ in range(each))


def zoom(panel: QWidget) -> Iterator[Action]:
    """The wheel with Ctrl, from the whole to some residues and back."""
    held = Qt.KeyboardModifier.ControlModifier
    return back_and_forth(lambda: wheel(panel, -1, held=held), lambda: wheel(panel, 1, held=held), 30)


def pan(panel: QWidget) -> Iterator[Action]:
    """A quarter of the protein moves along it."""
    for _ in range(8):
        wheel(panel, -1, held=Qt.KeyboardModifier.ControlModifier)
    return back_and_forth(lambda: wheel(panel, across=1), lambda: wheel(panel, across=-1), 20)


def drag(panel: QWidget) -> Iterator[Action]:
    """The brush from one end of the overview to the other."""
    places = [panel.width() * (0.2 + 0.7 * step / STEPS) for step in range(STEPS)]
    mouse(panel, QEvent.Type.MouseButtonPress, places[0], 10)
    for x in places:
        yield partial(mouse, panel, QEvent.Type.MouseMove, x, 10)
    mouse(panel, QEvent.Type.MouseButtonRelease, places[-1], 10)


def keys(panel: QWidget, forward: Qt.Key, backward: Qt.Key) -> Iterator[Action]:
    """Two keys over a panel that has the focus."""
    panel.setFocus()
    return back_and_forth(lambda: QTest.keyClick(panel, forward), lambda: QTest.keyClick(panel, backward))


def over(panel: QWidget) -> Iterator[Action]:
    """The page scrolls while a panel is in view."""
    bar = scroll_of(panel).verticalScrollBar()
    bar.setValue(max(min(bar.value(), bar.maximum() - _DISTANCE), 0))
    settle()
    for _ in range(STEPS * _STEP // _DISTANCE):
        yield from back_and_forth(
            lambda: bar.setValue(bar.value() + _STEP), lambda: bar.setValue(bar.value() - _STEP), _DISTANCE // _STEP
        )


def wheel_in(panel: QWidget) -> Iterator[Action]:
    """The wheel over a panel that has the focus."""
    panel.setFocus()
    return back_and_forth(lambda: wheel(panel, 1), lambda: wheel(panel, -1))


def scroll_of(panel: QWidget) -> PageScroll:
    """The scroll of the page that a panel stands on."""
    widget: QWidget | None = panel
    while widget is not None and not isinstance(widget, PageScroll):
        widget = widget.parentWidget()
    assert widget is not None
    return widget


def settle() -> None:
    """Let layouts, paints and timers without delay happen."""
    for _ in range(6):
        QCoreApplication.processEvents()


def plain_text(sequence: str) -> Frames:
    """The measure that other frames stand beside: Qt's own text widget scrolls the letters in lines of 60."""
    lines = (sequence[at : at + 60] for at in range(0, len(sequence), 60))
    editor = QPlainTextEdit("\n".join(lines))
    editor.resize(1000, 700)
    editor.show()
    settle()
    bar = editor.verticalScrollBar()

    def scrolled(lines: int) -> None:
        bar.setValue(bar.value() + lines)
        editor.viewport().update()

    forth = back_and_forth(lambda: scrolled(3), lambda: scrolled(-3))
    took = frames(editor.viewport(), forth)
    editor.close()
    return took
