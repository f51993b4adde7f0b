"""A window beside the main one that tells something: text that can be copied, and a button that closes it."""

from typing import Self

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QTextBrowser, QVBoxLayout, QWidget

from atlasview.desktop.theme import Theme
from atlasview.desktop.window_size import open_with


class Sheet(QDialog):
    """Rich text in the theme's colours, not in the way of the main window."""

    name = "sheet"
    title = ""
    size_hint = (620.0, 560.0)

    def __init__(self, theme: Theme, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self._theme = theme
        self._html = text
        self.setObjectName(self.name)
        self.setWindowTitle(self.title)
        self.setAccessibleName(self.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QTextBrowser(self)
        self.text.setObjectName(f"{self.name}-text")
        self.text.setAccessibleName(self.title)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self.follow)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.text, 1)
        self._column.addWidget(self._buttons)
        theme.changed.connect(self._take_theme)
        self._take_theme()
        open_with(self, theme, *self.size_hint)

    @classmethod
    def present(cls, theme: Theme, parent: QWidget, text: str) -> Self:
        """Show it; one that is open already is brought to the front with the new text."""
        open_one = parent.findChild(cls, cls.name)
        sheet = open_one if open_one is not None else cls(theme, parent, text)
        sheet.set_text(text)
        sheet.show()
        sheet.raise_()
        sheet.activateWindow()
        return sheet

    def set_text(self, text: str) -> None:
        """Show another text, which is HTML."""
        self._html = text
        self._take_theme()

    def follow(self, link: QUrl) -> None:
        """A link was clicked; a sheet with links says where they lead, the others copy the address."""
        QGuiApplication.clipboard().setText(link.toString())

    def _take_theme(self) -> None:
        theme, px = self._theme, self._theme.px
        self._column.setContentsMargins(0, 0, 0, px(12))
        self._buttons.setContentsMargins(0, 0, px(12), 0)
        document = self.text.document()
        document.setDocumentMargin(px(20))
        document.setDefaultFont(theme.font("body"))
        muted, line, link = (theme.colour(role).name() for role in ("text-muted", "hairline", "accent"))
        title, section = theme.font("section").pointSizeF(), theme.font("strong").pointSizeF()
        document.setDefaultStyleSheet(
            f".title {{ font-size: {title}pt; font-weight: 600; margin: 0 0 {px(8)}px 0; }}"
            f".head {{ font-size: {section}pt; font-weight: 600; margin: {px(16)}px 0 {px(4)}px 0; }}"
            f"p {{ margin: 0 0 {px(6)}px 0; }} .muted {{ color: {muted}; }} a {{ color: {link}; }}"
            f"td, th {{ padding: {px(3)}px {px(16)}px {px(3)}px 0; border-bottom: 1px solid {line}; }}"
            f"th {{ text-align: left; font-weight: 600; color: {muted}; }} .number {{ text-align: right; }}"
        )
        self.text.setHtml(self._html)
