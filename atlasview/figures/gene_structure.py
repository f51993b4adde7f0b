"""The exons of a transcript from 5' to 3': coding dark, untranslated light, introns to scale or shortened."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from atlasview.figures.lettering import Key, legend
from atlasview.figures.marks import Figure, Line, Mark, Measure, Paint, Polygon, Rect, Shape, Text
from atlasview.figures.palette import Ink, feature_ink
from atlasview.figures.residues import grouped, span
from atlasview.figures.sheet import Sheet
from atlasview.figures.style import FigureStyle
from atlasview.figures.ticks import nice_step
from atlasview.records.coding import CodingMap, ExonPart, Range
from atlasview.records.place import Residues
from atlasview.records.transcript import Transcript

SCALES = {"introns": "shortened", "genome": "to scale"}
"""How the length of introns is drawn."""

EXON = "exon:"
"""Begins the target of an exon."""

_LEAST = 2.0
_INTRON_SHARE = 0.35
"""Share of the width that shortened introns have together."""
_LEAST_INTRON = 9.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the assembly on the drawing, in order of transcription: an exon, or the intron before one."""

    first: int
    last: int
    x: float
    width: float
    number: int
    """Of the exon, from 1; 0 for an intron."""


class StructureScale:
    """From bases of the assembly to places of the drawing."""

    def __init__(self, transcript: Transcript, width: float, scale: str, unit: float) -> None:
        """`scale` is a key of SCALES."""
        self._forward = transcript.strand != "-"
        self.stretches = tuple(_laid_out(transcript, width, scale, unit))
        self.exons = tuple(one for one in self.stretches if one.number)

    def x(self, position: int) -> float | None:
        """The middle of a base; None outside of the transcript."""
        for one in self.stretches:
            low, high = min(one.first, one.last), max(one.first, one.last)
            if low <= position <= high:
                within = abs(position - one.first) + 0.5
                return one.x + one.width * within / (high - low + 1)
        return None

    def box(self, part: Range, number: int) -> tuple[float, float]:
        """Left end and width of a part of an exon."""
        exon = self.exons[number - 1]
        length = abs(exon.last - exon.first) + 1
        first = part[0] if self._forward else part[1]
        return (
            exon.x + exon.width * abs(first - exon.first) / length,
            exon.width * (part[1] - part[0] + 1) / length,
        )


def structure_figure(
    transcript: Transcript,
    symbol: str,
    width: float,
    style: FigureStyle,
    measure: Measure,
    source: str = "",
    scale: str = "introns",
    residues: Residues | None = None,
) -> Figure:
    """The exons of one transcript, left to right as they are transcribed, with numbers, ruler and legend.

    scale    key of SCALES
    residues  of the protein that it codes for, whose codons are marked
    A transcript of which only counts are known is a sentence, not a drawing.
    """
    title = title_of(transcript, symbol)
    sheet = _Structure(width, style, measure)
    if style.furniture and "title" not in style.without:
        sheet.title(title)
    parts = CodingMap(transcript).parts()
    if parts:
        sheet.exons(transcript, parts, scale, residues)
        sheet.keys(transcript, parts, scale, residues)
    else:
        sheet.words(
            "counts", f"{counts_of(transcript)}; the source gives no positions of exons, so that none are drawn."
        )
    if style.furniture and source and "source" not in style.without:
        sheet.words("source", source)
    return Figure(width, sheet.y, title, _spoken(title, transcript, parts), tuple(sheet.marks))


def title_of(transcript: Transcript, symbol: str) -> str:
    """`JAK1, ENST00000342505.5 (MANE Select), 25 exons, 5,092 bases`."""
    chosen = f" ({', '.join(transcript.marks)})" if transcript.marks else ""
    counts = counts_of(transcript)
    return ", ".join(part for part in (f"{symbol}, {transcript.id}{chosen}", counts) if part)


def counts_of(transcript: Transcript) -> str:
    """`25 exons, 5,092 bases`, as far as they are known."""
    exons, length = transcript.exon_count, transcript.length
    parts = []
    if exons is not None:
        parts.append(f"{grouped(exons)} exon{'s' if exons != 1 else ''}")
    if length is not None:
        parts.append(f"{grouped(length)} bases")
    return ", ".join(parts)


def place_of(transcript: Transcript) -> str:
    """`chr1:64,833,223–64,966,549, reverse strand, GRCh38`; the record where it is on no chromosome."""
    if not transcript.exons:
        return transcript.assembly
    first, last = transcript.span
    where = f"chr{transcript.chromosome}" if transcript.chromosome else transcript.assembly
    strand = "reverse strand" if transcript.strand == "-" else "forward strand"
    assembly = transcript.assembly if transcript.chromosome else ""
    return ", ".join(part for part in (f"{where}:{first:,}–{last:,}", strand, assembly) if part)


def marked_words(transcript: Transcript, residues: Residues) -> str:
    """`Marked: residues 45–96 of P23458-1.`: the protein by its isoform, else as the source names it."""
    protein = transcript.isoform or transcript.protein or f"what {transcript.id} codes for"
    several = "s" if residues.end > residues.start else ""
    return f"Marked: residue{several} {span(residues.start, residues.end)} of {protein}."


