"""GO's mappings of domains and pathways."""

from pathlib import Path

import pytest

from atlasview.records.reference import CrossReference
from atlasview.records.term import Term
from tests.sources.outcomes import outcomes, rows_of, written

ROWS = (
    "!version date: 2022/03/16 10:40:04\n!\n"
    "Pfam:PF00001 7tm_1 > GO:G protein-coupled receptor activity ; GO:0004930\n"
    "Pfam:PF00001 7tm_1 > GO:membrane > inside ; GO:0016021\n"
    "EC:1.1.1.1 > GO:alcohol dehydrogenase (NAD+) activity ; GO:0004022\n"
    "Pfam:PF00002 no term\n"
)


def test_a_row_gives_the_entry_its_go_term(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, ROWS))
    assert found.records == [
        Term("Pfam:PF00001", "7tm_1", "family", "", False, "", "here"),
        CrossReference("Pfam:PF00001", "GO", "0004930", "G protein-coupled receptor activity", "here"),
        CrossReference("Pfam:PF00001", "GO", "0016021", "membrane > inside", "here"),
        CrossReference("EC:1.1.1.1", "GO", "0004022", "alcohol dehydrogenase (NAD+) activity", "here"),
    ]
    assert [(one.line, one.reason) for one in found.rejected] == [(6, "no row of an entry and its GO term")]
    assert found.file.date == "2022-03-16"


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "rows", "date"), [("pfam2go.gz", 10_095, "2022-03-16"), ("interpro2go_2022.gz", 30_205, "2022-10-05")]
)
def test_whole_files(shared: Path, name: str, rows: int, date: str) -> None:
    path = shared / "data/domains" / name
    found = outcomes(path)
    assert (found.read, len(found.taken), found.file.date) == (rows, rows, date)
    lines = [row[0] for row in rows_of(path) if not row[0].startswith("!")]
    expected = [(line.split(" ", 1)[0], line.rsplit("GO:", 1)[1]) for line in lines]
    assert [(one.subject, one.id) for one in found.of(CrossReference)] == expected
