"""What of a figure lies where."""

from atlasview.figures.marks import Figure, Line, Mark, Paint, Rect, Text
from atlasview.render.figure_index import FigureIndex

PAINT = Paint(fill="#0072B2")


def rows(count: int, height: float = 20.0) -> Figure:
    marks = [
        Mark(f"row-{n}", (Rect(0, n * height, 50, height - 4, PAINT),), f"row:{n}", (f"{n}",)) for n in range(count)
    ]
    return Figure(100.0, count * height, "", "", tuple(marks))


def test_a_low_figure_is_one_band():
    figure = rows(10)
    index = FigureIndex(figure)
    assert index.band == 200
    assert list(index.in_band(0)) == list(figure.marks)
    assert list(index.in_band(1)) == []


def test_each_mark_of_a_high_figure_is_in_the_bands_that_it_touches():
    figure = rows(200)
    index = FigureIndex(figure)
    for mark in figure.marks:
        box = mark.shapes[0]
        touched = {
            band for band in range(-1, 40) if band * index.band < box.y + box.height and box.y < (band + 1) * index.band
        }
        assert touched <= {band for band in range(-1, 40) if mark in index.in_band(band)}
    seen = {id(mark) for band in range(40) for mark in index.in_band(band)}
    assert len(seen) == 200
    assert max(len(index.in_band(band)) for band in range(40)) < 12


def test_marks_of_a_band_stay_in_drawing_order():
    ground = Mark("ground", (Rect(0, 0, 100, 2000, PAINT),))
    figure = Figure(100.0, 2000.0, "", "", (ground, *rows(100).marks, Mark("over", (Line(0, 0, 100, 2000, PAINT),))))
    names = [mark.name for mark in FigureIndex(figure).in_band(3)]
    assert (names[0], names[-1]) == ("ground", "over")


def test_what_is_under_the_pointer_comes_before_what_is_near_it():
    one = Mark("one", (Rect(0, 0, 4, 10, PAINT),), "one")
    other = Mark("other", (Rect(4.5, 0, 4, 10, PAINT),), "other")
    index = FigureIndex(Figure(20.0, 10.0, "", "", (one, other, Mark("word", (Text(0, 8, "x", 8, "#000000"),)))))
    assert index.at(2, 5) is one
    assert index.at(6, 5) is other
    assert index.at(10, 5) is other
    assert index.at(15, 5) is None
    assert index.mark("one") is one
    assert index.mark("none") is None


def test_a_mark_is_shown_instead_in_its_bands_alone_until_it_is_taken_back():
    for count in (10, 200):
        figure = rows(count)
        index = FigureIndex(figure)
        marks = {band: list(index.in_band(band)) for band in range(40)}
        bands = index.show_instead("row:6", lambda mark: mark._replace(hint=("chosen",)))
        changed = {band for band in range(40) if list(index.in_band(band)) != marks[band]}
        assert changed and changed <= set(bands)
        assert [mark.name for mark in index.figure.marks if mark.hint == ("chosen",)] == ["row-6"]
        assert index.show_instead("row:6") == bands
        assert {band: list(index.in_band(band)) for band in range(40)} == marks
        assert index.figure == figure
        assert index.show_instead("row:none", lambda mark: mark) == ()
