"""Text with links that takes the height it needs and sends every link through the page's exits."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QMouseEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QSizePolicy, QTextBrowser

from atlasview.desktop.fonts import pixel_size
from atlasview.desktop.panels.exits import Exits, place_at, wants_new_tab
from atlasview.desktop.theme import Theme

_REMEMBERED_WIDTHS = 4


class RichText(QTextBrowser):
    """Shows what `compose` returns (rich text) and composes it again when the theme changes.

    Links are reached with Tab and opened with Enter; Ctrl or the middle button opens them in a new tab.
    `line` fixes the distance between base lines as a multiple of the font's size; 0 leaves it to the font.
    """

    def __init__(
        self, theme: Theme, exits: Exits, compose: Callable[[], str], font: str = "body", line: float = 0.0
    ) -> None:
        super().__init__()
        self._theme = theme
        self._exits = exits
        self._compose = compose
        self._font_name = font
        self._line = line
        self._heights: dict[int, int] = {}
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._follow)
        self.highlighted.connect(self._announce)
        theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Compose the text again."""
        self._heights.clear()
        document = self.document()
        document.setDefaultFont(self._theme.font(self._font_name))
        document.setDefaultStyleSheet(
            f"a {{ color: {self._theme.colour('accent').name()}; text-decoration: none }}"
            f" .muted {{ color: {self._theme.colour('text-muted').name()} }}"
            f" .success {{ color: {self._theme.colour('success').name()} }}"
            f" .problem {{ color: {self._theme.colour('problem').name()} }}"
            f" .small {{ font-size: {self._theme.font('small').pointSizeF():.2f}pt }}"
            f" .caption {{ font-size: {self._theme.font('caption').pointSizeF():.2f}pt }}"
        )
        html = self._compose()
        self.setHtml(html)
        # Without links there is nothing for the tab key to show that it is here.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if "<a " in html else Qt.FocusPolicy.ClickFocus)
        if self._line:
            _space_lines(document, self._line, self._theme.font(self._font_name))
        self.updateGeometry()

    def _follow(self, url: QUrl) -> None:
        self._exits.follow(url.toString(QUrl.ComponentFormattingOption.FullyEncoded), wants_new_tab())

    def _announce(self, url: QUrl) -> None:
        target = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        place = place_at(target)
        self._exits.status.emit(place.id if place else target if target.startswith("http") else "")
        if self.hasFocus() and target and self.textCursor().charFormat().anchorHref() == target:
            self._reveal_cursor()

    def _reveal_cursor(self) -> None:
        """Scroll the page to the link that the tab key has come to."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        content = area.widget() if area is not None else None
        if area is not None and content is not None:
            where = self.viewport().mapTo(content, self.cursorRect().center())
            area.ensureVisible(where.x(), where.y(), 0, self._theme.px(64))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button opens a link in a new tab."""
        target = self.anchorAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and target:
            self._exits.follow(target, new_tab=True)
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right button or menu key."""
        menu = self.menu(self.anchorAt(event.pos()) or self.textCursor().charFormat().anchorHref())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if menu.actions():
            menu.popup(event.globalPos())

    def menu(self, target: str) -> QMenu:
        """What can be done with a link (empty for none) and with the selected text."""
        menu, exits = QMenu(self), self._exits
        place = place_at(target)
        if place is not None:
            menu.addAction("Open", lambda: exits.follow(target))
            menu.addAction("Open in a new tab", lambda: exits.follow(target, new_tab=True))
            menu.addAction(f"Copy {place.id}", lambda: exits.copy(place.id))
        elif target.startswith("https://"):
            menu.addAction("Open in the browser", lambda: exits.follow(target))
            menu.addAction("Copy address", lambda: exits.copy(target))
        if self.textCursor().hasSelection():
            menu.addAction("Copy text", self.copy)
        return menu

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the text in it."""
        event.ignore()

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the whole text at a width, its greatest one at most."""
        width = min(width, self.maximumWidth())
        if width not in self._heights:
            if len(self._heights) >= _REMEMBERED_WIDTHS:
                self._heights.clear()
            self._heights[width] = _height_at(self.document(), width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """The height last asked for: layouts ask for a hint often, and use the height for their width instead."""
        return QSize(self._theme.px(240), next(reversed(self._heights.values()), self._theme.px(80)))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(self._theme.px(80), 0)


def _height_at(document: QTextDocument, width: int) -> int:
    present = document.textWidth()
    if present != width:
        document.setTextWidth(width)
    height = document.size().height()
    if present not in (width, -1):
        document.setTextWidth(present)
    return int(height + 0.999)


def _space_lines(document: QTextDocument, line: float, font: QFont) -> None:
    spacing = QTextBlockFormat()
    pixels = pixel_size(font) * line
    spacing.setLineHeight(pixels, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(spacing)
