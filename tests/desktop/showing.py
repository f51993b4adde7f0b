"""Shows widgets in tests and holds them until they are closed: one that nobody holds may go while it paints itself."""

from types import TracebackType
from typing import Self, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


class Stage:
    """Widgets on the screen; all of them are gone when the stage closes."""

    def __init__(self) -> None:
        self._widgets: list[QWidget] = []

    def show(self, widget: AnyWidget, width: int, height: int) -> AnyWidget:
        """Show a widget at a size, painted."""
        self._widgets.append(widget)
        widget.resize(width, height)
        widget.show()
        QTest.qWaitForWindowExposed(widget)
        settle()
        return widget

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for widget in self._widgets:
            widget.close()
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._widgets.clear()


def settle() -> None:
    """Let layouts, paints and timers without delay happen."""
    for _ in range(6):
        QCoreApplication.processEvents()
