"""The head of a page: title, name, a muted line, identifier chips, and what can be exported."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from atlasview.desktop.panels.chips import Chips, ChipText
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.exports import Offer
from atlasview.desktop.panels.menu_button import MenuButton
from atlasview.desktop.theme import Theme

_SEPARATOR = "  ·  "


@dataclass(frozen=True, slots=True)
class HeadText:
    """What the head of a page says.

    title   the largest thing: the symbol of a gene, else the name
    name    the full name beside it, empty for none
    meta    parts of the muted line below
    atlas   which atlas the page comes from
    """

    title: str
    name: str
    meta: tuple[str, ...]
    chips: tuple[ChipText, ...]
    atlas: str


class ExportButton(MenuButton):
    """Offers what the page can give away; `wanted` carries what was chosen."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, offers: Callable[[], Sequence[Offer]], parent: QWidget | None = None) -> None:
        """`offers` says what there is at the moment at which the menu opens."""
        super().__init__(theme, "Export", self._fill, parent=parent)
        self._offers = offers
        self.setObjectName("export-button")
        self.setAccessibleName("Export")

    def _fill(self, menu: QMenu) -> None:
        for offer in self._offers():
            if offer.starts and menu.actions():
                menu.addSeparator()
            menu.addAction(offer.title, lambda offer=offer: self.wanted.emit(offer.make()))


class Head(QWidget):
    """The head at the top of the page's scroll."""

    def __init__(
        self, theme: Theme, exits: Exits, text: HeadText, export: ExportButton | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._title.setWordWrap(True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._meta = QLabel(_SEPARATOR.join(text.meta), self)
        self._meta.setWordWrap(True)
        self._meta.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._meta.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self._title, 1)
        if export is not None:
            row.addWidget(export, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)
        self._column.addSpacing(theme.px(4))
        self._column.addWidget(self._meta)
        if text.chips:
            self._column.addSpacing(theme.px(12))
            self._column.addWidget(Chips(theme, exits, text.chips, self))
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        theme = self._theme
        self._column.setContentsMargins(0, theme.px(16), 0, theme.px(4))
        title, name = theme.font("title"), theme.font("title-name")
        beside = f'&nbsp;&nbsp; <span style="font-size:{name.pointSizeF():.2f}pt">{escape(self._text.name)}</span>'
        self._title.setText(
            f'<span style="font-size:{title.pointSizeF():.2f}pt; font-weight:600">{escape(self._text.title)}</span>'
            f"{beside if self._text.name else ''}"
        )
