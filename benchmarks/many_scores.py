"""An atlas of millions of scores: how large it is, what building it takes, and the queries of its pages."""

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from atlasview.atlas.cell_type import cell_type_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.significance import best_genes, cell_type_genes, gene_significance
from atlasview.atlas.statement import Statement
from atlasview.atlas.strata import strata_of
from benchmarks import made_scores
from benchmarks.table import Figure, percentile, shown
from benchmarks.tree import Watched, watched
from benchmarks.whole_build import HGNC, MOST_MEMORY, SHARED

ONTOLOGY = SHARED / "ontology" / "cl-basic.obo.gz"
CELL_TYPES, CONTEXTS = 200, 5
WHOLE = 20_000_000
"""Scores of which the goals of size and time are said."""
MOST_MEGABYTES = 500
MOST_MILLISECONDS = 5
"""Of one context and data set: a gene's scores in it, and the best genes of a cell type in it."""
ASKED, WHOLE_CELL_TYPES = 200, 5
_GENES = Statement("SELECT key, id FROM subject WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY key")
_CELL_TYPES = Statement("SELECT DISTINCT s.key, s.id FROM stratum x JOIN subject s ON s.key = x.cell_type ORDER BY 1")
_SIZES = Statement(
    "SELECT CASE WHEN name LIKE '%score_tile%' THEN 2 WHEN name LIKE '%stratum%' OR name = 'best_scores' THEN 1 ELSE 0"
    " END AS part, sum(pgsize) AS bytes FROM dbstat GROUP BY 1 ORDER BY 1"
)
_LINES_ALONE = (
    "import sys\nrows = 0\nwith open(sys.argv[1], encoding='utf-8') as file:\n"
    "    for line in file:\n        rows += len(line.split('\\t')) > 1\nprint(rows)\n"
)


def measure(folder: Path, scores: int) -> list[Figure]:
    """Size, seconds and memory of a build of `scores` made scores, of every gene in 200 cell types and five contexts.

    A gene has the thousand scores that it has in the whole size, so that the queries of both pages take what they take
    there; what grows with the genes is told in proportion. Nothing where the public files are not at hand.
    """
    if not all(path.is_file() for path in (HGNC, ONTOLOGY)):
        return []
    table, atlas = folder / "made_scores.tsv", folder / "made_scores.atlas"
    genes = made_scores.genes_of(HGNC, max(1, scores // (CELL_TYPES * CONTEXTS)))
    rows = made_scores.write(table, genes, made_scores.cell_types_of(ONTOLOGY, CELL_TYPES), CONTEXTS)
    lines = watched("-c", _LINES_ALONE, str(table))
    built = watched("-m", "atlasview", "build", str(table), str(HGNC), str(ONTOLOGY), "-o", str(atlas))
    table.unlink()
    return [*_building(rows, built, lines), _sizes(atlas, rows), *_queries(atlas, [gene for gene, _symbol in genes])]


def _building(rows: int, built: Watched, lines: Watched) -> list[Figure]:
    beside = (
        f"{shown(1e6 * built.processor / rows, 'µs')} of processor time a score; splitting the lines of the table"
        f" takes {shown(lines.seconds, 's')}"
    )
    return [
        Figure(f"building an atlas of {rows:,} made scores", built.seconds, "s", None, beside),
        Figure("... peak memory of all its processes", built.memory, "MiB", MOST_MEMORY),
    ]


def _sizes(atlas: Path, rows: int) -> Figure:
    """Megabytes that the scores of the whole size take: tiles in proportion, what stands once for a cell type as it is.

    Genes, cell types and their names for search take room of their own, whether they have scores or not.
    """
    with AtlasReader(atlas) as reader:
        others, of_strata, tiles = (row.bytes for row in reader.rows(_SIZES))
    beside = (
        f"{atlas.stat().st_size / 1e6:.0f} MB with {rows:,}, of which names of all human genes and cell types"
        f" {others / 1e6:.0f}; {tiles / rows:.1f} bytes a score"
    )
    whole = (of_strata + tiles * WHOLE / rows) / 1e6
    return Figure(f"room that {WHOLE:,} scores take in an atlas", whole, "MB", MOST_MEGABYTES, beside)


def _queries(atlas: Path, genes: list[str]) -> list[Figure]:
    chance = random.Random(3)
    with AtlasReader(atlas) as reader:
        owners = [(row.key, row.id) for row in reader.rows(_GENES, ids=genes)]
        cells = [(row.key, row.id) for row in reader.rows(_CELL_TYPES)]
        known = [strata_of(reader, key) for key, _id in chance.choices(cells, k=ASKED)]
        return [
            _asked(
                f"all {CELL_TYPES * CONTEXTS:,} scores of a gene in {CELL_TYPES} cell types and {CONTEXTS} contexts",
                lambda gene: gene_significance(reader, *gene),
                chance.choices(owners, k=ASKED),
                CONTEXTS * MOST_MILLISECONDS,
            ),
            _asked(
                "the best 100 genes of a cell type in a context",
                lambda own: best_genes(reader, own[:1]),
                known,
                MOST_MILLISECONDS,
            ),
            _asked(
                f"page of a cell type as it is first shown, the best 100 genes of {CONTEXTS} contexts",
                lambda cell: cell_type_profile(reader, cell[1], first=True),
                chance.choices(cells, k=ASKED // 4),
            ),
            _asked(
                f"all {len(genes) * CONTEXTS:,} scores of a cell type",
                lambda own: cell_type_genes(reader, own),
                known[:WHOLE_CELL_TYPES],
            ),
        ]


def _asked(what: str, ask: Callable[[Any], object], questions: Sequence[Any], goal: float | None = None) -> Figure:
    """Milliseconds of processor time of a query, p95, which others on the machine lengthen less than the clock's."""
    ask(questions[0])
    took = []
    for question in questions:
        began, busy = time.perf_counter(), time.thread_time()
        ask(question)
        took.append((1000 * (time.thread_time() - busy), 1000 * (time.perf_counter() - began)))
    processor, clock = ([one[at] for one in took] for at in range(2))
    beside = (
        f"p95 of {len(took)} in processor time; median {shown(percentile(processor, 50), 'ms')},"
        f" by the clock {shown(percentile(clock, 50), 'ms')}"
    )
    return Figure(f"... {what}", percentile(processor, 95), "ms", goal, beside)
