"""What a figure was made of and with: enough to find the view again and to draw it once more."""

from typing import Any

from atlasview import __version__
from atlasview.figures.marks import Figure
from atlasview.records.source import AtlasLabel

FORMAT = 1


def figure_recipe(
    place: dict[str, str],
    view: dict[str, Any],
    asked: dict[str, Any],
    figure: Figure,
    family: str,
    label: AtlasLabel,
) -> dict[str, Any]:
    """The recipe as it stands inside a figure's file.

    place  `kind`, `id` and `symbol` of what is shown
    view   `name` of the view with its settings; what was not set is None
    asked  preset, and what was asked for instead of its sizes
    """
    return {
        "format": FORMAT,
        "program": "AtlasView",
        "program_version": __version__,
        "place": place,
        "view": view,
        "asked": asked,
        "title": figure.title,
        "size": {
            "width_mm": round(figure.width * 25.4 / 72, 3),
            "height_mm": round(figure.height * 25.4 / 72, 3),
        },
        "font": family,
        "atlas": {"name": label.name, "version": label.version, "sha256": label.sha256},
    }
