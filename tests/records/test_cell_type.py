"""Contexts are known however people write them, and nothing else is one."""

import pytest

from atlasview.records.cell_type import HEALTHY, context_in


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("UBERON:0002048", "UBERON:0002048"),
        ("uberon_0002048", "UBERON:0002048"),
        (" MONDO0005301 ", "MONDO:0005301"),
        ("PATO:0000461", HEALTHY),
        ("pato_0000461", HEALTHY),
        ("PATO:0000462", ""),
        ("CL:0000084", ""),
        ("UBERON:204", ""),
        ("overall", ""),
        ("", ""),
    ],
)
def test_a_context_is_known_however_it_is_written(text: str, context: str) -> None:
    assert context_in(text) == context
