"""Features on isoforms: the same residues lie under them, or they are not shown."""

from dataclasses import replace

import pytest

from atlasview.figures.isoforms import shown
from atlasview.records.trouble import NotFound
from tests.desktop.reading import read

SYMBOLS = ("IL7R", "IL21", "TP53", "CFTR", "STAT3", "IL4", "IL15", "EGFR", "FGFR2", "PTPN22", "BCL2", "IRF4")


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_moved_features_lie_on_the_same_letters(atlas_path, symbol):
    try:
        detail = read(atlas_path, symbol).proteins[0]
    except NotFound:
        pytest.skip(f"the atlas has no {symbol}")
    canonical = shown(detail)
    before = {each.feature: each for each in canonical.placed}
    for isoform in detail.isoforms:
        view = shown(detail, isoform.id)
        if isoform.canonical or not view.sequence:
            continue
        kept = [each for each in view.placed if each.feature in before and each.feature.type != "VAR_SEQ"]
        for each in kept:
            there = before[each.feature]
            for own, other in ((each.start, there.start), (each.end, there.end)):
                assert view.sequence[own - 1] == canonical.sequence[other - 1]
            if each.feature.type != "DISULFID":
                assert view.sequence[each.start - 1 : each.end] == canonical.sequence[there.start - 1 : there.end]
        lost = sum(each.feature.type != "VAR_SEQ" for each in canonical.placed) - len(kept)
        assert bool(view.note) == bool(lost)
        assert not lost or view.note.startswith(f"{lost:,} feature")


def test_the_canonical_isoform_has_every_feature(protein):
    detail = protein("IL7R")
    assert shown(detail) == shown(detail, "P16871-1") == shown(detail, "P16871")
    assert len(shown(detail).placed) == len(detail.features)
    assert shown(detail).note == ""


def test_an_isoform_that_differences_do_not_explain_shows_no_borrowed_feature(protein):
    detail = protein("IL7R")
    changed = replace(detail.isoforms[1], sequence="MW" + (detail.isoforms[1].sequence or ""))
    view = shown(replace(detail, isoforms=(detail.isoforms[0], changed)), changed.id)
    assert view.placed == ()
    assert "not stated how isoform" in view.note


def test_differences_stand_where_they_are_on_the_isoform(protein):
    view = shown(protein("IL21"), "Q9HBE4-2")
    (change,) = [each for each in view.placed if each.feature.type == "VAR_SEQ"]
    assert view.sequence[change.start - 1 : change.end] == "VSTLSFI"


def test_unknown_isoforms_are_named_with_the_known_ones(protein):
    with pytest.raises(NotFound, match="Q9HBE4-1, Q9HBE4-2"):
        shown(protein("IL21"), "Q9HBE4-7")
