"""A person closes the window and comes back later: everything is where it was, and nothing was written down of her."""

import json

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette


def lightness(person):
    return person.window.palette().color(QPalette.ColorRole.Window).lightness()


def test_finds_look_pages_and_section_as_they_were(person):
    def first():
        page = person.waits_for_page("IL21")
        person.chooses("theme-dark")
        person.searches("il7r")
        person.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        tabs = person.waits_for("page-tabs")
        person.waits(lambda: tabs.count() == 2)
        person.rests(100)
        page.show_section("Citations")
        person.waits(lambda: page.section() == "Citations")

    def later():
        page = person.waits_for_page("IL21")
        person.waits(lambda: page.section() == "Citations")
        assert lightness(person) < 100
        tabs = person.part("page-tabs")
        assert [tabs.tabText(at) for at in range(tabs.count())] == ["IL21", "IL7R"]
        person.chooses("next-tab")
        person.waits_for_page("IL7R")

    assert person.at("IL21", does=first) == 0
    assert person.at(does=later) == 0


def test_who_named_an_atlas_finds_it_open_again(person, atlas_path, tmp_path, home):
    path = tmp_path / "colleague.atlas"
    path.write_bytes(atlas_path.read_bytes())
    assert person.at("IL7R", "--atlas", str(path), does=lambda: person.waits_for_page("IL7R")) == 0
    assert json.loads((home / "settings.json").read_text())["last-atlas"] == str(path)
    assert person.at(does=lambda: person.waits_for_page("IL7R")) == 0


def test_the_log_says_what_was_done_and_not_what_was_looked_for(person, home, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    typed = ("IL7R p.S185C", "cd127", "interleukin 2")

    def sit():
        page = person.waits_for_page("IL21")
        for text in typed:
            person.searches(text)
        for section in ("Cells", "Protein", "Citations"):
            page.show_section(section)
        person.saves_to(tmp_path / "secret-name.fasta")
        person.chooses("export-sequence")
        person.waits((tmp_path / "secret-name.fasta").exists)
        person.saves_to(tmp_path / "none" / "secret-name.fasta")
        person.chooses("export-sequence")
        person.waits((home / "logs" / "atlasview.log").exists)
        person.rests(50)

    assert person.at("IL21", does=sit) == 0
    log = (home / "logs" / "atlasview.log").read_text(encoding="utf-8")
    assert "action export-sequence" in log and "page of a gene shown" in log and "atlas opened" in log
    private = (*typed, "S185C", "IL21", "HGNC", "secret-name", str(tmp_path))
    assert [words for words in private if words.casefold() in log.casefold()] == []
