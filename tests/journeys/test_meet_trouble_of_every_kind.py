"""A person meets every kind of trouble: it is said in a line that helps, and nothing that was there before is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from atlasview import cli
from tests.conftest import CHECKOUT
from tests.journeys.trouble_kinds import COMMANDS, SIGHTS, SURROUNDINGS, Scene


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder; the home, where the program keeps its own, is looked at by its own tests."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {str(path): path.read_bytes() for path in files if "home" not in path.relative_to(folder).parts}


def is_one_line(told: str, said: tuple[str, ...]) -> None:
    assert "Traceback" not in told
    if not said:
        assert told == ""
        return
    assert told.startswith("atlasview: ") and told.count("\n") == 1, told
    assert [words for words in said if words not in told] == [], told


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.name)
def test_on_the_command_line(kind, tmp_path, monkeypatch, capsys, qapp):
    monkeypatch.chdir(tmp_path)
    kind.make(tmp_path)
    before = contents(tmp_path)
    assert cli.main(kind.words.split()) == kind.status
    is_one_line(capsys.readouterr().err, kind.said)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("kind", SURROUNDINGS, ids=lambda kind: kind.name)
def test_round_the_process(kind, tmp_path):
    if not kind.possible:
        pytest.skip("this system has no such trouble, or only root can make it")
    for each in (tmp_path, *tmp_path.parents[:-2]):
        if each.stat().st_uid == os.geteuid():
            each.chmod(0o755)
    kind.make(tmp_path)
    before = contents(tmp_path)
    program = f"from atlasview.cli import main\n{kind.code}\nimport sys\nsys.exit(main())\n"
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "program.py").write_text(program)
    line = kind.shell.format(f"{sys.executable} home/program.py {kind.words}")
    dropped = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in dropped}
    environment |= {"PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1", **kind.variables}
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, env=environment, capture_output=True, check=False)
    told = done.stderr.decode("utf-8")
    assert done.returncode == kind.status, told
    is_one_line(told, kind.said)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("kind", SIGHTS, ids=lambda kind: kind.name)
def test_in_the_window(kind, person, tmp_path, monkeypatch, capfd):
    if "/dev/full" in kind.said and not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    monkeypatch.chdir(tmp_path)
    kind.make(tmp_path)
    scene = Scene(person, tmp_path)
    before: dict[str, bytes] = {}

    def sit():
        kind.met(scene)
        before.update(contents(tmp_path))
        if not kind.said:
            person.waits_for_page("IL21")
            scene.reads_on()
            person.waits_for_page("IL7R")
            assert not person.sees("notices") and not person.sees("atlas-trouble")
            return
        told = scene.told()
        assert [words for words in kind.said if words.casefold() not in told.casefold()] == [], told

    assert person.at(*kind.words.split(), does=sit) == 0
    assert contents(tmp_path) == before
    assert "Traceback" not in capfd.readouterr().err


def test_there_are_many_kinds_and_each_is_tried_once():
    for table in (COMMANDS, SURROUNDINGS, SIGHTS):
        assert len({kind.name for kind in table}) == len(table)
    assert len({kind.name for table in (COMMANDS, SURROUNDINGS, SIGHTS) for kind in table}) >= 40


def test_the_guide_explains_every_kind_and_no_other():
    page = (CHECKOUT / "docs" / "guide" / "trouble.md").read_text(encoding="utf-8")
    rows = {line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| ")} - {"message"}
    tried = {kind.guide for table in (COMMANDS, SURROUNDINGS, SIGHTS) for kind in table}
    assert rows == tried - {""}
