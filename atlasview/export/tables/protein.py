"""The table of the features on a page's proteins."""

from typing import NamedTuple

from atlasview.export.feature_terms import feature_term
from atlasview.export.selection import touches
from atlasview.export.tables.part import AS_UNIPROT, counted_on, ends_columns, isoform_asked
from atlasview.export.tables.subject import gene_rows
from atlasview.export.tables.table import Column, Narrowed, Part, Row, TableKind
from atlasview.figures.isoforms import Placed, shown
from atlasview.records.profile import GeneProfile, Profile, ProteinProfile
from atlasview.records.protein import Feature, Protein


class _Placed(NamedTuple):
    """A feature with the protein it lies on."""

    protein: Protein
    feature: Feature
    start: int | None = None
    """On the isoform that was asked for, as `end`; None where neither was, or where it is not known."""
    end: int | None = None


def _rows(profile: Profile) -> list[Row[_Placed]] | None:
    if not isinstance(profile, GeneProfile | ProteinProfile):
        return None
    details = profile.proteins if isinstance(profile, GeneProfile) else (profile.detail,)
    return gene_rows(profile, [_Placed(each.protein, feature) for each in details for feature in each.features])


def _part(profile: Profile, part: Part) -> Narrowed[_Placed]:
    """The features on an isoform, those that touch the residues asked for."""
    chosen, chain = isoform_asked(profile, part)
    view = shown(chosen.detail, chosen.named)
    protein = chosen.detail.protein
    if view.canonical:
        own = (protein.accession, chosen.id_of_isoform)
        found = [_Placed(protein, one, one.start, one.end) for one in chosen.detail.features if one.sequence in own]
    else:
        found = [_moved(protein, placed) for placed in view.placed]
    kept = [row for row in found if touches(row.feature.type, row.start, row.end, part.residues)]
    columns: tuple[Column[_Placed], ...] = tuple(ends_columns(chosen, chain, lambda row: (row.start, row.end)))
    rows = gene_rows(profile, kept) if isinstance(profile, GeneProfile | ProteinProfile) else []
    return Narrowed(tuple(rows), columns, counted_on(chosen, chain, part), (view.note,) if view.note else ())


def _moved(protein: Protein, placed: Placed) -> _Placed:
    feature = placed.feature
    start = placed.start if feature.start is not None else None
    return _Placed(protein, feature, start, placed.end if feature.end is not None else None)


def _evidence(row: _Placed) -> tuple[str, ...]:
    return tuple(" ".join(part for part in (each.code, each.reference) if part) for each in row.feature.evidence)


FEATURES: TableKind[_Placed] = TableKind(
    "features",
    "Protein features",
    (
        Column("accession", lambda row: row.protein.accession, "UniProt accession"),
        Column("entry_name", lambda row: row.protein.entry_name, "UniProt entry name"),
        Column("sequence", lambda row: row.feature.sequence, "accession or isoform that the positions count on"),
        Column("ordinal", lambda row: row.feature.ordinal, "place in the entry, from 1"),
        Column("type", lambda row: row.feature.type, "UniProt's feature key"),
        Column("ontology_term", lambda row: feature_term(row.feature.type).term, "Sequence Ontology identifier"),
        Column("ontology_name", lambda row: feature_term(row.feature.type).name, "Sequence Ontology name"),
        Column("start_sign", lambda row: row.feature.start_sign, "<: lies before start, ?: start is uncertain"),
        Column("start", lambda row: row.feature.start, "first residue, counted from 1; empty where unknown"),
        Column("end_sign", lambda row: row.feature.end_sign, ">: lies behind end, ?: end is uncertain"),
        Column("end", lambda row: row.feature.end, "last residue, included; of a bond the second residue"),
        Column("description", lambda row: row.feature.description, "what the source says of it"),
        Column("id", lambda row: row.feature.id, "the source's identifier of the feature"),
        Column("evidence", _evidence, "list of evidence codes, each with what it rests on"),
        Column("source", lambda row: row.feature.source, "key of the source"),
    ),
    _rows,
    positions=AS_UNIPROT,
    part=_part,
)
