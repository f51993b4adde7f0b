"""The table of a gene's diseases, and that of the signs of a disease."""

from typing import NamedTuple

from atlasview.export.tables.subject import gene_rows
from atlasview.export.tables.table import Column, Row, TableKind, name_beside
from atlasview.records.disease import Disease, DiseaseAssociation
from atlasview.records.profile import GeneProfile, Profile, Sign, TermProfile


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
        Column("disease_name", lambda row: name_beside(row.disease.name, row.disease.id), "name of the disease"),
        Column("kind", lambda row: row.association.kind, "how the gene is tied to it, in the source's sense"),
        Column("note", lambda row: row.association.note, "a fact beside it"),
        Column("publications", lambda row: row.association.publications, "list of papers"),
        Column("source", lambda row: row.association.source, "key of the source"),
    ),
    _rows,
)


def _sign_rows(profile: Profile) -> list[Row[Sign]] | None:
    if not isinstance(profile, TermProfile):
        return None
    return [Row("", "", sign) for sign in profile.signs]


SIGNS: TableKind[Sign] = TableKind(
    "signs",
    "Signs",
    (
        Column("disease", lambda sign: sign.phenotype.disease, "identifier of the disease"),
        Column("term", lambda sign: sign.phenotype.term, "identifier of the sign"),
        Column("term_name", lambda sign: name_beside(sign.name, sign.phenotype.term), "name of the sign"),
        Column("frequency", lambda sign: sign.phenotype.frequency, "how often it is seen, in the source's words"),
        Column("absent", lambda sign: sign.phenotype.absent, "whether the sign is said not to be seen"),
        Column("onset", lambda sign: sign.phenotype.onset, "when it begins"),
        Column("sex", lambda sign: sign.phenotype.sex, "sex in which it is seen"),
        Column("reference", lambda sign: sign.phenotype.reference, "what it rests on"),
        Column("source", lambda sign: sign.phenotype.source, "key of the source"),
    ),
    _sign_rows,
)
