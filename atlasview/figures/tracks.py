"""Feature tracks: all that lies on a protein, one class below the other, on one ruler."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from atlasview.figures.chain_ruler import chain_ruler
from atlasview.figures.domains import title_of
from atlasview.figures.feature_words import feature_hint, joined_words, shortened
from atlasview.figures.found import Found, with_found
from atlasview.figures.isoforms import Placed, Shown, shown
from atlasview.figures.lettering import Key, baseline, first_fitting, legend
from atlasview.figures.marks import Figure, Line, Mark, Measure, Paint, Polygon, Shape, Text
from atlasview.figures.palette import Ink
from atlasview.figures.residues import grouped
from atlasview.figures.scale import Scale, ruler, whole
from atlasview.figures.sheet import Sheet
from atlasview.figures.style import FigureStyle
from atlasview.figures.track_marks import labels_at, line_mark, stretch_marks
from atlasview.figures.track_points import BETWEEN, point_marks, point_name
from atlasview.figures.track_rows import POINTS, Row, Track, rows_of, tracks_of
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail

_LABEL = 116.0
_NEVER_NAMED = frozenset({"structure", "disulfides"})
_LINED = POINTS | {"domains", "structure"}
NOTHING_FOUND = Found()


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
    closed: frozenset[str] = frozenset(),
    found: Found = NOTHING_FOUND,
) -> Figure:
    """All tracks with ruler and legend; arguments as in `domains.domain_figure`.

    Of a part only what lies in it is drawn and counted, in as many lanes as it needs there.
    opened, closed  keys of `feature_kinds.TRACKS`, as in `track_rows.rows_of`
    found           hits of a search on the whole sequence, which get a track of their own
    """
    view = in_part(with_found(shown(detail, isoform, chain), found.hits), residues)
    page = Sheet(width, style, measure)
    title = title_of(detail, view, residues)
    if style.furniture and "title" not in style.without:
        page.title(title)
    sheet = TrackSheet(view, width, style, measure, opened, page.y, closed=closed, part=residues)
    scale = sheet.scale(residues)
    drawn, crowds = parted(sheet.marks(scale))
    page.marks += [_hinted(mark, sheet) for mark in (*sheet.labels(), *sheet.ruler(scale), *drawn)]
    page.y = sheet.height
    _explain(page, [row.track for row in sheet.rows if row.track.key not in crowds], crowds.values(), found.words)
    page.remarks(view)
    if style.furniture and source and "source" not in style.without:
        page.words("source", source)
    left_out = unnamed(sheet.rows, drawn, view.sequence, "legend" not in style.without)
    return Figure(width, page.y, title, sheet.spoken(detail), tuple(page.marks), left_out)


def _explain(page: Sheet, tracks: Sequence[Track], crowds: Iterable[str], found: str) -> None:
    """The legend of features drawn one by one, what the heights of the others count, and what hits are of."""
    if "legend" not in page.style.without:
        shapes, height = legend(track_keys(tracks), 0.0, page.y, page.width, page.style, page.measure)
        page.marks.append(Mark("legend", shapes))
        page.y += height
    if listed := "; ".join(crowds):
        page.words("density", f"Heights are numbers of features: {listed}.")
    if found:
        page.words("found", found)


def in_part(view: Shown, residues: Residues | None) -> Shown:
    """The view with those of its features only that touch a part; all of them for None."""
    if residues is None:
        return view
    touching = (each for each in view.placed if each.start <= residues.end and each.end >= residues.start)
    return replace(view, placed=tuple(touching))


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
        part: Residues | None = None,
    ) -> None:
        """`tracks` spares finding them again for another width; `opened` and `closed` as in `track_rows.rows_of`.

        part  residues that the rows are as high as needed for, None for the whole protein
        """
        self.view, self.style, self._measure = view, style, measure
        found = tracks if tracks is not None else tracks_of(view)
        self.left = min(self._label_room(found) if style.furniture else _LABEL * style.unit, width * 0.35)
        self.room = max(width - self.left, 1.0)
        self._top = top
        numbers = 0.0 if "ruler" in style.without else 2.0 if view.numbering.chain is None else 3.4
        self.ruler_height = style.small * numbers
        self.rows = rows_of(found, self.scale(part), top + self.ruler_height, style, opened, closed)
        last = self.rows[-1] if self.rows else None
        self.height = (last.top + last.height if last else top + self.ruler_height) + style.unit * 4

    def _label_room(self, tracks: Sequence[Track]) -> float:
        """What the longest name needs with its count; the window keeps one width for all proteins."""
        small, text, unit = self.style.small, self.style.text, self.style.unit
        needed = [self._measure(f"Residues 1–{grouped(self.view.length)}", small, 400)]
        for track in tracks:
            count = self._measure(grouped(len(track.items)), small, 400)
            needed.append(self._measure(track.label, text, 400) + count + 6 * unit)
        return max(needed) + 8 * unit

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
            count, counted = grouped(len(row.track.items)), row.foldable or style.furniture
            taken = self._measure(row.track.label, size, 400)
            if row.foldable and not style.furniture:
                texts.append(_chevron(taken + 4 * style.unit, row.top + style.lane / 2, row.folded, style))
                taken += 12 * style.unit
            if counted and taken + self._measure(count, style.small, 400) + 9 * style.unit <= self.left:
                texts.append(Text(self.left - 4 * style.unit, line, count, style.small, style.muted, anchor="end"))
            marks.append(Mark(f"label-{row.track.key}", tuple(texts), f"track:{row.track.key}" if row.foldable else ""))
        return [Mark("lines", tuple(shapes)), *marks]

    def name_mark(self, text: str, middle: float) -> Mark:
        """A name in the column of labels, about a height."""
        size = self.style.text
        return Mark("name", (Text(0.0, middle + size * 0.36, text, size, self.style.ink),))

    def ruler(self, scale: Scale) -> list[Mark]:
        """Numbers of residues over the tracks."""
        if "ruler" in self.style.without:
            return []
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


def parted(marks: Sequence[Mark]) -> tuple[list[Mark], dict[str, str]]:
    """Marks as a file has them, and by the tracks that are drawn as a density what it says of their heights.

    A density stands on its foot: the line through its middle is left out.
    """
    crowds = {mark.name.removesuffix("-density"): mark.hint[0] for mark in marks if mark.name.endswith("-density")}
    lines = {f"line-{key}" for key in crowds}
    return [mark for mark in marks if mark.name not in lines], crowds


def unnamed(rows: Sequence[Row], marks: Sequence[Mark], sequence: str, legend: bool = True) -> tuple[str, ...]:
    """Names of features drawn one by one that stand nowhere in their tracks nor, as a class, in the legend.

    sequence  which points are named by; a point has no other name than that of its residue or change
    """
    texts = {
        mark.target or mark.name: {shape.text for shape in mark.shapes if isinstance(shape, Text)} for mark in marks
    }
    lost: dict[tuple[str, str], None] = {}
    for row in rows:
        key = row.track.key
        drawn = [item for item in row.track.items if item.target in texts]
        if key in POINTS:
            named = {name for text in texts.get(f"{key}-names", ()) for name in text.split(BETWEEN)}
            points = (point_name(item.placed, sequence) for item in drawn)
            lost |= {(key, name): None for name in points if name not in named}
        elif key not in _NEVER_NAMED:
            said = set[str]().union(*(texts[item.target] for item in drawn))
            names = ((labels_at(item.placed), item.word if legend else "") for item in drawn)
            lost |= {("", labels[0]): None for labels, word in names if word not in labels and not said & {*labels}}
    return tuple(name for _track, name in lost)


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
