"""A person turns the window dark and makes its text larger while pages are open."""

from PySide6.QtGui import QPalette


def test_turns_the_window_dark_and_light_again(person):
    def sit():
        person.waits_for_page("IL7R")
        person.chooses("theme-light")
        light = person.window.palette().color(QPalette.ColorRole.Window).lightness()
        person.chooses("theme-dark")
        person.waits(lambda: person.window.palette().color(QPalette.ColorRole.Window).lightness() < light)
        assert person.window.grab().toImage().pixelColor(5, 5).lightness() < 100
        person.chooses("theme-light")
        person.waits(lambda: person.window.palette().color(QPalette.ColorRole.Window).lightness() == light)

    assert person.at("IL7R", does=sit) == 0


def test_makes_the_text_larger_and_normal_again(person):
    def sit():
        page = person.waits_for_page("IL7R")
        height = page.fontMetrics().height()
        person.chooses("text-larger")
        person.chooses("text-larger")
        person.waits(lambda: page.fontMetrics().height() > height)
        person.chooses("text-normal")
        person.waits(lambda: page.fontMetrics().height() == height)

    assert person.at("IL7R", does=sit) == 0
