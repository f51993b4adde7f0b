"""Scores of genes in cell types, read from their blocks."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.score_block import GENES_OF_TILE, STRATA_OF_TILE, Block
from atlasview.atlas.statement import Statement
from atlasview.atlas.strata import Stratum, strata
from atlasview.records.cell_type import Context
from atlasview.records.profile import GeneLink, ScoredCell
from atlasview.records.quick import quick
from atlasview.records.significance import Significance

_OF_GENE = Statement("SELECT block FROM score_tile WHERE gene_range = :range ORDER BY key")
_OF_STRATA = Statement("SELECT block FROM score_tile WHERE stratum_range IN (SELECT value FROM json_each(:ranges))")
_BEST = Statement("SELECT block FROM best_scores WHERE stratum IN (SELECT value FROM json_each(:strata))")
_GENES = Statement("SELECT key, id, symbol, name FROM subject WHERE key IN (SELECT value FROM json_each(:keys))")

_SIGNIFICANCE, _SCORED_CELL, _GENE_LINK = quick(Significance), quick(ScoredCell), quick(GeneLink)

Values = tuple[float | None, ...]
Scored = tuple[int, Stratum, Values]
"""Key of a gene, and its values in a stratum, in the order of `score_block.REALS`."""


def gene_significance(reader: AtlasReader, gene: int, gene_id: str) -> tuple[ScoredCell, ...]:
    """Scores of the gene in every cell type, context and data set, by CSI from high to low, unknown ones last."""
    blocks = [_block(reader, row[0]) for row in reader.rows(_OF_GENE, range=gene // GENES_OF_TILE)]
    found = [(block, places) for block in blocks if (places := block.of_gene(gene))]
    keys = [block.strata[places.start : places.stop] for block, places in found]
    known = _known(reader, chain.from_iterable(keys))
    bases = {key: stratum.bases for key, stratum in known.items()}
    rows = [
        (known[key], values)
        for own, (block, places) in zip(keys, found, strict=True)
        for key, values in zip(own, block.rows(places, bases), strict=True)
    ]
    rows.sort(key=_by_csi)
    return tuple(
        _SCORED_CELL(record(gene_id, stratum, values), stratum.cell_type, stratum.context) for stratum, values in rows
    )


def cell_type_genes(reader: AtlasReader, known: Sequence[Stratum]) -> tuple[GeneLink, ...]:
    """Genes with scores in strata of a cell type, best first by PRS, then CSI; a gene comes once in each stratum."""
    return _links(reader, scored(reader, known))


def best_genes(reader: AtlasReader, known: Sequence[Stratum]) -> tuple[GeneLink, ...]:
    """The same for the best hundred of each stratum."""
    blocks = reader.rows(_BEST, strata=[stratum.key for stratum in known])
    return _links(reader, [one for row in blocks for one in _of_block(_block(reader, row[0]), known)])


def scored(reader: AtlasReader, wanted: Sequence[Stratum]) -> Iterator[Scored]:
    """Values of every gene in some strata, in no order."""
    ranges = {stratum.key // STRATA_OF_TILE for stratum in wanted}
    for row in reader.rows(_OF_STRATA, ranges=sorted(ranges)):
        yield from _of_block(_block(reader, row[0]), wanted)


def contexts_of(known: Sequence[Stratum]) -> tuple[Context, ...]:
    """Contexts of some strata, in their order."""
    found = {stratum.place: stratum.context for stratum in known}
    return tuple(found[place] for place in sorted(found))


def record(gene: str, stratum: Stratum, values: Values) -> Significance:
    """The record of some values."""
    csi, rcsi, prs, fold_change, delta, p, q, csi_low, csi_high, percent = values
    made: Significance = _SIGNIFICANCE(
        gene,
        stratum.cell_type.id,
        stratum.context.id,
        stratum.dataset,
        csi,
        rcsi,
        prs,
        stratum.threshold,
        fold_change,
        delta,
        p,
        q,
        csi_low,
        csi_high,
        stratum.profiles,
        stratum.other_profiles,
        stratum.donors,
        stratum.cells,
        percent,
        stratum.replication,
        stratum.source,
    )
    return made


def _block(reader: AtlasReader, content: bytes) -> Block:
    try:
        return Block(content)
    except (ValueError, zlib.error) as error:
        raise reader.damaged(f"scores cannot be read: {error}") from error


def _known(reader: AtlasReader, keys: Iterable[int]) -> dict[int, Stratum]:
    wanted = set(keys)
    known = strata(reader, wanted)
    if lost := wanted - known.keys():
        raise reader.damaged(f"{len(lost):,} groups of scores are missing")
    return known


def _of_block(block: Block, wanted: Iterable[Stratum]) -> Iterator[Scored]:
    for stratum in wanted:
        if places := block.of_stratum(stratum.key):
            rows = block.rows(places, {stratum.key: stratum.bases})
            for at, values in zip(places, rows, strict=True):
                yield block.genes[at], stratum, values


def _links(reader: AtlasReader, found: Iterable[Scored]) -> tuple[GeneLink, ...]:
    rows = list(found)
    genes = {row[0]: row for row in reader.rows(_GENES, keys=sorted({gene for gene, _stratum, _values in rows}))}
    named = [(genes[gene], stratum, values) for gene, stratum, values in rows]
    named.sort(key=_by_prs)
    return tuple(
        _GENE_LINK(gene, symbol, name, record(gene, stratum, values))
        for (_key, gene, symbol, name), stratum, values in named
    )


def _by_csi(row: tuple[Stratum, Values]) -> tuple[bool, float, tuple[str, int, str]]:
    csi = row[1][0]
    return csi is None, -(csi or 0.0), row[0].order


def _by_prs(row: tuple[tuple[int, str, str, str], Stratum, Values]) -> tuple[bool, float, bool, float, str, int, str]:
    (_key, _gene, symbol, _name), stratum, (csi, _rcsi, prs, *_others) = row
    return prs is None, -(prs or 0.0), csi is None, -(csi or 0.0), symbol, stratum.place, stratum.dataset
