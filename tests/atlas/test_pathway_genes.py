"""Pathways of some genes: the same as their pages list."""

from atlasview.atlas.pathway_genes import pathways_of_genes
from atlasview.atlas.reader import AtlasReader
from tests.desktop.reading import read

SYMBOLS = ("IL21", "IL7R", "JAK1")


def test_pathways_hold_the_genes_whose_pages_list_them(atlas_path):
    pages = [read(atlas_path, symbol) for symbol in SYMBOLS]
    listed = {
        (linked.term.id, page.gene.id) for page in pages for linked in page.terms if linked.term.category == "pathway"
    }
    with AtlasReader(atlas_path) as reader:
        found = pathways_of_genes(reader, [page.gene.id for page in pages])
        assert pathways_of_genes(reader, []) == ()
    assert listed
    assert {(one.id, gene) for one in found for gene in one.genes} == listed
    assert [one.name.casefold() for one in found] == sorted(one.name.casefold() for one in found)
