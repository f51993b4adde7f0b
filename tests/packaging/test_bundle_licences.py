"""Everything inside has the text of its licence: where it is installed, and in the packaged program."""

import re
import shutil
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path

import pytest

from atlasview import bundled, licences
from make import bundle_contents, bundle_licences
from tests.conftest import CHECKOUT
from tests.house.test_tree import text

RESOURCES = CHECKOUT / "resources" / "licences"


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def origin(module: str) -> bundle_contents.Entry:
    """A module as PyInstaller lists it."""
    spec = find_spec(module)
    assert spec is not None
    return module, str(spec.origin), "PYMODULE"


@pytest.fixture
def parts() -> list[licences.Part]:
    """What a small bundle would be made of, seen from the checkout."""
    return bundle_licences.parts_of([origin("platformdirs"), origin("PySide6.QtCore")], [])


@pytest.fixture
def in_a_bundle(tmp_path, monkeypatch):
    """Makes the program find its files in a folder, as in a bundle; gives the folder of licences in it."""
    folder = tmp_path / "_resources" / "licences"
    shutil.copytree(RESOURCES, folder)
    monkeypatch.setattr(bundled, "__file__", str(tmp_path / "bundled.py"))
    bundled.resources.cache_clear()
    yield folder
    bundled.resources.cache_clear()


def test_every_part_of_the_installed_program_has_a_text():
    silent = [part.name for part in licences.parts() if len(part.text().strip()) < 300]
    assert silent == []


def test_every_package_that_is_pinned_for_the_program_is_among_the_parts():
    named = {plain(one.metadata["Name"]) for one in licences.closure(licences.requirements())}
    pinned = set(re.findall(r"^([a-z0-9_.-]+)==", text("requirements.txt"), re.M))
    assert pinned - named == set()
    assert {"pytest", "mypy", "pyinstaller"} & named == set()


def test_atlasview_comes_first_and_names_are_those_that_people_know():
    first, *others = licences.parts()
    names = [part.name for part in others]
    assert (first.name, first.licence) == ("AtlasView", "MIT")
    assert "Permission is hereby granted" in first.text()
    assert "Qt for Python (PySide6) and Qt" in names
    assert names == sorted(names, key=str.casefold)


def test_qt_is_said_to_be_under_the_lgpl_with_its_whole_text_and_the_way_to_exchange_it():
    qt = next(part for part in licences.parts() if "Qt for Python" in part.name)
    whole = qt.text()
    assert qt.licence == "LGPL-3.0-only"
    assert qt.version == distribution("PySide6_Essentials").version
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "6. Revised Versions of the GNU Lesser General Public License.",
        "GNU GENERAL PUBLIC LICENSE",
        "17. Interpretation of Sections 15 and 16.",
        "How to exchange the libraries",
        "HarfBuzz",
        "PCRE2",
    ):
        assert words in whole
    assert licences.notice() in whole.replace("\r\n", "\n") or licences.notice().strip() in whole


def test_a_packages_own_licence_is_read_from_where_it_was_installed():
    platformdirs = next(part for part in licences.parts() if part.name == "platformdirs")
    assert platformdirs.licence == "MIT"
    assert all(file.is_file() for file in platformdirs.files)
    assert "Permission is hereby granted" in platformdirs.text()


def test_a_requirement_of_an_extra_or_for_another_system_is_passed_over():
    asked = [
        'platformdirs>=4; python_version > "3"',
        'pytest; extra == "dev"',
        'not-to-be-had; sys_platform == "win32"',
    ]
    assert [one.metadata["Name"] for one in licences.closure(asked)] == ["platformdirs"]


def test_a_bundle_lists_where_each_file_is_from(tmp_path):
    own = tmp_path / "work"
    entries = [
        origin("platformdirs"),
        origin("PySide6.QtCore"),
        origin("json"),
        ("atlasview.cli", str(CHECKOUT / "atlasview" / "cli.py"), "PYMODULE"),
        ("base_library.zip", str(own / "base_library.zip"), "DATA"),
    ]
    names = [part.name for part in bundle_licences.parts_of(entries, [CHECKOUT / "atlasview", own])]
    assert names[0] == "AtlasView"
    assert set(names[1:]) == {
        "Citation styles (CSL)",
        "platformdirs",
        "PyInstaller's starter",
        "Python",
        "Qt for Python (PySide6) and Qt",
    }


@pytest.mark.skipif(not Path("/var/lib/dpkg").is_dir(), reason="needs Debian's list of packages")
def test_a_library_of_the_system_brings_the_text_of_its_package():
    (library,) = list(Path("/usr/lib").glob("*/libffi.so.8"))[:1]
    parts = bundle_licences.parts_of([("libffi.so.8", str(library), "BINARY")], [])
    found = next(part for part in parts if part.name.startswith("libffi"))
    assert found.version
    assert "Permission is hereby granted" in found.text()


def test_a_file_that_belongs_to_nothing_stops_the_build(tmp_path):
    stray = tmp_path / "libmystery.so"
    stray.write_bytes(b"\x7fELF")
    with pytest.raises(bundle_licences.LicenceMissing, match="libmystery"):
        bundle_licences.parts_of([("libmystery.so", str(stray), "BINARY")], [])


def test_the_program_reads_in_a_bundle_what_the_build_has_written(tmp_path, parts, in_a_bundle):
    for name, file, _ in bundle_licences.write(parts, tmp_path / "work" / "licences"):
        target = in_a_bundle / Path(name).relative_to(bundle_licences.FOLDER)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    shown = licences.parts()
    assert [(part.name, part.version, part.licence) for part in shown] == [
        (part.name, part.version, part.licence) for part in parts
    ]
    assert all(in_a_bundle in file.parents for part in shown for file in part.files)
    assert [part.text() for part in shown] == [part.text() for part in parts]
