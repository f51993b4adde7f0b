"""Papers and what they are cited for; articles and their sections."""

from sqlalchemy import Column, Table, Text

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

publication = Table(
    "publication",
    METADATA,
    subject_key(),
    words("pmid"),
    words("doi"),
    words("authors"),
    words("journal"),
    maybe_whole("year"),
    words("volume"),
    words("issue"),
    words("pages"),
    maybe_whole("cited_by"),
    source(),
)

citation = Table(
    "citation",
    METADATA,
    owner("subject", "subject"),
    number(),
    link("publication", "publication", index=True),
    words("scope"),
    source(),
    sqlite_with_rowid=False,
)

support = Table(
    "support",
    METADATA,
    owner("publication", "publication"),
    owner("gene", "gene"),
    Column("scope", Text, primary_key=True, comment="what the paper supports: a disease, a variant, a homology"),
    sqlite_with_rowid=False,
)

article = Table(
    "article",
    METADATA,
    subject_key(),
    link("gene", "gene", index=True),
    words("origin"),
    words("language"),
    words("authors"),
    words("affiliation"),
    words("published"),
    words("revised"),
    source(),
)

section = Table(
    "section",
    METADATA,
    own_key(),
    link("article", "article", index=True),
    words("heading"),
    words("text"),
    whole("translated"),
)
