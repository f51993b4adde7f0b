"""Gene structure: the exons of a transcript with its choices, and the table of all transcripts below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.desktop.panels.cursor_view import CursorView
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.exports import Export, FigureExport
from atlasview.desktop.panels.figure_view import screen_style
from atlasview.desktop.panels.flow_layout import FlowLayout
from atlasview.desktop.panels.residue_cursor import ResidueCursor
from atlasview.desktop.panels.stacked import Stacked
from atlasview.desktop.panels.transcripts import TranscriptsPanel
from atlasview.desktop.theme import Theme
from atlasview.figures.gene_structure import EXON, SCALES, StructureScale, structure_figure
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.style import FigureStyle
from atlasview.records.coding import CodingMap
from atlasview.records.isoform_map import SameResidue, named_isoform, same_residue
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail
from atlasview.records.source import Source
from atlasview.records.transcript import Transcript, drawn_first


class GeneStructurePanel(QWidget):
    """The drawing of one transcript.

    transcript_changed  the person has chosen another transcript
    drawn               Transcript that is drawn now, whoever chose it
    residues_chosen     Residues of the exon that the person chose, on the isoform that is shown
    status              what the pointer or the cursor stands on
    place_requested     a place that a link of the hover card leads to
    """

    transcript_changed = Signal()
    drawn = Signal(object)
    residues_chosen = Signal(object)
    status = Signal(str)
    place_requested = Signal(object)

    def __init__(self, theme: Theme, symbol: str, transcripts: Sequence[Transcript]) -> None:
        super().__init__()
        self._theme = theme
        self._symbol = symbol
        self._transcripts = sorted(transcripts, key=drawn_first)
        self._isoform = ""
        self._detail: ProteinDetail | None = None
        self._residues: ResidueCursor | None = None
        self.setObjectName("gene-structure-panel")
        self.setAccessibleName("Gene structure")
        names = [(str(at), _named(one)) for at, one in enumerate(self._transcripts)]
        self._choice = DropDown(theme, "Drawn", names, self)
        self._choice.setVisible(len(names) > 1)
        self._scale = DropDown(theme, "Introns", list(SCALES.items()), self)
        self._scale.setVisible(any(len(one.exons) > 1 for one in transcripts))
        self._chart = CursorView(theme, self._places, self)
        self._chart.setAccessibleName("Exons")
        self._lay_out()
        self._connect()
        self._redraw()

    # --- what is shown

    def transcript(self) -> Transcript:
        """The transcript that is drawn."""
        return self._transcripts[int(self._choice.choice())]

    def show_transcript(self, transcript: Transcript) -> None:
        """Draw a transcript without telling anyone."""
        self._choice.choose(str(self._transcripts.index(transcript)))
        self._redraw()

    def show_isoform(self, isoform: str) -> None:
        """Draw the first transcript of an isoform of UniProt, by its id; where none is known, the drawing stays.

        Residues that the isoform shares with that of the drawn transcript are marked all the same.
        """
        self._isoform = isoform
        found = next((one for one in self._transcripts if one.isoform == isoform and one.exons), None)
        if found is not None and self.transcript().isoform != isoform:
            self.show_transcript(found)
        self._mark()

    def follow(self, residues: ResidueCursor, detail: ProteinDetail, words: Callable[[int], str]) -> None:
        """Mark the codon of the residue under the shared cursor on a protein; `words` says what the residue is."""
        self._residues, self._detail = residues, detail
        self._chart.words = words
        residues.moved.connect(self._mark)
        self._mark()

    def exon_words(self, position: int) -> str:
        """`exon 2` of a residue of the shown isoform, `exons 2 and 3` of one that an intron cuts; empty for unknown."""
        residue = self._on_transcript(position)
        exons = CodingMap(self.transcript()).exons_of(residue) if residue else ()
        return f"exon{'s' if len(exons) > 1 else ''} {' and '.join(map(str, exons))}" if exons else ""

    def focused_export(self) -> Export:
        """The drawing as it is set."""
        return FigureExport("structure", transcript=self.transcript().id, scale=self._scale.choice())

    def sizeHint(self) -> QSize:
        """Cheap: a layout of its own would lay the drawing out for a width of its own as well."""
        return QSize(self._theme.px(380), self._theme.px(200))

    # --- inside

    def _lay_out(self) -> None:
        controls = FlowLayout()
        for control in (self._choice, self._scale):
            controls.addWidget(control)
        Stacked(self._theme, self, controls, self._chart)

    def _connect(self) -> None:
        self._choice.chosen.connect(self._choose)
        self._scale.chosen.connect(self._redraw)
        self._chart.activated.connect(self._activate)
        self._chart.status.connect(self.status)
        self._chart.place_requested.connect(self.place_requested)

    def _choose(self) -> None:
        self._redraw()
        self.transcript_changed.emit()

    def _redraw(self) -> None:
        transcript, symbol, scale = self.transcript(), self._symbol, self._scale.choice()

        def draw(width: float, style: FigureStyle, measure: Measure) -> Figure:
            return structure_figure(transcript, symbol, width, style, measure, scale=scale)

        # Without exons the drawing is a sentence: the keyboard passes it by.
        self._chart.setFocusPolicy(Qt.FocusPolicy.StrongFocus if transcript.exons else Qt.FocusPolicy.NoFocus)
        self._chart.set_drawing(draw)
        self._mark()
        self.drawn.emit(transcript)

    def _mark(self) -> None:
        position = self._residues.position if self._residues is not None else 0
        self._chart.show_residue(position if self._on_transcript(position) else 0)
        self._chart.update()

    def _on_transcript(self, position: int) -> int | None:
        """Which residue of the drawn transcript a residue of the shown isoform is; None for none, or not known."""
        return self._between(self._isoform, self.transcript().isoform)(position)

    def _between(self, one: str, other: str) -> SameResidue:
        if not one or not other or self._detail is None:
            return lambda _position: None
        (known, first), (met, second) = named_isoform(self._detail, one), named_isoform(self._detail, other)
        return same_residue(self._detail, first, second) if known and met else lambda _position: None

    def _places(self, position: int, width: int) -> list[float]:
        transcript = self.transcript()
        bases = CodingMap(transcript).codon(self._on_transcript(position) or 0)
        if bases is None:
            return []
        on = StructureScale(transcript, width, self._scale.choice(), screen_style(self._theme).unit)
        return sorted({x for base in bases if (x := on.x(base)) is not None})

    def _activate(self, target: str) -> None:
        number = int(target.removeprefix(EXON))
        part = CodingMap(self.transcript()).parts()[number - 1]
        if part.residues is None:
            return
        back = self._between(self.transcript().isoform, self._isoform)
        residues = [at for residue in range(part.residues[0], part.residues[1] + 1) if (at := back(residue))]
        if residues:
            self.residues_chosen.emit(Residues(min(residues), max(residues)))


class TranscriptsSection(QWidget):
    """Drawing above, table below: a row of the table is drawn where its exons are known."""

    def __init__(
        self, theme: Theme, exits: Exits, symbol: str, transcripts: tuple[Transcript, ...], sources: dict[str, Source]
    ) -> None:
        super().__init__()
        self._theme = theme
        self.structure = GeneStructurePanel(theme, symbol, transcripts)
        self.table = TranscriptsPanel(theme, exits, transcripts, sources)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.structure)
        self._column.addWidget(self.table)
        self.structure.status.connect(exits.status)
        self.structure.place_requested.connect(exits.go)
        self.structure.transcript_changed.connect(self._select_row)
        self.structure.drawn.connect(self.table.mark_drawn)
        self.table.table.record_chosen.connect(self.structure.show_transcript)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _select_row(self) -> None:
        drawn = self.structure.transcript()
        self.table.table.select(lambda one: one == drawn)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(16))


def _named(transcript: Transcript) -> str:
    marks = f" ({', '.join(transcript.marks)})" if transcript.marks else ""
    return f"{transcript.id}{marks}"
