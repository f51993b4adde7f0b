"""Places worth trying in an atlas: the genes of which it says most, and what stands around the first of them."""

from collections import Counter
from collections.abc import Iterator, Mapping

from atlasview.building.material import Material
from atlasview.building.subjects import gene_weights
from atlasview.records.disease import DiseaseAssociation
from atlasview.records.protein import GeneProtein
from atlasview.records.publication import Citation, Publication
from atlasview.records.significance import Significance
from atlasview.records.term import GeneTerm

_GENES = 6
_AROUND = 1
_OF_EACH = 2


def suggestions(material: Material, keys: Mapping[str, int]) -> tuple[int, ...]:
    """Keys of about twelve subjects: best filled genes, then their cell types, pathways, diseases, proteins, papers."""
    weights = gene_weights(material)
    known = [gene for gene, weight in weights.items() if weight] or list(weights)
    genes = sorted(known, key=lambda gene: (-weights[gene], keys[gene]))[:_GENES]
    chosen = [*genes]
    for around in _around(material, frozenset(genes[:_AROUND]), keys):
        chosen += around[:_OF_EACH]
    return tuple(keys[subject] for subject in dict.fromkeys(chosen))


def _around(material: Material, genes: frozenset[str], keys: Mapping[str, int]) -> Iterator[list[str]]:
    """What the genes lead to, one list per kind, the best choice first."""
    proteins = {link.protein for link in material.of(GeneProtein) if link.gene in genes}
    yield _by_rank({scores.cell_type for scores in material.of(Significance) if scores.gene in genes}, keys)
    yield _special_pathways(material, genes, keys)
    yield _by_rank({tie.disease for tie in material.of(DiseaseAssociation) if tie.gene in genes}, keys)
    yield _by_rank(proteins, keys)
    years = {paper.id: paper.year or 0 for paper in material.of(Publication) if paper.title}
    cited = {citation.publication for citation in material.of(Citation) if citation.subject in genes | proteins}
    papers = cited & years.keys()
    yield sorted(papers, key=lambda paper: (-years[paper], keys[paper]))


def _by_rank(found: set[str], keys: Mapping[str, int]) -> list[str]:
    return sorted(found, key=lambda subject: keys[subject])


def _special_pathways(material: Material, genes: frozenset[str], keys: Mapping[str, int]) -> list[str]:
    """Pathways, which have readable names, of several genes but not of nearly all."""
    members: Counter[str] = Counter(term for _gene, term in {(link.gene, link.term) for link in material.of(GeneTerm)})
    own = {link.term for link in material.of(GeneTerm) if link.gene in genes and link.term.startswith("Reactome:")}
    return sorted(own, key=lambda term: (members[term] < 2, members[term], keys[term]))
