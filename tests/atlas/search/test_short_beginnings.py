"""The table of short beginnings: the best subjects of every beginning of one and of two letters, and no others."""

from collections import defaultdict

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import fields
from atlasview.atlas.search_writer import NAMES_PER_BEGINNING
from atlasview.atlas.statement import Statement

NAMES = {field.code for field in fields.NAMES}


def test_every_short_beginning_has_its_best_subjects_by_the_first_of_their_names(starter: AtlasReader):
    written: defaultdict[tuple[int, str], dict[int, str]] = defaultdict(dict)
    for field, spelling, subject, name in starter.rows(Statement("SELECT * FROM search_name")):
        for length in (1, 2):
            if field in NAMES and len(spelling) >= length:
                own = written[field, spelling[:length]]
                own[subject] = min(own.get(subject, name), name)
    expected = {
        (*beginning, subject, own[subject])
        for beginning, own in written.items()
        for subject in sorted(own)[:NAMES_PER_BEGINNING]
    }
    assert {len(own) > NAMES_PER_BEGINNING for own in written.values()} == {True, False}
    assert set(map(tuple, starter.rows(Statement("SELECT * FROM short_beginning")))) == expected
