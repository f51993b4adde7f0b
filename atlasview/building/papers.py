"""The papers of an atlas while it is built: merged and ranked on the disk, made into records one after the other."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any, overload

from atlasview.atlas.new_file import Row
from atlasview.atlas.staged_papers import PaperId, PaperTable, paper_curie, paper_id
from atlasview.atlas.staging import Staging
from atlasview.building.ledger import Ledger
from atlasview.records.lists import joined, parted
from atlasview.records.packing import packing
from atlasview.records.publication import Publication, stand_in

_NOT_SAID: tuple[Any, ...] = (None, "", ())
_REMEMBERED = 50_000


def filled(first: Any, second: Any) -> Any:
    """The first record, with what it leaves empty taken from the second."""
    kind: type = type(first)
    empty = {
        name: value
        for name in packing(kind).fields
        if getattr(first, name) in _NOT_SAID and (value := getattr(second, name)) not in _NOT_SAID
    }
    return replace(first, **empty) if empty else first


def titled(paper: Publication) -> str:
    """The title of a paper; of one without, what it is called instead."""
    return paper.title or stand_in(paper)


class StagedPapers(Sequence[Publication]):
    """Papers by their rank. Steps: `describe`, `count_citations`, `rank`; after these they have their keys.

    sources  keys of the sources, by their numbers
    """

    def __init__(self, staging: Staging, sources: Sequence[str]) -> None:
        self._table = PaperTable(staging)
        self.sources = list(sources)
        self._number = 0
        self._first = 1
        self.key_of = lru_cache(maxsize=_REMEMBERED)(self._key_of)
        self.id_of = lru_cache(maxsize=_REMEMBERED)(self._id_of)

    def describe(self, papers: Iterable[Publication], keyed: Container[str]) -> None:
        """Papers, each id once and in the order of ids.

        A paper known by its DOI alone is the one of that DOI with a PMID.

        keyed  ids of papers that stay whatever cites them
        """
        numbers = {source: number for number, source in enumerate(self.sources)}
        self._table.describe((*self._row(paper, numbers), paper.id in keyed) for paper in papers)
        twins = self._table.twins()
        first: dict[PaperId, PaperId] = {}
        for twin, whole in twins:
            first.setdefault(whole, twin)
        for whole, twin in first.items():
            held, other = self._table.row(whole), self._table.row(twin)
            if held is not None and other is not None:
                self._table.update(self._row(filled(self._record(held), self._record(other)), numbers))
        self._table.alias(twins)

    def count_citations(self, uncounted: Iterable[int], supporting: Iterable[str]) -> None:
        """Count citations, but those of the names with these numbers; take in papers that are only cited.

        supporting  ids of papers that facts rest on
        """
        self._table.count(((name,) for name in uncounted), ((paper_id(paper),) for paper in supporting))

    def rank(self, first: int) -> int:
        """Papers that are cited or rested on get their keys, from `first`; gives how many there are."""
        self._first = first
        self._number = self._table.rank(first)
        return self._number

    def _key_of(self, paper: str) -> int | None:
        """Key of a paper, by any of its names; None where the atlas does not have it."""
        return self._table.key(paper_id(paper))

    def keys_of(self, papers: Iterable[str]) -> list[int | None]:
        """Keys of papers in their order, as `key_of` gives them one by one."""
        return self._table.keys([paper_id(paper) for paper in papers])

    def _id_of(self, key: int) -> str:
        """Id of the paper of a key."""
        return paper_curie(self._table.of_rank(key - self._first + 1)[0])

    def subject(self, paper: str) -> str:
        """Id of the paper that is meant, empty where the atlas does not have it."""
        key = self.key_of(paper)
        return "" if key is None else self.id_of(key)

    def among(self, chosen: Iterable[str]) -> list[Publication]:
        """Papers of these ids."""
        keys = filter(None, map(self.key_of, chosen))
        return [self._whole(self._table.of_rank(key - self._first + 1)) for key in sorted(keys)]

    def each(self) -> Iterator[tuple[int, Publication | int]]:
        """Key and paper, by key; of papers of which nothing is known but their PMID only that, as a number."""
        bare, following = self.bare(), self._first
        for key, paper in self.described():
            yield from islice(bare, key - following)
            yield key, paper
            following = key + 1
        yield from bare

    def bare(self) -> Iterator[tuple[int, int]]:
        """Key and PMID of papers of which nothing else is known, by key."""
        before = self._first - 1
        return ((before + rank, paper) for rank, paper in self._table.bare())

    def described(self) -> Iterator[tuple[int, Publication]]:
        """Key and paper of all others, by key."""
        before = self._first - 1
        return ((before + rank, self._whole(tuple(row))) for rank, *row in self._table.described())

    def ready_rows(self, _ledger: Ledger | None) -> Iterator[Row]:
        """Rows of the table `publication`."""
        for rank, _paper, pmid, doi, _title, *said, source in self._table.ranked():
            yield (rank + self._first - 1, pmid, doi, *said, source + 1)

    def _row(self, paper: Publication, numbers: dict[str, int]) -> Row:
        said = (paper.journal, paper.year, paper.volume, paper.issue, paper.pages, paper.cited_by)
        own = (paper_id(paper.id), paper.pmid, paper.doi, paper.title, joined(paper.authors), *said)
        return (*own, numbers[paper.source], titled(paper).casefold())

    def _record(self, row: Row) -> Publication:
        values: list[Any] = list(row)
        values[0], values[4], values[-1] = paper_curie(row[0]), parted(row[4]), self.sources[row[-1]]
        return Publication(*values)

    def _whole(self, row: Row) -> Publication:
        paper = self._record(row)
        return paper if paper.title else replace(paper, title=titled(paper))

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Publication]:
        for _rank, *row in self._table.ranked():
            yield self._whole(tuple(row))

    @overload
    def __getitem__(self, index: int) -> Publication: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Publication]: ...

    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return list(self)[index]
        return self._whole(self._table.of_rank(index + 1))
