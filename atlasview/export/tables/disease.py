"""The table of a gene's diseases."""

from typing import NamedTuple

from atlasview.export.tables.subject import gene_rows
from atlasview.export.tables.table import Column, Row, TableKind
from atlasview.records.disease import Disease, DiseaseAssociation
from atlasview.records.profile import GeneProfile, Profile


class _Tie(NamedTuple):
    """A disease with one association to the gene."""

    disease: Disease
    association: DiseaseAssociation


def _rows(profile: Profile) -> list[Row[_Tie]] | None:
    if not isinstance(profile, GeneProfile):
        return None
    return gene_rows(profile, [_Tie(each.disease, tie) for each in profile.diseases for tie in each.associations])


DISEASES: TableKind[_Tie] = TableKind(
    "diseases",
    "Diseases",
    (
        Column("disease", lambda row: row.disease.id, "identifier of the disease"),
        Column("disease_name", lambda row: row.disease.name, "name of the disease"),
        Column("kind", lambda row: row.association.kind, "how the gene is tied to it, in the source's sense"),
        Column("note", lambda row: row.association.note, "a fact beside it"),
        Column("publications", lambda row: row.association.publications, "list of papers"),
        Column("source", lambda row: row.association.source, "key of the source"),
    ),
    _rows,
)
