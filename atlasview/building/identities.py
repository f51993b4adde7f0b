"""Which gene a source speaks of: by HGNC, NCBI Gene, Ensembl or UniProt identifier, never by an alias."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from sys import intern
from typing import Any

from atlasview.building.descriptions import Descriptions
from atlasview.building.differences import differences
from atlasview.records.assembly import newness
from atlasview.records.difference import Difference
from atlasview.records.gene import Gene, GeneName, Location

JOINED_BY = ("HGNC", "NCBIGene", "ENSEMBL", "UniProtKB", "RNAcentral", "miRBase")
"""Databases whose identifiers tell a gene."""
_PRODUCTS = ("UniProtKB:", "RNAcentral:", "miRBase:")
"""Identifiers of proteins and RNAs: the same sequence may come from several genes."""
STRING = "STRING"
"""Its identifiers (`9606.ENSP00000357103`) mean genes, as UniProt or STRING itself says; they make none."""
_ENSEMBL_PROTEIN = re.compile(r"ENSEMBL:(ENS[A-Z]*P\d{11})", re.ASCII)
SYMBOL = "symbol"


@dataclass(slots=True)
class Contradiction:
    """Two sources that say different things of one identifier; the first of them was followed."""

    identifier: str
    followed: str
    other: str


@dataclass(slots=True)
class Identities:
    """Genes as sources describe them, and the identifiers by which sources claim to know them.

    Lower ranks of sources win: a file of HGNC before one of NCBI Gene, both before an entry of UniProt.

    ranks      rank of each source, by its key
    rank_of    rank of each source, by its number
    described  genes by the ids that their sources give them
    claims     for each identifier source, gene, source, gene, ... of those who claim it
    """

    ranks: dict[str, int] = field(default_factory=dict)
    rank_of: list[int] = field(default_factory=list)
    described: dict[str, tuple[Gene, ...]] = field(default_factory=dict)
    claims: dict[str, tuple[int | str, ...]] = field(default_factory=dict)
    official: set[str] = field(default_factory=set)
    """Genes that a file of HGNC describes."""
    of_string: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _unclaimed: set[tuple[int, str]] = field(default_factory=set)
    """Source and gene of claims that a later release of the source does not uphold."""

    def describe(self, gene: Gene, rank: int, official: bool = False) -> None:
        """A source of this rank describes a gene."""
        self.ranks[gene.source] = rank
        slim = _slim(gene)
        self.described[slim.id] = (*self.described.get(slim.id, ()), slim)
        if official:
            self.official.add(slim.id)

    def withdraw(self, identifier: str, source: str) -> None:
        """Forget what a source said of a gene, under its id or one that the source knows it by."""
        gene = next((one for _rank, one in self.claimed(identifier) if one in self.described), identifier)
        if gene in self.described:
            self.described[gene] = tuple(one for one in self.described[gene] if one.source != source)

    def unclaim(self, identifier: str, source: int) -> None:
        """Forget by which identifiers a source knows the gene that its record of this identifier describes."""
        claims = self.claimed(identifier)
        best = min((rank for rank, _gene in claims), default=0)
        self._unclaimed.update((source, gene) for rank, gene in claims if rank == best)
        self._unclaimed.add((source, identifier))

    def claim(self, gene: str, database: str, identifier: str, source: int) -> None:
        """A source, by its number, says that `gene` is `identifier` in `database`."""
        if database in JOINED_BY:
            plain = identifier.partition("_" if database == "RNAcentral" else ".")[0]
            curie = intern(f"{database}:{plain}")
            if (source, gene) not in self._said_of(curie):
                self.claims[curie] = (*self.claims.get(curie, ()), source, intern(gene))

    def claimed(self, identifier: str) -> list[tuple[int, str]]:
        """Rank and gene of those who claim to be known by an identifier, in the order of their sources."""
        said = self._said_of(identifier)
        return [(self.rank_of[source], gene) for source, gene in said if (source, gene) not in self._unclaimed]

    def _said_of(self, identifier: str) -> list[tuple[int, str]]:
        said: Any = self.claims.get(identifier, ())
        return list(zip(said[::2], said[1::2], strict=True))

    def means(self, identifier: str, subject: str, rank: int) -> None:
        """A source of this rank says that STRING calls `subject`, a gene or a protein, `identifier`."""
        self.of_string.setdefault(f"{STRING}:{identifier}", []).append((rank, subject))


def _slim(gene: Gene) -> Gene:
    """The same gene, with words that many genes or several sources share held once."""
    place = gene.location
    band, chromosome, strand, assembly = map(intern, (place.band, place.chromosome, place.strand, place.assembly))
    return Gene(
        intern(gene.id),
        intern(gene.symbol),
        intern(gene.name),
        intern(gene.locus_type),
        Location(band, chromosome, place.start, place.end, strand, assembly),
        gene.taxon,
        intern(gene.source),
    )


@dataclass(frozen=True, slots=True)
class Genes:
    """The genes of an atlas: their records by id, and for each identifier the ids of the genes that it means."""

    records: dict[str, Gene]
    known_as: dict[str, tuple[str, ...]]
    contradictions: tuple[Contradiction, ...] = ()
    descriptions: Descriptions = field(default_factory=Descriptions)
    differences: tuple[Difference, ...] = ()

    def of(self, identifier: str) -> tuple[str, ...]:
        """Ids of the genes that an identifier means, none where it means none."""
        if identifier in self.records:
            return (identifier,)
        return self.known_as.get(identifier, ())

    def learn_strings(self) -> None:
        """STRING's names of proteins hold Ensembl's (`9606.ENSP00000357103`), whose genes may be known."""
        for identifier, genes in list(self.known_as.items()):
            if len(genes) == 1 and (protein := _ENSEMBL_PROTEIN.fullmatch(identifier)):
                taxon = self.records[genes[0]].taxon
                self.known_as.setdefault(f"{STRING}:{taxon}.{protein[1]}", genes)


def settled_genes(identities: Identities, previous: Iterable[GeneName]) -> Genes:
    """Decide which genes there are. `previous` are the previous symbols, under any identifier of their gene."""
    contradictions: list[Contradiction] = []
    alike: dict[tuple[str, ...], tuple[str, ...]] = {}
    meant = {name: alike.setdefault(genes, genes) for name, genes in _meant(identities, contradictions)}
    own = _own_ids(identities, meant)
    groups: dict[str, list[Gene]] = {}
    for identifier, gene in own.items():
        groups.setdefault(gene, []).extend(identities.described[identifier])
    records, descriptions = {}, Descriptions()
    for gene, described in groups.items():
        ordered = sorted(described, key=lambda one: identities.ranks[one.source])
        records[gene] = _merged(gene, ordered)
        descriptions.note(records[gene], ordered)
    aliases: dict[str, tuple[str, ...]] = {
        identifier: (gene,) for identifier, gene in own.items() if identifier != gene
    }
    symbols = _by_symbol(records, aliases, previous)
    known_as = aliases | symbols
    for identifier, genes in meant.items():
        resolved = tuple(
            dict.fromkeys(one for gene in genes for one in ((gene,) if gene in records else known_as.get(gene, ())))
        )
        if resolved and identifier not in records:
            known_as[identifier] = alike.setdefault(resolved, resolved)
    known_as.update(list(_of_string(identities, records, known_as)))
    settled = Genes(records, known_as, descriptions=descriptions)
    unlike = tuple(one for one in contradictions if set(settled.of(one.followed)).isdisjoint(settled.of(one.other)))
    said = (one for gene, found in groups.items() for one in differences(records[gene], found))
    return replace(settled, contradictions=unlike, differences=tuple(said))


def _of_string(
    identities: Identities, records: Mapping[str, Gene], known_as: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What STRING's identifiers mean: the gene of the best source that leads to one gene."""
    for identifier, said in identities.of_string.items():
        for _rank, subject in sorted(said):
            genes = (subject,) if subject in records else known_as.get(subject, ())
            if len(genes) == 1:
                yield identifier, genes
                break


