"""Tabs of pages: each reads its own page beside the window, keeps the old one until then, and has its own way back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from atlasview.desktop import queries
from atlasview.desktop.background import AtlasWorker, LatestRead
from atlasview.desktop.navigation import History, Trail, same_page
from atlasview.desktop.tab_strip import TabStrip
from atlasview.desktop.theme import Theme
from atlasview.records.place import Place

if TYPE_CHECKING:
    from atlasview.desktop.pages.page import Page
    from atlasview.records.profile import Profile, TermProfile


class Tab(QObject):
    """One tab: its trail, what it is reading, and the stack that holds its page.

    shown(Place) when a page has come; failed(Exception) when it has not; asked(Place, new_tab) for a link on the page.
    """

    shown = Signal(object)
    failed = Signal(object)
    asked = Signal(object, bool)

    def __init__(self, theme: Theme, worker: AtlasWorker, trail: Trail, parent: QObject) -> None:
        from atlasview.desktop.pages.stack import PageStack

        super().__init__(parent)
        self._theme = theme
        self.trail = trail
        self.stack: PageStack = PageStack(theme)
        self.stack.place_requested.connect(self.asked)
        self._steps = 0
        self._wanted: Place | None = None
        self._read = LatestRead(worker, self)
        self._read.arrived.connect(self._show)
        self._read.failed.connect(self._fail)

    @property
    def page(self) -> "Page | None":
        """The page on the screen."""
        page: Page | None = self.stack.page()
        return page

    @property
    def place(self) -> Place | None:
        """What the tab shows, or is about to show."""
        return self._wanted or self.trail.place

    @property
    def title(self) -> str:
        """What the tab is called."""
        place = self.place
        return (place.label or place.id) if place is not None else "New tab"

    def open(self, place: Place) -> None:
        """Go on to a place; a section or residues of the page that is shown need no reading."""
        page = self.page
        if page is not None and self.trail.place is not None and same_page(self.trail.place, place):
            self._stay()
            self._go_on_page(page, place)
        else:
            self._ask(place, 0)

    def step(self, steps: int) -> None:
        """Go back (-1) or forward (1); while a step is being read, on from there."""
        ahead = steps + (self._steps if self._wanted is not None else 0)
        at = self.trail.position + ahead
        if ahead == 0:
            self._stay()
        elif 0 <= at < len(self.trail.places):
            self._ask(self.trail.places[at], ahead)

    def restore(self) -> None:
        """Read the page where the trail stands."""
        if self.trail.place is not None:
            self._ask(self.trail.place, 0)

    def wake(self) -> None:
        """Read the page where it has not been read yet, in a tab of the last session."""
        if self.page is None and self._wanted is None:
            self.restore()

    def remember(self) -> None:
        """Note in the trail which section is in view."""
        if self.page is not None and self.trail.place is not None:
            seen = self.page.place()
            if same_page(seen, self.trail.place):
                self.trail.stay(replace(seen, label=self.trail.place.label or seen.label), self.page.depth())

    def close(self) -> None:
        """Stop reading and let the page go; the trail stays."""
        self.remember()
        self._read.stop()
        self.stack.deleteLater()
        self.deleteLater()

    def _go_on_page(self, page: "Page", place: Place) -> None:
        known = self.trail.place
        if known is not None and not place.label:
            place = replace(place, label=known.label)  # a link may know no more than the identifier
        page.show_place(place)
        self.trail.visit(place)
        self.shown.emit(place)

    def _ask(self, place: Place, steps: int) -> None:
        self._wanted, self._steps = place, steps
        self._read.ask(queries.read_page, place)

    def _stay(self) -> None:
        """Stay on the page that is shown: what is being read is wanted no more."""
        self._read.stop()
        self._wanted = None

    def _show(self, profile: "Profile") -> None:
        from atlasview.desktop.pages.factory import make_page

        try:
            page = make_page(profile, self._theme)
        except Exception as mistake:  # noqa: BLE001 -- told as ours; the old page stays, no tab is left empty
            self._fail(mistake)
            return
        self.remember()
        self._wanted = None
        place = profile.place
        if self._steps:
            self.trail.step(self._steps)
            self.trail.stay(place, self.trail.depth)
        else:
            self.trail.visit(place)
        if self.trail.depth is not None:
            page.show_depth(place.section, self.trail.depth)
        self.stack.show_page(page)
        self.shown.emit(place)

    def _fail(self, error: Exception) -> None:
        self._wanted = None
        self.failed.emit(error)


class Tabs(QWidget):
    """The strip of tabs over their pages.

    shown(Place) when a page has come; failed(Exception) when one has not; moved() when tabs or ways changed;
    emptied() when the last tab was closed; status(str), outward(str), export_requested(Export, Profile) are of pages;
    notebook_wanted(panel) when one waits for the notebook; action_requested(id) when a page wants an action done.
    """

    shown = Signal(object)
    failed = Signal(object)
    moved = Signal()
    emptied = Signal()
    status = Signal(str)
    outward = Signal(str)
    action_requested = Signal(str)
    export_requested = Signal(object, object)
    notebook_wanted = Signal(object)

    def __init__(self, theme: Theme, worker: AtlasWorker, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._worker = worker
        self._history = history
        self._tabs: list[Tab] = []
        self._settling = False
        self.strip = TabStrip(theme, self)
        self._stacks = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._stacks, 1)
        self.strip.bar.currentChanged.connect(self._turn_to)
        self.strip.bar.close_asked.connect(self.close_tab)

    @property
    def count(self) -> int:
        """Number of tabs."""
        return len(self._tabs)

    @property
    def current(self) -> Tab | None:
        """The tab that is seen."""
        index = self.strip.bar.currentIndex()
        return self._tabs[index] if 0 <= index < len(self._tabs) else None

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of all tabs, in their order."""
        return tuple(tab.place for tab in self._tabs if tab.place is not None)

    def parts(self) -> list[QWidget]:
        """Where the keyboard stops: the tabs, the section list, the page."""
        page = self.current.page if self.current is not None else None
        if page is None:
            return [self.strip.bar]
        sections = page.findChild(QWidget, "section-list")
        return [self.strip.bar, *([sections] if sections is not None else []), page]

    def open(self, place: Place, new_tab: bool = False) -> None:
        """Show a place, in the current tab or in a new one that waits in the background."""
        tab = self.current
        if tab is None or new_tab:
            tab = self._add(Trail(), front=tab is None)
        tab.open(place)
        self._rename(tab)

    def new_tab(self) -> None:
        """Another tab with the same page, in front; the search field is where one goes from there."""
        tab = self.current
        if tab is not None and tab.trail.place is not None:
            self._add(Trail(), front=True).open(tab.trail.place)

    def trails(self) -> list[Trail]:
        """The way of every tab in their order, with the section that is in view."""
        for tab in self._tabs:
            tab.remember()
        return [tab.trail for tab in self._tabs if tab.trail.place is not None]

    def resume(self, trails: Sequence[Trail], current: int) -> None:
        """Tabs as they were when the program ended; only the page of the one that is seen is read at once."""
        self._settling = True
        for at, trail in enumerate(trails):
            self._add(trail, front=at == current)
        self._settling = False
        if self.current is not None:
            self.current.wake()
        self.moved.emit()

    def reopen(self) -> None:
        """Bring back the tab that was closed last, with its way back."""
        if self._history.can_reopen:
            self._add(self._history.reopen(), front=True).wake()

    def close_tab(self, index: int) -> None:
        """Close one tab; it can be reopened."""
        tab = self._tabs.pop(index)
        tab.close()
        self._history.close(tab.trail)
        self._stacks.removeWidget(tab.stack)
        self.strip.bar.removeTab(index)
        self.moved.emit()
        if not self._tabs:
            self.emptied.emit()

    def close_current(self) -> None:
        """Close the tab that is seen."""
        if self.current is not None:
            self.close_tab(self.strip.bar.currentIndex())

    def close_all(self) -> None:
        """Close every tab, because another atlas comes."""
        self._settling = True
        while self._tabs:
            self.close_tab(0)
        self._settling = False

    def turn(self, steps: int) -> None:
        """Show the next (1) or previous (-1) tab, round the ends."""
        if self._tabs:
            self.strip.bar.setCurrentIndex((self.strip.bar.currentIndex() + steps) % len(self._tabs))

    def step(self, steps: int) -> None:
        """Go back (-1) or forward (1) in the current tab."""
        if self.current is not None:
            self.current.step(steps)

    def read_genes(self, owner: QObject, words: tuple[str, ...], page: Place, arrived: Callable[[Any], object]) -> None:
        """Read the genes that some words name for a part of a page, the owner; trouble is told."""
        self._read_for(owner, arrived).ask(queries.read_scored_genes, words, page)

    def read_pathways(
        self, owner: QObject, page: "TermProfile", scores: tuple[str, str], arrived: Callable[[Any], object]
    ) -> None:
        """Read the pathways of a cell type for a part of its page, the owner; trouble is told."""
        self._read_for(owner, arrived).ask(queries.read_pathways, page, *scores)

    def read_pathway_genes(self, owner: QObject, page: "TermProfile", arrived: Callable[[Any], object]) -> None:
        """Read the pathways of a page's genes for a part of it, the owner; trouble is told."""
        self._read_for(owner, arrived).ask(queries.read_pathway_genes, page)

    def read_cell_type(self, owner: QObject, text: str, arrived: Callable[[Any], object]) -> None:
        """Read the cell type that a text names for a part of a page, the owner; trouble is told."""
        self._read_for(owner, arrived).ask(queries.read_cell_type, text)

    def _read_for(self, owner: QObject, arrived: Callable[[Any], object]) -> LatestRead:
        """A question that goes with its owner."""
        reading = LatestRead(self._worker, owner)
        reading.arrived.connect(arrived)
        reading.failed.connect(self.failed)
        for over in (reading.arrived, reading.failed):
            over.connect(reading.deleteLater)
        return reading

    def _add(self, trail: Trail, front: bool) -> Tab:
        tab = Tab(self._theme, self._worker, trail, self)
        tab.shown.connect(lambda place, tab=tab: self._tell_shown(tab, place))
        tab.failed.connect(self.failed)
        tab.failed.connect(lambda _error, tab=tab: self._drop_empty(tab))
        tab.asked.connect(self.open)
        for name in ("status", "outward", "action_requested"):
            getattr(tab.stack, name).connect(getattr(self, name))
        tab.stack.export_requested.connect(self.export_requested)
        tab.stack.notebook_wanted.connect(self.notebook_wanted)
        tab.stack.asked.connect(lambda wish: wish(self))
        self._tabs.append(tab)
        self._stacks.addWidget(tab.stack)
        at = self.strip.bar.addTab(tab.title)
        if front:
            self.strip.bar.setCurrentIndex(at)
        return tab

    def _drop_empty(self, tab: Tab) -> None:
        """A new tab whose page did not come goes away again; an old one keeps its page."""
        if tab.page is None and tab in self._tabs:
            self.close_tab(self._tabs.index(tab))
        else:
            self._rename(tab)

    def _rename(self, tab: Tab) -> None:
        if tab in self._tabs:
            at = self._tabs.index(tab)
            self.strip.bar.setTabText(at, tab.title.replace("&", "&&"))
            self.strip.bar.setTabToolTip(at, tab.title)
        self.moved.emit()

    def _tell_shown(self, tab: Tab, place: Place) -> None:
        self._rename(tab)
        self.shown.emit(place)

    def _turn_to(self, index: int) -> None:
        if 0 <= index < len(self._tabs):
            self._stacks.setCurrentWidget(self._tabs[index].stack)
            if not self._settling:
                self._tabs[index].wake()
        self.moved.emit()
