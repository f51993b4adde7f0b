"""The application's icon and the files by which a desktop knows AtlasView."""

import configparser
import io
import shutil
import subprocess
import tomllib
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from atlasview import __version__
from make import app_icons
from tests.conftest import CHECKOUT
from tests.house.test_tree import text

LINUX = CHECKOUT / "resources" / "linux"


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(program), reason=f"needs {program}")


@pytest.mark.parametrize("size", app_icons.SIZES)
def test_each_png_is_the_drawing_in_its_size(size, tmp_path):
    app_icons.draw(size, tmp_path / "drawn.png")
    kept, drawn = QImage(str(app_icons.png_path(size))), QImage(str(tmp_path / "drawn.png"))
    assert (kept.width(), kept.height()) == (size, size)
    apart = [
        abs(kept.pixelColor(x, y).lightness() - drawn.pixelColor(x, y).lightness())
        for x in range(0, size, max(1, size // 32))
        for y in range(0, size, max(1, size // 32))
    ]
    assert max(apart) <= 8, "draw it again: python make/app_icons.py"


def test_the_corners_are_clear_and_the_ground_is_the_accent():
    tokens = tomllib.loads(text("resources/themes/tokens.toml"))
    image = QImage(str(app_icons.png_path(256)))
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(30, 128).name().upper() == tokens["light"]["accent"].upper()


def test_the_windows_icon_holds_every_size():
    with Image.open(io.BytesIO(app_icons.ico())) as icon:
        assert {size for size, _ in icon.info["sizes"]} == {16, 24, 32, 48, 64, 128, 256}


def test_the_macos_icon_holds_every_size():
    with Image.open(io.BytesIO(app_icons.icns())) as icon:
        assert {size for size, _, _ in icon.info["sizes"]} >= {16, 32, 64, 128, 256, 512}
        icon.load()
        assert icon.size == (512, 512)


def test_the_desktop_entry_starts_the_program_under_the_name_of_its_window():
    entry = configparser.ConfigParser(interpolation=None)
    entry.read_string((LINUX / "atlasview.desktop").read_text(encoding="utf-8"))
    told = entry["Desktop Entry"]
    scripts = tomllib.loads(text("pyproject.toml"))["project"]["scripts"]
    assert told["Exec"].split()[0] in scripts
    assert told["Icon"] == told["StartupWMClass"] == "atlasview"
    assert 'setDesktopFileName("atlasview")' in text("atlasview/desktop/application.py")


@needs("desktop-file-validate")
def test_the_desktop_entry_is_valid():
    done = subprocess.run(["desktop-file-validate", LINUX / "atlasview.desktop"], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


def test_the_description_for_software_centres_is_of_this_version():
    root = ET.parse(LINUX / "atlasview.metainfo.xml").getroot()
    assert root.findtext("launchable") == "atlasview.desktop"
    assert root.findtext("project_license") == "MIT"
    releases = root.findall("releases/release")
    assert releases[0].get("version") == __version__


@needs("appstreamcli")
def test_the_description_for_software_centres_is_valid():
    command = ["appstreamcli", "validate", "--no-net", str(LINUX / "atlasview.metainfo.xml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
