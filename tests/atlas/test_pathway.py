"""Pathways of a cell type and genes together, read from an atlas."""

import pytest

from atlasview.atlas.cell_type import cell_type_profile
from atlasview.atlas.pathway import cell_type_pathways, scored_pathways
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.scored_genes import scored_genes
from atlasview.records.place import Kind, Place
from atlasview.records.trouble import NotFound

TFH = "CL:0002038"


def test_an_average_is_the_sum_over_genes_by_their_number(atlas_path):
    with AtlasReader(atlas_path) as reader:
        pathways = cell_type_pathways(reader, TFH, "overall", "Genular")
        page = cell_type_profile(reader, TFH)
    csi = {gene.id: gene.scores.csi for gene in page.genes if gene.scores and gene.scores.csi is not None}
    for pathway in pathways:
        assert len(pathway.genes) >= 2
        assert pathway.average == pytest.approx(sum(csi[gene] for gene in pathway.genes) / len(pathway.genes))
    assert [one.average for one in pathways] == sorted((one.average for one in pathways), reverse=True)


def test_the_first_context_and_data_set_and_those_that_are_named(atlas_path):
    with AtlasReader(atlas_path) as reader:
        page = cell_type_profile(reader, TFH)
        found = scored_pathways(reader, page)
        assert (found.context, found.dataset) == ("overall", "Genular")
        assert {gene.symbol for gene in found.genes} >= {"IL21", "CXCL13"}
        with pytest.raises(NotFound, match="has no scores for liver"):
            scored_pathways(reader, page, "liver")


def test_genes_come_once_in_their_order_with_all_their_scores(atlas_path):
    places = [Place(Kind.GENE, one) for one in ("HGNC:10639", "HGNC:6005", "HGNC:10639")]
    with AtlasReader(atlas_path) as reader:
        found = scored_genes(reader, places, places[0])
        assert [gene.symbol for gene in found.genes] == ["CXCL13", "IL21"]
        assert [gene.scores[0].scores.csi for gene in found.genes] == [22.43, 11.3]
        with pytest.raises(NotFound, match="no such gene"):
            scored_genes(reader, [Place(Kind.GENE, "HGNC:0")], places[0])
