"""Expression values of genes in samples, levels of their proteins, and places in the cell."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

KINDS = {
    "tissue": "Tissues",
    "cell type": "Cell types",
    "cell line": "Cell lines",
    "protein level": "Protein levels",
    "place": "Places in the cell",
}
"""Kinds of expression, with what a page calls the samples."""
LEVELS = ("not detected", "low", "medium", "high")
"""Protein levels from stained tissue, in their order."""
RELIABILITIES = ("enhanced", "supported", "approved", "uncertain")
"""How well an antibody's result is backed, the best first; `validated` of older releases is `enhanced`."""
ELEVATED, HIGHEST = "elevated", "highest"
"""Levels of a value that its source gives because it is high: the other samples were measured and are not given."""


@dataclass(frozen=True, slots=True)
class Expression:
    """What was found of a gene in one sample.

    sample       tissue, cell type, cell line, or place in the cell
    part         cell type within the tissue or tissue of the cell type, where the data set tells several apart
    sample_id    UBERON, CL or GO term of the sample, empty where no exact one is known
    value        None where not measured (or, of levels and places, not a number); 0.0 is measured as zero
    level        of LEVELS for kind `protein level`; `main` or `additional` for a place; ELEVATED or
                 HIGHEST where only such values are given; else empty
    reliability  of RELIABILITIES, empty where none is given
    unit         `nTPM`, `NX`, `TPM`, ...; empty where the file does not say it, and for levels and places
    kind         of KINDS
    """

    gene: str
    sample: str
    part: str
    sample_id: str
    value: float | None
    level: str
    reliability: str
    unit: str
    kind: str
    dataset: str
    source: str


def tau(values: Iterable[float | None]) -> float | None:
    """Tissue specificity index: sum of (1 - x / max x) over the samples, divided by their number less one; 0 to 1.

    0 is equal expression in all samples, 1 is expression in one alone. Formula: Yanai et al. 2005,
    doi:10.1093/bioinformatics/bti042, on the values as they are given, not on their logarithms. Samples that were not
    measured do not count. None with fewer than two samples, or where all are zero.
    """
    known = [value for value in values if value is not None]
    highest = max(known, default=0.0)
    if len(known) < 2 or highest <= 0:
        return None
    return math.fsum(1 - value / highest for value in known) / (len(known) - 1)
