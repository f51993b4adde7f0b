"""Identifiers of a thing in other databases."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.reference import CrossReference

_OF_SUBJECT = Statement(
    "SELECT database, id, label, source FROM cross_reference WHERE subject = :subject ORDER BY number"
)


def cross_references(reader: AtlasReader, subject: int, subject_id: str) -> tuple[CrossReference, ...]:
    """Cross-references of the subject with this key, in the order of its source."""
    return tuple(
        CrossReference(subject_id, database, found, label, reader.source[source])
        for database, found, label, source in reader.rows(_OF_SUBJECT, subject=subject)
    )
