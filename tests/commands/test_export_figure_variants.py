"""`atlasview export figure` of variants, transcripts and mature chains: which isoform, which residues, and refusals."""

import pytest

from tests.commands.test_export_figure import SVG, drawn, recipe, texts


def test_variants_on_the_protein_and_only_some_of_them(atlasview, tmp_path):
    root = drawn(
        atlasview, tmp_path / "v.svg", "IL7R", "--view", "variants", "--origin", "germline", "--range", "100-260"
    )
    assert "C118Y" in texts(root)
    assert "S185C" not in texts(root)
    view = recipe(root)["view"]
    assert (view["height_by"], view["only"], view["range"]) == (
        "records",
        {"origin": "germline"},
        {"start": 100, "end": 260},
    )


def test_a_diagram_of_variants_is_drawn_again(atlasview, tmp_path):
    first, again = tmp_path / "v.svg", tmp_path / "again.svg"
    drawn(atlasview, first, "TP53", "--view", "variants", "--height-by", "seen", "--consequence", "missense")
    assert atlasview("redraw", first, "-o", again).status == 0
    assert again.read_bytes() == first.read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("CXCL13", "--view", "variants"), "this atlas has no variants of CXCL13"),
        (("IL7R", "--view", "variants", "--range", "900-950"), "459"),
        (("IL7R", "--view", "variants", "--isoform", "P16871-9"), "P16871-9"),
        (("IL7R", "--view", "variants", "--metric", "csi"), "--metric"),
        (("IL7R", "--view", "domains", "--origin", "somatic"), "--origin"),
        (("IL7R", "--view", "variants", "--origin", "martian"), "no variant of IL7R has the origin martian"),
        (("IL7R", "--view", "variants", "--source", "nobody"), "uniprot (UniProtKB/Swiss-Prot)"),
        (("INS", "--view", "variants", "--disease", "gout"), "OMIM:616214 (Hyperproinsulinemia)"),
        (("INS", "--view", "variants", "--significance", "benign"), "no variant of INS"),
        (("IL7R", "--view", "variants", "--range", "1-9"), "none of the 13 variants of IL7R would be shown"),
        (("IL7R:A185C", "--view", "variants"), "residue 185 of P16871 is S, not A"),
        (("P16871-2:299", "--view", "variants"), "there is no 299"),
        (("CL:0002038", "--view", "variants"), "the page of a cell type has no variants"),
    ],
)
def test_what_no_diagram_of_variants_can_show_is_said(atlasview, tmp_path, words, said):
    answer = atlasview("export", "figure", *words, "-o", tmp_path / "x.svg")
    assert answer.status != 0
    assert said in answer.err
    assert not (tmp_path / "x.svg").exists()


@pytest.mark.parametrize("asked", ["OMIM:616214", "hyperproinsulinemia"])
def test_variants_of_a_disease_by_its_name_or_identifier(atlasview, tmp_path, asked):
    root = drawn(atlasview, tmp_path / "v.svg", "INS", "--view", "variants", "--disease", asked)
    assert recipe(root)["view"]["only"] == {"disease": "OMIM:616214"}
    assert "of 27 variants shown; not shown:" in texts(root)


def test_the_page_of_an_isoform_stands_for_its_gene_with_that_isoform(atlasview, tmp_path):
    by_page, by_name = tmp_path / "a.svg", tmp_path / "b.svg"
    drawn(atlasview, by_page, "P16871-2", "--view", "variants")
    drawn(atlasview, by_name, "IL7R", "--view", "variants", "--isoform", "P16871-2")
    assert by_page.read_bytes() == by_name.read_bytes()
    root = drawn(atlasview, tmp_path / "s.svg", "P23458:45", "--view", "structure")
    assert recipe(root)["view"]["range"] == {"start": 45, "end": 45}


