"""Where the user has been: back and forward of a tab, the history of the session, tabs that were closed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from atlasview.records.place import Place

HISTORY_LENGTH = 200
CLOSED_LENGTH = 25


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that was shown; `name` is the second line of a list, `when` the local time."""

    place: Place
    title: str
    name: str
    when: datetime

    def time(self, now: datetime) -> str:
        """When it was, in words: `today 10:42`, `yesterday`, `18 Nov`."""
        days = (now.date() - self.when.date()).days
        if days == 0:
            return f"today {self.when:%H:%M}"
        return "yesterday" if days == 1 else f"{self.when.day} {self.when:%b}"


class Trail:
    """Back and forward of one tab: the places in order, and which of them is shown."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._depths: list[int | None] = []
        self._position = -1

    @property
    def depth(self) -> int | None:
        """How many pixels of the section had scrolled away when the place was left, None where it was not."""
        return self._depths[self._position] if self._places else None

    @property
    def place(self) -> Place | None:
        """The place that is shown, None in an empty tab."""
        return self._places[self._position] if self._places else None

    @property
    def back(self) -> Place | None:
        """Where back leads, None at the beginning."""
        return self._places[self._position - 1] if self._position > 0 else None

    @property
    def forward(self) -> Place | None:
        """Where forward leads, None at the end."""
        return self._places[self._position + 1] if self._position + 1 < len(self._places) else None

    @property
    def places(self) -> tuple[Place, ...]:
        """All places, in the order of the way."""
        return tuple(self._places)

    @property
    def position(self) -> int:
        """Which of the places is shown, -1 in an empty tab."""
        return self._position

    @classmethod
    def resumed(cls, places: Sequence[Place], position: int) -> "Trail":
        """A trail as it was when the program ended; a position that is none is the last."""
        trail = cls()
        trail._places = list(places)
        trail._depths = [None] * len(places)
        trail._position = position if 0 <= position < len(places) else len(places) - 1
        return trail

    def visit(self, place: Place) -> None:
        """Go on to a place; what lay forward is gone. The same place again changes only its section."""
        if self.place is not None and same_page(self.place, place):
            depth = self.depth if self.place == place else None
            self.stay(place, depth)
            return
        del self._places[self._position + 1 :], self._depths[self._position + 1 :]
        self._places.append(place)
        self._depths.append(None)
        self._position = len(self._places) - 1

    def stay(self, place: Place, depth: int | None = None) -> None:
        """Remember where on the page the user is, the section and how deep in it, before leaving it."""
        if self._places:
            self._places[self._position] = place
            self._depths[self._position] = depth

    def step(self, steps: int) -> None:
        """Go one back (-1) or forward (1); raises IndexError where that leads nowhere."""
        if not 0 <= self._position + steps < len(self._places):
            raise IndexError("nothing lies there")
        self._position += steps


class History:
    """The pages of this session, newest first and each once, and the trails of closed tabs, last closed first."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._closed: list[Trail] = []

    def __iter__(self) -> Iterator[Visit]:
        return iter(self._visits)

    def __len__(self) -> int:
        return len(self._visits)

    def visit(self, visit: Visit) -> None:
        """Put a page on top."""
        others = (known for known in self._visits if not same_page(known.place, visit.place))
        self._visits = [visit, *others][:HISTORY_LENGTH]

    def close(self, trail: Trail) -> None:
        """Keep the trail of a tab that is closed, unless it never showed anything."""
        if trail.place is not None:
            self._closed = [trail, *self._closed][:CLOSED_LENGTH]

    @property
    def can_reopen(self) -> bool:
        """Whether a closed tab can come back."""
        return bool(self._closed)

    def reopen(self) -> Trail:
        """The trail of the tab that was closed last; raises IndexError when there is none."""
        return self._closed.pop(0)

    def clear(self) -> None:
        """Forget everything, because another atlas was opened."""
        self._visits.clear()
        self._closed.clear()


def same_page(one: Place, other: Place) -> bool:
    """Whether two places are on the same page, whatever the section."""
    return (one.kind, one.id) == (other.kind, other.id)


def now_visited(place: Place, title: str, name: str) -> Visit:
    """A visit at this moment; a name that only repeats the title is left out."""
    words = name.removeprefix(title).strip()
    return Visit(place, title, words or place.id, datetime.now().astimezone())
