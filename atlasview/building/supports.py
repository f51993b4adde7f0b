"""Papers that a fact of a gene rests on without being cited for the gene as a whole."""

from collections.abc import Iterator, Mapping

from atlasview.atlas.written import Written
from atlasview.building.material import Material
from atlasview.records.cell_type import CellType
from atlasview.records.disease import Disease, DiseaseAssociation
from atlasview.records.interaction import Homology
from atlasview.records.marker import Marker

Support = tuple[int, int, str]


def supports(material: Material, keys: Mapping[str, int], written: Written) -> Iterator[Support]:
    """Key of the paper, key of the gene, and what of the gene it supports; in no order, with repeats.

    written  the variants, of which there are many, are in the atlas already
    """
    for gene, change, papers in written.variant_papers():
        yield from ((keys[paper], gene, f"variant: {change}" if change else "variant") for paper in papers)
    yield from ((keys[paper], keys[gene], scope) for paper, gene, scope in _rests_on(material))


def _rests_on(material: Material) -> Iterator[tuple[str, str, str]]:
    names = {disease.id: disease.name for disease in material.of(Disease)}
    for association in material.of(DiseaseAssociation):
        for paper in association.publications:
            yield paper, association.gene, f"disease: {names[association.disease]}"
    cells = {cell.id: cell.name for cell in material.of(CellType)}
    for marker in material.of(Marker):
        for paper in marker.publications:
            yield paper, marker.gene, f"marker: {cells[marker.cell_type]}"
    for homology in material.of(Homology):
        if homology.publication:
            yield homology.publication, homology.gene, f"likeness to {homology.relative} ({homology.species})"
