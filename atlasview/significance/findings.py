"""What was found in the files and what cannot be done, as a document and as lines of text."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from atlasview.significance.cell_types import OVERALL
from atlasview.significance.settings import FEW_DONORS, FEWEST_CELLS, NOT_REPLICATED
from atlasview.significance.survey import Survey


def document(found: Survey) -> dict[str, Any]:
    """Stable keys for programs."""
    groups = found.groups
    return {
        "files": [
            {
                "file": str(one.path),
                "cells": one.cells,
                "genes": len(one.names.ids),
                "matrix": one.matrix,
                "values": one.values,
                "total": one.total or None,
            }
            for one in found.readings
        ],
        "cells": sum(one.cells for one in found.readings),
        "cells_used": int(sum((group >= 0).sum() for group in found.group)),
        "genes": len(found.genes.ids),
        "genes_in_some_files_only": found.partial,
        "donors": found.donor_count,
        "cell_types": [
            {"id": term, "label": found.naming.ontology.labels.get(term, ""), "cells": cells, "donors": donors}
            for term, cells, donors in types(found)
        ],
        "contexts": [OVERALL, *groups.contexts],
        "mapped": dict(found.naming.mapped),
        "unmapped": dict(found.naming.unmapped),
        "observations": "cells" if found.cells_as_observations else "donors",
        "limits": list(limits(found)),
    }


def types(found: Survey) -> Iterator[tuple[str, int, int]]:
    """Each cell type with its cells and donors."""
    size = np.zeros(len(found.groups), np.int64)
    for group in found.group:
        size += np.bincount(group[group >= 0], minlength=len(size))
    for at, term in enumerate(found.groups.cell_types):
        own = found.groups.cell_type == at
        donors = 1 if found.cells_as_observations else len(np.unique(found.groups.donor[own]))
        yield term, int(size[own].sum()), donors


def limits(found: Survey) -> Iterator[str]:
    """What cannot be done, or not be done well, in sentences."""
    if found.cells_as_observations:
        yield "one donor: cells are taken as observations, scores are marked pseudoreplicated and have no interval"
    elif found.donor_count < NOT_REPLICATED:
        yield f"{found.donor_count} donors: scores are marked not replicated and have no interval"
    elif found.donor_count < FEW_DONORS:
        yield f"{found.donor_count} donors: scores are marked few donors, their intervals may be too narrow"
    if len(found.groups.cell_types) < 2:
        yield "one cell type: there is nothing to compare it with, no score can be given"
    for label, cells in found.naming.unmapped.items():
        yield f"{label!r} means no Cell Ontology term: its {cells:,} cells are left out"
    for what, cells in found.without.items():
        if cells:
            yield f"{cells:,} cells have no {what} and are left out"
    for label, cells in found.contexts_left_out.items():
        yield f"the context {label!r} is neither of UBERON nor of MONDO: its {cells:,} cells count in {OVERALL} only"
    if found.partial:
        yield f"{found.partial:,} genes are not in every file and are left out"
    small = [term for term, cells, _donors in types(found) if cells < FEWEST_CELLS]
    if small and not found.cells_as_observations:
        yield f"under {FEWEST_CELLS} cells, so without a profile: {', '.join(small)}"


def text(found: Survey) -> str:
    """The same for a person."""
    told = document(found)
    lines = [f"{one['file']}: {one['cells']:,} cells, {one['genes']:,} genes, {one['values']}" for one in told["files"]]
    lines.append(
        f"{told['cells_used']:,} of {told['cells']:,} cells, {told['genes']:,} genes, donors: {told['donors']}, "
        f"contexts: {', '.join(told['contexts'])}"
    )
    lines += [
        f"  {one['id']} {one['label']}".rstrip() + f": {one['cells']:,} cells, donors: {one['donors']}"
        for one in told["cell_types"]
    ]
    return "\n".join([*lines, *(f"note: {limit}" for limit in told["limits"])]) + "\n"
