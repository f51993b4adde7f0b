"""What search looks up: names by spelling, short beginnings, misspellings, and the words of texts."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from atlasview.atlas.schema.columns import METADATA, link, number
from atlasview.atlas.search.spelling import INDEXED_BEGINNINGS

search_name = Table(
    "search_name",
    METADATA,
    Column("field", Integer, primary_key=True, comment="code of an `atlas.search.fields.Field`"),
    Column("spelling", Text, primary_key=True, comment="normalised by `atlas.search.spelling`"),
    Column("subject", Integer, ForeignKey("subject.key"), primary_key=True),
    Column("written", Text, primary_key=True, comment="as the source writes it"),
    sqlite_with_rowid=False,
)

short_beginning = Table(
    "short_beginning",
    METADATA,
    Column("field", Integer, primary_key=True),
    Column("beginning", Text, primary_key=True, comment="one or two letters"),
    Column("subject", Integer, ForeignKey("subject.key"), primary_key=True),
    Column("written", Text, primary_key=True),
    sqlite_with_rowid=False,
    comment="The highest ranking names of each short beginning, which a scan could not pick in time.",
)

misspelling = Table(
    "misspelling",
    METADATA,
    Column("deletion", Text, primary_key=True, comment="the spelling, or the spelling without one letter"),
    Column("spelling", Text, primary_key=True),
    sqlite_with_rowid=False,
)

suggestion = Table("suggestion", METADATA, number(), link("subject", "subject"), sqlite_with_rowid=False)

vocabulary = Table(
    "vocabulary",
    METADATA,
    Column("word", Text, primary_key=True),
    sqlite_with_rowid=False,
    comment="Every word of the indices below, to complete one that is only begun.",
)

# Without content and positions: an index of words only, in the order of its rows, which is that of rank.
_WORD_INDEX = (
    "CREATE VIRTUAL TABLE {name} USING fts5(words, content='', columnsize=0, detail=none, prefix='{lengths}',"
    ' tokenize="unicode61 remove_diacritics 0")'
)
_LENGTHS = " ".join(map(str, INDEXED_BEGINNINGS))
FULL_TEXT = {
    name: _WORD_INDEX.format(name=name, lengths=_LENGTHS) for name in ("name_text", "title_text", "article_text")
}
"""`rowid` is the key of the subject, for `article_text` that of the section."""
