"""Feature tracks: all that lies on a protein, one class below the other, on one ruler."""

from collections.abc import Sequence
from functools import cached_property

from atlasview.figures.chain_ruler import chain_ruler
from atlasview.figures.domains import title_of
from atlasview.figures.feature_words import feature_hint, joined_words, shortened
from atlasview.figures.isoforms import Placed, Shown, shown
from atlasview.figures.lettering import Key, baseline, first_fitting, heading, legend, paragraph
from atlasview.figures.marks import Figure, Line, Mark, Measure, Paint, Polygon, Shape, Text
from atlasview.figures.palette import Ink
from atlasview.figures.residues import grouped
from atlasview.figures.scale import Scale, ruler, whole
from atlasview.figures.style import FigureStyle
from atlasview.figures.track_marks import line_mark, stretch_marks
from atlasview.figures.track_points import point_marks
from atlasview.figures.track_rows import POINTS, Track, rows_of, tracks_of
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail

_LABEL = 116.0
_LINED = POINTS | {"domains", "structure"}


def track_figure(
    detail: ProteinDetail,
    width: float,
    style: FigureStyle,
    measure: Measure,
    source: str = "",
    isoform: str = "",
    residues: Residues | None = None,
    opened: frozenset[str] = frozenset(),
    chain: str = "",
) -> Figure:
    """All tracks with ruler and legend; arguments as in `domains.domain_figure`.

    opened  keys of `feature_kinds.TRACKS` to draw in full although they have many lanes
    """
    view = shown(detail, isoform, chain)
    title = title_of(detail, view, residues)
    marks, top = list[Mark](), 0.0
    if style.furniture:
        shapes, top = heading(title, 0.0, width, style, measure)
        marks.append(Mark("title", shapes))
    sheet = TrackSheet(view, width, style, measure, opened, top)
    scale = sheet.scale(residues)
    marks += [_hinted(mark, sheet) for mark in (*sheet.labels(), *sheet.ruler(scale), *sheet.marks(scale))]
    shapes, height = legend(
        track_keys([row.track for row in sheet.rows]), sheet.left, sheet.height, sheet.room, style, measure
    )
    marks.append(Mark("legend", shapes))
    y = sheet.height + height
    for name, text in (("note", view.note), ("source", source if style.furniture else "")):
        if text:
            words, taken = paragraph(text, sheet.left, y, sheet.room, style, measure)
            marks.append(Mark(name, words))
            y += taken
    return Figure(width, y, title, sheet.spoken(detail), tuple(marks))


