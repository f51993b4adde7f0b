"""Links of the guide: to a chapter (`guide:sequence#isoforms`), to a place of the atlas (`atlas:IL7R`), to the web."""

from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

SCHEME = "guide"
ATLAS = "atlas:"
_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Spot:
    """A chapter, and the anchor of a heading in it, empty for its beginning."""

    chapter: str
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.chapter}#{self.anchor}" if self.anchor else self.chapter


def spot_at(written: str) -> Spot:
    """A spot as it is written: `sequence#isoforms`, `sequence.md#isoforms`."""
    chapter, _, anchor = written.partition("#")
    return Spot(chapter.removesuffix(".md"), anchor)


def spot_of(target: str, chapter: str) -> Spot | None:
    """The spot that a link of a chapter leads to; None where it leads out of the guide."""
    if target.startswith(f"{SCHEME}:"):
        return spot_at(target.removeprefix(f"{SCHEME}:"))
    if target.startswith("#"):
        return Spot(chapter, target[1:])
    file = target.partition("#")[0]
    if ":" in file or "/" in file or not file.endswith(".md"):
        return None
    return spot_at(target)


def place_words(target: str) -> str:
    """What a link to the atlas names, as one types it into the search field; empty for other links."""
    return target.removeprefix(ATLAS) if target.startswith(ATLAS) else ""


def is_web(target: str) -> bool:
    """Whether a link leads to an address outside."""
    return target.startswith(_WEB)


def ask(written: str) -> None:
    """Open the guide at a spot from anywhere in the window; whoever shows the guide has taken over its links."""
    QDesktopServices.openUrl(QUrl(f"{SCHEME}:{written}"))
