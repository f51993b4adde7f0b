"""The tables of a gene's interactions and of its relatives."""

from typing import NamedTuple

from atlasview.export.tables.subject import gene_rows
from atlasview.export.tables.table import Column, Row, TableKind
from atlasview.records.interaction import Homology, Interaction
from atlasview.records.profile import GeneLink, GeneProfile, Profile


class _Partner(NamedTuple):
    """An interaction, seen from the page's gene."""

    interaction: Interaction
    partner: GeneLink


def _interaction_rows(profile: Profile) -> list[Row[_Partner]] | None:
    if not isinstance(profile, GeneProfile):
        return None
    return gene_rows(profile, [_Partner(each, partner) for each, partner in profile.interactions])


def _homology_rows(profile: Profile) -> list[Row[Homology]] | None:
    return gene_rows(profile, profile.homologies) if isinstance(profile, GeneProfile) else None


INTERACTIONS: TableKind[_Partner] = TableKind(
    "interactions",
    "Interactions",
    (
        Column("partner", lambda row: row.partner.id, "identifier of the other gene"),
        Column("partner_symbol", lambda row: row.partner.symbol, "symbol of the other gene"),
        Column("partner_name", lambda row: row.partner.name, "name of the other gene"),
        Column("score", lambda row: row.interaction.score, "combined score, 0 to 1"),
        Column(
            "channels",
            lambda row: tuple(f"{name}={value!r}" for name, value in row.interaction.channels),
            "list of kinds of evidence, each with its score or count",
        ),
        Column("method", lambda row: row.interaction.method, "how it was found, in the source's words"),
        Column("publications", lambda row: row.interaction.publications, "list of papers that found it"),
        Column("source", lambda row: row.interaction.source, "key of the source"),
    ),
    _interaction_rows,
)

HOMOLOGIES: TableKind[Homology] = TableKind(
    "homologies",
    "Homologies",
    (
        Column("relative", lambda row: row.relative, "the gene that it resembles"),
        Column("species", lambda row: row.species, "species of the relative"),
        Column("molecule", lambda row: row.molecule, "what was compared: protein or DNA"),
        Column("identity", lambda row: row.identity, "identical positions, percent"),
        Column("publication", lambda row: row.publication, "paper that says so"),
        Column("source", lambda row: row.source, "key of the source"),
    ),
    _homology_rows,
)
