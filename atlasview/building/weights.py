"""How much is said of things, by which they rank in search and in lists."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from atlasview.building.material import Material
from atlasview.records.article import Article
from atlasview.records.disease import DiseaseAssociation
from atlasview.records.gene import Gene
from atlasview.records.protein import Feature, GeneProtein, Protein
from atlasview.records.publication import Citation
from atlasview.records.significance import Significance
from atlasview.records.term import GeneTerm, Hierarchy
from atlasview.records.tie import NEGATED


@dataclass(frozen=True, slots=True)
class Weights:
    """How much the material says of things: what ranks them within their kind."""

    genes: Counter[str]
    genes_of: Counter[str]
    papers: Counter[str]
    children: Counter[str]
    lengths: dict[str, int]


def gene_weights(
    genes: Iterable[str],
    links: Iterable[GeneProtein],
    articles: Iterable[Article],
    scores: Mapping[str, int],
    diseased: Iterable[str],
    features: Mapping[str, int],
    papers: Mapping[str, int],
) -> Counter[str]:
    """How much is said of each gene: articles count most, then scores, proteins, papers, diseases.

    scores    number of scores of each gene
    diseased  genes with a disease
    features, papers  of each protein, and of each gene where it is cited itself
    """
    said: Counter[str] = Counter()
    for article in articles:
        said[article.gene] += 1000
    for gene, number in scores.items():
        said[gene] += 500 + min(100, number)
    for link in links:
        said[link.gene] += 100 + min(100, features.get(link.protein, 0)) + min(100, papers.get(link.protein, 0))
    for gene in genes:
        said[gene] += min(100, papers.get(gene, 0))
    said.update(dict.fromkeys(diseased, 20))
    return said


def weights_of(material: Material) -> Weights:
    """What the material says of things, counted."""
    genes_of = Counter(scores.cell_type for scores in material.of(Significance))
    so = {(link.gene, link.term) for link in material.of(GeneTerm) if not link.qualifier.startswith(NEGATED)}
    genes_of.update(term for _gene, term in so)
    genes_of.update(disease for _g, disease in {(link.gene, link.disease) for link in material.of(DiseaseAssociation)})
    return Weights(
        genes=gene_weights(
            [gene.id for gene in material.of(Gene)],
            material.of(GeneProtein),
            material.of(Article),
            Counter(scores.gene for scores in material.of(Significance)),
            {association.gene for association in material.of(DiseaseAssociation)},
            Counter(feature.protein for feature in material.of(Feature)),
            Counter(citation.subject for citation in material.of(Citation)),
        ),
        genes_of=genes_of,
        papers=Counter(citation.publication for citation in material.of(Citation)),
        children=Counter(edge.parent for edge in material.of(Hierarchy)),
        lengths=longest(material.of(Protein), material.of(GeneProtein)),
    )


def longest(proteins: Sequence[Protein], links: Sequence[GeneProtein]) -> dict[str, int]:
    """Residues of each gene's longest reviewed protein (0 where it has unreviewed ones only), and of each protein."""
    known = {protein.id: protein for protein in proteins}
    lengths: dict[str, int] = {protein.id: protein.length for protein in proteins}
    for link in links:
        protein = known[link.protein]
        lengths[link.gene] = max(lengths.get(link.gene, 0), protein.length if protein.reviewed else 0)
    return lengths
