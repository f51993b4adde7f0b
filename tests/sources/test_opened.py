"""Odd bytes are read as Latin-1, and the remark names the line of the first, wherever blocks and lines end."""

from pathlib import Path

import pytest

from atlasview.sources.opened import SourceFile
from tests.sources.outcomes import written

BLOCK = 1 << 20


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", [0, 1, 7, *range(BLOCK - 3, BLOCK + 3), 2 * BLOCK + 1])
def test_the_first_line_that_is_not_utf_8_is_named(tmp_path: Path, end: str, before: int) -> None:
    ends = end.encode()
    start = "é€".encode() + b"x" * before + ends + ends + b"good" + ends
    path = written(tmp_path, start + "gr\u00fcn".encode("latin-1") + ends + b"\xe9t\xe9" + ends)
    with SourceFile(path) as file:
        lines = list(file.lines())
        assert file.remarks == ["text that is not UTF-8 was read as Latin-1 (first in line 4)"]
    assert lines == [(1, "é€" + "x" * before), (2, ""), (3, "good"), (4, "grün"), (5, "été")]


@pytest.mark.parametrize("letter", ["é", "€", "🧬"])
@pytest.mark.parametrize("before", range(BLOCK - 4, BLOCK + 1))
def test_letters_across_blocks_are_no_odd_bytes(tmp_path: Path, letter: str, before: int) -> None:
    with SourceFile(written(tmp_path, "x" * before + letter + "\n" + "y" * BLOCK)) as file:
        assert [text for _number, text in file.lines()] == ["x" * before + letter, "y" * BLOCK]
        assert file.remarks == []


def test_a_letter_that_breaks_off_at_the_end_is_odd(tmp_path: Path) -> None:
    with SourceFile(written(tmp_path, b"one\n\ntwo\xe2\x82")) as file:
        assert len(list(file.lines())) == 3
        assert file.remarks == ["text that is not UTF-8 was read as Latin-1 (first in line 3)"]
