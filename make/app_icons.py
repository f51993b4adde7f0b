"""The application's icon in the forms that systems ask for: PNGs of the drawings, and ICO and ICNS files of the PNGs.

The PNGs are kept in the tree; this draws them again after a change of the drawings.
usage: .venv/bin/python make/app_icons.py
"""

import os
import struct
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons" / "app"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
SMALL = 32
"""Largest size in pixels that is drawn from the simpler drawing."""

_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
_ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512}


def png_path(size: int) -> Path:
    """Where the PNG of a size in pixels is kept."""
    return FOLDER / f"atlasview-{size}.png"


def drawing(size: int) -> Path:
    """The drawing that a size in pixels is made from."""
    return FOLDER / ("atlasview-small.svg" if size <= SMALL else "atlasview.svg")


def ico(sizes: Iterable[int] = _ICO_SIZES) -> bytes:
    """A Windows icon that holds the PNGs of some sizes."""
    images = [(size, png_path(size).read_bytes()) for size in sizes]
    header = struct.pack("<HHH", 0, 1, len(images))
    offset = len(header) + 16 * len(images)
    entries = b""
    for size, image in images:
        side = size % 256  # the format writes 256 as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(image), offset)
        offset += len(image)
    return header + entries + b"".join(image for _, image in images)


def icns(types: Mapping[bytes, int] = _ICNS_TYPES) -> bytes:
    """A macOS icon that holds the PNGs."""
    blocks = b""
    for kind, size in types.items():
        image = png_path(size).read_bytes()
        blocks += kind + struct.pack(">I", 8 + len(image)) + image
    return b"icns" + struct.pack(">I", 8 + len(blocks)) + blocks


def draw(size: int, target: Path) -> None:
    """Draw the icon as a PNG of a size in pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(str(drawing(size))).render(painter)
    if not image.save(str(target)):
        raise OSError(f"{target} cannot be written")


def main() -> int:
    """Draw all PNGs anew."""
    for size in SIZES:
        draw(size, png_path(size))
        print(png_path(size).relative_to(FOLDER.parent.parent.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
