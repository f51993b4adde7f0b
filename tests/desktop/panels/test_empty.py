"""A section that has nothing to show."""

from atlasview.desktop.panels.empty import Empty, Reason
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.rich_text import RichText


def test_whoever_tabs_to_its_links_hears_what_is_missing(theme, stage):
    reason = Reason("info", "No markers", "No file says so.", '<a href="guide:files">Files</a>')
    panel = stage.show(Empty(theme, Exits(), reason), 600, 200)
    assert panel.findChild(RichText).accessibleName() == "No markers"
