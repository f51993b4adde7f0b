"""Citations and interactions that wait as rows: tied, told apart from repeats and numbered while they are written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, overload

from atlasview.atlas.new_file import Row
from atlasview.atlas.staged_links import StagedLinks
from atlasview.atlas.staged_papers import paper_curie
from atlasview.building.ledger import Ledger
from atlasview.building.papers import StagedPapers
from atlasview.building.staged import GENE, SUBJECT, Known
from atlasview.records.interaction import Interaction
from atlasview.records.lists import joined, parted
from atlasview.records.publication import Citation


@dataclass(slots=True)
class _Counted(Sequence[Any]):
    """What is common to both: how many there are is known when they were written; nothing reads them one by one."""

    links: StagedLinks
    known: Known
    papers: StagedPapers
    number: int = field(default=0)

    def __len__(self) -> int:
        return self.number

    @overload
    def __getitem__(self, index: int) -> Any: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Any]: ...

    def __getitem__(self, index: int | slice) -> Any:
        raise TypeError("rows that wait are given by owner, or as the rows of their table")

    def _in_turn(self, rows: Iterable[Row], batch: int) -> list[Row]:
        """Rows of one owner; `batch` is the place of the number of the batch in each."""
        return list(self.known.in_turn(rows, itemgetter(batch)))

    def _tell_lost(self, noun: type, places: str, what: str, ledger: Ledger) -> None:
        for batch, owner in self.links.lost(noun.__name__, places):
            ledger.unmatched(batch, what, owner)


class StagedCitations(_Counted):
    """Citations: each paper once for each scope."""

    def tell_lost(self, ledger: Ledger) -> None:
        """Tell the ledger of everything whose subject the atlas does not have."""
        self._tell_lost(Citation, SUBJECT, "its subject is not in this atlas", ledger)

    def ready_rows(self, ledger: Ledger | None) -> Iterator[Row]:
        """Rows of the table `citation`, by subject, in the order in which they were read."""
        self.links.own(SUBJECT)
        found = groupby(self.links.citations(), key=itemgetter(0))
        return chain.from_iterable(self._of_subject(one, self._in_turn(rows, 4), ledger) for one, rows in found)

    def _of_subject(self, subject: int, rows: list[Row], ledger: Ledger | None) -> list[Row]:
        papers = {row[1] for row in rows}
        if len(papers) < len(rows) or None in papers:
            rows = list(self._tied(rows, ledger))
        self.number += len(rows)
        return [(subject, number, *row[1:4]) for number, row in enumerate(rows, 1)]

    def _tied(self, rows: list[Row], ledger: Ledger | None) -> Iterator[Row]:
        met = set[tuple[int, str]]()
        for row in rows:
            _subject, paper, scope, _source, batch, said = row
            if paper is None:
                if ledger:
                    ledger.unmatched(batch, "no such paper", paper_curie(said))
            elif (paper, scope) in met:
                if ledger:
                    ledger.repeated(batch)
            else:
                met.add((paper, scope))
                yield row

    def owned_by(self, owner: str) -> list[Citation]:
        """Citations of one subject, repeats among them."""
        self.links.own(SUBJECT)
        found = self.links.citations_of(self.known.keys[owner])
        sources = self.papers.sources
        return [
            Citation(owner, self.papers.id_of(key), scope, sources[source - 1])
            for _subject, key, scope, source, _batch, _said in found
            if key is not None
        ]


class StagedInteractions(_Counted):
    """Interactions of genes with genes."""

    def tell_lost(self, ledger: Ledger) -> None:
        """Tell the ledger of everything whose gene the atlas does not have."""
        self._tell_lost(Interaction, GENE, "no gene of this atlas has the identifier", ledger)

    def ready_rows(self, ledger: Ledger | None) -> Iterator[Row]:
        """Rows of the table `interaction`, by gene, in the order in which they were read."""
        self.links.own(GENE)
        self.links.partners(self._partners())
        by_gene = groupby(self.links.interactions(), key=itemgetter(0))
        return chain.from_iterable(self._of_gene(gene, self._in_turn(rows, 7), ledger) for gene, rows in by_gene)

    def _of_gene(self, gene: int, rows: list[Row], ledger: Ledger | None) -> list[Row]:
        partners = {row[1] for row in rows}
        if len(partners) < len(rows) or None in partners or any(map(itemgetter(6), rows)):
            rows = list(self._tied(rows, ledger))
        self.number += len(rows)
        return [(gene, number, *row[1:7]) for number, row in enumerate(rows, 1)]

    def _tied(self, rows: list[Row], ledger: Ledger | None) -> Iterator[Row]:
        met = set[Row]()
        for _gene, partner, score, channels, source, method, papers, batch, name in rows:
            if partner is None:
                self._lose(ledger, batch, name)
                continue
            fact = (partner, score, channels, method, papers and self._papers(papers))
            if fact in met:
                if ledger:
                    ledger.repeated(batch)
                continue
            met.add(fact)
            yield (None, *fact[:3], source, *fact[3:])

    def _partners(self) -> Iterator[tuple[int, int]]:
        """Numbers of names, with the key of the first gene that each means."""
        for name, curie in self.links.names():
            if genes := self.known.genes(curie):
                yield name, self.known.keys[genes[0]]

    def _papers(self, papers: str) -> str:
        return joined(found for paper in parted(papers) if (found := self.papers.subject(paper)))

    def _lose(self, ledger: Ledger | None, batch: int, name: int) -> None:
        if ledger:
            ledger.unmatched(batch, "no gene of this atlas is the partner", self.links.name_of(name))
