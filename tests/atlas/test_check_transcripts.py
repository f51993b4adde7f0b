"""The check finds transcripts whose exons, coding parts and counts do not agree."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas

MADE = "(SELECT key FROM transcript WHERE id = 'MADE-1.1')"


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE transcript SET strand = '.' WHERE id = 'MADE-1.1'", "without a strand"),
        (f'UPDATE exon SET start = 120, "end" = 110 WHERE transcript = {MADE} AND number = 3', "exon 3 has no range"),
        (f'UPDATE exon SET "end" = 520 WHERE transcript = {MADE} AND number = 3', "exons 2 and 3 overlap"),
        ("UPDATE transcript SET strand = '+' WHERE id = 'MADE-1.1'", "not in the order of transcription"),
        ("UPDATE transcript SET exon_count = 4 WHERE id = 'MADE-1.1'", "states 4 exons of 323 bases, there are 3"),
        ("UPDATE transcript SET length = 9 WHERE id = 'MADE-1.1'", "states 3 exons of 9 bases"),
        ("UPDATE transcript SET cds_end = 700 WHERE id = 'MADE-1.1'", "does not begin and end in its exons"),
        ("UPDATE transcript SET cds_end = NULL WHERE id = 'MADE-1.1'", "does not begin and end in its exons"),
        ("UPDATE transcript SET phase = 3 WHERE id = 'MADE-1.1'", "3 is no phase"),
        ("UPDATE transcript SET phase = 0 WHERE id = 'IL7R-canonical'", "0 is no phase"),
        ("UPDATE transcript SET isoform = 'X1-1' WHERE id = 'MADE-1.1'", "isoform X1-1, which the atlas does not hold"),
    ],
)
def test_what_was_changed_is_found(small_atlas_path: Path, tmp_path: Path, statement: str, words: str) -> None:
    copy = Path(shutil.copy(small_atlas_path, tmp_path / "copy.atlas"))
    connection = sqlite3.connect(copy)
    with connection:
        assert connection.execute(statement).rowcount == 1
    connection.close()
    assert any(words in finding.what for finding in check_atlas(copy) if finding.severity == "error")
