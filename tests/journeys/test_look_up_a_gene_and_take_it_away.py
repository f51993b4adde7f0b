"""A person types an old name of a gene, reads its page, and saves its sequence and its domain diagram."""

from xml.etree import ElementTree

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from atlasview.records.sequence import crc64

SVG = "{http://www.w3.org/2000/svg}"


def test_types_cd127_and_reads_why_il7r_was_found(person):
    def sit():
        person.waits_for_page("")
        told = person.searches("cd127")
        first = next(line for line in told if "IL7R" in line)
        assert "CD127" in first and "alias" in first
        person.presses(Qt.Key.Key_Return)
        person.waits_for_page("IL7R")
        assert "interleukin 7 receptor" in person.reads("gene-page")
        assert "IL7R" in person.window.windowTitle()

    assert person.at(does=sit) == 0


def test_saves_the_sequence_of_il21(person, tmp_path):
    target = tmp_path / "IL21.fasta"

    def sit():
        person.waits_for_page("IL21")
        person.saves_to(target)
        person.chooses("export-sequence")
        person.waits_for("notices")
        assert "IL21.fasta" in person.reads("notices")

    assert person.at("IL21", does=sit) == 0
    header, *lines = target.read_text(encoding="utf-8").splitlines()
    assert header == ">sp|Q9HBE4|IL21_HUMAN Interleukin-21 OS=Homo sapiens OX=9606 GN=IL21 PE=1 SV=3"
    assert len("".join(lines)) == 162
    assert crc64("".join(lines)) == "54EFD4EED3AB97FE"


def test_saves_both_figures_of_il21_for_a_journal(person, qtbot, tmp_path):
    def agree(dialog):
        for name in ("figure-format-pdf", "figure-save"):
            qtbot.mouseClick(dialog.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def sit():
        person.waits_for_page("IL21")
        for name in ("domains", "landscape"):
            person.saves_to(tmp_path / f"{name}.svg")
            person.will_answer(agree if name == "domains" else lambda dialog: dialog.accept())
            person.chooses(f"export-{name}")
            person.waits((tmp_path / f"{name}.svg").exists)

    assert person.at("IL21", does=sit) == 0
    for name in ("domains", "landscape"):
        figure = ElementTree.parse(tmp_path / f"{name}.svg").getroot()
        assert figure.get("width", "").endswith("mm")
        assert "IL21" in " ".join(text.text or "" for text in figure.iter(f"{SVG}text"))


def test_changes_their_mind_in_the_dialog_and_nothing_is_written(person, tmp_path):
    def sit():
        person.waits_for_page("IL21")
        person.saves_to(None)
        person.chooses("export-sequence")
        assert not person.sees("notices")

    assert person.at("IL21", does=sit) == 0
    assert [path for path in tmp_path.iterdir() if path.name != "home"] == []


def test_saves_where_nothing_can_be_written_and_is_told_so(person, tmp_path):
    (tmp_path / "file").write_text("a file, no folder")

    def sit():
        person.waits_for_page("IL21")
        person.saves_to(tmp_path / "file" / "IL21.fasta")
        person.chooses("export-sequence")
        person.waits_for("notices")
        assert str(tmp_path / "file") in person.reads("notices")
        person.waits_for_page("IL21")

    assert person.at("IL21", does=sit) == 0
    assert (tmp_path / "file").read_text() == "a file, no folder"
