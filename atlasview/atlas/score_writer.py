"""Writes scores: strata as they are met, tiles of a few genes in a few strata, and the best genes of each stratum."""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from heapq import heappush, heappushpop
from operator import itemgetter
from typing import Any

from atlasview.atlas.new_file import Row
from atlasview.atlas.rows import Keys, met
from atlasview.atlas.schema import score
from atlasview.atlas.score_block import GENES_OF_TILE, REALS, STRATA_OF_TILE, Bases
from atlasview.atlas.score_encoding import encoded
from atlasview.atlas.writer import AtlasWriter
from atlasview.records.significance import Significance

BEST = 100
"""Genes of a stratum that are kept beside its tiles as well."""
EXACT_UP_TO = 2_000_000
"""Scores of an atlas up to which each is kept as it was given; of more, six digits."""
_TILES_AT_ONCE = 200
_MOST_STRATA = 50_000
"""Strata that are held at once. A stratum that is met again after more of them is another one of the same names."""

_FIELDS = [one.name for one in fields(Significance)]
_CONSTANTS = (
    *("cell_type", "context", "dataset", "threshold", "profiles", "other_profiles", "donors", "cells", "replication"),
    "source",
)
_reals = itemgetter(*map(_FIELDS.index, REALS))
_constants = itemgetter(*map(_FIELDS.index, _CONSTANTS))
_CSI, _RCSI, _PRS = (REALS.index(name) for name in ("csi", "rcsi", "prs"))
_PACKED = struct.Struct(f"{len(REALS)}d")
_THRESHOLD = _CONSTANTS.index("threshold")
_LOWEST = float("-inf")
_NAN = float("nan")

Group = tuple[int, list[tuple[Any, ...]]]
"""Key of a gene and the values of its scores, in the order of the fields of Significance."""


@dataclass(slots=True)
class _Stratum:
    """A stratum while it is written.

    largest  CSI that rCSI is a percentage of, by the row of its first tile that tells it most exactly; None for ever
             where none of them does, since blocks are read with what they were written with
    scores   rows met so far
    best     a heap of its best rows, the worst first: PRS, CSI, less the gene's key, and the packed values
    """

    key: int
    constants: tuple[Any, ...]
    largest: float | None = None
    scores: int = 0
    best: list[tuple[float, float, int, bytes]] = field(default_factory=list)

    def keep(self, gene: int, values: tuple[float | None, ...]) -> None:
        """Keep a row where it is among the best so far."""
        prs, csi = values[_PRS], values[_CSI]
        rank = (_LOWEST if prs is None else prs, _LOWEST if csi is None else csi, -gene)
        if len(self.best) >= BEST and rank <= self.best[0][:3]:
            return
        row = (*rank, _PACKED.pack(*(_NAN if one is None else one for one in values)))
        if len(self.best) < BEST:
            heappush(self.best, row)
        else:
            heappushpop(self.best, row)

    @property
    def bases(self) -> Bases:
        """What rCSI and fold change are shares of."""
        return self.largest, self.constants[_THRESHOLD] or None


_Tile = list[tuple[int, int, tuple[float | None, ...]]]


class ScoreWriter:
    """Takes the scores of an atlas gene by gene, in the order of their keys."""

    def __init__(self, writer: AtlasWriter, keys: Keys, exact: bool) -> None:
        self._writer, self._keys, self._exact = writer, keys, exact
        self._strata: dict[tuple[Any, ...], _Stratum] = {}
        self._held: dict[int, _Stratum] = {}
        self._written = 0
        self.scores = 0

    def write(self, groups: Iterable[Group]) -> None:
        """Write everything; `scores` is their number afterwards."""
        self._writer.insert(score.score_tile, self._tiles(groups), _TILES_AT_ONCE)
        self._let_go()

    def _tiles(self, groups: Iterable[Group]) -> Iterator[Row]:
        tiles: dict[int, _Tile] = {}
        current, number = -1, 0
        for gene, rows in groups:
            if gene // GENES_OF_TILE != current:
                for tile in sorted(tiles):
                    number += 1
                    yield self._tile(number, current, tile, tiles[tile])
                tiles, current = {}, gene // GENES_OF_TILE
                if len(self._held) > _MOST_STRATA:
                    self._let_go()
            for row in rows:
                stratum = self._stratum(_constants(row))
                tiles.setdefault(stratum // STRATA_OF_TILE, []).append((gene, stratum, _reals(row)))
        for tile in sorted(tiles):
            number += 1
            yield self._tile(number, current, tile, tiles[tile])

    def _stratum(self, constants: tuple[Any, ...]) -> int:
        found = self._strata.get(constants)
        if found is None:
            found = _Stratum(self._written + len(self._held) + 1, constants)
            self._strata[constants] = self._held[found.key] = found
        return found.key

    def _tile(self, number: int, genes: int, strata: int, tile: _Tile) -> Row:
        tile.sort(key=itemgetter(0, 1))
        self._learn(tile)
        keys = {stratum for _gene, stratum, _values in tile}
        bases = {key: self._held[key].bases for key in keys}
        owners, strata_of_rows, values = map(list, zip(*tile, strict=True))
        content = encoded(owners, strata_of_rows, values, bases, self._exact)
        self.scores += len(tile)
        return number, genes, strata, len(tile), content

    def _learn(self, tile: _Tile) -> None:
        """Count the rows of each stratum, keep its best, find out what its rCSI is a percentage of."""
        new = {key for _gene, key, _values in tile if not self._held[key].scores}
        told = dict.fromkeys(new, 0.0)
        for gene, key, values in tile:
            stratum = self._held[key]
            stratum.scores += 1
            stratum.keep(gene, values)
            csi, rcsi = values[_CSI], values[_RCSI]
            if key in new and csi and rcsi and abs(csi) > told[key]:
                told[key], stratum.largest = abs(csi), 100.0 * csi / rcsi

    def _let_go(self) -> None:
        """Write the strata that are held; they are complete, or met again as others."""
        keys, held = self._keys, self._held
        self._writer.insert(score.stratum, (_stratum_row(one, keys) for one in held.values()))
        self._writer.insert(score.best_scores, ((key, self._best(one)) for key, one in held.items()), _TILES_AT_ONCE)
        self._written += len(held)
        self._strata, self._held = {}, {}

    def _best(self, stratum: _Stratum) -> bytes:
        rows = sorted((-less, values) for _prs, _csi, less, values in stratum.best)
        values = [[None if one != one else one for one in _PACKED.unpack(packed)] for _gene, packed in rows]  # noqa: PLR0124
        genes = [gene for gene, _packed in rows]
        return encoded(genes, [stratum.key] * len(rows), values, {stratum.key: stratum.bases}, self._exact)


def _stratum_row(stratum: _Stratum, keys: Keys) -> Row:
    cell_type, context, dataset, *values, source = stratum.constants
    known = keys.subject[cell_type], keys.context[context], met(keys.dataset, dataset)
    return stratum.key, *known, *values, keys.source[source], stratum.largest, stratum.scores
