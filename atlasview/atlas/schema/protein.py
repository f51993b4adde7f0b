"""Proteins, isoforms and features."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from atlasview.atlas.schema.columns import (
    METADATA,
    link,
    maybe_whole,
    number,
    own_key,
    owner,
    source,
    subject_key,
    whole,
    words,
)

protein = Table(
    "protein",
    METADATA,
    subject_key(),
    Column("accession", Text, nullable=False, unique=True),
    words("secondary"),
    words("entry_name"),
    whole("reviewed"),
    whole("existence"),
    words("organism"),
    whole("taxon"),
    words("gene_symbol"),
    words("sequence"),
    whole("version"),
    maybe_whole("mass"),
    words("crc64"),
    words("family"),
    source(),
)

gene_protein = Table(
    "gene_protein",
    METADATA,
    owner("gene", "gene"),
    owner("protein", "protein"),
    source(),
    Index("ix_gene_protein_protein", "protein"),
    sqlite_with_rowid=False,
)

protein_name = Table(
    "protein_name",
    METADATA,
    owner("protein", "protein"),
    number(),
    words("kind"),
    words("text"),
    source(),
    sqlite_with_rowid=False,
)

isoform = Table(
    "isoform",
    METADATA,
    own_key(),
    link("protein", "protein", index=True),
    Column("id", Text, nullable=False, unique=True),
    words("name"),
    words("synonyms"),
    whole("canonical"),
    words("differences"),
    Column("sequence", Text),
    words("note"),
    source(),
)

evidence = Table("evidence", METADATA, own_key(), Column("text", Text, nullable=False, unique=True))

feature = Table(
    "feature",
    METADATA,
    owner("protein", "protein"),
    number(),
    Column("isoform", Integer, ForeignKey("isoform.key"), comment="NULL for the protein's own sequence"),
    whole("ordinal"),
    words("type"),
    maybe_whole("start"),
    maybe_whole("end"),
    words("start_sign"),
    words("end_sign"),
    words("description"),
    words("id"),
    link("evidence", "evidence"),
    source(),
    sqlite_with_rowid=False,
)

comment = Table(
    "comment",
    METADATA,
    owner("protein", "protein"),
    number(),
    words("topic"),
    words("molecule"),
    words("text"),
    link("evidence", "evidence"),
    source(),
    sqlite_with_rowid=False,
)
