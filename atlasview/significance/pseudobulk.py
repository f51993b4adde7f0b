"""Counts of cells added up into one profile per donor, cell type and context.

A sum over blocks and files: `Sums` of parts, made anywhere, are merged by adding.
"""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from atlasview.records.trouble import InputRefused
from atlasview.significance.cell_file import Block
from atlasview.significance.groups import Groups
from atlasview.significance.labels import slices

_LARGEST = np.uint32(0xFFFFFFFF)


@dataclass(slots=True)
class Sums:
    """What is known of each group.

    counts      groups x genes, uint32
    totals      sum of all counts of a group, those of genes that are not compared included
    cells       number of cells
    expressing  strata x genes: cells with a count; a stratum is a context with a cell type
    stratum     of each group
    """

    counts: Any
    totals: Any
    cells: Any
    expressing: Any
    stratum: Any

    @classmethod
    def empty(cls, groups: Groups, genes: int) -> Self:
        """Nothing yet."""
        keys = groups.context * len(groups.cell_types) + groups.cell_type
        strata, stratum = np.unique(keys, return_inverse=True)
        return cls(
            np.zeros((len(groups), genes), np.uint32),
            np.zeros(len(groups)),
            np.zeros(len(groups), np.int64),
            np.zeros((len(strata), genes), np.uint32),
            stratum,
        )

    def add_cells(self, group: Any, totals: Any = None) -> None:
        """Count the cells of a file by their groups; `totals` are theirs where the file says them."""
        for part in slices(len(group)):
            own = group[part]
            inside = own >= 0
            self.cells += np.bincount(own[inside], minlength=len(self.cells))
            if totals is not None:
                self.totals += np.bincount(own[inside], weights=totals[part][inside], minlength=len(self.cells))

    def add(self, block: Block, counts: Any, group: Any, place: Any, with_totals: bool) -> None:
        """Add a block of a file.

        group        of each cell of the file, negative for none
        place        of each gene of the file among those that are compared, negative for none
        with_totals  whether totals are the sums of counts
        """
        own = group[block.cells]
        kept = own >= 0
        own, counts, genes = own[kept].astype(np.intp), counts[kept], place[block.genes[kept]]
        if with_totals:
            self.totals += np.bincount(own, weights=counts, minlength=len(self.totals))
        kept = (genes >= 0) & (counts > 0)
        own, counts, genes = own[kept], counts[kept], genes[kept]
        width = self.counts.shape[1]
        np.add.at(self.counts.reshape(-1), own * width + genes, counts)
        np.add.at(self.expressing.reshape(-1), self.stratum[own] * width + genes, np.uint32(1))

    def merge(self, other: "Sums") -> None:
        """Add the sums of another part of the data, made for the same groups and genes."""
        self.counts += other.counts
        self.totals += other.totals
        self.cells += other.cells
        self.expressing += other.expressing

    def check(self) -> None:
        """Raises InputRefused where a sum has left the range of its 32 bits."""
        if len(self.totals) and self.totals.max() > float(_LARGEST):
            raise InputRefused(
                "a donor has more than 4,294,967,295 counts in one cell type",
                remedy="the values are no counts, or one donor stands for many: name the column of donors",
            )
