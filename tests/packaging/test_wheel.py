"""The wheel carries everything: installed elsewhere, it shows IL21 without the checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

BUILT_FROM = "atlasview resources docs db hatch_build.py pyproject.toml README.md LICENSE .gitignore".split()

GUIDE_FILES = [*(CHECKOUT / "docs" / "guide").rglob("*.md"), *(CHECKOUT / "docs" / "guide").rglob("*.png")]


def run(*words: object, folder: Path, **changed: str) -> str:
    """Run a program in a folder; what it prints. Fails with all that it said where it fails."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "ATLASVIEW"))}
    environment |= {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **changed}
    called = [str(word) for word in words]
    done = subprocess.run(called, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a copy of the checkout in which no atlas has been built yet."""
    copy = tmp_path_factory.mktemp("source")
    for name in BUILT_FROM:
        subprocess.run(["cp", "-r", str(CHECKOUT / name), str(copy)], check=True)
    (copy / "resources" / "atlas" / "starter.atlas").unlink(missing_ok=True)
    target = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", target, ".", folder=copy)
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `atlasview` of a fresh environment that holds the wheel; what it depends on is borrowed from this one."""
    home = tmp_path_factory.mktemp("fresh") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", home, folder=home.parent)
    python = home / "bin" / "python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=home).strip())
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", wheel, folder=home)
    # Only the packages of this environment's folder: its .pth file, which leads to the checkout, is not followed.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / "bin" / "atlasview"


def test_the_wheel_holds_the_program_and_its_files_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"atlasview", next(name for name in tops if name.endswith(".dist-info"))}
    for name in (
        "atlas/starter.atlas",
        "themes/tokens.toml",
        "themes/window.qss",
        "icons/search.svg",
        "glossary/glossary.toml",
    ):
        assert f"atlasview/_resources/{name}" in names
    guide = {path.relative_to(CHECKOUT / "docs" / "guide").as_posix() for path in GUIDE_FILES}
    assert {name.removeprefix("atlasview/_guide/") for name in names if name.startswith("atlasview/_guide/")} == guide
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_the_installed_program_shows_il21_from_another_folder(installed, tmp_path):
    shown = json.loads(run(installed, "show", "IL21", "--json", folder=tmp_path, HOME=str(tmp_path)))
    assert shown["id"] == "HGNC:6005"
    assert len(shown["proteins"][0]["sequence"]) == 162
    assert shown["atlas"]["name"] == "Starter atlas"


def test_the_installed_program_is_not_the_checkout(installed, tmp_path):
    where = "import atlasview, atlasview.bundled as b; print(atlasview.__file__); print(b.starter_atlas())"
    told = run(installed.with_name("python"), "-c", where, folder=tmp_path)
    assert str(CHECKOUT) not in told
    assert "_resources" in told


def test_the_installed_program_opens_its_window(installed, tmp_path):
    told = run(installed, "--exit-when-shown", folder=tmp_path, HOME=str(tmp_path), QT_QPA_PLATFORM="offscreen")
    assert set(json.loads(told)) == {"window", "page"}
