"""What each source says of a gene, beside what the atlas shows of it: an addition decides anew what is shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from atlasview.records.gene import Gene

Said = tuple[str | int | None, ...]
"""Symbol, name, type, band, chromosome, start, end, strand, assembly, as the table `gene_said` has them: None where it
is what the atlas shows, 0 for no start or end."""

_AS_SHOWN: Said = (None,) * 9


@dataclass(slots=True)
class Descriptions:
    """Of genes that several sources describe, or of which more is shown than their source says."""

    _of: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    """Source, what it says, source, what it says, ... by gene, best source first."""
    _same: dict[tuple[Any, ...], tuple[Any, ...]] = field(default_factory=dict)
    """What is said of many genes, held once."""
    _settled: dict[str, Gene] = field(default_factory=dict)
    """Genes as their sources describe them, where more is shown."""

    def note(self, shown: Gene, described: Sequence[Gene]) -> None:
        """These sources describe a gene, of which this is shown."""
        if len(described) > 1:
            values = _values(shown)
            told = tuple(part for one in described for part in (one.source, _beside(values, one)))
            self._of[shown.id] = self._same.setdefault(told, told)

    def complete(self, settled: Gene) -> None:
        """More will be shown of a gene than its sources say together, such as the range of its transcripts."""
        self._settled[settled.id] = settled

    def rows(self, genes: Iterable[Gene]) -> Iterator[tuple[str, int, Said, str]]:
        """Gene, number, what is said, source: of each gene in turn."""
        for gene in genes:
            settled = self._settled.get(gene.id)
            told = self._of.get(gene.id) or ((gene.source, _AS_SHOWN) if settled else ())
            hidden = _beside(_values(gene), settled) if settled else _AS_SHOWN
            for number, (source, said) in enumerate(zip(told[::2], told[1::2], strict=True), 1):
                whole = tuple(one if one is not None else other for one, other in zip(said, hidden, strict=True))
                yield gene.id, number, whole, source


def _values(gene: Gene) -> Said:
    place = gene.location
    where = (place.band, place.chromosome, place.start or 0, place.end or 0, place.strand, place.assembly)
    return gene.symbol, gene.name, gene.locus_type, *where


def _beside(shown: Said, other: Gene) -> Said:
    said = tuple(None if one == value else value for one, value in zip(shown, _values(other), strict=True))
    return said if any(value is not None for value in said) else _AS_SHOWN
