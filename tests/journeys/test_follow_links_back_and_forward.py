"""A person follows links from page to page and finds the way back."""

from PySide6.QtCore import Qt

from atlasview.records.place import Kind, Place


def test_goes_from_gene_to_gene_and_back_and_forward(person):
    def sit():
        first = person.waits_for_page("IL21")
        first.place_requested.emit(Place(Kind.GENE, "HGNC:6024", "IL7R"), False)
        person.waits_for_page("IL7R")
        person.presses(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        person.waits_for_page("IL21")
        person.presses(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        person.waits_for_page("IL7R")

    assert person.at("IL21", does=sit) == 0


def test_visits_a_page_of_every_other_kind(person):
    pages = {
        "Q9HBE4": ("protein-page", "Interleukin-21"),
        "CL0002038": ("cell-type-page", "T follicular helper cell"),
        "GO:0005125": ("term-page", "cytokine activity"),
        "pmid:11081504": ("publication-page", ""),
    }

    def sit():
        person.waits_for_page("IL21")
        for typed, (kind, title) in pages.items():
            person.searches(typed)
            person.presses(Qt.Key.Key_Return)
            person.waits_for_page(title, kind)

    assert person.at("IL21", does=sit) == 0


def test_opens_a_second_tab_and_closes_it(person):
    def sit():
        person.waits_for_page("IL21")
        person.searches("il7r")
        person.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        tabs = person.waits_for("page-tabs")
        person.waits(lambda: tabs.count() == 2)
        person.chooses("close-tab")
        person.waits(lambda: tabs.count() == 1)

    assert person.at("IL21", does=sit) == 0
