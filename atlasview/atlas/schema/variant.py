"""Variants of proteins."""

from sqlalchemy import Column, ForeignKey, Integer, Table

from atlasview.atlas.schema.columns import METADATA, maybe_whole, number, owner, source, words

variant = Table(
    "variant",
    METADATA,
    owner("gene", "gene"),
    number(),
    Column("isoform", Integer, ForeignKey("isoform.key")),
    words("hgvs_p"),
    words("ref"),
    words("alt"),
    maybe_whole("position"),
    words("consequence"),
    words("origin"),
    words("significance"),
    words("disease"),
    words("dbsnp"),
    words("note"),
    maybe_whole("count"),
    words("unplaced"),
    words("publications"),
    source(),
    sqlite_with_rowid=False,
)
