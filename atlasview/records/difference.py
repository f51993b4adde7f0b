"""Where two sources contradict each other: the value that is not the one an atlas shows first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from atlasview.records.source import Source


@dataclass(frozen=True, slots=True)
class Difference:
    """Another source gives another value for what the atlas says of `subject` (CURIE of a gene).

    what   `symbol`, `name`, `gene type`, `band`, `chromosome` or `position`
    value  as that source gives it; a position as `4:122612623-122621069 (-) GRCh38`, 1-based closed
    """

    subject: str
    what: str
    value: str
    source: str


def differing(differences: Iterable[Difference], sources: Mapping[str, Source]) -> list[str]:
    """What other sources say in place of what is shown: `symbol MARCH1 (NCBI Gene)`."""
    return [
        f"{each.what} {each.value} ({sources[each.source].database if each.source in sources else each.source})"
        for each in differences
    ]
