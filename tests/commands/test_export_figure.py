"""`atlasview export figure`: files that others open, and refusals that leave the old file."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from atlasview.export.presets import FORMATS

SVG = "{http://www.w3.org/2000/svg}"


def drawn(atlasview, target: Path, *words: str) -> ET.Element:
    answer = atlasview("export", "figure", *words, "-o", target)
    assert answer.status == 0, answer.err
    return ET.fromstring(target.read_bytes())


def texts(root: ET.Element) -> str:
    return "\n".join(text.text or "" for text in root.iter(f"{SVG}text"))


def recipe(root: ET.Element) -> dict:
    read: dict = json.loads(root.findtext(f"{SVG}metadata") or "")
    return read


def test_the_domains_of_a_protein_at_true_size(atlasview, tmp_path):
    root = drawn(atlasview, tmp_path / "il7r.svg", "IL7R", "--view", "domains", "--preset", "nature-double")
    assert root.get("width") == "183mm"
    assert "Fibronectin type-III" in texts(root)
    assert "Starter atlas 2026.11" in texts(root)
    assert "459" in texts(root)
    groups = [group.get("id") for group in root.findall(f"{SVG}g")]
    assert len(groups) == len(set(groups)) > 5
    told = recipe(root)
    assert (told["place"]["id"], told["view"]["name"], told["view"]["protein"]) == ("HGNC:6024", "domains", "P16871")
    assert len(told["atlas"]["sha256"]) == 64
    assert {text.get("font-family", "").split(",")[0].strip("'") for text in root.iter(f"{SVG}text")} == {told["font"]}


def test_the_landscape_of_a_gene(atlasview, tmp_path):
    root = drawn(atlasview, tmp_path / "il21.svg", "IL21", "--view", "landscape", "--metric", "prs", "--width", "89")
    assert root.get("width") == "89mm"
    assert "T follicular helper cell" in texts(root)
    assert "Genular" in texts(root)
    view = recipe(root)["view"]
    assert (view["metric"], view["context"], view["dataset"]) == ("prs", "overall", "Genular")


def test_the_expression_of_a_gene(atlasview, tmp_path):
    root = drawn(atlasview, tmp_path / "il7r.svg", "IL7R", "--view", "expression", "--width", "120")
    assert {"lymph node", "133.1", "NX · HPA consensus tissues · tau 0.93 over 61 samples, 0 even, 1 in one alone"} <= {
        *texts(root).splitlines()
    }
    assert "Human Protein Atlas 20" in texts(root)
    assert recipe(root)["view"] == {"name": "expression", "dataset": "HPA consensus tissues", "order": "organ"}


def test_what_has_no_expression_says_why(atlasview, tmp_path):
    answer = atlasview("export", "figure", "P16871", "--view", "expression", "-o", tmp_path / "a.svg")
    assert (answer.status, "a protein has no chart of expression" in answer.err) == (1, True)
    answer = atlasview("export", "figure", "IL7R", "--view", "expression", "--dataset", "x", "-o", tmp_path / "a.svg")
    assert "choose one of: HPA consensus tissues; HPA blood cells" in answer.err
    answer = atlasview("export", "figure", "IL7R", "--view", "landscape", "--limits", "0,1", "-o", tmp_path / "a.svg")
    assert (answer.status, "not an option of --view landscape" in answer.err) == (2, True)
    answer = atlasview("export", "figure", "IL7R", "--view", "landscape", "--order", "organ", "-o", tmp_path / "a.svg")
    assert (answer.status, "takes lineage or value" in answer.err) == (2, True)


def test_bars_of_scores_stand_by_lineage_or_by_value(atlasview, tmp_path):
    def rows(*words):
        root = drawn(atlasview, tmp_path / "a.svg", "IL7R", "--view", "landscape", *words)
        assert recipe(root)["view"]["order"] == (words[-1] if words else "lineage")
        return [line for line in texts(root).splitlines() if line in ("Myeloid cell", "B cell", "dendritic cell")]

    assert rows() == ["B cell", "B cell", "Myeloid cell", "dendritic cell"]
    by_value = rows("--order", "value")
    assert by_value[:2] == ["B cell", "dendritic cell"]
    answer = atlasview("redraw", tmp_path / "a.svg", "-o", tmp_path / "b.svg")
    assert (answer.status, (tmp_path / "b.svg").read_bytes()) == (0, (tmp_path / "a.svg").read_bytes())


def test_text_in_a_figure_for_a_journal_is_five_points_at_least(atlasview, tmp_path):
    root = drawn(atlasview, tmp_path / "a.svg", "TP53", "--view", "domains", "--preset", "nature-single")
    assert min(float(text.get("font-size", "")) for text in root.iter(f"{SVG}text")) >= 5


def test_the_same_command_gives_the_same_bytes(atlasview, tmp_path):
    for name in ("a.svg", "b.svg"):
        drawn(atlasview, tmp_path / name, "IL21", "--view", "domains")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert atlasview("export", "figure", "IL21", "--view", "domains", "-o", "-").out == (tmp_path / "a.svg").read_text()


def test_a_part_and_an_isoform_of_a_protein(atlasview, tmp_path):
    part = recipe(drawn(atlasview, tmp_path / "a.svg", "IL7R 100-250", "--view", "domains"))["view"]
    assert part["range"] == {"start": 100, "end": 250}
    other = recipe(drawn(atlasview, tmp_path / "a.svg", "IL7R", "--isoform", "4", "--view", "domains"))["view"]
    assert other["isoform"] == "P16871-4" or other["isoform"] == "P16871-3"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["IL21", "--view", "landscape", "--metric", "delta"], "IL21 has no value of Delta"),
        (["IL21", "--view", "landscape", "--context", "liver"], "IL21 has no scores for liver"),
        (["JAK3", "--view", "landscape"], "this atlas has no cell significance for JAK3"),
        (["JAK3", "--view", "domains"], "this atlas knows no protein of JAK3"),
        (["CL:0002038", "--view", "landscape"], "a cell type has no landscape of cell types"),
        (["IL21", "--view", "domains", "--range", "1-999"], "past the end"),
    ],
)
def test_a_view_without_data_is_refused(atlasview, tmp_path, words, told):
    target = tmp_path / "old.svg"
    target.write_text("old")
    answer = atlasview("export", "figure", *words, "-o", target)
    assert answer.status == 1
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert target.read_text() == "old"


@pytest.mark.parametrize(
    "option",
    [("--width", "nan"), ("--height", "nan"), ("--text", "nan"), ("--dpi", "nan"), ("--range", f"1-{10**20}")],
)
def test_what_is_no_number_of_the_option_is_wrong_usage(atlasview, tmp_path, option):
    answer = atlasview("export", "figure", "IL7R", "--view", "domains", *option, "-o", tmp_path / "a.png")
    assert (answer.status, list(tmp_path.glob("a.png"))) == (2, [])
    assert option[0] in answer.err


def test_every_format_is_written_by_its_suffix(atlasview, tmp_path):
    begins = {"svg": b"<?xml", "pdf": b"%PDF-", "png": b"\x89PNG", "tiff": b"II*\0", "tif": b"II*\0", "PDF": b"%PDF-"}
    for suffix, magic in begins.items():
        target = tmp_path / f"figure.{suffix}"
        answer = atlasview("export", "figure", "IL21", "--view", "domains", "--preset", "nature-single", "-o", target)
        assert (answer.status, answer.out) == (0, "")
        assert target.read_bytes().startswith(magic)
        dots = ", 300 dpi" if suffix in ("png", "tiff", "tif") else ""
        wrote = rf"atlasview: wrote domains of IL21, 89\.0 x \d\d\.\d mm{dots}, to {re.escape(str(target))}\n"
        assert re.fullmatch(wrote, answer.err)


def test_the_density_is_that_of_the_file(atlasview, tmp_path):
    target = tmp_path / "il21.png"
    words = ("IL21", "--view", "landscape", "--width", "100", "--height", "50", "--dpi", "254", "-o", target)
    assert atlasview("export", "figure", *words).status == 0
    with Image.open(target) as image:
        assert image.size == (1000, 500)
        assert image.info["dpi"] == pytest.approx((254, 254), abs=0.01)


def test_width_alone_is_no_size_of_a_journal(atlasview, tmp_path):
    asked = recipe(drawn(atlasview, tmp_path / "a.svg", "IL21", "--view", "domains", "--width", "120"))["asked"]
    assert (asked["preset"], asked["width"]) == ("free", 120)
    words = ("IL21", "--view", "domains", "--width", "120", "--preset", "cell-single")
    assert recipe(drawn(atlasview, tmp_path / "a.svg", *words))["asked"]["preset"] == "cell-single"


def test_letter_text_and_parts(atlasview, tmp_path):
    words = ("IL7R", "--view", "domains", "--letter", "b", "--text", "6", "--without", "title,Source")
    root = drawn(atlasview, tmp_path / "a.svg", *words)
    assert "b" in texts(root).splitlines()
    assert "Starter atlas" not in texts(root)
    assert "459 residues" not in texts(root)
    assert recipe(root)["asked"]["without"] == ["source", "title"]


def test_what_falls_short_is_said_and_the_file_is_written(atlasview, tmp_path):
    target = tmp_path / "a.pdf"
    words = ("HSPG2", "--view", "domains", "--width", "89", "--text", "5", "--without", "legend", "-o", target)
    answer = atlasview("export", "figure", *words)
    assert answer.status == 0
    small, names, wrote = answer.err.splitlines()
    assert "set at 4.3 pt, under the 5 pt that print asks for" in small
    assert "names have no room at 89 mm" in names
    assert "wrote domains of HSPG2" in wrote
    assert target.exists()


def test_too_low_is_refused_and_the_old_file_stays(atlasview, tmp_path):
    target = tmp_path / "old.pdf"
    target.write_bytes(b"old")
    answer = atlasview("export", "figure", "IL7R", "--view", "domains", "--height", "20", "-o", target)
    assert answer.status == 1
    assert answer.err.startswith("atlasview: the figure does not fit into a height of 20 mm, ")
    assert target.read_bytes() == b"old"


def test_other_formats_and_folders_are_refused_with_what_to_do(atlasview, tmp_path):
    for name in ("a.jpg", "a", "a.pdf.txt"):
        answer = atlasview("export", "figure", "IL21", "--view", "domains", "-o", tmp_path / name)
        assert answer.status == 1
        assert "name that ends in .svg, .pdf, .png, .tiff" in answer.err
    answer = atlasview("export", "figure", "IL21", "--view", "domains", "-o", tmp_path)
    assert answer.status == 1
    assert f"name a file in it: {tmp_path / 'IL21_domains_starter-2026.11.svg'}" in answer.err
    for suffix in FORMATS:
        target = tmp_path / "missing" / f"a.{suffix}"
        answer = atlasview("export", "figure", "IL21", "--view", "domains", "-o", target)
        assert answer.status == 1
        assert "no such folder" in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ["IL21", "-o", "a.svg"],
        ["IL21", "--view", "domains"],
        ["IL21", "--view", "network", "-o", "a.svg"],
        ["IL21", "--view", "domains", "--metric", "csi", "-o", "a.svg"],
        ["IL21", "--view", "landscape", "--isoform", "2", "-o", "a.svg"],
        ["IL21", "--view", "domains", "--preset", "billboard", "-o", "a.svg"],
        ["IL21", "--view", "domains", "--width", "1", "-o", "a.svg"],
        ["IL21", "--view", "domains", "--height", "5000", "-o", "a.svg"],
        ["IL21", "--view", "domains", "--dpi", "5", "-o", "a.png"],
        ["IL21", "--view", "domains", "--dpi", "many", "-o", "a.png"],
        ["IL21", "--view", "domains", "--text", "0", "-o", "a.pdf"],
        ["IL21", "--view", "domains", "--without", "bars", "-o", "a.pdf"],
    ],
)
def test_wrong_usage_of_figures_is_status_2(atlasview, words):
    answer = atlasview("export", "figure", *words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


def test_a_heat_map_of_several_genes_and_again_from_its_recipe(atlasview, tmp_path):
    words = ("IL21", "CXCL13", "--view", "heatmap", "--order", "clustered", "--limits", "0,30")
    root = drawn(atlasview, tmp_path / "a.svg", *words)
    assert {"IL21", "CXCL13", "T follicular helper cell", "11.30", "22.43"} <= {*texts(root).splitlines()}
    view = recipe(root)["view"]
    assert (view["genes"], view["order"], view["limits"]) == (["HGNC:6005", "HGNC:10639"], "clustered", [0.0, 30.0])
    answer = atlasview("redraw", tmp_path / "a.svg", "-o", tmp_path / "b.svg")
    assert (answer.status, (tmp_path / "b.svg").read_bytes()) == (0, (tmp_path / "a.svg").read_bytes())


def test_a_cell_type_stands_for_its_genes_and_a_dot_plot_says_what_is_not_known(atlasview, tmp_path):
    root = drawn(atlasview, tmp_path / "a.svg", "CL:0002038", "--view", "dotplot")
    assert {"IL21", "share of cells not known"} <= {*texts(root).splitlines()}


def test_views_of_one_page_refuse_two_and_heat_maps_refuse_what_has_no_genes(atlasview, tmp_path):
    answer = atlasview("export", "figure", "IL21", "IL7R", "--view", "domains", "-o", tmp_path / "a.svg")
    assert (answer.status, "draws one page, not 2" in answer.err) == (2, True)
    answer = atlasview("export", "figure", "P16871", "--view", "heatmap", "-o", tmp_path / "a.svg")
    assert (answer.status, "it is no gene, and lists none" in answer.err) == (1, True)
    answer = atlasview("export", "figure", "IL21", "--view", "heatmap", "--limits", "3,1", "-o", tmp_path / "a.svg")
    assert (answer.status, "lower than the second" in answer.err) == (2, True)
    answer = atlasview("export", "figure", "IL21", "--view", "heatmap", "--order", "organ", "-o", tmp_path / "a.svg")
    assert (answer.status, "lineage or clustered" in answer.err) == (2, True)


def test_treemaps_of_a_gene_and_of_a_cell_type(atlasview, tmp_path):
    root = drawn(atlasview, tmp_path / "a.svg", "IL21", "--view", "treemap", "--within", "t-cell")
    assert "11.3" in texts(root)
    root = drawn(atlasview, tmp_path / "b.svg", "CL:0002038", "--view", "treemap", "--within", "genes")
    assert {"CXCL13", "22.4", "IL21"} <= {*texts(root).splitlines()}
    assert recipe(root)["view"]["within"] == "genes"
    answer = atlasview("redraw", tmp_path / "b.svg", "-o", tmp_path / "c.svg")
    assert (answer.status, (tmp_path / "c.svg").read_bytes()) == (0, (tmp_path / "b.svg").read_bytes())
    answer = atlasview("export", "figure", "IL21", "--view", "treemap", "--within", "brain", "-o", tmp_path / "d.svg")
    assert (answer.status, "no lineage is called brain" in answer.err) == (1, True)
    answer = atlasview("export", "figure", "IL21", "--view", "treemap", "--metric", "delta", "-o", tmp_path / "d.svg")
    assert (answer.status, "is no area" in answer.err) == (1, True)
