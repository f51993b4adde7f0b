"""What other sources say differently of a subject."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.difference import Difference, of_protein

_OF_SUBJECT = Statement("SELECT what, value, source FROM difference WHERE subject = :subject ORDER BY number")

_OF_GENES = Statement(
    "SELECT s.id, d.what, d.value, d.source FROM gene_protein l JOIN subject s ON s.key = l.gene"
    " JOIN difference d ON d.subject = l.gene WHERE l.protein = :protein ORDER BY s.key, d.number"
)


def differences(reader: AtlasReader, subject: int, subject_id: str) -> tuple[Difference, ...]:
    """Values that other sources give for what is shown first, in the order of the builder."""
    return tuple(
        Difference(subject_id, what, value, reader.source[source])
        for what, value, source in reader.rows(_OF_SUBJECT, subject=subject)
    )


def differences_of_protein(reader: AtlasReader, protein: int) -> tuple[Difference, ...]:
    """What other sources say differently of a protein; it is kept with the genes that make it."""
    found = reader.rows(_OF_GENES, protein=protein)
    return of_protein(Difference(gene, what, value, reader.source[source]) for gene, what, value, source in found)
