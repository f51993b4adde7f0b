"""Columns of a table by their names: where each stands, and what is said where one is missing."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.species import HUMAN
from atlasview.sources.taken import Outcome

TOO_SHORT = "fewer cells than the file has columns"
_SENTENCE = "#Format:"
_ALIKE = 10
"""Columns of a table of which half have to belong to a format, if it has not more; fewer are alike by chance."""


class Header:
    """Places of the columns of a table.

    file, line  where the header stands, for messages
    names       names of the columns as the file writes them
    renamed     names that other years or downloads use, to those that are asked for here
    """

    def __init__(
        self, file: SourceFile, line: int, names: Iterable[str], renamed: Mapping[str, str] | None = None
    ) -> None:
        self._file = file
        self._line = line
        self.names = [name.strip().strip('"') for name in names]
        self._places: dict[str, int] = {}
        for place, name in enumerate(self.names):
            self._places.setdefault((renamed or {}).get(name, name), place)

    def __len__(self) -> int:
        return len(self.names)

    def need(self, name: str) -> int:
        """Place of a column. Raises InputRefused with what stands there instead where the file has no such column."""
        if name not in self._places:
            raise self._file.refused(
                f"there is no column {name!r}",
                self._line,
                f"take a file that has it; the columns of this one are {_listed(self.names)}",
            )
        return self._places[name]

    def find(self, name: str) -> int:
        """Place of a column, -1 (the empty cell that `rows` sets behind the last) where the file has none."""
        return self._places.get(name, -1)

    def rows(
        self, lines: Iterable[tuple[int, str]], least: int, spare: int = 0
    ) -> Iterator[tuple[int, list[str]] | Rejected]:
        """Cells of each line that is not empty, with one more cell, an empty one, behind the last.

        least  number of cells without which a row is none; others that lack at the end are taken for empty
        spare  number of cells that a row may have beyond those of the header; they are left out
        """
        width = len(self.names)
        for number, line in lines:
            cells = line.split("\t")
            if len(cells) == width:
                cells.append("")
                yield number, cells
            elif not line.strip():
                continue
            elif len(cells) < least:
                yield self._file.rejected(number, TOO_SHORT, f"{len(cells)} instead of {width}")
            elif len(cells) > width + spare:
                yield self._file.rejected(
                    number, "more cells than the file has columns", f"{len(cells)} instead of {width}"
                )
            else:
                cells[width:] = [""] * max(1, width + 1 - len(cells))
                yield number, cells

    def rows_of_blocks(
        self, blocks: Iterable[tuple[int, list[str]]], least: int, spare: int = 0
    ) -> Iterator[tuple[int, list[str]] | Rejected]:
        """The same as `rows` of lines that come by the thousand, with their ends."""
        width = len(self.names)
        for first, block in blocks:
            for number, line in enumerate(block, first):
                cells = line.rstrip("\n").split("\t")
                if len(cells) == width:
                    cells.append("")
                    yield number, cells
                else:
                    yield from self.rows([(number, line.rstrip("\n"))], least, spare)

    def of_human(
        self, lines: Iterable[tuple[int, str]], least: int, outcome: Callable[[int, list[str]], Outcome]
    ) -> Iterator[Outcome]:
        """What `outcome` makes of each of the `rows` of a table of human genes, where human genes are wanted."""
        human = self._file.taxon in (None, HUMAN)
        for row in self.rows(lines, least):
            if isinstance(row, Rejected):
                yield row
            else:
                yield outcome(*row) if human else Filtered(row[0], "another organism")


def names_of_ncbi(line: str) -> list[str]:
    """Names of the columns of a table of NCBI Gene; until 2016 its header was a sentence."""
    if line.startswith(_SENTENCE):
        return line.removeprefix(_SENTENCE).partition("(")[0].split()
    return line.removeprefix("#").split("\t")


def lacking(names: Iterable[str], needed: Iterable[str], known: Collection[str]) -> str:
    """Columns that a table lacks to be of a format, in words; empty where less than half of its own belong to that.

    needed  without which it is none; `known` are all that the format has
    """
    there = set(names)
    lack = [name for name in needed if name not in there]
    if not lack or 2 * len(there & set(known)) < max(len(there), _ALIKE):
        return ""
    return f"without the column{'' if len(lack) == 1 else 's'} {', '.join(lack)}"


def first_line(file: SourceFile, lines: Iterator[tuple[int, str]]) -> tuple[int, str]:
    """Number and text of the first line that is not empty. Raises InputRefused where there is none."""
    for number, line in lines:
        if line.strip():
            return number, line
    raise file.refused("the file is empty", remedy="fetch the file again")


def _listed(names: list[str], most: int = 12) -> str:
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown
