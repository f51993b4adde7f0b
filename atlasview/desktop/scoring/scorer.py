"""The model of scores from one's own cells: files, choices, what was found, the run, and how it ended."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from atlasview.building.watch import Progress
from atlasview.desktop.beside.messages import Left, Mistake, Refused, WorkFailed
from atlasview.desktop.beside.process import Beside, ended_from_outside
from atlasview.desktop.scoring import work
from atlasview.desktop.scoring.messages import (
    CellWish,
    FileSeen,
    LabelSeen,
    LabelsSeen,
    Look,
    NamesRead,
    Nothing,
    ReadNames,
    Score,
    Scored,
    Seen,
    Surveyed,
    Terms,
)

_LOG = logging.getLogger(__name__)


class State(Enum):
    """What is going on."""

    CHOOSING = "choosing"
    SCORING = "scoring"
    STOPPING = "stopping"
    SCORED = "scored"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What is in the way; `choice` names the choice that would help, empty for none."""

    what: str
    where: str = ""
    remedy: str = ""
    choice: str = ""


@dataclass(slots=True)
class Found:
    """What is known of the files so far; a look fills it from the top."""

    seen: Seen | None = None
    labels: tuple[LabelSeen, ...] = ()
    survey: Surveyed | None = None
    obstacle: Obstacle | None = None


@dataclass(slots=True)
class Names:
    """Cell types that a label can mean, (identifier, name), and the file that they come from."""

    pairs: tuple[tuple[str, str], ...] = ()
    where: str = ""
    _by_text: dict[str, str] = field(default_factory=dict)

    def take(self, terms: Terms) -> None:
        """Take other ones."""
        self.pairs, self.where = terms.pairs, terms.where
        self._by_text = {text.casefold(): term for term, name in terms.pairs for text in (name, term)}

    def term_of(self, text: str) -> str:
        """The identifier of a term that is written as `T cell`, `CL:0000084` or `T cell (CL:0000084)`; else empty."""
        plain = text.strip()
        if plain.endswith(")") and "(CL:" in plain:
            plain = plain.rpartition("(")[2].rstrip(")")
        return self._by_text.get(plain.casefold().replace("_", ":"), "")


