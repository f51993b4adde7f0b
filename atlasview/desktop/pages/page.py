"""What every page is: a section list, a head, sections in one scroll, and the ways out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from atlasview.desktop.pages.page_scroll import PageScroll
from atlasview.desktop.pages.plan import SectionPlan
from atlasview.desktop.pages.section import Section
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.exports import DocumentExport, Export, Offer, PrintExport
from atlasview.desktop.panels.hairline import Hairline
from atlasview.desktop.panels.head import ExportButton, Head, HeadText
from atlasview.desktop.panels.section_list import Entry, SectionList
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.theme import Theme
from atlasview.records.place import Place, Residues
from atlasview.records.profile import Profile

if TYPE_CHECKING:
    from atlasview.desktop.panels.compact_head import CompactHead
    from atlasview.desktop.panels.protein import ProteinPanel
    from atlasview.desktop.panels.section_bar import SectionBar

_IN_VIEW = {
    "Overview": "domains",
    "Cells": "landscape",
    "Protein": "sequence",
    "Expression": "expression",
    "Variants": "variants",
    "Transcripts": "structure",
    "Citations": "citations",
    "Heat map": "heatmap",
    "Treemap": "treemap",
    "Compare": "compare",
}
"""What stands for a section, by the key of an offer."""


class Page(QWidget):
    """Base of all pages; a kind of page gives its head and its sections as data.

    place_requested   (Place, whether in a new tab)
    status            a sentence for the status bar
    outward           a web address that the person chose to open
    export_requested  (what to take away, one of `panels.exports`; the profile of the page)
    notebook_wanted   a panel that waits for the notebook
    section_changed   name of the section that came into view
    asked             (a function that wants the `panels.exits.Shell`)
    action_requested  id of an action of the window
    """

    place_requested = Signal(object, bool)
    status = Signal(str)
    outward = Signal(str)
    action_requested = Signal(str)
    export_requested = Signal(object, object)
    notebook_wanted = Signal(object)
    section_changed = Signal(str)
    asked = Signal(object)

    def __init__(self, theme: Theme, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.profile = profile
        self.exits = Exits(self)
        self.exits.place_requested.connect(self.place_requested)
        self.exits.status.connect(self.status)
        self.exits.outward.connect(self.outward)
        self.exits.action_requested.connect(self.action_requested)
        self.exits.asked.connect(self.asked)
        self.exits.export_requested.connect(self._take_away)
        self.exits.notebook_wanted.connect(self.notebook_wanted)
        self.exits.section_requested.connect(self.show_section)
        self.exits.residues_requested.connect(self.show_residues)
        self._residues: Residues | None = None
        self._title = ""
        self._bar: SectionBar | None = None
        self._compact: CompactHead | None = None

    def compose(self, head: HeadText, plans: Sequence[SectionPlan]) -> None:
        """Put the page together, once: its head, and its sections in order."""
        self._title = head.title
        self._text = head
        self.setAccessibleName(f"{head.title} {head.name}".strip())
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._list = SectionList(self.theme, [Entry(plan.name, plan.count, plan.empty) for plan in plans], self)
        self._line = Hairline(self.theme, Qt.Orientation.Vertical, self)
        self._scroll = PageScroll(self.theme, self)
        self._scroll.setAccessibleName("Page")
        self._export = self._make_export()
        self._scroll.fill(
            Head(self.theme, self.exits, head, self._export, self._scroll.content()),
            [Section(self.theme, self.exits, plan, self._scroll.content()) for plan in plans],
        )
        self._lay_out()
        self._list.chosen.connect(self.show_section)
        self._list.entered.connect(self._scroll.enter_section)
        self._scroll.section_in_view.connect(self._note_section)
        self._scroll.head_passed.connect(self._shrink_head)
        self.theme.changed.connect(self._adapt)
        self.setFocusProxy(self._scroll)
        self._list.mark(plans[0].name)

    def _make_export(self) -> ExportButton:
        button = ExportButton(self.theme, self.offers, self)
        button.wanted.connect(self._take_away)
        return button

    def _lay_out(self) -> None:
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(self._list)
        self._across.addWidget(self._line)
        self._down = QVBoxLayout()
        self._down.setSpacing(0)
        self._down.addWidget(self._scroll, 1)
        self._across.addLayout(self._down, 1)

    # --- what the shell asks

    def place(self) -> Place:
        """Where this page is, with the section in view (none at the top) and the residues shown last."""
        place, section = self.profile.place, self.section()
        first = section == self._list.first()
        return Place(place.kind, place.id, place.label or self._title, "" if first else section, self._residues)

    def title(self) -> str:
        """What a tab calls the page."""
        return self._title

    def section(self) -> str:
        """Name of the section in view."""
        return self._scroll.in_view()

    def is_complete(self) -> bool:
        """Whether all that is in view is there; sections below the first come after the first paint."""
        return self._scroll.is_complete()

    def depth(self) -> int:
        """How many pixels of the section in view have scrolled away; what `show_depth` takes."""
        return self._scroll.depth()

    def show_depth(self, section: str, depth: int) -> None:
        """Stand where `place` and `depth` have said that the page stood."""
        self._scroll.show_section(section or self._list.first(), depth)

    def show_section(self, name: str) -> None:
        """Scroll to a section; an unknown name changes nothing."""
        self._scroll.show_section(name)

    def show_residues(self, residues: Residues) -> None:
        """Show residues of the protein; a page without a sequence only remembers them."""
        self._residues = residues

    def protein_panel(self) -> "ProteinPanel | None":
        """The panel of the protein once it is built; most pages have none."""
        return None

    def show_place(self, place: Place) -> None:
        """Go to the section and the residues of a place of this page."""
        if place.residues is not None:
            self.show_residues(place.residues)
        elif place.section:
            self.show_section(place.section)

    # --- what can be taken away

    def offers(self) -> tuple[Offer, ...]:
        """Everything that the page has to give now; a kind of page puts its own before these."""
        return (
            Offer("document", "Page as JSON…", DocumentExport, starts=True),
            Offer("print", "Print…", PrintExport),
        )

    def offer(self, key: str) -> Export | None:
        """What an action of that key exports now, None where the page has nothing for it."""
        return next((offer.make() for offer in self.offers() if offer.key == key), None)

    def focused_export(self) -> Export:
        """What Ctrl+S exports where no part with the focus says it: what the section in view is about."""
        wanted = self.offer(_IN_VIEW.get(self.section(), ""))
        table = self.table_in_view()
        return wanted or (table.focused_export() if table is not None else None) or self.offers()[0].make()

    def table_in_view(self) -> RecordTable | None:
        """The table of the section in view, None where it has none."""
        body = self._scroll.body_in_view()
        return body.findChild(RecordTable) if body is not None else None

    def _take_away(self, what: Export) -> None:
        self.export_requested.emit(what, self.profile)

    # --- following the scroll and the window

    def _note_section(self, name: str) -> None:
        self._list.mark(name)
        if self._bar is not None:
            self._bar.mark(name)
        self.section_changed.emit(name)

    def _shrink_head(self, scrolled: bool) -> None:
        if self._compact is None:
            from atlasview.desktop.panels.compact_head import CompactHead

            self._compact = CompactHead(self.theme, self.exits, self._text, self)
        self._compact.set_margin(self._margin())
        self._compact.setVisible(scrolled)
        self._scroll.cover(self._scroll.line_height() if scrolled else 0)
        self._place_compact()

    def _show_bar(self, narrow: bool) -> None:
        if self._bar is None:
            if not narrow:
                return
            from atlasview.desktop.panels.section_bar import SectionBar

            names = [entry.name for entry in self._list.entries]
            self._bar = SectionBar(self.theme, names, self._make_export(), self)
            self._bar.chosen.connect(self.show_section)
            self._bar.mark(self.section())
            self._down.insertWidget(0, self._bar)
        self._bar.setVisible(narrow)
        self._bar.set_margin(self._margin())

    def _margin(self) -> int:
        compact = self.window().width() < self.theme.breakpoint("hide-side-panel-below")
        return self.theme.space("page-margin-compact" if compact else "page-margin")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt to the window's width."""
        super().resizeEvent(event)
        self._adapt()

    def _adapt(self) -> None:
        theme, width = self.theme, self.window().width()
        narrow = width < theme.breakpoint("section-list-to-drop-down-below")
        compact = width < theme.breakpoint("hide-side-panel-below")
        self._list.setVisible(not narrow)
        self._line.setVisible(not narrow)
        self._show_bar(narrow)
        self._export.setVisible(not narrow)
        wanted = theme.width("section-list-compact" if compact else "section-list")
        self._list.setFixedWidth(max(wanted, self._list.needed_width()))
        self._scroll.set_margin(self._margin())
        self._across.activate()
        if self._compact is not None:
            self._compact.set_margin(self._margin())
            self._scroll.cover(self._scroll.line_height() if self._compact.isVisible() else 0)
            self._place_compact()

    def _place_compact(self) -> None:
        if self._compact is None:
            return
        area = self._scroll.geometry()
        bar = self._scroll.verticalScrollBar()
        width = area.width() - (bar.width() if bar.isVisible() else 0)
        self._compact.setGeometry(area.left(), area.top(), width, self._scroll.line_height())
