"""What is said of a marker, as cells of a table in text."""

from atlasview.export.text.layout import Column, number
from atlasview.records.marker import Marker

MARKER_COLUMNS = (
    Column("Tissue", wraps=True),
    Column("Condition", wraps=True),
    Column("Score", right=True),
    Column("Evidence", wraps=True),
    Column("Papers", wraps=True),
)


def marker_cells(marker: Marker) -> list[str]:
    """Cells of MARKER_COLUMNS."""
    papers = ", ".join(marker.publications)
    return [marker.tissue, marker.condition, number(marker.score), marker.evidence, papers]
