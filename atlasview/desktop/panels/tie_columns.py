"""Columns that say how genes are tied to the term or disease of a page."""

from atlasview.desktop.panels.reference_column import reference_column
from atlasview.desktop.panels.terms import evidence_words
from atlasview.desktop.panels.wording import source_labels, unique
from atlasview.desktop.tables.column import Column
from atlasview.records.profile import GeneLink
from atlasview.records.source import Source
from atlasview.records.tie import relation_words

_PAPERS = ("PMID:", "DOI:")


def _relation(gene: GeneLink) -> str:
    return ", ".join(unique(relation_words(tie.relation) for tie in gene.ties))


def _evidence(gene: GeneLink) -> str:
    return ", ".join(unique(tie.evidence for tie in gene.ties))


def _note(gene: GeneLink) -> str:
    return "; ".join(unique(tie.note for tie in gene.ties))


def _references(gene: GeneLink) -> tuple[str, ...]:
    """Papers first: they have pages."""
    found = unique(one for tie in gene.ties for one in tie.references)
    return tuple(sorted(found, key=lambda one: not one.startswith(_PAPERS)))


def tie_columns(genes: tuple[GeneLink, ...], sources: dict[str, Source]) -> tuple[Column, ...]:
    """Relation, evidence, note, references and, where there are several, sources; none where no gene has a tie."""
    told = {tie.source for gene in genes for tie in gene.ties}
    if not told:
        return ()
    source = Column(
        "Source",
        lambda gene: source_labels(sources, (tie.source for tie in gene.ties)),
        widest=190,
        least=88,
        stretch=1,
        muted=True,
    )
    return (
        Column("Relation", _relation, widest=220, least=90, optional=True),
        Column(
            "Evidence",
            _evidence,
            widest=120,
            least=64,
            optional=True,
            hint=lambda gene: evidence_words(tie.evidence for tie in gene.ties),
        ),
        Column("Note", _note, widest=260, least=90, optional=True),
        reference_column(_references),
        *((source,) if len(told) > 1 else ()),
    )