class Scorer(QObject):
    """One for the whole window. It knows nothing of widgets.

    found_more  something more, or something else, is known of the files
    looked      nothing is being looked at any more, or something is now
    turned      `state` is another one
    progressed  Progress, at most ten times a second
    scored      Scored, when the table is in its place
    failed      WorkFailed, a mistake of ours
    """

    found_more = Signal()
    looked = Signal()
    turned = Signal()
    progressed = Signal(object)
    scored = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wish = CellWish(())
        self.found = Found()
        self.names = Names()
        self.state = State.CHOOSING
        self.order: Score | None = None
        self.result: Scored | None = None
        self.progress: Progress | None = None
        self._looked_at = self.wish
        self._looking = False
        self._labels_are_new = False
        self._again = False
        self._given_up = False
        self.beside = Beside(work.run, work.PASSING, self)
        self.beside.told.connect(self._take)
        self.beside.died.connect(self._bury)

    # --- files and choices

    @property
    def looking(self) -> bool:
        """Whether files are being looked at."""
        return self._looking

    @property
    def running(self) -> bool:
        """Whether scores are being computed, or that is being left."""
        return self.state in (State.SCORING, State.STOPPING)

    @property
    def files(self) -> tuple[FileSeen, ...]:
        """The files that can be read."""
        seen = self.found.seen
        return tuple(one for one in seen.files if not one.reason) if seen is not None else ()

    def add(self, paths: Iterable[Path]) -> None:
        """Take in files and folders; none while scores are computed."""
        there = {str(Path(name).resolve()) for name in self.wish.files}
        new = [str(path.absolute()) for path in paths if str(path.resolve()) not in there]
        if new:
            self.choose(files=(*self.wish.files, *dict.fromkeys(new)))

    def take_out(self, paths: Iterable[str]) -> None:
        """Let files go."""
        gone = set(paths)
        self.choose(files=tuple(name for name in self.wish.files if name not in gone))

    def choose(self, **changes: Any) -> None:
        """Change what is wished for, fields of CellWish, and look what follows."""
        wish = replace(self.wish, **changes)
        if self.running or wish == self.wish:
            return
        self.wish = wish
        self.begin_again()
        self.look()

    def set_atlas(self, path: str) -> None:
        """Say which atlas the names of cell types come from; while scores are computed or shown, for the next time."""
        if self.state is State.CHOOSING:
            self.choose(atlas=path)
        else:
            self.wish = replace(self.wish, atlas=path)

    def name(self, label: str, meaning: str | None) -> None:
        """Say what a label means: a CL identifier, empty for leaving its cells out, None for what was found."""
        names = {key: value for key, value in self.wish.names.items() if key != label}
        if meaning is not None:
            names[label] = meaning
        self.choose(names=names)

    def read_names(self, path: Path) -> None:
        """Take what labels mean from a table."""
        if not self.running and not self._looking:
            self._begin_look()
            self.beside.order(ReadNames(str(path)))

    def look(self) -> None:
        """Look what is in the files with these choices; one look at a time, and what changed meanwhile after it."""
        if self._looking:
            self._again = True
        elif not self.wish.files:
            self.found = Found()
            self.found_more.emit()
        else:
            self.found.survey = None
            self._begin_look()
            self._looked_at = self.wish
            self.beside.order(Look(self.wish))

    def _begin_look(self) -> None:
        self.found.obstacle = None
        self._looking, self._again, self._given_up = True, False, False
        self.looked.emit()

    # --- the run

    def start(self, target: Path, dataset: str, licence: str, bootstrap: int, jobs: int) -> None:
        """Compute the scores of what was found, and write the table."""
        if self.running or self._looking or self.found.survey is None:
            return
        files = tuple(one.path for one in self.files)
        self.order = Score(replace(self.wish, files=files), target, dataset, licence, bootstrap, jobs)
        self.result, self.progress, self.found.obstacle = None, None, None
        self._turn(State.SCORING)
        self.beside.order(self.order, target)

    def cancel(self) -> None:
        """Leave the run, nothing of it stays; or looking at files."""
        if self.state is State.SCORING:
            self._turn(State.STOPPING)
            self.beside.stop()
        elif self._looking:
            self._given_up, self._again = True, False
            self.beside.stop()

    def begin_again(self) -> None:
        """From a table that was made back to the files."""
        if self.state is State.SCORED:
            self.result = None
            self._turn(State.CHOOSING)
            if self.wish != self._looked_at:
                self.look()

    def end(self) -> None:
        """Let the process go; what it was computing is left, with nothing of it behind."""
        self.beside.close()

    # --- what the process says

    def _take(self, answer: object) -> None:
        match answer:
            case Progress():
                self.progress = answer
                self.progressed.emit(answer)
            case Terms():
                self.names.take(answer)
            case Seen():
                self._take_seen(answer)
            case LabelsSeen(labels):
                self.found.labels, self._labels_are_new = labels, True
            case NamesRead(names):
                self._take_names(names)
            case Surveyed():
                self.found.survey = answer
                self._end_look()
            case Nothing():
                self._end_look()
            case Scored():
                self._finish(answer)
            case Left():
                self._leave(None)
            case Refused(what, where, remedy, choice):
                self._leave(Obstacle(what, where, remedy, choice))
            case Mistake(places):
                _LOG.info("in the process that scores:\n%s", "\n".join(places))
                self._leave(Obstacle("this could not be done: it is a mistake of AtlasView"))
                self.failed.emit(WorkFailed(places[-1] if places else "unknown"))

    def _take_seen(self, seen: Seen) -> None:
        """Files by what they are; of columns that nobody has chosen the likely ones are."""
        self.found = Found(seen, self.found.labels)  # those before stay until there are others: a row stays selected
        self._labels_are_new = False
        names = {column.name for column in seen.columns}
        wish = self.wish
        if seen.columns:
            likely: dict[str, Any] = {
                choice: column or None
                for choice, column in seen.likely.items()
                if (asked := getattr(wish, choice)) is None or (asked and asked not in names)
            }
            wish = replace(wish, **likely)
        self.wish = self._looked_at = replace(wish, files=tuple(one.path for one in seen.files))
        self.found_more.emit()

    def _take_names(self, names: Mapping[str, str]) -> None:
        self.wish = replace(self.wish, names={**self.wish.names, **names})
        self._again = True
        self._end_look()

    def _end_look(self) -> None:
        self._looking = False
        if self._again:
            self.look()
            return
        if not self._labels_are_new:
            self.found.labels = ()
        self.found_more.emit()
        self.looked.emit()

    def _finish(self, made: Scored) -> None:
        self.result = made
        self.beside.release()
        self._turn(State.SCORED)
        self.scored.emit(made)

    def _leave(self, obstacle: Obstacle | None) -> None:
        """Back to the files, with what is to be said."""
        self.found.obstacle = obstacle
        if self.running:
            self._turn(State.CHOOSING)
        if self._looking:
            self._end_look()
        else:
            self.found_more.emit()

    def _bury(self, code: int) -> None:
        """The process has ended without having been asked to."""
        if self.state is State.STOPPING or self._given_up:
            self._leave(None)
        elif self.running or self._looking:
            died = ended_from_outside(code)
            self._leave(Obstacle(died.what, died.where, died.remedy))

    def _turn(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.turned.emit()
