"""What has to be said beside a cell significance chart: how much stands behind it, and whose numbers they are."""

from collections.abc import Iterable, Sequence

from atlasview.figures.coverage_words import coverage_words
from atlasview.figures.landscape_rows import metrics_with_values
from atlasview.figures.residues import grouped
from atlasview.records.profile import ScoredCell
from atlasview.records.significance import METRICS, Coverage

_RANKED = "PRS ranks delta among all genes of the data set, also those that this atlas does not hold."


def counts_of(rows: Sequence[ScoredCell]) -> str:
    """`12 donors, 198 profiles, 14 cell types`: only what is known."""
    donors = [row.scores.donors for row in rows if row.scores.donors is not None]
    profiles = [row.scores.profiles for row in rows if row.scores.profiles is not None]
    parts = []
    if donors:
        parts.append(_counted(max(donors), "donor"))
    if profiles:
        parts.append(_counted(sum(profiles), "profile"))
    parts.append(_counted(len({row.cell_type.id for row in rows}), "cell type"))
    return ", ".join(parts)


def missing_metrics(rows: Sequence[ScoredCell]) -> str:
    """Why some metrics have no chart: `not given by Genular`."""
    datasets = ", ".join(dict.fromkeys(row.scores.dataset for row in rows if row.scores.dataset))
    return f"not given by {datasets}" if datasets else "not given by the source"


def about_scores(rows: Sequence[ScoredCell], source: str, coverage: Iterable[Coverage] = ()) -> str:
    """Whose numbers these are, of how many genes, what they rank, what is not among them, what they cannot carry."""
    if not rows:
        return ""
    known = metrics_with_values(rows)
    absent = [METRICS[key] for key in METRICS if key not in known]
    published = all(row.scores.profiles is None for row in rows)
    dataset = next((row.scores.dataset for row in rows if row.scores.dataset), source)
    sentences = [_origin(known, published, dataset)]
    if covered := coverage_words(one for one in coverage if one.dataset == rows[0].scores.dataset):
        sentences.append(covered)
    if "prs" in known:
        sentences.append("What its PRS ranks is not published." if published else _RANKED)
    if absent:
        listed = " and ".join([*[", ".join(absent[:-1])][: len(absent) > 1], absent[-1]])
        sentences.append(f"{listed}: {missing_metrics(rows)}.")
    if any(row.scores.replication == "pseudoreplicated" for row in rows):
        sentences.append("One donor: its cells were taken as observations, so these scores do not compare.")
    if source and source != dataset:
        sentences.append(f"Source: {source}.")
    return " ".join(sentences)


def _origin(known: Sequence[str], published: bool, dataset: str) -> str:
    names = [METRICS[key] for key in known]
    listed = " and ".join([*[", ".join(names[:-1])][: len(names) > 1], *names[-1:]])
    if published:
        return f"{listed} as published by {dataset}." if dataset else f"{listed} as published."
    return f"Computed from {dataset}." if dataset else "Computed from single-cell data."


def _counted(count: int, noun: str) -> str:
    return f"{grouped(count)} {noun}{'' if count == 1 else 's'}"
