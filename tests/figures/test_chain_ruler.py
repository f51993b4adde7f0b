"""The second line of numbers stands at the same residues as the first."""

import pytest

from atlasview.figures.chain_ruler import chain_scale
from atlasview.figures.domains import domain_figure
from atlasview.figures.isoforms import shown
from atlasview.figures.lollipops import lollipop_figure, pin_scale
from atlasview.figures.marks import Text
from atlasview.figures.scale import Scale, whole
from atlasview.figures.style import FILE
from atlasview.figures.tracks import track_figure
from atlasview.records.numbering import chains_of
from atlasview.records.place import Residues
from tests.figures.looking import colliding, outside

B_CHAIN = "PRO_0000015819"


def numbers(figure, name):
    """Numbers of a line with where they stand."""
    (mark,) = [mark for mark in figure.marks if mark.name == name]
    return {int(text.text): text for text in mark.shapes if isinstance(text, Text) and text.text.isdigit()}


def test_numbers_of_the_chain_stand_at_their_residues(protein, measure):
    detail = protein("INS")
    figures = {
        "domains": (domain_figure(detail, 600, FILE, measure, chain=B_CHAIN), whole(110, 0.0, 600)),
        "tracks": (track_figure(detail, 600, FILE, measure, chain=B_CHAIN), None),
    }
    for figure, scale in figures.values():
        first, second = numbers(figure, "ruler"), numbers(figure, "chain-ruler")
        assert min(second) == 1
        assert max(second) <= 30
        assert next(iter(second.values())).y > next(iter(first.values())).y
        middles = {number: text.x for number, text in second.items() if text.anchor == "middle"}
        if scale is not None:
            assert {number: scale.middle(number + 24) for number in middles} == pytest.approx(middles)
    notes = [mark for mark in figures["domains"][0].marks if mark.name == "numbering"]
    said = " ".join(shape.text for mark in notes for shape in mark.shapes)
    assert "second line: Insulin B chain, residues 25–54 of the first" in said


def test_without_a_chain_there_is_one_line(protein, gene, measure):
    detail = protein("INS")
    figure = lollipop_figure(detail, gene("INS").variants, 600, FILE, measure)
    assert {"chain-ruler", "numbering"}.isdisjoint(mark.name for mark in figure.marks)


def test_the_diagram_of_variants_has_it_too(protein, gene, measure):
    detail = protein("INS")
    figure = lollipop_figure(detail, gene("INS").variants, 900, FILE, measure, chain=B_CHAIN)
    scale = pin_scale(900, FILE, 1, shown(detail).length)
    second = numbers(figure, "chain-ruler")
    assert second[1].x == pytest.approx(scale.edge(25))
    assert any(mark.name == "numbering" for mark in figure.marks)


@pytest.mark.parametrize(
    ("window", "numbered"),
    [((1, 110), (1, 30)), ((30, 60), (6, 30)), ((30.5, 40.5), (7, 16)), ((55, 110), None), ((1, 24.9), None)],
)
def test_a_window_shows_the_part_of_the_chain_in_it(protein, window, numbered):
    chain = chains_of(protein("INS"))[0]
    scale = Scale(window[0], window[1], 100.0, 500.0)
    own = chain_scale(scale, chain)
    assert (None if own is None else (own.first, own.last)) == numbered
    if own is not None:
        assert own.middle(own.first) == pytest.approx(scale.middle(own.first + 24))
        assert own.middle(own.last) == pytest.approx(scale.middle(own.last + 24))


def test_a_part_of_a_protein_has_the_numbers_of_its_residues(protein, measure):
    figure = domain_figure(protein("INS"), 600, FILE, measure, residues=Residues(31, 43), chain=B_CHAIN)
    found = numbers(figure, "chain-ruler")
    assert (min(found), max(found)) == (7, 19)


@pytest.mark.parametrize("symbol", ["INS", "IL7R", "APP", "POMC"])
@pytest.mark.parametrize("width", [250, 520, 1000])
def test_both_lines_of_numbers_are_clean(protein, measure, symbol, width):
    detail = protein(symbol)
    for chain in chains_of(detail):
        figure = domain_figure(detail, width, FILE, measure, chain=chain.key)
        assert outside(figure, measure) == []
        assert colliding(figure, measure) == []
