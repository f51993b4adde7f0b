"""The section of what the entry of a protein says in words, on the pages of genes and proteins."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from atlasview.desktop.pages.plan import SectionPlan
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.wording import source_labels
from atlasview.desktop.theme import Theme
from atlasview.records.profile import ProteinDetail
from atlasview.records.source import Source


def comments_plan(
    theme: Theme, exits: Exits, proteins: Sequence[ProteinDetail], sources: dict[str, Source]
) -> SectionPlan | None:
    """What is said of the first protein; None where nothing is."""
    comments = proteins[0].comments if proteins else ()
    if not comments:
        return None

    def build() -> QWidget:
        from atlasview.desktop.panels.comments import CommentsPanel

        return CommentsPanel(theme, exits, comments)

    said_by = source_labels(sources, (one.source for one in comments))
    return SectionPlan("Comments", build, f"{len(comments):,}", said_by, guess=420)
