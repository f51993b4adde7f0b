"""What colours letters, and what is said of a residue."""

from atlasview.figures.features_on_sequence import colouring, colouring_keys, feature_over, residue_card, words_at
from atlasview.figures.isoforms import shown
from atlasview.figures.residues import AMINO_ACIDS, residue_name, span


def test_a_residue_is_named_with_what_it_lies_in(protein):
    view = shown(protein("IL7R"))
    words = words_at(view, 185)
    assert words.startswith("Serine 185, ")
    assert "Fibronectin type-III domain" in words
    assert "strand 179–191" in words
    assert words_at(view, 219).startswith("Glutamic acid 219, WSXWS motif")
    assert "disulfide bond 42–57" in words_at(view, 42)
    assert "disulfide" not in words_at(view, 50)


def test_the_card_says_how_it_is_known(protein):
    lines = residue_card(shown(protein("IL7R")), 49)
    assert lines[0] == "Asparagine 49"
    assert "N-linked" in lines[1]
    assert "PMID:19141282" in lines[-1]


def test_the_shortest_feature_is_the_one_that_is_meant(protein):
    view = shown(protein("IL7R"))
    over = feature_over(view, 219)
    assert over is not None
    assert (over.start, over.end) == (217, 221)
    assert feature_over(view, 459) is None or feature_over(view, 459).feature.type == "TOPO_DOM"


def test_stretches_are_longest_first_and_in_lanes(protein):
    drawn = colouring(shown(protein("IL7R")))
    lengths = [stretch.placed.end - stretch.placed.start for stretch in drawn.stretches]
    assert lengths == sorted(lengths, reverse=True)
    motif = next(stretch for stretch in drawn.stretches if stretch.placed.start == 217)
    domain = next(stretch for stretch in drawn.stretches if stretch.placed.start == 131)
    assert motif.lane != domain.lane
    assert {49, 65, 42, 57} <= {dot.position for dot in drawn.dots}


def test_the_legend_names_each_colour_once(protein):
    words = [key.text for key in colouring_keys(colouring(shown(protein("IL7R"))))]
    assert words == list(dict.fromkeys(words))
    assert {"Signal peptide", "Domain", "Transmembrane", "Motif", "Glycosylation"} <= set(words)


def test_letters_have_names():
    assert residue_name("MS", 2) == "Serine 2"
    assert residue_name("M*", 2) == "Residue 2"
    assert len(AMINO_ACIDS) == 26
    assert span(3, 3) == "3"
    assert span(3, 9) == "3–9"
