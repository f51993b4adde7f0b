"""Which terms, diseases and cell types each gene is said to have, for the counts that rank them."""

from collections.abc import Iterator, Mapping
from operator import itemgetter

from atlasview.atlas.staging import Staging
from atlasview.building.staged import GENE
from atlasview.records.packing import packed_of, packing
from atlasview.records.term import GeneTerm
from atlasview.records.tie import NEGATED


def things_of_genes(
    staging: Staging, aliases: Mapping[str, str], noun: type, field: str, known: set[str], unknown: dict[str, str]
) -> Iterator[set[str]]:
    """The things in a field of a noun's facts, gene by gene, without those that a gene is said not to have.

    known    things that are described; `aliases` leads to them from other identifiers
    unknown  takes up those that nobody describes, each with the key of the source that speaks of it first
    """
    at = packing(noun).at(field)
    denies = packing(noun).at("qualifier") if noun is GeneTerm else None
    current, things = 0, set[str]()
    for key, _batch, content in staging.by_key(noun.__name__, GENE):
        if key != current:
            yield things
            current, things = key, set()
        facts = packed_of(content)
        said: set[str] = set(map(itemgetter(at), facts))
        meant: dict[str, str] = {}
        for thing in sorted(said.difference(known).difference(unknown)):
            meant[thing] = aliases.get(thing) or thing
            if meant[thing] not in known:
                unknown.setdefault(meant[thing], next(values[-1] for values in facts if values[at] == thing))
        if denies is not None:
            said = {values[at] for values in facts if not values[denies].startswith(NEGATED)}
        things |= {meant.get(thing, thing) for thing in said} if meant else said
    yield things
