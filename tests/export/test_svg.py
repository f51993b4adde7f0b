"""SVG that every program opens: plain shapes, text as text, flat named groups, the recipe inside."""

import json
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import PRESETS
from atlasview.export.svg import svg_text
from atlasview.figures.marks import Circle, Figure, Line, Mark, Paint, Polygon, Rect, Text
from atlasview.records.place import Residues
from tests.export.figures_read import difference, needs, picture, said, saved

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parent.parent / "golden" / "shapes.svg"

SHAPES = Figure(
    width=144.0,
    height=72.0,
    title="Shapes & <signs>",
    description='One of each "shape", isn\'t it',
    marks=(
        Mark("bar-1", (Rect(2, 2, 60, 10, Paint(fill="#E69F00", opacity=0.5, stroke="#1A1D23", width=0.5), radius=2),)),
        Mark("bar-1", (Rect(70, 2, 60, 10, Paint(fill="#56B4E9")),), "feature:1", ("Domain", "12-40")),
        Mark("not available", (Rect(2, 20, 60, 12, Paint(fill="#868D99", stroke="#868D99", width=0.4, hatch=True)),)),
        Mark("2nd", (Line(0, 40, 144, 40, Paint(stroke="#DFE2E7", dash=(2, 1.5))),)),
        Mark(
            "hexagon",
            (Polygon(((80, 20), (90, 26), (80, 32)), Paint(fill="#009E73")), Circle(120, 26, 6, Paint(fill="#D55E00"))),
        ),
        Mark("bond", (Polygon(((2, 50), (2, 55), (30, 55), (30, 50)), Paint(stroke="#59616D"), closed=False),)),
        Mark(
            "label",
            (
                Text(72, 68, 'γc <&> "x"  two  spaces', 7, "#1A1D23", 600, "middle"),
                Text(144, 50, "rechts", 6, "#59616D", anchor="end", italic=True),
            ),
        ),
        Mark("empty", ()),
    ),
)
RECIPE = {"view": {"name": "shapes"}, "font": "Liberation Sans", "note": "a <b> & 'c' 基因"}


@pytest.fixture(scope="module")
def text() -> str:
    return svg_text(SHAPES, "Liberation Sans", RECIPE)


@pytest.fixture(scope="module")
def root(text: str) -> ET.Element:
    return ET.fromstring(text)


def test_the_file_is_the_one_that_was_looked_at(text):
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_size_is_in_millimetres_and_the_view_box_in_points(root):
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("50.8mm", "25.4mm", "0 0 144 72")


def test_title_description_and_recipe_are_read_back(root):
    assert root.findtext(f"{SVG}title") == SHAPES.title
    assert root.findtext(f"{SVG}desc") == SHAPES.description
    assert json.loads(root.find(f"{SVG}metadata").text) == RECIPE


def test_groups_are_flat_with_unique_names_and_none_is_empty(root):
    groups = root.findall(f"{SVG}g")
    assert [group.get("id") for group in groups] == [
        "bar-1",
        "bar-1-2",
        "not-available",
        "mark-2nd",
        "hexagon",
        "bond",
        "label",
    ]
    assert not [inner for group in groups for inner in group.findall(f".//{SVG}g")]
    identifiers = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(identifiers) == len(set(identifiers))


def test_the_hint_of_a_mark_is_its_title(root):
    assert root.find(f"{SVG}g[@id='bar-1-2']/{SVG}title").text == "Domain\n12-40"


def test_text_stays_text_in_a_concrete_family(root):
    label, right = root.iter(f"{SVG}text")
    assert label.text == 'γc <&> "x"  two  spaces'
    assert label.get("font-family") == "'Liberation Sans', Arial, Helvetica, sans-serif"
    assert (label.get("font-weight"), label.get("text-anchor"), label.get("font-size")) == ("600", "middle", "7")
    assert (right.get("text-anchor"), right.get("font-style"), right.get("font-weight")) == ("end", "italic", None)


def test_opacity_is_apart_from_the_colour_and_nothing_fancy_is_used(root, text):
    assert root.find(f"{SVG}g[@id='bar-1']/{SVG}rect").get("fill-opacity") == "0.5"
    used = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert used == {
        "svg",
        "title",
        "desc",
        "metadata",
        "rect",
        "g",
        "path",
        "line",
        "polygon",
        "polyline",
        "circle",
        "text",
    }
    assert "rgba" not in text
    assert " style=" not in text
    assert "class=" not in text


