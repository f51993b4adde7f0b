"""The table of misspellings: what SQLite makes of the names is what search asks for."""

from collections import defaultdict

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import fields
from atlasview.atlas.search.spelling import deletions
from atlasview.atlas.statement import Statement

SYMBOLS = {field.code for field in (fields.SYMBOL, fields.PREVIOUS, fields.ALIAS, fields.OTHER_ALIAS)}
WORDS = {field.code for field in fields.WORD.values()}


def test_every_symbol_and_word_has_all_its_deletions_and_nothing_else_has_any(starter: AtlasReader):
    found = defaultdict(set)
    for row in starter.rows(Statement("SELECT deletion, spelling FROM misspelling")):
        found[row.spelling].add(row.deletion)
    names = starter.rows(Statement("SELECT DISTINCT field, spelling FROM search_name"))
    forgiven = {
        name.spelling
        for name in names
        if (name.field in SYMBOLS and 3 <= len(name.spelling) <= 24)
        or (name.field in WORDS and 5 <= len(name.spelling) <= 24)
    }
    assert {"il21", "interleukin"} <= forgiven
    assert found == {spelling: deletions(spelling) for spelling in forgiven}
