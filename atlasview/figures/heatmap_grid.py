"""Genes by cell types in one metric: the values of a heat map or dot plot, and the order of its rows and columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from atlasview.figures.clustering import Join, tree
from atlasview.figures.landscape_rows import row_hint, row_of, value_text
from atlasview.figures.palette import LINEAGES
from atlasview.records.cell_type import CellType
from atlasview.records.profile import ScoredCell
from atlasview.records.scored_genes import ScoredGene
from atlasview.records.significance import metric_value

ARRANGEMENTS = {"lineage": "by lineage", "clustered": "by similarity"}
"""How rows and columns stand, with what each is called."""

OVERALL = "overall"
MOST_CLUSTERED = 400
"""Rows that are put in order by similarity; more stay by lineage."""


@dataclass(frozen=True, slots=True)
class Square:
    """One gene in one cell type; `scored` None where the data set has no row for it."""

    gene: ScoredGene
    cell: CellType
    scored: ScoredCell | None
    value: float | None

    @property
    def share(self) -> float | None:
        """Percent of the cells that express the gene, None where not known."""
        return self.scored.scores.percent_expressing if self.scored is not None else None

    @property
    def target(self) -> str:
        """What the square is called among the marks of a figure."""
        return f"square:{self.gene.id}|{self.cell.id}"

    def text(self, metric: str) -> str:
        """The value as charts print it, `N/A` for none."""
        return value_text(row_of(self.scored, metric), metric) if self.scored is not None else "N/A"

    def hint(self, metric: str) -> tuple[str, ...]:
        """Lines of the hover card."""
        if self.scored is None:
            return (f"{self.gene.symbol} in {self.cell.name or self.cell.id}", "not measured")
        first, *rest = row_hint(row_of(self.scored, metric))
        return (f"{self.gene.symbol} in {first}", *rest)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows are cell types, columns are genes.

    arrangement  one of ARRANGEMENTS, as it came out
    left_out     how many cell types are not among the rows
    down, across  the steps by which rows and columns were put in order by similarity, between their places; else none
    """

    genes: tuple[ScoredGene, ...]
    cells: tuple[CellType, ...]
    rows: tuple[tuple[Square, ...], ...]
    metric: str
    arrangement: str
    left_out: int = 0
    down: tuple[Join, ...] = ()
    across: tuple[Join, ...] = ()

    @property
    def squares(self) -> tuple[Square, ...]:
        """All of them, row by row."""
        return tuple(square for row in self.rows for square in row)

    @property
    def values(self) -> list[float]:
        """Those that are known."""
        return [square.value for square in self.squares if square.value is not None]


def sets_of(genes: tuple[ScoredGene, ...]) -> dict[tuple[str, str], ScoredCell]:
    """Context and data set of the scores -> a row of them, `overall` first, then by how many genes have any."""
    counts: dict[tuple[str, str], int] = {}
    samples: dict[tuple[str, str], ScoredCell] = {}
    for gene in genes:
        for key in {(one.context.id, one.scores.dataset): one for one in gene.scores}:
            counts[key] = counts.get(key, 0) + 1
        samples |= {(one.context.id, one.scores.dataset): one for one in gene.scores}
    order = sorted(counts, key=lambda key: (key[0] != OVERALL, -counts[key], key))
    return {key: samples[key] for key in order}


def in_context(genes: Iterable[ScoredGene], context: str, dataset: str) -> tuple[ScoredGene, ...]:
    """The genes with their scores of one context and data set alone; a gene may have none."""
    wanted = (context, dataset)
    return tuple(
        replace(gene, scores=tuple(one for one in gene.scores if (one.context.id, one.scores.dataset) == wanted))
        for gene in genes
    )


def grid_of(genes: Sequence[ScoredGene], metric: str, arrangement: str, most: int = 0) -> Grid:
    """Genes of one context and data set, see `in_context`, by the cell types that any of them has a score in.

    most  rows to keep: those with the highest values; 0 for all
    """
    table = {(gene.id, one.cell_type.id): one for gene in genes for one in gene.scores}
    cells = {one.cell_type.id: one.cell_type for gene in genes for one in gene.scores}
    squares = [
        tuple(_square(gene, cell, table.get((gene.id, cell.id)), metric) for gene in genes) for cell in cells.values()
    ]
    squares.sort(key=_best_first)
    kept = squares[:most] if most and len(squares) > most + 1 else squares
    rows = _by_lineage(kept)
    left_out = len(squares) - len(kept)
    if arrangement == "clustered" and len(kept) <= MOST_CLUSTERED:
        return _by_similarity(_grid(rows, genes, metric, "clustered", left_out))
    return _grid(rows, genes, metric, "lineage", left_out)


def _grid(
    rows: Sequence[tuple[Square, ...]], genes: Sequence[ScoredGene], metric: str, arrangement: str, left_out: int
) -> Grid:
    return Grid(tuple(genes), tuple(row[0].cell for row in rows if row), tuple(rows), metric, arrangement, left_out)


def _square(gene: ScoredGene, cell: CellType, scored: ScoredCell | None, metric: str) -> Square:
    return Square(gene, cell, scored, metric_value(scored.scores, metric) if scored is not None else None)


def _best_first(row: tuple[Square, ...]) -> tuple[bool, float, str]:
    known = [square.value for square in row if square.value is not None]
    return not known, -max(known, default=0.0), row[0].cell.name if row else ""


def lineage_of(cell: CellType) -> str:
    """Key of LINEAGES."""
    return cell.lineage if cell.lineage in LINEAGES else "other"


def _by_lineage(rows: Sequence[tuple[Square, ...]]) -> list[tuple[Square, ...]]:
    order = list(LINEAGES)
    return sorted(rows, key=lambda row: order.index(lineage_of(row[0].cell)) if row else 0)


def _by_similarity(grid: Grid) -> Grid:
    """Rows and columns so that those with similar values stand together, with their trees."""
    if not grid.rows:
        return grid
    down = tree([[square.value for square in row] for row in grid.rows])
    across = tree([[row[column].value for row in grid.rows] for column in range(len(grid.genes))])
    return replace(
        grid,
        genes=tuple(grid.genes[number] for number in across.order),
        cells=tuple(grid.cells[number] for number in down.order),
        rows=tuple(tuple(grid.rows[row][column] for column in across.order) for row in down.order),
        down=down.joins,
        across=across.joins,
    )
