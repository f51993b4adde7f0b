"""Genes, their transcripts, expression and relatives."""

from sqlalchemy import Column, Float, Integer, Table, Text, UniqueConstraint

from atlasview.atlas.schema.columns import (
    METADATA,
    link,
    maybe_real,
    maybe_whole,
    maybe_words,
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

gene_said = Table(
    "gene_said",
    METADATA,
    owner("gene", "gene"),
    number(),
    maybe_words("symbol"),
    maybe_words("name"),
    maybe_words("locus_type"),
    maybe_words("band"),
    maybe_words("chromosome"),
    maybe_whole("start"),
    maybe_whole("end"),
    maybe_words("strand"),
    maybe_words("assembly"),
    source(),
    sqlite_with_rowid=False,
    comment="What a source says of a gene of which more is shown; NULL: what the atlas shows, 0: no start or end.",
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

band = Table(
    "band",
    METADATA,
    Column("assembly", Text, primary_key=True),
    Column("chromosome", Text, primary_key=True),
    Column("start", Integer, primary_key=True),
    whole("end"),
    words("name"),
    source(),
    sqlite_with_rowid=False,
    comment="Bands of chromosomes, from which a gene that is added later gets its own.",
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
