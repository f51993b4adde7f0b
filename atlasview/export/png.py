"""A figure as PNG: true density, white ground, the recipe in a text chunk."""

import json
from collections.abc import Mapping
from typing import Any

from atlasview import __version__
from atlasview.figures.marks import Figure

RECIPE_KEY = "AtlasView recipe"
"""Keyword of the text chunk that holds the recipe as JSON."""


def png_bytes(figure: Figure, family: str, recipe: Mapping[str, Any], dpi: float) -> bytes:
    """The file with `dpi` dots to an inch; the same bytes for the same input. Raises Trouble for too many dots."""
    from atlasview.render.pixels import picture, png

    texts = {
        "Title": figure.title,
        "Description": figure.description,
        "Software": f"AtlasView {__version__}",
        RECIPE_KEY: json.dumps({**recipe, "dpi": float(dpi)}, ensure_ascii=False, sort_keys=True),
    }
    return png(picture(figure, family, dpi), texts)
