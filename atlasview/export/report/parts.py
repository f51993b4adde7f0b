"""What a report is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NewType

from atlasview.export.figure import Drawing
from atlasview.records.place import Place
from atlasview.records.source import AtlasLabel

Rich = NewType("Rich", str)
"""Rich text: escaped HTML with `a`, `b`, `i`, `sup`, `code` and `br` only."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; 1 is the report's own, 2 a section's, 3 stands within a section."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Rich text; `muted` for what is said beside the matter. `block` marks text that brings its own paragraphs."""

    text: Rich
    muted: bool = False
    block: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values."""

    rows: tuple[tuple[str, Rich], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; numbers stand right; `width` in percent, 0 for what the others leave."""

    title: str
    number: bool = False
    width: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of rich cells under their titles, which stand on every page that the table reaches."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Rich, ...], ...]


@dataclass(frozen=True, slots=True)
class FigurePart:
    """A figure, with its sentences on what is not drawn."""

    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Letters:
    """Lines in a fixed font, kept as they are."""

    lines: tuple[str, ...]


Part = Heading | Paragraph | Facts | Table | FigurePart | Letters


@dataclass(frozen=True, slots=True)
class Report:
    """A page as it is printed."""

    place: Place
    title: str
    atlas: AtlasLabel
    parts: tuple[Part, ...]

    def figures(self) -> Iterator[Drawing]:
        """Its figures in their order."""
        for part in self.parts:
            if isinstance(part, FigurePart):
                yield part.drawing
