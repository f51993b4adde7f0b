"""The way to the guide: opens its window at a chapter, and follows its links into the atlas and out of the program."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from atlasview.desktop import queries
from atlasview.desktop.background import LatestRead
from atlasview.records.place import Place
from atlasview.records.trouble import Ambiguous

if TYPE_CHECKING:
    from atlasview.desktop.desk import Desk
    from atlasview.desktop.guide.window import GuideWindow

_SCHEME = "guide"


class Guiding(QObject):
    """One per session; links `guide:…` from anywhere in the window come here until `end`."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._wish = ""
        self._locating = LatestRead(desk.worker, self)
        self._locating.arrived.connect(self._open_place)
        self._locating.failed.connect(self._tell)
        # The type hints of PySide name bytes here, and the call takes text only.
        QDesktopServices.setUrlHandler(_SCHEME, self, "take")  # type: ignore[arg-type]

    def end(self) -> None:
        """Let go of the links."""
        QDesktopServices.unsetUrlHandler(_SCHEME)

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Open the guide where a link `guide:chapter#heading` leads."""
        self.open(url.path() + (f"#{url.fragment()}" if url.hasFragment() else ""))

    def open(self, written: str) -> "GuideWindow":
        """Open the guide at a spot (`sequence#isoforms`)."""
        from atlasview.desktop.guide.ways import spot_at

        window = self._window()
        window.show()
        window.open(spot_at(written))
        window.raise_()
        window.activateWindow()
        window.text.setFocus()
        return window

    def open_here(self) -> "GuideWindow":
        """Open the guide at the chapter that fits where the focus is; in the guide itself it stays where it is."""
        from atlasview.desktop.guide.context import spot_for

        reading = self._window()
        if reading.isVisible() and reading.isActiveWindow():
            return reading
        tab = self._desk.tabs.current
        page = tab.page if tab is not None and self._desk.window.centre.currentWidget() is self._desk.tabs else None
        section, name = (page.section(), page.objectName()) if page is not None else ("", "")
        return self.open(str(spot_for(self._focus(), section, name)))

    def explain(self) -> None:
        """Show the card of the term where the focus is; say so where there is none."""
        from atlasview.desktop.panels.term_card import explain

        if not explain(self._focus()):
            self._desk.window.status.say("No term of the glossary here; F1 opens the guide")

    def _focus(self) -> QWidget | None:
        return QApplication.focusWidget() or self._desk.window.focusWidget()

    def _window(self) -> "GuideWindow":
        from atlasview.desktop.guide.window import GuideWindow

        present = self._desk.window.findChild(GuideWindow)
        if present is not None:
            return present
        window = GuideWindow(self._desk.theme, self._desk.window)
        window.place_asked.connect(self._locate)
        window.outward.connect(self._desk.furnish().open_address)
        return window

    # --- places of the atlas

    def _locate(self, words: str) -> None:
        self._wish = words
        self._locating.ask(queries.locate, words)

    def _open_place(self, place: Place) -> None:
        self._desk.open_place(place)
        self._desk.window.raise_()
        self._desk.window.activateWindow()

    def _tell(self, error: Exception) -> None:
        """Nothing of that name is told; several things are offered."""
        if isinstance(error, Ambiguous):
            self._desk.searching.search_for(self._wish)
        else:
            self._desk.tell(error)
