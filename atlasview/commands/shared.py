"""What may be said to the window and to every command alike: which atlas, which home."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

OPTIONS = (
    ("--atlas FILE", "which atlas (else ATLASVIEW_ATLAS, the last one used, the starter)"),
    ("--home DIR", "settings and logs (else ATLASVIEW_HOME, else the platform's folder)"),
    ("--exit-when-shown", "quit once the first page is painted, and print the seconds as JSON"),
    ("--version", "print the version"),
    ("--help", "print this, or what a command takes"),
)
"""With what each is for. `--picture FILE`, which draws the window off screen and ends, is for `make run` and tests."""

_VALUED = {"--atlas": "a file", "--home": "a folder", "--picture": "a file"}


class WrongUsage(Exception):
    """The line of words is not one that AtlasView understands."""


class Shared(NamedTuple):
    """What was said; None leaves the choice to the program."""

    atlas: Path | None = None
    home: Path | None = None
    exit_when_shown: bool = False
    picture: Path | None = None
    version: bool = False


def take_shared(words: Sequence[str]) -> tuple[Shared, list[str]]:
    """Shared options, wherever they stand before `--`, and the words that are left. Raises WrongUsage.

    An atlas or home that is not named comes from the environment.
    """
    said: dict[str, str] = {}
    rest: list[str] = []
    coming = iter(words)
    for word in coming:
        name, equals, value = word.partition("=")
        if name in _VALUED:
            said[name] = value if equals else next(coming, "")
            if not said[name]:
                raise WrongUsage(f"{name} needs {_VALUED[name]} behind it, atlasview, see atlasview --help")
        elif word in ("--exit-when-shown", "--version"):
            said[word] = word
        else:
            rest.append(word)
            if word == "--":
                rest += coming
    shared = Shared(
        _path(said.get("--atlas") or os.environ.get("ATLASVIEW_ATLAS")),
        _path(said.get("--home") or os.environ.get("ATLASVIEW_HOME")),
        "--exit-when-shown" in said,
        _path(said.get("--picture")),
        "--version" in said,
    )
    return shared, rest


def _path(text: str | None) -> Path | None:
    return Path(text) if text else None
