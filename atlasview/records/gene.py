"""Genes, their names, and where they lie."""

from dataclasses import dataclass

AND = " and "
"""Between the chromosomes of a gene that lies on several."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a gene lies.

    band        cytogenetic band (`4q27`), empty where not given
    chromosome  `4`, `X`, `MT`, `X and Y` of a gene in a pseudoautosomal region; that of the coordinates where there
                are any; empty where only the band is known
    start, end  1-based closed coordinates on `assembly`, None where not given
    strand      `+`, `-` or empty
    """

    band: str = ""
    chromosome: str = ""
    start: int | None = None
    end: int | None = None
    strand: str = ""
    assembly: str = ""

    @property
    def chromosomes(self) -> tuple[str, ...]:
        """Each chromosome that it lies on."""
        return tuple(filter(None, self.chromosome.split(AND)))


@dataclass(frozen=True, slots=True)
class Gene:
    """A gene; `id` is its HGNC identifier, else NCBI Gene's, else Ensembl's.

    locus_type  HGNC's words: `gene with protein product`, `RNA, long non-coding`, ...
    """

    id: str
    symbol: str
    name: str
    locus_type: str
    location: Location
    taxon: int
    source: str


@dataclass(frozen=True, slots=True)
class GeneName:
    """One of the names that search finds a gene by; kind is `previous symbol`, `alias` or `name`."""

    gene: str
    kind: str
    text: str
    source: str
