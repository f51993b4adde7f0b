"""Rows of cell significance made by hand, for what the starter atlas has no example of."""

from dataclasses import replace
from typing import Any

from atlasview.records.cell_type import CellType, Context
from atlasview.records.profile import ScoredCell
from atlasview.records.significance import Significance

_NAMES: dict[str, Any] = {"gene": "HGNC:6005", "cell_type": "", "dataset": "Own", "replication": "", "source": "own"}
_UNKNOWN: dict[str, Any] = dict.fromkeys(Significance.__dataclass_fields__)
EMPTY = Significance(**(_UNKNOWN | {"context": "overall"} | _NAMES))


def cell(identifier: str, name: str, lineage: str = "t-cell", context: str = "overall", **scores: Any) -> ScoredCell:
    """A cell type with scores; what is not named was not measured."""
    return ScoredCell(
        replace(EMPTY, cell_type=identifier, context=context, **scores),
        CellType(identifier, name, "", lineage, "cl"),
        Context(context, context.capitalize(), "own"),
    )


def computed(identifier: str, name: str, lineage: str, csi: float, threshold: float, **scores: Any) -> ScoredCell:
    """A replicated score with an interval, as computed from twelve donors."""
    known: dict[str, Any] = {
        "csi_low": csi - 1.0,
        "csi_high": csi + 1.0,
        "replication": "replicated",
        "profiles": 12,
        "donors": 12,
    }
    known |= {"other_profiles": 186, "fold_change": csi / threshold, "delta": 0.1 * csi / 2}
    return cell(identifier, name, lineage, csi=csi, threshold=threshold, **(known | scores))


MIXED = (
    computed("CL:0002038", "T follicular helper cell", "t-cell", 11.3, 4.1),
    computed("CL:0000899", "T-helper 17 cell", "t-cell", 5.2, 3.6),
    computed("CL:0000815", "regulatory T cell", "t-cell", 2.1, 3.4, replication="few donors", donors=4),
    computed("CL:0000895", "naive thymus-derived CD4-positive, alpha-beta T cell", "t-cell", -1.2, 2.8),
    computed("CL:0000786", "plasma cell", "b-cell", 0.0, 3.3),
    cell(
        "CL:0000844", "germinal center B cell", "b-cell", csi=1.1, threshold=3.0, replication="not replicated", donors=2
    ),
    cell("CL:0000775", "neutrophil", "myeloid"),
)
"""Above, below, few donors, negative, zero, not replicated, not measured."""
