"""A whole sitting with the network cut off: nothing even tries to reach it."""

import socket

import pytest
from PySide6.QtCore import Qt

from atlasview import cli


@pytest.fixture
def cut_off(monkeypatch):
    """Every way out of the machine raises."""

    def refused(*_arguments, **_named):
        raise AssertionError("something tried to reach the network")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refused)


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
