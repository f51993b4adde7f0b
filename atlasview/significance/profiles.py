"""The profiles of one context: which groups of cells they are made of, and their values."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from atlasview.significance.groups import Groups
from atlasview.significance.pseudobulk import Sums
from atlasview.significance.settings import FEWEST_CELLS

PER_MILLION = 1e6


@dataclass(frozen=True, slots=True)
class Profiles:
    """Profiles of a context, in the order of cell types and donors.

    cell_types  indices of the cell types that have a profile
    cell_type   of each profile, an index of `cell_types`
    donor       of each profile, counted from 0 without gaps
    members     for each profile the groups whose counts it adds up
    totals      of each profile
    cells       of each of `cell_types`, those of profiles that were too small left out
    strata      for each of `cell_types` the strata that it is made of, with all of its cells
    all_cells   of each of `cell_types`, those of profiles that were too small included
    """

    cell_types: Any
    cell_type: Any
    donor: Any
    members: list[Any]
    totals: Any
    cells: Any
    strata: list[Any]
    all_cells: Any

    def values(self, sums: Sums, first: int, last: int) -> Any:
        """log2(1e6 x counts / total + 1) of genes first to last (excluded), genes x profiles."""
        counts = sums.counts[:, first:last]
        if all(len(groups) == 1 for groups in self.members):
            added = counts[[groups[0] for groups in self.members]].astype(np.float64)
        else:
            added = np.array([counts[groups].sum(axis=0, dtype=np.float64) for groups in self.members])
        scaled = added * (PER_MILLION / self.totals)[:, np.newaxis]
        return np.ascontiguousarray(np.log2(scaled + 1).T)

    def expressing(self, sums: Sums) -> Any:
        """Percent of the cells with a count, cell types x genes."""
        found = np.array([sums.expressing[strata].sum(axis=0, dtype=np.float64) for strata in self.strata])
        return 100 * found / self.all_cells[:, np.newaxis]


def profiles(groups: Groups, sums: Sums, context: int | None, fewest: int = FEWEST_CELLS) -> Profiles:
    """Profiles of a context, None for all of them together, from `fewest` cells on and with any count."""
    chosen = np.arange(len(groups)) if context is None else np.flatnonzero(groups.context == context)
    keys = groups.cell_type[chosen] * np.int64(len(groups.donors)) + groups.donor[chosen]
    there, place = np.unique(keys, return_inverse=True)
    order = np.argsort(place, kind="stable")
    members = np.split(chosen[order], np.cumsum(np.bincount(place, minlength=len(there)))[:-1])
    cells = np.array([sums.cells[part].sum() for part in members], np.int64)
    totals = np.array([sums.totals[part].sum() for part in members])
    kept = np.flatnonzero((cells >= fewest) & (totals > 0))
    own, donor = np.divmod(there, max(len(groups.donors), 1))
    types, cell_type = np.unique(own[kept], return_inverse=True)
    of_type = [chosen[groups.cell_type[chosen] == one] for one in types]
    return Profiles(
        types,
        cell_type,
        np.unique(donor[kept], return_inverse=True)[1],
        [members[at] for at in kept],
        totals[kept],
        np.bincount(cell_type, weights=cells[kept], minlength=len(types)).astype(np.int64),
        [np.unique(sums.stratum[part]) for part in of_type],
        np.array([sums.cells[part].sum() for part in of_type]),
    )
