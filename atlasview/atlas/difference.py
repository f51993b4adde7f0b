"""What other sources say differently of a subject."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.difference import Difference

_OF_SUBJECT = Statement("SELECT what, value, source FROM difference WHERE subject = :subject ORDER BY number")


def differences(reader: AtlasReader, subject: int, subject_id: str) -> tuple[Difference, ...]:
    """Values that other sources give for what is shown first, in the order of the builder."""
    return tuple(
        Difference(subject_id, what, value, reader.source[source])
        for what, value, source in reader.rows(_OF_SUBJECT, subject=subject)
    )
