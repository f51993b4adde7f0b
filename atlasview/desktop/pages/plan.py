"""What a page consists of, as data: its head, and sections that are built when they come into view."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """A section before it is built.

    count    what the section list shows at the right (`162 aa`)
    sources  where its facts come from, for the head of the section
    build    makes the body; called once, when the section comes into view
    empty    whether the body only says why there is nothing
    guess    height in design pixels that is kept free until the body is built
    """

    name: str
    build: Callable[[], QWidget]
    count: str = ""
    sources: str = ""
    empty: bool = False
    guess: int = 280
