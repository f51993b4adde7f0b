"""What a person asks to take away from a page, as data; `desktop.exporting` has it made, written or copied."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from atlasview.desktop.tables.column import Column
from atlasview.records.own_variant import OwnVariant
from atlasview.records.pathway import ScoredPathways
from atlasview.records.pattern import Pattern
from atlasview.records.place import Place, Residues
from atlasview.records.publication import Publication
from atlasview.records.scored_genes import ScoredGenes
from atlasview.records.two_cell_types import TwoCellTypes


@dataclass(frozen=True, slots=True)
class SequenceExport:
    """Protein sequences of the page, or of other pages.

    isoform   id, number or name, `all` for every one, empty for the canonical sequence
    residues  part of it, 1-based and closed
    form      key of `export.formats.SEQUENCES`, empty where the dialog asks
    copy      onto the clipboard as FASTA instead of into a file
    places    pages of genes and proteins whose sequences are wanted instead of this page's
    group     what a file of them is called after instead of this page
    part      which genes of this page they are, for the name of the file: `genes`, `selected`, `shown`
    """

    isoform: str = ""
    residues: Residues | None = None
    form: str = ""
    copy: bool = False
    places: tuple[Place, ...] = ()
    group: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class FigureExport:
    """A figure: `view` is one of `export.presets.VIEWS`, the other fields say what it shows.

    chain  key of the mature chain that a second line of numbers counts in
    opened, closed  tracks that stand open and folded, by their keys; find is what the track of hits was found by
    own  variants of the user's own that the dialog offers to include
    of   genes, pathways or two cell types that it is drawn of instead of the page
    """

    view: str
    isoform: str = ""
    residues: Residues | None = None
    metric: str = "csi"
    context: str = ""
    dataset: str = ""
    order: str = ""
    height_by: str = "records"
    only: tuple[tuple[str, str], ...] = ()
    transcript: str = ""
    scale: str = "introns"
    own: tuple[OwnVariant, ...] = ()
    limits: tuple[float, float] | None = None
    of: ScoredGenes | ScoredPathways | TwoCellTypes | None = None
    within: str = ""
    chain: str = ""
    opened: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    find: Pattern | None = None


@dataclass(frozen=True, slots=True)
class CitationsExport:
    """Papers.

    form   key of `export.formats.CITATIONS`, `pmids` for their numbers alone (copied only), empty where the dialog asks
    style  of `text`, empty where the person shall choose one
    copy   onto the clipboard instead of into a file
    part   which of the page's papers, for the name of a file: `selected`, `shown`, empty for all
    """

    papers: tuple[Publication, ...]
    form: str = ""
    style: str = ""
    copy: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class TableExport:
    """A table as the page shows it: its visible columns, and rows in their order; or all of it.

    what   name of the table, for the file; with `whole` one of `export.formats.TABLE_NAMES`, written with every column
    form   key of `export.formats.TABLES`, empty where the dialog asks
    part   which rows: `selected`, `shown`, empty for all
    """

    what: str
    title: str
    columns: tuple[Column, ...] = ()
    rows: tuple[Any, ...] = ()
    form: str = ""
    whole: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class DocumentExport:
    """The page as a JSON document, to see and to save."""


@dataclass(frozen=True, slots=True)
class PrintExport:
    """The page on paper or as PDF."""


@dataclass(frozen=True, slots=True)
class CitingExport:
    """How the atlas of the page and its databases are cited, as text.

    copy  onto the clipboard instead of into a file
    """

    copy: bool = False


Export = SequenceExport | FigureExport | CitationsExport | TableExport | DocumentExport | PrintExport | CitingExport


@runtime_checkable
class Exportable(Protocol):
    """A widget that knows what is exported while it has the focus."""

    def focused_export(self) -> Export | None:
        """What would be exported now, None for nothing."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that a page has to give: a key that actions name it by, words for a menu, and what it is now.

    starts  whether a line separates it from the offer above
    """

    key: str
    title: str
    make: Callable[[], Export]
    starts: bool = False
