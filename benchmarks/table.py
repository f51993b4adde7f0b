"""One table of measured figures beside their goals."""

from dataclasses import dataclass
from statistics import quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing.

    goal   in the same unit, None where it is measured for information
    beside  what it stands beside in the same run, empty for nothing
    """

    what: str
    value: float
    unit: str
    goal: float | None = None
    beside: str = ""

    @property
    def verdict(self) -> str:
        """Whether the goal is met."""
        if self.goal is None:
            return "–"
        return "met" if self.value <= self.goal else "MISSED"


def percentile(values: list[float], percent: int) -> float:
    """The value that `percent` of the values do not exceed."""
    return quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else values[0]


def shown(value: float, unit: str) -> str:
    """A number with its unit, with as many digits as it bears."""
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{digits}f} {unit}"


def markdown(figures: list[Figure]) -> str:
    """The figures as a table that reads in a terminal and in a document."""
    head = ("what", "measured", "goal", "verdict", "in the same run")
    rows = [(one.what, shown(one.value, one.unit), goal_of(one), one.verdict, one.beside or "–") for one in figures]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = [head, tuple("-" * width for width in widths), *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )


def goal_of(figure: Figure) -> str:
    """The goal as the table says it."""
    return "–" if figure.goal is None else f"<= {figure.goal:g} {figure.unit}"
