"""The table of a gene's terms, and that of the genes of a term, disease or cell type."""

from typing import NamedTuple

from atlasview.export.tables.subject import gene_rows
from atlasview.export.tables.table import Column, Row, TableKind
from atlasview.records.profile import GeneLink, GeneProfile, Profile, TermProfile
from atlasview.records.term import GeneTerm, Term
from atlasview.records.tie import Tie


class _Annotation(NamedTuple):
    """A term with one annotation of it, None where there is none of its own."""

    term: Term
    link: GeneTerm | None


def _given(said: GeneTerm | Tie | None, field: str) -> str:
    """A field of what a source says, empty where it says nothing."""
    return str(getattr(said, field)) if said else ""


def _term_rows(profile: Profile) -> list[Row[_Annotation]] | None:
    if not isinstance(profile, GeneProfile):
        return None
    return gene_rows(
        profile, [_Annotation(each.term, link) for each in profile.terms for link in (each.links or (None,))]
    )


class _Tied(NamedTuple):
    """A gene with one statement on its tie to the page, None where there is none."""

    gene: GeneLink
    tie: Tie | None


def _gene_rows(profile: Profile) -> list[Row[_Tied]] | None:
    if not isinstance(profile, TermProfile):
        return None
    return [Row(gene.id, gene.symbol, _Tied(gene, tie)) for gene in profile.genes for tie in (gene.ties or (None,))]


TERMS: TableKind[_Annotation] = TableKind(
    "terms",
    "Terms and pathways",
    (
        Column("term", lambda row: row.term.id, "identifier of the term"),
        Column("name", lambda row: row.term.name, "name of the term"),
        Column("category", lambda row: row.term.category, "aspect or kind of the term"),
        Column("qualifier", lambda row: _given(row.link, "qualifier"), "how the gene relates to it; NOT negates"),
        Column("evidence", lambda row: _given(row.link, "evidence"), "evidence code"),
        Column("reference", lambda row: _given(row.link, "reference"), "what the annotation rests on"),
        Column("assigned_by", lambda row: _given(row.link, "assigned_by"), "who made the annotation"),
        Column("source", lambda row: _given(row.link, "source") or row.term.source, "key of the source"),
    ),
    _term_rows,
)

GENES: TableKind[_Tied] = TableKind(
    "genes",
    "Genes",
    (
        Column("name", lambda row: row.gene.name, "approved name of the gene"),
        Column("relation", lambda row: _given(row.tie, "relation"), "how the gene is tied to it; NOT negates"),
        Column("evidence", lambda row: _given(row.tie, "evidence"), "evidence code"),
        Column("note", lambda row: _given(row.tie, "note"), "what the source adds"),
        Column("references", lambda row: row.tie.references if row.tie else (), "what the statement rests on"),
        Column("source", lambda row: _given(row.tie, "source"), "key of the source"),
    ),
    _gene_rows,
)
