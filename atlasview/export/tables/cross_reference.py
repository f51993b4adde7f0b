"""The table of identifiers in other databases."""

from atlasview.export.own_identifier import itself
from atlasview.export.tables.subject import gene_rows
from atlasview.export.tables.table import Column, Row, TableKind
from atlasview.records.profile import GeneProfile, Profile, ProteinProfile, TermProfile
from atlasview.records.reference import CrossReference


def _rows(profile: Profile) -> list[Row[CrossReference]] | None:
    if isinstance(profile, GeneProfile):
        own = itself(profile.gene.id, profile.gene.source)
        proteins = [each for detail in profile.proteins for each in detail.identifiers]
        return gene_rows(profile, list(dict.fromkeys((own, *profile.identifiers, *proteins))))
    if isinstance(profile, ProteinProfile):
        protein = profile.detail.protein
        own = itself(protein.id, protein.source)
        return gene_rows(profile, list(dict.fromkeys((own, *profile.detail.identifiers))))
    if isinstance(profile, TermProfile):
        return [Row(None, None, each) for each in (itself(profile.id, profile.source), *profile.identifiers)]
    return None


IDENTIFIERS: TableKind[CrossReference] = TableKind(
    "identifiers",
    "Identifiers",
    (
        Column("subject", lambda row: row.subject, "what the identifier stands for: gene, protein, term"),
        Column("database", lambda row: row.database, "database"),
        Column("id", lambda row: row.id, "identifier there, without prefix"),
        Column("label", lambda row: row.label, "what the database says of it"),
        Column("source", lambda row: row.source, "key of the source"),
    ),
    _rows,
)
