"""Where two sources contradict each other: the value that is not the one an atlas shows first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from atlasview.records.source import Source


@dataclass(frozen=True, slots=True)
class Difference:
    """Another source gives another value for what the atlas says of `subject` (CURIE of a gene).

    what   `symbol`, `name`, `gene type`, `band`, `chromosome` or `position`; of its protein whatever differs, in words
    value  as that source gives it; a position as `4:122612623-122621069 (-) GRCh38`, 1-based closed; of the protein
           with what the entry has in its place
    """

    subject: str
    what: str
    value: str
    source: str


OF_GENE = ("symbol", "name", "gene type", "band", "chromosome", "position")
"""What of a gene two sources can say differently; everything else that differs is of its protein."""


def of_protein(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Those of a gene's differences that are of its protein."""
    return tuple(each for each in differences if each.what not in OF_GENE)


def told_of_protein(differences: Iterable[Difference], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """`Disulfide bonds: 4 paired cysteines. Soluble form: ... (ATLAS)`: what others say of a protein, by source."""
    by_source: dict[str, list[str]] = {}
    for each in of_protein(differences):
        by_source.setdefault(_name(each, sources), []).append(f"{each.what[:1].upper()}{each.what[1:]}: {each.value}")
    return tuple(f"{'. '.join(lines)} ({name})" for name, lines in by_source.items())


def remark_on_protein(differences: Iterable[Difference], sources: Mapping[str, Source]) -> str:
    """The remark above what is drawn of a protein, a line for each source; empty where none differs."""
    return "\n".join(f"≠ Sources differ. {one}" for one in told_of_protein(differences, sources))


def differing(differences: Iterable[Difference], sources: Mapping[str, Source]) -> list[str]:
    """What other sources say in place of what is shown: `symbol MARCH1 (NCBI Gene)`; of the protein by source."""
    said = tuple(differences)
    of_gene = [f"{each.what} {each.value} ({_name(each, sources)})" for each in said if each.what in OF_GENE]
    return [*of_gene, *told_of_protein(said, sources)]


def _name(difference: Difference, sources: Mapping[str, Source]) -> str:
    source = sources.get(difference.source)
    return source.database if source is not None else difference.source
