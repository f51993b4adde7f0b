"""The text of a report, without a window."""

import subprocess
import sys

from atlasview.home.report import MOST, Mistake, gathered, report_text
from atlasview.records.source import AtlasLabel


def met(words, action=""):
    try:
        raise LookupError(words)
    except LookupError as error:
        return Mistake.of(error, action)


def test_the_same_mistake_is_counted_and_the_first_ones_stay():
    mistakes: tuple[Mistake, ...] = ()
    for number in range(MOST + 5):
        mistakes = gathered(gathered(mistakes, met(f"shelf {number}")), met(f"shelf {number}"))
    assert [mistake.what for mistake in mistakes] == [f"LookupError: shelf {number}" for number in range(MOST)]
    assert {mistake.times for mistake in mistakes} == {2}


def test_it_names_what_was_done_what_happened_and_the_atlas():
    text = report_text([met("no shelf", "export")], AtlasLabel("Human", "2026.11", "ab" * 32), ["a line"])
    for words in ("Done before: export", "LookupError: no shelf", "Human", "2026.11", "ab" * 32, "a line"):
        assert words in text
    assert "none open" in report_text([])


def test_a_part_that_has_not_been_loaded_is_said_to_be_so():
    code = "from atlasview.home.report import versions; print(dict(versions()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "'Qt': 'not loaded'" in done.stdout and "'SQLite': 'not loaded'" in done.stdout
