"""What the entry of a protein says in words; long topics are cut until somebody wants all of them."""

from urllib.parse import unquote

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QTextCursor

from atlasview.desktop.panels.comment_words import LESS, MORE, comments_html, topic_name
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.rich_text import RichText
from atlasview.desktop.theme import Theme
from atlasview.records.protein import Comment


class CommentsPanel(RichText):
    """All that is said of a protein; papers and diseases are links to their pages."""

    def __init__(self, theme: Theme, exits: Exits, comments: tuple[Comment, ...]) -> None:
        opened: set[str] = set()
        super().__init__(theme, exits, lambda: comments_html(comments, theme.px(4), opened))
        self._opened = opened
        self.setObjectName("comments-panel")
        self.setAccessibleName("Comments")
        self._restyle()
        theme.changed.connect(self._restyle)

    def open_topic(self, topic: str) -> None:
        """Show all of a topic, by UniProt's name; the keyboard goes on where its text was cut."""
        self._opened.add(topic)
        at = self.textCursor().selectionStart()
        self.refresh()
        self._put_cursor(min(at, self.document().characterCount() - 1))

    def cut_topic(self, topic: str) -> None:
        """Cut a topic again and show where it begins, by UniProt's name."""
        self._opened.discard(topic)
        self.refresh()
        block = self.document().begin()
        while block.isValid() and block.text() != topic_name(topic):
            block = block.next()
        self._put_cursor(block.position() if block.isValid() else 0)
        QTimer.singleShot(0, self, self._reveal_cursor)

    # --- inside

    def _put_cursor(self, at: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(at)
        self.setTextCursor(cursor)

    def _restyle(self) -> None:
        self.setMaximumWidth(self._theme.width("article-text-max"))

    def _follow(self, url: QUrl) -> None:
        target = unquote(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if target.startswith(MORE):
            self.open_topic(target.removeprefix(MORE))
        elif target.startswith(LESS):
            self.cut_topic(target.removeprefix(LESS))
        else:
            super()._follow(url)
