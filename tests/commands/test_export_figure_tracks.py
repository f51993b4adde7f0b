"""`atlasview export figure --view tracks`: all features of a protein, class below class."""

import pytest

from tests.commands.test_export_figure import drawn, recipe, texts


def test_the_tracks_of_a_protein_and_of_its_page(atlasview, tmp_path):
    root = drawn(atlasview, tmp_path / "a.svg", "IL7R", "--view", "tracks", "--preset", "nature-double")
    said = texts(root)
    assert "IL7R, isoform 1 (P16871-1), 459 residues" in said
    assert all(word in said for word in ("Domains", "Topology", "Disulfides", "Fibronectin type-III", "I66T"))
    assert "UniProtKB/Swiss-Prot 2025_03 and 2026_01 · " in said
    wanted = {"name": "tracks", "protein": "P16871", "isoform": None, "range": None, "chain": None}
    assert recipe(root)["view"] == wanted
    page = drawn(atlasview, tmp_path / "b.svg", "P16871", "--view", "tracks")
    assert recipe(page)["view"] == wanted


@pytest.mark.parametrize(
    "words",
    [
        ("IL7R", "--isoform", "P16871-4", "--range", "45-96", "--preset", "cell-single", "--letter", "b"),
        ("P16871-4", "--text", "6", "--without", "legend,ruler"),
        ("INS", "--numbering", "B chain"),
        ("TP53", "--preset", "slide"),
    ],
)
def test_tracks_are_drawn_again(atlasview, tmp_path, words):
    first, again = tmp_path / "a.svg", tmp_path / "b.svg"
    drawn(atlasview, first, *words, "--view", "tracks")
    assert atlasview("redraw", first, "-o", again).status == 0
    assert again.read_bytes() == first.read_bytes()


def test_a_second_line_of_numbers_stands_over_the_tracks(atlasview, tmp_path):
    root = drawn(atlasview, tmp_path / "a.svg", "INS", "--view", "tracks", "--numbering", "B chain")
    assert recipe(root)["view"]["chain"] == "PRO_0000015819"
    assert "second line: Insulin B chain, residues 25–54" in " ".join(texts(root).split())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("CXCL13",), "this atlas knows no protein of CXCL13"),
        (("GO:0005125",), "a term has no protein"),
        (("IL7R", "--range", "900-950"), "past the end"),
        (("IL7R", "--isoform", "P16871-9"), "P16871-9"),
        (("IL7R", "--metric", "csi"), "not an option of --view tracks"),
    ],
)
def test_what_has_no_tracks_is_refused(atlasview, tmp_path, words, told):
    answer = atlasview("export", "figure", *words, "--view", "tracks", "-o", tmp_path / "x.svg")
    assert answer.status != 0
    assert told in " ".join(answer.err.replace("│", " ").split())
    assert not (tmp_path / "x.svg").exists()
