"""A page on its way to paper: composed, laid out and painted in the thread of exports, never in the window's."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize

from atlasview import __version__
from atlasview.desktop.saving import Output
from atlasview.render.pages import Pages, Paper, figure_mark, page_layout, pdf

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from atlasview.records.profile import Profile

SIZES = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter, "A3": QPageSize.PageSizeId.A3}


class PrintJob:
    """What is printed of one profile; every function but the first runs in the thread of exports."""

    def __init__(self, profile: "Profile") -> None:
        self._profile = profile
        self._paper: Paper | None = None
        self._pages: Pages | None = None
        self._layout = page_layout(QPageSize.PageSizeId.A4)

    def lay_out(self, _reader: Any, size: str, landscape: bool) -> int:
        """Lay out for a size of paper, one of SIZES; the number of pages."""
        self._layout = page_layout(SIZES[size], landscape)
        self._pages = Pages(self._composed(), self._layout)
        return self._pages.count

    def picture(self, _reader: Any, number: int, dpi: float) -> QImage:
        """A page as a picture."""
        assert self._pages is not None
        whole, body = (area(QPageLayout.Unit.Point) for area in (self._layout.fullRect, self._layout.paintRect))
        return self._pages.picture(number, dpi, QSizeF(whole.size()), QPointF(body.topLeft()))

    def pdf(self, size: str, landscape: bool) -> Output:
        """All pages as a PDF file."""
        return Output(pdf(self._composed(), SIZES[size], landscape))

    def print_on(self, _reader: Any, printer: "QPrinter") -> int:
        """Print the pages that the person chose for a printer, on the paper that it has; how many."""
        pages = Pages(self._composed(), printer.pageLayout())
        last = min(printer.toPage() or pages.count, pages.count)
        first = min(max(printer.fromPage(), 1), last)
        pages.print_on(printer, first, last)
        return last - first + 1

    def drop(self, _reader: Any) -> None:
        """Let the laid out pages go in the thread that they belong to."""
        self._pages = None

    def _composed(self) -> Paper:
        if self._paper is None:
            self._paper = paper_of(self._profile)
        return self._paper


def paper_of(profile: "Profile") -> Paper:
    """What is printed of a page: its head, all sections, figures, sources, and a foot with atlas and version."""
    from atlasview.export.report import page_report, report_html
    from atlasview.render.fonts import export_family

    report = page_report(profile)
    return Paper(
        report.title,
        report_html(report, lambda number, _drawing: figure_mark(number)),
        tuple((drawing.figure, drawing.family) for drawing in report.figures()),
        f"{profile.place.label or profile.place.id} · {profile.atlas} · AtlasView {__version__}",
        export_family(),
    )
