"""The licences of everything inside the packaged program, found where each file was taken from.

A file is from AtlasView itself, from Python, from an installed distribution, or from the operating system; the texts of
the last are those that Debian and its relatives install with every package. A file without a licence stops the build.
"""

import json
import os
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable
from importlib.metadata import distribution, distributions
from pathlib import Path

from atlasview.licences import INDEX, Part, atlasview_part, part_of, python_part, styles_part
from make.bundle_contents import Entry

FOLDER = "atlasview/_resources/licences"
"""Where the program looks for them, as a name in the bundle."""

_DOCUMENTS = Path("/usr/share/doc")


class LicenceMissing(Exception):
    """Something would be shipped without its licence."""


def parts_of(entries: Iterable[Entry], own: Iterable[Path]) -> list[Part]:
    """AtlasView, Python, PyInstaller's starter, and every distribution and system package that a file comes from.

    own  folders whose files are AtlasView's own, or are made of files that are listed beside them
    Raises LicenceMissing where a file belongs to none of them, or one of them has no text.
    """
    own = tuple(own)
    owners = _owners()
    python = {str(Path(sysconfig.get_path(name)).resolve()) for name in ("stdlib", "platstdlib")}
    names, packages = set(), set()
    for _, source, _ in entries:
        file = Path(source)
        if not file.is_absolute() or any(file.is_relative_to(folder) for folder in own):
            continue
        if str(file) in owners:
            names.add(owners[str(file)])
        elif not file.name.startswith("libpython") and not any(file.resolve().is_relative_to(one) for one in python):
            packages.add(system_package(file))
    found = [part_of(distribution(name)) for name in sorted(names | {"pyinstaller"})]
    found = [_bootloader(part) if part.name == "pyinstaller" else part for part in found]
    found += [_system_part(package) for package in sorted(packages)]
    listed = [atlasview_part(), *sorted([python_part(), styles_part(), *found], key=lambda part: part.name.casefold())]
    if silent := [part.name for part in listed if not part.files]:
        raise LicenceMissing(f"no text of the licence: {', '.join(silent)}")
    return listed


def _owners() -> dict[str, str]:
    """Every file of every installed distribution, with the distribution's name; read as text, because they are many."""
    owners = {}
    for each in distributions():
        folder, name = each.locate_file(""), each.name  # both are read anew each time they are asked for
        for line in (each.read_text("RECORD") or "").splitlines():
            owners[f"{folder}/{line.rpartition(',')[0].rpartition(',')[0].strip(chr(34))}"] = name
    return owners


def write(parts: Iterable[Part], folder: Path) -> list[Entry]:
    """Write the texts and their index to an emptied folder; what PyInstaller is to copy into the bundle."""
    shutil.rmtree(folder, ignore_errors=True)
    listed = [{"name": p.name, "version": p.version, "licence": p.licence, "files": _copied(p, folder)} for p in parts]
    (folder / INDEX).write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    written = (file.relative_to(folder) for file in sorted(folder.rglob("*")) if file.is_file())
    return [(f"{FOLDER}/{name.as_posix()}", str(folder / name), "DATA") for name in written]


def system_package(file: Path) -> str:
    """Debian's name of the package that a file of the system belongs to; LicenceMissing where there is none."""
    for path in (file, file.resolve(), Path("/usr", *file.parts[1:]), Path("/", *file.parts[2:])):
        asked = ["dpkg-query", "--search", str(path)]
        done = subprocess.run(asked, capture_output=True, text=True, check=False) if shutil.which(asked[0]) else None
        if done is not None and done.returncode == 0:
            return done.stdout.partition(":")[0].strip()
    raise LicenceMissing(f"{file} belongs to no package with a licence that can be found")


def _bootloader(part: Part) -> Part:
    return Part("PyInstaller's starter", part.version, "GPL-2.0-or-later with the bootloader exception", part.files)


def _system_part(package: str) -> Part:
    text = _DOCUMENTS / package / "copyright"
    if not text.is_file():
        raise LicenceMissing(f"{text} is not there")
    asked = ["dpkg-query", "--show", "--showformat=${Version}", package]
    version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return Part(package, version, _short(text.read_text(encoding="utf-8", errors="replace")), (text,))


def _short(words: str) -> str:
    """The first licence that Debian's file names, in short."""
    named = (line.partition(":")[2].strip() for line in words.splitlines() if line.startswith("License:"))
    return next((name for name in named if 0 < len(name) < 60), "see its text")


def _copied(part: Part, folder: Path) -> list[str]:
    """Copy the texts of a part; their names in the folder. Those of resources/licences are in the bundle already."""
    names = []
    for file in part.files:
        if file.parent.name == "licences" and (file.parent / "supplied.toml").is_file():
            names.append(file.name)
            continue
        room = folder / "inside" / re.sub(r"[^\w.-]+", "-", part.name)
        room.mkdir(parents=True, exist_ok=True)
        target = room / f"{len(names) + 1}-{file.name.replace(' ', '-')}"
        target.write_text(file.read_text(encoding="utf-8", errors="replace"), encoding="utf-8")
        names.append(os.fspath(target.relative_to(folder)).replace(os.sep, "/"))
    return names
