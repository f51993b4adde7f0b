"""The text of a chapter: Markdown set in the theme's type, with pictures as wide as there is room."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QWidget

from atlasview.bundled import guide
from atlasview.desktop.guide.chapters import headings
from atlasview.desktop.guide.setting import set_type
from atlasview.desktop.guide.ways import is_web, place_words
from atlasview.desktop.theme import Theme


class GuidePage(QTextBrowser):
    """One chapter at a time.

    followed  target of a link that was clicked, as it is written
    wanted    (what, target) of a menu: `open` or `copy` an address
    """

    followed = Signal(str)
    wanted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._markdown = ""
        self._images: dict[str, QImage] = {}
        self.setObjectName("guide-text")
        self.setAccessibleName("Text of the guide")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        # Always there, so that pictures keep their width from chapter to chapter.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setUndoRedoEnabled(False)
        self.anchorClicked.connect(lambda url: self.followed.emit(written(url)))
        theme.changed.connect(self._take_theme)

    def show_text(self, markdown: str) -> None:
        """Set a text, and stand at its beginning."""
        self._markdown = markdown
        self._images.clear()
        self._set()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set(self) -> None:
        document = self.document()
        document.setDefaultFont(self._theme.font("body"))
        document.setDocumentMargin(self._theme.px(28))
        document.setMarkdown(self._markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        set_type(document, self._theme, self._fit)

    def _take_theme(self) -> None:
        if self._markdown:
            at = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
            self._set()
            self.verticalScrollBar().setValue(round(at * self.verticalScrollBar().maximum()))

    def _picture_room(self) -> int:
        return max(self._theme.px(200), self.viewport().width() - 2 * self._theme.px(28) - 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width; what stood at the top stays there."""
        top = self.cursorForPosition(QPoint(0, 0)).position()
        super().resizeEvent(event)
        if self._markdown and event.oldSize().width() != event.size().width():
            set_type(self.document(), self._theme, self._fit)
            if self.verticalScrollBar().value():
                self._scroll_to(top)

    # --- pictures

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture of the guide's folder; nothing else is loaded from anywhere."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        return self._image(name.toString() if isinstance(name, QUrl) else name)

    def _image(self, name: str) -> QImage:
        if name not in self._images:
            file = (guide() / name).resolve()
            inside = file.is_relative_to(guide().resolve())
            self._images[name] = QImage(str(file)) if inside else QImage()
        return self._images[name]

    def _fit(self, name: str) -> int:
        """Width of a picture: its own, at most the room there is; a copy of that size is smoothed for the document."""
        picture, ratio = self._image(name), self.devicePixelRatioF()
        width = min(picture.width(), self._picture_room())
        if width:
            smooth = Qt.TransformationMode.SmoothTransformation
            drawn = picture.scaledToWidth(min(picture.width(), round(width * ratio)), smooth)
            self.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), drawn)
        return width

    # --- places in the text

    def headings(self) -> Iterator[tuple[QTextBlock, str]]:
        """Each heading's block with its anchor."""
        anchors = iter(headings(self._markdown))
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                heading = next(anchors, None)
                if heading is not None:
                    yield block, heading.anchor
            block = block.next()

    def show_anchor(self, anchor: str) -> bool:
        """Put a heading at the top; False where there is none of that anchor."""
        for block, own in self.headings():
            if own == anchor:
                self._show_at_top(block.position())
                return True
        return False

    def show_range(self, start: int, length: int) -> None:
        """Select a stretch of the text and bring it into view, with what stands above it."""
        self._show_at_top(start, self._theme.px(80))
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _show_at_top(self, position: int, above: int = 0) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self._scroll_to(position, above)

    def _scroll_to(self, position: int, above: int = 0) -> None:
        self.document().documentLayout().documentSize()  # lays out all of it, so that the bar reaches that far
        block = self.document().findBlock(position)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(int(top) - above - self._theme.px(12))

    # --- links

    def link_here(self) -> str:
        """Target of the link that the keyboard stands on, empty for none."""
        return written(QUrl(self.textCursor().charFormat().anchorHref()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right button or menu key."""
        menu = self.menu(self.anchorAt(event.pos()) or self.link_here())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self, target: str) -> QMenu:
        """What can be done with a link and with the selected text."""
        menu = QMenu(self)
        if is_web(target):
            menu.addAction("Open in the browser", lambda: self.wanted.emit("open", target))
            menu.addAction("Copy address", lambda: self.wanted.emit("copy", target))
        elif place_words(target):
            menu.addAction(f"Open {place_words(target)}", lambda: self.followed.emit(target))
        elif target:
            menu.addAction("Go there", lambda: self.followed.emit(target))
        copy = menu.addAction("Copy text", self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        menu.addAction("Select all", self.selectAll)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and the keys of the window are left to the window."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


def written(url: QUrl) -> str:
    """A link's target as the text has it."""
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
