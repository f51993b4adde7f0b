"""Cell types, contexts, and the genes that mark them."""

from sqlalchemy import Column, Table, Text

from atlasview.atlas.schema.columns import (
    METADATA,
    link,
    maybe_real,
    number,
    own_key,
    owner,
    source,
    subject_key,
    words,
)

cell_type = Table("cell_type", METADATA, subject_key(), words("definition"), words("lineage"), source())

context = Table(
    "context", METADATA, own_key(), Column("id", Text, nullable=False, unique=True), words("label"), source()
)

marker = Table(
    "marker",
    METADATA,
    owner("gene", "gene"),
    number(),
    link("cell_type", "cell_type", index=True),
    words("tissue"),
    words("condition"),
    maybe_real("score"),
    words("evidence"),
    words("publications"),
    source(),
    sqlite_with_rowid=False,
    comment="Genes that lists call markers of a cell type; a score here is the source's own and no CSI.",
)
