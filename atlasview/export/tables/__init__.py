"""Tables of a page as TSV, CSV and JSON."""

from typing import Any

from atlasview.export.formats import TABLE_NAMES
from atlasview.export.formats import TABLES as SUFFIXES
from atlasview.export.tables.cross_reference import IDENTIFIERS
from atlasview.export.tables.delimited import COMMA, TAB, delimited_text, rows_text
from atlasview.export.tables.disease import DISEASES, SIGNS
from atlasview.export.tables.document import json_text
from atlasview.export.tables.expression import EXPRESSION
from atlasview.export.tables.interaction import HOMOLOGIES, INTERACTIONS
from atlasview.export.tables.marker import MARKERS
from atlasview.export.tables.protein import FEATURES
from atlasview.export.tables.publication import CITATIONS
from atlasview.export.tables.significance import SIGNIFICANCE
from atlasview.export.tables.table import Narrowed, Part, Table, TableKind, filled
from atlasview.export.tables.term import GENES, TERMS
from atlasview.export.tables.transcript import TRANSCRIPTS
from atlasview.export.tables.variant import VARIANTS
from atlasview.records.profile import Profile
from atlasview.records.trouble import NothingToExport

_KINDS: tuple[TableKind[Any], ...] = (
    SIGNIFICANCE,
    FEATURES,
    VARIANTS,
    TERMS,
    CITATIONS,
    EXPRESSION,
    INTERACTIONS,
    TRANSCRIPTS,
    IDENTIFIERS,
    DISEASES,
    SIGNS,
    HOMOLOGIES,
    MARKERS,
    GENES,
)

_BY_NAME = {kind.what: kind for kind in _KINDS}

TABLES = {name: _BY_NAME[name] for name in TABLE_NAMES}
"""Every kind of table by its name, in the order in which they are offered."""

WHOLE = Part()
"""All that a page has."""

__all__ = ["SUFFIXES", "TABLES", "WHOLE", "Part", "Table", "offered", "page_table", "rows_text", "table_text"]


def offered(profile: Profile) -> tuple[str, ...]:
    """Names of the tables of a page that have rows."""
    return tuple(what for what, kind in TABLES.items() if kind.rows(profile))


def page_table(profile: Profile, what: str, part: Part = WHOLE) -> Table:
    """A table of a page, one of TABLES, or the part of it that is asked for.

    Raises NothingToExport where the page has none, or none with rows, and where the part has none; and what
    `selection.chosen_isoform` raises for a part that cannot be.
    """
    kind = TABLES[what]
    rows = kind.rows(profile)
    if rows:
        if not part or kind.part is None:
            return filled(kind, profile, Narrowed(tuple(rows), (), kind.positions))
        narrowed = kind.part(profile, part)
        if narrowed.rows:
            return filled(kind, profile, narrowed)
    subject = profile.place.label or profile.place.id
    if rows:
        raise NothingToExport(f"no {what} of {subject} are left", "; ".join(narrowed.notes), "ask for another part")
    others = ", ".join(offered(profile))
    remedy = f"this page has {others}" if others else "name a gene"
    if rows is None:
        page = profile.place.kind.value.replace("_", " ")
        raise NothingToExport(f"the page of a {page} has no table of {what}", subject, remedy)
    raise NothingToExport(f"this atlas has no {what} of {subject}", str(profile.atlas), remedy)


def table_text(table: Table, form: str) -> str:
    """A table in a format, one of SUFFIXES."""
    if form == "json":
        return json_text(table)
    return delimited_text(table, {"tsv": TAB, "csv": COMMA}[form])
