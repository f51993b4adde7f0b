"""Rows that only tie two things together, many at once: files of them have millions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import Any

from atlasview.records.interaction import Interaction
from atlasview.records.publication import Citation
from atlasview.sources.cells import channels
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Outcome, Taken

LONGEST = 256
"""Characters of a CURIE."""
UNFIT = -1
"""Number of what is no name."""


class Names(dict[str, int]):
    """Numbers of the things that rows of a file name, in the order in which they are met.

    curie  the CURIE of what a cell names, empty where it names nothing
    new    CURIEs met since they were last taken
    """

    def __init__(self, curie: Callable[[str], str]) -> None:
        super().__init__()
        self._curie = curie
        self.new: list[str] = []

    def __missing__(self, cell: str) -> int:
        curie = self._curie(cell)
        if not curie or len(curie) > LONGEST or not curie.isprintable():
            return UNFIT
        number = self[cell] = len(self)
        self.new.append(curie)
        return number

    def taken(self) -> tuple[int, list[str]]:
        """Number of the first new CURIE, and the new ones, which are new no more."""
        new, self.new = self.new, []
        return len(self) - len(new), new


@dataclass(slots=True)
class Links:
    """What became of the records of a block of lines; each of the rows is the one fact of its record.

    noun      Citation, whose rows are line, number of the subject, PMID as a number, scope; or Interaction, whose rows
              are line, numbers of gene and partner, score, channels as `sources.cells` reads them
    first     number of the first of `names`; the numbers of the rows count from the first block of the file on
    names     CURIEs that are named here for the first time
    filtered  lines of sound records that are not wanted, by the reason
    """

    noun: type[Citation] | type[Interaction]
    first: int = 0
    names: list[str] = field(default_factory=list)
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    filtered: dict[str, list[int]] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Number of records."""
        return len(self.rows) + len(self.rejected) + sum(map(len, self.filtered.values()))


def headed(
    file: SourceFile, before: Callable[[str], bool] = lambda _line: False
) -> tuple[int, str, Iterator[tuple[int, list[str]]]]:
    """Number and text of the first line that is not empty, and the blocks of lines behind it, with their line ends.

    before  whether a line stands before that one, though it is not empty

    Raises InputRefused where there is none.
    """
    blocks = file.blocks()
    for number, block in blocks:
        for at, line in enumerate(block):
            if line.strip() and not before(line):
                return number + at, line.rstrip("\n"), chain([(number + at + 1, block[at + 1 :])], blocks)
    raise file.refused("the file is empty", remedy="fetch the file again")


def singly(blocks: Iterable[Links], source: str) -> Iterator[Outcome]:
    """Outcome of each record, in the order of the lines."""
    names: list[str] = []
    for links in blocks:
        names += links.names
        record = _citation if links.noun is Citation else _interaction
        outcomes: list[Outcome] = [Taken(row[0], [record(names, row, source)]) for row in links.rows]
        outcomes += links.rejected
        outcomes += [Filtered(line, reason) for reason, lines in links.filtered.items() for line in lines]
        yield from sorted(outcomes, key=attrgetter("line"))


def _citation(names: list[str], row: tuple[Any, ...], source: str) -> Citation:
    _line, subject, paper, scope = row
    return Citation(names[subject], f"PMID:{paper}", scope, source)


def _interaction(names: list[str], row: tuple[Any, ...], source: str) -> Interaction:
    _line, gene, partner, score, said = row
    return Interaction(names[gene], names[partner], score, channels(said), source)
