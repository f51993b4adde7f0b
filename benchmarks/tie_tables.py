"""Reading STRING's links and NCBI's gene2pubmed into the staging, against splitting and inserting the bare lines."""

import random
from collections.abc import Iterator

from benchmarks.table import Figure
from benchmarks.variant_tables import compared

ROWS = 200_000


def link_lines() -> Iterator[str]:
    """Endless rows as STRING's `protein.links.detailed`, each pair in one direction only now and then."""
    chance = random.Random(7)
    channels = "neighborhood fusion cooccurence coexpression experimental database textmining"
    yield f"protein1 protein2 {channels} combined_score"
    while True:
        one, other = (chance.randrange(1, 19_000) for _ in range(2))
        scores = [chance.choice((0, 0, 0, chance.randrange(40, 999))) for _ in range(7)]
        said = " ".join(map(str, [*scores, max(150, *scores)]))
        yield f"9606.ENSP{one:011} 9606.ENSP{other:011} {said}"


def paper_lines() -> Iterator[str]:
    """Endless rows as gene2pubmed's, of people alone."""
    chance = random.Random(7)
    yield "#tax_id\tGeneID\tPubMed_ID"
    while True:
        yield f"9606\t{chance.randrange(1, 60_000)}\t{chance.randrange(1, 40_000_000)}"


def measure(runs: int, count: int = ROWS) -> list[Figure]:
    """Seconds of reading and staging as parts of those that the bare lines take, in the same run; best of runs."""
    return [
        compared("string-links", "STRING's links", link_lines(), runs, count, " "),
        compared("gene2pubmed", "gene2pubmed", paper_lines(), runs, count),
    ]
