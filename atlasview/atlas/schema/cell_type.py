"""Cell types, contexts, and the scores of genes in them."""

from sqlalchemy import Column, Index, Table, Text

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
    words,
)

cell_type = Table("cell_type", METADATA, subject_key(), words("definition"), words("lineage"), source())

context = Table(
    "context", METADATA, own_key(), Column("id", Text, nullable=False, unique=True), words("label"), source()
)

significance = Table(
    "significance",
    METADATA,
    owner("gene", "gene"),
    owner("cell_type", "cell_type"),
    owner("context", "context"),
    owner("dataset", "dataset"),
    maybe_real("csi"),
    maybe_real("rcsi"),
    maybe_real("prs"),
    maybe_real("threshold"),
    maybe_real("fold_change"),
    maybe_real("delta"),
    maybe_real("p"),
    maybe_real("q"),
    maybe_real("csi_low"),
    maybe_real("csi_high"),
    maybe_whole("profiles"),
    maybe_whole("other_profiles"),
    maybe_whole("donors"),
    maybe_whole("cells"),
    maybe_real("percent_expressing"),
    words("replication"),
    source(),
    Index("ix_significance_cell_type", "cell_type", "context", "dataset"),
    sqlite_with_rowid=False,
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
