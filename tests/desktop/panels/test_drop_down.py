"""A drop-down is no wider than it has to be, and never cuts what is chosen."""

from PySide6.QtGui import QFontMetrics

from atlasview.desktop.panels.drop_down import DropDown

LONG = "immunodeficiency 104, autosomal recessive, T-cell negative, B-cell positive, NK-cell positive"


def test_a_long_choice_makes_room_for_itself_only_while_it_is_chosen(theme, stage):
    one = DropDown(theme, "Disease", (("", "all"), ("long", LONG)))
    stage.show(one, 900, 40)
    narrow = one.sizeHint().width()
    assert narrow < theme.px(300)
    one.choose("long")
    assert one.sizeHint().width() > QFontMetrics(theme.font("body")).horizontalAdvance("Disease" + LONG)
    one.choose("")
    assert one.sizeHint().width() == narrow


def test_short_choices_do_not_move_what_stands_beside_them(theme):
    one = DropDown(theme, "Height", (("records", "Records"), ("seen", "Times seen")))
    widths = set()
    for key in ("records", "seen"):
        one.choose(key)
        widths.add(one.sizeHint().width())
    assert len(widths) == 1
