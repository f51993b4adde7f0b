"""The check of an atlas: blocks of scores that cannot be read, lead nowhere, or are not what is said of them."""

import zlib
from collections import Counter
from collections.abc import Callable, Iterator

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.score_block import GENES_OF_TILE, STRATA_OF_TILE, Block
from atlasview.atlas.statement import Statement
from atlasview.atlas.strata import Stratum, strata
from atlasview.records.place import Kind
from atlasview.records.source import Finding

_TILES = Statement("SELECT key, gene_range, stratum_range, scores, block FROM score_tile ORDER BY key")
_STRATA = Statement("SELECT key, scores FROM stratum")
_BEST = Statement("SELECT stratum, block FROM best_scores ORDER BY stratum")
_TILE_OF = Statement("SELECT block FROM score_tile WHERE gene_range = :genes AND stratum_range = :strata")
_RANGES = {"prs": (0, 100), "delta": (-1, 1), "p": (0, 1), "q": (0, 1), "percent_expressing": (0, 100)}


def _error(where: str, what: str) -> Finding:
    return Finding("error", where, what)


def _tiles(reader: AtlasReader) -> Iterator[Finding]:
    """Every row of every tile, counted by its stratum."""
    counted: Counter[int] = Counter()
    first, last = reader.kinds.get(Kind.GENE, (1, 0))
    for key, genes, ranges, stated, content in reader.each(_TILES):
        where = f"score_tile {key}"
        try:
            block = Block(content)
        except (ValueError, zlib.error) as error:
            yield _error(where, f"its scores cannot be read: {error}")
            continue
        counted.update(block.strata)
        if len(block) != stated:
            yield _error(where, f"it states {stated:,} scores, there are {len(block):,}")
        if any(gene // GENES_OF_TILE != genes or not first <= gene <= last for gene in set(block.genes)):
            yield _error(where, "it holds scores of what is no gene of its range")
        if any(stratum // STRATA_OF_TILE != ranges for stratum in set(block.strata)):
            yield _error(where, "it holds scores of strata that are not of its range")
        yield from _values(reader, where, block)
    yield from _counts(reader, counted)


def _values(reader: AtlasReader, where: str, block: Block) -> Iterator[Finding]:
    """Numbers that no score can be."""
    known = strata(reader, block.strata)
    if lost := set(block.strata) - known.keys():
        yield _error(where, f"it holds scores of {len(lost):,} strata that are not there")
        return
    bases = {key: stratum.bases for key, stratum in known.items()}
    places = range(len(block))
    for name, (low, high) in _RANGES.items():
        wrong = [one for one in block.column(name, places, bases) if one is not None and not low <= one <= high]
        if wrong:
            yield _error(where, f"its {name} {wrong[0]!r} is not between {low} and {high}")


def _counts(reader: AtlasReader, counted: Counter[int]) -> Iterator[Finding]:
    for key, stated in reader.each(_STRATA):
        if counted[key] != stated:
            yield _error(f"stratum {key}", f"it states {stated:,} scores, there are {counted[key]:,}")


def _best(reader: AtlasReader) -> Iterator[Finding]:
    """The best of each stratum stand in a tile with the same numbers."""
    for key, content in reader.each(_BEST):
        where = f"best_scores {key}"
        try:
            block = Block(content)
        except (ValueError, zlib.error) as error:
            yield _error(where, f"its scores cannot be read: {error}")
            continue
        stratum = strata(reader, [key]).get(key)
        if stratum is None or set(block.strata) - {key}:
            yield _error(where, "it holds scores of another stratum, or of none")
        elif lost := sum(not _stands(reader, gene, stratum, row) for gene, row in _rows(block, stratum)):
            yield _error(where, f"{lost:,} of its {len(block):,} scores are not those of the tiles")


def _rows(block: Block, stratum: Stratum) -> Iterator[tuple[int, tuple[float | None, ...]]]:
    rows = block.rows(range(len(block)), {stratum.key: stratum.bases})
    return zip(block.genes, rows, strict=True)


def _stands(reader: AtlasReader, gene: int, stratum: Stratum, row: tuple[float | None, ...]) -> bool:
    ranges = {"genes": gene // GENES_OF_TILE, "strata": stratum.key // STRATA_OF_TILE}
    for (content,) in reader.rows(_TILE_OF, **ranges):
        block = Block(content)
        places = [at for at in block.of_gene(gene) if block.strata[at] == stratum.key]
        if row in block.rows(places, {stratum.key: stratum.bases}):
            return True
    return False


CHECKS: tuple[Callable[[AtlasReader], Iterator[Finding]], ...] = (_tiles, _best)
