"""How a page will look on paper, before it is printed or saved as PDF."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atlasview.desktop.background import LatestRead, Request
from atlasview.desktop.controls import AccentButton
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.speaking import Speaker, speak
from atlasview.desktop.printing import SIZES, PrintJob
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.saving import Saving
from atlasview.desktop.theme import Theme
from atlasview.desktop.window_size import open_with
from atlasview.export.names import file_name
from atlasview.render.pages import page_layout

if TYPE_CHECKING:
    from atlasview.desktop.exporting import Exporting
    from atlasview.records.profile import Profile

_KINDS = {"pdf": ("PDF", (".pdf",))}
_TURNS = (("portrait", "Portrait"), ("landscape", "Landscape"))
_DOTS = 144.0
_NO_PRINTER = "No printer is set up on this computer; save a PDF instead"


class PrintPreview(QDialog):
    """One page at a time, with paper, PDF and printer; nothing is laid out in the window's own thread."""

    def __init__(self, theme: Theme, parent: QWidget, profile: "Profile", exporting: "Exporting") -> None:
        super().__init__(parent)
        self._theme = theme
        self._profile = profile
        self._exporting = exporting
        self._job = PrintJob(profile)
        self.count = 0
        self.number = 1
        subject = profile.place.label or profile.place.id
        self.setObjectName("print-preview")
        self.setWindowTitle(f"Print {subject}")
        self.setAccessibleName(f"Print {subject}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._size = DropDown(theme, "Paper", [(name, name) for name in SIZES], self)
        self._turn = DropDown(theme, "Orientation", _TURNS, self)
        self._before, self._after = QPushButton(self), QPushButton(self)
        self._where = RoleLabel(theme, "", "body", "text-muted", self)
        self.sheet = _Sheet(theme, self)
        self.save, self.print = AccentButton("Save as PDF…", self), QPushButton("Print…", self)
        imperial = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
        self._size.choose("Letter" if imperial else "A4")
        self._name_parts()
        self._lay_out()
        self._laying, self._painting = LatestRead(exporting.worker, self), LatestRead(exporting.worker, self)
        self._printing = LatestRead(exporting.worker, self)
        self._connect()
        self.refresh()

    @classmethod
    def show_for(cls, theme: Theme, parent: QWidget, profile: "Profile", exporting: "Exporting") -> "PrintPreview":
        """Open a preview of a page."""
        preview = cls(theme, parent, profile, exporting)
        preview.show()
        return preview

    def refresh(self) -> None:
        """Lay out for the paper that is chosen."""
        self.count = 0
        self._say("Laying out…")
        self._laying.ask(self._job.lay_out, *self._chosen())

    def turn_to(self, number: int) -> None:
        """Show a page, from 1; a number beyond the ends shows the nearest."""
        if self.count:
            self.number = min(max(number, 1), self.count)
            self._say(f"Page {self.number} of {self.count}")
            self._painting.ask(self._job.picture, self.number, _DOTS)

    def done(self, result: int) -> None:
        """Nobody waits for pages any more."""
        for waiting in (self._laying, self._painting):
            waiting.stop()
        self._exporting.worker.submit(Request(self._job.drop, (), None))
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up, Page Down, Home and End turn pages."""
        turns = {
            Qt.Key.Key_PageDown: self.number + 1,
            Qt.Key.Key_PageUp: self.number - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.count,
        }
        if event.key() in turns:
            self.turn_to(turns[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    # --- parts

    def _name_parts(self) -> None:
        names = ((self._before, "Previous page", "chevron-left"), (self._after, "Next page", "chevron-right"))
        for button, name, icon in names:
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setIcon(self._theme.icon(icon))
            button.setAutoDefault(False)
        self.save.setObjectName("print-save")
        self.print.setObjectName("print-print")
        self.print.setAutoDefault(False)
        if not QPrinterInfo.availablePrinterNames():
            self.print.setEnabled(False)
            self.print.setToolTip(_NO_PRINTER)
        self.sheet.setFocus()

    def _lay_out(self) -> None:
        px = self._theme.px
        top, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for control in (self._size, self._turn):
            top.addWidget(control)
        top.addStretch(1)
        for part in (self._before, self._where, self._after):
            top.addWidget(part)
        if not self.print.isEnabled():
            foot.addWidget(RoleLabel(self._theme, _NO_PRINTER, "small", "text-muted", self))
        foot.addStretch(1)
        foot.addWidget(self.print)
        foot.addWidget(self.save)
        column.addLayout(top)
        column.addWidget(self.sheet, 1)
        column.addLayout(foot)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        for layout in (top, foot, column):
            layout.setSpacing(px(8))
        open_with(self, self._theme, 720, 860)

    def _connect(self) -> None:
        self._laying.arrived.connect(self._take_count)
        self._painting.arrived.connect(self.sheet.show_page)
        for waiting in (self._laying, self._painting, self._printing):
            waiting.failed.connect(lambda error: self._say(str(error)))
        self._printing.arrived.connect(lambda pages: self._say(f"{pages} pages sent to the printer"))
        self._size.chosen.connect(lambda _key: self.refresh())
        self._turn.chosen.connect(lambda _key: self.refresh())
        self._before.clicked.connect(lambda: self.turn_to(self.number - 1))
        self._after.clicked.connect(lambda: self.turn_to(self.number + 1))
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)

    # --- what happens

    def _chosen(self) -> tuple[str, bool]:
        return self._size.choice(), self._turn.choice() == "landscape"

    def _take_count(self, count: int) -> None:
        self.count = count
        self.turn_to(self.number)

    def _say(self, text: str) -> None:
        self._where.setText(text)
        self._before.setEnabled(self.number > 1)
        self._after.setEnabled(self.number < self.count)
        self.sheet.tell(text)

    def _save(self) -> None:
        place = self._profile.place
        name = partial(file_name, place.label or place.id, "page", label=self._profile.atlas)
        size, landscape = self._chosen()
        make = self._job.pdf
        self._exporting.run(
            Saving("Save as PDF", _KINDS, lambda suffix: name(suffix=suffix), lambda _form: make(size, landscape))
        )

    def _print(self) -> None:
        size, landscape = self._chosen()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        printer.setPageLayout(page_layout(SIZES[size], landscape))
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, max(self.count, 1))
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._say("Printing…")
            self._printing.ask(self._job.print_on, printer)


class _Sheet(Speaker):
    """A page of paper on the ground of the window, as large as there is room for it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = QPixmap()
        self._words = ""
        self.setObjectName("print-sheet")
        self.setAccessibleName("Page as it will be printed")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def page(self) -> QPixmap:
        """The page that is shown."""
        return self._page

    def show_page(self, image: QImage) -> None:
        """Show another page."""
        self._page = QPixmap.fromImage(image)
        self.update()

    def tell(self, words: str) -> None:
        """Say which page it is."""
        self._words = words
        speak(self)

    def spoken(self) -> str:
        """Which page it is, of how many."""
        return self._words

    def sizeHint(self) -> QSize:
        """Portrait A4."""
        return QSize(self._theme.px(480), self._theme.px(680))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page grows and shrinks with the window."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page in the middle, with a hairline round it."""
        if self._page.isNull():
            return
        size = self._page.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(box, self._page, QRectF(self._page.rect()))
            painter.setPen(self._theme.colour("focus-ring" if self.hasFocus() else "hairline"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
