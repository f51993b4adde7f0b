"""Ties what was taken in together: ranks, keys, references; gives the material of an atlas."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from sys import intern
from typing import Any

from atlasview.building.accounts import RANGE
from atlasview.building.cited import supporting, tell_untied, uncounted
from atlasview.building.completion import packed_order, with_canonical_isoforms
from atlasview.building.descriptions import Said
from atlasview.building.differences import still_differs
from atlasview.building.hierarchy import without_circles
from atlasview.building.intake import Intake
from atlasview.building.ledger import Ledger
from atlasview.building.lineage import lineages
from atlasview.building.locating import Bands, Extents
from atlasview.building.material import Material
from atlasview.building.placing import Placing, named_isoforms
from atlasview.building.settling import Settled, stub_diseases, stub_terms
from atlasview.building.staged import GENE, SUBJECT, Known, StagedNoun
from atlasview.building.staged_links import StagedCitations, StagedInteractions
from atlasview.building.subjects import SubjectIds, in_rank, products_of, ranked
from atlasview.building.things_of_genes import things_of_genes
from atlasview.building.transcript_ties import TranscriptTies, transcript_ties
from atlasview.building.weights import Weights, gene_weights, longest
from atlasview.building.whole_transcripts import WholeTranscripts
from atlasview.records.article import Article
from atlasview.records.band import Band
from atlasview.records.cell_type import CellType
from atlasview.records.difference import Difference
from atlasview.records.disease import Disease, DiseaseAssociation, DiseasePhenotype
from atlasview.records.expression import Expression
from atlasview.records.gene import Gene, GeneName
from atlasview.records.interaction import Homology, Interaction
from atlasview.records.marker import Marker
from atlasview.records.packing import packed_of, packing
from atlasview.records.protein import Comment, Feature, GeneProtein, Isoform, Protein, ProteinName
from atlasview.records.publication import Citation, Publication
from atlasview.records.reference import CrossReference
from atlasview.records.significance import Significance
from atlasview.records.term import GeneTerm, Hierarchy, Synonym, Term
from atlasview.records.transcript import Transcript
from atlasview.records.variant import Variant
from atlasview.sources.papers import gene_by_product
from atlasview.sources.residue_fit import bare

_OF_GENES = (
    GeneName,
    GeneTerm,
    DiseaseAssociation,
    Variant,
    Transcript,
    Expression,
    Homology,
    Significance,
    Marker,
)
_NAMING = ("RefSeq", "ENSEMBL")
"""Databases whose proteins and transcripts name isoforms in sources of variants."""
_OF_SUBJECTS = (ProteinName, Feature, Comment, CrossReference, Synonym, DiseasePhenotype)


@dataclass(frozen=True, slots=True)
class Tied:
    """The material of an atlas, how much it says of what, and the accounts that writing it completes.

    keys            key of each subject by its id
    said            what sources say of genes (`descriptions`)
    contradictions  identifier that two sources give to different genes, the gene that was followed, the other one
    """

    material: Material
    weights: Weights
    keys: dict[str, int]
    ledger: Ledger
    said: Iterator[tuple[str, int, Said, str]]
    contradictions: tuple[tuple[str, str, str], ...]


class _Tying:
    """The steps from an intake to a material; each needs the ones before it."""

    def __init__(self, intake: Intake, step: Callable[[str], None]) -> None:
        self.intake = intake
        self.staging = intake.staging
        self.ledger = Ledger(intake)
        step("genes")
        self.settled = Settled(intake)
        self.records = self.settled.records
        self.records[Gene] = list(self.settled.genes.records.values())
        self.records[Difference] = list(self._differences())
        self.records[GeneProtein] = self.settled.links()
        self._isoforms()
        self.ties = self._ties()
        self._name_isoforms()
        step("annotations")
        self.papers_of = self.settled.tally(Citation)
        self.gene_weights = self._gene_weights()
        self._place_genes()
        self._locate_genes()
        self.genes_of = self._genes_of()
        step("ranks")
        self.weights = self._weights()
        self.records.update(ranked(self.records, self.weights))
        self._rank_papers()
        self._place_subjects()
        self.records[Hierarchy] = list(self._hierarchy())
        self._lineages()

    def _rank_papers(self) -> None:
        """Keys of all subjects. Papers that nothing rests on, those of a superseded entry say, are let go."""
        papers = self.settled.papers
        self.ids = SubjectIds(self.records)
        self.keys = self.ids.with_papers(papers.rank(self.ids.first_paper))
        self.keys.papers = papers.key_of
        self.records[Publication] = papers
        tell_untied(self.intake, papers, self.ledger)

    def nouns(self) -> dict[type, Any]:
        """What stays in the staging until it is written."""
        known = Known(
            ids=self.ids,
            keys=self.keys,
            aliases=self.settled.aliases,
            genes=self.settled.genes.of,
            papers=self.settled.papers.subject,
            isoforms=frozenset(isoform.id for isoform in self.records[Isoform]),
            placed=self.placing.placed,
            labels=self._labels,
            ties=self.ties,
            in_turn=self.intake.batches.in_turn,
        )
        nouns: dict[type, Any] = {
            noun: StagedNoun(noun, self.staging, known, places, packed_order(noun))
            for places, nouns in ((GENE, _OF_GENES), (SUBJECT, _OF_SUBJECTS))
            for noun in nouns
        }
        for noun, kind in ((Interaction, StagedInteractions), (Citation, StagedCitations)):
            nouns[noun] = kind(self.intake.links, known, self.settled.papers)
        return nouns

    def _labels(self, gene: str) -> frozenset[str]:
        known = self.settled.genes.records[gene]
        return frozenset((known.symbol.casefold(), known.name.casefold()))

    def _differences(self) -> Iterator[Difference]:
        """What sources of a gene say differently, those of an atlas that is added to as well; what two files of a
        database say, once.
        """
        genes = self.settled.genes
        unpack = packing(Difference).unpack
        before = (
            replace(difference, subject=gene)
            for _batch, owner, _records, content in self.staging.by_owner(Difference.__name__)
            for difference in map(unpack, packed_of(content))
            for gene in genes.of(owner)
            if still_differs(difference, genes.records[gene])
        )
        databases = {source.key: source.database for source in self.intake.sources}
        said = (*before, *genes.differences)
        return iter({(one.subject, one.what, one.value, databases[one.source]): one for one in said}.values())

    def _isoforms(self) -> None:
        bare = Material(
            "", "", "", "", {Protein: self.records[Protein], Isoform: self.settled.isoforms(self.ledger.repeated)}
        )
        self.records[Isoform] = list(with_canonical_isoforms(bare).of(Isoform))

    def _ties(self) -> TranscriptTies:
        """What tells the isoforms of transcripts; nothing is kept in memory where there are no transcripts."""
        if not self.settled.tally(Transcript):
            return TranscriptTies()
        staged = self.staging.by_owner(CrossReference.__name__)
        references = (values for _batch, _owner, _records, content in staged for values in packed_of(content))
        return transcript_ties(references, self.records[Isoform])

    def _locate_genes(self) -> None:
        """Ranges of genes from their transcripts, bands from their ranges; what a source says is left as it is."""
        extents = Extents()
        without = {gene.id for gene in self.records[Gene] if gene.location.start is None}
        whole = WholeTranscripts(None)
        for key, rows in groupby(self.staging.by_key(Transcript.__name__, GENE), key=itemgetter(0)):
            gene = self.gene_order[key - 1]
            for _key, batch, content in self.intake.batches.in_turn(rows, itemgetter(1)):
                for values in packed_of(content):
                    whole.add(values, batch)
            for values in whole.of_gene():
                extents.add(gene, values, gene not in without)
        self.assemblies = extents.assemblies
        self.records[Band] = self.settled.bands(self.ledger.repeated)
        bands = Bands(self.records[Band])
        known = self.settled.genes.records
        for gene in known.values():
            known[gene.id] = bands.banded(extents.located(gene))
            if known[gene.id] is not gene:
                self.settled.genes.descriptions.complete(gene)
        self.records[Gene] = list(known.values())

    def _name_isoforms(self) -> None:
        """Find the isoforms and genes of proteins and transcripts by which sources of variants name them."""
        at = packing(Variant).at("isoform")
        needed = set(map(bare, self.intake.named))
        isoforms = (one.id for one in self.records[Isoform])
        for _batch, _owner, _records, content in self.staging.each(Variant.__name__, RANGE):
            needed.update(bare(values[at]) for values in packed_of(content))
        owners = {one for (one,) in self.staging.owners(Variant.__name__) if one.partition(":")[0] in _NAMING}
        wanted = frozenset(needed.union(map(bare, owners)).difference([""], isoforms))
        canonical = {one.protein: one.id for one in self.records[Isoform] if one.canonical}
        references = self._protein_references() if wanted else ()
        found = list(named_isoforms(wanted, references, lambda protein: canonical.get(protein, "")))
        self.placing = Placing(
            self.records[Isoform],
            self.records[GeneProtein],
            {name: isoform for name, _protein, isoform in reversed(found) if isoform},
        )
        named = {name: protein for name, protein, _isoform in found}
        self.proteins_of = {owner: named[bare(owner)] for owner in owners if bare(owner) in named}

    def _protein_references(self) -> Iterator[tuple[str, str, str]]:
        """Protein, identifier and label of what names proteins and transcripts."""
        for _batch, owner, _records, content in self.staging.by_owner(CrossReference.__name__):
            if owner.startswith("UniProtKB:"):
                protein = self.settled.aliases.get(owner) or owner
                for _subject, database, identifier, label, _source in packed_of(content):
                    if database in _NAMING:
                        yield protein, identifier, label

    def _of_genes(self, counts: Counter[str]) -> Counter[str]:
        """Counts by identifier as counts by gene of the atlas."""
        found: Counter[str] = Counter()
        for identifier, number in counts.items():
            for gene in self.settled.genes.of(identifier):
                found[gene] += number
        return found

    def _gene_weights(self) -> Counter[str]:
        papers = self.papers_of + self._of_genes(
            Counter({one: n for one, n in self.papers_of.items() if not one.startswith("UniProtKB:")})
        )
        return gene_weights(
            [gene.id for gene in self.records[Gene]],
            self.records[GeneProtein],
            self.records[Article],
            self._of_genes(self.settled.tally(Significance)),
            self._of_genes(self.settled.tally(DiseaseAssociation)),
            self.settled.tally(Feature),
            papers,
        )

    def _place_genes(self) -> None:
        """Keys of genes, which come first of all subjects, under every identifier that means them."""
        bare = Weights(self.gene_weights, Counter(), Counter(), Counter(), {})
        self.gene_order = [gene.id for gene in in_rank(Gene, self.records[Gene], bare)]
        keys = {gene: key for key, gene in enumerate(self.gene_order, 1)}
        self.staging.place(GENE, self._identifiers_of_genes(keys))

    def _identifiers_of_genes(self, keys: dict[str, int]) -> Iterator[tuple[str, int]]:
        yield from keys.items()
        for identifier, genes in self.settled.genes.known_as.items():
            yield from ((identifier, keys[gene]) for gene in genes)
        products: dict[str, list[str]] = {}
        for link in self.records[GeneProtein]:
            products.setdefault(link.protein, []).append(link.gene)
            yield link.protein, keys[link.gene]
        for other, protein in self.settled.aliases.items():
            yield from ((other, keys[gene]) for gene in products.get(protein, ()))
        for transcript, protein in self.ties.products():
            if transcript not in self.settled.genes.known_as and len(own := products.get(protein, [])) == 1:
                yield transcript, keys[own[0]]
        for owner, protein in self.proteins_of.items():
            yield from ((owner, keys[gene]) for gene in products.get(protein, ()))

    def _genes_of(self) -> Counter[str]:
        """Genes of each term, disease and cell type; what is spoken of and not described becomes known by its id."""
        counts: Counter[str] = Counter()
        for noun, field, described in (
            (GeneTerm, "term", (Term,)),
            (DiseaseAssociation, "disease", (Disease,)),
            (Significance, "cell_type", (CellType,)),
        ):
            unknown: dict[str, str] = {}
            known = {record.id for kind in described for record in self.records[kind]}
            for things in things_of_genes(self.staging, self.settled.aliases, noun, field, known, unknown):
                counts.update(things)
            if noun is GeneTerm:
                self.records[Term] += stub_terms(unknown)
            elif noun is DiseaseAssociation:
                self.records[Disease] += stub_diseases(unknown)
        self.records[Term] += stub_terms(self._signs())
        return counts

    def _signs(self) -> dict[str, str]:
        """Signs of diseases that no ontology describes, with who speaks of them."""
        known = {record.id for record in self.records[Term]}
        aliases = self.settled.aliases
        return {
            term: values[-1]
            for _batch, _owner, _records, content in self.staging.by_owner(DiseasePhenotype.__name__)
            for values in packed_of(content)
            if (term := aliases.get(values[1]) or values[1]) not in known
        }

    def _weights(self) -> Weights:
        papers = self.settled.papers
        papers.count_citations(uncounted(self.intake, self.settled.genes.of), supporting(self.intake))
        return Weights(
            genes=self.gene_weights,
            genes_of=self.genes_of,
            papers=Counter(),
            children=Counter(parent for _batch, _child, parent, _relation, _source in self._edges()),
            lengths=longest(self.records[Protein], self.records[GeneProtein]),
        )

    def _edges(self) -> Iterator[tuple[int, str, str, str, str]]:
        aliases = self.settled.aliases
        for batch, _owner, _records, content in self.staging.by_owner(Hierarchy.__name__):
            for child, parent, relation, source in packed_of(content):
                yield batch, aliases.get(child) or child, aliases.get(parent) or parent, relation, source

    def _place_subjects(self) -> None:
        keys = self.keys
        genes = (
            (identifier, keys[gene])
            for identifier, found in self.settled.genes.known_as.items()
            if not identifier.startswith("UniProtKB:")
            for gene in found
        )
        others = (
            (other, keys[subject])
            for other, subject in self.settled.aliases.items()
            if subject in keys and other not in keys
        )
        known = products_of(self.settled.genes.known_as, self.records[GeneProtein])
        products = ((gene_by_product(protein), keys[gene]) for protein, gene in known)
        self.staging.place(SUBJECT, (row for rows in (keys.items(), genes, others, products) for row in rows))

    def _hierarchy(self) -> Iterator[Hierarchy]:
        edges: dict[tuple[str, str, str], tuple[int, str]] = {}
        for batch, child, parent, *words in self._edges():
            relation, source = map(intern, words)
            if child not in self.keys or parent not in self.keys:
                missing = parent if child in self.keys else child
                self.ledger.unmatched(batch, "no such term above or below it", missing)
            elif (child, parent, relation) in edges:
                self.ledger.repeated(batch)
            else:
                edges[self._own(child), self._own(parent), relation] = (batch, source)
        closing = without_circles(edges)
        for (child, parent, relation), (batch, source) in edges.items():
            if (child, parent, relation) in closing:
                self.ledger.unmatched(batch, "the hierarchy would go in a circle", f"{child} under {parent}")
            else:
                yield Hierarchy(child, parent, relation, source)

    def _own(self, subject: str) -> str:
        """The id of a subject as all that speaks of it holds it."""
        return self.ids[self.keys[subject]]

    def _lineages(self) -> None:
        lineage = lineages((one.id for one in self.records[CellType]), self.records[Hierarchy])
        self.records[CellType] = [replace(one, lineage=lineage[one.id]) for one in self.records[CellType]]


def tied(intake: Intake, name: str, version: str, built: str, step: Callable[[str], None]) -> Tied:
    """The material of what was taken in; `step` is told what is being done.

    Terms and diseases that are only spoken of are known by their identifiers. Facts that lead nowhere fall away and
    are told in the accounts of their source.
    """
    tying = _Tying(intake, step)
    nouns = tying.nouns()
    for noun in nouns.values():
        noun.tell_lost(tying.ledger)
    assemblies = {gene.location.assembly for gene in tying.records[Gene]} | tying.assemblies
    material = Material(
        name=name,
        version=version,
        assembly=", ".join(sorted(assemblies - {""})),
        built=built,
        records={**tying.records, **nouns},
    )
    said = tying.settled.genes.contradictions
    contradictions = tuple((one.identifier, one.followed, one.other) for one in said)
    descriptions = tying.settled.genes.descriptions.rows(tying.records[Gene])
    return Tied(material, tying.weights, tying.keys, tying.ledger, descriptions, contradictions)
