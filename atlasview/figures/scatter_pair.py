"""What a scatter of two cell types is about: genes with two values, and what its axes are."""

from dataclasses import dataclass

from atlasview.records.significance import METRICS


@dataclass(frozen=True, slots=True)
class Pair:
    """A gene with its values in the two cell types; None where it was not measured."""

    id: str
    symbol: str
    here: float | None
    there: float | None
    name: str = ""

    @property
    def apart(self) -> float:
        """How much higher it is here; 0 where one is missing."""
        return self.here - self.there if self.here is not None and self.there is not None else 0.0


@dataclass(frozen=True, slots=True)
class Axes:
    """The metric of both axes, the cell type across and the one upwards."""

    metric: str
    here: str
    there: str

    @property
    def across(self) -> str:
        """What is said of the axis across."""
        return f"→ {METRICS[self.metric]} in {self.here}"

    @property
    def down(self) -> str:
        """What is said of the axis upwards."""
        return f"↑ {METRICS[self.metric]} in {self.there}"
