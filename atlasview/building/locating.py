"""Where genes lie: the range of their transcripts where no source says it, and the band where none is given."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from atlasview.records.assembly import newness
from atlasview.records.band import Band
from atlasview.records.gene import Gene, Location
from atlasview.records.packing import Packed, packing
from atlasview.records.transcript import Transcript

_ASSEMBLY, _CHROMOSOME, _STRAND, _EXONS = map(packing(Transcript).at, ("assembly", "chromosome", "strand", "exons"))

_Place = tuple[str, str, str]
"""Assembly, chromosome and strand."""


@dataclass(slots=True)
class Extents:
    """The smallest range around the transcripts of each gene, on the newest assembly that they lie on."""

    _of: dict[str, dict[_Place, tuple[int, int]]] = field(default_factory=dict)
    assemblies: set[str] = field(default_factory=set)
    """Those that the transcripts lie on."""

    def add(self, gene: str, transcript: Packed, located: bool) -> None:
        """A packed transcript of a gene; `located` where a source says where the gene is."""
        exons = transcript[_EXONS]
        if not transcript[_CHROMOSOME]:
            return
        self.assemblies.add(transcript[_ASSEMBLY])
        if located or not exons:
            return
        start, end = min(one[0] for one in exons), max(one[1] for one in exons)
        places = self._of.setdefault(gene, {})
        place = transcript[_ASSEMBLY], transcript[_CHROMOSOME], transcript[_STRAND]
        low, high = places.get(place, (start, end))
        places[place] = min(low, start), max(high, end)

    def located(self, gene: Gene) -> Gene:
        """The gene with a range, if it has none and its transcripts have one on a chromosome that it may lie on.

        Of a gene on two chromosomes (a pseudoautosomal region), the range on the one that is named first.
        """
        known = gene.location
        places = self._of.get(gene.id)
        if known.start is not None or not places:
            return gene
        fitting = _fitting(places, known.chromosomes)
        if not fitting:
            return gene
        place = max(fitting, key=lambda one: (newness(one[0]), one[0]))
        if sum(one[0] == place[0] for one in fitting) > 1:  # on two chromosomes or strands: which one is not said
            return gene
        assembly, chromosome, strand = place
        start, end = places[place]
        return replace(gene, location=Location(known.band, chromosome, start, end, strand, assembly))


def _fitting(places: Iterable[_Place], chromosomes: tuple[str, ...]) -> list[_Place]:
    if not chromosomes:
        return list(places)
    on = ([place for place in places if place[1] == chromosome] for chromosome in chromosomes)
    return next(filter(None, on), [])


class Bands:
    """Bands of chromosomes by assembly."""

    def __init__(self, bands: Iterable[Band]) -> None:
        self._of: dict[tuple[str, str], list[Band]] = {}
        for band in bands:
            self._of.setdefault((band.assembly, band.chromosome), []).append(band)
        for own in self._of.values():
            own.sort(key=lambda band: band.start)

    def banded(self, gene: Gene) -> Gene:
        """The gene with its band, `1p31.3` or `1p31.3-p31.1`, if its place is known and no source gave one."""
        place = gene.location
        if place.band or place.start is None or place.end is None:
            return gene
        names = [band.name for band in self._over(place, place.start, place.end)]
        if not names:
            return gene
        band = place.chromosome + (names[0] if len(names) == 1 else f"{names[0]}-{names[-1]}")
        return replace(gene, location=replace(place, band=band))

    def _over(self, place: Location, start: int, end: int) -> Iterator[Band]:
        own = self._of.get((place.assembly, place.chromosome), [])
        first = bisect_right(own, start, key=lambda band: band.start) - 1
        return (band for band in own[max(first, 0) :] if band.end >= start and band.start <= end)
