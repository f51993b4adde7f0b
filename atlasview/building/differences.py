"""What the sources of one gene say differently: both values are kept, one as the gene's, the others beside it."""

import re
from collections.abc import Iterable, Iterator

from atlasview.records.difference import Difference
from atlasview.records.gene import Gene, Location

_ARM = re.compile(r"(?:\d+|[XY])[pq]")
_SAME_PLACE = 0.5
"""Share of the shorter one of two ranges that both have where they are the same place."""
_CLASSES = {
    "gene with protein product": "protein",
    "protein-coding": "protein",
    "ncRNA": "RNA",
    "pseudo": "pseudogene",
}


def differences(gene: Gene, described: Iterable[Gene]) -> Iterator[Difference]:
    """How the descriptions of a gene differ from what the atlas says of it; what one leaves out is no difference.

    Names differ whatever the case of their letters; a band that only is finer or coarser (`4q27`, `4q27.1`) agrees, a
    range of bands agrees with every band of its arm; types are compared as protein, RNA or pseudogene, since databases
    do not share finer words. Positions are compared on the same assembly only, and as their sources state them: ranges
    that are computed from transcripts come later. The ends of a gene are those of the longest transcripts that a
    database knows, so that two databases hardly ever agree on them; another place is one on another strand, or one
    that shares less than half of the shorter range.
    """
    for other in described:
        for what, value in _differing(gene, other):
            yield Difference(gene.id, what, value, other.source)


def still_differs(difference: Difference, gene: Gene) -> bool:
    """Whether the gene, as the atlas shows it now, says something else than a difference that was found before.

    A difference of what is no field of a gene (the bonds of its protein) stays.
    """
    place = gene.location
    shown = {
        "symbol": gene.symbol,
        "name": gene.name,
        "gene type": gene.locus_type,
        "chromosome": place.chromosome,
        "band": place.band,
        "position": _position(place),
    }
    return difference.value.casefold() != shown.get(difference.what, "").casefold()


def _differing(gene: Gene, other: Gene) -> Iterator[tuple[str, str]]:
    place, otherwise = gene.location, other.location
    if _other_words(gene.symbol, other.symbol):
        yield "symbol", other.symbol
    if _other_words(gene.name, other.name):
        yield "name", other.name
    if _other_class(gene.locus_type, other.locus_type):
        yield "gene type", other.locus_type
    if place.chromosome and otherwise.chromosome and set(place.chromosomes).isdisjoint(otherwise.chromosomes):
        yield "chromosome", otherwise.chromosome
    if _other_band(place.band, otherwise.band):
        yield "band", otherwise.band
    if _other_position(place, otherwise):
        yield "position", _position(otherwise)


def _other_words(first: str, second: str) -> bool:
    return bool(first and second) and first.casefold() != second.casefold()


def _other_class(first: str, second: str) -> bool:
    known, other = _class(first), _class(second)
    return bool(known and other) and known != other


def _class(locus_type: str) -> str:
    if found := _CLASSES.get(locus_type):
        return found
    if "pseudogene" in locus_type:
        return "pseudogene"
    return "RNA" if locus_type.startswith("RNA") else ""


def _other_band(first: str, second: str) -> bool:
    arms = _ARM.match(first), _ARM.match(second)
    if not arms[0] or not arms[1]:
        return False
    if "-" in first or "-" in second:
        return arms[0].group() != arms[1].group()
    return not (first.startswith(second) or second.startswith(first))


def _other_position(first: Location, second: Location) -> bool:
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return False
    if not first.assembly or first.assembly != second.assembly:
        return False
    if first.chromosome != second.chromosome or {first.strand, second.strand} == {"+", "-"}:
        return True
    shared = min(first.end, second.end) - max(first.start, second.start) + 1
    shorter = min(first.end - first.start, second.end - second.start) + 1
    return shared < _SAME_PLACE * shorter


def _position(place: Location) -> str:
    strand = f" ({place.strand})" if place.strand else ""
    return f"{place.chromosome}:{place.start}-{place.end}{strand} {place.assembly}"
