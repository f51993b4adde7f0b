"""Identifiers in other databases, and genes as other pages list them."""

from collections.abc import Iterable, Sequence

from atlasview.export.text.layout import Column, Lines, number, paragraph, table
from atlasview.figures.basis_words import basis_words, set_words
from atlasview.records.profile import GeneLink
from atlasview.records.reference import CrossReference
from atlasview.records.significance import Coverage
from atlasview.records.tie import relation_words


def identifiers(references: Iterable[CrossReference], width: int) -> Lines:
    """One line for each database and identifier."""
    columns = (Column("Database"), Column("Id", wraps=True), Column("Label", wraps=True))
    return table(columns, [[each.database, each.id, each.label] for each in references], width)


def genes(links: Sequence[GeneLink], width: int, coverage: Iterable[Coverage] = ()) -> Lines:
    """Genes with their scores where there are any, and what these rest on."""
    scores = [each.scores for each in links if each.scores is not None]
    alone = set_words((one.context, one.dataset) for one in scores)
    columns: tuple[Column, ...] = (
        Column("Gene"),
        Column("Id"),
        Column("Name", wraps=True),
        *(Column(title, wraps=True) for title in TIE_TITLES),
        *(Column(title, right=True) for title in ("CSI", "rCSI %", "PRS")),
    )
    columns += () if alone else (Column("Context"), Column("Data set", wraps=True))
    rows = [[each.symbol, each.id, each.name, *tie_cells(each), *_scored(each, not alone)] for each in links]
    return with_basis(table(columns, rows, width), alone, basis_words(scores, coverage), width)


TIE_TITLES = ("Relation", "Evidence", "Note", "Reference")


def tie_cells(gene: GeneLink) -> tuple[str, str, str, str]:
    """What ties a gene to the term or disease of the page, under `TIE_TITLES`, each thing once."""
    relations = dict.fromkeys(relation_words(tie.relation) for tie in gene.ties if tie.relation)
    evidence = dict.fromkeys(tie.evidence for tie in gene.ties if tie.evidence)
    notes = dict.fromkeys(tie.note for tie in gene.ties if tie.note)
    references = dict.fromkeys(one for tie in gene.ties for one in tie.references)
    return ", ".join(relations), ", ".join(evidence), "; ".join(notes), ", ".join(references)


def _scored(gene: GeneLink, with_set: bool) -> list[str]:
    scores = gene.scores
    if scores is None:
        return [""] * (5 if with_set else 3)
    values = [number(value) for value in (scores.csi, scores.rcsi, scores.prs)]
    return [*values, scores.context, scores.dataset] if with_set else values


def with_basis(lines: Lines, alone: str, said: str, width: int) -> Lines:
    """A table of scores with the only context and data set that it has above it, and what they rest on below."""
    before = [*paragraph(alone, width), ""] if alone else []
    return [*before, *lines, *(["", *paragraph(said, width)] if said else [])]
