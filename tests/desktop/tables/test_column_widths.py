"""How columns share the width of a table."""

from hypothesis import example, given
from hypothesis import strategies as st

from atlasview.desktop.tables.column_widths import Wish, fitted

YEAR, TITLE, USE = Wish(50, 50, 0), Wish(200, 600, 3), Wish(80, 160, 1)


def test_what_is_left_goes_to_the_stretching_columns():
    assert fitted([YEAR, TITLE], 500) == [50, 450]


def test_stretching_columns_get_what_they_like_before_they_get_more():
    widths = fitted([YEAR, TITLE, USE], 1010)
    assert widths[0] == 50
    assert widths[1] >= 600
    assert widths[2] >= 160
    assert sum(widths) == 1010


def test_the_last_column_takes_the_rest_where_none_stretches():
    assert fitted([YEAR, YEAR], 300) == [50, 250]


def test_others_shrink_before_a_stretching_column_goes_under_its_least():
    assert fitted([Wish(40, 100, 0), Wish(200, 600, 1)], 260) == [60, 200]


def test_no_column_goes_under_its_least_even_where_the_room_is_too_short():
    assert fitted([YEAR, TITLE, USE], 100) == [50, 200, 80]


def test_no_columns():
    assert fitted([], 100) == []


def test_where_even_the_leasts_are_too_much_all_that_can_go_to_their_floors():
    wishes = [YEAR, Wish(200, 600, 3, 140), Wish(80, 160, 1, 60)]
    assert fitted(wishes, 330) == [50, 200, 80]
    assert fitted(wishes, 290) == [50, 170, 70]
    assert fitted(wishes, 200) == [50, 140, 60]


@example([(20, 0, 0, 0), (120, 1, 0, 0), (120, 1, 0, 0), (120, 1, 0, 0)], 381)
@given(
    st.lists(
        st.tuples(st.integers(20, 120), st.integers(0, 400), st.integers(0, 3), st.integers(0, 20)),
        min_size=1,
        max_size=9,
    ),
    st.integers(0, 3000),
)
def test_widths_fill_the_room_exactly_unless_it_is_too_short(columns, room):
    wishes = [Wish(least, least + more, stretch, least - less) for least, more, stretch, less in columns]
    widths = fitted(wishes, room)
    leasts, floors = [least for least, *_ in columns], [least - less for least, *_, less in columns]
    assert all(one >= low for one, low in zip(widths, leasts if room >= sum(leasts) else floors, strict=True))
    assert sum(widths) == max(room, sum(floors))
