"""The rows of an expression chart: one model for amounts, protein levels and places, and their order."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from atlasview.anatomy import group_of, groups
from atlasview.figures.ticks import number
from atlasview.records.expression import ELEVATED, HIGHEST, KINDS, LEVELS, RELIABILITIES, Expression, tau

ORDERS = {"organ": "by organ", "value": "by value"}
"""How rows can stand: under their organ or family of cells, or all together, highest first in both."""
BACKED = tuple(reversed(RELIABILITIES))
"""Reliabilities, the weakest first: the steps of a chart of places."""
NOT_STATED = "unit not stated"


@dataclass(frozen=True, slots=True)
class Row:
    """One sample; `value` is an amount, a step of LEVELS or BACKED, None where there is none."""

    record: Expression
    value: float | None

    @property
    def label(self) -> str:
        """Name of the sample, with the cell type in it or the tissue that it is from."""
        return ", ".join(part for part in (self.record.sample, self.record.part) if part)

    @property
    def key(self) -> str:
        """Tells the rows of one data set apart."""
        return key_of(self.record)

    @property
    def uncertain(self) -> bool:
        """Whether the source itself doubts a level; a place says it by its step."""
        return self.record.kind == "protein level" and self.record.reliability == "uncertain"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a common head; the head is empty where rows are not grouped."""

    head: str
    rows: tuple[Row, ...]


def key_of(record: Expression) -> str:
    """What tells the samples of one data set apart."""
    return f"{record.sample}|{record.part}"


class DataSet(NamedTuple):
    """What a chart shows at once: one kind of samples, one data set, one unit, one file."""

    kind: str
    name: str
    unit: str
    source: str


def datasets_of(records: Iterable[Expression]) -> dict[DataSet, tuple[Expression, ...]]:
    """Records by what can stand in one chart.

    In the order of KINDS, those of a kind by what they give: all samples before only the elevated ones, then those
    whose samples are known to an ontology.
    """
    found: dict[DataSet, list[Expression]] = {}
    for one in records:
        found.setdefault(DataSet(one.kind, one.dataset, one.unit, one.source), []).append(one)
    order = {kind: place for place, kind in enumerate(KINDS)}

    def rank(key: DataSet) -> tuple[int, bool, bool, int]:
        rows = found[key]
        return order.get(key.kind, len(order)), is_partial(rows), not any(one.sample_id for one in rows), -len(rows)

    return {key: tuple(found[key]) for key in sorted(found, key=rank)}


def names_of(datasets: Iterable[DataSet]) -> dict[DataSet, str]:
    """A name of each that no other has: its own, else with what tells it from the others."""
    datasets = list(datasets)
    levels = [Counter(ways) for ways in zip(*map(_ways, datasets), strict=True)]
    return {
        one: next(way for way, times in zip(_ways(one), levels, strict=True) if times[way] == 1) for one in datasets
    }


def _ways(one: DataSet) -> tuple[str, ...]:
    unit, kind = one.unit or NOT_STATED, KINDS.get(one.kind, one.kind).lower()
    return (
        one.name,
        f"{one.name} ({unit})",
        f"{one.name} ({unit}, {one.source})",
        f"{one.name} ({kind}, {unit}, {one.source})",
    )


def is_partial(records: Iterable[Expression]) -> bool:
    """Whether only samples with high values are given."""
    return any(one.level in (ELEVATED, HIGHEST) for one in records)


def row_of(record: Expression) -> Row:
    """The row of a record."""
    if record.kind == "protein level":
        return Row(record, _step(record.level, LEVELS))
    if record.kind == "place":
        step = _step(record.reliability, BACKED)
        return Row(record, None if step is None else step + 1)
    return Row(record, record.value)


def groups_of(records: Iterable[Expression], order: str, most: int = 0) -> tuple[tuple[Group, ...], int]:
    """Rows highest first, those without a value last, by organ or in one group; and how many were left out.

    most  number of rows to keep, the highest; 0 for all
    """
    rows = sorted(map(row_of, records), key=lambda row: (row.value is None, -(row.value or 0.0), row.label.casefold()))
    kept = rows[:most] if most and len(rows) > most + 1 else rows
    by_organ = order == "organ" and not any(row.record.kind in ("place", "cell line") for row in kept)
    heads = [group_of(row.record.sample) if by_organ else "" for row in kept]
    if len(set(heads)) < 2:
        return (Group("", tuple(kept)),), len(rows) - len(kept)
    found = (
        Group(head, tuple(row for row, own in zip(kept, heads, strict=True) if own == head))
        for head in groups()
        if head in heads
    )
    return tuple(found), len(rows) - len(kept)


def steps_of(kind: str) -> tuple[str, ...]:
    """Words of the steps of a chart, from zero on; none where it is one of amounts."""
    if kind == "protein level":
        return LEVELS
    return ("", *BACKED) if kind == "place" else ()


def value_text(row: Row) -> str:
    """The value as the chart prints it."""
    record = row.record
    if record.kind == "protein level":
        return record.level or "N/A"
    if record.kind == "place":
        return record.reliability or "N/A"
    return amount_text(record.value)


def amount_text(value: float | None) -> str:
    """An amount with no more digits than can be read: `133.1`, `12,346`; `N/A` where nothing was measured."""
    if value is None:
        return "N/A"
    if value >= 1000:
        return f"{value:,.0f}"
    return "0" if value == 0 else number(value, 1 if value >= 0.1 else 2)


def specificity(records: Iterable[Expression]) -> tuple[float | None, str]:
    """Tau of a data set, and in words how it is to be read or why there is none."""
    records = tuple(records)
    measured = [one.value for one in records if one.value is not None]
    if not measured:
        return None, ""
    if is_partial(records):
        return None, "no tau: only elevated samples are given"
    found = tau(measured)
    if found is None:
        return None, "no tau: zero in every sample" if len(measured) > 1 else "no tau: one sample"
    return found, f"tau {found:.2f} over {len(measured)} samples, 0 even, 1 in one alone"


def hint_of(row: Row, place: int, count: int) -> tuple[str, ...]:
    """Lines of the hover card: which sample, how much, what it rests on."""
    record = row.record
    known = row.value is not None
    said = f"{value_text(row)} {record.unit}".strip() if known else "not measured"
    rank = f"{place} of {count} from the highest" if known and record.kind not in ("protein level", "place") else ""
    backed = f"reliability {record.reliability}" if record.reliability else ""
    level = f"{record.level} place" if record.kind == "place" and record.level else ""
    organ = group_of(record.sample) if record.kind != "place" else ""
    lines = (
        " · ".join(part for part in (row.label, record.sample_id) if part),
        " · ".join(part for part in (said if record.kind != "place" else "", level, backed, rank) if part),
        " · ".join(part for part in (organ, record.dataset) if part),
    )
    return tuple(line for line in lines if line)


def axis_words(record: Expression) -> str:
    """What the bars are measured in, and by whom."""
    if record.kind == "protein level":
        return f"Protein level in stained tissue · {record.dataset}"
    if record.kind == "place":
        return f"Reliability of the place · {record.dataset}"
    return f"{record.unit or NOT_STATED} · {record.dataset}"


def _step(word: str, steps: tuple[str, ...]) -> float | None:
    return float(steps.index(word)) if word in steps else None
