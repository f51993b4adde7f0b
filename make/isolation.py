"""Runs a program as on a machine that has neither Python nor this checkout, nor a network."""

import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
_TRIALS = (("--net", "--mount"), ("--map-root-user", "--net", "--mount"))
_COVER = 'while [ "$1" != -- ]; do mount -t tmpfs tmpfs "$1" || exit 99; shift; done; shift; exec env -i "$@"'
_EVERYBODYS = ("/", "/usr", "/usr/local", "/opt")


@dataclass(frozen=True, slots=True)
class Isolation:
    """How a program is cut off.

    before  words that go before its own
    said    what holds, for people
    """

    before: tuple[str, ...]
    said: str

    def run(self, *words: str, folder: Path, seconds: float) -> subprocess.CompletedProcess[str]:
        """Run a program to its end in a folder, with an empty environment but for a home there; its output is text.

        Without that home the program would open the atlas that whoever tries it had open last.
        """
        home = (f"ATLASVIEW_HOME={folder / 'home'}",) if self.before else ()
        command = [*self.before, *home, *words]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=seconds, check=False)


def best() -> Isolation:
    """The most that this machine allows: an empty network namespace with Python and the checkout covered, else less."""
    covered = [str(folder) for folder in hidden_folders()]
    for flags in _TRIALS if shutil.which("unshare") else ():
        before = ("unshare", *flags, "--", "sh", "-c", _COVER, "sh", *covered, "--")
        tried = subprocess.run([*before, "true"], capture_output=True, cwd="/", check=False)
        if tried.returncode == 0:
            return Isolation(before, "empty network namespace; Python, .venv and the checkout are covered up")
    bare = ("env", "-i") if shutil.which("env") else ()
    return Isolation(bare, "namespaces are not allowed here: sockets are refused by the self-test's own audit hook")


def hidden_folders() -> list[Path]:
    """Folders to cover up: the checkout, this environment, and the Python that it was made with."""
    stdlib = Path(sysconfig.get_path("stdlib")).resolve()
    base = Path(sys.base_prefix).resolve()
    python = stdlib if str(base) in _EVERYBODYS else base
    wanted = [CHECKOUT, Path(sys.prefix).resolve(), python]
    return [one for one in dict.fromkeys(wanted) if not any(one != other and other in one.parents for other in wanted)]
