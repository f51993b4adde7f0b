"""A whole sitting with the network cut off: nothing even tries to reach it, not even where it would hide that."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from atlasview import cli
from atlasview.bundled import starter_atlas
from atlasview.commands.application import _application
from atlasview.commands.self_test.network import NetworkGuard
from tests.conftest import CHECKOUT
from tests.desktop.building.parts import small_files
from tests.significance import made


@pytest.fixture
def cut_off():
    """Every way out of the machine raises, and is noted in case somebody catches that."""
    guard = NetworkGuard()
    yield guard
    guard.stop()
    assert guard.tried == []


@pytest.mark.usefixtures("cut_off")
def test_starts_searches_reads_and_exports(person, tmp_path):
    def sit():
        person.waits_for_page("")
        person.searches("cd127")
        person.presses(Qt.Key.Key_Return)
        page = person.waits_for_page("IL7R")
        for section in ("Article", "Cells", "Protein", "Diseases", "Associated with", "Citations", "Identifiers"):
            page.show_section(section)
        person.saves_to(tmp_path / "IL7R.svg")
        person.will_answer(lambda dialog: dialog.accept())
        person.chooses("export-domains")
        person.waits(lambda: {path.suffix for path in tmp_path.glob("IL7R_domains_*")} == {".svg", ".pdf"})

    assert person.at(does=sit) == 0


@pytest.mark.usefixtures("cut_off")
def test_the_command_line_answers(capsys, tmp_path):
    assert cli.main(["search", "cd127"]) == 0
    assert cli.main(["show", "IL21", "--json"]) == 0
    assert cli.main(["export", "sequence", "IL21", "-o", str(tmp_path / "IL21.fasta")]) == 0
    assert "IL7R" in capsys.readouterr().out


# --- from outside of the process: what Python, Qt or any other library in it asks of the system

INTERNET = re.compile(r"\b(?:socket|connect|bind|sendto|sendmsg)\(.*AF_INET")
CAN_TRACE = (
    shutil.which("strace") is not None
    and subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0
)
traced = pytest.mark.skipif(not CAN_TRACE, reason="needs strace, and the right to trace")
WORDS = {
    "window": ["--exit-when-shown"],
    "search": ["search", "cd127"],
    "show": ["show", "IL21", "--json"],
    "info": ["info"],
    "sequence": ["export", "sequence", "IL21", "-o", "IL21.fasta"],
    "figure": ["export", "figure", "IL7R", "--view", "domains", "-o", "IL7R.pdf"],
    "table": ["export", "table", "IL7R", "--what", "diseases", "-o", "IL7R.tsv"],
    "citations": ["export", "citations", "IL7R", "--format", "ris", "-o", "IL7R.ris"],
    "check": ["check", str(starter_atlas())],
    "build": ["build", "files", "-o", "made.atlas", "--jobs", "2"],
    "significance": ["significance", "cells.h5ad", "--cell-type", "type", "--donor", "donor", "-o", "scores.tsv"],
    "redraw": ["redraw", "drawn.svg", "-o", "again.pdf"],
}
ITS_OWN_WATCH = {"self-test"}
"""Commands that note themselves what asks for the network."""


def asked_of_the_system(program: list[str], folder: Path, atlas: Path) -> list[str]:
    """Lines of `strace` in which a Python program asks for the internet; it must end well."""
    log = folder / "calls.txt"
    where = {"PYTHONPATH": str(CHECKOUT), "ATLASVIEW_ATLAS": str(atlas), "ATLASVIEW_HOME": str(folder / "home")}
    calls = ["strace", "-f", "-qq", "-e", "trace=%network", "-o", str(log)]
    done = subprocess.run(
        [*calls, sys.executable, *program],
        cwd=folder,
        env={**os.environ, **where, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [line for line in log.read_text(encoding="utf-8").splitlines() if INTERNET.search(line)]


def test_every_command_is_watched():
    watched = {next(word for word in words if word != "export") for words in WORDS.values()}
    commands = {command.callback.__name__.replace("_", "-") for command in _application().registered_commands}
    exports = {
        command.callback.__name__ for command in _application().registered_groups[0].typer_instance.registered_commands
    }
    assert commands | exports <= watched | ITS_OWN_WATCH


@traced
@pytest.mark.parametrize("name", WORDS)
def test_no_process_asks_the_system_for_the_internet(name, tmp_path, atlas_path):
    small_files(tmp_path / "files")
    made.write(tmp_path / "cells.h5ad", made.cells())
    drawn = ["export", "figure", "IL21", "--view", "domains", "-o", str(tmp_path / "drawn.svg")]
    assert name != "redraw" or cli.main(drawn) == 0
    assert asked_of_the_system(["-m", "atlasview", *WORDS[name]], tmp_path, atlas_path) == []


BUILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from atlasview.building.wish import Wish
from atlasview.desktop.building.builder import Builder

application, builder = QCoreApplication([]), Builder()
builder.looked.connect(lambda: builder.looking or builder.start(Wish(Path("made.atlas").absolute(), "Made", jobs=2)))
builder.turned.connect(lambda: builder.running or application.exit(0 if builder.result else 1))
builder.add([Path(sys.argv[1])])
code = application.exec()
builder.end()
sys.exit(code)
"""


@traced
def test_an_atlas_is_built_beside_the_window_without_a_connection(tmp_path, atlas_path):
    folder = small_files(tmp_path / "files")
    assert asked_of_the_system(["-c", BUILD, str(folder)], tmp_path, atlas_path) == []
    assert (tmp_path / "made.atlas").is_file()


HIDDEN = {
    "caught": "import socket\ntry: socket.create_connection(('127.0.0.1', 9))\nexcept Exception: pass",
    "datagram": "import socket\nsocket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
    "thread": "import threading, socket\nthreading.Thread(target=socket.socket).start()",
    "beneath": "import ctypes\nctypes.CDLL(None).socket(2, 1, 0)",
    "child": "import subprocess, sys\nsubprocess.run([sys.executable, '-c', 'import socket; socket.socket()'])",
}


@traced
@pytest.mark.parametrize("name", HIDDEN)
def test_the_watch_sees_what_hides(name, tmp_path, atlas_path):
    assert asked_of_the_system(["-c", HIDDEN[name]], tmp_path, atlas_path)


def test_what_is_caught_is_noted_all_the_same():
    guard = NetworkGuard()
    try:
        exec(HIDDEN["caught"], {})
    finally:
        guard.stop()
    assert guard.tried
