"""Names of files as a person types them."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from atlasview.desktop.dialogs.replace_files import ReplaceFiles
from atlasview.desktop.dialogs.save_file import SaveFile, with_suffix

KINDS = "FASTA (*.fasta *.fa);;GenPept (*.gp)"


@pytest.mark.parametrize(
    ("typed", "chosen", "name"),
    [
        ("a", "GenPept (*.gp)", "a.gp"),
        ("a.fa", "GenPept (*.gp)", "a.fa"),
        ("IL21_starter-2026.11", "FASTA (*.fasta *.fa)", "IL21_starter-2026.11.fasta"),
        ("IL21_starter-2026.11", "All files (*)", "IL21_starter-2026.11.fasta"),
        ("a.txt", "All files (*)", "a.txt"),
        ("a.txt", "GenPept (*.gp)", "a.txt.gp"),
    ],
)
def test_a_name_gets_the_suffix_of_its_kind(typed, chosen, name):
    assert with_suffix(Path(typed), KINDS, chosen, ".fasta").name == name


@pytest.mark.parametrize("agrees", [True, False])
def test_a_file_that_the_dialog_has_not_asked_about_is_asked_about(qtbot, monkeypatch, tmp_path, agrees):
    there = tmp_path / "a.gp"
    there.write_text("old")
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), "GenPept (*.gp)"))

    def answer(_parent, paths):
        asked.append(paths)
        return agrees

    monkeypatch.setattr(ReplaceFiles, "ask", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert SaveFile.ask(parent, "Export", tmp_path / "b.fasta", KINDS) == (there if agrees else None)
    assert asked == [[there]]
