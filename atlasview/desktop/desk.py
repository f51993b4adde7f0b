"""The pages and the thread that reads them; what stands round the pages comes with the first of them."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from atlasview.bundled import starter_atlas
from atlasview.desktop import queries
from atlasview.desktop.action_handlers import handlers
from atlasview.desktop.actions import Conditions
from atlasview.desktop.background import AtlasWorker, LatestRead
from atlasview.desktop.first_paint import NextPaint
from atlasview.desktop.main_window import MainWindow
from atlasview.desktop.mistakes import Mistakes
from atlasview.desktop.navigation import History, Trail, now_visited
from atlasview.desktop.opening import Opening
from atlasview.desktop.settings import READY, Settings
from atlasview.desktop.tabs import Tabs
from atlasview.desktop.theme import Theme
from atlasview.home.log import Log
from atlasview.records.place import Kind, Place
from atlasview.records.trouble import Ambiguous, AtlasDamaged, AtlasMissing, Trouble

_LOG = logging.getLogger(__name__)

if TYPE_CHECKING:
    from atlasview.desktop.exporting import Exporting
    from atlasview.desktop.guiding import Guiding
    from atlasview.desktop.notebook_door import NotebookDoor
    from atlasview.desktop.notices import Notices
    from atlasview.desktop.searching import Searching
    from atlasview.desktop.surroundings import Surroundings
    from atlasview.desktop.welcome import WelcomeSheet
    from atlasview.records.hit import Hit
    from atlasview.records.source import AtlasLabel


class Desk(QObject):
    """Tabs and the atlas behind them; `settled` when there is a first page or trouble to see.

    What stands round them is everything else: search, menus, side panel, messages, exports. It is made when the
    first page has been painted, or as soon as somebody reaches for it.
    """

    settled = Signal()

    def __init__(self, theme: Theme, window: MainWindow, worker: AtlasWorker, settings: Settings) -> None:
        super().__init__(window)
        self.theme = theme
        self.window = window
        self.worker = worker
        self.settings = settings
        self.suggested: tuple[Hit, ...] = ()
        self._wish = ""
        self._resumes = False
        self._left: dict[Path, tuple[list[Trail], int]] = {}
        self._round: Surroundings | None = None
        self._notebook: NotebookDoor | None = None
        self.history = History()
        self.tabs = Tabs(theme, worker, self.history)
        self.opening = Opening(theme, window, worker, settings)
        self._locating = LatestRead(worker, self)
        self.log = Log()
        self.log.start()
        actions = window.add_actions()
        self.mistakes = Mistakes(lambda: self.notices, self, lambda: actions.last, actions["report"].trigger)
        self.mistakes.install()
        self._wire()
        actions.wire(handlers(self))
        self.refresh()

    def _wire(self) -> None:
        self.settled.connect(self.window.greet, Qt.ConnectionType.SingleShotConnection)
        self.opening.closed.connect(self._leave_atlas)
        self.opening.opened.connect(self._enter_atlas)
        self.opening.refused.connect(self._without_atlas)
        self.opening.suggested.connect(self._take_suggestions)
        self.opening.missed.connect(self._tell_missed)
        self.opening.declined.connect(self._tell_declined)
        self._locating.arrived.connect(self._open_wish)
        self._locating.failed.connect(self._wish_failed)
        self.window.mouse_stepped.connect(self.tabs.step)
        self.window.reached_for.connect(self.furnish)
        self.tabs.shown.connect(self._note_page)
        self.tabs.moved.connect(self.refresh)
        self.tabs.notebook_wanted.connect(lambda panel: panel.use(self.notebook))
        for part in (self.tabs, self.opening):
            part.failed.connect(self.tell)

    def furnish(self) -> "Surroundings":
        """What stands round the pages, made where it is not there yet."""
        if self._round is None:
            from atlasview.desktop.surroundings import Surroundings

            self._round = Surroundings(self)
            self._round.begin()
            self.refresh()
        return self._round

    @property
    def searching(self) -> "Searching":
        """The search."""
        return self.furnish().searching

    @property
    def exporting(self) -> "Exporting":
        """The exports."""
        return self.furnish().exporting

    @property
    def notices(self) -> "Notices":
        """The one door for messages."""
        return self.furnish().notices

    @property
    def guiding(self) -> "Guiding":
        """The way to the guide."""
        return self.furnish().guiding

    @property
    def notebook(self) -> "NotebookDoor":
        """The user's notebook; where nothing is kept, there is none to write in."""
        if self._notebook is None:
            from atlasview.desktop.notebook_door import NotebookDoor

            self._notebook = NotebookDoor(self.settings.home if self.settings.keeps else None, self)
        return self._notebook

    @property
    def welcome(self) -> "WelcomeSheet | None":
        """The welcome sheet, where it was shown."""
        return self.furnish().welcome

    def start(self, place: str, atlas: Path | None) -> None:
        """Open an atlas, the last one for None, and in it a place; where `place` is empty, what was open last.

        Where that is nothing, the atlas' first suggestion opens.
        """
        self._wish = place
        self._resumes = not place and self.settings["restore-session"]
        if atlas is None:
            self.opening.open_last()
        else:
            self.opening.open(atlas)

    def end(self) -> None:
        """Let everything go, before the window goes."""
        if self._round is not None:
            self._round.end()
        elif self.settings.trouble is None:  # closed at once; trouble waits for the next start to be told
            from atlasview.desktop.keeping import Keeping

            Keeping(self).end()
        self.tabs.close_all()
        if self._notebook is not None:
            self._notebook.end()
        self.worker.close()
        self.mistakes.remove()
        self.log.stop()

    # --- the atlas

    def _leave_atlas(self) -> None:
        """Close the pages of an atlas, and keep the ways of its tabs: it may be opened again."""
        path, current, trails = self.opening.path, self.tabs.current, self.tabs.trails()
        if path is not None and trails:
            at = trails.index(current.trail) if current is not None and current.trail in trails else 0
            self._left[path.absolute()] = (trails, at)
        self.tabs.close_all()
        self.history.clear()
        self.suggested = ()
        self.window.status.name_atlas("")
        self.refresh()

    def _enter_atlas(self, label: "AtlasLabel") -> None:
        self.window.status.name_atlas(str(label))
        self.window.status.say(READY)
        self.window.tools.field.say_closed(closed=False)
        self.window.show_in_centre(self.tabs, self.tabs.parts)
        left = self._left.pop(self.opening.path.absolute(), None) if self.opening.path is not None else None
        if left is not None:
            self.tabs.resume(*left)
        elif self._wish:
            self._locating.ask(queries.locate, self._wish)
        elif self._resumes:
            self._resume()
        _LOG.info("atlas opened: %s, seal %s", label, label.sha256[:12])
        self.refresh()

    def _resume(self) -> None:
        """Open the pages of the last session, once, where they are of this atlas."""
        self._resumes = self.opening.is_stopgap
        if not self.settings["session"]:
            return
        from atlasview.desktop.last_session import from_data

        last = from_data(self.settings["session"])
        path = self.opening.path
        if last.trails and path is not None and path.absolute() == Path(last.atlas or starter_atlas()):
            self.tabs.resume(last.trails, last.current)

    def _without_atlas(self, _error: Exception) -> None:
        self.tabs.close_all()
        self.window.tools.field.say_closed(closed=True)
        self.window.status.say("1 problem", problem=True)
        self.window.status.name_atlas("")
        self.refresh()
        NextPaint(self.window, self._settle)

    def _take_suggestions(self, hits: "tuple[Hit, ...]") -> None:
        """Start on a page, not on an empty window."""
        self.suggested = hits
        if hits and not self._wish and self.tabs.count == 0:
            if self.settings.welcome and self.opening.path == starter_atlas():
                self._make_room_for_welcome()
            self.open_place(hits[0].place)

    def _make_room_for_welcome(self) -> None:
        """The sheet comes with all that stands round the pages; where that is there already, at once."""
        if self._round is None:
            self.window.reserve_sheet()
        else:
            self._round.show_welcome(True)

    def _tell_missed(self, trouble: Trouble) -> None:
        """The last atlas has gone, perhaps only for today: its settings stay until the person decides."""
        actions = (
            ("Try it again", self.opening.open_last),
            ("Choose another…", self.opening.choose),
            ("Stay with the starter", self.opening.open_starter),
        )
        what = f"{Path(trouble.where).name}, which was open last, is not there: this is the starter atlas"
        self.notices.tell(what, trouble.where, "warning", actions)

    def _tell_declined(self, path: Path, error: Exception) -> None:
        """Another atlas could not be opened: that is told, and the pages of this one stay."""
        from atlasview.desktop.trouble_page import words_for

        _LOG.info("told: %s", type(error).__name__)
        title, why, last_word = words_for(error, path)
        actions = (("Check again", lambda: self.opening.open(path)), ("Choose another…", self.opening.choose))
        self.notices.tell(title, f"{why} {last_word} {path}", "problem", actions)

    def _open_wish(self, place: Place) -> None:
        """Show what was asked for at the start; another atlas is not asked for it again."""
        self._wish = ""
        self.open_place(place)

    def _wish_failed(self, error: Exception) -> None:
        """What was asked for on the command line is not there, or is several things."""
        wish, self._wish = self._wish, ""
        if isinstance(error, Ambiguous):
            self.searching.search_for(wish)
            self._settle()
        else:
            self._say(error)
            self.opening.suggest_again()

    # --- pages

    def open_place(self, place: Place, new_tab: bool = False) -> None:
        """Show a place in the current tab or in a new one."""
        self.window.show_in_centre(self.tabs, self.tabs.parts)
        self.tabs.open(place, new_tab)

    def _note_page(self, place: Place) -> None:
        tab = self.tabs.current
        if tab is not None and tab.page is not None and tab.trail.place == place:
            self.window.status.say(f"{tab.title} opened")
            _LOG.info("page of a %s shown", place.kind.value)
            self.history.visit(now_visited(place, tab.title, tab.page.accessibleName()))
            NextPaint(self.window, lambda: self._tell_painted(place))
        self.refresh()

    def _tell_painted(self, place: Place) -> None:
        self.window.page_shown.emit(place)
        self._settle()

    def _settle(self) -> None:
        """There is something to see: time for the rest."""
        self.settled.emit()
        self.worker.prepare(queries.load_search)
        self.furnish()

    def refresh(self) -> None:
        """Bring actions, title and side panel in line with what is open."""
        tab = self.tabs.current
        trail = tab.trail if tab is not None else None
        place = trail.place if trail is not None else None
        page = tab.page if tab is not None else None
        offered = {offer.key for offer in page.offers()} if page is not None else set()
        self.window.actions_by_id.refresh(
            Conditions(
                atlas=self.opening.label is not None,
                page=place is not None,
                back=trail is not None and trail.back is not None,
                forward=trail is not None and trail.forward is not None,
                closed=self.history.can_reopen,
                several=self.tabs.count > 1,
                gene=place is not None and place.kind == Kind.GENE,
                protein="sequence" in offered,
                genes="genes" in offered,
                papers="citations" in offered,
            )
        )
        self.window.setWindowTitle(f"{tab.title} – AtlasView" if tab is not None else "AtlasView")
        if self._round is not None:
            self.window.side.mark(place)

    # --- what went wrong

    def tell(self, error: Exception) -> None:
        """Say what stands in the way; with no page open, that is all there is to see."""
        self._say(error)
        if self.tabs.count == 0:
            NextPaint(self.window, self._settle)

    def _say(self, error: Exception) -> None:
        """Trouble is told; a mistake of ours is reported as one."""
        if isinstance(error, AtlasDamaged | AtlasMissing):
            self.opening.refuse(error)
        elif isinstance(error, Trouble):
            _LOG.info("told: %s", type(error).__name__)
            self.notices.tell_trouble(error)
        else:
            self.mistakes.report(error)
