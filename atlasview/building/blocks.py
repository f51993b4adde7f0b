"""Rows that say one fact each, by the thousand: the facts of an owner are packed together, with their lines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from atlasview.building.parcels import NOUNS, Lot, UnfitOwner, check_owners
from atlasview.records.disease import DiseaseAssociation
from atlasview.records.marker import Marker
from atlasview.records.packing import Packed, lined_payload, packing, parted_payload
from atlasview.records.variant import Variant
from atlasview.sources.facts import Facts
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.rows import Rows
from atlasview.sources.taken import Outcome, Taken

_ROWS = 1 << 15
"""Rows of a block at most: they take some 12 MB. The more of them, the more often a gene is among them again."""
_LOOK = 1 << 12
"""Rows after which a block ends already where those of a gene stand together."""
_TOGETHER = 8
"""Rows of a gene from which on that is so."""

_ISOFORM = itemgetter(packing(Variant).at("isoform"))
_PAPERS: dict[type, Callable[[Packed], Any]] = {
    noun: itemgetter(packing(noun).at("publications")) for noun in (DiseaseAssociation, Variant, Marker)
}


@dataclass(slots=True)
class Block:
    """What became of rows that say one fact each.

    noun      of the facts, its place in NOUNS
    taken     number of rows that were taken
    lots      owner, first line, number of facts, and the facts with their lines (`packing.lined_payload`)
    more      of lines that say more than one thing how many more
    shared    lines, and the shared things that they bring along
    filtered  lines of sound rows that are not wanted, by the reason
    named     isoforms that variants name, once each
    papers    papers that the facts rest on, once each
    """

    noun: int
    taken: int = 0
    lots: list[tuple[str, int, int, bytes]] = field(default_factory=list)
    more: dict[int, int] = field(default_factory=dict)
    shared: list[tuple[int, Lot]] = field(default_factory=list)
    filtered: dict[str, list[int]] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    papers: set[str] = field(default_factory=set)

    @property
    def read(self) -> int:
        """Number of rows."""
        return self.taken + len(self.rejected) + sum(map(len, self.filtered.values()))


def blocks(facts: Facts, file: SourceFile) -> Iterator[Block]:
    """The rows of a file in its order; what was read before trouble with it comes before the trouble."""
    gathering = _Gathering(facts.noun, file.name)
    lots, rows = gathering.lots, 0
    try:
        for row in facts.rows(file):
            if type(row) is tuple:
                line, fact = row
                packed, lines = lots[fact[0]]
                packed.append(fact)
                lines.append(line)
            else:
                gathering.take(row)  # type: ignore[arg-type]  # no tuple
            rows += 1
            if rows % _LOOK == 0 and (rows == _ROWS or len(lots) * _TOGETHER <= rows):
                yield gathering.block(rows)
                rows = 0
    except Exception:
        yield gathering.block(rows)
        raise
    yield gathering.block(rows)


class _Lots(dict[str, tuple[list[Packed], list[int]]]):
    """Facts and their lines by owner."""

    def __missing__(self, owner: str) -> tuple[list[Packed], list[int]]:
        lot = self[owner] = ([], [])
        return lot


class _Gathering:
    """The block that grows."""

    def __init__(self, noun: type, name: str) -> None:
        self._noun, self._name = noun, name
        self.lots = _Lots()
        self._block = Block(NOUNS.index(noun))

    def take(self, outcome: Outcome) -> None:
        """A row that says not one fact."""
        if isinstance(outcome, Filtered):
            self._block.filtered.setdefault(outcome.reason, []).append(outcome.line)
        elif isinstance(outcome, Rejected):
            self._block.rejected.append(outcome)
        else:
            self._take_apart(outcome)

    def block(self, rows: int) -> Block:
        """What was gathered of so many rows; it begins anew."""
        block, self._block = self._block, Block(NOUNS.index(self._noun))
        for owner, (facts, lines) in self.lots.items():
            try:
                check_owners([owner])
            except UnfitOwner as error:
                block.rejected += [Rejected(self._name, line, *error.args) for line in dict.fromkeys(lines)]
            else:
                block.lots.append((owner, lines[0], len(facts), lined_payload(facts, lines)))
                if self._noun is Variant:
                    block.named.update(map(_ISOFORM, facts))
                if papers := _PAPERS.get(self._noun):
                    block.papers.update(*map(papers, facts))
        self.lots.clear()
        if block.rejected and block.shared:
            unfit = {one.line for one in block.rejected}
            block.shared = [(line, lot) for line, lot in block.shared if line not in unfit]
        block.taken = rows - len(block.rejected) - sum(map(len, block.filtered.values()))
        return block

    def _take_apart(self, taken: Taken) -> None:
        assert isinstance(taken.records, Rows)
        for noun, owner, packed in taken.records.groups:
            if noun is self._noun and owner is not None:
                facts, lines = self.lots[owner]
                facts += packed
                lines += [taken.line] * len(packed)
            else:
                lot = Lot(NOUNS.index(noun), None, len(packed), parted_payload(packed))
                self._block.shared.append((taken.line, lot))
        self._block.more[taken.line] = len(taken.records) - 1
