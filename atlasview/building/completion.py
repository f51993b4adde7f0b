"""What follows from the facts and is not in the tables: canonical isoforms, lineages, orders, counts by source."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from atlasview.building.lineage import lineages
from atlasview.building.material import Material
from atlasview.records.cell_type import CellType
from atlasview.records.packing import packing
from atlasview.records.protein import Isoform, Protein
from atlasview.records.source import Source
from atlasview.records.term import Hierarchy, Synonym
from atlasview.records.variant import Variant
from atlasview.sources.hgvs import named_residue

_SCOPES = ("exact", "narrow", "broad", "related")


def with_canonical_isoforms(material: Material) -> Material:
    """Every protein has its canonical isoform; UniProt writes none where a protein has one sequence only.

    The added ones stand at the end, so that the place of every record of the tables stays what it was.
    """
    isoforms = material.of(Isoform)
    sequences = {protein.id: protein.sequence for protein in material.of(Protein)}
    described = {isoform.protein for isoform in isoforms if isoform.canonical}
    taken = {isoform.id for isoform in isoforms}
    filled = [
        replace(isoform, sequence=sequences.get(isoform.protein))
        if isoform.canonical and isoform.sequence is None
        else isoform
        for isoform in isoforms
    ]
    added = [
        Isoform(f"{protein.accession}-1", protein.id, "1", (), True, (), protein.sequence, "", protein.source)
        for protein in material.of(Protein)
        if protein.id not in described and f"{protein.accession}-1" not in taken
    ]
    given = material.where

    def where(noun: type, index: int) -> str:
        if noun is Isoform and index >= len(isoforms):
            return f"the only sequence of {added[index - len(isoforms)].protein}"
        return given(noun, index)

    return replace(_with(material, {Isoform: [*filled, *added]}), where=where)


def completed(material: Material) -> Material:
    """Lineages of cell types, orders in which pages list things, and the counts of each source."""
    lineage = lineages((cell_type.id for cell_type in material.of(CellType)), material.of(Hierarchy))
    return _with(
        material,
        {
            CellType: [replace(one, lineage=lineage[one.id]) for one in material.of(CellType)],
            **{noun: sorted(material.of(noun), key=order) for noun, order in ORDER_WITHIN.items()},
            Source: _counted(material),
        },
    )


def _with(material: Material, changed: dict[type, Sequence[Any]]) -> Material:
    return replace(material, records={**material.records, **changed})


def _variant_order(variant: Variant) -> tuple[bool, int]:
    return _by_residue(variant.position, variant.hgvs_p)


def _by_residue(position: int | None, name: str) -> tuple[bool, int]:
    """Variants without a place come last, by the residue that they name."""
    return position is None, position or named_residue(name)


def _synonym_order(synonym: Synonym) -> int:
    return _SCOPES.index(synonym.scope) if synonym.scope in _SCOPES else len(_SCOPES)


ORDER_WITHIN: dict[type, Callable[[Any], Any]] = {Variant: _variant_order, Synonym: _synonym_order}
"""Facts of one owner that a page lists in another order than that of their sources."""


def _counted(material: Material) -> list[Source]:
    """Sources that state no counts of their own: what was read of them is what the records point to them with."""
    kept = Counter(
        record.source for noun, records in material.records.items() if noun is not Source for record in records
    )
    return [
        source if source.read else replace(source, read=kept[source.key], kept=kept[source.key])
        for source in material.of(Source)
    ]


def packed_order(noun: type) -> Callable[[Any], Any] | None:
    """How packed facts of one owner are sorted; None leaves them in the order in which they were read."""
    order = ORDER_WITHIN.get(noun)
    if order is None:
        return None
    if noun is Variant:
        position, name = packing(noun).at("position"), packing(noun).at("hgvs_p")
        return lambda values: _by_residue(values[position], values[name])
    unpack = packing(noun).unpack
    return lambda values: order(unpack(values))
