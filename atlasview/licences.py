"""What AtlasView is made of, and the licences of it: from the environment's metadata, or from the index of a bundle.

A bundle holds `licences/inside.json`, written when it was built; elsewhere the installed packages are asked.
"""

import json
import platform
import re
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from atlasview import __version__
from atlasview.bundled import resource, resources

INDEX = "inside.json"
_TEXT = re.compile(r"(.*[-_. ])?(licen[cs]e|copying|notice|authors|copyright)s?([-_. ].*)?", re.IGNORECASE)
_NO_TEXT = (".py", ".pyc", ".pyi", ".csl", ".so", ".h", ".json")
_CLASSIFIER = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Part:
    """Something that AtlasView is made of.

    name     as people call it (`Qt for Python (PySide6) and Qt`)
    version  of what is in use, empty where it has none
    licence  in short, an SPDX expression where one is given
    files    texts of the licence, each a UTF-8 file
    """

    name: str
    version: str
    licence: str
    files: tuple[Path, ...]

    def text(self) -> str:
        """All texts of the licence, one after the other."""
        return "\n\n".join(file.read_text(encoding="utf-8", errors="replace").strip() for file in self.files) + "\n"


def parts() -> tuple[Part, ...]:
    """AtlasView, Python, the citation styles and the packages that AtlasView runs on; AtlasView first, then by name."""
    folder = resource("licences")
    index = folder / INDEX
    if index.is_file():
        listed = json.loads(index.read_text(encoding="utf-8"))
        return tuple(_listed(entry, folder) for entry in listed)
    found = (part_of(each) for each in closure(requirements()))
    return (atlasview_part(), *sorted((python_part(), styles_part(), *found), key=lambda part: part.name.casefold()))


def notice() -> str:
    """How Qt is used under the LGPL, and how to exchange it."""
    return resource("licences/qt.txt").read_text(encoding="utf-8")


# --- what a bundle's index says


def _listed(entry: dict[str, Any], folder: Path) -> Part:
    files = tuple(folder / name for name in entry["files"])
    return Part(entry["name"], entry["version"], entry["licence"], files)


# --- what the environment says


def requirements() -> list[str]:
    """What AtlasView says that it needs: its metadata where it was installed, else the checkout's project file."""
    try:
        return list(distribution("atlasview").requires or ())
    except PackageNotFoundError:
        project = tomllib.loads((resources().parent / "pyproject.toml").read_text(encoding="utf-8"))
        return list(project["project"]["dependencies"])


def closure(required: Iterable[str]) -> tuple[Distribution, ...]:
    """The installed distributions that fulfil requirements, with those that they require in turn, by name.

    What is required for another system or version of Python, or by an extra, is not installed and is passed over.
    """
    found: dict[str, Distribution] = {}
    waiting = list(required)
    while waiting:
        name = _name_of(waiting.pop())
        if name and name not in found:
            try:
                found[name] = distribution(name)
            except PackageNotFoundError:
                continue
            waiting += found[name].requires or ()
    return tuple(found[name] for name in sorted(found))


def part_of(package: Distribution) -> Part:
    """An installed distribution with the texts of its licence: its own, or those that AtlasView supplies for it."""
    name = str(package.metadata["Name"])
    supplied = _supplied().get(_plain(name))
    if supplied is None:
        return Part(name, package.version, _short_licence(package), tuple(_texts(package)))
    files = tuple(resource(f"licences/{text}") for text in supplied["texts"])
    return Part(supplied["title"], package.version, supplied["licence"], files)


def atlasview_part() -> Part:
    """AtlasView itself."""
    checkout = resources().parent / "LICENSE"
    try:
        files = (checkout,) if checkout.is_file() else tuple(_texts(distribution("atlasview")))
    except PackageNotFoundError:
        files = ()
    return Part("AtlasView", __version__, "MIT", files)


def python_part() -> Part:
    """Python and its standard library, with the text that came with it, else the one that AtlasView supplies."""
    version = platform.python_version()
    folder = Path(sysconfig.get_path("stdlib"))
    short = f"python{version.rpartition('.')[0]}"
    places = (
        folder / "LICENSE.txt",
        folder.parent / "LICENSE.txt",
        folder.parent.parent / "share" / "doc" / short / "copyright",
        resource("licences/Python.txt"),
    )
    return Part("Python", version, "PSF-2.0", (next(place for place in places if place.is_file()),))


def styles_part() -> Part:
    """The citation styles, which others have written."""
    return Part("Citation styles (CSL)", "", "CC-BY-SA-3.0", (resource("citation-styles/README.md"),))


def _supplied() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resource("licences/supplied.toml").read_text(encoding="utf-8"))


def _texts(package: Distribution) -> Iterator[Path]:
    for file in package.files or ():
        if _TEXT.fullmatch(file.name) and not file.name.lower().endswith(_NO_TEXT):
            path = Path(str(package.locate_file(file)))
            if path.is_file():
                yield path


def _short_licence(package: Distribution) -> str:
    told: list[str] = [str(package.metadata[key]) for key in ("License-Expression", "License") if package.metadata[key]]
    told += [
        line.removeprefix(_CLASSIFIER)
        for line in package.metadata.get_all("Classifier") or ()
        if line.startswith(_CLASSIFIER)
    ]
    lines = [text.splitlines()[0].strip() for text in told if text.strip()]
    return next((line for line in lines if len(line) <= 100), "see its text")


def _name_of(requirement: str) -> str:
    """`numpy` of `numpy>=1.25; python_version > "3"`; empty for what only an extra asks for."""
    needed, _, condition = requirement.partition(";")
    match = re.match(r"[\w.-]+", needed.strip())
    return _plain(match[0]) if match and "extra" not in condition else ""


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
