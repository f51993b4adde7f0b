"""How many profiles each cell type will have over all cells, known before any value is read."""

from dataclasses import dataclass

import numpy as np

from atlasview.records.trouble import InputRefused
from atlasview.significance.settings import FEWEST_CELLS
from atlasview.significance.survey import Survey


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A cell type.

    cells     all of them
    donors    those that have any of them
    profiles  of donors with enough of them, or the cells where these are the observations
    others    profiles that it is compared with
    """

    term: str
    cells: int
    donors: int
    profiles: int
    others: int


def type_sizes(found: Survey) -> tuple[TypeSize, ...]:
    """The cell types of a survey, in its order."""
    groups, single = found.groups, found.cells_as_observations
    size = np.zeros(len(groups), np.int64)
    for group in found.group:
        size += np.bincount(group[group >= 0], minlength=len(size))
    keys = groups.cell_type * np.int64(len(groups.donors)) + groups.donor
    there, place = np.unique(keys, return_inverse=True)
    cells = np.bincount(place, weights=size, minlength=len(there)).astype(np.int64)
    kind = there // max(len(groups.donors), 1)
    count = len(groups.cell_types)
    of_type = np.bincount(kind, weights=cells, minlength=count)
    donors = np.minimum(np.bincount(kind, minlength=count), 1 if single else len(there))
    profiles = np.bincount(kind[cells >= (1 if single else FEWEST_CELLS)], minlength=count)
    related = found.naming.ontology.related(groups.cell_types)
    others = [profiles.sum() - profiles[[at, *apart]].sum() for at, apart in enumerate(related)]
    columns = zip(groups.cell_types, of_type, donors, profiles, others, strict=True)
    return tuple(TypeSize(term, *map(int, numbers)) for term, *numbers in columns)


def why_none(sizes: tuple[TypeSize, ...]) -> str:
    """Why no score can be given at all; empty where some can."""
    if any(one.profiles and one.others for one in sizes):
        return ""
    if len(sizes) == 1:
        return "one cell type: there is nothing to compare it with"
    if not any(one.profiles for one in sizes):
        return f"no donor has {FEWEST_CELLS} cells of any cell type: there is no profile"
    return "no cell type with a profile has another to be compared with, ancestors and descendants left out"


def check(found: Survey) -> None:
    """Raises InputRefused where no score can be given."""
    if what := why_none(type_sizes(found)):
        raise InputRefused(
            f"no score can be given, {what}",
            str(found.readings[0].path),
            f"a profile takes {FEWEST_CELLS} cells of one donor and cell type, and scores take two cell types",
        )
