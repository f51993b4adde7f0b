"""The model of a build: the files that were handed in, what is wished for, the run, and how it ended."""

import logging
from collections.abc import Iterable
from dataclasses import replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from atlasview.building.watch import Progress
from atlasview.building.wish import Wish
from atlasview.desktop.beside.messages import Left, Mistake, Refused, WorkFailed
from atlasview.desktop.beside.process import Beside, ended_from_outside
from atlasview.desktop.building import work
from atlasview.desktop.building.messages import (
    Ask,
    Build,
    Found,
    Holds,
    Look,
    Looked,
    Made,
    Offer,
    Offers,
    Seen,
)
from atlasview.desktop.building.rows import FileRow, tidy
from atlasview.records.trouble import Trouble

_LOG = logging.getLogger(__name__)


class State(Enum):
    """What is going on."""

    CHOOSING = "choosing"
    BUILDING = "building"
    STOPPING = "stopping"
    BUILT = "built"


class Builder(QObject):
    """One for the whole window. It knows nothing of widgets.

    rows_changed  there are other rows, or they say something else
    looked        nothing is being looked at any more, or something is now
    turned        `state` is another one
    progressed    Progress, at most ten times a second
    said          `trouble` is another one, None for none
    made          Made, when the atlas is in its place
    failed        WorkFailed, a mistake of ours
    """

    rows_changed = Signal()
    looked = Signal()
    turned = Signal()
    progressed = Signal(object)
    said = Signal()
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FileRow] = []
        self.offers: tuple[Offer, ...] = ()
        self.state = State.CHOOSING
        self.trouble: Trouble | None = None
        self.progress: Progress | None = None
        self.wish: Wish | None = None
        self.result: Made | None = None
        self.added_to: Path | None = None
        self._held: frozenset[str] = frozenset()
        self.again: tuple[str, ...] = ()
        self._looks = 0
        self._given_up = False
        self._places: set[tuple[str, str]] = set()
        self.beside = Beside(work.run, (Progress, Found, Holds), self)
        self.beside.told.connect(self._take)
        self.beside.died.connect(self._bury)

    # --- the files

    @property
    def looking(self) -> bool:
        """Whether files are being looked at."""
        return self._looks > 0

    @property
    def running(self) -> bool:
        """Whether an atlas is being built, or its build is being left."""
        return self.state in (State.BUILDING, State.STOPPING)

    @property
    def files(self) -> list[FileRow]:
        """The files that a build reads."""
        return [row for row in self.rows if row.is_read]

    def prepare(self) -> None:
        """Find out which databases an atlas can be made of, unless it is known."""
        if not self.offers:
            self.beside.begin()

    def missing(self) -> tuple[Offer, ...]:
        """Databases that would add to what was handed in, and to what the atlas holds that is added to."""
        there = {row.seen.database for row in self.files}
        return tuple(offer for offer in self.offers if offer.key not in there and offer.name not in self._held)

    def add_to(self, atlas: Path | None) -> None:
        """Say which atlas the facts are to be added to, None for a new one."""
        if atlas != self.added_to:
            self.added_to, self._held = atlas, frozenset()
            if atlas is not None and not self.running:
                self.beside.order(Ask(str(atlas)))
            self.rows_changed.emit()

    def without_genes(self) -> bool:
        """Whether no file says which genes there are."""
        return bool(self.files) and not any(row.seen.genes for row in self.files)

    def add(self, paths: Iterable[Path]) -> None:
        """Look at files and folders, and take in what they are. Nothing is taken in while an atlas is built."""
        named = tuple(str(path.absolute()) for path in paths)
        if self.running or not named:
            return
        self.begin_again()
        self._say(None)
        self.again = ()
        self._given_up = False
        self._looks += 1
        self.beside.order(Look(named))
        self.looked.emit()

    def take_out(self, rows: Iterable[FileRow]) -> None:
        """Let files go."""
        gone = {row.place for row in rows}
        if self.running or not gone:
            return
        self.rows = [row for row in self.rows if row.place not in gone]
        self._places = {(row.seen.real, row.seen.member) for row in self.rows}
        self.rows_changed.emit()

    def name_assembly(self, rows: Iterable[FileRow], assembly: str) -> None:
        """Say which genome assembly the positions of files count on that leave it to the person."""
        told = {row.place for row in rows}
        if not self.running:
            self.rows = tidy([row.on(assembly) if row.place in told else row for row in self.rows])
            self.rows_changed.emit()

    def _take_in(self, seen: Iterable[Seen]) -> None:
        new = []
        for one in seen:
            place = (one.real, one.member)
            if place in self._places:
                self.again = (*self.again, FileRow(one).name)
                continue
            self._places.add(place)
            new.append(FileRow(one))
        self.rows = tidy([*self.rows, *new])
        self.rows_changed.emit()

    # --- the run

    def start(self, wish: Wish) -> None:
        """Build what is wished for from the files."""
        if self.running or not self.files:
            return
        self.rows = [row.bare() for row in self.rows]
        self.wish, self.result, self.progress = wish, None, None
        self._say(None)
        self._turn(State.BUILDING)
        self.rows_changed.emit()
        self.beside.order(Build(wish, tuple(row.chosen() for row in self.files)), wish.target)

    def cancel(self) -> None:
        """Leave the build, nothing of it stays; or looking at files, those that were seen already stay."""
        if self.state is State.BUILDING:
            self._turn(State.STOPPING)
            self.beside.stop()
        elif self.looking:
            self._given_up = True
            self.beside.stop()

    def begin_again(self) -> None:
        """From an atlas that was built back to its files."""
        if self.state is State.BUILT:
            self.rows = [row.bare() for row in self.rows]
            self.result = None
            self._turn(State.CHOOSING)
            self.rows_changed.emit()

    def end(self) -> None:
        """Let the process go; what it was building is left, with nothing of it behind."""
        self.beside.close()

    # --- what the process says

    def _take(self, answer: object) -> None:
        match answer:
            case Progress():
                self._follow(answer)
            case Found(seen):
                self._take_in(seen)
            case Looked():
                self._looks -= 1
                self.looked.emit()
            case Offers(databases):
                self.offers = databases
                self.rows_changed.emit()
            case Holds(atlas, databases):
                self._held = databases if atlas == str(self.added_to) else self._held
                self.rows_changed.emit()
            case Made():
                self._finish(answer)
            case Left():
                self._leave(None)
            case Refused(what, where, remedy):
                self._refuse(Trouble(what, where, remedy))
            case Mistake(places):
                self._leave(Trouble("the atlas could not be built: this is a mistake of AtlasView"))
                _LOG.info("in the process that builds:\n%s", "\n".join(places))
                self.failed.emit(WorkFailed(places[-1] if places else "unknown"))

    def _follow(self, progress: Progress) -> None:
        self.progress = progress
        told = {(str(one.path), one.member): one for one in progress.files}
        rows = [row.told(told[row.place]) if row.place in told else row for row in self.rows]
        order = {place: at for at, place in enumerate(told)}
        self.rows = sorted(rows, key=lambda row: order.get(row.place, len(order)))
        self.progressed.emit(progress)

    def _finish(self, made: Made) -> None:
        self.result = made
        ends = {(end.path, end.member): end for end in made.files}
        passed = dict(made.passed_over)
        self.rows = [
            replace(row, end=ends.get(row.place), fault="" if row.place in ends else passed.get(row.name, ""))
            for row in self.rows
        ]
        self.beside.release()
        self._turn(State.BUILT)
        self.rows_changed.emit()
        self.made.emit(made)

    def _refuse(self, trouble: Trouble) -> None:
        """Mark the file that is to blame, where it is one of the files."""
        self.rows = [
            replace(row.bare(), fault=trouble.what if row.is_read and _is_at(row, trouble.where) else "")
            for row in self.rows
        ]
        self._leave(trouble)

    def _leave(self, trouble: Trouble | None) -> None:
        """Back to the files, with what is to be said."""
        looked = self._looks
        self._looks = 0
        if self.running:
            self.rows = [replace(row, progress=None) for row in self.rows]
            self._turn(State.CHOOSING)
        self._say(trouble)
        self.rows_changed.emit()
        if looked:
            self.looked.emit()

    def _bury(self, code: int) -> None:
        """The process has ended without having been asked to."""
        if self.state is State.STOPPING or self._given_up:
            self._leave(None)
        elif self.running or self._looks:
            self._leave(ended_from_outside(code))

    def _turn(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.turned.emit()

    def _say(self, trouble: Trouble | None) -> None:
        self.trouble = trouble
        self.said.emit()


def _is_at(row: FileRow, where: str) -> bool:
    """Whether a trouble's place lies in the file: its path, with a line behind where there is one."""
    return where == row.seen.path or where.startswith(f"{row.seen.path} line ")
