"""The table of scores as text: comment lines `# key: value`, a head, a row per gene, cell type and context."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from atlasview import __version__
from atlasview.significance.compute import ContextScores
from atlasview.significance.scores import rows
from atlasview.significance.settings import FEWEST_CELLS, Settings, replication
from atlasview.significance.survey import Survey

COLUMNS = (
    "gene", "symbol", "cell_type", "cell_type_label", "context", "dataset", "replication", "csi", "csi_low", "csi_high",
    "delta", "delta_low", "delta_high", "p", "q", "rcsi", "prs", "threshold", "fold_change", "profiles",
    "other_profiles", "donors", "cells", "mean_log2_cpm", "percent_expressing", "tau", "share",
)  # fmt: skip
_DEFINITIONS = (
    ("csi", "Cliff's delta x -log10(p), signed"),
    ("p", "two-sided Mann-Whitney over profiles, descriptive; q: Benjamini-Hochberg over tested genes"),
    ("interval", "95 %, of delta by Feng and Cliff with the spread over resampled donors; csi at its two ends"),
    ("rcsi", "100 x CSI / largest CSI of the cell type and context"),
    ("prs", "percentile rank of delta among tested genes of the cell type and context"),
    ("threshold", "mean + 1 SD of CSI over tested genes; fold_change: CSI / threshold"),
    ("rows", "genes with a count in at least one profile of the context; what has no row was not measured"),
)


def _number(value: float) -> str:
    return "" if value != value else f"{value:.9g}"  # noqa: PLR0124 (NaN is not equal to itself)


def header(found: Survey, settings: Settings) -> Iterator[str]:
    """Comment lines: program, data set, licence, files with their SHA-256, settings, definitions."""
    yield f"# program: AtlasView {__version__}"
    yield f"# date: {datetime.now(UTC).date().isoformat()}"
    yield f"# dataset: {_line(settings.dataset)}"
    yield f"# licence: {_line(settings.licence)}"
    for one in found.readings:
        yield f"# file: {_line(one.path.name)}; sha256 {sha256(one.path)}; {one.cells} cells; {_line(one.values)}"
    yield f"# observations: {'cells of one donor' if found.cells_as_observations else 'donors'}"
    yield f"# fewest cells of a profile: {1 if found.cells_as_observations else FEWEST_CELLS}"
    resamples = 0 if found.cells_as_observations else settings.bootstrap
    yield f"# bootstrap: {resamples} resamples of donors, seed {settings.seed}"
    for label, term in sorted(found.naming.mapped.items()):
        yield f"# cell type: {_line(label)} = {term}"
    for label, cells in sorted(found.naming.unmapped.items()):
        yield f"# left out: {_line(label)}; {cells} cells"
    for name, meaning in _DEFINITIONS:
        yield f"# {name}: {meaning}"


def lines(found: Survey, settings: Settings, computed: Iterator[ContextScores]) -> Iterator[str]:
    """All lines of the table, without their ends."""
    yield from header(found, settings)
    yield "\t".join(COLUMNS)
    for one in computed:
        yield from _rows(found, settings, one)


def _rows(found: Survey, settings: Settings, one: ContextScores) -> Iterator[str]:
    scores, groups, labels = one.scores, found.groups, found.naming.ontology.labels
    values = scores.values
    for at, gene in rows(scores):
        term = groups.cell_types[one.profiles.cell_types[at]]
        profiles = int(scores.own[at])
        donors = 1 if found.cells_as_observations else profiles
        cells = [
            *(found.genes.ids[gene], found.genes.symbols[gene], term, labels.get(term, ""), one.context),
            *(_line(settings.dataset), replication(donors, found.cells_as_observations)),
            *(_number(values[name][at, gene]) for name in COLUMNS[7:17]),
            *(_number(scores.threshold[at]), _number(values["fold_change"][at, gene])),
            *(str(profiles), str(int(scores.others[at])), str(donors), str(int(one.profiles.cells[at]))),
            *(_number(values[name][at, gene]) for name in COLUMNS[23:]),
        ]
        yield "\t".join(cells)


def sha256(path: Path) -> str:
    """SHA-256 of a file; of a folder that of its files in the order of their names."""
    digest = hashlib.sha256()
    for part in sorted(path.iterdir()) if path.is_dir() else (path,):
        if part.is_file():
            with part.open("rb") as file:
                while block := file.read(1 << 20):
                    digest.update(block)
    return digest.hexdigest()


def _line(text: str) -> str:
    return " ".join(text.split())
