"""Terms and diseases, and the genes tied to them."""

from sqlalchemy import Table

from atlasview.atlas.schema.columns import METADATA, link, number, owner, source, subject_key, whole, words

term = Table(
    "term",
    METADATA,
    subject_key(),
    words("category"),
    words("definition"),
    whole("obsolete"),
    words("replaced_by"),
    source(),
)

gene_term = Table(
    "gene_term",
    METADATA,
    owner("gene", "gene"),
    number(),
    link("term", "term", index=True),
    words("qualifier"),
    words("evidence"),
    words("reference"),
    words("assigned_by"),
    source(),
    sqlite_with_rowid=False,
)

disease = Table("disease", METADATA, subject_key(), words("definition"), source())

disease_phenotype = Table(
    "disease_phenotype",
    METADATA,
    owner("disease", "disease"),
    number(),
    link("term", "term", index=True),
    words("frequency"),
    whole("absent"),
    words("onset"),
    words("sex"),
    words("reference"),
    source(),
    sqlite_with_rowid=False,
)

disease_association = Table(
    "disease_association",
    METADATA,
    owner("gene", "gene"),
    number(),
    link("disease", "disease", index=True),
    words("kind"),
    words("note"),
    words("publications"),
    source(),
    sqlite_with_rowid=False,
)
