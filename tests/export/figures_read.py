"""Files of figures as other programs read them."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from atlasview.export.figure import Drawing, draw_figure
from atlasview.export.figure_formats import figure_bytes
from atlasview.export.figure_request import FigureRequest
from atlasview.records.profile import Profile


def needs(program: str) -> pytest.MarkDecorator:
    """Skips, and says so, where a program is not installed."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"needs {program}")


def said(*words: str | Path) -> str:
    """What a program prints."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True)
    return done.stdout


def saved(folder: Path, profile: Profile, request: FigureRequest, form: str, dpi: float = 300) -> tuple[Drawing, Path]:
    """A drawing, and the file of it."""
    drawing = draw_figure(profile, request)
    path = folder / f"figure.{form}"
    path.write_bytes(figure_bytes(drawing, form, dpi))
    return drawing, path


def picture(path: Path) -> Image.Image:
    """The pixels of a file as red, green and blue."""
    with Image.open(path) as image:
        return image.convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of two pictures, 0 to 255, where they lie best over each other.

    Programs round the size of a page to dots in their own way, and soften edges each in its own way.
    """
    assert abs(one.width - other.width) <= 1 and abs(one.height - other.height) <= 1
    size = min(one.width, other.width), min(one.height, other.height) - 2
    soft = ImageFilter.GaussianBlur(2)
    first, second = one.filter(soft), other.filter(soft)
    middle = first.crop((0, 1, size[0], 1 + size[1]))
    shifted = [second.crop((0, down, size[0], down + size[1])) for down in (0, 1, 2)]
    return min(max(ImageStat.Stat(ImageChops.difference(middle, each)).mean) for each in shifted)
