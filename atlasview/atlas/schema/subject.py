"""Everything that has an identifier and can be spoken of, with what is said of any of them alike."""

from sqlalchemy import Column, Index, Table, Text, text

from atlasview.atlas.schema.columns import METADATA, link, number, own_key, owner, source, whole, words
from atlasview.atlas.search.identifiers import PLAIN

subject = Table(
    "subject",
    METADATA,
    own_key(),
    words("kind"),
    Column("id", Text, nullable=False, unique=True),
    words("symbol"),
    words("name"),
    words("detail"),
    comment="Keys are given in order of rank: genes first, and the best known of a kind before the others.",
)

cross_reference = Table(
    "cross_reference",
    METADATA,
    owner("subject", "subject"),
    number(),
    words("database"),
    words("id"),
    words("label"),
    source(),
    Index("ix_cross_reference_id", text("id COLLATE NOCASE"), sqlite_where=text(PLAIN)),
    sqlite_with_rowid=False,
)

difference = Table(
    "difference",
    METADATA,
    owner("subject", "subject"),
    number(),
    words("what"),
    words("value"),
    source(),
    sqlite_with_rowid=False,
    comment="Values that another source gives in place of what is shown first.",
)

synonym = Table(
    "synonym",
    METADATA,
    owner("subject", "subject"),
    number(),
    words("text"),
    words("scope"),
    source(),
    sqlite_with_rowid=False,
)

hierarchy = Table(
    "hierarchy",
    METADATA,
    owner("child", "subject"),
    number(),
    link("parent", "subject", index=True),
    words("relation"),
    source(),
    sqlite_with_rowid=False,
)

kind_range = Table(
    "kind_range",
    METADATA,
    Column("kind", Text, primary_key=True),
    whole("first"),
    whole("last"),
    sqlite_with_rowid=False,
    comment="Keys of the subjects of one kind follow each other, so that a kind is known by its key.",
)
