"""A protein: feature tracks and sequence of one isoform, with one cursor and one selection."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.ends_layout import EndsLayout
from atlasview.desktop.panels.exports import Export, FigureExport, SequenceExport
from atlasview.desktop.panels.feature_track import FeatureTrack
from atlasview.desktop.panels.figure_view import FigureView
from atlasview.desktop.panels.hairline import Hairline
from atlasview.desktop.panels.menu_button import MenuButton
from atlasview.desktop.panels.residue_cursor import ResidueCursor
from atlasview.desktop.panels.residue_entry import Counted, ResidueEntry
from atlasview.desktop.panels.residue_facts import ResidueFacts
from atlasview.desktop.panels.revealing import reveal
from atlasview.desktop.panels.sequence import SequencePanel
from atlasview.desktop.panels.sequence_find import SequenceFind
from atlasview.desktop.panels.sequence_menu import fill_sequence_menu
from atlasview.desktop.panels.zoom_buttons import ZoomButtons
from atlasview.desktop.theme import Theme
from atlasview.figures.feature_words import shortened
from atlasview.figures.features_on_sequence import words_at
from atlasview.figures.found import with_found
from atlasview.figures.isoforms import Shown, shown
from atlasview.figures.residue_schemes import SCHEMES
from atlasview.figures.residues import grouped, span
from atlasview.figures.sequence_legend import sequence_legend
from atlasview.records.isoform_map import same_residue
from atlasview.records.numbering import Chain, chains_of
from atlasview.records.pattern import Hit
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail
from atlasview.records.protein import Isoform
from atlasview.records.sequence import crc64
from atlasview.records.trouble import Trouble

PER_LINE = (("0", "to the width"), ("50", "50"), ("60", "60"), ("100", "100"))


NO_FEATURES = "No features: no source of this atlas says what lies on the sequence."
_LONGEST = 36
_FIND_AT_ONCE = 30
"""A selection of so many residues at the most is what is looked for."""


class ProteinPanel(QWidget):
    """Header, feature tracks, sequence.

    status           what the pointer or the cursor stands on, in any of the parts
    place_requested  a place that a link of a hover card leads to
    isoform_changed  id of the isoform that the person chose
    chain_changed    key of the mature chain that residues are counted in besides, empty for none
    export_requested what the person wants to take away
    """

    status = Signal(str)
    place_requested = Signal(object)
    isoform_changed = Signal(str)
    chain_changed = Signal(str)
    export_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("protein-panel")
        self.setAccessibleName("Protein")
        self._detail: ProteinDetail | None = None
        self._source = self._differs = self._page = ""
        self.residues = ResidueCursor(self)
        self.track = FeatureTrack(theme, self, self.residues)
        self.sequence = SequencePanel(theme, self, self.residues)
        self._isoform = DropDown(theme, "Isoform", (), self)
        self._numbers = DropDown(theme, "Numbering", (), self)
        self._chains: tuple[Chain, ...] = ()
        self.zoom, self._part = ZoomButtons(theme, self.track, self), QPushButton("To selection", self)
        self._note, self._name, self._facts = QLabel(self), QLabel("Sequence", self), QLabel(self)
        self._entry = ResidueEntry(theme, self)
        self.finding = SequenceFind(theme, self.residues, self)
        self.chosen_facts = ResidueFacts(theme, self.residues, self.sequence.selected_letters, self)
        self._scheme = DropDown(theme, "Colour", tuple(SCHEMES.items()), self)
        self._per_line = DropDown(theme, "Per line", PER_LINE, self)
        self._copy = QPushButton("Copy FASTA", self)
        self._export = MenuButton(theme, "Export", self._fill_export, parent=self)
        self._legend = FigureView(theme, self, interactive=False)
        self._lay_out()
        self._connect()
        self._restyle()

    # --- what is shown

    def show_protein(
        self,
        detail: ProteinDetail,
        residues: Residues | None = None,
        isoform: str = "",
        source: str = "",
        differs: str = "",
    ) -> None:
        """Show a protein, with residues selected; `isoform` is the id of another than the canonical one.

        differs  what other sources say in place of what is drawn
        """
        self._detail, self._source, self._differs, self._page = detail, source, differs, isoform
        self._isoform.clear()
        for each in detail.isoforms:
            self._isoform.addItem(_isoform_text(each), each.id)
        self._isoform.setVisible(len(detail.isoforms) > 1)
        self._show_isoform(isoform)
        if residues is not None:
            self.show_residues(residues)

    def show_residues(self, residues: Residues) -> None:
        """Put the cursor on a residue, or select a range; what lies past the end is cut off."""
        if residues.start == residues.end:
            self.residues.place(residues.start)
        else:
            self.residues.select(residues)

    def chosen_isoform(self) -> str:
        """Id of the isoform that is shown, empty for the canonical one."""
        each = next((one for one in self._isoforms() if one.id == self._isoform.choice()), None)
        return each.id if each is not None and not each.canonical else ""

    def named_isoform(self) -> str:
        """Id of the isoform as an export needs it: on the page of another one the canonical one has to be named too."""
        return self.isoform_id() if self._page else self.chosen_isoform()

    def chosen_chain(self) -> str:
        """Key of the mature chain that residues are counted in besides, empty for none."""
        return (self._numbers.choice() or "") if self._chains else ""

    def words(self, position: int) -> str:
        """What a residue of the shown isoform is called, and what it lies in; empty for none."""
        return words_at(self.view(), position) if self._detail is not None and position else ""

    def view(self) -> Shown:
        """The isoform that is shown, with its features and its numbering."""
        if self._detail is None:
            return Shown(None, "", (), "")
        return shown(self._detail, self._isoform.choice() or "", self.chosen_chain())

    def detail(self) -> ProteinDetail | None:
        """The protein that is shown."""
        return self._detail

    def isoform_id(self) -> str:
        """Id of the isoform that is shown, the canonical one too; empty where the source names none."""
        chosen = self.chosen_isoform()
        return chosen or next((one.id for one in self._isoforms() if one.canonical), "")

    def say_also(self, words: Callable[[int], str]) -> None:
        """What else is said of a residue: the exon that it comes from."""
        self.track.also = self.sequence.also = words

    def selection(self) -> Residues | None:
        """The selected residues, None where none are."""
        return self.residues.selection

    def copy_fasta(self) -> None:
        """Put the selected residues, or all, on the clipboard as FASTA with their coordinates."""
        from atlasview.export.fasta import fasta_text

        if self._detail is None:
            return
        try:
            text = fasta_text(self._detail, self.chosen_isoform(), self.residues.selection)
        except Trouble as trouble:
            self.status.emit(str(trouble))
            return
        QGuiApplication.clipboard().setText(text)
        chosen = self.residues.selection
        part = f", residues {span(chosen.start, chosen.end)}," if chosen else ""
        self.status.emit(f"FASTA of {self.chosen_isoform() or self._detail.protein.accession}{part} copied")

    def sequence_export(self, form: str = "", copy: bool = False) -> SequenceExport:
        """The selected residues, else the whole sequence of the isoform that is shown."""
        return SequenceExport(self.named_isoform(), self.residues.selection, form, copy)

    def tracks_export(self) -> FigureExport:
        """The feature tracks as they stand: the part in view, what is folded, the hits of a search."""
        shown_as = (self.named_isoform(), self.track.part())
        opened, closed = self.track.folding()
        find = self.finding.pattern()
        return FigureExport("tracks", *shown_as, chain=self.chosen_chain(), opened=opened, closed=closed, find=find)

    def focused_export(self) -> Export:
        """The feature tracks while they have the focus, else the sequence."""
        if self.track.hasFocus() and self._detail is not None and self._detail.features:
            return self.tracks_export()
        return self.sequence_export()

    def ask_find(self) -> None:
        """Open the line that finds in the sequence; selected residues of one line are what it looks for first."""
        letters = self.sequence.selected_letters() if self.residues.selection is not None else ""
        self.finding.ask(letters if len(letters) <= _FIND_AT_ONCE else "")
        # The line has a place only once the page is laid out anew.
        QTimer.singleShot(0, self, lambda: reveal(self.finding, self.finding.rect(), self._theme.px(120)))

    def _fill_export(self, menu: QMenu) -> None:
        fill_sequence_menu(self._theme, menu, self.sequence_export(), len(self._isoforms()), self.export_requested.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a residue, show all, or copy, from any of the parts."""
        held = event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_G and control:
            self._ask_residue()
        elif event.key() == Qt.Key.Key_Home and control:
            self.track.show_all()
        elif event.key() == Qt.Key.Key_C and control:
            if held & Qt.KeyboardModifier.ShiftModifier:
                self.copy_fasta()
            else:
                self.sequence.copy()
        else:
            super().keyPressEvent(event)

    # --- inside

    def _lay_out(self) -> None:
        gap = self._theme.px(8)
        self._top, self._middle, self._column = EndsLayout(gap), EndsLayout(gap), QVBoxLayout(self)
        self._top.add((self._isoform, self._numbers), (self._part, self.zoom))
        controls = (self._entry, self._scheme, self._per_line, self._copy, self._export)
        self._middle.add((self._name, self._facts), controls)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self._note)
        self._column.addWidget(self.track)
        self._column.addWidget(Hairline(self._theme, Qt.Orientation.Horizontal, self))
        self._column.addLayout(self._middle)
        self._column.addWidget(self.finding)
        self._column.addWidget(self._legend)
        self._column.addWidget(self.sequence)
        self._column.addWidget(self.chosen_facts)
        zooms = (self._part, self.zoom.out, self.zoom.into, self.zoom.whole)
        above: tuple[QWidget, ...] = (self._isoform, self._numbers, *zooms, self.track)
        for before, after in pairwise((*above, *controls, self.finding, self.sequence)):
            self.setTabOrder(before, after)
        self._name_controls()

    def _name_controls(self) -> None:
        self._note.setWordWrap(True)
        for label in (self._note, self._facts):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._part.setEnabled(False)
        self._part.setToolTip("Zoom to the selected residues, else to the feature at the cursor (Z)")
        self._export.setObjectName("sequence-export")
        self._export.setAccessibleName("Export the sequence")
        self._copy.setToolTip("Copy the selection, or all, as FASTA (Ctrl+Shift+C)")

    def _connect(self) -> None:
        for part in (self.track, self.sequence):
            part.status.connect(self.status)
            part.place_requested.connect(self.place_requested)
        self.sequence.fasta_requested.connect(self.copy_fasta)
        self.sequence.goto_requested.connect(self._ask_residue)
        self._part.clicked.connect(self.track.zoom_to_chosen)
        self.residues.moved.connect(lambda: self._part.setEnabled(bool(self.residues.position)))
        self._isoform.chosen.connect(self._choose_isoform)
        self._numbers.chosen.connect(self._choose_chain)
        self._scheme.chosen.connect(self._choose_scheme)
        self._per_line.chosen.connect(lambda key: self.sequence.set_per_line(int(key)))
        self._copy.clicked.connect(self.copy_fasta)
        self._entry.entered.connect(self.show_residues)
        self._entry.refused.connect(self.status)
        self._entry.left.connect(self.sequence.setFocus)
        self.finding.left.connect(self.sequence.setFocus)
        self.finding.status.connect(self.status)
        self.finding.stepped.connect(self.sequence.reveal_cursor)
        self.finding.found.connect(self._show_found)
        self._theme.changed.connect(self._restyle)
        self._scheme.choose(self.sequence.scheme())

    def _restyle(self) -> None:
        theme = self._theme
        for row in (self._top, self._middle):
            row.setSpacing(theme.px(8))
        self._column.setSpacing(theme.px(10))
        self._name.setFont(theme.font("strong"))
        for label in (self._note, self._facts):
            label.setFont(theme.font("small"))
        self._copy.setIcon(theme.icon("copy"))
        self._copy.setIconSize(QSize(theme.px(16), theme.px(16)))
        for button in (self._part, self._copy):
            button.setFixedHeight(theme.height("control"))

    def _show_isoform(self, isoform: str) -> None:
        if self._detail is None:
            return
        self._isoform.choose(isoform)
        self._offer_chains(shown(self._detail, isoform).isoform)
        view = self.view()
        self.residues.start_on(view.length)
        self.track.show_features(view, self._source)
        self.sequence.show_sequence(view)
        self._facts.setText(_facts(self._detail, view))
        # A checksum of 34,350 residues takes longer than a frame: it comes after the first paint.
        QTimer.singleShot(0, self, self._add_checksum)
        nothing = "" if self._detail.features else NO_FEATURES
        self._note.setText("\n".join(filter(None, (nothing, view.note, self._differs))))
        self._note.setVisible(bool(self._note.text()))
        self._draw_legend()
        self.finding.set_sequence(view.sequence)

    def _show_found(self, hits: tuple[Hit, ...]) -> None:
        self.sequence.show_found(hits)
        if self._detail is not None:
            self.track.show_found(with_found(self.view(), hits))

    def _add_checksum(self) -> None:
        """`CRC64 ✓` where the canonical sequence agrees with its published checksum."""
        detail = self._detail
        if detail is None or self.chosen_isoform() or not detail.protein.crc64 or "CRC64" in self._facts.text():
            return
        agrees = crc64(detail.protein.sequence) == detail.protein.crc64
        words = "CRC64 ✓" if agrees else "CRC64 ✕ differs from the published one"
        self._facts.setText(f"{self._facts.text()} · {words}")

    def _draw_legend(self) -> None:
        drawn, scheme = self.sequence.drawn(), self.sequence.scheme()
        self._legend.set_drawing(lambda width, style, measure: sequence_legend(drawn, scheme, width, style, measure))

    def _choose_isoform(self, isoform: str) -> None:
        """The cursor goes with its residue; where the isoform does not have it, that is said."""
        if self._detail is None:
            return
        before, position = self.track.shown_isoform(), self.residues.position
        self._isoform.choose(isoform)
        self._show_isoform(isoform)
        after = self.track.shown_isoform()
        there = same_residue(self._detail, before, after)(position) if position else None
        self.isoform_changed.emit(isoform)
        if there is not None:
            self.residues.place(there)
        elif position and after is not None:
            self.status.emit(f"Residue {position} has no place in isoform {after.name}")

    def _offer_chains(self, isoform: Isoform | None) -> None:
        """The numberings of an isoform; the chosen chain stays where it has it."""
        chosen = self.chosen_chain()
        self._chains = chains_of(self._detail, isoform) if self._detail is not None else ()
        self._numbers.clear()
        self._numbers.addItem("UniProt", "")
        for each in self._chains:
            self._numbers.addItem(f"{shortened(each.name, _LONGEST)} ({span(each.start, each.end)})", each.key)
        self._numbers.choose(chosen)
        self._numbers.setVisible(bool(self._chains))

    def _choose_chain(self, chain: str) -> None:
        """The same residues by other numbers: cursor, selection, hits and the part in view stay."""
        hits = self.finding.hits()
        self.track.show_found(with_found(self.view(), hits))
        self.sequence.renumber(self.view())
        self.chain_changed.emit(chain)
        if self.residues.position:
            self.status.emit(self.track.spoken())

    def _choose_scheme(self, scheme: str) -> None:
        self.sequence.set_scheme(scheme)
        self._draw_legend()

    def _ask_residue(self) -> None:
        if self.residues.length:
            chosen = next((each for each in self._chains if each.key == self.chosen_chain()), None)
            self._entry.ask(Counted(self.residues.length, self._chains, chosen))

    def _isoforms(self) -> tuple[Isoform, ...]:
        return self._detail.isoforms if self._detail is not None else ()


def _isoform_text(isoform: Isoform) -> str:
    kind = ", canonical" if isoform.canonical else ""
    missing = "" if isoform.sequence or isoform.canonical else ", sequence not given"
    return f"{isoform.name}{kind} ({isoform.id}){missing}"


def _facts(detail: ProteinDetail, view: Shown) -> str:
    """`459 aa · 51,579 Da`: the mass is known of the canonical sequence only."""
    parts = [f"{grouped(view.length)} aa"] if view.sequence else []
    if view.canonical and detail.protein.mass is not None:
        parts.append(f"{grouped(detail.protein.mass)} Da")
    return " · ".join(parts)
