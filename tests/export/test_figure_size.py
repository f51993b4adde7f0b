"""How high a figure's file is: as it needs, as asked, as the page is."""

import pytest

from atlasview.export.figure import Drawing, draw_figure
from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import PRESETS
from atlasview.figures.marks import Text
from atlasview.records.trouble import Trouble
from tests.export.profiles import gene, scored
from tests.export.proteins import detail
from tests.figures.looking import texts

ROWS = 60
PAGE = gene(detail(), scores=tuple(scored(str(number), csi=float(number)) for number in range(1, ROWS + 1)))
NARROW = PRESETS["nature-single"]


def rows(drawing: Drawing) -> list[str]:
    return [text for text in texts(drawing.figure) if text.startswith("cell ")]


def lowest(drawing: Drawing) -> float:
    """Where the lowest text ends, in mm."""
    return max(shape.y for shape in drawing.figure.shapes() if isinstance(shape, Text)) * 25.4 / 72


def test_without_a_wish_it_is_as_high_as_it_needs(qapp):
    drawing = draw_figure(PAGE, FigureRequest("landscape", NARROW))
    assert drawing.height_mm > 170
    assert len(rows(drawing)) == ROWS
    assert 0 < drawing.height_mm - lowest(drawing) < 3


@pytest.mark.parametrize("height", [60.0, 100.0, 170.0])
def test_a_chart_that_is_too_high_keeps_its_highest_rows_and_says_so(qapp, height):
    drawing = draw_figure(PAGE, FigureRequest("landscape", NARROW, height=height))
    assert drawing.height_mm == pytest.approx(height)
    kept = rows(drawing)
    assert 5 < len(kept) < ROWS
    assert kept == [f"cell {number}" for number in range(ROWS, ROWS - len(kept), -1)]
    assert height - 6 < lowest(drawing) < height
    assert drawing.notes == (f"drawn are the {len(kept)} highest of {ROWS} rows, more have no room in {height:g} mm",)
    assert f"{ROWS - len(kept)} more cell types, not drawn." in texts(drawing.figure)


def test_a_height_that_is_more_than_needed_leaves_white_below(qapp):
    needed = draw_figure(PAGE, FigureRequest("domains", NARROW))
    drawing = draw_figure(PAGE, FigureRequest("domains", NARROW, height=100.0))
    assert drawing.height_mm == pytest.approx(100)
    assert lowest(drawing) == pytest.approx(lowest(needed))
    assert drawing.notes == needed.notes


def test_the_height_that_it_has_anyway_is_enough(qapp):
    for view in ("domains", "landscape"):
        needed = draw_figure(PAGE, FigureRequest(view, NARROW, letter="a"))
        again = draw_figure(PAGE, FigureRequest(view, NARROW, letter="a", height=needed.height_mm))
        assert again.figure.marks == needed.figure.marks


@pytest.mark.parametrize("view", ["domains", "landscape"])
def test_what_cannot_be_made_lower_is_refused_with_what_it_needs(genes, qapp, view):
    page = genes["IL21"]
    with pytest.raises(Trouble) as refusal:
        draw_figure(page, FigureRequest(view, NARROW, height=20.0))
    assert refusal.value.what == "the figure does not fit into a height of 20 mm"
    needed = float(refusal.value.where.split()[-2])
    assert draw_figure(page, FigureRequest(view, NARROW, height=needed + 0.1)).height_mm == pytest.approx(needed + 0.1)


@pytest.mark.parametrize(("name", "size"), [("slide", (338.667, 190.5)), ("a4", (210.0, 297.0))])
@pytest.mark.parametrize("view", ["domains", "landscape"])
def test_slides_and_pages_have_their_size_and_margin(qapp, name, size, view):
    drawing = draw_figure(PAGE, FigureRequest(view, PRESETS[name], letter="a"))
    assert (drawing.width_mm, drawing.height_mm) == pytest.approx(size, abs=0.001)
    margin = PRESETS[name].margin
    assert lowest(drawing) < size[1] - margin
    assert min(shape.x for shape in drawing.figure.shapes() if isinstance(shape, Text)) * 25.4 / 72 >= margin - 0.01
    assert size[0] / size[1] == pytest.approx(16 / 9 if name == "slide" else 1 / 2**0.5, abs=0.001)


def test_a_page_of_another_width_keeps_its_margin(qapp):
    drawing = draw_figure(PAGE, FigureRequest("domains", PRESETS["slide"], width=200.0, height=100.0))
    assert (drawing.width_mm, drawing.height_mm) == pytest.approx((200, 100))
