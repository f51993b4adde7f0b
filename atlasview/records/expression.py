"""Expression values of genes in samples."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """One value; kind is `tissue`, `cell type` or `protein level`; None means not measured, 0.0 measured as zero."""

    gene: str
    sample: str
    value: float | None
    unit: str
    kind: str
    dataset: str
    source: str
