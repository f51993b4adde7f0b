"""The window's one style sheet: `resources/themes/window.qss` filled from the theme."""

import re
from typing import TYPE_CHECKING

from atlasview.bundled import resource

if TYPE_CHECKING:
    from atlasview.desktop.theme import Theme

_PLACEHOLDER = re.compile(r"@([a-z][a-z-]*)(?:\(([a-z0-9.-]+)\))?")


def style_sheet(theme: "Theme") -> str:
    """The sheet for the theme's present colours and sizes; raises KeyError for a placeholder that means nothing."""
    template = resource("themes/window.qss").read_text(encoding="utf-8")
    _, _, rules = template.partition("*/")
    return _PLACEHOLDER.sub(lambda found: _value(theme, found[1], found[2]), rules)


def _value(theme: "Theme", name: str, argument: str | None) -> str:
    match name:
        case "px":
            return f"{theme.px(float(argument or 0))}px"
        case "height":
            return f"{theme.height(argument or '')}px"
        case "radius":
            return f"{theme.radius(argument or '')}px"
        case "faded":
            return theme.faded("text").name()
        case "column-head":
            return f"{theme.font(name).pointSizeF():.2f}pt"
    return theme.colour(name).name()
