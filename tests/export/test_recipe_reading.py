"""The recipe comes back out of every format, and with it the very same file."""

import json
from math import inf, nan

import pytest
from PIL import Image
from pypdf import PdfReader

from atlasview.export.figure import draw_figure
from atlasview.export.figure_formats import figure_bytes
from atlasview.export.figure_request import FigureRequest, dpi_of, request_of
from atlasview.export.presets import FORMATS, PIXELS, PRESETS
from atlasview.export.recipe_reading import read_recipe
from atlasview.records.place import Residues
from atlasview.records.trouble import InputRefused
from tests.export.figures_read import saved

REQUESTS = {
    "plain": ("IL7R", FigureRequest("domains")),
    "part": ("IL7R", FigureRequest("domains", PRESETS["free"], 77.5, isoform="P16871-1", residues=Residues(20, 300))),
    "parts": ("TP53", FigureRequest("domains", PRESETS["slide"], letter="(a", without=frozenset({"title", "ruler"}))),
    "scores": ("IL21", FigureRequest("landscape", PRESETS["pnas-middle"], None, 80.0, 6.0, metric="prs")),
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", REQUESTS)
def test_read_and_drawn_again_it_is_the_same_file(genes, qapp, tmp_path, name, form):
    symbol, request = REQUESTS[name]
    drawing, path = saved(tmp_path, genes[symbol], request, form, 200)
    recipe = read_recipe(path)
    assert recipe == {**drawing.recipe, **({"dpi": 200.0} if form in PIXELS else {})}
    again = draw_figure(genes[symbol], request_of(recipe))
    assert figure_bytes(again, form, recipe.get("dpi", 0)) == path.read_bytes()


def test_it_says_all_that_is_needed(genes, qapp):
    symbol, request = REQUESTS["part"]
    recipe = draw_figure(genes[symbol], request).recipe
    assert recipe["place"] == {"kind": "gene", "id": "HGNC:6024", "symbol": "IL7R"}
    assert recipe["view"] == {
        "name": "domains", "protein": "P16871", "isoform": "P16871-1", "range": {"start": 20, "end": 300},
        "chain": None,
    }  # fmt: skip
    assert (recipe["asked"]["preset"], recipe["asked"]["width"], recipe["size"]["width_mm"]) == ("free", 77.5, 77.5)
    assert len(recipe["atlas"]["sha256"]) == 64
    assert {"program_version", "font", "title"} <= recipe.keys()
    assert json.loads(json.dumps(recipe)) == recipe


def test_other_readers_find_it_too(genes, qapp, tmp_path):
    drawing, path = saved(tmp_path, genes["IL7R"], REQUESTS["plain"][1], "pdf")
    told = PdfReader(path).metadata
    assert told is not None
    assert json.loads(str(told["/AtlasViewRecipe"])) == drawing.recipe
    _drawing, path = saved(tmp_path, genes["IL7R"], REQUESTS["plain"][1], "png")
    with Image.open(path) as image:
        assert json.loads(image.info["AtlasView recipe"])["view"] == drawing.recipe["view"]
        assert image.info["Title"] == drawing.figure.title
    _drawing, path = saved(tmp_path, genes["IL7R"], REQUESTS["plain"][1], "tiff")
    with Image.open(path) as image:
        assert json.loads(image.tag_v2[270])["view"] == drawing.recipe["view"]


def test_a_picture_that_pillow_saved_anew_keeps_it(genes, qapp, tmp_path):
    drawing, path = saved(tmp_path, genes["IL7R"], REQUESTS["plain"][1], "tiff")
    with Image.open(path) as image:
        image.save(tmp_path / "big.tif", tiffinfo=image.tag_v2, compression="tiff_deflate")
    assert read_recipe(tmp_path / "big.tif")["view"] == drawing.recipe["view"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"IL21",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b'<svg><metadata id="recipe">{"view": 1</metadata></svg>',
        b'<svg><metadata id="recipe">[1, 2]</metadata></svg>',
        b'<svg><metadata id="recipe">\xff\xfe</metadata></svg>',
        b"%PDF-1.6\n",
        b"%PDF-1.6\n/AtlasViewRecipe (oops)",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\x20iTXtAtlasView recipe\x00\x01\x00\x00\x00xxxx",
        b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXtAtlasView recipe\x00",
        b"II*\0",
        b"II*\0\xff\xff\xff\xff",
        b"MM\0*\0\0\0\x08\0\x01\x01\x0e\0\x02\0\0\0\x09\0\0\x99\x99",
    ],
)
def test_a_file_without_one_is_refused_and_never_a_bug(tmp_path, content):
    path = tmp_path / "figure.bin"
    path.write_bytes(content)
    with pytest.raises(InputRefused, match="holds no recipe") as refusal:
        read_recipe(path)
    assert str(path) in str(refusal.value)


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path):
    for path in (tmp_path, tmp_path / "absent.svg"):
        with pytest.raises(InputRefused, match="cannot be read"):
            read_recipe(path)


@pytest.mark.parametrize(
    "change",
    [
        {"view": {"name": "hologram"}},
        {"view": {}},
        {"asked": {"preset": "billboard"}},
        {"asked": None},
        {"view": {"name": "domains", "range": {"start": 5, "end": 1}}},
    ],
)
def test_a_recipe_of_another_version_is_refused_and_says_which(genes, qapp, change):
    recipe = draw_figure(genes["IL7R"], FigureRequest("domains")).recipe | {"program_version": "9.9"} | change
    with pytest.raises(InputRefused, match=r"written by version 9\.9"):
        request_of(recipe)


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        *(
            ("asked", name, value)
            for name in ("width", "height", "text")
            for value in (nan, inf, -1, 1e9, "x", [1], True)
        ),
        *(("asked", name, 7) for name in ("letter", "without")),
        *(
            ("view", name, 7)
            for name in ("isoform", "chain", "metric", "scale", "height_by", "range", "limits", "find")
        ),
        ("view", "limits", [2, nan]),
        ("view", "limits", [2]),
        ("view", "range", {"start": inf, "end": inf}),
    ],
)
def test_a_recipe_that_was_changed_into_none_is_refused(genes, qapp, part, name, value):
    recipe = draw_figure(genes["IL7R"], FigureRequest("domains")).recipe
    assert request_of(recipe) == FigureRequest("domains")
    with pytest.raises(InputRefused, match="can follow"):
        request_of(recipe | {part: recipe[part] | {name: value}})


def test_dots_per_inch_are_a_number_that_is_drawn():
    assert (dpi_of({}), dpi_of({"dpi": 600})) == (None, 600)
    for value in (nan, 5, "300", [300]):
        with pytest.raises(InputRefused, match="can follow"):
            dpi_of({"dpi": value})


def test_a_recipe_whose_parts_are_none_is_no_recipe(tmp_path):
    path = tmp_path / "figure.svg"
    path.write_text('<metadata id="recipe">{"place": [], "view": {}, "atlas": {}}</metadata>', encoding="utf-8")
    with pytest.raises(InputRefused, match="holds no recipe"):
        read_recipe(path)
