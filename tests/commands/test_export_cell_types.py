"""`atlasview export figure` of cell types: two of them, their pathways, what is marked."""

import pytest

from tests.commands.test_export_figure import drawn, recipe, texts


def test_two_cell_types_gene_by_gene_and_again_from_the_recipe(atlasview, tmp_path):
    root = drawn(atlasview, tmp_path / "a.svg", "CL:0000236", "CL:0000623", "--view", "compare", "--metric", "delta")
    words = texts(root)
    assert {"→ Delta in B cell", "↑ Delta in natural killer cell"} <= {*words.splitlines()}
    view = recipe(root)["view"]
    assert (view["other"], view["metric"], view["context"]) == ("CL:0000623", "delta", "overall")
    answer = atlasview("redraw", tmp_path / "a.svg", "-o", tmp_path / "b.svg")
    assert (answer.status, (tmp_path / "b.svg").read_bytes()) == (0, (tmp_path / "a.svg").read_bytes())


@pytest.mark.parametrize("words", [("IL7R", "--view", "treemap"), ("CL:0000236", "CL:0000623", "--view", "compare")])
@pytest.mark.parametrize("size", [("--preset", "slide"), ("--height", "70")])
def test_views_of_free_proportions_keep_to_the_height_and_draw_all(atlasview, tmp_path, words, size):
    free = texts(drawn(atlasview, tmp_path / "a.svg", *words, "--width", "183"))
    root = drawn(atlasview, tmp_path / "b.svg", *words, *size)
    assert root.get("height") == ("190.5mm" if "slide" in size else "70mm")
    title, shown = free.splitlines()[0], texts(root)
    assert title in shown and "Starter atlas" in shown
    answer = atlasview("redraw", tmp_path / "b.svg", "-o", tmp_path / "c.svg")
    assert (answer.status, (tmp_path / "c.svg").read_bytes()) == (0, (tmp_path / "b.svg").read_bytes())
    answer = atlasview("export", "figure", *words, "--height", "22", "-o", tmp_path / "d.svg")
    assert (answer.status, "does not fit into a height of 22 mm" in answer.err) == (1, True)


def test_what_cannot_be_compared_is_said(atlasview, tmp_path):
    out = ("--view", "compare", "-o", tmp_path / "a.svg")
    answer = atlasview("export", "figure", "CL:0000236", *out)
    assert (answer.status, "draws two cell types, not 1" in answer.err) == (2, True)
    answer = atlasview("export", "figure", "CL:0000236", "IL21", *out)
    assert (answer.status, "it is no cell type" in answer.err) == (1, True)
    answer = atlasview("export", "figure", "CL:0000236", "CL:0002038", *out)
    assert (answer.status, "no gene has CSI both in B cell and in T follicular" in answer.err) == (1, True)
    answer = atlasview("export", "figure", "CL:0000236", "CL:0000623", "--context", "moon", *out)
    assert (answer.status, "B cell has no scores for moon" in answer.err) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_pathways_of_other_ranks_than_the_first(atlasview, tmp_path):
    first = texts(drawn(atlasview, tmp_path / "a.svg", "CL:0000236", "--view", "treemap"))
    root = drawn(atlasview, tmp_path / "b.svg", "CL:0000236", "--view", "treemap", "--within", "3-5")
    assert "B cell: pathways 3 to 5, Overall" in texts(root) and "2 with a higher average" in texts(root)
    assert "pathways 3 to 5" not in first
    assert recipe(root)["view"]["within"] == "3-5"
    answer = atlasview("redraw", tmp_path / "b.svg", "-o", tmp_path / "c.svg")
    assert (answer.status, (tmp_path / "c.svg").read_bytes()) == (0, (tmp_path / "b.svg").read_bytes())
    for within, said in (("90000-90040", "none from 90000 on"), ("5-3", "has no pathway 5-3")):
        answer = atlasview(
            "export", "figure", "CL:0000236", "--view", "treemap", "--within", within, "-o", tmp_path / "d.svg"
        )
        assert (answer.status, said in answer.err) == (1, True)


@pytest.mark.parametrize(
    "words",
    [
        ("CL:0000236", "CL:0000623", "--view", "compare"),
        ("CL:0000236", "--view", "treemap"),
        ("CL:0000236", "--view", "treemap", "--within", "genes"),
        ("CL:0000236", "--view", "heatmap"),
        ("CL:0000236", "--view", "dotplot"),
        ("IL7R", "--view", "landscape"),
    ],
)
def test_scores_of_one_donor_are_marked_in_every_figure_and_the_data_set_is_named(atlasview, tmp_path, words):
    said = texts(drawn(atlasview, tmp_path / "a.svg", *words)).replace("\n", " ")
    assert "pseudoreplicated: one donor" in said
    assert "10x PBMC 68k, 700 cells · 10x Genomics PBMC 68k" in said
