"""What stands round the pages: search, menus, side panel, messages, exports, the welcome; joined to the pages here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from atlasview.desktop.application import application
from atlasview.desktop.atlas_switcher import AtlasSwitcher
from atlasview.desktop.dropping import Dropping
from atlasview.desktop.exporting import Exporting
from atlasview.desktop.guiding import Guiding
from atlasview.desktop.keeping import Keeping
from atlasview.desktop.nothing_open import NothingOpen
from atlasview.desktop.notices import Notices
from atlasview.desktop.searching import Searching
from atlasview.desktop.settings import READY
from atlasview.desktop.welcome import CONTENTS, WelcomeSheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from atlasview.desktop.building.run import Building
    from atlasview.desktop.desk import Desk
    from atlasview.desktop.scoring.run import Scoring
    from atlasview.records.hit import Hit
    from atlasview.records.source import AtlasLabel, Manifest


class Surroundings(QObject):
    """Made once, when the first page is painted or somebody reaches for it; `begin` takes over what happened before."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self.notices = Notices(self)
        desk.window.furnish(self.notices, desk.history)
        self.searching = Searching(desk.window, desk.worker, desk.history)
        self.exporting = Exporting(desk, self.notices)
        self.keeping = Keeping(desk)
        self.guiding = Guiding(desk)
        self.switcher = AtlasSwitcher(desk)
        self.dropping = Dropping(desk.window, desk.opening.open, self._score_from, self._build_from, self._tell_left)
        self._building: Building | None = None
        self._scoring: Scoring | None = None
        self.welcome: WelcomeSheet | None = None
        self._nothing: NothingOpen | None = None
        self._focus_watchers = (self.searching.watch_focus, desk.window.commands.watch_focus)
        self._wire()

    def _wire(self) -> None:
        desk, window, tabs = self._desk, self._window, self._desk.tabs
        for watcher in self._focus_watchers:
            application().focusChanged.connect(watcher)
        desk.opening.closed.connect(self._leave_atlas)
        desk.opening.refused.connect(lambda _error: self.show_welcome(False))
        desk.opening.suggested.connect(self._take_suggestions)
        desk.opening.described.connect(self._introduce)
        self.searching.opened.connect(desk.open_place)
        self.searching.failed.connect(desk.tell)
        window.side.opened.connect(desk.open_place)
        window.side.list.escaped.connect(window.focus_page)
        window.commands.closed.connect(window.focus_page)
        window.status.atlas.clicked.connect(window.actions_by_id["switch-atlas"].trigger)
        tabs.emptied.connect(self._show_nothing_open)
        tabs.status.connect(window.status.say)
        tabs.outward.connect(self.open_address)
        tabs.action_requested.connect(lambda identifier: window.actions_by_id[identifier].trigger())
        tabs.export_requested.connect(self.exporting.export)

    def begin(self) -> None:
        """Do what would have been done before."""
        desk = self._desk
        if desk.suggested:
            self._take_suggestions(desk.suggested)
        if self._window.sheet_reserved:
            self.show_welcome(True)
        self.searching.take_over()
        self.keeping.begin()
        home = desk.settings.home
        if home is not None and desk.settings.keeps:
            desk.worker.prepare(lambda: desk.log.keep_in(home))

    def end(self) -> None:
        """Let go of what outlives the window."""
        for watcher in self._focus_watchers:
            application().focusChanged.disconnect(watcher)
        if self._building is not None:
            self._building.end()
        if self._scoring is not None:
            self._scoring.end()
        self.guiding.end()
        self.searching.end()
        self.exporting.end()
        self.keeping.end()

    @property
    def building(self) -> "Building":
        """The building of atlases, made when it is first wanted."""
        if self._building is None:
            from atlasview.desktop.building.run import Building

            self._building = Building(self._desk)
        return self._building

    def _build_from(self, paths: "Sequence[Path]") -> None:
        self.building.show(paths)

    def _tell_left(self, paths: "Sequence[Path]") -> None:
        names = ", ".join(path.name for path in paths)
        self.notices.tell("One atlas is open at a time", f"Not opened: {names}", "warning")

    @property
    def scoring(self) -> "Scoring":
        """Scores from one's own cells, made when they are first wanted."""
        if self._scoring is None:
            from atlasview.desktop.scoring.run import Scoring

            self._scoring = Scoring(self._desk)
        return self._scoring

    def _score_from(self, paths: "Sequence[Path]") -> None:
        self.scoring.show(paths)

    # --- with the atlas

    def _leave_atlas(self) -> None:
        self.searching.forget()
        self._window.side.clear()

    def _take_suggestions(self, hits: "tuple[Hit, ...]") -> None:
        label: AtlasLabel | None = self._desk.opening.label
        self.searching.suggest(hits)
        self._window.side.show_suggestions(hits, label.name if label is not None else "")

    def reopen_tab(self) -> None:
        """Bring back the tab that was closed last."""
        self._window.show_in_centre(self._desk.tabs, self._desk.tabs.parts)
        self._desk.tabs.reopen()

    def _show_nothing_open(self) -> None:
        if self._desk.opening.label is None:
            return
        if self._nothing is None:
            self._nothing = NothingOpen(self._desk.theme, self._window)
            self._nothing.search_asked.connect(self.searching.focus_field)
            self._nothing.reopen_asked.connect(self.reopen_tab)
        self._window.show_in_centre(self._nothing, self._nothing.parts)
        self._window.status.say(READY)

    # --- the welcome

    def show_welcome(self, shown: bool) -> None:
        """Show or hide the welcome sheet."""
        if shown and self.welcome is None:
            self.welcome = WelcomeSheet(self._desk.theme, self._window)
            self.welcome.closed.connect(lambda: self.show_welcome(False))
            self.welcome.open_asked.connect(self._desk.opening.choose)
            self.welcome.build_asked.connect(self._window.actions_by_id["build-atlas"].trigger)
            if self._desk.opening.manifest is not None:
                self._introduce(self._desk.opening.manifest)
        if self.welcome is not None:
            self._window.show_sheet(self.welcome, shown)
            self._desk.settings.welcome = shown

    def _introduce(self, manifest: "Manifest") -> None:
        if self.welcome is not None:
            counts = [(manifest.counts.get(noun, 0), words) for noun, words in CONTENTS.items()]
            contents = ", ".join(f"{count:,} {words}" for count, words in counts if count)
            self.welcome.introduce(manifest.label.name, contents)

    # --- what leads out

    def open_address(self, address: str) -> None:
        """Open an address in the browser, because the person chose to."""
        if not QDesktopServices.openUrl(QUrl(address)):
            self.notices.tell("No browser opened", address, "warning")