def exon_hint(part: ExonPart, transcript: Transcript) -> tuple[str, ...]:
    """Lines of the hover card of an exon: number, length, where, residues."""
    length = part.exon.end - part.exon.start + 1
    lines = [
        f"Exon {part.number} of {len(transcript.exons)}",
        f"{grouped(length)} bases · {part.exon.start:,}–{part.exon.end:,}",
    ]
    if part.residues:
        low, high = part.residues
        lines.append(f"Residue{'s' if high > low else ''} {span(low, high)}")
    elif part.coding:
        lines.append("Coding, residues not known")
    else:
        lines.append("Untranslated" if transcript.cds_start else "Not coding")
    bases = [(part.before, "5′ UTR"), (part.coding, "coding"), (part.after, "3′ UTR")]
    shares = [f"{words} {grouped(ends[1] - ends[0] + 1)}" for ends, words in bases if ends]
    if len(shares) > 1:
        lines.append(", ".join(shares))
    return tuple(lines)


class _Structure(Sheet):
    """One transcript."""

    def exons(self, transcript: Transcript, parts: Sequence[ExonPart], scale: str, residues: Residues | None) -> None:
        """Numbers, introns, exons, the codons that are marked, and the ends below."""
        style, lane = self.style, self.style.lane
        on = StructureScale(transcript, self.width, scale, style.unit)
        self.y += style.small * 1.5
        top = self.y
        self.marks.append(Mark("introns", tuple(_introns(on, top + lane / 2, style))))
        for part in parts:
            shapes = list(_exon(part, on, top, lane, style))
            self.marks.append(
                Mark(f"exon-{part.number}", tuple(shapes), f"{EXON}{part.number}", exon_hint(part, transcript))
            )
        self.marks.append(Mark("numbers", tuple(self._numbers(on, top))))
        if residues is not None:
            self._codons(on, transcript, residues, top)
        self.y += lane + style.gap
        self._ends(transcript)

    def keys(self, transcript: Transcript, parts: Sequence[ExonPart], scale: str, residues: Residues | None) -> None:
        """The legend of what is drawn, what the introns' length says, and which residues are marked."""
        if "legend" in self.style.without:
            return
        keys = []
        if any(part.coding for part in parts):
            keys.append(Key("square-bar", feature_ink("exon-coding"), "Coding"))
        if any(part.before or part.after for part in parts):
            keys.append(Key("square-bar", feature_ink("exon-untranslated"), "Untranslated"))
        if not transcript.cds_start:
            keys.append(Key("square-bar", feature_ink("exon-untranslated"), "Exon that codes for no protein"))
        shapes, height = legend(keys, 0.0, self.y, self.width, self.style, self.measure)
        self.marks.append(Mark("legend", shapes))
        self.y += height
        scaled = "Exons to scale, introns shortened" if scale == "introns" else "Exons and introns to scale"
        marked = f" {marked_words(transcript, residues)}" if residues is not None else ""
        self.words("scale", f"{scaled}. {place_of(transcript)}.{marked}")

    def _codons(self, on: StructureScale, transcript: Transcript, residues: Residues, top: float) -> None:
        """Lines through the codon of one residue; bars over the codons of several."""
        unit, bottom = self.style.unit, top + self.style.lane
        coding = CodingMap(transcript)
        shapes: list[Shape] = []
        if residues.start == residues.end:
            paint = Paint(stroke=self.style.ink, width=1.4 * unit)
            places = {x for base in coding.codon(residues.start) or () if (x := on.x(base)) is not None}
            shapes = [Line(x, top - unit * 3, x, bottom + unit * 3, paint) for x in sorted(places)]
        else:
            paint = Paint(stroke=self.style.ink, width=2.4 * unit)
            for part in coding.stretches(range(residues.start, residues.end + 1)):
                left, right = sorted((on.x(part[0]) or 0.0, on.x(part[1]) or 0.0))
                left, right = min(left, right - unit), max(right, left + unit)
                shapes.append(Line(left, bottom + unit * 3, right, bottom + unit * 3, paint))
        self.marks.append(Mark("codon", tuple(shapes)))

    def _numbers(self, on: StructureScale, top: float) -> list[Shape]:
        """Numbers of exons over them, as many as have room: first and last before the others, of many round ones."""
        size, taken, shapes = self.style.small, list[tuple[float, float]](), list[Shape]()
        exons = on.exons
        widest = self.measure(str(len(exons)), size, 400) + size
        step = max(int(nice_step(len(exons), max(int(self.width / widest), 1))), 1)
        for exon in dict.fromkeys((exons[0], exons[-1], *exons[step - 1 :: step])):
            text = str(exon.number)
            half = self.measure(text, size, 400) / 2
            x = min(max(exon.x + exon.width / 2, half), self.width - half)
            if all(x + half + size * 0.3 <= low or x - half - size * 0.3 >= high for low, high in taken):
                taken.append((x - half, x + half))
                shapes.append(Text(x, top - size * 0.45, text, size, self.style.muted, anchor="middle"))
        return shapes

    def _ends(self, transcript: Transcript) -> None:
        size, style = self.style.small, self.style
        if "ruler" in style.without:
            return
        low, high = transcript.span
        first, last = (low, high) if transcript.strand != "-" else (high, low)
        left, right = f"5′ {first:,}", f"{last:,} 3′"
        shapes = [Text(0.0, self.y + size, left, size, style.muted)]
        if self.measure(left + right, size, 400) + 2 * size < self.width:
            shapes.append(Text(self.width, self.y + size, right, size, style.muted, anchor="end"))
        self.marks.append(Mark("ends", tuple(shapes)))
        self.y += size * 1.7


