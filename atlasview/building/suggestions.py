"""Places worth trying in an atlas: the genes of which it says most, and what stands around the first of them."""

from collections.abc import Iterator, Mapping

from atlasview.building.material import Material
from atlasview.building.weights import Weights
from atlasview.records.disease import DiseaseAssociation
from atlasview.records.protein import GeneProtein
from atlasview.records.publication import Citation, Publication
from atlasview.records.significance import Significance
from atlasview.records.term import GeneTerm

_GENES = 6
_AROUND = 1
_OF_EACH = 2


def suggestions(material: Material, keys: Mapping[str, int], weights: Weights) -> tuple[int, ...]:
    """Keys of about twelve subjects: best filled genes, then their cell types, pathways, diseases, proteins, papers."""
    known = [gene for gene, weight in weights.genes.items() if weight] or list(weights.genes)
    genes = sorted(known, key=lambda gene: (-weights.genes[gene], keys[gene]))[:_GENES]
    chosen = [*genes]
    for gene in genes[:_AROUND]:
        for around in _around(material, gene, keys, weights):
            chosen += around[:_OF_EACH]
    return tuple(keys[subject] for subject in dict.fromkeys(chosen))


def _around(material: Material, gene: str, keys: Mapping[str, int], weights: Weights) -> Iterator[list[str]]:
    """What a gene leads to, one list per kind, the best choice first."""
    proteins = {link.protein for link in material.of(GeneProtein) if link.gene == gene}
    yield _by_rank({scores.cell_type for scores in material.owned_by(Significance, "gene", gene)}, keys)
    yield _special_pathways(material, gene, keys, weights)
    yield _by_rank({tie.disease for tie in material.owned_by(DiseaseAssociation, "gene", gene)}, keys)
    yield _by_rank(proteins, keys)
    cited = {
        one.publication for subject in (gene, *proteins) for one in material.owned_by(Citation, "subject", subject)
    }
    years = {paper.id: paper.year or 0 for paper in material.among(Publication, cited) if paper.title}
    yield sorted(years, key=lambda paper: (-years[paper], keys[paper]))


def _by_rank(found: set[str], keys: Mapping[str, int]) -> list[str]:
    return sorted(found, key=lambda subject: keys[subject])


def _special_pathways(material: Material, gene: str, keys: Mapping[str, int], weights: Weights) -> list[str]:
    """Pathways, which have readable names, of several genes but not of nearly all."""
    members = weights.genes_of
    linked = {link.term for link in material.owned_by(GeneTerm, "gene", gene)}
    own = {term for term in linked if term.startswith("Reactome:")}
    return sorted(own, key=lambda term: (members[term] < 2, members[term], keys[term]))
