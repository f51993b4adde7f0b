"""Every kind of trouble that a person can meet, how it is made, and the words that are said to it."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt

from atlasview.bundled import starter_atlas
from atlasview.records.place import Kind, Place

POSIX = os.name == "posix"
LINUX = sys.platform == "linux"
ROOT = POSIX and os.geteuid() == 0


def nothing(folder: Path) -> None:
    """No preparation."""


def copied(folder: Path) -> Path:
    return Path(shutil.copyfile(starter_atlas(), folder / "a.atlas"))


def truncated(folder: Path) -> None:
    (folder / "a.atlas").write_bytes(starter_atlas().read_bytes()[: 1 << 20])


def broken_inside(folder: Path) -> None:
    path = copied(folder)
    content = bytearray(path.read_bytes())
    for at in range(4096, len(content), 4096):
        content[at : at + 64] = b"\xa5" * 64
    path.write_bytes(content)


def newer(folder: Path) -> None:
    with sqlite3.connect(copied(folder)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()


def foreign(folder: Path) -> None:
    with sqlite3.connect(folder / "a.atlas") as connection:
        connection.execute("CREATE TABLE song (title)")
    connection.close()


def looped(folder: Path) -> None:
    (folder / "a.atlas").symlink_to("a.atlas")


def not_mine(folder: Path) -> None:
    copied(folder).chmod(0o600)


def old_files(folder: Path) -> None:
    for name in ("old.gp", "old.svg", "old.fasta", "old.ris", "old.tsv"):
        (folder / name).write_bytes(b"old")


def old_settings(content: bytes) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        (folder / "home").mkdir()
        (folder / "home" / "settings.json").write_bytes(content)

    return make


def no_room_for_logs(folder: Path) -> None:
    (folder / "home").mkdir()
    (folder / "home" / "logs").write_text("mine")


@dataclass(frozen=True)
class Asked:
    """A kind of trouble on the command line.

    words   what is asked, in a folder of its own
    said    words of the one line that is told; empty where nothing is
    make    prepares the folder
    guide   the row of docs/guide/trouble.md that explains it, empty for wrong usage and what is no trouble
    """

    name: str
    words: str
    said: tuple[str, ...]
    status: int = 1
    make: Callable[[Path], object] = nothing
    guide: str = ""


UNREADABLE = "the file cannot be read"
UNWRITABLE = "the file cannot be written"
COMMANDS = (
    Asked("atlas missing", "show IL21 --atlas a.atlas", ("there is no atlas file", "a.atlas"), guide=UNREADABLE),
    Asked("atlas is a folder", "show IL21 --atlas a.atlas", ("this is a folder",), make=lambda folder:
         (folder / "a.atlas").mkdir(), guide=UNREADABLE),
    Asked("atlas empty", "show IL21 --atlas a.atlas", ("empty",), make=lambda folder: (folder / "a.atlas").touch(),
         guide="the file is damaged"),
    Asked("atlas truncated", "show IL21 --atlas a.atlas", ("incomplete", "1,048,576 bytes"), make=truncated,
         guide="the file is damaged"),
    Asked("atlas damaged inside", "show IL21 --atlas a.atlas", ("damaged",), make=broken_inside,
         guide="the file is damaged"),
    Asked("atlas of a newer version", "show IL21 --atlas a.atlas", ("later AtlasView", "9999"), make=newer,
         guide="made for a newer AtlasView"),
    Asked("atlas foreign", "show IL21 --atlas a.atlas", ("not an atlas",), make=foreign,
         guide="the file is not an atlas"),
    Asked("atlas refused by the system", "show IL21 --atlas a.atlas", ("cannot be read", "symbolic links"), make=looped,
         guide=UNREADABLE),
    Asked("last atlas gone", "show IL21 --section overview --home home", ("which was open last", "gone.atlas"), 0,
         old_settings(b'{"last-atlas": "/gone.atlas"}'), "the last atlas is not there"),
    Asked("place unknown", "show zzzz", ("nothing in this atlas is called", "zzzz"), guide="nothing of that name"),
    Asked("place ambiguous", "show p55", ("may mean 2 things", "HGNC:6008", "HGNC:11916"),
         guide="a name belongs to several things"),
    Asked("option unknown", "show IL21 --colour red", ("No such option", "--help"), 2),
    Asked("option without its value", "show IL21 --atlas", ("--atlas needs a file",), 2),
    Asked("range that is none", "export sequence IL21 --range 9-0 -o old.fasta", ("not a range",), 2, old_files),
    Asked("range past the end", "export sequence IL21 --range 100-3000 -o old.fasta", ("past the end", "162"),
         make=old_files, guide="residues lie past the end"),
    Asked("isoform that does not exist", "export sequence IL21 --isoform Q9HBE4-9 -o old.fasta",
         ("no isoform", "Q9HBE4-2"), make=old_files, guide="no isoform of that name"),
    Asked("view without data", "export figure TP53 --view landscape -o old.svg", ("no cell significance",),
         make=old_files, guide="nothing to export"),
    Asked("target is a folder", "export citations IL21 -o target", ("is a folder",), make=lambda folder:
         (folder / "target").mkdir(), guide=UNWRITABLE),
    Asked("no such folder", "export table IL21 --what identifiers -o none/a.tsv", ("no such folder",),
         guide=UNWRITABLE),
    Asked("name too long", f"export sequence IL21 -o {'n' * 300}.fasta", ("too long",), guide=UNWRITABLE),
    Asked("format unknown", "export figure IL21 --view domains -o a.docx", ("no figure can be written", ".svg"),
         guide="no figure can be written in that format"),
    Asked("text under a name of another format", "export table IL21 --what terms -o a.xlsx", ("not written", ".csv"),
         guide="it is not written in that format"),
    Asked("figure without a recipe", "redraw old.svg -o new.svg", ("holds no recipe",), make=old_files,
         guide="the file holds no recipe"),
    Asked("home is a file", "search il21 --home old.svg --limit 1", (), 0, old_files),
    Asked("settings damaged, for a command", "search il21 --home home --limit 1", (), 0, old_settings(b"\0{")),
)  # fmt: skip


@dataclass(frozen=True)
class Surrounding:
    """A kind of trouble that lies round the process: what runs, with which variables, behind which shell.

    code   runs before `main`, to take something away
    shell  of the line; `{}` is the program with its words
    """

    name: str
    words: str
    said: tuple[str, ...]
    status: int = 1
    make: Callable[[Path], object] = nothing
    code: str = ""
    shell: str = "{}"
    variables: dict[str, str] = field(default_factory=dict)
    guide: str = ""
    possible: bool = POSIX


WARM = """
import io, sys
kept, sys.stdout = sys.stdout, io.StringIO()
assert main(["show", "IL21"]) == 0 and main(["export", "sequence", "IL21", "--format", "genpept"]) == 0
from atlasview.export import write
sys.stdout = kept
"""
STRANGER = "import os\nos.setgroups([])\nos.setgid(65534)\nos.setuid(65534)\n"
TINY_DISK = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
LESS_QT = "from atlasview import environment\nenvironment.DRAWING['libabsent-atlas.so.7'] = 'libabsent7'\n"
ELSEWHERE = "from pathlib import Path\nfrom atlasview import bundled\nbundled.resources = lambda: Path('/nowhere')\n"
OFF_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}
SURROUNDINGS = (
    Surrounding("no display", "IL21", ("there is no display",), guide="there is no display to open a window on",
                possible=LINUX),
    Surrounding("display that does not answer", "IL21", (":7531",), variables={"DISPLAY": ":7531"}, possible=LINUX,
                code="from atlasview import environment\nenvironment.WINDOW['xcb'] = {}\n",
                guide="the display does not answer"),
    Surrounding("platform that Qt does not know", "IL21", ("Qt knows no platform", "paper"),
                variables={"QT_QPA_PLATFORM": "paper"}, guide="Qt knows no platform of that name", possible=LINUX),
    Surrounding("missing library of Qt", "IL21", ("shared libraries", "libabsent7"), code=LESS_QT, possible=LINUX,
                variables=OFF_SCREEN, guide="Qt needs shared libraries that this system lacks"),
    Surrounding("missing library of Qt, for a figure", "export figure IL21 --view domains -o old.svg",
                ("shared libraries", "libabsent7"), code=LESS_QT, make=old_files, possible=LINUX,
                guide="Qt needs shared libraries that this system lacks"),
    Surrounding("standard output closed", "show IL21", (), 0, shell="{} >&-"),
    Surrounding("standard output closed, with a window", "IL21 --exit-when-shown", (), 0, shell="{} >&-",
                variables=OFF_SCREEN),
    Surrounding("reader that leaves", "show TP53 --json", (), 0, shell="set -o pipefail; {} | head -c 10"),
    Surrounding("standard output full", "show IL21 --json", ("output cannot be written", "No space left"),
                shell="{} >/dev/full", guide="the output cannot be written", possible=Path("/dev/full").exists()),
    Surrounding("standard input closed", "IL21 --exit-when-shown", (), 0, shell="{} <&-", variables=OFF_SCREEN),
    Surrounding("standard input without an end", "show IL21", (), 0, shell="{} </dev/zero"),
    Surrounding("language that is none", "IL21 --exit-when-shown", (), 0,
                shell="env LC_ALL=xx_YY.UTF-99 {}", variables=OFF_SCREEN),
    Surrounding("language without UTF-8", "show IL21", (), 0,
                variables={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    Surrounding("name of a file that is no text", "show IL21 --atlas", ("no atlas file", "\\udcff"),
                shell="{} $'\\xff.atlas'", guide=UNREADABLE),
    Surrounding("target whose name is no text", "export sequence IL21 -o", ("wrote 1 sequence",), 0,
                shell="{} $'out/\\xff.fasta' && rm out/*", make=lambda folder: (folder / "out").mkdir()),
    Surrounding("full disk", "export sequence IL21 -o old.gp", ("cannot be written",), make=old_files,
                code=WARM + TINY_DISK, guide=UNWRITABLE),
    Surrounding("atlas of somebody else", "show IL21 --atlas a.atlas", ("may not be read", "a.atlas"), make=not_mine,
                code=WARM + STRANGER, guide=UNREADABLE, possible=ROOT),
    Surrounding("folder of somebody else", "export sequence IL21 -o old.gp", ("may not be written",), make=old_files,
                code=WARM + STRANGER, guide=UNWRITABLE, possible=ROOT),
    Surrounding("pipe in the place of an atlas", "show IL21 --atlas pipe", ("a device or a pipe",),
                make=lambda folder: os.mkfifo(folder / "pipe"), guide=UNREADABLE),
    Surrounding("starter atlas not installed", "show IL21", ("there is no atlas file", "starter.atlas"),
                code=ELSEWHERE, guide=UNREADABLE),
    Surrounding("own files not installed", "IL21", ("a file of AtlasView itself is missing", "install AtlasView again"),
                code=ELSEWHERE, variables=OFF_SCREEN, guide="a file of AtlasView itself is missing"),
    Surrounding("no home at all", "IL21 --exit-when-shown", (), 0, code="import pwd\npwd.getpwuid = {}.__getitem__\n",
                shell="unset HOME XDG_DATA_HOME ATLASVIEW_HOME; {}", variables=OFF_SCREEN),
)  # fmt: skip


class Scene:
    """A person at the window who meets trouble, in a folder of her own."""

    def __init__(self, person, folder: Path) -> None:
        self.person = person
        self.folder = folder
        self.atlas = folder / "a.atlas"

    def exports(self, target: Path | None) -> None:
        self.person.waits_for_page("IL21")
        self.person.saves_to(target)
        self.person.chooses("export-sequence")

    def reads_on(self) -> None:
        """Nothing is wrong: another page comes."""
        self.person.searches("il7r")
        self.person.presses(Qt.Key.Key_Return)

    def goes_on(self) -> None:
        """Ask for another page, as a link does."""
        (page,) = self.person.pages()
        page.place_requested.emit(Place(Kind.GENE, "HGNC:6024"), False)

    def told(self) -> str:
        self.person.waits(lambda: self.person.sees("notices") or self.person.sees("atlas-trouble"))
        return self.person.reads("atlas-trouble" if self.person.sees("atlas-trouble") else "notices")


def deleted(scene: Scene) -> None:
    scene.person.waits_for_page("IL21")
    scene.atlas.unlink()


def replaced(scene: Scene) -> None:
    scene.person.waits_for_page("IL21")
    (scene.folder / "b").write_bytes(b"something else")
    (scene.folder / "b").replace(scene.atlas)


def overwritten(scene: Scene) -> None:
    scene.person.waits_for_page("IL21")
    with scene.atlas.open("r+b") as file:
        file.write(b"something else")
    scene.goes_on()


def cut_while_open(scene: Scene) -> None:
    scene.person.waits_for_page("IL21")
    os.truncate(scene.atlas, 1 << 20)
    scene.goes_on()


@dataclass(frozen=True)
class Sight:
    """A kind of trouble in the window; `met` is done at it, then `said` stands in the place of messages."""

    name: str
    words: str
    said: tuple[str, ...]
    make: Callable[[Path], object] = nothing
    met: Callable[[Scene], object] = bool
    guide: str = ""


SIGHTS = (
    Sight("atlas missing", "--atlas a.atlas", ("a.atlas cannot be read", "moved, renamed or deleted"),
          guide=UNREADABLE),
    Sight("atlas damaged inside", "IL21 --atlas a.atlas", ("a.atlas is damaged",), broken_inside,
          guide="the file is damaged"),
    Sight("atlas refused by the system", "--atlas a.atlas", ("a.atlas cannot be read", "symbolic links"), looped,
          guide=UNREADABLE),
    Sight("last atlas gone", "--home home", ("gone.atlas, which was open last, is not there", "/gone.atlas"),
          old_settings(b'{"last-atlas": "/gone.atlas"}'), guide="the last atlas is not there"),
    Sight("atlas deleted while open", "IL21 --atlas a.atlas", (), copied, deleted),
    Sight("atlas replaced while open", "IL21 --atlas a.atlas", (), copied, replaced),
    Sight("atlas overwritten while open", "IL21 --atlas a.atlas", ("changed while it was open",), copied, overwritten,
          "the file was changed while it was open"),
    Sight("atlas cut while open", "IL21 --atlas a.atlas", ("changed while it was open",), copied, cut_while_open,
          "the file was changed while it was open"),
    Sight("place unknown", "zzzz", ("zzzz",), guide="nothing of that name"),
    Sight("full disk", "IL21", ("disk is full", "/dev/full"), met=lambda scene: scene.exports(Path("/dev/full")),
          guide=UNWRITABLE),
    Sight("target is a folder", "IL21", ("is a folder",), met=lambda scene: scene.exports(scene.folder),
          guide=UNWRITABLE),
    Sight("no such folder", "IL21", ("no such folder",), met=lambda scene: scene.exports(scene.folder / "no" / "a.fa"),
          guide=UNWRITABLE),
    Sight("name too long", "IL21", ("too long",), met=lambda scene: scene.exports(scene.folder / ("n" * 300 + ".fa")),
          guide=UNWRITABLE),
    Sight("export cancelled", "IL21", (), old_files, lambda scene: scene.exports(None)),
    Sight("home is a file", "IL21 --home old.svg", ("settings are not kept", "it is a file"), old_files,
          guide="settings are not kept"),
    Sight("settings damaged", "IL21 --home home", ("file of settings is damaged", "settings-damaged.json"),
          old_settings(b'{"theme": "da'), guide="the file of settings is damaged"),
    Sight("setting that cannot be", "IL21 --home home", ("could not be used: theme",),
          old_settings(b'{"theme": "pink"}'), guide="settings could not be used"),
    Sight("logs that cannot be written", "IL21 --home home", (), no_room_for_logs),
)  # fmt: skip