class TrackSheet:
    """The layout of all tracks for one width; `marks` fills it for any window of residues.

    left, room  where residues are drawn; labels stand before
    rows        tracks with their places; `height` is the lower end of the last one
    """

    def __init__(
        self,
        view: Shown,
        width: float,
        style: FigureStyle,
        measure: Measure,
        opened: frozenset[str] = frozenset(),
        top: float = 0.0,
        tracks: Sequence[Track] | None = None,
        closed: frozenset[str] = frozenset(),
    ) -> None:
        """`tracks` spares finding them again for another width; `opened` and `closed` as in `track_rows.rows_of`."""
        self.view, self.style, self._measure = view, style, measure
        self.left = min(_LABEL * style.unit, width * 0.35)
        self.room = max(width - self.left, 1.0)
        self._top = top
        self.ruler_height = style.small * (2.0 if view.numbering.chain is None else 3.4)
        found = tracks if tracks is not None else tracks_of(view)
        self.rows = rows_of(found, self.scale(None), top + self.ruler_height, style, opened, closed)
        last = self.rows[-1] if self.rows else None
        self.height = (last.top + last.height if last else top + self.ruler_height) + style.unit * 4

    def scale(self, residues: Residues | None) -> Scale:
        """The scale of a window, of the whole sequence for None."""
        return whole(self.view.length, self.left, self.room, residues)

    def window(self, first: float, last: float) -> Scale:
        """The scale of a window with fractions of residues, as while zooming."""
        return Scale(first, last, self.left, self.room)

    def labels(self) -> list[Mark]:
        """Names of the tracks, their counts, and the lines between them: the same at every zoom."""
        style, size = self.style, self.style.text
        hairline = Paint(stroke=style.hairline, width=min(1.0, style.unit))
        shapes: list[Shape] = []
        marks = []
        for row in self.rows:
            edge = row.top - style.unit / 2
            shapes.append(Line(0.0, edge, self.left + self.room, edge, hairline))
            line = baseline(row.top, min(row.height, style.lane), size)
            texts: list[Shape] = [Text(0.0, line, row.track.label, size, style.ink)]
            count = grouped(len(row.track.items))
            taken = self._measure(row.track.label, size, 400)
            if row.foldable:
                texts.append(_chevron(taken + 4 * style.unit, row.top + style.lane / 2, row.folded, style))
                taken += 12 * style.unit
            if row.foldable and taken + self._measure(count, style.small, 400) + 9 * style.unit < self.left:
                texts.append(Text(self.left - 4 * style.unit, line, count, style.small, style.muted, anchor="end"))
            marks.append(Mark(f"label-{row.track.key}", tuple(texts), f"track:{row.track.key}" if row.foldable else ""))
        return [Mark("lines", tuple(shapes)), *marks]

    def name_mark(self, text: str, middle: float) -> Mark:
        """A name in the column of labels, about a height."""
        size = self.style.text
        return Mark("name", (Text(0.0, middle + size * 0.36, text, size, self.style.ink),))

    def ruler(self, scale: Scale) -> list[Mark]:
        """Numbers of residues over the tracks."""
        size = self.style.small
        words = f"Residues {grouped(round(scale.first))}–{grouped(round(scale.last))}"
        text = Text(0.0, self._top + size, words, size, self.style.muted)
        marks = [Mark("ruler", (text, *ruler(scale, self._top, self.style, self._measure, dense=True)))]
        chain = self.view.numbering.chain
        if chain is not None:
            y = self._top + size * 1.4
            names = (shortened(chain.name, most) for most in range(len(chain.name), 3, -1))
            name = first_fitting(names, self.left - size, size, 400, self._measure)
            numbers = chain_ruler(scale, chain, y, self.style, self._measure, dense=True)
            marks.append(Mark("chain-ruler", (Text(0.0, y + size, name, size, self.style.muted), *numbers)))
        return marks

    def marks(self, scale: Scale) -> list[Mark]:
        """All features in a window; without hints, which `hint` gives for a target."""
        marks: list[Mark] = []
        for row in self.rows:
            if row.track.key in _LINED:
                marks.append(line_mark(row, scale, self.style))
            if row.track.key in POINTS:
                marks += point_marks(row, scale, self.view.sequence, self.style, self._measure)
            else:
                marks += stretch_marks(row, scale, self.style, self._measure)
        return marks

    def hint(self, target: str) -> tuple[str, ...]:
        """Lines of the hover card of a feature, empty for what is none."""
        each = self.placed(target)
        return feature_hint(each.feature, each.start, each.end, self.view.sequence) if each else ()

    def placed(self, target: str) -> Placed | None:
        """The feature that a target stands for."""
        return self._by_target.get(target)

    @cached_property
    def _by_target(self) -> dict[str, Placed]:
        return {item.target: item.placed for row in self.rows for item in row.track.items}

    def spoken(self, detail: ProteinDetail) -> str:
        """The tracks in a sentence for a screen reader."""
        tracks = ", ".join(f"{row.track.label} {grouped(len(row.track.items))}" for row in self.rows)
        return f"{detail.protein.name}, {grouped(self.view.length)} residues. {tracks or 'No features'}."


def track_keys(tracks: Sequence[Track]) -> list[Key]:
    """The legend of all that the tracks hold, one entry for what looks alike."""
    alike = {(item.shape, id(item.ink), item.word): item for track in tracks for item in track.items}
    found: dict[tuple[str, Ink], dict[str, None]] = {}
    for item in alike.values():
        found.setdefault((item.shape, item.ink), {}).setdefault(item.word)
    return [Key(shape, ink, joined_words(list(words))) for (shape, ink), words in found.items()]


def _hinted(mark: Mark, sheet: TrackSheet) -> Mark:
    return Mark(mark.name, mark.shapes, mark.target, sheet.hint(mark.target)) if mark.target else mark


def _chevron(x: float, y: float, folded: bool, style: FigureStyle) -> Shape:
    reach, unit = 3.5, style.unit
    corners = ((-0.5, -1), (0.5, 0), (-0.5, 1)) if folded else ((-1, -0.5), (0, 0.5), (1, -0.5))
    points = tuple((x + (4 + dx * reach) * unit, y + dy * reach * unit) for dx, dy in corners)
    return Polygon(points, Paint(stroke=style.muted, width=1.4 * unit), closed=False)
