"""Genes, their transcripts, expression and relatives."""

from sqlalchemy import Column, Float, Table, Text, UniqueConstraint

from atlasview.atlas.schema.columns import (
    METADATA,
    link,
    maybe_real,
    maybe_whole,
    number,
    own_key,
    owner,
    source,
    subject_key,
    whole,
    words,
)

gene = Table(
    "gene",
    METADATA,
    subject_key(),
    words("locus_type"),
    words("band"),
    words("chromosome"),
    maybe_whole("start"),
    maybe_whole("end"),
    words("strand"),
    words("assembly"),
    whole("taxon"),
    source(),
)

gene_name = Table(
    "gene_name",
    METADATA,
    owner("gene", "gene"),
    number(),
    words("kind"),
    words("text"),
    source(),
    sqlite_with_rowid=False,
)

transcript = Table(
    "transcript",
    METADATA,
    own_key(),
    link("gene", "gene", index=True),
    words("id"),
    words("assembly"),
    words("biotype"),
    whole("mane_select"),
    whole("mane_plus_clinical"),
    whole("canonical"),
    words("chromosome"),
    words("strand"),
    maybe_whole("exon_count"),
    maybe_whole("length"),
    maybe_whole("cds_start"),
    maybe_whole("cds_end"),
    maybe_whole("phase"),
    words("protein"),
    words("isoform"),
    words("ccds"),
    source(),
    UniqueConstraint("id", "assembly"),
)

exon = Table(
    "exon",
    METADATA,
    owner("transcript", "transcript"),
    number(),
    whole("start"),
    whole("end"),
    sqlite_with_rowid=False,
)

dataset = Table("dataset", METADATA, own_key(), Column("name", Text, nullable=False, unique=True))

sample = Table(
    "sample",
    METADATA,
    own_key(),
    words("name"),
    words("part"),
    words("id"),
    words("unit"),
    words("kind"),
    link("dataset", "dataset"),
)

expression = Table(
    "expression",
    METADATA,
    owner("gene", "gene"),
    number(),
    link("sample", "sample"),
    maybe_real("value"),
    words("level"),
    words("reliability"),
    source(),
    sqlite_with_rowid=False,
)

interaction = Table(
    "interaction",
    METADATA,
    owner("gene", "gene"),
    number(),
    link("partner", "gene", index=True),
    maybe_real("score"),
    words("channels"),
    source(),
    words("method"),
    words("publications"),
    sqlite_with_rowid=False,
)

homology = Table(
    "homology",
    METADATA,
    owner("gene", "gene"),
    number(),
    words("relative"),
    words("species"),
    words("molecule"),
    Column("identity", Float, nullable=False),
    words("publication"),
    source(),
    sqlite_with_rowid=False,
)
