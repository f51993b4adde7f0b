"""`atlasview export figure --view tracks`: all features of a protein, class below class."""

import json
import re

import pytest

from tests.commands.test_export_figure import drawn, recipe, texts


def test_the_tracks_of_a_protein_and_of_its_page(atlasview, tmp_path):
    root = drawn(atlasview, tmp_path / "a.svg", "IL7R", "--view", "tracks", "--preset", "nature-double")
    said = texts(root)
    assert "IL7R, isoform 1 (P16871-1), 459 residues" in said
    assert all(word in said for word in ("Domains", "Topology", "Disulfides", "Fibronectin type-III", "I66T"))
    assert "UniProtKB/Swiss-Prot 2025_03 and 2026_01 · " in said
    unsaid = dict.fromkeys(("isoform", "range", "chain", "opened", "closed", "find"))
    wanted = {"name": "tracks", "protein": "P16871", **unsaid}
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
        ("TP53", "--open", "motifs,mutagenesis", "--fold", "sites,isoforms", "--find", "LKS", "--mismatches", "1"),
        ("IL7R", "--range", "200-300", "--find", "W-S-x-W-S", "--find-as", "prosite"),
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


def test_tracks_are_opened_and_folded(atlasview, tmp_path):
    words = ("--view", "tracks", "--open", "motifs,Mutagenesis", "--fold", "isoforms,sites")
    root = drawn(atlasview, tmp_path / "a.svg", "TP53", *words)
    assert recipe(root)["view"]["opened"] == ["motifs", "mutagenesis"]
    assert recipe(root)["view"]["closed"] == ["sites", "isoforms"]
    said = texts(root)
    assert "Interaction with CCAR2" in said
    assert "T55A" in said
    assert "Isoform 3" not in said
    assert "C176, H179" not in said
    heights = said.partition("Heights are numbers of features: ")[2].partition(".")[0]
    counts = [count.replace("\u00a0", " ") for count in heights.split("; ")]
    assert counts == ["Sites up to 1", "Modifications up to 3", "Variants up to 18", "Isoforms up to 2"]


def test_hits_of_a_search_are_a_track(atlasview, tmp_path):
    root = drawn(atlasview, tmp_path / "a.svg", "IL7R", "--view", "tracks", "--find", "wsxws")
    assert recipe(root)["view"]["find"] == {"as": "letters", "text": "wsxws", "mismatches": 0}
    assert {"Found", "WSEWS", "Sequence hit"} <= set(texts(root).splitlines())
    assert "Found: 1 hit of wsxws (Letters) in the sequence." in texts(root)


def test_what_the_protein_has_not_is_said_and_the_file_is_written(atlasview, tmp_path):
    words = ("--view", "tracks", "--fold", "domains,sites", "--find", "WWWW", "-o", tmp_path / "a.svg")
    answer = atlasview("export", "figure", "IL21", *words)
    assert answer.status == 0
    assert "Q9HBE4 has no track Domains, Sites to open or fold" in answer.err
    assert "WWWW is not in the sequence of Q9HBE4" in answer.err
    assert (tmp_path / "a.svg").exists()


def test_points_without_room_for_a_name_are_counted(atlasview, tmp_path):
    answer = atlasview("export", "figure", "IL7R", "--view", "tracks", "-o", tmp_path / "a.svg")
    assert "2 names have no room at 183 mm: E113D, P132S" in answer.err


@pytest.mark.parametrize(
    ("view", "told"),
    [
        ({"opened": ["wings"]}, "is not one that this AtlasView can follow"),
        ({"find": {"as": "sounds", "text": "W", "mismatches": 0}}, "is not one that this AtlasView can follow"),
        ({"find": {"as": "regex", "text": "W(", "mismatches": 0}}, "no regular expression"),
    ],
)
def test_a_recipe_of_another_making_is_refused(atlasview, tmp_path, view, told):
    target = tmp_path / "a.svg"
    root = drawn(atlasview, target, "IL7R", "--view", "tracks")
    other = json.dumps(recipe(root) | {"view": recipe(root)["view"] | view})
    target.write_text(
        re.sub(
            r'(id="recipe"[^>]*>).*?(</metadata>)',
            lambda found: found[1] + other + found[2],
            target.read_text("utf-8"),
            flags=re.DOTALL,
        ),
        "utf-8",
    )
    answer = atlasview("redraw", target, "-o", tmp_path / "b.svg")
    assert answer.status == 1
    assert told in answer.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("IL7R", "--open", "wings"), "'wings' is not one of found, domains"),
        (("IL7R", "--fold", "disulfides"), "'disulfides' is not one of"),
        (("IL7R", "--open", "sites", "--fold", "sites"), "sites: it is to be opened and folded"),
        (("IL7R", "--mismatches", "1"), "it needs --find"),
        (("IL7R", "--find-as", "regex"), "it needs --find"),
        (("IL7R", "--find", "W(", "--find-as", "regex"), "no regular expression"),
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
