"""Scores of several genes, for charts that show them together."""

from collections.abc import Sequence

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.significance import gene_significance
from atlasview.atlas.statement import Statement
from atlasview.records.place import Kind, Place
from atlasview.records.scored_genes import ScoredGene, ScoredGenes
from atlasview.records.trouble import NotFound

_GENE = Statement("SELECT key, id, symbol, name FROM subject WHERE id = :id AND kind = :kind")


def scored_genes(reader: AtlasReader, places: Sequence[Place], page: Place) -> ScoredGenes:
    """The genes of some places in their order, each once, with all their scores; a gene may have none.

    page  the page that lists them. Raises NotFound where the atlas has no such gene.
    """
    genes = tuple(_scored_gene(reader, identifier) for identifier in dict.fromkeys(place.id for place in places))
    return ScoredGenes(genes, reader.sources_by_name(), reader.label, page)


def _scored_gene(reader: AtlasReader, identifier: str) -> ScoredGene:
    row = reader.row(_GENE, id=identifier, kind=Kind.GENE.value)
    if row is None:
        raise NotFound("this atlas has no such gene", identifier, "search for it by its name or another identifier")
    key, curie, symbol, name = row
    return ScoredGene(str(curie), str(symbol), str(name), gene_significance(reader, int(key), str(curie)))
