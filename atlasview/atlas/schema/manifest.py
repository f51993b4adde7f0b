"""What an atlas says of itself: manifest, counts, sources."""

from sqlalchemy import Column, Table, Text

from atlasview.atlas.schema.columns import METADATA, maybe_whole, number, own_key, owner, whole, words

manifest = Table(
    "manifest",
    METADATA,
    Column("name", Text, primary_key=True),
    words("value"),
    sqlite_with_rowid=False,
)

noun_count = Table("noun_count", METADATA, number(), words("noun"), whole("records"), sqlite_with_rowid=False)

source = Table(
    "source",
    METADATA,
    own_key(),
    Column("code", Text, nullable=False, unique=True),
    words("database"),
    words("release"),
    words("date"),
    words("licence"),
    words("licence_url"),
    maybe_whole("redistributable"),
    words("conditions"),
    words("url"),
    words("file"),
    maybe_whole("size"),
    words("sha256"),
    whole("read"),
    whole("kept"),
    whole("rejected"),
    whole("filtered"),
    whole("superseded"),
)

source_note = Table(
    "source_note",
    METADATA,
    owner("source", "source"),
    number(),
    words("kind"),
    words("text"),
    whole("records"),
    sqlite_with_rowid=False,
    comment="Why records of a source are not in the atlas, and what was odd about it.",
)

record_version = Table(
    "record_version",
    METADATA,
    Column("record", Text, primary_key=True),
    words("version"),
    sqlite_with_rowid=False,
    comment="Which version of an entry or term this is, so that a later release can take its place.",
)
