"""`atlasview redraw`: a figure drawn again from the recipe inside it."""

import shutil

import pytest

from atlasview.export.presets import FORMATS

FIGURES = (
    ("IL7R 100-250", "--view", "domains", "--preset", "nature-single", "--letter", "a"),
    ("P16871-3", "--view", "domains", "--width", "120"),
    ("IL7R 45-96", "--view", "tracks", "--preset", "nature-single", "--letter", "a"),
    ("IL21", "--view", "landscape", "--metric", "prs", "--preset", "slide"),
    ("IL7R", "--view", "expression", "--dataset", "hpa blood cells", "--order", "value"),
)


@pytest.mark.parametrize("words", FIGURES)
@pytest.mark.parametrize("form", FORMATS)
def test_the_same_format_gives_the_same_bytes(atlasview, tmp_path, words, form):
    first, second = tmp_path / f"first.{form}", tmp_path / f"second.{form}"
    assert atlasview("export", "figure", *words, "--dpi", "150", "-o", first).status == 0
    answer = atlasview("redraw", first, "-o", second)
    assert (answer.status, answer.out) == (0, "")
    assert second.read_bytes() == first.read_bytes()


def test_another_format_is_what_an_export_would_give(atlasview, tmp_path):
    words = ("export", "figure", "IL21", "--view", "domains", "-o")
    atlasview(*words, tmp_path / "a.png")
    atlasview(*words, tmp_path / "b.pdf")
    atlasview("redraw", tmp_path / "a.png", "-o", tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    svg = atlasview("redraw", tmp_path / "a.png", "-o", "-").out
    assert svg == atlasview(*words, "-").out


def test_another_atlas_is_said(atlasview, tmp_path, small_atlas_path, monkeypatch):
    target = tmp_path / "il21.svg"
    atlasview("export", "figure", "IL21", "--view", "domains", "-o", target)
    monkeypatch.setenv("ATLASVIEW_ATLAS", str(small_atlas_path))
    answer = atlasview("redraw", target, "-o", tmp_path / "again.svg")
    assert answer.status == 0
    assert "drawn from another atlas than the figure: " in answer.err.splitlines()[0]


@pytest.mark.parametrize("content", [b"", b"IL21", b"%PDF-1.4"])
def test_what_holds_no_recipe_is_refused_and_the_old_file_stays(atlasview, tmp_path, content):
    source, target = tmp_path / "a.pdf", tmp_path / "old.pdf"
    source.write_bytes(content)
    target.write_bytes(b"old")
    answer = atlasview("redraw", source, "-o", target)
    assert answer.status == 1
    assert "holds no recipe of AtlasView" in answer.err
    assert answer.err.count("\n") == 1
    assert target.read_bytes() == b"old"


def test_a_figure_may_be_drawn_over_itself(atlasview, tmp_path):
    target = tmp_path / "a.svg"
    atlasview("export", "figure", "IL21", "--view", "domains", "-o", target)
    shutil.copy(target, tmp_path / "b.svg")
    assert atlasview("redraw", target, "-o", target).status == 0
    assert target.read_bytes() == (tmp_path / "b.svg").read_bytes()
