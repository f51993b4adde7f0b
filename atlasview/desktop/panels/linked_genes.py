"""Genes that another page lists: with their scores where it is about a cell type, with what ties them to a term."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QMenu

from atlasview.desktop.panels.exits import Exits, way_to
from atlasview.desktop.panels.exports import SequenceExport
from atlasview.desktop.panels.menu_button import add_words
from atlasview.desktop.panels.tie_columns import tie_columns
from atlasview.desktop.panels.wording import counted, number, rank_words
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.export.formats import SEQUENCE_KINDS
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneLink
from atlasview.records.source import Source


def _score(gene: GeneLink, name: str) -> float | None:
    value: float | None = getattr(gene.scores, name) if gene.scores is not None else None
    return value


def _scored(title: str, field: str, decimals: int, unit: str) -> Column:
    return Column(
        title,
        lambda gene: number(_score(gene, field), decimals, unit),
        key=lambda gene: _score(gene, field),
        number=True,
        optional=True,
    )


_GENE = Column("Gene", lambda gene: gene.symbol, link=lambda gene: way_to(Place(Kind.GENE, gene.id)), strong=True)
_NAME_BESIDE_TIES = 170
_NAME = Column("Name", lambda gene: gene.name, muted=True, widest=420, least=120, stretch=2)
_IDENTIFIER = Column("Identifier", lambda gene: gene.id, muted=True)
_RANK = Column(
    "PRS",
    lambda gene: rank_words(gene.scores),
    key=lambda gene: _score(gene, "prs"),
    number=True,
)
_BAR = Column(
    "CSI, bars from zero",
    lambda gene: number(_score(gene, "csi")),
    key=lambda gene: _score(gene, "csi"),
    bar=lambda gene: _score(gene, "csi"),
    stretch=1,
)
_SCORES = (
    _RANK,
    _BAR,
    _scored("CSI", "csi", 2, ""),
    _scored("rCSI", "rcsi", 2, " %"),
    _scored("Delta", "delta", 2, ""),
)


def _context(labels: dict[str, str]) -> Column:
    def label(gene: GeneLink) -> str:
        scores = gene.scores
        return labels.get(scores.context, scores.context) if scores is not None else ""

    return Column("Context", label, widest=160)


def _dataset(gene: GeneLink) -> str:
    return gene.scores.dataset if gene.scores is not None else ""


def columns(
    genes: tuple[GeneLink, ...], contexts: dict[str, str], sources: dict[str, Source] | None = None
) -> tuple[Column, ...]:
    """Columns for some genes: scores where they have any, contexts where there is more than one, else their ties."""
    if not any(gene.scores is not None for gene in genes):
        ties = tie_columns(genes, sources or {})
        return _GENE, replace(_NAME, least=_NAME_BESIDE_TIES) if ties else _NAME, *ties, _IDENTIFIER
    datasets = (Column("Data set", _dataset, widest=130),) if len({_dataset(gene) for gene in genes}) > 1 else ()
    return (_GENE, _NAME, *((_context(contexts),) if len(contexts) > 1 else ()), *datasets, *_SCORES)


class LinkedGenesPanel(TablePanel):
    """The table of genes; `contexts` maps identifiers of contexts to their labels.

    With scores of several contexts or data sets a gene has several rows, which are counted as scores.

    left_out  scores that were not read with the page, and are for a table of all
    """

    def __init__(
        self,
        theme: Theme,
        exits: Exits,
        genes: tuple[GeneLink, ...],
        contexts: dict[str, str],
        foot: str = "",
        sources: dict[str, Source] | None = None,
        left_out: int = 0,
    ) -> None:
        self._left_out = left_out
        scored = any(gene.scores is not None for gene in genes)
        super().__init__(
            theme,
            exits,
            RecordTable(theme, exits, columns(genes, contexts, sources), genes, rows_shown=16),
            "genes-table",
            "Genes",
            noun="gene" if len({gene.id for gene in genes}) == len(genes) else "score",
            prompt="Filter genes",
            foot=foot,
            what="significance" if scored else "genes",
        )

    def whole_count(self) -> int:
        """All scores, those that were not read too."""
        return super().whole_count() + self._left_out

    def sequences(self, form: str = "", copy: bool = False) -> SequenceExport:
        """The protein sequences of the genes that are selected, else shown."""
        genes = dict.fromkeys((gene.id, gene.symbol) for gene in self.part_records())
        places = tuple(Place(Kind.GENE, identifier, symbol) for identifier, symbol in genes)
        return SequenceExport(form=form, copy=copy, places=places, part=self.part() or "genes")

    def fill_export(self, menu: QMenu) -> None:
        """The table, and the sequences of its genes."""
        super().fill_export(menu)
        menu.addSeparator()
        add_words(self._theme, menu, f"Protein sequences of {counted(len(self.sequences().places), 'gene')}")
        for form, (title, suffixes) in SEQUENCE_KINDS.items():
            menu.addAction(f"{title}…\t{suffixes[0]}", partial(self._take_sequences, form))
        menu.addAction("Copy as FASTA", lambda: self._exits.take_away(self.sequences(copy=True)))

    def _take_sequences(self, form: str) -> None:
        self._exits.take_away(self.sequences(form))
