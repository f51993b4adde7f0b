"""The list beside the text: chapters with the headings of the one that is read, or places where words were found."""

from itertools import groupby

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from atlasview.desktop.guide.chapters import chapters, headings, text_of, title_of
from atlasview.desktop.guide.finding import MOST, Found
from atlasview.desktop.guide.ways import Spot
from atlasview.desktop.row_delegates import RowDelegate
from atlasview.desktop.rows import Row, RowList
from atlasview.desktop.theme import Theme


class ContentsList(RowList):
    """Rows hand out a Spot, or a Found where words were sought."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "window")
        self.setObjectName("guide-contents")
        self.setItemDelegate(ContentsDelegate(theme, self))
        self.empty_reason = "Try a shorter word, or look into the contents."

    def show_contents(self, spot: Spot) -> None:
        """Show all chapters, with the headings of the one at `spot`, which is marked."""
        rows = []
        for chapter in chapters():
            rows.append(Row(chapter.title, value=Spot(chapter.key)))
            if chapter.key == spot.chapter:
                inner = [one for one in headings(text_of(chapter.key)) if one.level == 2]
                rows += [Row("", one.text, value=Spot(chapter.key, one.anchor)) for one in inner]
        self.setAccessibleName("Contents of the guide")
        self.show_rows(rows)
        values = [row.value for row in rows]
        self.choose_value(spot if spot in values else Spot(spot.chapter))

    def show_found(self, words: str, found: list[Found]) -> None:
        """Show where words were found, by chapter; the first place is marked."""
        rows: list[Row] = []
        for key, places in groupby(found, key=lambda one: one.chapter):
            rows.append(Row(title_of(key)))
            rows += [Row("", one.around, value=one) for one in places]
        self.empty_title = f"“{words}” is not in the guide"
        self.setAccessibleName(f"{said_count(found)} for {words}")
        self.show_rows(rows)
        self.choose_first()


def said_count(found: list[Found]) -> str:
    """`12 places`, as far as they are counted."""
    if len(found) >= MOST:
        return f"{MOST} places and more"
    return f"{len(found)} place{'' if len(found) == 1 else 's'}"


class ContentsDelegate(RowDelegate):
    """Chapters in the text's size, what belongs to them smaller and set in."""

    row_height = "section-row"
    head_height = 28.0

    def _paint_row(self, painter: QPainter, row: Row, box: QRect, selected: bool) -> None:
        inner = box.adjusted(self._margin, 0, -self._theme.px(8), 0)
        if row.strong:
            self._write(painter, "strong" if selected else "body", row.strong, inner)
        else:
            set_in = QPoint(self._theme.px(12), 0)
            self._write(
                painter, "small", row.plain, QRect(inner.topLeft() + set_in, inner.bottomRight()), muted=not selected
            )
