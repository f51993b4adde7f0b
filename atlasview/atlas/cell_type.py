"""The page of a cell type."""

from dataclasses import replace

from atlasview.atlas.marker import cell_type_markers
from atlasview.atlas.ontology_page import ontology_page, subject_of
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.significance import cell_type_contexts, cell_type_genes
from atlasview.atlas.statement import Statement
from atlasview.records.place import Kind
from atlasview.records.profile import TermProfile

_CELL_TYPE = Statement("SELECT lineage, definition, source FROM cell_type WHERE key = :key")


def cell_type_profile(reader: AtlasReader, cell_type_id: str) -> TermProfile:
    """The cell type with the genes that have scores in it; `category` is its lineage. Raises NotFound."""
    subject = key, curie, _name = subject_of(reader, Kind.CELL_TYPE, cell_type_id)
    lineage, definition, source = reader.rows(_CELL_TYPE, key=key)[0]
    genes = cell_type_genes(reader, key, curie)
    page = ontology_page(
        reader, Kind.CELL_TYPE, subject, lineage, definition, source, genes, cell_type_contexts(reader, key)
    )
    return replace(page, markers=cell_type_markers(reader, key, curie))
