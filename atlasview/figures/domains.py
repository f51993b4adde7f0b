"""The domain diagram: a whole protein, or a part of it, on one line."""

from atlasview.figures.domain_bars import Bar, arranged, bar_marks, with_hints
from atlasview.figures.domain_families import letter_marks, letters
from atlasview.figures.domain_legend import domain_keys, spoken, unnamed
from atlasview.figures.domain_sites import bond_marks, sugar_marks
from atlasview.figures.isoforms import Placed, Shown, shown
from atlasview.figures.lettering import legend
from atlasview.figures.marks import Figure, Mark, Measure, Paint, Rect
from atlasview.figures.palette import mix, neutral
from atlasview.figures.residues import grouped, span
from atlasview.figures.scale import Scale, whole
from atlasview.figures.sheet import Sheet
from atlasview.figures.style import FigureStyle
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail


def domain_figure(
    detail: ProteinDetail,
    width: float,
    style: FigureStyle,
    measure: Measure,
    source: str = "",
    isoform: str = "",
    residues: Residues | None = None,
    chain: str = "",
) -> Figure:
    """Signal peptide, domains, membrane, motifs, sugars above and disulfide bonds below, with ruler and legend.

    width     in units; the height follows from the content
    source    line at the foot, drawn where the style asks for furniture
    isoform   id, empty for the canonical one; raises NotFound for one that the protein does not have
    residues  part to show, 1-based closed on the shown sequence, None for all
    chain     key of the mature chain that a second line of numbers counts in, empty for none
    """
    view = shown(detail, isoform, chain)
    title = title_of(detail, view, residues)
    sheet = _Protein(width, style, measure)
    if style.furniture and "title" not in style.without:
        sheet.title(title)
    if view.sequence:
        scale = whole(view.length, 0.0, width, residues)
        bars = sheet.protein(view, scale)
        sheet.keys(view, bars, scale)
        words = spoken(detail, view, bars)
    else:
        words = title
    sheet.remarks(view)
    if style.furniture and source and "source" not in style.without:
        sheet.words("source", source)
    return Figure(width, sheet.y, title, words, tuple(sheet.marks), sheet.left_out)


def title_of(detail: ProteinDetail, view: Shown, residues: Residues | None) -> str:
    """`IL7R, isoform 1 (P16871-1), 459 residues`; the part where it is one."""
    protein = detail.protein
    name = protein.gene_symbol or protein.name
    chosen = f", isoform {view.isoform.name} ({view.isoform.id})" if view.isoform and len(detail.isoforms) > 1 else ""
    accession = f" ({protein.accession})" if not chosen and protein.accession else ""
    length = f", {grouped(view.length)} residues" if view.sequence else ""
    part = f", residues {span(residues.start, min(residues.end, view.length))}" if residues else ""
    return f"{name}{chosen}{accession}{part or length}"


class _Protein(Sheet):
    """One protein."""

    def __init__(self, width: float, style: FigureStyle, measure: Measure) -> None:
        super().__init__(width, style, measure)
        self.letters: dict[str, str] = {}
        self.left_out: tuple[str, ...] = ()

    def protein(self, view: Shown, scale: Scale) -> list[Bar]:
        """Sugars, the line with its bars, bonds and the ruler."""
        style, lane = self.style, self.style.lane
        inside = [each for each in view.placed if scale.holds(each.start, each.end)]
        sugars = [each for each in inside if each.feature.type == "CARBOHYD"]
        bonds = [each for each in inside if each.feature.type == "DISULFID"]
        bars, self.lost = arranged(view, scale)
        top = self.y
        if sugars:
            self.y += lane * 0.65
        self.marks.append(chain_mark(scale, self.y, style))
        step = lane * 1.18
        lanes = max((each.lane for each in bars), default=0) + 1
        drawn = with_hints(bar_marks(bars, scale, self.y, step, style, self.measure), bars, view.sequence, "")
        bar_top, middle = self.y, self.y + lane / 2 - _thickness(lane) / 2
        covered = [scale.box(each.start, each.end) for each in bars if each.lane == 0 and each.kind.shape != "open-bar"]

        def foot(x: float) -> float:
            return bar_top if any(low <= x <= low + wide for low, wide in covered) else middle

        self.marks += sugar_marks(sugars, scale, top, foot, view.sequence, style)
        self.marks += drawn
        self.y += lane + (lanes - 1) * step
        marks, height = bond_marks(bonds, scale, self.y + lane * 0.06, view.sequence, style)
        self.marks += marks
        self.y += lane * 0.06 + height + style.small * 0.35
        if style.furniture and "legend" not in style.without:
            self.letter(bars, scale)
        self.rulers(view, scale)
        return bars

    def letter(self, bars: list[Bar], scale: Scale) -> None:
        """Letters that lead to the legend, for what has no name inside; a window says it under the pointer."""
        given = letters(bars)
        marks, height = letter_marks(bars, given, scale, self.y, self.style, self.measure)
        if marks:
            self.letters = given
            self.marks += marks
            self.y += height

    def keys(self, view: Shown, bars: list[Bar], scale: Scale) -> None:
        """The legend of what is drawn; a sentence where nothing is."""
        self.left_out = unnamed(bars, self.letters, legend="legend" not in self.style.without)
        if "legend" in self.style.without:
            return
        inside: list[Placed] = [each for each in view.placed if scale.holds(each.start, each.end)]
        keys = domain_keys(bars, inside, self.letters)
        if not keys:
            part = "here" if scale.width and scale.last - scale.first + 1 < view.length else "on this sequence"
            self.words("legend", f"The source describes no domain, motif or membrane segment {part}.")
            return
        shapes, height = legend(keys, 0.0, self.y, self.width, self.style, self.measure)
        self.marks.append(Mark("legend", shapes))
        self.y += height
        if self.lost:
            words = "feature overlaps" if self.lost == 1 else "features overlap"
            self.words("lost", f"{grouped(self.lost)} more {words} with these and stand in the feature tracks only.")


def _thickness(lane: float) -> float:
    return max(1.0, lane * 0.18)


def chain_mark(scale: Scale, top: float, style: FigureStyle) -> Mark:
    """The line that stands for the whole chain, in the middle of a lane from `top` on."""
    thick = _thickness(style.lane)
    colour = mix(neutral(), style.ground, 0.55)
    y = top + style.lane / 2 - thick / 2
    return Mark("chain", (Rect(scale.left, y, scale.width, thick, Paint(fill=colour)),))
