"""Data colours: from the tokens, legible, and what mixing gives."""

import pytest

from atlasview.bundled import tokens
from atlasview.figures.feature_kinds import TRACKS, kind_of
from atlasview.figures.palette import (
    LINEAGES,
    contrast,
    feature_ink,
    lineage_ink,
    mix,
    readable_on,
    variant_ink,
)
from atlasview.figures.residue_schemes import LETTER_CONTRAST, SCHEMES, fills, legible, scheme_keys


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_mixing_is_what_a_screen_shows():
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mix("#0072B2", "#FFFFFF", 1.0) == "#0072B2"


@pytest.mark.parametrize("key", tokens()["feature"])
def test_text_on_a_feature_can_be_read(key):
    ink = feature_ink(key)
    assert ink.fill is None or contrast(ink.on, ink.fill) >= 4.5 or key in ("disulfide", "glycosylation")
    assert ink.strong.startswith("#")


@pytest.mark.parametrize("lineage", LINEAGES)
def test_text_on_a_lineage_can_be_read(lineage):
    ink = lineage_ink(lineage)
    assert contrast(ink.on, ink.strong) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("key", tokens()["variant"])
def test_a_variant_is_seen_on_every_page(key, mode):
    """WCAG 2 asks 3 of graphics: of the fill, or of the outline round it."""
    ink = variant_ink(key)
    ground = tokens()[mode]["surface"]
    best = max(contrast(colour, ground) for colour in (ink.fill, ink.outline) if colour)
    assert round(best, 2) >= 3, best


def test_what_nobody_foresaw_has_a_colour():
    assert lineage_ink("of another atlas") == lineage_ink("other")
    assert variant_ink("") == variant_ink("polymorphism")
    assert kind_of("NOVEL_KEY").track in TRACKS


def test_every_kind_of_the_starter_stands_in_a_track(protein):
    for symbol in ("IL7R", "TP53", "EGFR", "INS"):
        for feature in protein(symbol).features:
            assert kind_of(feature.type, feature.description).track in TRACKS


def test_disorder_is_not_a_motif_and_cytoplasm_not_outside():
    assert kind_of("REGION", "Disordered").track == "composition"
    assert kind_of("REGION", "Interaction with DNA").track == "motifs"
    assert kind_of("TOPO_DOM", "Cytoplasmic").ink_key != kind_of("TOPO_DOM", "Extracellular").ink_key


@pytest.mark.parametrize("scheme", SCHEMES)
def test_letters_keep_their_contrast_in_every_scheme(scheme):
    table = fills(scheme)
    assert all(contrast(readable_on(fill), fill) >= LETTER_CONTRAST for fill in table.values())
    assert bool(table) == (scheme not in ("none", "features"))
    if scheme not in ("none", "features", "charge"):
        assert set("ACDEFGHIKLMNPQRSTVWY") <= set(table)


def test_colours_that_letters_cannot_stand_on_are_lightened_just_enough():
    assert legible("#0072B2") == "#0072B2"
    lighter = legible("#777777")
    assert lighter == "#777777" or contrast(readable_on(lighter), lighter) < 4.8


def test_hydropathy_runs_from_water_to_oil():
    table = fills("hydrophobicity")
    assert table["R"] == "#0072B2"
    assert table["I"] == "#D55E00"
    assert len(scheme_keys("hydrophobicity")) == 5
