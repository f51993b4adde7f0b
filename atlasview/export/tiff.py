"""A figure as TIFF: true density, white ground, no transparency, the recipe in the tag ImageDescription."""

import io
import json
from collections.abc import Mapping
from typing import Any

from atlasview import __version__
from atlasview.figures.marks import Figure

DESCRIPTION, SOFTWARE = 270, 305
"""Tags of TIFF 6.0; the description is the recipe as JSON in ASCII."""


def tiff_bytes(figure: Figure, family: str, recipe: Mapping[str, Any], dpi: float) -> bytes:
    """The file with `dpi` dots to an inch, packed without loss (LZW); the same bytes for the same input.

    Written by Pillow, because Qt's own writer is not there on many systems. Raises Trouble for too many dots.
    """
    from PIL import Image

    from atlasview.render.pixels import picture, rows_of_dots

    dots = picture(figure, family, dpi)
    size = dots.width(), dots.height()
    image = Image.frombytes("RGB", size, rows_of_dots(dots), "raw", "BGRX", dots.bytesPerLine())
    tags = {
        DESCRIPTION: json.dumps({**recipe, "dpi": float(dpi)}, sort_keys=True),
        SOFTWARE: f"AtlasView {__version__}",
    }
    content = io.BytesIO()
    image.save(content, "TIFF", compression="tiff_lzw", dpi=(dpi, dpi), tiffinfo=tags)
    return content.getvalue()