def _meant(identities: Identities, contradictions: list[Contradiction]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each identifier the genes that its best sources claim for it.

    A protein or an RNA may come from several genes. Any other identifier means one gene; who says otherwise is noted.
    """
    for identifier in identities.claims:
        claims = identities.claimed(identifier)
        if not claims:
            continue
        best = min(rank for rank, _gene in claims)
        genes = tuple(dict.fromkeys(gene for rank, gene in claims if rank == best))
        if identifier.startswith(_PRODUCTS):
            genes = tuple(dict.fromkeys(gene for _rank, gene in sorted(claims, key=lambda claim: claim[0])))
        else:
            others = (gene for _rank, gene in claims if gene not in genes)
            contradictions += [Contradiction(identifier, genes[0], other) for other in dict.fromkeys(others)]
        yield identifier, genes


def _own_ids(identities: Identities, meant: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """The id under which each described gene stands in the atlas; those that make no gene are left out.

    HGNC's, where its file has it or there is no such file; else that of the gene which is known by the identifier;
    else NCBI's or Ensembl's own. A symbol alone makes no gene.
    """
    claimed: dict[str, list[str]] = defaultdict(list)
    for identifier in identities.claims:
        for _rank, gene in identities.claimed(identifier):
            if _withdrawn(gene, identities) and not identifier.startswith(_PRODUCTS):
                claimed[gene].append(identifier)
    own: dict[str, str] = {}
    there = [one for one, described in identities.described.items() if described and not one.startswith(f"{SYMBOL}:")]
    for identifier in sorted(there, key=lambda one: not _withdrawn(one, identities)):
        candidates = claimed[identifier] if _withdrawn(identifier, identities) else [identifier]
        known = (
            own.get(gene, gene) if _withdrawn(gene, identities) else gene
            for candidate in candidates
            for gene in meant.get(candidate, ())
            if gene != identifier and identities.described.get(gene)
        )
        sound = (gene for gene in known if not _withdrawn(gene, identities))
        own[identifier] = next(sound, next(iter(candidates), identifier))
    return own


def _withdrawn(gene: str, identities: Identities) -> bool:
    """Whether this is an HGNC id that the file of HGNC does not have (any more)."""
    return bool(identities.official) and gene.startswith("HGNC:") and gene not in identities.official


def _merged(gene: str, described: list[Gene]) -> Gene:
    """One record of many: the best source's, which comes first, completed by what it leaves empty."""
    first, *others = described
    if not others and first.id == gene:
        return first
    whole = replace(first, id=gene)
    for other in others:
        whole = replace(
            whole,
            name=whole.name or other.name,
            locus_type=whole.locus_type or other.locus_type,
        )
    for other in sorted(others, key=lambda one: -newness(one.location.assembly)):
        whole = replace(whole, location=_completed(whole.location, other.location))
    return whole


def _completed(place: Location, other: Location) -> Location:
    if place.start is None and other.start is not None:
        within = not place.chromosomes or other.chromosome in place.chromosomes
        return replace(
            place,
            band=place.band or other.band,
            chromosome=other.chromosome if within else place.chromosome,
            start=other.start,
            end=other.end,
            strand=other.strand,
            assembly=other.assembly,
        )
    if place.band and place.chromosome:
        return place
    return replace(place, band=place.band or other.band, chromosome=place.chromosome or other.chromosome)


def _by_symbol(
    records: dict[str, Gene], known_as: Mapping[str, tuple[str, ...]], previous: Iterable[GeneName]
) -> dict[str, tuple[str, ...]]:
    """Approved symbols, and previous ones that mean one gene and are nobody's approved symbol."""
    approved: dict[str, list[str]] = defaultdict(list)
    for gene in records.values():
        if not gene.id.startswith("NCBIGene:"):
            approved[gene.symbol].append(gene.id)
    former: dict[str, set[str]] = defaultdict(set)
    for name in previous:
        ids = (name.gene,) if name.gene in records else known_as.get(name.gene, ())
        former[name.text].update(ids)
    known = {symbol: ids[0] for symbol, ids in approved.items() if len(ids) == 1}
    known |= {symbol: min(ids) for symbol, ids in former.items() if len(ids) == 1 and symbol not in approved}
    return {f"{SYMBOL}:{symbol}": (gene,) for symbol, gene in known.items()}