def test_numbers_are_short_and_whole_ones_have_no_point():
    figure = Figure(10, 10, "t", "d", (Mark("m", (Circle(1 / 3, -0.0001, 2.0, Paint(fill="#000000")),)),))
    assert '<circle cx="0.333" cy="0" r="2" fill="#000000"/>' in svg_text(figure, "Arial", {})


def test_a_length_that_is_none_is_a_bug_and_not_written():
    figure = Figure(10, 10, "t", "d", (Mark("m", (Circle(float("nan"), 0, 1, Paint()),)),))
    with pytest.raises(ValueError, match="not a length"):
        svg_text(figure, "Arial", {})


def test_signs_that_xml_forbids_do_no_harm():
    figure = Figure(10, 10, "a\x00b\x0b", "\ud800", ())
    assert ET.fromstring(svg_text(figure, "Arial", {}).encode()).findtext(f"{SVG}title") == "a\ufffdb\ufffd"


def test_the_same_figure_gives_the_same_bytes(text):
    assert svg_text(SHAPES, "Liberation Sans", dict(reversed(RECIPE.items()))) == text


@pytest.mark.skipif(shutil.which("rsvg-convert") is None, reason="needs rsvg-convert (librsvg2-bin)")
def test_librsvg_draws_every_shape_in_its_place(text, tmp_path):
    (tmp_path / "shapes.svg").write_text(text, encoding="utf-8")
    subprocess.run(
        ["rsvg-convert", "-d", "288", "-p", "288", "shapes.svg", "-o", "shapes.png"], cwd=tmp_path, check=True
    )
    image = QImage(str(tmp_path / "shapes.png"))
    assert (image.width(), image.height()) == (576, 288)

    def at(x: float, y: float) -> str:
        return image.pixelColor(round(x * 4), round(y * 4)).name()

    white = "#ffffff"
    assert at(143, 71) == white
    assert at(100, 7) == "#56b4e9"
    assert at(32, 7) == "#f2cf7f"
    assert at(120, 26) == "#d55e00"
    hatched = [at(x / 4, y / 4) for x in range(12, 244) for y in range(84, 124)]
    assert 0.1 < sum(colour != white for colour in hatched) / len(hatched) < 0.5
    assert {at(x, 26) for x in range(64, 78)} == {white}


REAL = {
    "domains": ("IL7R", FigureRequest("domains", PRESETS["nature-single"], letter="a")),
    "many": ("HSPG2", FigureRequest("domains", PRESETS["nature-double"])),
    "scores": ("IL21", FigureRequest("landscape", PRESETS["cell-single"])),
    "slide": ("TP53", FigureRequest("domains", PRESETS["slide"])),
    "sugars": ("NOTCH1", FigureRequest("domains", PRESETS["nature-single"])),
    "part": ("HSPG2", FigureRequest("domains", PRESETS["pnas-single"], residues=Residues(1, 900))),
}


@pytest.fixture(params=REAL)
def both(request, genes, qapp, tmp_path):
    """A figure as SVG, and as the picture that Qt makes of it."""
    symbol, asked = REAL[request.param]
    drawing, svg = saved(tmp_path, genes[symbol], asked, "svg")
    return drawing, svg, picture(saved(tmp_path, genes[symbol], asked, "png", 300)[1])


@needs("rsvg-convert")
def test_librsvg_draws_a_figure_as_the_picture_shows_it(both, tmp_path):
    _drawing, svg, expected = both
    said("rsvg-convert", "-d", "300", "-p", "300", svg, "-o", tmp_path / "rsvg.png")
    assert difference(picture(tmp_path / "rsvg.png"), expected) < 1.3


@needs("inkscape")
def test_inkscape_draws_a_figure_as_the_picture_shows_it_and_keeps_its_size(both, tmp_path, monkeypatch):
    drawing, svg, expected = both
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    done = subprocess.run(
        ["inkscape", "--export-type=png", "--export-dpi=300", f"--export-filename={tmp_path / 'ink.png'}", str(svg)],
        capture_output=True,
        check=True,
    )
    assert b"parser error" not in done.stderr
    assert difference(picture(tmp_path / "ink.png"), expected) < 1.3
    sizes = [float(said("inkscape", f"--query-{side}", svg)) * 25.4 / 96 for side in ("width", "height")]
    assert sizes == pytest.approx([drawing.width_mm, drawing.height_mm], abs=0.1)
