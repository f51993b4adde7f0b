"""How many genes of an atlas have scores in each data set."""

from collections.abc import Iterable

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.place import Kind
from atlasview.records.significance import Coverage

_SCORED = Statement(
    "SELECT d.name, max(x.genes) FROM (SELECT dataset, sum(scores) AS genes FROM stratum"
    " GROUP BY dataset, cell_type, context) x JOIN dataset d ON d.key = x.dataset GROUP BY d.name"
)


def coverage(reader: AtlasReader, datasets: Iterable[str]) -> tuple[Coverage, ...]:
    """Of some data sets in their order, each once; counted when the first is asked for, and held."""
    asked = dict.fromkeys(datasets)
    if asked and not reader.scored:
        reader.scored.update((str(name), int(genes)) for name, genes in reader.rows(_SCORED))
    first, last = reader.kinds.get(Kind.GENE, (1, 0))
    return tuple(Coverage(name, reader.scored[name], last - first + 1) for name in asked if name in reader.scored)