def _laid_out(transcript: Transcript, width: float, scale: str, unit: float) -> list[Stretch]:
    exons = transcript.exons
    forward = transcript.strand != "-"
    lengths = [exon.end - exon.start + 1 for exon in exons]
    gaps = [
        (after.start - before.end - 1) if forward else (before.start - after.end - 1)
        for before, after in pairwise(exons)
    ]
    if scale == "genome":
        room = width / max(sum(lengths) + sum(gaps), 1)
        widths, spaces = [length * room for length in lengths], [gap * room for gap in gaps]
    else:
        each = min(_LEAST_INTRON * unit * 2, width * _INTRON_SHARE / max(len(gaps), 1))
        spaces = [each] * len(gaps)
        room = (width - sum(spaces)) / max(sum(lengths), 1)
        widths = [length * room for length in lengths]
    return _placed(transcript, _not_too_thin(widths, spaces, _LEAST * unit, width), spaces)


def _not_too_thin(widths: list[float], spaces: list[float], least: float, width: float) -> list[float]:
    """Widths with exons that can be seen; what they gain the wider ones lose, so that all together stay in place."""
    thin = sum(least for one in widths if one < least)
    room = width - sum(spaces) - thin
    wide = sum(one for one in widths if one >= least)
    if not thin or room <= 0 or not wide:
        return widths
    return [least if one < least else one * room / wide for one in widths]


def _placed(transcript: Transcript, widths: list[float], spaces: list[float]) -> list[Stretch]:
    forward = transcript.strand != "-"
    found: list[Stretch] = []
    x = 0.0
    for number, (exon, wide) in enumerate(zip(transcript.exons, widths, strict=True), 1):
        first, last = (exon.start, exon.end) if forward else (exon.end, exon.start)
        if found:
            before, space = found[-1], spaces[number - 2]
            step = 1 if forward else -1
            found.append(Stretch(before.last + step, first - step, x, space, 0))
            x += space
        found.append(Stretch(first, last, x, wide, number))
        x += wide
    return found


def _introns(on: StructureScale, middle: float, style: FigureStyle) -> list[Shape]:
    """A line for each intron, with the direction of transcription where there is room for its sign."""
    paint = Paint(stroke=style.axis, width=style.unit)
    shapes: list[Shape] = []
    reach = 3.0 * style.unit
    for one in on.stretches:
        if one.number:
            continue
        shapes.append(Line(one.x, middle, one.x + one.width, middle, paint))
        if one.width > 3.2 * reach:
            x = one.x + one.width / 2
            corners = ((x - reach / 2, middle - reach), (x + reach / 2, middle), (x - reach / 2, middle + reach))
            shapes.append(Polygon(corners, paint, closed=False))
    return shapes


def _exon(part: ExonPart, on: StructureScale, top: float, lane: float, style: FigureStyle) -> list[Shape]:
    untranslated = feature_ink("exon-untranslated")
    light = (part.before, part.after) if part.coding or part.before or part.after else (_whole(part),)
    shapes: list[Shape] = [
        _rect(on.box(ends, part.number), top + lane * 0.19, lane * 0.62, untranslated, style) for ends in light if ends
    ]
    if part.coding:
        ink = feature_ink("exon-coding" if part.number % 2 else "exon-coding-alternate")
        shapes.append(_rect(on.box(part.coding, part.number), top, lane, ink, style))
    return shapes


def _rect(box: tuple[float, float], top: float, height: float, ink: Ink, style: FigureStyle) -> Rect:
    x, width = box
    thin = width < 3 * style.unit
    paint = Paint(
        fill=ink.outline if thin and ink.outline else ink.fill, stroke=None if thin else ink.outline, width=style.unit
    )
    inset = style.unit / 2 if paint.stroke else 0.0
    return Rect(x + inset, top + inset, max(width - 2 * inset, 0.1), height - 2 * inset, paint)


def _whole(part: ExonPart) -> Range:
    return part.exon.start, part.exon.end


def _spoken(title: str, transcript: Transcript, parts: Sequence[ExonPart]) -> str:
    if not parts:
        return f"{title}. Positions of exons are not known."
    coding = [part.number for part in parts if part.coding]
    said = f" Coding in exons {coding[0]} to {coding[-1]}." if coding else " It codes for no protein."
    return f"{title}. {place_of(transcript)}.{said}"
