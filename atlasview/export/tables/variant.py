"""The table of a gene's variants."""

from typing import NamedTuple

from atlasview.export.tables.part import AS_UNIPROT, counted_on, isoform_asked, place_columns
from atlasview.export.tables.subject import gene_rows
from atlasview.export.tables.table import Column, Narrowed, Part, Row, TableKind
from atlasview.figures.isoforms import shown
from atlasview.figures.variant_pins import pins_of
from atlasview.records.profile import GeneProfile, Profile
from atlasview.records.variant import Variant


class _Named(NamedTuple):
    """A variant with the name of its disease."""

    variant: Variant
    disease: str
    position: int | None = None
    """On the isoform that was asked for; None where none was."""


def _rows(profile: Profile) -> list[Row[_Named]] | None:
    if not isinstance(profile, GeneProfile):
        return None
    names = profile.disease_names
    return gene_rows(profile, [_Named(each, names.get(each.disease, "")) for each in profile.variants])


def _part(profile: Profile, part: Part) -> Narrowed[_Named]:
    """The variants that have a residue on an isoform, among those asked for, in the order of the sequence."""
    chosen, chain = isoform_asked(profile, part)
    positions = counted_on(chosen, chain, part)
    if not isinstance(profile, GeneProfile):
        return Narrowed((), (), positions)
    view, names = shown(chosen.detail, chosen.named), profile.disease_names
    found = pins_of(profile.variants, chosen.detail, view, residues=part.residues)
    named = [_Named(one, names.get(one.disease, ""), pin.position) for pin in found.pins for one in pin.variants]
    columns: tuple[Column[_Named], ...] = tuple(place_columns(chosen, chain, lambda row: row.position))
    return Narrowed(tuple(gene_rows(profile, named)), columns, positions, (found.said(),))


VARIANTS: TableKind[_Named] = TableKind(
    "variants",
    "Variants",
    (
        Column("hgvs_p", lambda row: row.variant.hgvs_p, "change of the protein in HGVS notation"),
        Column("isoform", lambda row: row.variant.isoform, "isoform that the position counts on"),
        Column("position", lambda row: row.variant.position, "residue, counted from 1"),
        Column("ref", lambda row: row.variant.ref, "residues of the reference sequence"),
        Column("alt", lambda row: row.variant.alt, "residues in their place"),
        Column("consequence", lambda row: row.variant.consequence, "kind of change"),
        Column("origin", lambda row: row.variant.origin, "germline or somatic"),
        Column("significance", lambda row: row.variant.significance, "clinical significance in the source's sense"),
        Column("disease", lambda row: row.variant.disease, "identifier of the disease"),
        Column("disease_name", lambda row: row.disease, "name of the disease"),
        Column("dbsnp", lambda row: row.variant.dbsnp, "dbSNP identifier"),
        Column("note", lambda row: row.variant.note, "what else the source says"),
        Column("count", lambda row: row.variant.count, "number of observations, tumours for instance"),
        Column("unplaced", lambda row: row.variant.unplaced, "why it has no place on a protein of the gene"),
        Column("publications", lambda row: row.variant.publications, "list of papers"),
        Column("source", lambda row: row.variant.source, "key of the source"),
    ),
    _rows,
    positions=AS_UNIPROT,
    part=_part,
)
