"""Other names of terms, cell types and diseases."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.term import Synonym

_OF_SUBJECT = Statement("SELECT text, scope, source FROM synonym WHERE subject = :subject ORDER BY number")


def synonyms(reader: AtlasReader, subject: int, subject_id: str) -> tuple[Synonym, ...]:
    """Synonyms of the subject: exact ones first, then in the order of the source."""
    return tuple(
        Synonym(subject_id, words, scope, reader.source[source])
        for words, scope, source in reader.rows(_OF_SUBJECT, subject=subject)
    )
