"""Which papers an atlas has: those that are cited for what it has, and those that its facts rest on."""

from collections.abc import Callable, Iterator
from itertools import islice

from atlasview.building.accounts import RANGE
from atlasview.building.intake import Intake
from atlasview.building.ledger import Ledger
from atlasview.building.papers import StagedPapers
from atlasview.records.disease import DiseaseAssociation
from atlasview.records.interaction import Homology
from atlasview.records.marker import Marker
from atlasview.records.packing import packed_of, packing
from atlasview.records.publication import Publication
from atlasview.records.variant import Variant

_AT_ONCE = 5_000
"""Papers that are asked for together: one by one they take ten times as long."""
_GENES = ("HGNC:", "NCBIGene:", "ENSEMBL:ENSG", "symbol:")


def uncounted(intake: Intake, genes: Callable[[str], tuple[str, ...]]) -> Iterator[int]:
    """Numbers of the names of genes that the atlas does not have: what is said of them counts for nothing."""
    return (name for name, owner in intake.links.names() if owner.startswith(_GENES) and not genes(owner))


def supporting(intake: Intake) -> Iterator[str]:
    """Papers that facts rest on, by what the facts call them, with repeats."""
    yield from intake.papers
    for noun in (DiseaseAssociation, Variant, Homology, Marker):
        at = packing(noun).at("publication" if noun is Homology else "publications")
        for _batch, _owner, _records, content in intake.staging.each(noun.__name__, RANGE):
            for values in packed_of(content):
                yield from (values[at],) if isinstance(values[at], str) else values[at]


def tell_untied(intake: Intake, papers: StagedPapers, ledger: Ledger) -> None:
    """Papers of reference files that nothing of this atlas cites are told; those of superseded entries were."""
    described = (
        (batch, owner, records)
        for batch, owner, records, _content in intake.staging.by_owner(Publication.__name__)
        if intake.batches.has_facts(batch)
    )
    while some := list(islice(described, _AT_ONCE)):
        keys = papers.keys_of([owner for _batch, owner, _records in some])
        for (batch, owner, records), key in zip(some, keys, strict=True):
            if key is None:
                ledger.unmatched(batch, "not tied to a gene", owner, records)
