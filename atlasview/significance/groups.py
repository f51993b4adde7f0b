"""Which cells are added up into one profile: those of one donor, cell type and context."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from atlasview.significance.labels import MISSING, slices


@dataclass(frozen=True, slots=True)
class CellCodes:
    """For each cell of a file the index of its cell type, donor and context, MISSING for none."""

    cell_type: Any
    donor: Any
    context: Any


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of cells over all files, each with its context (MISSING: in no context), cell type and donor.

    words are sorted, so that the order of cells and files changes nothing.
    """

    cell_types: tuple[str, ...]
    donors: tuple[str, ...]
    contexts: tuple[str, ...]
    context: Any
    cell_type: Any
    donor: Any

    def __len__(self) -> int:
        return len(self.cell_type)


def grouped(
    files: Sequence[CellCodes], cell_types: tuple[str, ...], donors: tuple[str, ...], contexts: tuple[str, ...]
) -> tuple[Groups, list[Any]]:
    """The groups that occur, and for each file the group of each cell (MISSING where it is left out)."""
    sizes = len(cell_types), len(donors)
    there = np.unique(np.concatenate([np.unique(key) for codes in files for _part, key in _keys(codes, *sizes)]))
    there = there[there >= 0]
    places = []
    for codes in files:
        own = np.empty(len(codes.cell_type), np.int32)
        for part, key in _keys(codes, *sizes):
            own[part] = np.where(key < 0, MISSING, np.searchsorted(there, key))
        places.append(own)
    rest, donor = np.divmod(there, max(sizes[1], 1))
    context, cell_type = np.divmod(rest, max(sizes[0], 1))
    return Groups(cell_types, donors, contexts, context - 1, cell_type, donor), places


def _keys(codes: CellCodes, cell_types: int, donors: int) -> Iterator[tuple[slice, Any]]:
    """Parts of a file with one number for the group of each cell, MISSING for none."""
    for part in slices(len(codes.cell_type)):
        cell_type, donor, context = codes.cell_type[part], codes.donor[part], codes.context[part]
        key = ((context + np.int64(1)) * cell_types + cell_type) * donors + donor
        yield part, np.where((cell_type < 0) | (donor < 0), np.int64(MISSING), key)
