"""Records as plain text that is read in a terminal: pages (`page`), hits (`search`), atlases (`manifest`)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atlasview.records.profile import Profile

__all__ = ["page_text"]


def page_text(profile: "Profile", sections: Iterable[str] = (), width: int = 80) -> str:
    """A page as text, see `page.page_text`; what writes pages is imported only when one is asked for."""
    from atlasview.export.text import page

    return page.page_text(profile, sections, width)
