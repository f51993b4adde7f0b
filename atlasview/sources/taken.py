"""What a reader took from one record of a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from atlasview.sources.rejection import Filtered, Rejected

Version = tuple[int | str, ...]


def in_order(version: Version) -> tuple[tuple[int, int, str], ...]:
    """A version to compare with others of its key: numbers by their size, also written as text, before other text."""
    return tuple((0, int(part), "") if str(part).isdecimal() else (1, 0, str(part)) for part in version)


def is_stated(version: Version) -> bool:
    """Whether a version tells a release; of several parts, the first may only rank the kind of the file."""
    return any(version[1:]) if len(version) > 1 else any(version)


@dataclass(slots=True)
class Taken:
    """The facts of one record of a file: one row, one entry, one term.

    line     where the record begins, from 1
    records  frozen records of `atlasview.records`, or `Rows`, which make them when asked for them; a gene is named by
             any CURIE that the source gives (`HGNC:6024`, `NCBIGene:3575`, `ENSEMBL:ENSG00000168685`,
             `UniProtKB:P16871`) or, where it gives symbols only, by `symbol:IL7R`: the builder finds out which gene
             that is
    key      what the record is about, where another file or release can hold it again (`UniProtKB:P16871`,
             `GO:0005125`); empty for rows that only tie things together
    version  of this record among those of the same key: the greatest wins, the others are superseded
    replaces keys whose records of earlier versions are no more: what they were about was merged into this
    rows     rows of the file that this stands for, from `line` on without a gap, each with one record, in their order;
             what they bring along for others to use stands behind
    """

    line: int
    records: Sequence[Any]
    key: str = ""
    version: Version = ()
    replaces: tuple[str, ...] = ()
    rows: int = 1


Outcome = Taken | Rejected | Filtered
