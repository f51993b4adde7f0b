"""A figure from the page into files: names, several formats, what is there already, trouble."""

import errno
import os
import shlex
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from atlasview.cli import main
from atlasview.desktop.dialogs.choose_folder import ChooseFolder
from atlasview.desktop.dialogs.figure_dialog import FigureDialog, FigureOrder
from atlasview.desktop.dialogs.replace_files import ReplaceFiles
from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.desktop.figure_habits import USUAL, FigureHabits
from atlasview.export.presets import PRESETS
from atlasview.export.recipe_reading import read_recipe
from atlasview.records.place import Residues


class Person:
    """Answers, and remembers what was asked."""

    def __init__(self, path: Path) -> None:
        self.forms: tuple[str, ...] = ("svg",)
        self.path: Path | None = path
        self.replaces = True
        self.asked: list[str] = []
        self.dialogs: list[FigureDialog] = []

    def choose(self, *choice) -> FigureOrder | None:
        dialog = FigureDialog(*choice)
        self.dialogs.append(dialog)
        for form, box in dialog.files._boxes.items():
            box.setChecked(form in self.forms)
        return dialog.order

    def answer(self, question, value):
        self.asked.append(question)
        return value


@pytest.fixture
def person(monkeypatch, tmp_path):
    """What a person answers: formats in the dialog, then a file or folder, then whether to replace."""

    who = Person(tmp_path / "a.svg")
    monkeypatch.setattr(FigureDialog, "ask", who.choose)
    monkeypatch.setattr(SaveFile, "ask", lambda *_: who.answer("file", who.path))
    monkeypatch.setattr(ChooseFolder, "ask", lambda *_: who.answer("folder", who.path))
    monkeypatch.setattr(ReplaceFiles, "ask", lambda *_: who.answer("replace", who.replaces))
    yield who
    for dialog in who.dialogs:
        dialog.deleteLater()


@pytest.mark.parametrize("view", ["domains", "landscape"])
def test_a_figure_is_saved_and_told(session, person, tmp_path, view):
    saved: list[Path] = []
    session.desk.exporting.saved.connect(saved.append)
    session.window.actions_by_id[f"export-{view}"].trigger()
    assert read_recipe(tmp_path / "a.svg")["view"]["name"] == view
    (notice,) = session.desk.notices.standing
    assert (notice.kind, notice.message) == ("success", "Saved a.svg")
    assert saved == [tmp_path / "a.svg"]
    assert person.asked == ["file"]


def test_several_formats_go_into_a_folder_under_one_name(session, person, tmp_path):
    person.forms, person.path = ("svg", "pdf", "png", "tiff"), tmp_path / "figures"
    person.path.mkdir()
    session.window.actions_by_id["export-domains"].trigger()
    names = sorted(path.name for path in person.path.iterdir())
    assert names == [f"IL21_domains_starter-2026.11.{form}" for form in ("pdf", "png", "svg", "tiff")]
    assert {read_recipe(path)["place"]["id"] for path in person.path.iterdir()} == {"HGNC:6005"}
    assert session.settings.save_folder == person.path
    assert person.asked == ["folder"]


@pytest.mark.parametrize("replaces", [True, False])
def test_files_that_are_there_are_asked_about(session, person, tmp_path, replaces):
    person.forms, person.path, person.replaces = ("svg", "pdf"), tmp_path, replaces
    old = tmp_path / "IL21_domains_starter-2026.11.pdf"
    old.write_bytes(b"old")
    session.window.actions_by_id["export-domains"].trigger()
    assert person.asked == ["folder", "replace"]
    assert (old.read_bytes() == b"old") is not replaces
    assert old.with_suffix(".svg").exists() is replaces
    assert len(session.desk.notices.standing) == (1 if replaces else 0)


def test_a_name_without_the_right_end_gets_it_and_is_asked_about(session, person, tmp_path):
    person.path = tmp_path / "Figure 2026.11"
    (tmp_path / "Figure 2026.11.svg").write_bytes(b"old")
    person.replaces = False
    session.window.actions_by_id["export-domains"].trigger()
    assert person.asked == ["file", "replace"]
    assert (tmp_path / "Figure 2026.11.svg").read_bytes() == b"old"
    person.replaces = True
    session.window.actions_by_id["export-domains"].trigger()
    assert (tmp_path / "Figure 2026.11.svg").read_bytes().startswith(b"<?xml")
    assert not (tmp_path / "Figure 2026.11").exists()


