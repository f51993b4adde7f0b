"""Every setting as data: what is kept between starts, what it may be, and in which words it is offered."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

_LONGEST_TEXT = 8192


class Setting(NamedTuple):
    """One thing that is kept; no dataclass, whose module would be imported before the window is on the screen.

    key      its name in the file
    default  what holds where nothing is kept; its type is the setting's: str, bool, float, dict
    words    what it is, for the guide; the preferences say the first part, up to the colon
    choices  the values it may have, each with its words; none for any
    range    least and most, for numbers
    offered  whether the preferences offer it; the others follow what is done in the window
    merge    how a changed value is joined with the one that another window has kept; None where it takes its place
    """

    key: str
    default: Any
    words: str
    choices: tuple[tuple[str, str], ...] = ()
    range: tuple[float, float] | None = None
    offered: bool = False
    merge: Callable[[Mapping[str, Any], Mapping[str, Any]], dict[str, Any]] | None = None

    @property
    def title(self) -> str:
        """The first part of the words."""
        return self.words.partition(":")[0]

    def accepts(self, value: object) -> bool:
        """Whether a value from the file can be used."""
        if isinstance(self.default, float):
            if isinstance(value, bool) or not isinstance(value, int | float):
                return False
            return self.range is None or self.range[0] <= value <= self.range[1]
        if type(value) is not type(self.default):
            return False
        if isinstance(value, str) and len(value) > _LONGEST_TEXT:
            return False
        return not self.choices or any(value == choice for choice, _words in self.choices)


def _merge_recent(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    from atlasview.home.recent import merged

    return merged(one, other)


_THEMES = (("system", "System"), ("light", "Light"), ("dark", "Dark"))

SETTINGS = (
    Setting("theme", "system", "Theme: the system's, light or dark", _THEMES, offered=True),
    Setting("text-size", 1.0, "Text size: relative to the system's", range=(0.75, 2.0), offered=True),
    Setting(
        "side-panel-width", 248.0, "Width of the side panel: at normal text size", range=(160.0, 480.0), offered=True
    ),
    Setting("restore-session", True, "Open the pages of the last session: where no place is named", offered=True),
    Setting("welcome", True, "Show the welcome: beside the first page of the starter atlas", offered=True),
    Setting("side-panel", True, "Whether the side panel is shown"),
    Setting("window", "", "Size and place of the window, and whether it is maximised or fills the screen"),
    Setting("figure", {}, "Size, text, parts, formats and resolution that the last figure was saved with"),
    Setting("save-folder", "", "The folder of the last saved file"),
    Setting("atlas-folder", "", "The folder where an atlas was last chosen"),
    Setting("data-folder", "", "The folder where files to build an atlas from were last chosen"),
    Setting("cells", {}, "What was chosen for scores from your cells: columns, names, resamples, licence"),
    Setting("last-atlas", "", "The atlas that was open last; none is the starter atlas"),
    Setting("recent-atlases", {}, "The atlases that were open lately, with their counts", merge=_merge_recent),
    Setting("session", {}, "The open pages, with the way back and forward of each, and their atlas"),
)
BY_KEY = {setting.key: setting for setting in SETTINGS}
