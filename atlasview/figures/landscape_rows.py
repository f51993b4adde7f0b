"""The rows of a cell significance chart: one model for label, bar, error bar, threshold and value, and their order."""

from collections.abc import Iterable
from dataclasses import dataclass

from atlasview.figures.palette import LINEAGES
from atlasview.figures.residues import grouped
from atlasview.figures.ticks import number
from atlasview.records.profile import ScoredCell
from atlasview.records.significance import METRICS, Significance, metric_value

DEFINITIONS = {
    "csi": "CSI = delta × −log10 p",
    "rcsi": "rCSI = 100 × CSI / largest CSI of the cell type, in %",
    "prs": "PRS = percentile rank of the gene within the cell type, 0 to 100",
    "fold": "Fold change = CSI / threshold of the cell type",
    "delta": "Delta = Cliff's delta, −1 to 1",
}
"""Metric -> what its axis says."""

GROUPS = {"lineage": "by lineage", "value": "by value"}
"""How the bars stand, with what each is called."""

OVERALL = "overall"
_UNITS = {"rcsi": " %"}
_PLACES = {"csi": (2, 1), "prs": (None, 1), "rcsi": (2, 2), "fold": (2, 2), "delta": (2, 2)}
_REPLICATION = {
    "few donors": "few donors",
    "not replicated": "not replicated",
    "pseudoreplicated": "pseudoreplicated: one donor",
}
_UNREPLICATED = frozenset({"not replicated", "pseudoreplicated"})


