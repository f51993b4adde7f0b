"""A figure on its page, and the letter before it."""

from atlasview.figures.domains import domain_figure
from atlasview.figures.marks import Figure, Line, Mark, Paint, Polygon, Rect, Text, bounds
from atlasview.figures.page import lettered, on_page
from atlasview.figures.style import FILE
from tests.figures.looking import colliding, marks_named, outside

PAINT = Paint(fill="#000000")
SHAPES = (
    Rect(0, 0, 10, 10, PAINT),
    Line(0, 0, 5, 5, Paint(stroke="#000000")),
    Polygon(((1, 1), (2, 2), (3, 1)), PAINT),
    Text(4, 9, "a", 7, "#000000"),
)
FIGURE = Figure(20, 10, "t", "d", (Mark("all", SHAPES),), ("left out",))


def test_a_margin_moves_everything_and_widens_the_page():
    page = on_page(FIGURE, 60, 40, 15)
    assert (page.width, page.height, page.left_out) == (60, 40, ("left out",))
    for before, after in zip(FIGURE.shapes(), page.shapes(), strict=True):
        if isinstance(before, Text):
            assert isinstance(after, Text) and (after.x, after.y) == (19, 24)
        else:
            old, new = bounds(before), bounds(after)
            assert old and new and [b - a for a, b in zip(old, new, strict=True)] == [15, 15, 15, 15]


def test_a_page_that_is_too_small_grows():
    assert (on_page(FIGURE, 5, 5, 2).width, on_page(FIGURE, 5, 5, 2).height) == (24, 14)


def test_a_letter_stands_before_the_title_in_its_line(protein, measure):
    plain = domain_figure(protein("IL7R"), 252, FILE, measure)
    figure = lettered(plain, "a", FILE, measure)
    (letter,) = marks_named(figure, "panel-letter")
    (title,) = marks_named(figure, "title")
    sign, words = letter.shapes[0], title.shapes[0]
    assert isinstance(sign, Text) and isinstance(words, Text)
    assert (sign.text, sign.size, sign.weight, sign.x) == ("a", 8, 700, 0)
    assert sign.y == words.y
    assert sign.x + measure("a", 8, 700) < words.x
    assert figure.height == plain.height
    assert colliding(figure, measure) == []
    assert outside(figure, measure) == []


def test_a_letter_without_a_title_or_with_a_long_one_stands_above(protein, measure):
    bar = Mark("bar", (Rect(0, 9, 9, 9, PAINT),))
    for title in ((), (Mark("title", (Text(0, 7, "W" * 30, 7, "#000000", 600),)),)):
        figure = lettered(Figure(100, 20, "t", "d", (*title, bar)), "b", FILE, measure)
        assert figure.height > 28
        letter, *others = figure.marks
        for mark in others:
            for shape in mark.shapes:
                top = shape.y - shape.size if isinstance(shape, Text) else getattr(shape, "y", 0.0)
                assert top > letter.shapes[0].y