def test_going_back_anywhere_writes_nothing_and_says_nothing(session, person, tmp_path):
    person.path = None
    for forms in (("svg",), ("svg", "pdf"), ()):
        person.forms = forms
        session.window.actions_by_id["export-domains"].trigger()
    assert [path for path in tmp_path.iterdir() if path.name != "home"] == []
    assert session.desk.notices.standing == ()


def test_a_folder_that_is_gone_and_a_full_disk_are_told_and_the_old_file_stays(session, person, tmp_path, monkeypatch):
    person.path = tmp_path / "gone" / "a.svg"
    session.window.actions_by_id["export-domains"].trigger()
    person.path = tmp_path / "old.svg"
    person.path.write_bytes(b"old")

    def full(_descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    session.window.actions_by_id["export-domains"].trigger()
    told = [notice.message + notice.detail for notice in session.desk.notices.standing]
    assert "no such folder" in told[0] and "the disk is full" in told[1]
    assert person.path.read_bytes() == b"old"


def test_what_the_last_one_was_made_with_is_offered_again_in_the_next_session_too(begin, person, tmp_path):
    home = tmp_path / "home"
    first = begin(home=home)
    person.path = tmp_path / "a.png"
    usual = first.settings["figure"]
    assert usual == {}
    habits = FigureHabits(PRESETS["pnas-middle"], None, 8.5, frozenset({"legend"}), ("png",), 600)
    first.settings["figure"] = habits.as_data()
    first.close()
    person.forms = ("png",)
    second = begin(home=home)
    second.window.actions_by_id["export-domains"].trigger()
    (dialog,) = person.dialogs
    assert dialog.order is not None
    assert dialog.order.habits == habits
    assert dialog.order.drawing.preset.name == "pnas-middle"
    assert not dialog.findChild(QAbstractButton, "figure-show-legend").isChecked()
    assert read_recipe(tmp_path / "a.png")["asked"]["without"] == ["legend"]
    assert FigureHabits.from_data(second.settings["figure"]) == habits


@pytest.mark.parametrize(
    "data",
    [{"preset": "wall-paper"}, {"formats": ["exe", 3], "dpi": "many"}, {"width": -1, "text": True, "without": "title"}],
)
def test_habits_that_cannot_be_are_the_usual_ones(data):
    assert FigureHabits.from_data(data) == USUAL


@pytest.mark.parametrize("view", ["domains", "landscape"])
def test_the_dark_theme_changes_nothing_in_the_files(begin, person, tmp_path, view):
    files = []
    for mode in ("light", "dark"):
        person.forms, person.path = ("svg", "pdf", "png", "tiff"), tmp_path / mode
        person.path.mkdir()
        session = begin(theme=mode)
        assert session.theme.dark == (mode == "dark")
        session.window.actions_by_id[f"export-{view}"].trigger()
        files.append({path.name: path.read_bytes() for path in person.path.iterdir()})
    assert len(files[0]) == 4
    assert files[0] == files[1]


def test_the_tracks_are_saved_as_they_stand_and_the_copied_command_makes_the_same_file(begin, person, tmp_path):
    person.path = tmp_path / "window.svg"
    session = begin(place="TP53")
    page = session.desk.tabs.current.page
    page.show_section("Protein")
    panel = page.protein_panel()
    panel.track.toggle("motifs")
    panel.track.zoom_to(Residues(10, 40))
    panel.ask_find()
    panel.finding.ask("LXXLL")
    session.window.actions_by_id["export-tracks"].trigger()
    view = read_recipe(person.path)["view"]
    assert "motifs" in view["opened"]
    assert "variants" in view["closed"]
    assert view["range"] == {"start": panel.track.part().start, "end": panel.track.part().end}
    assert view["find"]["text"] == "LXXLL"
    (dialog,) = person.dialogs
    assert main([*shlex.split(dialog.commands())[1:-1], str(tmp_path / "line.svg")]) == 0
    assert (tmp_path / "line.svg").read_bytes() == person.path.read_bytes()


def test_a_gene_without_scores_opens_no_dialog(begin, tmp_path):
    session = begin(place="TP53")
    session.window.actions_by_id["export-landscape"].trigger()
    (notice,) = session.desk.notices.standing
    assert notice.kind == "problem"
    assert "no cell significance for TP53" in notice.message
