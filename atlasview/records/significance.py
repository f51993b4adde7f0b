"""Cell significance: how strongly a gene marks a cell type in a context."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Significance:
    """Scores of one gene in one cell type, context and data set; None means not given.

    csi          Cell Significance Index: Cliff's delta x -log10(p), signed
    rcsi         100 x CSI / largest CSI of the cell type and context, in percent
    prs          percentile rank score, 0 to 100, within the cell type and context
    threshold    of the cell type and context: mean + 1 SD of CSI over genes
    fold_change  CSI / threshold
    csi_low, csi_high  95 % bootstrap interval of CSI
    profiles, other_profiles  numbers of observations n and m
    percent_expressing  of the cells, 0 to 100
    replication  `replicated`, `few donors`, `not replicated`, `pseudoreplicated`, or empty where unknown
    """

    gene: str
    cell_type: str
    context: str
    dataset: str
    csi: float | None
    rcsi: float | None
    prs: float | None
    threshold: float | None
    fold_change: float | None
    delta: float | None
    p: float | None
    q: float | None
    csi_low: float | None
    csi_high: float | None
    profiles: int | None
    other_profiles: int | None
    donors: int | None
    cells: int | None
    percent_expressing: float | None
    replication: str
    source: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of an atlas a data set covers.

    genes      those that have scores in one cell type and context of the data set, the one that has most of them
    all_genes  of the atlas
    """

    dataset: str
    genes: int
    all_genes: int


COLUMNS = tuple(field.name for field in fields(Significance) if field.name != "source")
"""Header of a table of scores, as it is written and as it is read: gene, cell_type, context, ..., replication."""
METRICS = {
    "csi": "CSI",
    "rcsi": "rCSI",
    "prs": "PRS",
    "fold": "Fold change",
    "delta": "Delta",
}


def metric_value(row: Significance, metric: str) -> float | None:
    """Value of one of METRICS, None where the row has none."""
    field = "fold_change" if metric == "fold" else metric
    value: float | None = getattr(row, field)
    return value
