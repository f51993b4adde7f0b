"""What the window and every process beside it say to each other: plain records, nothing of Qt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stop:
    """Window: leave what is being done, and leave nothing of it behind."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Process: it cannot be done, because something is in the way.

    choice  name of the choice that would help, empty for none
    """

    what: str
    where: str
    remedy: str
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """Process: it was stopped, and nothing is left of it."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Process: a mistake of the program's own: its kind, and where in the code it happened."""

    places: tuple[str, ...]


class WorkFailed(Exception):
    """Window: a mistake of the program's own in the process beside; the text is its kind, the log says where it was."""
