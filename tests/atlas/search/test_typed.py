"""Forms that say more than a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlasview.atlas.search.typed import Pointed, limited, pointed
from atlasview.records.place import Kind, Residues


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("IL7R p.S185C", Pointed("IL7R", Residues(185, 185), "S")),
        ("IL7R p.(Ser185Cys)", Pointed("IL7R", Residues(185, 185), "S")),
        ("TP53 p.Arg213*", Pointed("TP53", Residues(213, 213), "R")),
        ("TP53 p.R213fs", Pointed("TP53", Residues(213, 213), "R")),
        ("TP53 R213", Pointed("TP53", Residues(213, 213), "R")),
        ("IL7R p.L242_L243insNPC", Pointed("IL7R", Residues(242, 243), "L")),
        ("NM_002185.5(IL7R):c.554C>G (p.Ser185Cys)", Pointed("IL7R", Residues(185, 185), "S")),
        ("IL7R c.554C>G p.(Ser185Cys)", Pointed("IL7R", Residues(185, 185), "S")),
        ("IL7R p. Ser 185 Cys", Pointed("IL7R", Residues(185, 185), "S")),
        ("IL7R c.554C>G", None),
        ("IL21 45-96", Pointed("IL21", Residues(45, 96))),
        ("IL21 96 to 45", Pointed("IL21", Residues(45, 96))),
        ("T cell receptor 5-9", Pointed("T cell receptor", Residues(5, 9))),
        ("IL21 45", Pointed("IL21", Residues(45, 45))),
        ("IL21", None),
        ("45-96", None),
        ("IL21 0", None),
        ("IL21 p.Xyz5", None),
        ("IL21 1234567", None),
    ],
)
def test_residues_behind_a_name(text: str, asked: Pointed | None):
    assert pointed(text) == asked


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("cell:Tfh", "Tfh", Kind.CELL_TYPE),
        ("GO:0005125", "GO:0005125", Kind.TERM),
        ("go:cytokine", "cytokine", Kind.TERM),
        ("cl: 0002038", "cl: 0002038", Kind.CELL_TYPE),
        ("cl:CD4", "CD4", Kind.CELL_TYPE),
        ("Cell : Tfh", "Tfh", Kind.CELL_TYPE),
        ("pathway:signaling", "signaling", Kind.TERM),
        ("paper:IL-21", "IL-21", Kind.PUBLICATION),
        ("HGNC:6005", "HGNC:6005", None),
        ("cell:", "cell:", None),
        ("cells:x", "cells:x", None),
    ],
)
def test_a_kind_before_a_colon(text: str, words: str, kind: Kind | None):
    assert limited(text) == (words, kind)


@given(st.text(max_size=60))
def test_residues_are_always_a_range(text: str):
    asked = pointed(text)
    if asked:
        assert 1 <= asked.residues.start <= asked.residues.end
        assert asked.place