@dataclass(frozen=True, slots=True)
class Row:
    """One cell type in one metric.

    value      None where there is none
    interval   low and high end in the metric's scale, None for none
    threshold  in the metric's scale, None where the metric has none of each row's own or it is not known
    above      whether the gene is above the cell type's threshold, None where that is not known
    metric     one of METRICS
    """

    cell: ScoredCell
    value: float | None
    interval: tuple[float, float] | None
    threshold: float | None
    above: bool | None
    metric: str

    @property
    def label(self) -> str:
        """Name of the cell type, its identifier where it has no name."""
        return self.cell.cell_type.name or self.cell.cell_type.id

    @property
    def lineage(self) -> str:
        """Key of LINEAGES."""
        return self.cell.cell_type.lineage if self.cell.cell_type.lineage in LINEAGES else "other"

    @property
    def words(self) -> str:
        """What is to be known of the replication, empty for nothing."""
        return _REPLICATION.get(self.cell.scores.replication, "") if self.value is not None else ""

    @property
    def replicated(self) -> bool:
        """False where one or two donors stand behind the value."""
        return self.cell.scores.replication not in _UNREPLICATED


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a common head; the head is empty where rows are not grouped."""

    head: str
    lineage: str
    rows: tuple[Row, ...]


def sets_of_cells(cells: Iterable[ScoredCell]) -> dict[tuple[str, str], tuple[ScoredCell, ...]]:
    """Context and data set -> their rows: overall first, and those that rest on one or two donors after the others.

    Scores of one donor's cells are high because cells are many; else the order of the rows holds.
    """
    found: dict[tuple[str, str], list[ScoredCell]] = {}
    for cell in cells:
        found.setdefault((cell.context.id, cell.scores.dataset), []).append(cell)
    weak = {key: all(one.scores.replication in _UNREPLICATED for one in own) for key, own in found.items()}
    order = sorted(found, key=lambda key: (key[0] != OVERALL, weak[key]))
    return {key: tuple(found[key]) for key in order}


def row_of(cell: ScoredCell, metric: str) -> Row:
    """The row of a cell type in one of METRICS."""
    scores = cell.scores
    interval = None
    if metric == "csi" and scores.csi_low is not None and scores.csi_high is not None:
        interval = (scores.csi_low, scores.csi_high)
    above = None
    if scores.csi is not None and scores.threshold is not None:
        above = scores.csi >= scores.threshold
    elif scores.fold_change is not None:
        above = scores.fold_change >= 1
    threshold = scores.threshold if metric == "csi" else None
    return Row(cell, metric_value(scores, metric), interval, threshold, above, metric)


def groups_of(cells: Iterable[ScoredCell], metric: str, group: str, most: int = 0) -> tuple[tuple[Group, ...], int]:
    """Rows highest first, those without a value last, in groups by lineage or in one; and how many were left out.

    most  number of rows to keep, the highest; 0 for all
    """
    rows = sorted((row_of(cell, metric) for cell in cells), key=_rank)
    kept = rows[:most] if most and len(rows) > most + 1 else rows
    if group == "lineage":
        found = {key: tuple(row for row in kept if row.lineage == key) for key in LINEAGES}
        groups = tuple(Group(LINEAGES[key], key, members) for key, members in found.items() if members)
    else:
        groups = (Group("", "", tuple(kept)),)
    return groups, len(rows) - len(kept)


def value_text(row: Row, metric: str) -> str:
    """The value as the chart prints it: two decimals as published, one where computed; `N/A` for none."""
    if row.value is None:
        return "N/A"
    return number(row.value, _places(row.cell.scores, metric)) + _UNITS.get(metric, "")


def row_hint(row: Row) -> tuple[str, ...]:
    """Lines of the hover card: which cell type, its scores with what the one that is drawn means, their basis, where
    from."""
    cell, scores = row.cell, row.cell.scores
    values = [(key, metric_value(scores, key)) for key in METRICS]
    means = {row.metric: f" ({DEFINITIONS[row.metric].partition(' = ')[2]})"}
    known = [
        f"{METRICS[key]} {_as_text(scores, key, value)}{means.get(key, '')}"
        for key, value in values
        if value is not None
    ]
    origin = " · ".join(part for part in (cell.context.label or cell.context.id, scores.dataset, row.words) if part)
    lines = (f"{row.label} · {cell.cell_type.id}", " · ".join(known) or "not measured", _basis(scores), origin)
    return tuple(line for line in lines if line)


def words_of_all(rows: Iterable[Row]) -> str:
    """What is to be said of the replication of all rows that have a value, once; empty where they differ."""
    found = [row for row in rows if row.value is not None]
    words = {row.words for row in found}
    return words.pop() if len(found) > 1 and len(words) == 1 and not found[0].replicated else ""


def metrics_with_values(cells: Iterable[ScoredCell]) -> list[str]:
    """Those of METRICS for which any row has a value."""
    cells = list(cells)
    return [key for key in METRICS if any(metric_value(cell.scores, key) is not None for cell in cells)]


def axis_words(rows: Iterable[Row], metric: str) -> str:
    """Definition of the metric, with what the error bars are and what the rank ranks where that is known."""
    rows = list(rows)
    words = DEFINITIONS[metric]
    if any(row.interval for row in rows):
        words += ", with 95 % bootstrap interval over donors"
    if metric == "prs" and any(row.cell.scores.profiles is not None for row in rows):
        words += "; ranks delta"
    return words


def _rank(row: Row) -> tuple[bool, float, str]:
    return row.value is None, -(row.value or 0.0), row.label


def _places(scores: Significance, metric: str) -> int | None:
    """Decimals: as published, one or two where computed."""
    return _PLACES[metric][1 if scores.profiles is not None else 0]


def _as_text(scores: Significance, metric: str, value: float) -> str:
    return number(value, 2 if metric != "prs" else _places(scores, metric)) + _UNITS.get(metric, "")


def _counted(count: int, noun: str) -> str:
    return f"{grouped(count)} {noun}{'' if count == 1 else 's'}"


def _basis(scores: Significance) -> str:
    parts = []
    if scores.threshold is not None:
        parts.append(f"threshold {number(scores.threshold, 2)}")
    if scores.csi_low is not None and scores.csi_high is not None:
        parts.append(f"95 % interval {number(scores.csi_low, 1)} to {number(scores.csi_high, 1)}")
    if scores.profiles is not None and scores.other_profiles is not None:
        parts.append(f"n {grouped(scores.profiles)}, m {grouped(scores.other_profiles)}")
    if scores.donors is not None:
        parts.append(_counted(scores.donors, "donor"))
    if scores.cells is not None:
        parts.append(_counted(scores.cells, "cell"))
    if scores.percent_expressing is not None:
        share = scores.percent_expressing
        parts.append(f"{'under 1' if 0 < share < 1 else f'{share:.0f}'} % of the cells express it")
    return " · ".join(parts)
