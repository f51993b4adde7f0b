"""The page of a cell type, and all cell types with their names."""

from collections.abc import Iterator
from dataclasses import replace

from atlasview.atlas.coverage import coverage
from atlasview.atlas.marker import cell_type_markers
from atlasview.atlas.ontology_page import ontology_page, subject_of
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.significance import best_genes, cell_type_genes, contexts_of
from atlasview.atlas.statement import Statement
from atlasview.atlas.strata import strata_of
from atlasview.records.cell_type import CellType
from atlasview.records.place import Kind
from atlasview.records.profile import TermProfile
from atlasview.records.term import Hierarchy, Synonym

_CELL_TYPE = Statement("SELECT lineage, definition, source FROM cell_type WHERE key = :key")
_ALL = Statement(
    "SELECT s.id, s.name, c.definition, c.lineage, c.source FROM cell_type c JOIN subject s ON s.key = c.key"
)
_NAMES = Statement(
    "SELECT s.id, n.text, n.scope, n.source FROM synonym n JOIN cell_type c ON c.key = n.subject"
    " JOIN subject s ON s.key = c.key"
)
_EDGES = Statement(
    "SELECT child.id AS child, parent.id AS parent, h.relation, h.source FROM hierarchy h"
    " JOIN cell_type c ON c.key = h.child JOIN subject child ON child.key = c.key"
    " JOIN subject parent ON parent.key = h.parent"
)


READ_AT_FIRST = 2_000
"""Scores of a cell type up to which all are read with its page, also at first."""


def cell_type_profile(reader: AtlasReader, cell_type_id: str, first: bool = False) -> TermProfile:
    """The cell type with the genes that have scores in it; `category` is its lineage. Raises NotFound.

    first  only the best hundred of each context and data set where there are more than READ_AT_FIRST scores
    """
    subject = key, curie, _name = subject_of(reader, Kind.CELL_TYPE, cell_type_id)
    lineage, definition, source = reader.rows(_CELL_TYPE, key=key)[0]
    known = strata_of(reader, key)
    scores = sum(stratum.scores for stratum in known)
    genes = (best_genes if first and scores > READ_AT_FIRST else cell_type_genes)(reader, known)
    page = ontology_page(reader, Kind.CELL_TYPE, subject, lineage, definition, source, genes, contexts_of(known))
    return replace(
        page,
        markers=cell_type_markers(reader, key, curie),
        left_out=scores - len(genes),
        coverage=coverage(reader, (stratum.dataset for stratum in known)),
    )


def cell_types(reader: AtlasReader) -> Iterator[CellType | Synonym | Hierarchy]:
    """Every cell type of the atlas, then all their other names, then what each stands under."""
    yield from (CellType(*row) for row in reader.each(_ALL))
    yield from (Synonym(*row) for row in reader.each(_NAMES))
    yield from (Hierarchy(*row) for row in reader.each(_EDGES))
