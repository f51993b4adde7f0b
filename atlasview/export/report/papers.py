"""The papers of a report."""

from collections.abc import Iterable

from atlasview.export.report.parts import Column, Part, Rich
from atlasview.export.report.words import paper_line, table, words
from atlasview.records.profile import CitedPaper


def papers(cited: Iterable[CitedPaper]) -> list[Part]:
    """Each paper with its number and what it is cited for."""
    columns = (Column("", number=True, width=5), Column("Paper", width=65), Column("Cited for"))
    rows = [(Rich(str(count)), paper_line(each.publication), _uses(each)) for count, each in enumerate(cited, 1)]
    return [*table(columns, rows)]


def _uses(paper: CitedPaper) -> Rich:
    return words("; ".join(dict.fromkeys(use.scope for use in paper.uses if use.scope)))
