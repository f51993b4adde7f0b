"""The window of the guide: contents at the left, the text at the right, finding, back and forward."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSplitter, QToolButton, QVBoxLayout, QWidget

from atlasview.desktop.guide.chapters import CONTENTS, chapters, heading_of, text_of, title_of
from atlasview.desktop.guide.contents import ContentsList, said_count
from atlasview.desktop.guide.finding import Finder, Found
from atlasview.desktop.guide.page import GuidePage
from atlasview.desktop.guide.trail import Reading, Readings
from atlasview.desktop.guide.ways import Spot, is_web, place_words, spot_of
from atlasview.desktop.shortcuts import shown
from atlasview.desktop.theme import Theme
from atlasview.desktop.window_size import open_with

_SIZE = (1040.0, 760.0)
_CONTENTS = 250.0
_SETTLED = 120


class GuideWindow(QWidget):
    """Stands beside the main window and remembers nothing when it is closed.

    place_asked  what a link to the atlas names, as one types it
    outward      an address that the person chose to open in the browser
    """

    place_asked = Signal(str)
    outward = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._theme = theme
        self._spot = Spot("")
        self._found: list[Found] = []
        self._readings = Readings()
        self._finder = Finder()
        self.setObjectName("guide")
        self.setAccessibleName("User guide")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.back = self._tool("back", "Back", "Alt+Left", lambda: self.step(-1))
        self.forward = self._tool("forward", "Forward", "Alt+Right", lambda: self.step(1))
        self.field = self._make_field()
        self._said = QLabel(self)
        self.contents = ContentsList(theme)
        self.text = GuidePage(theme, self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED)
        self._lay_out()
        self._connect()
        self._take_theme()
        open_with(self, theme, *_SIZE)

    def _tool(self, icon: str, title: str, keys: str, does: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"guide-{icon}")
        button.setAccessibleName(title)
        button.setToolTip(f"{title} ({shown(keys)})")
        button.clicked.connect(lambda _checked=False: does())
        QShortcut(QKeySequence(keys), self, does)
        return button

    def _make_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName("guide-find")
        field.setAccessibleName("Find in the guide")
        field.setPlaceholderText(f"Find ({shown('Ctrl+F')})")
        field.setClearButtonEnabled(True)
        return field

    def _lay_out(self) -> None:
        self._left, self._tools = QVBoxLayout(), QHBoxLayout()
        for widget in (self.back, self.forward, self.field):
            self._tools.addWidget(widget)
        side = QWidget(self)
        side.setLayout(self._left)
        self._left.addLayout(self._tools)
        self._left.addWidget(self._said)
        self._left.addWidget(self.contents, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.addWidget(side)
        self._split.addWidget(self.text)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def _connect(self) -> None:
        self.field.textEdited.connect(lambda _text: self._settle.start())
        self.field.textChanged.connect(lambda text: None if text else self._seek())
        self.field.returnPressed.connect(self._find_on)
        self._settle.timeout.connect(self._seek)
        self.contents.opened.connect(self._open_row)
        self.contents.left.connect(self.field.setFocus)
        self.contents.escaped.connect(self._escape)
        self.contents.typed.connect(self._type_on)
        self.text.followed.connect(self.follow)
        self.text.wanted.connect(self._leave)
        for keys, does in (("Ctrl+F", self.focus_field), ("F3", self._find_on), ("Shift+F3", self._find_back)):
            QShortcut(QKeySequence(keys), self, does)
        self._theme.changed.connect(self._take_theme)

    def _take_theme(self) -> None:
        theme, px = self._theme, self._theme.px
        self._left.setContentsMargins(0, px(10), 0, 0)
        self._left.setSpacing(px(8))
        self._tools.setContentsMargins(px(10), 0, px(12), 0)
        self._tools.setSpacing(px(4))
        self._said.setContentsMargins(px(16), 0, px(8), 0)
        self._said.setFont(theme.font("small"))
        self._said.setVisible(bool(self._said.text()))
        for name, button in (("back", self.back), ("forward", self.forward)):
            button.setIcon(theme.icon(name))
            button.setIconSize(QSize(px(16), px(16)))
        self.field.setFixedHeight(theme.height("control"))
        self._split.setSizes([px(_CONTENTS), max(1, self.width() - px(_CONTENTS))])

    # --- where one is

    @property
    def spot(self) -> Spot:
        """The chapter that is shown, with the heading that it was opened at."""
        return self._spot

    def open(self, spot: Spot) -> None:
        """Go on to a chapter and a heading in it; one that is not there opens the contents."""
        if spot == self._spot:
            self._show(spot)
            return
        self._note()
        self._show(spot if spot.chapter in {one.key for one in chapters()} else Spot(CONTENTS))
        self._readings.go_on(Reading(self._spot))
        self._refresh()

    def step(self, steps: int) -> None:
        """Go back (-1) or forward (1), to where one was reading."""
        self._note()
        reading = self._readings.step(steps)
        if reading is not None:
            self._show(reading.spot)
            self.text.verticalScrollBar().setValue(reading.scrolled)
            self._refresh()

    def _note(self) -> None:
        self._readings.stay(self.text.verticalScrollBar().value())

    def _show(self, spot: Spot) -> None:
        if spot.chapter != self._spot.chapter:
            self.text.show_text(text_of(spot.chapter))
        self._spot = spot
        if not (spot.anchor and self.text.show_anchor(heading_of(spot.chapter, spot.anchor))):
            self.text.verticalScrollBar().setValue(0)
        self.setWindowTitle(f"{title_of(spot.chapter)} – AtlasView guide")

    def _refresh(self) -> None:
        self.back.setEnabled(self._readings.can_step(-1))
        self.forward.setEnabled(self._readings.can_step(1))
        if not self.field.text().strip():
            self.contents.show_contents(self._spot)

    # --- links

    def follow(self, target: str) -> None:
        """Go where a link leads: in the guide, to a place of the atlas, or out by the browser."""
        spot, words = spot_of(target, self._spot.chapter), place_words(target)
        if spot is not None:
            self.open(spot)
        elif words:
            self.place_asked.emit(words)
        elif is_web(target):
            self.outward.emit(target)

    def _leave(self, what: str, target: str) -> None:
        if what == "copy":
            QGuiApplication.clipboard().setText(target)
        else:
            self.outward.emit(target)

    # --- finding

    def focus_field(self) -> None:
        """Go to the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _seek(self) -> None:
        words = self.field.text().strip()
        self._found = self._finder.find(words)
        self._said.setText(said_count(self._found) if words else "")
        self._said.setVisible(bool(words))
        if words:
            self.contents.show_found(words, self._found)
        else:
            self.contents.show_contents(self._spot)

    def _open_row(self, value: object, _new_tab: bool) -> None:
        if isinstance(value, Spot):
            self.open(value)
        elif isinstance(value, Found):
            self.open(Spot(value.chapter))
            self.text.show_range(value.start, value.length)

    def _find_on(self) -> None:
        self._turn(1)

    def _find_back(self) -> None:
        self._turn(-1)

    def _turn(self, steps: int) -> None:
        """Show the marked place, or the next one where it is shown already; round the ends."""
        if self._settle.isActive():
            self._settle.stop()
            self._seek()
        if not self._found:
            return
        chosen = self.contents.chosen()
        if chosen is not None and chosen.value == self._shown_place() and not self.contents.move_choice(steps):
            self.contents.choose_value(self._found[0 if steps > 0 else -1])
        self.contents.open_chosen()

    def _shown_place(self) -> Found | None:
        cursor = self.text.textCursor()
        at = (self._spot.chapter, cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart())
        return next((one for one in self._found if (one.chapter, one.start, one.length) == at), None)

    # --- keys

    def _type_on(self, event: QKeyEvent) -> None:
        self.field.setFocus()
        self.field.event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the search, else closes the guide."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.field.text():
            self.field.clear()
            self.text.setFocus()
        else:
            self.close()