def test_residues_are_marked_on_the_transcript_of_an_isoform(atlasview, tmp_path):
    words = ("JAK1", "--view", "structure", "--isoform", "P23458-1", "--range", "45-96")
    root = drawn(atlasview, tmp_path / "s.svg", *words)
    assert "Marked: residues 45–96 of P23458-1." in texts(root)
    assert atlasview("redraw", tmp_path / "s.svg", "-o", tmp_path / "t.svg").status == 0
    assert (tmp_path / "s.svg").read_bytes() == (tmp_path / "t.svg").read_bytes()
    told = atlasview("export", "figure", "IL7R:45", "--view", "structure", "-o", tmp_path / "u.svg")
    assert (told.status, "45 is not marked" in told.err) == (0, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("JAK1", "--range", "1155"), "residue 1155 lies past the end, P23458-1 has 1154 residues"),
        (("JAK1", "--isoform", "P23458-7"), "no isoform 'P23458-7'"),
        (("IL7R", "--isoform", "P16871-4"), "no transcript of IL7R is known to make P16871-4"),
        (("GO:0005125",), "the page of a term has no transcripts"),
    ],
)
def test_what_no_transcript_has_is_refused(atlasview, tmp_path, words, told):
    answer = atlasview("export", "figure", *words, "--view", "structure", "-o", tmp_path / "x.svg")
    assert (answer.status, answer.out) == (1, "")
    assert told in answer.err
    assert not (tmp_path / "x.svg").exists()


def test_the_exons_of_a_transcript(atlasview, tmp_path):
    root = drawn(atlasview, tmp_path / "s.svg", "JAK1", "--view", "structure", "--scale", "genome")
    assert "JAK1, ENST00000342505.5 (MANE Select, canonical), 25 exons, 5,092 bases" in texts(root)
    assert recipe(root)["view"] == {
        "name": "structure",
        "transcript": "ENST00000342505.5",
        "scale": "genome",
        "range": None,
    }
    answer = atlasview("redraw", tmp_path / "s.svg", "-o", tmp_path / "again.svg")
    assert answer.status == 0
    assert (tmp_path / "again.svg").read_bytes() == (tmp_path / "s.svg").read_bytes()


def test_a_transcript_that_is_not_there_is_said(atlasview, tmp_path):
    answer = atlasview("export", "figure", "PTEN", "--view", "structure", "--transcript", "X", "-o", tmp_path / "x.svg")
    assert answer.status != 0
    assert "PTEN has no transcript X" in answer.err


def test_a_second_line_of_numbers_counts_in_a_mature_chain(atlasview, tmp_path):
    words = ("INS", "--view", "domains", "--numbering", "B chain")
    root = drawn(atlasview, tmp_path / "a.svg", *words)
    assert recipe(root)["view"]["chain"] == "PRO_0000015819"
    said = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert "First line of numbers: the whole sequence; second line: Insulin B chain, residues 25–54" in said
    assert atlasview("redraw", tmp_path / "a.svg", "-o", tmp_path / "b.svg").status == 0
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    plain = drawn(atlasview, tmp_path / "c.svg", "INS", "--view", "domains", "--numbering", "uniprot")
    assert recipe(plain)["view"]["chain"] is None


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("INS", "--view", "variants", "--numbering", "mature"), 1, "P01308 has several mature chains"),
        (("INS", "--view", "domains", "--numbering", "gamma"), 1, "Insulin B chain (25–54, PRO_0000015819)"),
        (("TP53", "--view", "domains", "--numbering", "mature"), 1, "no mature chain that is counted apart"),
        (("FGFR2", "--view", "structure", "--numbering", "mature"), 2, "not an option of --view structure"),
    ],
)
def test_a_numbering_that_there_is_not_is_refused(atlasview, tmp_path, words, status, told):
    answer = atlasview("export", "figure", *words, "-o", tmp_path / "a.svg")
    assert answer.status == status
    assert told in " ".join(answer.err.replace("│", " ").split())
    assert not (tmp_path / "a.svg").exists()
