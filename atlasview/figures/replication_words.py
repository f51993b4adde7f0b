"""What is to be kept in mind of scores that rest on few donors, said once for all of them."""

from collections.abc import Iterable

from atlasview.figures.residues import grouped
from atlasview.records.significance import Significance

_MEANS = {
    "pseudoreplicated": "pseudoreplicated: one donor, whose cells were taken as observations; they do not compare",
    "not replicated": "not replicated: fewer than 3 donors",
    "few donors": "of few donors, 3 to 9: do not lean on their intervals",
}


def replication_words(scores: Iterable[Significance | None]) -> str:
    """`All scores are pseudoreplicated: one donor, ...`; empty where there is nothing to say."""
    found = [one.replication for one in scores if one is not None]
    sentences = []
    for key, means in _MEANS.items():
        count = found.count(key)
        if count:
            which = "All scores" if count == len(found) else f"{grouped(count)} of {grouped(len(found))} scores"
            sentences.append(f"{which} {'is' if count == 1 and len(found) > 1 else 'are'} {means}.")
    return " ".join(sentences)
