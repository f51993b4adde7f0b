"""The atlases that were open lately: the newest word on each holds, whoever wrote it."""

from hypothesis import given
from hypothesis import strategies as st

from atlasview.home.recent import MOST, Recent, merged, recents, word
from atlasview.home.settings_file import read_settings, write_settings

HUMAN = Recent("/a/human.atlas", "Human", "1", 44_000, 20_000)
MOUSE = Recent("/a/mouse.atlas", "Mouse", "1", 30_000, 17_000)


def test_the_newest_stands_first_and_holds():
    older = {HUMAN.path: word(HUMAN, "2026-01-01T00:00:00"), MOUSE.path: word(MOUSE, "2026-01-02T00:00:00")}
    newer = Recent(HUMAN.path, "Human", "2", 44_001, 20_000)
    assert recents(older) == (MOUSE, HUMAN)
    assert recents(merged(older, {HUMAN.path: word(newer, "2026-01-03T00:00:00")})) == (newer, MOUSE)


def test_what_was_forgotten_stays_so_until_it_is_opened_again():
    kept = {HUMAN.path: word(HUMAN, "2026-01-01T00:00:00")}
    forgotten = merged(kept, {HUMAN.path: word(HUMAN, "2026-01-02T00:00:00", forgotten=True)})
    assert recents(forgotten) == () == recents(merged(kept, forgotten))
    assert recents(merged(forgotten, {HUMAN.path: word(HUMAN, "2026-01-03T00:00:00")})) == (HUMAN,)


def test_the_list_does_not_grow():
    many = {str(at): word(Recent(str(at), "x", "", 0, 0), f"2026-01-01T00:{at:02}:00") for at in range(40)}
    assert len(merged(many, {})) == 2 * MOST
    assert [recent.path for recent in recents(many)] == [str(at) for at in range(39, 39 - MOST, -1)]


_WORDS = st.dictionaries(
    st.text(max_size=3), st.one_of(st.none(), st.integers(), st.builds(lambda at: word(HUMAN, at), st.text(max_size=4)))
)


@given(_WORDS, _WORDS)
def test_whatever_the_file_says_is_borne(one, other):
    assert all(isinstance(recent.name, str) for recent in recents(merged(one, other)))
    assert merged(merged(one, other), other) == merged(one, other)


def test_each_window_adds_its_own_to_the_file(tmp_path):
    write_settings(tmp_path, {"recent-atlases": {HUMAN.path: word(HUMAN, "2026-01-01T00:00:00")}})
    write_settings(tmp_path, {"recent-atlases": {MOUSE.path: word(MOUSE, "2026-01-02T00:00:00")}})
    assert recents(read_settings(tmp_path).values["recent-atlases"]) == (MOUSE, HUMAN)
