"""What is said of a marker, as cells of a table of a report."""

from atlasview.export.report.parts import Column, Rich
from atlasview.export.report.words import all_linked, number, words
from atlasview.records.marker import Marker

MARKER_COLUMNS = (
    Column("Tissue"),
    Column("Condition"),
    Column("Score", number=True),
    Column("Evidence"),
    Column("Papers"),
)


def marker_cells(marker: Marker) -> tuple[Rich, ...]:
    """Cells of MARKER_COLUMNS."""
    said = words(marker.tissue), words(marker.condition), number(marker.score), words(marker.evidence)
    return (*said, all_linked(marker.publications))
