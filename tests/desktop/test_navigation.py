from datetime import datetime, timedelta

import pytest

from atlasview.desktop.navigation import CLOSED_LENGTH, HISTORY_LENGTH, History, Trail, Visit, now_visited, same_page
from atlasview.records.place import Kind, Place

IL21 = Place(Kind.GENE, "HGNC:6005", "IL21")
IL7R = Place(Kind.GENE, "HGNC:6024", "IL7R")
TFH = Place(Kind.CELL_TYPE, "CL:0002038", "T follicular helper cell")
NOON = datetime(2026, 11, 20, 12, 0).astimezone()


def trail_of(*places):
    trail = Trail()
    for place in places:
        trail.visit(place)
    return trail


def test_a_new_trail_leads_nowhere():
    trail = Trail()
    assert (trail.place, trail.back, trail.forward) == (None, None, None)
    with pytest.raises(IndexError):
        trail.step(-1)


def test_back_and_forward_go_over_the_same_places():
    trail = trail_of(IL21, IL7R, TFH)
    trail.step(-1)
    trail.step(-1)
    assert (trail.place, trail.back, trail.forward) == (IL21, None, IL7R)
    trail.step(1)
    assert trail.place == IL7R


def test_going_on_from_the_middle_forgets_what_lay_forward():
    trail = trail_of(IL21, IL7R)
    trail.step(-1)
    trail.visit(TFH)
    assert (trail.back, trail.place, trail.forward) == (IL21, TFH, None)


def test_another_section_of_the_same_page_is_no_step():
    trail = trail_of(IL21, Place(Kind.GENE, IL21.id, "IL21", "Citations"))
    assert trail.back is None
    assert trail.place is not None and trail.place.section == "Citations"


def test_the_section_left_is_the_section_come_back_to():
    trail = trail_of(IL21)
    trail.stay(Place(Kind.GENE, IL21.id, "IL21", "Protein"))
    trail.visit(IL7R)
    assert trail.back is not None and trail.back.section == "Protein"


def test_the_history_holds_each_page_once_and_the_newest_first():
    history = History()
    for place in (IL21, IL7R, Place(Kind.GENE, IL21.id, "IL21", "Cells")):
        history.visit(now_visited(place, place.label, place.label))
    assert [visit.place.id for visit in history] == [IL21.id, IL7R.id]
    assert next(iter(history)).place.section == "Cells"


def test_history_and_closed_tabs_have_an_end():
    history = History()
    for number in range(HISTORY_LENGTH + 50):
        place = Place(Kind.TERM, f"GO:{number}")
        history.visit(now_visited(place, "x", "x"))
        history.close(trail_of(place))
    assert len(history) == HISTORY_LENGTH
    reopened = 0
    while history.can_reopen:
        history.reopen()
        reopened += 1
    assert reopened == CLOSED_LENGTH


def test_the_tab_closed_last_is_reopened_first():
    history = History()
    history.close(trail_of(IL21))
    history.close(trail_of(IL7R, TFH))
    trail = history.reopen()
    assert (trail.place, trail.back) == (TFH, IL7R)
    assert history.reopen().place == IL21
    with pytest.raises(IndexError):
        history.reopen()


def test_an_empty_tab_is_not_worth_reopening():
    history = History()
    history.close(Trail())
    assert not history.can_reopen


@pytest.mark.parametrize(
    ("before", "words"),
    [(timedelta(minutes=90), "today 10:30"), (timedelta(days=1), "yesterday"), (timedelta(days=2), "18 Nov")],
)
def test_a_visit_says_when_it_was(before, words):
    assert Visit(IL21, "IL21", "interleukin 21", NOON - before).time(NOON) == words


def test_a_name_that_repeats_the_title_is_left_out():
    assert now_visited(IL21, "IL21", "IL21 interleukin 21").name == "interleukin 21"
    assert now_visited(TFH, TFH.label, TFH.label).name == "CL:0002038"


def test_the_same_page_is_the_same_whatever_the_section_or_label():
    assert same_page(IL21, Place(Kind.GENE, IL21.id, section="Cells"))
    assert not same_page(IL21, IL7R)
    assert not same_page(IL21, Place(Kind.PROTEIN, IL21.id))
