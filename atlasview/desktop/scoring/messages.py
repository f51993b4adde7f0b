"""What the window and the process that scores say to each other: plain records, no arrays, nothing of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atlasview.significance.pace import Pace


@dataclass(frozen=True, slots=True)
class CellWish:
    """How files of cells are to be read; None for what is to be found out, empty for nothing of the kind.

    files        files, 10x folders, or folders in which such lie
    annotations  table that describes the cells of 10x files
    total        column of totals, where counts are to be recovered
    genes        column with the names of genes
    ontology     file of the Cell Ontology; atlas is where its names come from without one
    names        what labels of cell types mean: a CL identifier or a name, empty for leaving the cells out
    usual        columns that were chosen before, by the names of these fields
    """

    files: tuple[str, ...]
    annotations: str = ""
    cell_type: str | None = None
    donor: str | None = None
    one_donor: bool = False
    context: str | None = None
    matrix: str = ""
    total: str = ""
    genes: str = ""
    ontology: str = ""
    atlas: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Look:
    """Window: say what is in these files, and what cannot be done with it. Ends with Surveyed, Nothing or trouble."""

    wish: CellWish


@dataclass(frozen=True, slots=True)
class ReadNames:
    """Window: read a table of labels and CL identifiers. Ends with NamesRead or trouble."""

    path: str


@dataclass(frozen=True, slots=True)
class Score:
    """Window: compute the scores and write the table. Ends with Scored or trouble.

    bootstrap  resamples, 0 for no intervals; jobs are threads
    """

    wish: CellWish
    target: Path
    dataset: str
    licence: str
    bootstrap: int
    jobs: int


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file: its form, size and matrices (name, kind of values); `reason` says why it cannot be read."""

    path: str
    form: str = ""
    cells: int = 0
    genes: int = 0
    matrices: tuple[tuple[str, str], ...] = ()
    wants_table: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A column that all files have; `labels` is 0 for one of numbers, `contexts` counts tissues and diseases."""

    name: str
    labels: int
    missing: int
    contexts: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """Process: what the files say of themselves; `likely` are columns for cell_type, donor and context."""

    files: tuple[FileSeen, ...]
    columns: tuple[ColumnSeen, ...]
    gene_columns: tuple[str, ...]
    likely: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Terms:
    """Process: identifier and name of every cell type that a label can mean; `where` says where they come from."""

    pairs: tuple[tuple[str, str], ...]
    where: str


@dataclass(frozen=True, slots=True)
class NamesRead:
    """Process: what the labels of a table mean."""

    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LabelSeen:
    """A label of cell types with its cells, and the term that it means; `chosen` where the person said so."""

    label: str
    cells: int
    term: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class LabelsSeen:
    """Process: the labels of the column of cell types, the commonest first."""

    labels: tuple[LabelSeen, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """Process: none of the files can be read."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """Process: what will be computed, and what cannot be.

    values    for each file what is read of it: `raw.h5ad: counts in X`
    cells     all; used are those with a cell type and a donor
    known     genes that the open atlas has too
    types     number of cell types
    contexts  beside that of all cells
    single    cells are taken as observations
    limits    what cannot be done, or not be done well, in sentences
    """

    values: tuple[str, ...]
    cells: int
    used: int
    genes: int
    known: int
    types: int
    donors: int
    contexts: tuple[str, ...]
    single: bool
    limits: tuple[str, ...]
    pace: "Pace"


@dataclass(frozen=True, slots=True)
class TypeEnd:
    """A cell type over all cells: its profiles, those that it was compared with, its cells, its first genes by CSI."""

    term: str
    name: str
    profiles: int
    others: int
    cells: int
    genes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """Process: the table is in its place. `contexts` are (context, cell types, rows)."""

    path: str
    size: int
    rows: int
    genes: int
    contexts: tuple[tuple[str, int, int], ...]
    types: tuple[TypeEnd, ...]
    limits: tuple[str, ...]
    seconds: float
    text: bytes
