"""Scores of genes in cell types: what is one for all genes of a cell type, and blocks of the rest.

Rows of their own would take some 75 bytes a score. `score_block` says what a block holds.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table

from atlasview.atlas.schema.columns import (
    METADATA,
    link,
    maybe_real,
    maybe_whole,
    own_key,
    owner,
    source,
    whole,
    words,
)

stratum = Table(
    "stratum",
    METADATA,
    own_key(),
    link("cell_type", "cell_type"),
    link("context", "context"),
    link("dataset", "dataset"),
    maybe_real("threshold"),
    maybe_whole("profiles"),
    maybe_whole("other_profiles"),
    maybe_whole("donors"),
    maybe_whole("cells"),
    words("replication"),
    source(),
    maybe_real("largest"),
    whole("scores"),
    Index("ix_stratum_cell_type", "cell_type"),
    comment="A cell type in a context and data set, with what all its scores have in common; `largest` is the CSI that"
    " rCSI is a percentage of, `scores` their number.",
)

score_tile = Table(
    "score_tile",
    METADATA,
    own_key(),
    Column("gene_range", Integer, nullable=False),
    Column("stratum_range", Integer, nullable=False),
    whole("scores"),
    Column("block", LargeBinary, nullable=False),
    Index("ix_score_tile_gene", "gene_range"),
    Index("ix_score_tile_stratum", "stratum_range"),
    comment="Scores of a few genes, whose keys follow each other, in a few strata.",
)

best_scores = Table(
    "best_scores",
    METADATA,
    owner("stratum", "stratum"),
    Column("block", LargeBinary, nullable=False),
    comment="The scores of a stratum that are highest by PRS, then CSI; they stand in a tile as well.",
)
