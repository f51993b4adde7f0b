"""Reading STRING's links and NCBI's gene2pubmed into the staging, against splitting and inserting the bare lines."""

import random
from collections.abc import Iterator
from itertools import count

from benchmarks.table import Figure
from benchmarks.variant_tables import compared

ROWS = 200_000


_PROTEINS = 19_000
_ONE_IN = 30
"""Of all pairs of proteins so many are linked: twelve million rows, as STRING has of people."""


def _pairs() -> Iterator[tuple[int, int]]:
    """Endless pairs as STRING's files have them: those of one protein together, each pair once from either end."""
    order = list(range(1, _PROTEINS + 1))
    random.Random(7).shuffle(order)
    while True:
        for one in order:
            yield from ((one, other) for other in range(1, _PROTEINS + 1) if not (one * other + one + other) % _ONE_IN)


def link_lines() -> Iterator[str]:
    """Endless rows as STRING's `protein.links.detailed`."""
    chance = random.Random(7)
    channels = "neighborhood fusion cooccurence coexpression experimental database textmining"
    yield f"protein1 protein2 {channels} combined_score"
    scores = [0, 0, 0, *range(40, 999)]
    for one, other in _pairs():
        said = [0, 0, *(chance.choice(scores) if chance.random() < 0.6 else 0 for _ in range(5))]
        yield f"9606.ENSP{one:011} 9606.ENSP{other:011} {' '.join(map(str, said))} {max(150, *said)}"


def plain_link_lines() -> Iterator[str]:
    """Endless rows as STRING's `protein.links`."""
    yield "protein1 protein2 combined_score"
    for one, other in _pairs():
        yield f"9606.ENSP{one:011} 9606.ENSP{other:011} {150 + one * other % 849}"


def paper_lines() -> Iterator[str]:
    """Endless rows as gene2pubmed's, of people alone, a hundred of each gene.

    Five of eleven name a paper that none before them named.
    """
    chance = random.Random(7)
    yield "#tax_id\tGeneID\tPubMed_ID"
    papers = [30_000_000]
    for row in count():
        if chance.random() < 5 / 11:
            papers.append(papers[-1] + chance.randrange(1, 12))
        yield f"9606\t{1 + row // 100}\t{chance.choice(papers)}"


def measure(runs: int, rows: int = ROWS) -> list[Figure]:
    """Seconds of reading and staging as parts of those that the bare lines take, in the same run; best of runs."""
    return [
        compared("string-links", "STRING's links", link_lines(), runs, rows, " "),
        compared("gene2pubmed", "gene2pubmed", paper_lines(), runs, rows),
    ]
