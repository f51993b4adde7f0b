"""How often papers are cited, and those that are only spoken of."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from atlasview.atlas.staging import Staging
from atlasview.records.packing import packed_of
from atlasview.records.publication import Citation, Publication

_GENES = ("HGNC:", "NCBIGene:", "ENSEMBL:ENSG", "symbol:")


def citations(
    staging: Staging,
    genes: Callable[[str], tuple[str, ...]],
    aliases: Mapping[str, str],
    described: Iterable[Publication],
) -> tuple[Counter[str], dict[str, str]]:
    """Citations of each paper, and the papers that no source describes, by PMID, with who speaks of them.

    What is said of genes that the atlas does not have counts for nothing.
    """
    known = {paper.id for paper in described}
    papers: Counter[str] = Counter()
    spoken: dict[str, str] = {}
    for _batch, owner, _records, content in staging.by_owner(Citation.__name__):
        if owner.startswith(_GENES) and not genes(owner):
            continue
        for values in packed_of(content):
            paper: str = aliases.get(values[1]) or values[1]
            papers[paper] += 1
            if paper not in known and paper.startswith("PMID:"):
                spoken.setdefault(paper, values[-1])
    return papers, spoken
