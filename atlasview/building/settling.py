"""From what was taken in to the material of an atlas: which things there are, and what is tied to what."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from atlasview.anatomy import term_labels
from atlasview.atlas.staged_links import LINKS
from atlasview.building.accounts import Fate
from atlasview.building.identities import Genes, Identities, settled_genes
from atlasview.building.intake import Intake
from atlasview.building.papers import StagedPapers, filled
from atlasview.records.article import Article
from atlasview.records.band import Band
from atlasview.records.cell_type import HEALTHY, CellType, Context
from atlasview.records.disease import Disease
from atlasview.records.interaction import Interaction
from atlasview.records.marker import Marker, named_cell
from atlasview.records.packing import Packed, packed_of, packing, payload
from atlasview.records.protein import GeneProtein, Isoform, Protein
from atlasview.records.publication import Citation, Publication
from atlasview.records.reference import CrossReference
from atlasview.records.term import Synonym, Term

_REPLACED = "replaced"
"""Label of a cross-reference from a term to an identifier that it took the place of."""
_DISEASE_DATABASES = ("OMIM", "ORPHA", "DOID")


class Settled:
    """What an atlas is about: its genes, proteins, terms and papers, and the identifiers that mean them."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._staging = intake.staging
        self.genes: Genes = settled_genes(intake.identities, intake.previous_symbols)
        if intake.links.has(Interaction.__name__):
            self.genes.learn_strings()
        intake.identities, intake.previous_symbols = Identities(), []  # what they told is settled, and they are large
        self.aliases: dict[str, str] = {}
        self._dates = {source.key: source.date for source in intake.sources}
        self._let_articles_go()
        self.records: dict[type, Any] = {
            noun: list(self._chosen(noun)) for noun in (CellType, Term, Disease, Protein, Context, Article)
        }
        self.papers = StagedPapers(self._staging, [source.key for source in intake.sources])
        self.papers.describe(self._chosen(Publication), intake.versions)
        self.records[Context] = list(self._named_contexts())
        self.records[Article] = [
            replace(article, gene=found[0])
            for article in self.records[Article]
            if (found := self.genes.of(article.gene))
        ]
        self._alias_proteins()
        self._alias_cell_types()
        self._alias_terms()

    def links(self) -> list[GeneProtein]:
        """Every gene with its proteins, as the proteins' entries say, or else the genes' file."""
        found: dict[tuple[str, str], str] = {}
        proteins = {protein.id: protein.source for protein in self.records[Protein]}
        for _batch, _owner, packed in self._packed(GeneProtein):
            for gene, protein, source in packed:
                whole: str = self.aliases.get(protein) or protein
                if whole in proteins:
                    for known in self.genes.of(gene):
                        found.setdefault((known, whole), source)
        for protein, source in proteins.items():
            for gene in self.genes.known_as.get(protein, ()):
                found.setdefault((gene, protein), source)
        return [GeneProtein(gene, protein, source) for (gene, protein), source in found.items()]

    def isoforms(self, repeated: Callable[[int], None]) -> list[Isoform]:
        """All isoforms that the sources describe; `repeated` is told the batch of one that another entry describes.

        UniProt lists an isoform of another entry (`Sequence=External`) beside those of the entry: it belongs to the
        one that has its accession.
        """
        proteins = {protein.id for protein in self.records[Protein]}
        unpack = packing(Isoform).unpack
        found: dict[str, tuple[int, Isoform]] = {}
        for batch, owner, packed in self._packed(Isoform):
            for isoform in map(unpack, packed) if owner in proteins else ():
                held = found.setdefault(isoform.id, (batch, isoform))
                if held[1] is isoform:
                    continue
                better = _is_own(isoform) and not _is_own(held[1])
                repeated(held[0] if better else batch)
                if better:
                    found[isoform.id] = (batch, isoform)
        return [isoform for _batch, isoform in found.values()]

    def bands(self, repeated: Callable[[int], None]) -> list[Band]:
        """Bands of chromosomes; `repeated` is told the batch of one that another file has too."""
        unpack = packing(Band).unpack
        found: dict[tuple[str, str, int], Band] = {}
        for batch, _chromosome, packed in self._packed(Band):
            for band in map(unpack, packed):
                if found.setdefault((band.assembly, band.chromosome, band.start), band) is not band:
                    repeated(batch)
        return list(found.values())

    def tally(self, noun: type) -> Counter[str]:
        """How many facts of a noun each owner has, by the identifiers of the sources."""
        links = self._intake.links if noun.__name__ in LINKS else self._staging
        found: Counter[str] = Counter()
        for owner, times in links.tally(noun.__name__):
            found[owner] += times
        return found

    def _named_contexts(self) -> Iterator[Context]:
        """Contexts that a source calls by their identifiers, with the names that ontologies or our tables give them."""
        unnamed = {context.id for context in self.records[Context] if context.label == context.id}
        names = {HEALTHY: "healthy", **term_labels()} if unnamed else {}
        for noun in (Term, Disease):
            names |= {one.id: one.name for one in self.records[noun] if unnamed and one.id in unnamed}
        return (replace(one, label=names.get(one.id) or one.label) for one in self.records[Context])

    def _packed(self, noun: type) -> Iterator[tuple[int, str, list[Packed]]]:
        for _owner, rows in groupby(self._staging.by_owner(noun.__name__), key=itemgetter(1)):
            for batch, owner, _records, content in self._intake.batches.in_turn(rows, itemgetter(0)):
                yield batch, owner, packed_of(content)

    def _chosen(self, noun: type) -> Iterator[Any]:
        """One record of each id: that of the latest version, else the first; the others fill what it leaves empty.

        Terms without a version are named by a rule of their own.
        """
        unpack = packing(noun).unpack
        held: Any = None
        for batch, owner, packed in self._packed(noun):
            for values in packed:
                if held is not None and held.id == owner:
                    held = self._better(held, unpack(values), owner, batch)
                    continue
                if held is not None:
                    yield held
                held = unpack(values)
        if held is not None:
            yield held

    def _better(self, held: Any, other: Any, owner: str, batch: int) -> Any:
        version = self._intake.versions.get(owner)
        if isinstance(held, Term) and version is None:
            second, first = sorted((held, other), key=self._naming)
        else:
            first, second = (other, held) if version and version.batch == batch else (held, other)
        return first if isinstance(first, Protein) else filled(first, second)

    def _naming(self, term: Term) -> tuple[bool, str, tuple[int, ...]]:
        """Order in which a term that no ontology describes is named, the last first, whatever was read first.

        The latest source has the word, of several the name that comes first in the alphabet; a term that is called by
        its identifier has no name.
        """
        return term.name not in ("", term.id), self._dates[term.source], tuple(-ord(sign) for sign in term.name)

    def _let_articles_go(self) -> None:
        """Articles on genes that are not here are rejected, with the papers that they cite."""
        intake, lost = self._intake, dict[int, str]()
        at = packing(Article).at("gene")
        for batch, _owner, packed in self._packed(Article):
            if not intake.accounts[intake.batches.source(batch)].taken_over:
                lost.update((batch, values[at]) for values in packed if not self.genes.of(values[at]))
        for batch, gene in lost.items():
            intake.settle(batch, Fate.REJECTED, "no gene of this atlas has the identifier", gene)
        for noun in (Article, Citation, Publication) if lost else ():
            intake.withdraw(noun, lost)
        intake.batches.end(lost)

    def _alias_proteins(self) -> None:
        for protein in self.records[Protein]:
            for accession in protein.secondary:
                self.aliases.setdefault(f"UniProtKB:{accession}", protein.id)
        for protein in self.records[Protein]:
            self.aliases.pop(protein.id, None)

    def _alias_cell_types(self) -> None:
        """Cell types by their names and exact synonyms, as lists of markers call them; what two share means none."""
        cells = {cell.id: [cell.name] for cell in self.records[CellType]}
        if not self._staging.has(Marker.__name__):
            return
        scope, text = packing(Synonym).at("scope"), packing(Synonym).at("text")
        for _batch, owner, packed in self._packed(Synonym):
            if owner in cells:
                cells[owner] += (values[text] for values in packed if values[scope] == "exact")
        for at in (slice(1), slice(1, None)):
            found: dict[str, set[str]] = defaultdict(set)
            for cell, names in cells.items():
                for name in names[at]:
                    found[named_cell(name)].add(cell)
            for name, meant in found.items():
                if len(meant) == 1:
                    self.aliases.setdefault(name, next(iter(meant)))

    def _alias_terms(self) -> None:
        """Replaced identifiers, and diseases that one identifier of another database means."""
        known = {record.id for noun in (CellType, Term, Disease) for record in self.records[noun]}
        diseases = {disease.id for disease in self.records[Disease]}
        means: dict[str, set[str]] = defaultdict(set)
        has: Counter[tuple[str, str]] = Counter()
        for _batch, owner, _records, content in self._staging.by_owner(CrossReference.__name__):
            for subject, database, identifier, label, _source in packed_of(content) if owner in known else ():
                if label == _REPLACED:
                    self.aliases.setdefault(f"{database}:{identifier}", subject)
                elif f"{database}:{identifier}" == subject:  # a merged disease has the other's reference to itself
                    continue
                elif owner in diseases and database in _DISEASE_DATABASES and not label:
                    means[f"{database}:{identifier}"].add(subject)
                    has[subject, database] += 1
        merged = {
            identifier: next(iter(subjects))
            for identifier, subjects in means.items()
            if len(subjects) == 1 and has[next(iter(subjects)), identifier.partition(":")[0]] == 1
        }
        self._merge_diseases(merged)

    def _merge_diseases(self, merged: Mapping[str, str]) -> None:
        """Diseases that sources name by identifiers which mean the same are one: that of the best database.

        A database does not describe a disease twice: two of its own are never made one by what others say.
        """
        recorded = {disease.id for disease in self.records[Disease]}
        whole: dict[str, set[str]] = {}
        for pair in merged.items():
            one, other = (whole.get(disease, {disease}) for disease in pair)
            databases = [disease.partition(":")[0] for disease in (one | other) & recorded]
            if len(databases) == len(set(databases)):
                whole.update(dict.fromkeys(one | other, one | other))
        for disease, same in whole.items():
            best = min(same & recorded, key=lambda one: (_disease_rank(one), one))
            if disease != best:
                self.aliases.setdefault(disease, best)
        self._tell_merged()
        self.records[Disease] = [one for one in self.records[Disease] if one.id not in self.aliases]

    def _tell_merged(self) -> None:
        """The identifier of a described disease that another one stands for stays among the identifiers of that one."""
        references = []
        for batch, owner, packed in self._packed(Disease):
            best = self.aliases.get(owner, "")
            if best and self._intake.batches.has_facts(batch):
                reference = (best, *owner.split(":", 1), "", packed[0][-1])
                self._intake.batches.join(batch, 1)
                references.append((batch, best, 1, payload([reference])))
        self._staging.stage(CrossReference.__name__, references)


def _is_own(isoform: Isoform) -> bool:
    """Whether an isoform has the accession of the protein that it is said of."""
    return isoform.protein == f"UniProtKB:{isoform.id.rpartition('-')[0]}"


def _disease_rank(identifier: str) -> int:
    order = ("MONDO", *_DISEASE_DATABASES)
    prefix = identifier.partition(":")[0]
    return order.index(prefix) if prefix in order else len(order)


def stub_terms(sources: Mapping[str, str]) -> list[Term]:
    """Terms of which nothing is known but their identifier; `sources` says who speaks of them."""
    return [Term(one, one, "", "", False, "", source) for one, source in sorted(sources.items())]


def stub_diseases(sources: Mapping[str, str]) -> list[Disease]:
    """Diseases of which nothing is known but their identifier."""
    return [Disease(one, one, "", source) for one, source in sorted(sources.items())]
