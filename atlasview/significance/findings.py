"""What was found in the files and what cannot be done, as a document and as lines of text."""

from collections.abc import Iterator
from typing import Any

from atlasview.records.cell_type import HEALTHY
from atlasview.significance.cell_types import OVERALL
from atlasview.significance.settings import FEW_DONORS, FEWEST_CELLS, NOT_REPLICATED
from atlasview.significance.sizes import TypeSize, type_sizes, why_none
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
        "cell_types": [_cell_type(one, found.naming.ontology.labels) for one in type_sizes(found)],
        "contexts": [OVERALL, *groups.contexts],
        "mapped": dict(found.naming.mapped),
        "unmapped": dict(found.naming.unmapped),
        "observations": "cells" if found.cells_as_observations else "donors",
        "limits": list(limits(found)),
    }


def _cell_type(one: TypeSize, labels: dict[str, str]) -> dict[str, Any]:
    own = {"cells": one.cells, "donors": one.donors, "profiles": one.profiles}
    return {"id": one.term, "label": labels.get(one.term, ""), **own}


def limits(found: Survey) -> Iterator[str]:
    """What cannot be done, or not be done well, in sentences."""
    if found.cells_as_observations:
        yield "one donor: cells are taken as observations, scores are marked pseudoreplicated and have no interval"
    elif found.donor_count < NOT_REPLICATED:
        yield f"{found.donor_count} donors: scores are marked not replicated and have no interval"
    elif found.donor_count < FEW_DONORS:
        yield f"{found.donor_count} donors: scores are marked few donors, do not lean on their intervals"
    yield from _of_profiles(found)
    yield from _left_out(found)
    yield from _of_genes(found)


def _of_profiles(found: Survey) -> Iterator[str]:
    sizes = type_sizes(found)
    if what := why_none(sizes):
        yield f"{what}, no score can be given"
    else:
        for one in sizes:
            if one.profiles and not one.others:
                yield f"{one.term} has no score: all that have a profile are its ancestors or descendants"
    small = [f"{one.term} ({one.donors - one.profiles} of {one.donors})" for one in sizes if one.profiles < one.donors]
    if small and not found.cells_as_observations:
        yield f"donors with under {FEWEST_CELLS} cells of a type give no profile of it: {', '.join(small)}"
    known = found.naming.ontology.labels
    if lacking := [one.term for one in sizes if one.term not in known]:
        yield (
            f"not among the {len(known):,} cell types whose names are at hand, so their ancestors and descendants "
            f"count as others: {', '.join(lacking)}"
        )


def _left_out(found: Survey) -> Iterator[str]:
    for label, cells in found.naming.unmapped.items():
        yield f"{label!r} means no Cell Ontology term: its {cells:,} cells are left out"
    for what, cells in found.without.items():
        if cells:
            yield f"{cells:,} cells have no {what} and are left out"
    for label, cells in found.contexts_left_out.items():
        yield (
            f"the context {label!r} is no tissue of UBERON, disease of MONDO or {HEALTHY} (healthy): "
            f"its {cells:,} cells count in {OVERALL} only"
        )


def _of_genes(found: Survey) -> Iterator[str]:
    if found.partial:
        yield f"{found.partial:,} genes are not in every file and are left out"
    if found.nameless:
        yield f"genes without a name, which are left out: {found.nameless:,}"
    if found.twice:
        yield f"rows with the name of an earlier gene, whose counts are added to its own: {found.twice:,}"


def text(found: Survey) -> str:
    """The same for a person."""
    told = document(found)
    lines = [f"{one['file']}: {one['cells']:,} cells, {one['genes']:,} genes, {one['values']}" for one in told["files"]]
    lines.append(
        f"{told['cells_used']:,} of {told['cells']:,} cells, {told['genes']:,} genes, donors: {told['donors']}, "
        f"contexts: {', '.join(told['contexts'])}"
    )
    lines += [
        f"  {one['id']} {one['label']}".rstrip()
        + f": {one['cells']:,} cells, donors: {one['donors']}, profiles: {one['profiles']}"
        for one in told["cell_types"]
    ]
    return "\n".join([*lines, *(f"note: {limit}" for limit in told["limits"])]) + "\n"
