"""Rich text of reports: plain words, links, papers, numbers."""

from collections.abc import Iterable, Sequence
from html import escape

from atlasview.export.addresses import address, database_name
from atlasview.export.report.parts import Column, Facts, Rich, Table
from atlasview.export.text.layout import number as plain_number
from atlasview.records.publication import Publication, given_title, shown_pages
from atlasview.records.reference import CrossReference

UNKNOWN = Rich("–")


def words(text: str) -> Rich:
    """A plain text, a dash where it is empty."""
    return Rich(escape(text)) if text else UNKNOWN


def number(value: float | None) -> Rich:
    """A number without locale, a dash where it is not known."""
    return Rich(escape(plain_number(value)))


def linked(identifier: str, text: str = "") -> Rich:
    """A CURIE with the address that is known for it; the text alone where none is."""
    if not identifier:
        return UNKNOWN
    web = address(identifier)
    shown = escape(text or identifier)
    return Rich(f'<a href="{escape(web)}">{shown}</a>' if web else shown)


def all_linked(identifiers: Iterable[str]) -> Rich:
    """Several CURIEs with their addresses."""
    return Rich(", ".join(linked(each) for each in identifiers)) or UNKNOWN


def paper_line(paper: Publication) -> Rich:
    """Authors, year, title, journal, identifiers: only what is known."""
    authors = ", ".join(paper.authors[:6]) + (" et al." if len(paper.authors) > 6 else "")
    year = f"({paper.year})" if paper.year is not None else ""
    title = given_title(paper)
    title = title if not title or title.endswith((".", "?", "!")) else f"{title}."
    volume = paper.volume + (f"({paper.issue})" if paper.issue else "")
    where = ":".join(part for part in (volume, shown_pages(paper)) if part)
    journal = f"<i>{escape(paper.journal if where else paper.journal.rstrip('.'))}</i>" if paper.journal else ""
    issue = " ".join(part for part in (journal, escape(where)) if part)
    known = [linked(f"PMID:{paper.pmid}") if paper.pmid else "", linked(f"DOI:{paper.doi}") if paper.doi else ""]
    said = (escape(authors), year, escape(title), f"{issue}." if issue else "", *known)
    return Rich(" ".join(part for part in said if part))


def facts(rows: Sequence[tuple[str, Rich]]) -> list[Facts]:
    """Facts, those without a value left out; none where none has one."""
    known = tuple((name, value) for name, value in rows if value and value != UNKNOWN)
    return [Facts(known)] if known else []


def table(columns: Sequence[Column], rows: Iterable[Sequence[Rich]]) -> list[Table]:
    """A table without the columns that are empty in every row; none where there are no rows."""
    listed = [tuple(row) for row in rows]
    if not listed:
        return []
    used = [at for at in range(len(columns)) if any(row[at] != UNKNOWN for row in listed)] or [0]
    return [Table(tuple(columns[at] for at in used), tuple(tuple(row[at] for at in used) for row in listed))]


def identifiers(references: Iterable[CrossReference]) -> list[Table]:
    """Identifiers in other databases with their addresses."""
    columns = (Column("Database", width=22), Column("Identifier", width=28), Column("Label"))
    rows = [
        (words(database_name(each.database)), linked(f"{each.database}:{each.id}", each.id), words(each.label))
        for each in references
    ]
    return table(columns, rows)
